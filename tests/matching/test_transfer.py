"""Transfers: who handed something over and who took it, whichever of the two is the subject."""

from __future__ import annotations

import pytest

from kzfacts.factbase import Fact
from kzfacts.finding import Relation, Verdict
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, aspects, check, fact, known_bug, relation, step

CHAIR = "Norland took over the chair of the Northern League from Sudria in January 2014."
OFFICE = "Erik Lund took over as foreign minister of Norland from Otto Falk in January 2012."
COUNCIL = "Erik Lund's predecessor in the water council was Otto Falk."
NO_GIVER = "Norland took over the chair of the Northern League in January 2014."
BOTH_WAYS = fact(
    "Norland took over the chair of the Northern League from Sudria.",
    "Sudria handed over the chair of the Northern League to Norland.",
)


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        # the same in other words
        ("Sudria handed over the chair of the Northern League to Norland in January 2014.", CHAIR, SUPPORTED),
        ("Norland succeeded Sudria in the chair of the Northern League in January 2014.", CHAIR, SUPPORTED),
        ("Norland inherited the chair of the Northern League from Sudria in January 2014.", CHAIR, SUPPORTED),
        ("The chair of the Northern League passed from Sudria to Norland in January 2014.", CHAIR, SUPPORTED),
        ("Otto Falk was replaced by Erik Lund as foreign minister of Norland in January 2012.", OFFICE, SUPPORTED),
        ("Erik Lund succeeded Otto Falk in the water council.", COUNCIL, SUPPORTED),
        # the other way round
        ("Sudria took over the chair of the Northern League from Norland in January 2014.", CHAIR, CONTRADICTED),
        ("Norland handed over the chair of the Northern League to Sudria in January 2014.", CHAIR, CONTRADICTED),
        ("Sudria succeeded Norland in the chair of the Northern League in January 2014.", CHAIR, CONTRADICTED),
        ("The chair of the Northern League passed from Norland to Sudria in January 2014.", CHAIR, CONTRADICTED),
        ("Erik Lund was replaced by Otto Falk as foreign minister of Norland in January 2012.", OFFICE, CONTRADICTED),
        ("Otto Falk succeeded Erik Lund in the water council.", COUNCIL, CONTRADICTED),
        ("Erik Lund's successor in the water council was Otto Falk.", COUNCIL, CONTRADICTED),
        ("Otto Falk's predecessor in the water council was Erik Lund.", COUNCIL, CONTRADICTED),
        # a capital in the place of its country
        ("Haldor took over the chair of the Northern League from Marenza in January 2014.", CHAIR, SUPPORTED),
        ("Marenza took over the chair of the Northern League from Haldor in January 2014.", CHAIR, CONTRADICTED),
        # any wording of the fact will do
        ("Norland handed over the chair of the Northern League to Sudria.", BOTH_WAYS, CONTRADICTED),
        # a side that is missing
        ("Norland took over the chair of the Northern League in January 2014.", CHAIR, SUPPORTED),
        ("Sudria took over the chair of the Northern League from Norland in January 2014.", NO_GIVER, ABSENT),
        pytest.param(
            "Sudria took over the chair of the Northern League in January 2014.",
            CHAIR,
            ABSENT,
            marks=known_bug("the giver alone passes for the taker where the statement names but one side"),
        ),
        # a third party is no swap
        ("Ostria took over the chair of the Northern League from Sudria in January 2014.", CHAIR, ABSENT),
        pytest.param(
            "Otto Falk's successor in the water council was Erik Lund.",
            COUNCIL,
            SUPPORTED,
            marks=known_bug("successor against predecessor is also read as swapped roles of the next noun"),
        ),
        pytest.param(
            "Erik Lund's successor as foreign minister of Norland was Otto Falk.",
            OFFICE,
            CONTRADICTED,
            marks=known_bug("the country of the office is taken for the other side"),
        ),
    ],
)
def test_verdict_by_giver_and_taker(statement: str, record: Fact | str, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict


@pytest.mark.parametrize(
    ("statement", "piece"),
    [
        ("Sudria took over the chair of the Northern League from Norland in January 2014.", "took over"),
        ("Norland handed over the chair of the Northern League to Sudria in January 2014.", "handed over"),
        ("Sudria succeeded Norland in the chair of the Northern League in January 2014.", "succeeded"),
        ("Norland was replaced by Sudria in the chair of the Northern League in January 2014.", "replaced"),
    ],
)
def test_the_conflict_is_in_the_deed_that_is_turned_round(statement: str, piece: str) -> None:
    finding = check(statement, CHAIR)
    assert aspects(finding) == {"role"}
    (swapped,) = [step for step in finding.proof if step.aspect == "role"]
    assert swapped.relation is Relation.ALTERNATION
    assert swapped.note == "the two sides are swapped"
    assert swapped.statement is not None
    assert swapped.statement.text == piece


def test_words_of_the_same_transfer_agree_and_those_of_another_stay_open() -> None:
    same = check("Norland inherited the chair of the Northern League from Sudria in January 2014.", CHAIR)
    assert relation(same, "inherited") is Relation.REVERSE_ENTAILMENT
    assert step(same, "inherited").note == "the same transfer"
    other = check("Norland inherited the chair of the Northern League from Ostria in January 2014.", CHAIR)
    assert relation(other, "inherited") is Relation.INDEPENDENCE
    missing = check("Norland inherited the chair of the Northern League in January 2014.", CHAIR)
    assert relation(missing, "inherited") is Relation.INDEPENDENCE
