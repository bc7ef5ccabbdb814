"""From links to a verdict: agreement all through supports, one conflict on shared matter contradicts."""

from __future__ import annotations

import pytest

from kzfacts.finding import Relation, Verdict
from kzfacts.language.reading import Unit, UnitKind
from kzfacts.matching.link import Link
from kzfacts.matching.proof import MISSTATED, Judgement, Policy, decide, misstated, reach
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED

POLICY = Policy()


def link(
    relation: Relation,
    aspect: str = "word",
    *,
    kind: UnitKind = "word",
    sign: int = 1,
    weight: float = 1.0,
    hard: bool = False,
) -> Link:
    return Link(aspect, relation, Unit(kind, "piece", 0, 5, 0, (), sign), "met", "", weight, hard)


def name(relation: Relation) -> Link:
    return link(relation, "name", kind="name", weight=1.5, hard=True)


SAME = link(Relation.EQUIVALENCE)
SURE = link(Relation.REVERSE_ENTAILMENT)
OPEN = link(Relation.INDEPENDENCE)
OPPOSITE = link(Relation.ALTERNATION)
DENIED = link(Relation.NEGATION, "polarity")
KNOWN = name(Relation.EQUIVALENCE)
STRANGER = name(Relation.INDEPENDENCE)
LIMIT = Link("modality", Relation.FORWARD_ENTAILMENT, None, "promised", "a promise")
OTHER_NUMBER = link(Relation.ALTERNATION, "number", kind="number", hard=True)
OPEN_NUMBER = link(Relation.FORWARD_ENTAILMENT, "number", kind="number", hard=True)
OTHER_DATE = link(Relation.ALTERNATION, "date", kind="date", hard=True)


@pytest.mark.parametrize(
    ("links", "verdict"),
    [
        ([KNOWN, SAME, SURE], SUPPORTED),
        ([KNOWN, SAME, SAME, OPPOSITE], CONTRADICTED),
        ([KNOWN, SAME, SAME, DENIED], CONTRADICTED),
        ([KNOWN, SAME, SAME, OTHER_NUMBER], CONTRADICTED),
        # what must be vouched for and is not
        ([KNOWN, SAME, SAME, OPEN_NUMBER], ABSENT),
        ([KNOWN, KNOWN, SAME, SAME, SAME, SAME, SAME, STRANGER], ABSENT),
        ([KNOWN, SAME, SAME, OPPOSITE, STRANGER], ABSENT),
        # the fact limits itself
        ([KNOWN, SAME, SURE, LIMIT], ABSENT),
        ([KNOWN, SAME, SAME, OTHER_DATE, LIMIT], ABSENT),
        # too little is shared
        ([KNOWN, SAME, OPEN, OPEN], ABSENT),
        ([KNOWN, SAME, OPPOSITE, OPEN, OPEN], ABSENT),
        ([KNOWN, KNOWN, KNOWN, KNOWN, SAME, OPEN], ABSENT),  # shared names are no shared claim
        ([OPEN], ABSENT),
        ([], ABSENT),
    ],
)
def test_composing_links(links: list[Link], verdict: Verdict) -> None:
    assert decide(links, POLICY).verdict is verdict


def test_thresholds_are_the_policys() -> None:
    links = [KNOWN, SAME, SAME, SAME, OPEN]
    assert decide(links, Policy(support=0.8)).verdict is SUPPORTED
    assert decide(links, Policy(support=0.9)).verdict is ABSENT
    links = [KNOWN, SAME, OPPOSITE, OPEN]
    assert decide(links, Policy(contradict=0.7)).verdict is CONTRADICTED
    assert decide(links, Policy(contradict=0.8)).verdict is ABSENT


def test_reach_is_the_share_that_the_fact_speaks_to() -> None:
    assert reach([SAME, OPPOSITE, OPEN, OPEN]) == 0.5
    assert reach([KNOWN, link(Relation.INDEPENDENCE, weight=0.5)]) == 0.75
    assert reach([OPEN]) == reach([]) == reach([LIMIT]) == 0.0


def test_a_verdict_is_stronger_than_none_and_support_than_contradiction() -> None:
    none, against, for_it, more_against = (
        Judgement(verdict, score, [])
        for verdict, score in ((ABSENT, 1.0), (CONTRADICTED, 0.8), (SUPPORTED, 0.8), (CONTRADICTED, 0.9))
    )
    assert none.strength < against.strength < for_it.strength < more_against.strength


@pytest.mark.parametrize(
    ("verdict", "met", "expected"),
    [
        (SUPPORTED, 1.0, CONTRADICTED),
        (SUPPORTED, MISSTATED, CONTRADICTED),
        (SUPPORTED, MISSTATED - 0.1, ABSENT),
        (CONTRADICTED, 1.0, ABSENT),
        (ABSENT, 1.0, ABSENT),
    ],
)
def test_what_says_a_misstatement_is_contradicted(verdict: Verdict, met: float, expected: Verdict) -> None:
    judgement = misstated(Judgement(verdict, 0.9, []), met)
    assert judgement.verdict is expected
    assert judgement.wrong
