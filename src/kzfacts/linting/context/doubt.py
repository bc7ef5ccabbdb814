"""Findings on sentences whose context leaves open what they speak of: those are absent, whatever the record has."""

from __future__ import annotations

from kzfacts.finding import Finding, Verdict
from kzfacts.linting.results import Statement


def held_back(statement: Statement, finding: Finding) -> Finding:
    """Return the finding on a statement, absent where it is not plain whom or what the sentence means.

    What is likely is enough for the record to bear it out, not to contradict it.
    """
    contradicted = finding.verdict is Verdict.CONTRADICTED
    open_words = (*statement.unclear, *(statement.guessed if contradicted else ()))
    if not open_words or finding.verdict is Verdict.ABSENT:
        return finding
    words = ", ".join(f"“{word}”" for word in dict.fromkeys(open_words))
    message = f"not plain here what is meant: {words}"
    return Finding(finding.statement, Verdict.ABSENT, 0.0, message, related=finding.related)
