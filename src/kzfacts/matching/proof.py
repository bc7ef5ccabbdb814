"""From links to a verdict.

The links of one statement with one fact compose like the joins of natural logic: agreement all through entails
(supported), a conflict on otherwise shared matter excludes (contradicted), anything that the fact leaves
open stays open (absent). Thresholds say how much of the content must be shared; a `Policy` holds them.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kzfacts.finding import Relation, Verdict
from kzfacts.language.reading import Unit
from kzfacts.matching.link import Link

MISSTATED = 0.75
"""The share of a misstatement that a statement must have to be the same mistake."""


class Policy(msgspec.Struct, frozen=True):
    """How much shared content a verdict needs, as shares of the statement's weight (0 to 1)."""

    support: float = 0.84
    contradict: float = 0.75
    wording: float = 0.65  # of the words alone, for support: shared names are no shared claim
    matched: float = 2.0  # weight that must agree before anything can be contradicted
    words: int = 1  # content words among it: names alone do not make the same matter
    same_matter: bool = False  # the text is known to be about the statement's subject, which it need not name


class Judgement(msgspec.Struct):
    """A verdict on a statement by one fact: ``score`` is the share of content that the fact speaks to."""

    verdict: Verdict
    score: float
    links: list[Link]
    wrong: bool = False  # found by a misstatement on record

    @property
    def strength(self) -> tuple[bool, float, bool]:
        """What sorts judgements: a verdict before none, then the share spoken to, then support."""
        return self.verdict is not Verdict.ABSENT, round(self.score, 2), self.verdict is Verdict.SUPPORTED

    @property
    def conflicts(self) -> list[Link]:
        """The links that make the contradiction."""
        return [link for link in self.links if link.conflicts]


def reach(links: Sequence[Link]) -> float:
    """Return the share of the statement that the fact speaks to, by agreement or conflict."""
    total = sum(link.weight for link in links if link.unit is not None) or 1.0
    return min(
        1.0, sum(link.weight for link in links if link.unit is not None and (link.agrees or link.conflicts)) / total
    )


def decide(links: Sequence[Link], policy: Policy) -> Judgement:
    """Compose ``links`` into a judgement."""
    total = sum(link.weight for link in links if link.unit is not None) or 1.0
    agreed = sum(link.weight for link in links if link.unit is not None and link.agrees)
    contrast = any(link.conflicts and link.unit is not None and link.unit.sign < 0 for link in links)
    open_hard = any(
        link.hard and not link.agrees and not link.conflicts and not (contrast and link.aspect == "name")
        for link in links
    )
    limited = any(link.unit is None and not link.agrees for link in links)
    conflict = any(link.conflicts for link in links)
    share = reach(links)
    words = sum(
        link.unit.kind == "word" and link.weight >= 0.8 for link in links if link.unit is not None and link.agrees
    )
    if limited and conflict and all(link.aspect == "date" for link in links if link.conflicts):
        conflict, open_hard = False, True  # a plan is not contradicted by another date
    worded = sum(link.weight for link in links if link.unit is not None and link.unit.kind == "word")
    wording = sum(link.weight for link in links if link.unit is not None and link.unit.kind == "word" and link.agrees)
    verdict = Verdict.ABSENT
    if conflict and not open_hard and share >= policy.contradict and agreed >= policy.matched and words >= policy.words:
        verdict = Verdict.CONTRADICTED
    elif (
        not conflict
        and not open_hard
        and not limited
        and agreed / total >= policy.support
        and agreed >= 1.0
        and wording >= policy.wording * worded
    ):
        verdict = Verdict.SUPPORTED
    return Judgement(verdict, share, list(links))


def misstated(judgement: Judgement, met: float) -> Judgement:
    """Turn a judgement by a misstatement into one by the fact that it gets wrong.

    Whatever says the misstatement is contradicted; what differs from it, or says but a part of it (``met``, the
    share of the misstatement that the statement has), may still be right or wrong.
    """
    says_it = judgement.verdict is Verdict.SUPPORTED and met >= MISSTATED
    verdict = Verdict.CONTRADICTED if says_it else Verdict.ABSENT
    return Judgement(verdict, judgement.score if says_it else judgement.score / 2, judgement.links, wrong=True)


FLIPPED = {
    Verdict.SUPPORTED: Verdict.CONTRADICTED,
    Verdict.CONTRADICTED: Verdict.SUPPORTED,
    Verdict.ABSENT: Verdict.ABSENT,
}
"""What a verdict becomes when the statement denies the whole: "it is not true that ..."."""


def denial(unit: Unit) -> Link:
    """Return the link that records a denied whole in the proof."""
    return Link("polarity", Relation.NEGATION, unit, note="the statement denies the whole", weight=0.0)
