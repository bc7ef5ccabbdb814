"""Results as plain text: for files, pipes, and terminals without colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kzfacts.reports import wording
from kzfacts.reports.characters import carets, cells, printable, wrap

if TYPE_CHECKING:
    from kzfacts.factbase import FactBase
    from kzfacts.finding import Finding

_NARROWEST = 20  # cells for the text on however small a terminal


class PlainReport:
    """The report ``text`` without escapes: carets under the statement mark what is in conflict.

    ``width`` is that of the terminal in cells; None leaves every line in one piece, so that it can be
    searched with grep.
    """

    def __init__(self, fact_base: FactBase, *, explain: bool = False, width: int | None = None) -> None:
        """Take the base whose facts the findings name; ``explain`` adds the proof."""
        self._fact_base = fact_base
        self._explain = explain
        self._width = None if width is None else max(_NARROWEST, width - wording.LABEL_WIDTH)

    def start(self) -> str:
        """Return nothing: the first result opens the report."""
        return ""

    def result(self, finding: Finding) -> str:
        """Return one result and the empty line after it."""
        lines = [
            *self._statement(finding),
            *(line for below in wording.lines_below(finding, self._fact_base) for line in self._labelled(below)),
        ]
        if self._explain and finding.proof:
            lines += ["", *("  " + line for line in table(wording.PROOF_HEADINGS, wording.proof_rows(finding.proof)))]
        return "\n".join(lines) + "\n\n"

    def end(self, verdicts: Mapping[str, int]) -> str:
        """Return nothing: the summary is no result."""
        return ""

    def _statement(self, finding: Finding) -> Iterator[str]:
        text = printable(finding.statement)
        spans = wording.conflicts(finding)
        label = wording.heading(finding.verdict)
        for start, end in wrap(text, self._width):
            yield label + text[start:end]
            label = " " * wording.LABEL_WIDTH
            marks, _ = carets(text, start, end, spans)
            if marks:
                yield label + marks

    def _labelled(self, line: wording.Line) -> Iterator[str]:
        label = f"  {line.label}".ljust(wording.LABEL_WIDTH)
        for start, end in wrap(line.text, self._width):
            yield label + line.text[start:end]
            label = " " * wording.LABEL_WIDTH


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a table in columns that align whatever the script."""
    every = [headings, *rows]
    widths = [max(map(cells, column)) for column in zip(*every, strict=True)]
    return [
        "  ".join(cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in every
    ]
