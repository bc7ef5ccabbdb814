"""How long after or before another recorded event: "two months after X, Y"."""

from __future__ import annotations

import pytest

from kzfacts.factbase.edtf import parse
from kzfacts.finding import Relation, Verdict
from kzfacts.language.anchors import find_distance
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
        ("It rained two days after they came", "2014-05", "2014-05-07", SUPPORTED),
        ("It rained two days after they came", "2014", "2014", ABSENT),
        ("It rained two years after they came", "2012-05", "2014-05", SUPPORTED),
        ("It rained two years after they came", "2012", "2014", ABSENT),
        ("It rained two years after they came", "2010", "2014", CONTRADICTED),
    ],
)
def test_dates_too_vague_leave_a_distance_open(text: str, event: str, when: str, verdict: Verdict) -> None:
    distance = find_distance(text)
    assert distance is not None
    assert judge_distance(distance, parse(event), parse(when)) is verdict
