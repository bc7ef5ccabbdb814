"""Transformations on facts: how often the verdict is as it must be, and where it is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from random import Random

import msgspec

from kzfacts import Checker, Fact, Finding
from metamorphic.model import Expectation, Sentence, Transformation, holds, wordings
from metamorphic.world import World


class Trial(msgspec.Struct, frozen=True):
    """One changed sentence with the finding on it; ``before`` is that on the sentence as it was, where it matters."""

    transformation: Transformation
    sentence: Sentence
    changed: str
    finding: Finding
    before: Finding | None

    @property
    def holds(self) -> bool:
        """Say whether the verdict is as it must be."""
        return holds(self.transformation.expected, self.finding, self.sentence, self.before)


class Trials:
    """Tries transformations on facts; the verdicts on unchanged sentences are kept."""

    def __init__(self, checker: Checker, world: World) -> None:
        self._checker = checker
        self._world = world
        self._before: dict[str, Finding] = {}

    def of(self, transformation: Transformation, facts: Iterable[Fact]) -> Iterator[Trial]:
        """Yield a trial for each sentence to which a transformation applies."""
        compared = transformation.expected is Expectation.UNCHANGED
        for fact in facts:
            for number, sentence in enumerate(wordings(transformation, fact)):
                changed = change(transformation, sentence, self._world, number)
                if changed is not None:
                    before = self._check(sentence.text) if compared else None
                    yield Trial(transformation, sentence, changed, self._checker.check(changed), before)

    def sample(self, transformation: Transformation, size: int) -> list[Trial]:
        """Return the first trials of a transformation, the facts in an order that new facts hardly change."""
        return list(islice(self.of(transformation, self._world.shuffled), size))

    def _check(self, text: str) -> Finding:
        found = self._before.get(text)
        if found is None:
            found = self._before[text] = self._checker.check(text)
        return found


def change(transformation: Transformation, sentence: Sentence, world: World, number: int = 0) -> str | None:
    """Return the changed sentence, the same on every run; None where the transformation does not apply."""
    return transformation.transform(sentence, world, Random(f"{transformation.name}:{sentence.fact.id}:{number}"))


def share(trials: list[Trial]) -> float:
    """Return the share of trials that hold, 0 to 1; 1 where there are none."""
    return sum(trial.holds for trial in trials) / len(trials) if trials else 1.0
