"""Modality: a promise is no deed, a possibility no certainty, somebody's word no fact; and a deed is no plan."""

from __future__ import annotations

import pytest

from kzfacts.factbase import Fact
from kzfacts.finding import Relation, Verdict
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, check, fact, known_bug

PROMISE = fact("Norland promised to help Sudria with flood control in 2014.")
PLAN = fact("Norland plans to open an embassy in Ostria.", certainty="planned")
FUTURE = fact("Norland will open an embassy in Ostria.", certainty="planned")
DEED = fact("Norland opened an embassy in Ostria in 2014.")
CHANCE = fact("Norland may leave the Northern League.", certainty="speculated")
HEDGED = fact("Norland is likely to leave the Northern League.")
SURMISE = fact("Norland left the Northern League for reasons of trade.", certainty="speculated")
DECIDED = fact("The Northern League was founded by a decision of Norland and Ostria in 2014.")
SAID = fact("Erik Lund said that Ostria had left the Northern League.", kind="statement")
SAID_LATER = fact("Erik Lund said after the long talks that Ostria had left the Northern League.", kind="statement")


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        # promises and deeds
        ("Norland pledged to help Sudria with flood control in 2014.", PROMISE, SUPPORTED),
        ("Norland helped Sudria with flood control in 2014.", PROMISE, ABSENT),
        ("Norland did not promise to help Sudria with flood control in 2014.", PROMISE, CONTRADICTED),
        ("Norland intends to open an embassy in Ostria.", PLAN, SUPPORTED),
        ("Norland opened an embassy in Ostria.", PLAN, ABSENT),
        ("Norland opened an embassy in Ostria.", FUTURE, ABSENT),
        ("Norland plans to open an embassy in Ostria.", DEED, ABSENT),
        pytest.param(
            "Norland will open an embassy in Ostria.",
            FUTURE,
            SUPPORTED,
            marks=known_bug("a planned fact worded with “will” does not support its own claim"),
        ),
        ("Norland promised to open an embassy in Ostria in 2014.", DEED, ABSENT),
        ("Norland and Ostria founded the Northern League in 2014.", DECIDED, SUPPORTED),
        # hedged and flat
        ("Possibly Norland will leave the Northern League.", CHANCE, SUPPORTED),
        ("Norland could leave the Northern League.", HEDGED, SUPPORTED),
        ("Norland left the Northern League.", CHANCE, ABSENT),
        ("Norland will leave the Northern League.", CHANCE, ABSENT),
        ("Norland is leaving the Northern League.", HEDGED, ABSENT),
        ("Norland left the Northern League for reasons of trade.", SURMISE, ABSENT),
        ("Norland may have opened an embassy in Ostria in 2014.", DEED, SUPPORTED),
        ("Perhaps Norland opened an embassy in Ostria in 2014.", DEED, SUPPORTED),
        # said and so
        ("According to Erik Lund, Ostria left the Northern League.", SAID, SUPPORTED),
        ("Erik Lund declared that Ostria had quit the Northern League.", SAID, SUPPORTED),
        ("The Northern League was left by Ostria.", SAID_LATER, ABSENT),
        ("Ostria left the Northern League.", SAID, ABSENT),
        ("According to Pavel Orsk, Ostria left the Northern League.", SAID, ABSENT),
    ],
)
def test_verdict_by_modality(statement: str, record: Fact, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict


@pytest.mark.parametrize(
    ("statement", "record", "limit"),
    [
        ("Norland helped Sudria with flood control in 2014.", PROMISE, "plan"),
        ("Norland opened an embassy in Ostria.", PLAN, "plan"),
        ("Norland will leave the Northern League.", CHANCE, "possible"),
        ("The Northern League was left by Ostria.", SAID_LATER, "somebody's words"),
    ],
)
def test_the_proof_names_the_limit(statement: str, record: Fact, limit: str) -> None:
    limits = [step for step in check(statement, record).proof if step.aspect == "modality"]
    assert {step.relation for step in limits} == {Relation.FORWARD_ENTAILMENT}
    assert limit in limits[0].note
