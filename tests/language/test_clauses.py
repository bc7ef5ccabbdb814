from __future__ import annotations

import pytest

from kzfacts.language.clauses import split
from kzfacts.language.reading import Reading
from language.sample import reading


def parts(text: str) -> list[Reading]:
    return split(reading(text))


def words(text: str) -> list[list[str]]:
    """Return the words of each assertion of ``text``, sorted by where they stand."""
    return [[u.text for u in sorted(part.units, key=lambda u: u.start)] for part in parts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia signed the treaty but Turkey rejected it",
            [["Russia", "signed", "treaty"], ["Turkey", "rejected"]],
        ),
        (
            "Russia signed the treaty, whereas Turkey did not join it",
            [["Russia", "signed", "treaty"], ["Turkey", "join"]],
        ),
        ("Russia signed the treaty; Turkey joined it", [["Russia", "signed", "treaty"], ["Turkey", "joined"]]),
        (
            "Nazarbayev visited Russia. Idrissov visited Turkey",
            [["Nazarbayev", "visited", "Russia"], ["Idrissov", "visited", "Turkey"]],
        ),
        # the subject is shared
        (
            "Nazarbayev visited Russia and signed the treaty",
            [["Nazarbayev", "visited", "Russia"], ["Nazarbayev", "signed", "treaty"]],
        ),
        # the date is shared, from either end
        (
            "In 2014 Nazarbayev visited Russia and signed the treaty",
            [["2014", "Nazarbayev", "visited", "Russia"], ["2014", "Nazarbayev", "signed", "treaty"]],
        ),
        (
            "Nazarbayev visited Russia and signed the treaty in 2014",
            [["Nazarbayev", "visited", "Russia", "2014"], ["Nazarbayev", "signed", "treaty", "2014"]],
        ),
        (
            "Nazarbayev visited Russia in 2014 and signed the treaty in 2015",
            [["Nazarbayev", "visited", "Russia", "2014"], ["Nazarbayev", "signed", "treaty", "2015"]],
        ),
        # "it" is what the part before is about; a part with a time of its own takes no date
        (
            "Russia signed the treaty in 2014 and ratified it before the visit",
            [["Russia", "signed", "treaty", "2014"], ["Russia", "treaty", "ratified", "before", "visit"]],
        ),
        # several numbers
        (
            "Russia held 80 briefings and 30 conferences",
            [["Russia", "held", "80", "briefings"], ["Russia", "held", "30", "conferences"]],
        ),
        (
            "Russia had 60 visits, 12 treaties and 8 trips",
            [["Russia", "60", "visits"], ["Russia", "12", "treaties"], ["Russia", "8", "trips"]],
        ),
        (
            "There were 60 visits, 12 treaties and 8 trips",
            [["60", "visits"], ["12", "treaties"], ["8", "trips"]],
        ),
        # three in a row
        (
            "Russia signed the treaty but Turkey rejected it while Astana omitted it",
            [["Russia", "signed", "treaty"], ["Turkey", "rejected"], ["Astana", "omitted"]],
        ),
    ],
)
def test_statements_of_several_assertions(text: str, expected: list[list[str]]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nazarbayev visited Russia",
        "Nazarbayev visited Russia and Turkey",
        "Nazarbayev and Idrissov visited Russia",
        "Nazarbayev made eight official visits abroad in 2014",
        "Briefings and conferences were held in Astana",
        "They signed, and joined the union",
        "Russia made between 5 and 10 visits",
        "Russia hosted Mr. Idrissov in 2014",
        "Russia hosted talks in St. Petersburg in 2014",
        "Foreign Minister Erlan A. Idrissov signed the treaty",
    ],
)
def test_a_single_assertion_is_not_split(text: str) -> None:
    assert parts(text) == []
    assert len(parts(text + "; Turkey rejected the treaty")) == 2


def test_a_denial_stays_in_its_part() -> None:
    first, second = parts("Nazarbayev did not visit Russia but signed the treaty")
    assert [u.text for u in first.units if u.sign < 0] == ["visit"]
    assert [u.text for u in second.units if u.sign < 0] == []


def test_marks_stay_in_their_part_except_those_of_the_whole() -> None:
    first, second = parts("Nazarbayev plans to visit Russia but Idrissov signed the treaty?")
    assert first.marks == {"commit", "question"}
    assert second.marks == {"question"}


def test_only_stays_in_its_part() -> None:
    first, second = parts("Nazarbayev visited Russia but Turkey alone signed the treaty")
    assert first.only == ()
    assert len(second.only) == 1


def test_parts_point_into_the_whole_text() -> None:
    text = "In 2014 Nazarbayev visited Russia and signed the treaty"
    assert len(parts(text)) == 2
    for part in parts(text):
        assert part.text == text
        assert all(text[u.start : u.end] == u.text for u in part.units)
