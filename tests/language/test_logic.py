from __future__ import annotations

import pytest

from kzfacts.factbase.model import Concept
from kzfacts.language.logic import entailments
from language.sample import CONCEPTS

TOLD = entailments(CONCEPTS)


def signs(literal: str) -> dict[str, str]:
    """Return what follows from ``+visit`` or ``-visit`` as signs, the concept itself left out."""
    told = TOLD[literal[0] + "c:" + literal[1:]]
    return {key.removeprefix("c:"): "+" if sign > 0 else "-" for key, sign in told.items() if key[2:] != literal[1:]}


@pytest.mark.parametrize(
    ("literal", "other", "sign"),
    [
        # implies, and its contraposition
        ("+ratification", "signature", "+"),
        ("-signature", "ratification", "-"),
        # opposite: one excludes the other, both ways; the absence of one says nothing
        ("+official-visit", "private-visit", "-"),
        ("+private-visit", "official-visit", "-"),
        # negates: exactly not the other
        ("+refusal", "acceptance", "-"),
        ("-refusal", "acceptance", "+"),
        ("+acceptance", "refusal", "-"),
        ("-acceptance", "refusal", "+"),
        # converse: the same event from the other side
        ("+visit", "hosting", "+"),
        ("-hosting", "visit", "-"),
        # in several steps
        ("+official-visit", "contact", "+"),
        ("-contact", "official-visit", "-"),
        ("+hosting", "contact", "+"),
    ],
)
def test_what_a_literal_entails(literal: str, other: str, sign: str) -> None:
    assert signs(literal)[other] == sign


@pytest.mark.parametrize(
    ("literal", "other"),
    [
        ("-ratification", "signature"),  # what is not ratified may be signed
        ("+signature", "ratification"),
        ("-official-visit", "visit"),
        ("-private-visit", "official-visit"),  # neither may hold
        ("+contact", "visit"),
        ("+visit", "treaty"),
    ],
)
def test_what_a_literal_leaves_open(literal: str, other: str) -> None:
    assert other not in signs(literal)


def test_a_literal_entails_itself() -> None:
    assert len(TOLD) == 2 * len(CONCEPTS)
    assert all(told[signed[1:]] == (1 if signed[0] == "+" else -1) for signed, told in TOLD.items())


def test_an_exclusion_ends_the_chain() -> None:
    concepts = (
        Concept("war", ("war",), opposite=("peace",)),
        Concept("peace", ("peace",), implies=("calm",)),
        Concept("lasting-peace", ("lasting peace",), implies=("peace",)),
        Concept("calm", ("calm",)),
    )
    told = entailments(concepts)["+c:war"]
    assert told["c:peace"] < 0
    assert "c:calm" not in told


def test_meanings_are_followed_three_steps() -> None:
    chain = [Concept(f"step{n}", (f"step{n}",), implies=(f"step{n + 1}",)) for n in range(5)]
    assert set(entailments(chain)["+c:step0"]) == {"c:step0", "c:step1", "c:step2", "c:step3"}


def test_a_key_that_would_get_both_signs_is_left_out() -> None:
    concepts = (
        Concept("torn", ("torn",), implies=("yes", "no")),
        Concept("yes", ("yes",), negates="no"),
        Concept("no", ("no",)),
    )
    assert entailments(concepts)["+c:torn"] == {"c:torn": 1}
