"""Two recorded figures compared: "A outnumbered B", "more A than B", "as many A as B", "twice as many"."""

from __future__ import annotations

import pytest

from kzfacts.finding import Verdict
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, check, fact

FIGURES = tuple(
    fact(f"The foreign ministry of Norland held {count} {what} in 2014.", id=what.replace(" ", "-"), kind="quantity")
    for count, what in (
        ("80", "briefings"),
        ("30", "press conferences"),
        ("about 30", "receptions"),
        ("40", "seminars"),
    )
)


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("The foreign ministry of Norland held more briefings than press conferences in 2014.", SUPPORTED),
        ("At the foreign ministry of Norland briefings outnumbered press conferences in 2014.", SUPPORTED),
        ("Press conferences were outnumbered by briefings at the foreign ministry of Norland in 2014.", SUPPORTED),
        ("The foreign ministry of Norland held fewer seminars than briefings in 2014.", SUPPORTED),
        ("The foreign ministry of Norland held twice as many briefings as seminars in 2014.", SUPPORTED),
        ("The foreign ministry of Norland held fewer briefings than press conferences in 2014.", CONTRADICTED),
        ("Press conferences outnumbered briefings at the foreign ministry of Norland in 2014.", CONTRADICTED),
        ("The foreign ministry of Norland held as many briefings as press conferences in 2014.", CONTRADICTED),
        ("The foreign ministry of Norland held twice as many briefings as press conferences in 2014.", CONTRADICTED),
        ("The foreign ministry of Norland held 50 more briefings than press conferences in 2014.", SUPPORTED),
        ("The foreign ministry of Norland held 20 more briefings than press conferences in 2014.", CONTRADICTED),
        # figures taken together
        ("The foreign ministry of Norland held 110 briefings and press conferences in 2014.", ABSENT),
        ("Together the briefings of the foreign ministry of Norland came to 110 in 2014.", ABSENT),
        # a number after "than" is no second figure
        ("The foreign ministry of Norland held more than 70 briefings in 2014.", SUPPORTED),
        # whose figures are not on record
        ("The foreign ministry of Sudria held more briefings than press conferences in 2014.", ABSENT),
        ("The foreign ministry of Norland held more briefings than press conferences in 2013.", ABSENT),
        ("The foreign ministry of Norland held fewer briefings than press conferences in 2013.", ABSENT),
        ("The foreign ministry of Norland held more briefings than concerts in 2014.", ABSENT),
        # figures that overlap: about 30 and 30
        ("The foreign ministry of Norland held more receptions than press conferences in 2014.", ABSENT),
    ],
)
def test_verdict_by_two_figures(statement: str, verdict: Verdict) -> None:
    assert check(statement, *FIGURES).verdict is verdict


def test_the_proof_names_both_figures() -> None:
    finding = check("Norland held fewer briefings than seminars at the foreign ministry in 2014.", *FIGURES)
    assert finding.verdict is CONTRADICTED
    assert finding.fact is not None
    assert finding.fact.id == "briefings"
    compared = [(step.statement and step.statement.text, step.fact) for step in finding.proof]
    assert compared == [("briefings", "80"), ("seminars", "40")]
    assert "80" in finding.message
    assert "40" in finding.message
