"""Reports: one output format a file. A report knows findings and facts, and nothing of how they came about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kzfacts.finding import Finding


class Report(Protocol):
    """A report writes results one at a time: ``start``, ``result`` for each, ``end``."""

    def start(self) -> str | bytes:
        """Return what comes before the first result."""

    def result(self, finding: Finding) -> str | bytes:
        """Return one result."""

    def end(self, verdicts: Mapping[str, int]) -> str | bytes:
        """Return what comes after the last result, given how often each verdict was reached."""
