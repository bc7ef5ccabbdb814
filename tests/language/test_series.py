"""Numbers in a series, "others", verbs that tie an event to its date, names as names, and how late "only" was."""

from __future__ import annotations

import pytest

from language.sample import known_bug, reading, unit


@pytest.mark.parametrize(
    ("text", "number", "value", "quantity", "counted"),
    [
        # the number in a series is an ordinal of the word before it
        ("Round 6 of the visits was held.", "6", 6, "ordinal", "w:round"),
        ("They held round 6 of the visits.", "6", 6, "ordinal", "w:round"),
        ("They held meeting no. 2 of the visits.", "2", 2, "ordinal", "c:meeting"),
        ("They held summit # 2", "2", 2, "ordinal", "w:summit"),
        pytest.param(
            "They held meeting number 2",
            "2",
            2,
            "ordinal",
            "c:meeting",
            marks=known_bug("'number' is itself read as a word and stands between"),
        ),
        ("Treaty 6 was signed.", "6", 6, "", ""),  # treaties come in no series
        ("They held round more than 6 visits", "more than 6", 6, "", "c:visit"),
        ("They held six rounds.", "six", 6, "", "w:round"),
        # the name right after an ordinal
        ("The third Eurasian Economic Union met.", "third", 3, "ordinal", "e:union"),
        ("The fifth Congress met.", "fifth", 5, "ordinal", "n:congress"),
        ("The third Kazakh visit was short.", "third", 3, "ordinal", "c:visit"),
        # others
        ("Kazakhstan and four other countries signed.", "four", 4, "others", "w:countri"),
        ("Kazakhstan and four more countries signed.", "four", 4, "others", "w:countri"),
        ("Kazakhstan and four others signed.", "four", 4, "others", ""),
        ("Kazakhstan and four otherwise idle countries signed.", "four", 4, "", "w:countri"),
        ("Four countries signed.", "Four", 4, "", "w:countri"),
    ],
)
def test_what_a_number_stands_for(text: str, number: str, value: float, quantity: str, counted: str) -> None:
    found = unit(text, number)
    assert found.quantity is not None
    assert found.quantity.unit == quantity
    if quantity:
        assert (found.quantity.low, found.quantity.high) == (value, value)
    else:
        assert found.quantity.low >= value
    assert not counted or counted in found.counted


def test_a_number_in_a_series_counts_nothing_that_follows() -> None:
    assert not any("visit" in key for key in unit("They held round 6 visits", "6").counted)
    assert any("visit" in key for key in unit("They held 6 visits", "6").counted)


@pytest.mark.parametrize(
    ("text", "piece", "role"),
    [
        ("May 2017 saw the treaty signed.", "saw", "generic"),
        ("2017 brought the treaty.", "brought", "generic"),
        ("They saw the treaty in May 2017.", "saw", ""),
        ("In May 2017 Russia saw the treaty.", "saw", ""),
        ("The round fell in May 2017.", "fell", "generic"),
        ("The price fell by half.", "fell", ""),
        ("The price fell in Russia in May 2017.", "fell", ""),
    ],
)
def test_verbs_that_but_tie_an_event_to_its_date(text: str, piece: str, role: str) -> None:
    assert unit(text, piece).role == role


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("They named the city Astana.", {"w:@astana"}),
        ("Astana was renamed.", {"w:@astana"}),
        ("The city was called Astana.", {"w:@astana"}),
        ("They visited Astana.", set()),  # nobody speaks of names
        ("They named Astana's ministry.", set()),
        ("Kazakhstan was renamed.", set()),  # of cities only
    ],
)
def test_a_city_by_its_very_name(text: str, keys: set[str]) -> None:
    found = [key for unit in reading(text).units for key in unit.keys if key.startswith("w:@")]
    assert set(found) == keys
    assert len(found) == len(keys)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Russia joined only since 2014.", False),
        ("Russia joined only in July 2005.", False),
        ("Russia joined only after 2014.", False),
        ("Russia joined only the union in 2014.", True),
        ("Only Russia joined in 2014.", True),
        ("Russia joined only in Astana.", True),
    ],
)
def test_only_may_say_how_late_it_was(text: str, marked: bool) -> None:
    assert ("only" in reading(text).marks) is marked
    assert bool(reading(text).only) is marked
