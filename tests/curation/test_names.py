from __future__ import annotations

import pytest

from curation.sample import BASE, NO_VISIT, RAILWAY, TIES
from kzfacts.curation.names import Names
from kzfacts.errors import UsageError
from kzfacts.factbase import Entity

NAMES = Names(BASE.entities)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("iran", "iran"),
        ("ROUHANI", "hassan-rouhani"),
        ("  hassan   rouhani ", "hassan-rouhani"),
        ("Republic of Kazakhstan", "kazakhstan"),
        ("kazakh", "kazakhstan"),
    ],
)
def test_a_name_stands_for_its_entity(text: str, entity: str) -> None:
    assert NAMES.resolve(text).id == entity


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Kazakstan", "nobody and nothing on record is called 'Kazakstan' (did you mean 'Kazakhstan'?)"),
        ("hassan", "nobody and nothing on record is called 'hassan' (did you mean 'Hassan Rouhani'?)"),
        ("zzz", "nobody and nothing on record is called 'zzz'"),
        ("Congolese", "'Congolese' may be any of congo-brazzaville, congo-kinshasa; give the id"),
    ],
)
def test_another_name_is_an_error(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        NAMES.resolve(text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Rouhani's visit to Kazakhstan", {"hassan-rouhani", "kazakhstan"}),
        ("They went west.", set()),
        ("They turned to the West.", {"west"}),
        ("Central Asia is vast.", {"central-asia"}),  # and not Asia, of which the name is a part
        ("A central Asia policy", {"central-asia"}),
        ("Iranians and Kazakhstani", set()),
        ("the Iran-Kazakhstan railway", {"iran", "kazakhstan"}),
        ("Congolese envoys", {"congo-brazzaville", "congo-kinshasa"}),
        ("", set()),
    ],
)
def test_names_in_a_text(text: str, entities: set[str]) -> None:
    assert NAMES.mentioned(text) == entities


def test_who_is_involved_in_a_fact() -> None:
    assert NAMES.involved(RAILWAY) == {"iran", "kazakhstan", "central-asia"}
    assert NAMES.involved(NO_VISIT) == {"iran", "west"}  # the speaker too
    assert NAMES.involved(TIES) == {"iran", "west"}


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("iran, asia and kazakh visits", "Iran, Asia and Kazakh visits"),
        ("Visits to iran", "Visits to iran"),
        ("nobody", "nobody"),
        ("who", "who"),
    ],
)
def test_names_typed_without_capitals(text: str, spelled: str) -> None:
    names = Names({**BASE.entities, "who": Entity("who", "WHO", "organisation")})
    assert names.spelled(text) == spelled
