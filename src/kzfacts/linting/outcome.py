"""How a run over drafts ended: what counts, in numbers, and whether it fails."""

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
    """The numbers of a run: how many sentences count, by their verdict, and how many errors there are."""

    verdicts: dict[str, int]
    errors: int

    def fails(self, fail_on: FailOn) -> bool:
        """Say whether a verdict is among the results that ``--fail-on`` names."""
        return any(self.verdicts.get(verdict) for verdict in FAILING[fail_on])


def tally(run: LintRun) -> Tally:
    """Count what a run found."""
    verdicts = Counter(
        result.finding.verdict.value
        for file in run.files
        for result in file.results
        if result.checkable and result.suppression is None
    )
    errors = sum(problem.severity == "error" for problem in run.problems)
    return Tally(dict(verdicts), errors)


def has_sentences(files: Sequence[CheckedFile]) -> bool:
    """Say whether any of the drafts has a sentence."""
    return any(file.document.sentences for file in files)
