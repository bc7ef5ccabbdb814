"""Finds the text of docutils' nodes again in the source, for docutils tells lines only, and those roughly.

A node's ``rawsource`` has its lines without indents and block marks. They are looked for from where the last node
ended; then the inline nodes are followed through that raw text, past their markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from docutils import nodes

from kzfacts.documents.source import Source
from kzfacts.documents.traced import Trace, Traced

_ROLE = re.compile(r":[\w:.+-]+:`(?P<text>[^`<]*?)\s*(?:<[^`]*>)?`$", re.DOTALL)
_UNSEEN = (nodes.footnote_reference, nodes.citation_reference, nodes.image, nodes.raw, nodes.system_message, nodes.math)

_WINDOW = 400
"""How many lines below the last node, or the line that docutils names, text is looked for."""


def trace_of(parts: Iterable[Traced]) -> Traced:
    """Join the paragraphs of a cell by spaces."""
    trace = Trace()
    for part in parts:
        if part:
            if not trace.empty:
                trace.instead(" ", part.starts[0], part.starts[0] + 1)
            trace.traced(part)
    return trace.done()


class Finder:
    """Finds nodes in the source, each after the one before."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._line = 0
        self._column = 0
        self._row: tuple[int, int] | None = None
        self._cell_column = 0
        self._farthest = 0

    def text(self, node: nodes.Element) -> Traced:
        """Return what a reader sees of a paragraph, title or the like, with its places."""
        raw = node.rawsource or node.astext()
        places = self._places(raw, node.line)
        trace = Trace()
        _follow(node, raw, places, 0, len(raw), trace)
        return trace.done()

    def pass_over(self, node: nodes.Element) -> None:
        """Go on after a node that is left out, so that its text is not taken for that of a later one."""
        self._places((node.rawsource or node.astext()).strip("\n"), node.line)

    def comment(self, node: nodes.comment) -> tuple[int, int]:
        """Return the offsets of a comment's text in the source, end exclusive."""
        places = self._places(node.astext(), node.line)
        return places[0], places[-1]

    def begin_row(self) -> None:
        """Begin a row of a table, whose cells stand side by side."""
        self._row = (self._line, self._column)
        self._cell_column = 0
        self._farthest = self._line

    def end_cell(self) -> None:
        """Go back to the first line of the row, right of the cell that was read."""
        if self._row is not None:
            self._farthest = max(self._farthest, self._line)
            if self._cell_column:
                self._row = (self._row[0], self._cell_column)
            self._line, self._column = self._row

    def end_row(self) -> None:
        """Go on below the lowest cell of the row."""
        self._line, self._column, self._row = self._farthest + 1, 0, None

    def _places(self, raw: str, near: int | None) -> list[int]:
        """Return for each character of ``raw``, and its end, the offset in the source; move on past it."""
        lines = raw.split("\n")
        found = self._search([line.strip() for line in lines], near)
        if found is None:
            # Text that stands nowhere (made by a directive) is shown at the line that docutils names.
            line = min(max((near or self._line + 1) - 1, 0), len(self.source.line_starts) - 1)
            return [self.source.line_starts[line]] * (len(raw) + 1)
        first, columns = found
        places: list[int] = []
        for number, (line_text, column) in enumerate(zip(lines, columns, strict=True)):
            start = self.source.line_starts[first + number]
            if number:
                places.append(start - 1)
            indent = len(line_text) - len(line_text.lstrip())
            columns_there = range(column - indent, column - indent + len(line_text))
            places.extend(start + at for at in self._columns(first + number, columns_there))
        places.append(places[-1] + 1 if places else self.source.line_starts[first])
        last = first + len(lines) - 1
        if self._row is not None and first == self._row[0]:
            self._cell_column = columns[0] + len(lines[0].strip())
        self._line, self._column = last, columns[-1] + len(lines[-1].strip())
        return places

    def _shown(self, line: int) -> str:
        """Return a line as docutils has it, tabs turned into spaces."""
        return self.source.line_text(line).expandtabs(8)

    def _columns(self, line: int, columns: range) -> list[int]:
        """Return where in the line of the source the columns of the line that docutils has are."""
        text = self.source.line_text(line)
        if "\t" not in text:
            return [max(column, 0) for column in columns]
        real: list[int] = []
        for number, character in enumerate(text):
            width = 8 - len(real) % 8 if character == "\t" else 1
            real.extend([number] * width)
        return [real[column] if 0 <= column < len(real) else max(len(text) - 1, 0) for column in columns]

    def _search(self, lines: list[str], near: int | None) -> tuple[int, list[int]] | None:
        """Return the line (from 0) where ``lines`` stand in the source, and the column (from 0) of each."""
        beyond = max(self._line, near or 0) + _WINDOW
        for first in range(self._line, min(beyond, len(self.source.line_starts) - len(lines) + 1)):
            column = self._column if first == self._line else 0
            here = self._shown(first)
            at = here.find(lines[0], column)
            if at >= 0 and (columns := self._rest(lines, first, at)):
                return first, columns
        return None

    def _rest(self, lines: list[str], first: int, at: int) -> list[int] | None:
        columns = [at]
        for number, line in enumerate(lines[1:], start=1):
            there = self._shown(first + number)
            if there[at : at + len(line)] == line and self._row is not None:
                columns.append(at)
            elif there.strip() == line:
                columns.append(len(there) - len(there.lstrip()))
            elif (column := there.find(line, at if self._row is not None else 0)) >= 0:
                columns.append(column)
            else:
                return None
        return columns


def _follow(node: nodes.Node, raw: str, places: list[int], at: int, limit: int, trace: Trace) -> int:
    """Add the text of ``node``'s children, which stand in ``raw`` from ``at`` on; return where they end."""
    for child in node.children:
        if isinstance(child, nodes.Text):
            at = _words(child.astext(), raw, places, at, limit, trace)
        elif isinstance(child, nodes.Element) and not (isinstance(child, nodes.target) and not child.astext()):
            at = _inline(child, raw, places, at, limit, trace)
    return at


def _inline(node: nodes.Element, raw: str, places: list[int], at: int, limit: int, trace: Trace) -> int:
    """Add the text of an inline node; return where its markup ends."""
    markup = node.rawsource or node.astext()
    start = raw.find(markup, at, limit)
    if start < 0:
        start, end = at, limit
    else:
        end = start + len(markup)
    if isinstance(node, _UNSEEN):
        return end
    if isinstance(node, nodes.substitution_reference):
        if node.document is not None and (given := _substitute(node)):
            trace.instead(given, places[start], places[end - 1] + 1)
        return end
    if isinstance(node, nodes.problematic):
        match = _ROLE.match(markup)
        inner = match["text"] if match else markup
        offset = match.start("text") if match else 0
        trace.mapped(inner, places, start + offset)
        return end
    text = node.astext()
    inside = raw.find(text[:12].split("\n")[0], start, end) if text else start
    reached = _follow(node, raw, places, max(inside, start), end, trace)
    return end if end != limit else reached


def _substitute(node: nodes.substitution_reference) -> str:
    assert node.document is not None
    definitions = node.document.substitution_defs
    name = node.get("refname", "")
    name = name if name in definitions else node.document.substitution_names.get(name.lower(), name)
    return definitions[name].astext() if name in definitions else str(node.astext())


def _words(text: str, raw: str, places: list[int], at: int, limit: int, trace: Trace) -> int:
    """Add ``text``, which stands in ``raw`` at ``at``, but for backslashes that guard a character."""
    if raw.startswith(text, at):
        trace.mapped(text, places, at)
        return at + len(text)
    for character in text:
        guard = at
        while at < limit and raw[at] != character:
            at += 1
        if at >= limit:
            at = guard
            trace.instead(character, places[min(at, len(places) - 1)], places[min(at, len(places) - 1)] + 1)
            continue
        trace.mapped(character, places, at)
        at += 1
    return at
