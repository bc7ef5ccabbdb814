"""Two recorded events put in order: before, after, followed, preceded, when ... already, and by how long."""

from __future__ import annotations

import pytest

from kzfacts.finding import Verdict
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, check, fact

EVENTS = (
    fact("Norland joined the Northern League in March 2005.", id="joining", when="2005-03", kind="event"),
    fact("Sudria ratified the Haldor Charter on 9 October 2008.", id="charter", when="2008-10-09", kind="event"),
    fact("Ostria left the Northern League on 9 December 2008.", id="leaving", when="2008-12-09", kind="event"),
    fact("Pavel Orsk visited Ostria in 2008.", id="visit", when="2008", kind="visit"),
    fact("Westmark was poor in 2003.", id="poverty", when="2003", kind="status"),
)


IN_OFFICE = (
    *EVENTS,
    fact(
        "Otto Falk was president of Norland from 2004 to 2008.",
        id="holm-president",
        when="2004/2008-06",
        kind="office",
    ),
    fact(
        "Mira Sten was president of Norland from July 2008 on.", id="lund-president", when="2008-07/..", kind="office"
    ),
)


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Otto Falk was president of Norland when Norland joined the Northern League.", SUPPORTED),
        ("When Norland joined the Northern League, Otto Falk was president of Norland.", SUPPORTED),
        ("Mira Sten was president of Norland at the time Ostria left the Northern League.", SUPPORTED),
        ("Otto Falk was president of Norland when Sudria ratified the Haldor Charter.", CONTRADICTED),
        ("Mira Sten was already president of Norland by the time Norland joined the Northern League.", CONTRADICTED),
        ("Westmark was poor before Norland joined the Northern League.", SUPPORTED),
        # an event without a record, and one too coarse
        ("Otto Falk was president of Norland when Sudria left the Northern League.", ABSENT),
        ("Otto Falk was president of Norland when Westmark ratified the Haldor Charter in May 2010.", CONTRADICTED),
        ("Otto Falk was president of Norland when Westmark ratified the Haldor Charter in May 2006.", ABSENT),
    ],
)
def test_verdict_by_the_date_of_an_event(statement: str, verdict: Verdict) -> None:
    assert check(statement, *IN_OFFICE).verdict is verdict


def test_the_proof_names_the_event_that_dates_a_statement() -> None:
    finding = check("Otto Falk was president of Norland when Sudria ratified the Haldor Charter.", *IN_OFFICE)
    (date,) = [step for step in finding.proof if step.aspect == "date"]
    assert date.statement is not None
    assert date.statement.text == "when Sudria ratified the Haldor Charter"
    assert date.fact == "from 2004 to June 2008"
    assert "9 October 2008 (charter)" in date.note


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Norland joined the Northern League before Sudria ratified the Haldor Charter.", SUPPORTED),
        ("Sudria ratified the Haldor Charter after Norland joined the Northern League.", SUPPORTED),
        ("Sudria's ratification of the Haldor Charter followed Norland's joining the Northern League.", SUPPORTED),
        ("When Sudria ratified the Haldor Charter, Norland had already joined the Northern League.", SUPPORTED),
        ("Norland joined the Northern League after Sudria ratified the Haldor Charter.", CONTRADICTED),
        ("Sudria's ratification of the Haldor Charter preceded Norland joining the Northern League.", CONTRADICTED),
        ("When Norland joined the Northern League, Sudria had already ratified the Haldor Charter.", CONTRADICTED),
        # by how long
        ("Sudria ratified the Haldor Charter two months before Ostria left the Northern League.", SUPPORTED),
        ("Sudria ratified the Haldor Charter six months before Ostria left the Northern League.", CONTRADICTED),
        ("Sudria ratified the Haldor Charter three years after Norland joined the Northern League.", SUPPORTED),
        # dates too coarse, events not on record, and what is no event
        ("Pavel Orsk visited Ostria before Sudria ratified the Haldor Charter.", ABSENT),
        ("Pavel Orsk visited Ostria after Sudria ratified the Haldor Charter.", ABSENT),
        ("Norland joined the Northern League before Westmark ratified the Haldor Charter.", ABSENT),
        ("Westmark was poor before Westmark joined the Northern League.", ABSENT),
    ],
)
def test_verdict_by_order(statement: str, verdict: Verdict) -> None:
    assert check(statement, *EVENTS).verdict is verdict


def test_the_proof_gives_both_dates() -> None:
    finding = check("Norland joined the Northern League after Sudria ratified the Haldor Charter.", *EVENTS)
    dated = [(step.statement and step.statement.text, step.fact) for step in finding.proof]
    assert dated == [
        ("Norland joined the Northern League", "March 2005"),
        ("Sudria ratified the Haldor Charter", "9 October 2008"),
    ]
    assert "March 2005" in finding.message
    assert "9 October 2008" in finding.message
    assert finding.suggestion is None
