"""Scope: "only" against what the record counts, lists, leaves open or limits in the same way."""

from __future__ import annotations

import pytest

from kzfacts.factbase import Fact
from kzfacts.finding import Relation, Verdict
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, check, fact, step

COUNTED = "Two heads of state attended the summit in Marenza in 2014."
PAIR = "Astrid Holm and Erik Lund attended the summit in Marenza in 2014."
ALONE = "Astrid Holm alone attended the summit in Marenza in 2014."
OPEN_LIST = "The talks in Marenza in 2014 covered trade, water and other subjects."
ANY = "Norland may request a meeting of the council at any time."
UNION = fact("Erik Lund said the Northern League was first of all an economic union of states.", kind="statement")


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        # the record counts more
        ("The only head of state attended the summit in Marenza in 2014.", COUNTED, CONTRADICTED),
        ("Only one head of state attended the summit in Marenza in 2014.", COUNTED, CONTRADICTED),
        # the record lists more, or leaves its list open
        ("The talks in Marenza in 2014 covered only trade.", OPEN_LIST, CONTRADICTED),
        ("The talks in Marenza in 2014 covered water and trade.", OPEN_LIST, SUPPORTED),
        # the record does not say that there was nobody else
        ("Only Astrid Holm attended the summit in Marenza in 2014.", PAIR, ABSENT),
        ("Astrid Holm attended the summit in Marenza in 2014.", PAIR, SUPPORTED),
        # the record is as exclusive
        ("Only Astrid Holm attended the summit in Marenza in 2014.", ALONE, SUPPORTED),
        ("Astrid Holm attended the summit in Marenza in 2014.", ALONE, SUPPORTED),
        # the record sets no condition
        ("Norland may request a meeting of the council only in an emergency.", ANY, CONTRADICTED),
        ("Norland may request a meeting of the council only if Sudria agrees.", ANY, CONTRADICTED),
        ("Norland may request a meeting of the council at any time.", ANY, SUPPORTED),
        # one of a group singled out
        ("Erik Lund said the Northern League was above all an economic union of states.", UNION, SUPPORTED),
        ("Erik Lund said the Northern League was above all a political union of states.", UNION, CONTRADICTED),
        ("Erik Lund said the Northern League was a political union of states.", UNION, ABSENT),
    ],
)
def test_verdict_by_scope(statement: str, record: Fact | str, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (ALONE, Relation.EQUIVALENCE),
        (PAIR, Relation.INDEPENDENCE),
        (PAIR + " So did several others.", Relation.ALTERNATION),
    ],
)
def test_relation_of_the_exclusive_word(record: str, expected: Relation) -> None:
    finding = check("Only Astrid Holm attended the summit in Marenza in 2014.", record)
    only = step(finding, "Only")
    assert (only.aspect, only.relation) == ("scope", expected)
