"""The tables of a page: cells gathered into rows, and which row is the header."""

from __future__ import annotations

from collections.abc import Mapping

from kzfacts.documents.attributes import number_in
from kzfacts.documents.traced import Trace, Traced

MOST_COLUMNS = 50
"""A cell that claims to span more columns spans so many."""


class Table:
    """A table while it is read."""

    def __init__(self) -> None:
        self.caption: Traced | None = None
        self._rows: list[list[Traced]] = []
        self._heads: list[bool] = []
        self._row: list[Traced] = []
        self._names: list[str] = []
        self._all_heads = True
        self._in_head = False
        self._cell = Trace()
        self._open = ""
        self._span = 1

    def open(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take in the start of an element in the table."""
        if tag == "thead":
            self._in_head = True
        elif tag == "tr":
            self._row, self._all_heads = [], True
        elif tag in {"td", "th", "caption"}:
            self._open = tag
            self._span = number_in(attributes.get("colspan", "1"), MOST_COLUMNS, otherwise=1)

    def close(self, tag: str) -> None:
        """Take in the end of an element in the table."""
        if tag == "thead":
            self._in_head = False
        elif tag == "tr":
            self._rows.append(self._row)
            self._heads.append(bool(self._row) and (self._in_head or self._all_heads))
            self._row = []
        elif tag == self._open:
            text = self._cell.done()
            self._open = ""
            if tag == "caption":
                self.caption = text
                return
            self._all_heads = self._all_heads and tag == "th"
            self._row.extend([text] * (self._span if tag == "th" and (self._in_head or self._all_heads) else 1))

    def takes(self, trace: Trace) -> bool:
        """Move what ``trace`` has into the open cell; say whether the text was the table's."""
        text = trace.done()
        if text and self._open:
            if not self._cell.empty:
                self._cell.instead(" ", text.starts[0], text.starts[0] + 1)
            self._cell.traced(text)
        return True

    def done(self) -> tuple[tuple[tuple[Traced, ...], ...], tuple[str, ...]]:
        """Return the rows without the header rows at the top, and the names of the columns."""
        if self._row:
            self.close("tr")
        first = 0
        while first < len(self._rows) - 1 and self._heads[first]:
            first += 1
        header = tuple(cell.text for cell in self._rows[first - 1]) if first else ()
        return tuple(tuple(row) for row in self._rows[first:]), header
