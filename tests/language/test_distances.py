"""Measures of time and what they are reckoned from, as the text has them."""

from __future__ import annotations

import pytest

from kzfacts.factbase.edtf import parse
from kzfacts.language.distances import (
    find_distances,
    find_duration,
    find_gaps,
    find_later,
    named_day,
    tells_of,
)


@pytest.mark.parametrize(
    ("text", "adjunct", "event", "days"),
    [
        (
            "Two months after Russia signed, Idrissov left.",
            "Two months after Russia signed",
            "Russia signed",
            (43, 79),
        ),
        ("Idrissov left two months after Russia signed.", "two months after Russia signed", "Russia signed", (43, 79)),
        ("Idrissov left a year before the summit.", "a year before the summit", "the summit", (-548, -182)),
        ("Idrissov left 3 days ahead of the summit.", "3 days ahead of the summit", "the summit", (-3, -3)),
        ("Idrissov left one day following the summit.", "one day following the summit", "the summit", (1, 1)),
        ("Idrissov left half a year after the summit.", "half a year after the summit", "the summit", (61, 305)),
        ("Idrissov left two weeks after the summit.", "two weeks after the summit", "the summit", (11, 17)),
        ("Idrissov left a decade after the summit.", "a decade after the summit", "the summit", (2556, 4748)),
        # more, less, nearly
        (
            "Idrissov left less than a month after the summit.",
            "less than a month after the summit",
            "the summit",
            (0, 30),
        ),
        ("Idrissov left more than two years after it.", "more than two years after it", "it", (730, 1095)),
        ("Idrissov left nearly ten days before it.", "nearly ten days before it", "it", (-10, -9)),
        ("Just over a week after it, Idrissov left.", "Just over a week after it", "it", (7, 14)),
        ("Idrissov left two and a half years after it.", "two and a half years after it", "it", (730, 1096)),
        ("Idrissov left a year and a half after it.", "a year and a half after it", "it", (365, 731)),
        ("Idrissov left almost two decades after it.", "almost two decades after it", "it", (5479, 7306)),
        ("Idrissov left twenty-one years before it.", "twenty-one years before it", "it", (-7853, -7487)),
        ("Idrissov left the month before it.", "the month before it", "it", (-49, -1)),
        ("The day after it, Idrissov left.", "The day after it", "it", (1, 2)),
        ("Idrissov left weeks before it.", "weeks before it", "it", (-70, -8)),
        ("A few days later than Russia, Idrissov left.", "A few days later than Russia", "Russia", (2, 9)),
        ("Idrissov left Turkey, two days before it, by air.", "two days before it", "it", (-2, -2)),
        ("About a week after it, Idrissov left.", "About a week after it", "it", (4, 10)),
    ],
)
def test_how_far_from_an_event(text: str, adjunct: str, event: str, days: tuple[int, int]) -> None:
    distance = next(find_distances(text), None)
    assert distance is not None
    assert text[distance.start : distance.end] == adjunct
    assert text[distance.clause : distance.end] == event
    assert (distance.low, distance.high) == days


@pytest.mark.parametrize(
    "text",
    [
        "Idrissov left after the summit.",
        "Idrissov left in two months.",
        "Two visits after the summit, Idrissov left.",
        "Idrissov left the day after tomorrow.",
        "Idrissov stayed for two months, after the summit.",
        "Idrissov left the day before yesterday.",
        "Idrissov left day after day.",
    ],
)
def test_no_distance_in_other_statements(text: str) -> None:
    assert not list(find_distances(text))


def test_a_clause_without_a_comma_may_end_where_a_subject_can_begin() -> None:
    text = "Two years after its founding the Turkic Council met in Almaty."
    ends = [text[distance.clause : distance.end] for distance in find_distances(text)]
    assert "its founding" in ends
    assert "its" not in ends
    assert not any(distance.closed for distance in find_distances(text) if text[distance.end :] != ".")


@pytest.mark.parametrize(
    ("text", "measure", "days"),
    [
        ("Idrissov spent two days in Turkey.", "two days", (2, 2)),
        ("The visit lasted a week.", "a week", (4, 10)),
        ("He was minister for more than six years.", "more than six years", (2192, 3288)),
        ("In three days he saw two presidents.", "three days", (3, 3)),
    ],
)
def test_how_long_it_lasted(text: str, measure: str, days: tuple[int, int]) -> None:
    duration = find_duration(text)
    assert duration is not None
    assert text[duration.start : duration.end] == measure
    assert (duration.low, duration.high) == days


@pytest.mark.parametrize(
    "text",
    [
        "It was the first summit in eleven years.",
        "He left two days ago.",
        "He spent the days there.",
        "He left in May.",
    ],
)
def test_no_duration_in_other_statements(text: str) -> None:
    assert find_duration(text) is None


def test_two_events_that_lie_so_far_apart() -> None:
    text = "Four years passed between the signing and the entry into force of the treaty."
    (gap,) = find_gaps(text)
    assert text[slice(*gap.earlier)] == "the signing"
    assert text[slice(*gap.later)] == "the entry into force of the treaty"
    assert (gap.distance.low, gap.distance.high) == (1278, 1644)
    assert list(find_gaps("Years passed.")) == []


def test_later_than_what_was_told_before() -> None:
    text = "The treaty, signed in May, was ratified a year later."
    later = find_later(text)
    assert later is not None
    assert text[later.start : later.end] == "a year later"
    assert find_later("It was ratified later.") is None
    assert find_later("It was ratified a year later than the other.") is None


def test_a_day_of_the_calendar() -> None:
    assert named_day("Christmas 2014") == parse("2014-12-25")
    assert named_day("Christmas Eve, 2014") == parse("2014-12-24")
    assert named_day("Christmas") is None
    assert named_day("the summit") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It came ten years after the treaty.", True),
        ("It came a decade after the treaty.", True),
        ("The treaty was ten years old.", True),
        ("It came two years after the treaty.", False),
        ("It came ten years before the treaty.", False),
        ("It came after the treaty.", False),
    ],
)
def test_whether_a_text_has_the_same_length_of_time(text: str, told: bool) -> None:
    distance = next(find_distances("Ten years after the treaty, it came."), None)
    assert distance is not None
    assert tells_of(distance, text) is told
