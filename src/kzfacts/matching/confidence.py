"""How sure a verdict is: the probability, from 0 to 1, that a finding is right, by what its proof looks like.

A scorecard, as in Siddiqi, "Credit Risk Scorecards" (2006): each trait of a proof adds points, the logit of the
probability is their sum. `kzfacts.matching.points` has the points, fitted on labelled statements by
``benchmarks/calibrate.py``; docs/accuracy.md shows how well they hold. The points are of no account for the verdict,
which rests on `Judgement.score` and the thresholds of a `Policy`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kzfacts.finding import Verdict
from kzfacts.matching.compilation import LASTING_KINDS
from kzfacts.matching.points import POINTS
from kzfacts.matching.proof import FULL, Judgement

if TYPE_CHECKING:
    from kzfacts.matching.explanation import Answer

SHARES = (0.87, 0.93, 0.97, 1.0)
"""Steps of the share of the statement that the fact speaks to."""
NEAR = (0.3, 0.5, 0.6, 0.8, 0.95)
"""Steps of the share of the claim that the statement has."""
READ = (0.4, 0.5, 0.6)
"""Steps of the share of the statement's words that any unit of its reading holds."""
LOWEST, HIGHEST = 0.05, 0.99
"""What no probability goes below or above: the labels themselves are not surer than that."""
START = "start"
"""The name of the points that every proof has."""


def confidence(answer: Answer, *, whole: bool = True) -> float:
    """Return the probability that a supported or contradicted answer is right, rounded to two decimals.

    ``whole`` says that it answers the whole statement, not a part of it. A statement that is a wording on record has
    the highest there is: that its verdict is right is no matter of likeness.
    """
    if answer.judgement.verbatim:
        return HIGHEST
    points = POINTS[answer.judgement.verdict.value]
    logit = points[START] + sum(points.get(trait, 0.0) for trait in traits(answer, whole=whole))
    return round(min(HIGHEST, max(LOWEST, 1 / (1 + math.exp(-logit)))), 2)


def traits(answer: Answer, *, whole: bool = True) -> list[str]:
    """Return the traits of an answer that may have points. One with ``>=`` is a step: who has it has those below."""
    judgement = answer.judgement
    links = [link for link in judgement.links if link.unit is not None]
    agreed = [link for link in links if link.agrees]
    names = {link.unit.keys for link in agreed if link.aspect == "name" and link.unit is not None}
    words = [link for link in agreed if link.aspect == "word" and link.weight >= FULL]
    found = [
        *_steps("share", judgement.score, SHARES),
        *_steps("nearness", judgement.nearness, NEAR),
        *_steps("read", _share_read(answer), READ),
        *_steps("names", len(names), (2, 3)),
        *_steps("words", len(words), (2, 3)),
        *(f"same {aspect}" for aspect in ("date", "number") if any(link.aspect == aspect for link in agreed)),
    ]
    checks = {
        "whole": whole,
        "lasting": answer.fact.kind in LASTING_KINDS,
        "nothing open": all(link.agrees or link.conflicts for link in links),
        "same words": all(link.same_word for link in agreed if link.aspect == "word"),
    }
    found += [name for name, holds in checks.items() if holds]
    if judgement.verdict is Verdict.CONTRADICTED:
        found.append(f"conflict: {_conflict(judgement)}")
    return found


def _steps(name: str, value: float, steps: tuple[float, ...]) -> list[str]:
    return [f"{name} >= {step:g}" for step in steps if round(value, 2) >= step]


def _share_read(answer: Answer) -> float:
    """Return the share of the statement's words that its units hold; the rest are small words and what is not read."""
    held = sum(len(unit.text.split()) for unit in answer.reading.units)
    return held / max(1, len(answer.reading.text.split()))


def _conflict(judgement: Judgement) -> str:
    """Return what a contradiction rests on: an aspect, ``several`` or a ``misstatement``."""
    if judgement.wrong:
        return "misstatement"
    conflicts = judgement.conflicts
    if len(conflicts) != 1:
        return "several" if conflicts else "denial"
    return conflicts[0].aspect
