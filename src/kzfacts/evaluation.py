"""Scores of a run over labelled statements: accuracy, F1 and what was confused with what.

Precision, recall and F1 as usual in classification; macro-F1 is the plain mean over the verdicts that
occur among the labels or the answers, so that a rare verdict counts as much as a frequent one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kzfacts.finding import Finding, Verdict


@dataclass(frozen=True)
class Outcome:
    """One labelled statement: the verdict ``expected`` and the one ``got``."""

    expected: Verdict
    got: Verdict
    category: str = ""

    @property
    def right(self) -> bool:
        """Whether the two agree."""
        return self.expected is self.got


@dataclass(frozen=True)
class Judged:
    """One labelled statement with its finding; ``place`` is the ``path:line`` of its row."""

    place: str
    id: str
    category: str
    expected: Verdict
    finding: Finding

    @property
    def outcome(self) -> Outcome:
        """What counts of it in a score."""
        return Outcome(self.expected, self.finding.verdict, self.category)


@dataclass(frozen=True)
class VerdictScore:
    """How well one verdict is given: each figure from 0 to 1, ``rows`` counts the labels of this verdict."""

    verdict: Verdict
    precision: float
    recall: float
    f1: float
    rows: int


@dataclass(frozen=True)
class CategoryScore:
    """How well the statements of one category fare; the false ones are answers that should be another."""

    category: str
    rows: int
    accuracy: float
    false_contradicted: int
    false_supported: int


@dataclass(frozen=True)
class Score:
    """All figures of one run; ``confusion`` counts by expected and then by given verdict."""

    rows: int
    accuracy: float
    macro_f1: float
    verdicts: tuple[VerdictScore, ...]
    confusion: dict[Verdict, dict[Verdict, int]]
    total: CategoryScore
    categories: tuple[CategoryScore, ...]


def score(outcomes: Iterable[Outcome]) -> Score:
    """Return the figures for ``outcomes``; raises ValueError when there are none."""
    every = tuple(outcomes)
    if not every:
        raise ValueError("no outcome to score")
    pairs = Counter((outcome.expected, outcome.got) for outcome in every)
    verdicts = tuple(_verdict_score(verdict, pairs) for verdict in Verdict)
    occurring = [one.f1 for one in verdicts if any(one.verdict in pair for pair in pairs)]
    total = _category_score("all", every)
    return Score(
        rows=len(every),
        accuracy=total.accuracy,
        macro_f1=sum(occurring) / len(occurring),
        verdicts=verdicts,
        confusion={expected: {got: pairs[expected, got] for got in Verdict} for expected in Verdict},
        total=total,
        categories=tuple(
            _category_score(category, [outcome for outcome in every if outcome.category == category])
            for category in sorted({outcome.category for outcome in every} - {""})
        ),
    )


def _verdict_score(verdict: Verdict, pairs: Counter[tuple[Verdict, Verdict]]) -> VerdictScore:
    right = pairs[verdict, verdict]
    labelled = sum(pairs[verdict, got] for got in Verdict)
    given = sum(pairs[expected, verdict] for expected in Verdict)
    return VerdictScore(
        verdict=verdict,
        precision=_ratio(right, given),
        recall=_ratio(right, labelled),
        f1=_ratio(2 * right, given + labelled),
        rows=labelled,
    )


def _category_score(category: str, outcomes: Sequence[Outcome]) -> CategoryScore:
    wrong = Counter(outcome.got for outcome in outcomes if not outcome.right)
    return CategoryScore(
        category=category,
        rows=len(outcomes),
        accuracy=_ratio(sum(outcome.right for outcome in outcomes), len(outcomes)),
        false_contradicted=wrong[Verdict.CONTRADICTED],
        false_supported=wrong[Verdict.SUPPORTED],
    )


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
