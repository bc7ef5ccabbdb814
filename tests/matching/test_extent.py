"""Extent: all of them, why, again, and how long, where the record does not go so far."""

from __future__ import annotations

import pytest

from kzfacts.factbase import Fact
from kzfacts.finding import Verdict
from matching.sample import ABSENT, SUPPORTED, check, fact, known_bug

SOME = "Members of the Northern League voted for the water budget in 2014."
ALL = "All members of the Northern League voted for the water budget in 2014."
AS_ONE = fact(SOME, "The Northern League unanimously voted for the water budget.")

PLAIN = "Astrid Holm postponed the trip to Ostria in May 2014."
OVER = "Astrid Holm postponed the trip to Ostria in May 2014 over the storm."

FIRST = "Astrid Holm made her first trip to Ostria in May 2014."
A_TRIP = "Astrid Holm made a trip to Ostria in May 2014."
RETURN = fact(FIRST, "Astrid Holm was in Ostria again, and for the first time on a trip.")

APPOINTED = fact("Otto Falk was appointed foreign minister of Norland in May 2014.", when="2014-05", kind="event")
SPOKE = fact("Otto Falk spoke as foreign minister of Norland in May 2014.", when="2014-05", kind="event")
OF_STATUS = fact("Otto Falk was appointed foreign minister of Norland in May 2014.", when="2014-05", kind="status")


@pytest.mark.parametrize(
    ("statement", "record", "verdict", "note"),
    [
        # all of them
        (ALL, SOME, ABSENT, "the record does not speak of all"),
        ("Every member of the Northern League voted for the water budget in 2014.", SOME, ABSENT, "not speak of all"),
        ("Members of the Northern League always voted for the water budget in 2014.", SOME, ABSENT, "not speak of all"),
        (SOME, SOME, SUPPORTED, ""),
        (ALL, ALL, SUPPORTED, ""),
        (SOME, ALL, SUPPORTED, ""),
        ("Every member of the Northern League voted for the water budget in 2014.", ALL, SUPPORTED, ""),
        (ALL, AS_ONE, SUPPORTED, ""),
        # why
        (PLAIN.replace(".", " because of the storm."), PLAIN, ABSENT, "the record gives no such reason"),
        (PLAIN.replace(".", " because Ostria was ill."), PLAIN, ABSENT, "the record gives no such reason"),
        (PLAIN.replace(".", " because of the storm."), OVER, SUPPORTED, ""),
        (PLAIN, OVER, SUPPORTED, ""),
        pytest.param(
            PLAIN.replace(".", " because Holm was ill."),
            OVER,
            ABSENT,
            "",
            marks=known_bug("any reason of the record's passes for the one that the statement gives"),
        ),
        # again
        ("Astrid Holm made another trip to Ostria in May 2014.", FIRST, ABSENT, "the record speaks of the first time"),
        ("Astrid Holm again made a trip to Ostria in May 2014.", FIRST, ABSENT, "the record speaks of the first time"),
        ("Astrid Holm made another trip to Ostria in May 2014.", A_TRIP, SUPPORTED, ""),
        ("Astrid Holm made another trip to Ostria in May 2014.", RETURN, SUPPORTED, ""),
        (A_TRIP, FIRST, SUPPORTED, ""),
    ],
)
def test_what_goes_beyond_the_record(statement: str, record: Fact | str, verdict: Verdict, note: str) -> None:
    finding = check(statement, record)
    assert finding.verdict is verdict
    scopes = [step.note for step in finding.proof if step.aspect == "scope"]
    assert len(scopes) == bool(note)
    assert all(note in scope for scope in scopes)


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        ("Otto Falk was foreign minister of Norland in May 2014.", APPOINTED, ABSENT),
        ("Otto Falk served as foreign minister of Norland in 2014.", APPOINTED, ABSENT),
        # a change against a change, and since when
        ("Otto Falk was appointed foreign minister of Norland in May 2014.", APPOINTED, SUPPORTED),
        ("Otto Falk has been foreign minister of Norland since May 2014.", APPOINTED, SUPPORTED),
        ("Otto Falk was foreign minister of Norland.", APPOINTED, SUPPORTED),
        # a record that tells of no change, or of what lasts
        ("Otto Falk was foreign minister of Norland in May 2014.", SPOKE, SUPPORTED),
        ("Otto Falk was foreign minister of Norland in May 2014.", OF_STATUS, SUPPORTED),
    ],
)
def test_the_day_of_a_change_does_not_tell_how_long_it_lasted(statement: str, record: Fact, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict
