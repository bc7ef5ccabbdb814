"""Terms: dates inside and outside the time for which an office, membership or status lasted."""

from __future__ import annotations

from datetime import date

import pytest

from kzfacts.finding import Verdict
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, check, fact, step

MINISTER = fact(
    "Otto Falk was foreign minister of Norland from 28 September 2012 to 28 December 2016.",
    "Otto Falk was appointed foreign minister of Norland, and left the office of foreign minister.",
    when="2012-09-28/2016-12-28",
    kind="office",
)
STILL = fact("Mira Sten has been prime minister of Ostria since May 2011.", when="2011-05/..", kind="office")
NO_END = fact("Leo Weber was ambassador to Westmark from 2008.", when="2008/", kind="office")
NO_START = fact("Sudria was a member of the Northern League until 2015.", when="/2015", kind="membership")
SEEN = fact("Norland was a member of the Northern League in 2014.", when="2014", kind="membership")


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        ("Otto Falk was foreign minister of Norland in 2014.", MINISTER, SUPPORTED),
        ("Otto Falk was foreign minister of Norland in 2012.", MINISTER, SUPPORTED),
        ("Otto Falk was foreign minister of Norland on 1 March 2013.", MINISTER, SUPPORTED),
        ("Otto Falk was foreign minister of Norland from 2012 to 2016.", MINISTER, SUPPORTED),
        ("Otto Falk was foreign minister of Norland from 2012 to 2015.", MINISTER, CONTRADICTED),
        ("Otto Falk was foreign minister of Norland in 2011.", MINISTER, CONTRADICTED),
        ("Otto Falk was foreign minister of Norland in 2017.", MINISTER, CONTRADICTED),
        ("Otto Falk was foreign minister of Norland on 1 September 2012.", MINISTER, CONTRADICTED),
        # a verb dates one end
        ("Otto Falk was appointed foreign minister of Norland in September 2012.", MINISTER, SUPPORTED),
        ("Otto Falk was appointed foreign minister of Norland in 2014.", MINISTER, CONTRADICTED),
        ("Otto Falk left the office of foreign minister of Norland in 2016.", MINISTER, SUPPORTED),
        ("Otto Falk left the office of foreign minister of Norland in 2014.", MINISTER, CONTRADICTED),
        # still so
        ("Mira Sten was prime minister of Ostria in 2020.", STILL, SUPPORTED),
        ("Mira Sten has been prime minister of Ostria since 2011.", STILL, SUPPORTED),
        ("Mira Sten has been prime minister of Ostria since 2013.", STILL, CONTRADICTED),
        ("Mira Sten was prime minister of Ostria until 2019.", STILL, CONTRADICTED),
        # an end that is not known
        ("Leo Weber was ambassador to Westmark in 2008.", NO_END, SUPPORTED),
        ("Leo Weber was ambassador to Westmark in 2012.", NO_END, ABSENT),
        ("Leo Weber was ambassador to Westmark in 2005.", NO_END, CONTRADICTED),
        ("Sudria was a member of the Northern League in 2003.", NO_START, ABSENT),
        ("Sudria was a member of the Northern League in 2018.", NO_START, CONTRADICTED),
        # observed at one time only
        ("Norland was a member of the Northern League in 2020.", SEEN, ABSENT),
    ],
)
def test_dates_and_terms(statement: str, record: object, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("statement", "said", "verdict"),
    [
        ("Otto Falk is foreign minister of Norland.", date(2014, 5, 1), SUPPORTED),
        ("Otto Falk is foreign minister of Norland.", date(2018, 5, 1), CONTRADICTED),
        ("Otto Falk is currently foreign minister of Norland.", date(2010, 5, 1), CONTRADICTED),
        ("Otto Falk was foreign minister of Norland.", date(2018, 5, 1), SUPPORTED),
        ("Otto Falk is foreign minister of Norland.", None, SUPPORTED),
    ],
)
def test_the_present_is_the_day_of_the_statement(statement: str, said: date | None, verdict: Verdict) -> None:
    assert check(statement, MINISTER, as_of=said).verdict is verdict


def test_the_answer_says_from_when_to_when() -> None:
    supported = check("Otto Falk was foreign minister of Norland in 2014.", MINISTER)
    assert "from 28 September 2012 to 28 December 2016" in supported.message
    contradicted = check("Otto Falk is foreign minister of Norland.", MINISTER, as_of=date(2018, 5, 1))
    assert "from 28 September 2012 to 28 December 2016" in contradicted.message
    assert contradicted.suggestion is None
    assert "1 May 2018" in step(contradicted, "is").note
