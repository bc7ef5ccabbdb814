"""Results in colour, drawn with rich.

Whatever comes from a user or a file is put into `rich.text.Text`, never into markup, and has passed
`printable`, so that it can neither colour nor move anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kzfacts.finding import Verdict
from kzfacts.reports import wording
from kzfacts.reports.characters import printable

if TYPE_CHECKING:
    from kzfacts.factbase import FactBase
    from kzfacts.finding import Finding, Step

_COLOURS = {Verdict.SUPPORTED: "green", Verdict.CONTRADICTED: "red", Verdict.ABSENT: "yellow"}
_LABELS = "dim"
_UNLIMITED = 100_000  # cells: no line is ever broken
_NARROWEST = 20


class TerminalReport:
    """The report ``text`` in colour; ``width`` in cells, None where lines may be of any length."""

    def __init__(
        self, fact_base: FactBase, *, explain: bool = False, width: int | None = None, hyperlinks: bool = False
    ) -> None:
        """Take the base whose facts the findings name; ``explain`` adds the proof."""
        self._fact_base = fact_base
        self._explain = explain
        self._hyperlinks = hyperlinks
        self._width = None if width is None else max(_NARROWEST + wording.LABEL_WIDTH, width)
        self._console = Console(
            file=StringIO(),
            force_terminal=True,
            color_system="standard",
            width=self._width or _UNLIMITED,
            height=25,  # without it rich takes a dumb terminal to be 80 cells wide
            legacy_windows=False,
            no_color=False,
            emoji=False,
            markup=False,
            highlight=False,
        )

    def start(self) -> str:
        """Return nothing: the first result opens the report."""
        return ""

    def result(self, finding: Finding) -> str:
        """Return one result and the empty line after it."""
        with self._console.capture() as capture:
            colour = _COLOURS[finding.verdict]
            self._print(Text(wording.heading(finding.verdict), f"bold {colour}"), _marked(finding, colour))
            for line in wording.lines_below(finding, self._fact_base, linked=self._hyperlinks):
                label = Text(f"  {line.label}".ljust(wording.LABEL_WIDTH), _LABELS)
                self._print(label, Text(line.text, f"link {line.link}" if line.link else ""))
            if self._explain and finding.proof:
                self._console.print()
                self._console.print(_proof(finding.proof))
            self._console.print()
        return capture.get()

    def end(self, verdicts: Mapping[str, int]) -> str:
        """Return nothing: the summary is no result."""
        return ""

    def _print(self, label: Text, text: Text) -> None:
        """Print ``text`` beside its label, further lines below its beginning."""
        pieces = [text] if self._width is None else text.wrap(self._console, self._width - wording.LABEL_WIDTH)
        for piece in pieces:
            piece.rstrip()
            self._console.print(Text.assemble(label, piece), soft_wrap=True)
            label = Text(" " * wording.LABEL_WIDTH)


def _marked(finding: Finding, colour: str) -> Text:
    """Return the statement with what decides the verdict coloured and underlined."""
    text = Text(printable(finding.statement))
    for start, end in wording.conflicts(finding):
        text.stylize(f"bold underline {colour}", start, end)
    return text


def _proof(proof: tuple[Step, ...]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=_LABELS)
    for heading in wording.PROOF_HEADINGS:
        table.add_column(heading)
    for row in wording.proof_rows(proof):
        table.add_row(*map(Text, row))
    return table
