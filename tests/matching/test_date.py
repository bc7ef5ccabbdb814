"""Dates: inside is entailed, apart is a conflict only for what happened once, finer than the record stays open."""

from __future__ import annotations

from datetime import date

import pytest

from kzfacts.factbase import Fact
from kzfacts.finding import Relation, Verdict
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, check, fact, step

SIGNING = fact(
    "Norland and Sudria signed a trade treaty in Marenza on 9 October 2014.", when="2014-10-09", kind="agreement"
)
VISIT = fact("President Astrid Holm visited Marenza in October 2014.", when="2014-10", kind="visit")
FIRST_VISIT = fact(
    "President Astrid Holm made her first visit to Sudria in October 2014.", when="2014-10", kind="visit"
)
MEMBER = fact("Norland was a member of the Northern League from 2005 to 2014.", when="2005/2014", kind="membership")
IN_OFFICE = fact("Astrid Holm has been president of Norland since May 2010.", when="2010-05/..", kind="office")
SEAT = fact("Norland stood for a seat on the council of the Northern League in 2017-2018.", when="2014")


@pytest.mark.parametrize(
    ("wording", "verdict"),
    [
        ("on 9 October 2014", SUPPORTED),
        ("on 9 October", SUPPORTED),
        ("in October 2014", SUPPORTED),
        ("in late 2014", SUPPORTED),
        ("in autumn 2014", SUPPORTED),
        ("in the fourth quarter of 2014", SUPPORTED),
        ("in the second half of 2014", SUPPORTED),
        ("in 2014", SUPPORTED),
        ("before November 2014", SUPPORTED),
        ("by the end of 2014", SUPPORTED),
        ("on 10 October 2014", CONTRADICTED),
        ("on 12 October", CONTRADICTED),
        ("in September 2014", CONTRADICTED),
        ("in spring 2014", CONTRADICTED),
        ("in the first half of 2014", CONTRADICTED),
        ("after October 2014", CONTRADICTED),
        ("in 2013", CONTRADICTED),  # a treaty is signed but once
    ],
)
def test_a_day_on_record(wording: str, verdict: Verdict) -> None:
    assert check(f"Norland and Sudria signed a trade treaty {wording}.", SIGNING).verdict is verdict


@pytest.mark.parametrize(
    ("wording", "verdict"),
    [
        ("in October 2014", SUPPORTED),
        ("in 2014", SUPPORTED),
        ("in May 2014", CONTRADICTED),
        # finer than the record
        ("on 9 October 2014", ABSENT),
        ("in early October 2014", ABSENT),
        # another year, in which there may have been a visit too
        ("in 2013", ABSENT),
        ("in May 2012", ABSENT),
    ],
)
def test_a_month_on_record(wording: str, verdict: Verdict) -> None:
    assert check(f"Holm visited Marenza {wording}.", VISIT).verdict is verdict


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        # there is but one first time
        ("Holm made her first visit to Sudria in October 2014.", FIRST_VISIT, SUPPORTED),
        ("Holm made her first visit to Sudria in September 2014.", FIRST_VISIT, CONTRADICTED),
        ("Holm made her first visit to Sudria in 2012.", FIRST_VISIT, CONTRADICTED),
        ("Holm visited Sudria again in 2016.", FIRST_VISIT, ABSENT),
        ("Holm visited Sudria in 2016.", FIRST_VISIT, ABSENT),
        # another deed has a date of its own
        ("Norland ratified the trade treaty with Sudria on 2 May 2014.", SIGNING, ABSENT),
        # what lasts holds at every moment of it
        ("Norland was a member of the Northern League in 2010.", MEMBER, SUPPORTED),
        ("Norland was a member of the Northern League in 2003.", MEMBER, CONTRADICTED),
        ("Norland was a member of the Northern League in 2016.", MEMBER, CONTRADICTED),
        ("Astrid Holm has been president of Norland since 2010.", IN_OFFICE, SUPPORTED),
        ("Astrid Holm was president of Norland in 2013.", IN_OFFICE, SUPPORTED),
        ("Astrid Holm was president of Norland in 2008.", IN_OFFICE, CONTRADICTED),
        ("Astrid Holm has been president of Norland since 2012.", IN_OFFICE, CONTRADICTED),
        # the second date is that of something else
        ("On 9 October 2014 Norland signed a trade treaty with Sudria drafted on 2 May 2014.", SIGNING, ABSENT),
        # terms of years
        ("Norland stood for a seat on the council of the Northern League for 2017–2018.", SEAT, SUPPORTED),
        ("Norland stood for a seat on the council of the Northern League in 2019-2020.", SEAT, CONTRADICTED),
    ],
)
def test_once_lasting_and_terms(statement: str, record: Fact, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict


@pytest.mark.parametrize(
    ("wording", "as_of", "verdict"),
    [
        ("last year", date(2015, 3, 1), SUPPORTED),
        ("last year", date(2016, 3, 1), ABSENT),
        ("last year", None, ABSENT),
        ("this year", date(2014, 12, 1), SUPPORTED),
        ("two months ago", date(2014, 12, 1), SUPPORTED),
        ("last month", date(2014, 11, 20), SUPPORTED),
        ("last month", date(2014, 12, 1), CONTRADICTED),
    ],
)
def test_dates_relative_to_the_day_of_the_statement(wording: str, as_of: date | None, verdict: Verdict) -> None:
    assert check(f"Holm visited Marenza {wording}.", VISIT, as_of=as_of).verdict is verdict


def test_an_unresolved_date_asks_for_the_day() -> None:
    finding = check("Holm visited Marenza last year.", VISIT)
    assert step(finding, "last year").relation is Relation.INDEPENDENCE
    assert "--as-of" in step(finding, "last year").note


def test_an_event_within_a_period_does_not_bear_out_its_ends() -> None:
    visit = fact("President Astrid Holm of Norland visited Ostria in 2014.", when="2014", kind="visit")
    finding = check("Astrid Holm was president of Norland from 2012 to 2016.", visit)
    assert finding.verdict is Verdict.ABSENT


TALKS = fact(
    "Astrid Holm was on a visit to Ostria on 7-8 July 2014.",
    "Astrid Holm stayed in Ostria until 8 July 2014.",
    when="2014-07-07/2014-07-08",
    kind="visit",
)
PLAN_TO = fact("In May 2014 Norland adopted a water plan up to 2045.", when="2014-05", kind="event")
OPENING = fact(
    "The Northern League came into force on 5 December 2014.",
    "The Northern League was not in force before December 2014.",
    when="2014-12-05",
    kind="event",
)


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        # the same days of another month, or of another year: a slip, and no other visit
        ("Astrid Holm was on a visit to Ostria on 7-8 June 2014.", TALKS, CONTRADICTED),
        ("Astrid Holm was on a visit to Ostria on 7-8 July 2012.", TALKS, CONTRADICTED),
        ("Astrid Holm was on a visit to Ostria on 2-4 June 2012.", TALKS, ABSENT),
        # a limit in time is held against the limit on record, whatever the date of the deed
        ("In May 2014 Norland adopted a water plan up to 2045.", PLAN_TO, SUPPORTED),
        ("In May 2014 Norland adopted a water plan up to 2030.", PLAN_TO, CONTRADICTED),
        # "before" in another wording does not save what the day on record excludes
        ("The Northern League came into force on 5 December 2012.", OPENING, CONTRADICTED),
    ],
)
def test_slips_and_limits(statement: str, record: Fact, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict
