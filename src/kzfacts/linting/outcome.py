"""How a run over drafts ended: what counts, in numbers and words, and whether it fails."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from kzfacts.linting.results import CheckedFile, LintRun
from kzfacts.linting.settings import FailOn

FAILING: dict[str, tuple[str, ...]] = {
    "contradicted": ("contradicted",),
    "absent": ("contradicted", "absent"),
    "never": (),
}
"""The verdicts that make a run fail, by ``--fail-on``."""


class Tally(msgspec.Struct, frozen=True):
    """The numbers of a run: drafts, sentences by verdict that count, and those that do not."""

    drafts: int
    verdicts: dict[str, int]
    unchecked: int
    suppressed: int
    errors: int

    @property
    def sentences(self) -> int:
        """How many sentences were looked at."""
        return sum(self.verdicts.values()) + self.unchecked + self.suppressed

    def fails(self, fail_on: FailOn) -> bool:
        """Say whether a verdict is among the results that ``--fail-on`` names."""
        return any(self.verdicts.get(verdict) for verdict in FAILING[fail_on])

    def __str__(self) -> str:
        """Return the numbers in words: "2 drafts, 9 sentences: 3 supported, 1 contradicted, 5 absent"."""
        parts = [f"{self.verdicts.get(verdict, 0)} {verdict}" for verdict in ("supported", "contradicted", "absent")]
        parts += [f"{self.unchecked} not checkable"] if self.unchecked else []
        parts += [f"{self.suppressed} suppressed"] if self.suppressed else []
        heads = f"{_counted(self.drafts, 'draft')}, {_counted(self.sentences, 'sentence')}: "
        errors = f"; {_counted(self.errors, 'error')}" if self.errors else ""
        return heads + ", ".join(parts) + errors


def tally(run: LintRun) -> Tally:
    """Count what a run found."""
    verdicts: Counter[str] = Counter()
    unchecked = suppressed = 0
    for file in run.files:
        for result in file.results:
            if not result.checkable:
                unchecked += 1
            elif result.suppression is not None:
                suppressed += 1
            else:
                verdicts[result.finding.verdict.value] += 1
    errors = sum(problem.severity == "error" for problem in run.problems)
    return Tally(len(run.files), dict(verdicts), unchecked, suppressed, errors)


def has_sentences(files: Sequence[CheckedFile]) -> bool:
    """Say whether any of the drafts has a sentence."""
    return any(file.document.sentences for file in files)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
