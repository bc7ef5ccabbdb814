"""How long after or before another recorded event: "two months after X, Y"."""

from __future__ import annotations

import pytest

from kzfacts.factbase.edtf import parse
from kzfacts.finding import Relation, Verdict
from kzfacts.language.distances import find_distances
from kzfacts.matching.chronology import judge_distance
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, aspects, check, fact, step

FACTS = (
    fact("Norland joined the Northern League in March 2005.", id="joining", when="2005-03", kind="event"),
    fact("Sudria ratified the Haldor Charter on 9 October 2008.", id="charter", when="2008-10-09", kind="event"),
    fact("Westmark sold 40 ships to Ostria in December 2008.", id="ships", when="2008-12", kind="quantity"),
    fact("Westmark sold the old harbour to Ostria in 2008.", id="harbour", when="2008", kind="quantity"),
    fact("Norland bought 70 trains in March 2008.", id="trains", when="2008-03", kind="quantity"),
)


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Two months after Sudria ratified the Haldor Charter, Westmark sold 40 ships to Ostria.", SUPPORTED),
        ("Westmark sold 40 ships to Ostria two months after Sudria ratified the Haldor Charter.", SUPPORTED),
        ("Westmark sold 40 ships to Ostria two years after Sudria ratified the Haldor Charter.", CONTRADICTED),
        ("Westmark sold 40 ships to Ostria two months before Sudria ratified the Haldor Charter.", CONTRADICTED),
        ("More than a month after Sudria ratified the Haldor Charter, Westmark sold 40 ships to Ostria.", SUPPORTED),
        ("Less than a month after Sudria ratified the Haldor Charter, Westmark sold 40 ships to Ostria.", CONTRADICTED),
        ("Westmark sold 40 ships to Ostria two months after the ratification of the Haldor Charter.", SUPPORTED),
        # the clause without a subject has that of the sentence
        ("Three years after joining the Northern League, Norland bought 70 trains.", SUPPORTED),
        ("Ten years after joining the Northern League, Norland bought 70 trains.", CONTRADICTED),
        # the rest is wrong whatever the distance, or not on record
        ("Westmark sold 60 ships to Ostria two months after Sudria ratified the Haldor Charter.", CONTRADICTED),
        ("Westmark lent 40 trains to Ostria two months after Sudria ratified the Haldor Charter.", ABSENT),
        # an event without a record, and a date too coarse
        ("Westmark sold 40 ships to Ostria two months after Westmark ratified the Haldor Charter.", ABSENT),
        ("Westmark sold the old harbour to Ostria two months after Sudria ratified the Haldor Charter.", ABSENT),
        ("Westmark sold the old harbour to Ostria ten years after Sudria ratified the Haldor Charter.", CONTRADICTED),
    ],
)
def test_verdict_by_distance(statement: str, verdict: Verdict) -> None:
    assert check(statement, *FACTS).verdict is verdict


def test_the_proof_has_the_event_and_its_date() -> None:
    clause = "two years after Sudria ratified the Haldor Charter"
    wrong = check(f"Westmark sold 40 ships to Ostria {clause}.", *FACTS)
    assert aspects(wrong) == {"order"}
    assert step(wrong, clause).fact == "December 2008"
    assert step(wrong, clause).note == "that was 9 October 2008 (charter)"
    right = check("Westmark sold 40 ships to Ostria two months after Sudria ratified the Haldor Charter.", *FACTS)
    order = step(right, "two months after Sudria ratified the Haldor Charter")
    assert (order.aspect, order.relation) == ("order", Relation.REVERSE_ENTAILMENT)
    unknown = check("Westmark sold 40 ships to Ostria two months after Westmark ratified the Haldor Charter.", *FACTS)
    assert step(unknown, "two months after Westmark ratified the Haldor Charter").note == "the event is not on record"


@pytest.mark.parametrize(
    ("text", "event", "when", "verdict"),
    [
        ("It rained two days after they came", "2014-05-05", "2014-05-07", SUPPORTED),
        ("It rained two days after they came", "2014-05-05", "2014-05-19", CONTRADICTED),
        ("It rained two days before they came", "2014-05-05", "2014-05-03", SUPPORTED),
        ("It rained two days before they came", "2014-05-05", "2014-05-07", CONTRADICTED),
        ("It rained two days after they came", "2014-05", "2014-05-07", ABSENT),
        ("It rained two days after they came", "2014", "2014", ABSENT),
        ("It rained two years after they came", "2012-05", "2014-05", SUPPORTED),
        ("It rained two years after they came", "2012", "2014", SUPPORTED),
        ("It rained two months after they came", "2014-03", "2014-05", SUPPORTED),
        ("It rained two months after they came", "2014", "2014-05", ABSENT),
        ("It rained two years after they came", "2010", "2014", CONTRADICTED),
    ],
)
def test_dates_too_vague_leave_a_distance_open(text: str, event: str, when: str, verdict: Verdict) -> None:
    distance = next(find_distances(text), None)
    assert distance is not None
    assert judge_distance(distance, parse(event), parse(when)) is verdict


TIMES = (
    *FACTS,
    fact("The Northern League was founded in Marenza on 4 May 2001.", id="founding", when="2001-05-04", kind="event"),
    fact("The Northern League held its first summit in Haldor in May 2005.", id="summit", when="2005-05", kind="event"),
    fact("Pavel Orsk paid a visit to Norland on 12 June 2008.", id="orsk-norland", when="2008-06-12", kind="visit"),
    fact("Ulla Brandt paid a visit to Norland on 26 June 2008.", id="brandt-norland", when="2008-06-26", kind="visit"),
    fact("Pavel Orsk met Erik Lund in Marenza in February 2008.", id="orsk-lund", when="2008-02", kind="event"),
    fact("Westmark ratified the Haldor Charter on 9 October 2011.", id="late", when="2011-10-09", kind="event"),
    fact(
        "Erik Lund visited Ostria from 3 to 5 March 2009.", id="lund-ostria", when="2009-03-03/2009-03-05", kind="visit"
    ),
    fact("Mira Sten was judge of Norland.", id="judge", when="2004-03-01/2010-03-01", kind="office"),
    fact("Norland has been a member of the Northern League.", id="member", when="2005-03/..", kind="membership"),
)


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        # what the clause leaves out, the sentence has
        ("Four years after its founding the Northern League held its first summit in Haldor.", SUPPORTED),
        ("Four years after its founding, the Northern League held its first summit in Haldor.", SUPPORTED),
        ("Nine years after its founding, the Northern League held its first summit in Haldor.", CONTRADICTED),
        ("Pavel Orsk met Erik Lund in Marenza four months before his visit to Norland.", SUPPORTED),
        ("Pavel Orsk met Erik Lund in Marenza four months after his visit to Norland.", ABSENT),
        # the same of somebody else
        ("Ulla Brandt paid a visit to Norland two weeks after Pavel Orsk.", SUPPORTED),
        ("Two weeks after Pavel Orsk, on 26 June 2008, Ulla Brandt paid a visit to Norland.", SUPPORTED),
        ("Ulla Brandt paid a visit to Norland two years after Pavel Orsk.", ABSENT),
        ("Westmark ratified the Haldor Charter three years after Sudria.", SUPPORTED),
        ("Westmark ratified the Haldor Charter three years after Sudria did.", SUPPORTED),
        # a day of the calendar, and loose measures
        ("Ulla Brandt paid a visit to Norland half a year before Christmas 2008.", SUPPORTED),
        ("Ulla Brandt paid a visit to Norland two days before Christmas 2008.", ABSENT),
        ("Days after Pavel Orsk, Ulla Brandt paid a visit to Norland.", ABSENT),
        ("Weeks after Pavel Orsk, Ulla Brandt paid a visit to Norland.", SUPPORTED),
        # between two events, and later than what was told before
        ("Three years passed between Sudria and Westmark ratifying the Haldor Charter.", SUPPORTED),
        ("Four years passed between the founding of the Northern League and its first summit in Haldor.", SUPPORTED),
        ("Eight years passed between the founding of the Northern League and its first summit in Haldor.", ABSENT),
        ("The Northern League, founded in May 2001, held its first summit four years later in Haldor.", SUPPORTED),
        ("The Northern League, founded in May 2001, held its first summit nine years later in Haldor.", ABSENT),
        ("The Northern League, founded in May 1991, held its first summit four years later in Haldor.", ABSENT),
        # how long it lasted
        ("Erik Lund visited Ostria for three days in March 2009.", SUPPORTED),
        ("Erik Lund visited Ostria for nine days in March 2009.", ABSENT),
        ("Mira Sten was judge of Norland for six years.", SUPPORTED),
        ("Mira Sten was judge of Norland for two years.", ABSENT),
        ("In 2015 Norland had been a member of the Northern League for ten years.", SUPPORTED),
        ("In 2015 Norland had been a member of the Northern League for twenty years.", ABSENT),
    ],
)
def test_what_the_sentence_leaves_unsaid(statement: str, verdict: Verdict) -> None:
    assert check(statement, *TIMES).verdict is verdict
