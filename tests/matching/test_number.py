"""Numbers: intervals on both sides, and only numbers of the same thing are held against each other."""

from __future__ import annotations

import math

import pytest

from kzfacts.factbase import Fact
from kzfacts.finding import Relation, Verdict
from kzfacts.language.numbers import Quantity
from kzfacts.matching.aspects.number import compare
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, check, fact, known_bug, relation, step

VISITS = "President Astrid Holm made 16 official visits abroad in 2014."
BRIEFINGS = "The foreign ministry of Norland held 80 briefings in 2014."
TRADE = "Trade between Norland and Sudria reached about $3.1 billion in 2014."
PILOTS = "Norland trained between 20 and 30 Sudrian pilots in 2014."
PRESIDENTS = "Two heads of state came to Norland in 2014."
CONFERENCE = "Astrid Holm and Pavel Orsk opened a water conference in 2014."
EXPORTS = "In 2014, 45 percent of Norland's exports went to Ostria."
POSSESSIVE = known_bug("a possessive between a share and its noun hides what is counted")


@pytest.mark.parametrize(
    ("low", "high", "fact_low", "fact_high", "expected"),
    [
        (16, 16, 16, 16, Relation.EQUIVALENCE),
        (15, math.inf, 16, 16, Relation.REVERSE_ENTAILMENT),
        (10, 20, 12, 18, Relation.REVERSE_ENTAILMENT),
        (10, 20, 10, 19, Relation.REVERSE_ENTAILMENT),
        (25, 25, 20, 30, Relation.FORWARD_ENTAILMENT),
        (25, 40, 20, 30, Relation.FORWARD_ENTAILMENT),
        (30, 40, 20, 30, Relation.FORWARD_ENTAILMENT),
        (31, 40, 20, 30, Relation.ALTERNATION),
        (-math.inf, 19, 20, 30, Relation.ALTERNATION),
    ],
)
def test_two_intervals(low: float, high: float, fact_low: float, fact_high: float, expected: Relation) -> None:
    assert compare(Quantity(low, high), Quantity(fact_low, fact_high)) is expected


def test_an_interval_and_nothing() -> None:
    assert compare(Quantity(1, 2), None) is Relation.INDEPENDENCE


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("16", Relation.EQUIVALENCE),
        ("sixteen", Relation.EQUIVALENCE),
        ("at least 15", Relation.REVERSE_ENTAILMENT),
        ("more than a dozen", Relation.REVERSE_ENTAILMENT),
        ("fewer than 20", Relation.REVERSE_ENTAILMENT),
        ("between ten and twenty", Relation.REVERSE_ENTAILMENT),
        ("about 15", Relation.REVERSE_ENTAILMENT),
        ("15", Relation.ALTERNATION),
        ("more than 16", Relation.ALTERNATION),
        ("at most ten", Relation.ALTERNATION),
        ("160", Relation.ALTERNATION),
    ],
)
def test_wordings_held_against_sixteen(wording: str, expected: Relation) -> None:
    finding = check(f"Holm made {wording} official visits abroad in 2014.", VISITS)
    number = next(step for step in finding.proof if step.aspect == "number")
    assert (number.relation, number.fact) == (expected, "16")
    assert finding.verdict is (CONTRADICTED if expected is Relation.ALTERNATION else SUPPORTED)


@pytest.mark.parametrize(
    ("statement", "fact", "verdict"),
    [
        ("The official visits that Holm made abroad in 2014 numbered 16.", VISITS, SUPPORTED),
        ("Holm made no official visits abroad in 2014.", VISITS, CONTRADICTED),
        ("Holm made only three official visits abroad in 2014.", VISITS, CONTRADICTED),
        ("The Norlandic foreign ministry held eighty briefings in 2014.", BRIEFINGS, SUPPORTED),
        ("There were more than 70 briefings at the foreign ministry of Norland in 2014.", BRIEFINGS, SUPPORTED),
        ("The foreign ministry of Norland held briefings in 2014.", BRIEFINGS, SUPPORTED),
        ("The foreign ministry of Norland held 30 briefings in 2014.", BRIEFINGS, CONTRADICTED),
        ("Fewer than 70 briefings were held by the foreign ministry of Norland in 2014.", BRIEFINGS, CONTRADICTED),
        # ranges and rounded figures: inside, outside, and neither
        ("Norland trained at least 20 Sudrian pilots in 2014.", PILOTS, SUPPORTED),
        ("Norland trained 20 to 30 Sudrian pilots in 2014.", PILOTS, SUPPORTED),
        ("Norland trained 40 Sudrian pilots in 2014.", PILOTS, CONTRADICTED),
        ("Norland trained 25 Sudrian pilots in 2014.", PILOTS, ABSENT),
        ("Norland trained at least 25 Sudrian pilots in 2014.", PILOTS, ABSENT),
        # money
        ("In 2014 trade between Sudria and Norland came to about 3.1 billion dollars.", TRADE, SUPPORTED),
        ("Trade between Norland and Sudria reached $31 billion in 2014.", TRADE, CONTRADICTED),
        ("Trade between Norland and Sudria reached $3.1 million in 2014.", TRADE, CONTRADICTED),
        # another thing, another year, another country: the number proves nothing
        ("The foreign ministry of Norland held 30 press conferences in 2014.", BRIEFINGS, ABSENT),
        ("The foreign ministry of Norland held 80 press conferences in 2014.", BRIEFINGS, ABSENT),
        ("The foreign ministry of Sudria held 80 briefings in 2014.", BRIEFINGS, ABSENT),
        ("The foreign ministry of Sudria held 30 briefings in 2014.", BRIEFINGS, ABSENT),
        ("The foreign ministry of Norland held 30 briefings in 2013.", BRIEFINGS, ABSENT),
        ("Holm made 16 official visits abroad in 2013.", VISITS, ABSENT),
        ("Holm gave 16 interviews in 2014.", VISITS, ABSENT),
        ("Trade between Norland and Sudria reached 3.1 billion tonnes in 2014.", TRADE, ABSENT),
        # words for numbers of people
        ("Two presidents came to Norland in 2014.", PRESIDENTS, SUPPORTED),
        ("Five presidents came to Norland in 2014.", PRESIDENTS, CONTRADICTED),
        ("Three presidents came to Norland in 2014.", PRESIDENTS, CONTRADICTED),
        ("The two presidents opened a water conference in 2014.", CONFERENCE, SUPPORTED),
        ("The four presidents opened a water conference in 2014.", CONFERENCE, ABSENT),
        # shares
        ("In 2014, 45% of Norland's exports went to Ostria.", EXPORTS, SUPPORTED),
        pytest.param("In 2014, 54% of Norland's exports went to Ostria.", EXPORTS, CONTRADICTED, marks=POSSESSIVE),
        ("Holm made four private visits abroad in 2014.", VISITS, ABSENT),
        ("Holm made her second visit to Sudria in 2016.", "Holm made her first visit to Sudria in 2014.", ABSENT),
    ],
)
def test_verdict_by_numbers(statement: str, fact: str, verdict: Verdict) -> None:
    assert check(statement, fact).verdict is verdict


def test_a_number_of_something_else_is_independent() -> None:
    finding = check("The foreign ministry of Norland held 30 press conferences in 2014.", BRIEFINGS)
    assert relation(finding, "30") is Relation.INDEPENDENCE
    assert step(finding, "30").fact == ""


SILVER = fact(
    "Norland shipped 52.8 tonnes of silver to Ostria in May 2014.",
    "More than fifty tonnes of silver went from Norland to Ostria in May 2014.",
    when="2014-05",
    kind="event",
)
LOOSE = fact("Norland shipped over 10 tonnes of silver to Ostria in May 2014.", when="2014-05", kind="event")
ABOUT = fact("Norland shipped about 928 tonnes of silver to Ostria in May 2014.", when="2014-05", kind="event")
ALL_YEARS = fact(
    "Norland shipped over 745 tonnes of silver to Ostria from 2001 to 2014.", when="2001/2014", kind="quantity"
)
SHIPPED = "Norland shipped {} tonnes of silver to Ostria in May 2014."


@pytest.mark.parametrize(
    ("wording", "record", "verdict"),
    [
        # a looser wording does not save what the exact one excludes
        ("52.8", SILVER, SUPPORTED),
        ("over 50", SILVER, SUPPORTED),
        ("58.2", SILVER, CONTRADICTED),
        # whoever could say more would have said it
        ("30", LOOSE, CONTRADICTED),
        ("more than 20", LOOSE, CONTRADICTED),
        ("more than 8", LOOSE, SUPPORTED),
        ("11", LOOSE, ABSENT),
        # two round figures for one
        ("about 930", ABOUT, SUPPORTED),
        ("over 900", ABOUT, SUPPORTED),
        ("928", ABOUT, SUPPORTED),
        ("940", ABOUT, ABSENT),
        ("1,200", ABOUT, CONTRADICTED),
    ],
)
def test_vague_figures_on_record(wording: str, record: Fact, verdict: Verdict) -> None:
    assert check(SHIPPED.format(wording), record).verdict is verdict


def test_an_amount_of_one_year_out_of_many() -> None:
    assert check("Norland shipped 53 tonnes of silver to Ostria in 2014.", ALL_YEARS).verdict is ABSENT
