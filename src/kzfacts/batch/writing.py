"""Rows with their answers as CSV, TSV or JSON lines: the row's own part as it was, and what is added behind it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Literal, Protocol

import msgspec

from kzfacts.batch.checking import Answer
from kzfacts.batch.columns import ADDED, FILE, added_names
from kzfacts.batch.rows import JSON, Input, Row
from kzfacts.reports.characters import printable
from kzfacts.reports.json import one_line

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet takes for a formula."""
_SURPLUS = "surplus"
"""The field for cells beyond the last column, which have no name."""
_keys = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode


class Writer(Protocol):
    """Turns rows and answers into text."""

    def start(self) -> str:
        """Return what comes before the first row."""

    def row(self, row: Row, answer: Answer) -> str:
        """Return a row with what is added to it and its line end."""


def open_writer(first: Input, format_: str, *, files: bool) -> Writer:
    """Return the writer of ``csv``, ``tsv`` or ``jsonl``, by the shape of the first input.

    ``csv`` keeps the input's own delimiter, unless that is a tab. ``files`` adds the name of each row's file.
    """
    if format_ == "jsonl":
        return JsonWriter(first, files=files)
    if format_ == "tsv":
        return CsvWriter(first, "\t", files=files)
    own = first.delimiter
    return CsvWriter(first, own if own not in ("", "\t") else ",", files=files)


class CsvWriter:
    """Rows as CSV; those that have the same delimiter already stay in their very text."""

    def __init__(self, first: Input, delimiter: str, *, files: bool) -> None:
        """Take the first input, whose columns all others have."""
        self._columns = first.columns
        self._delimiter = delimiter
        self._files = files
        self._names = added_names(first.columns, (FILE, *ADDED) if files else ADDED)
        self._end = first.line_end
        self._preamble = f"{first.preamble}{first.line_end}" if first.preamble and delimiter == first.delimiter else ""
        self._mark = "\ufeff" if first.spreadsheet else ""

    def start(self) -> str:
        """Return the header, before it the byte order mark and the ``sep=`` line where the input is a spreadsheet's."""
        header = _cells((*self._columns, *self._names), self._delimiter)
        return f"{self._mark}{self._preamble}{header}{self._end}"

    def row(self, row: Row, answer: Answer) -> str:
        """Return the row's cells, the added ones, and those that were beyond the last column."""
        own = row.raw if row.raw and row.form == self._delimiter else _cells(row.cells, self._delimiter)
        if own.lstrip().startswith(_COMMAND):
            own = _cells(row.cells, self._delimiter, csv.QUOTE_ALL)
        pieces = [own, self._added(row, answer)]
        if row.surplus:
            pieces.append(_cells(row.surplus, self._delimiter))
        return self._delimiter.join(pieces) + self._end

    def _added(self, row: Row, answer: Answer) -> str:
        """Return the added cells; none is taken for a formula."""
        score = "" if answer.score is None else str(answer.score)
        cells = [answer.verdict, score, answer.fact_id, answer.message, answer.citation]
        if self._files:
            cells.insert(0, printable(row.path))
        return _cells([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells], self._delimiter)


_COMMAND = ("::", "##[")
"""What a line begins with that a log of GitHub Actions takes for a command; in quotes it is none."""


def _cells(cells: Sequence[str], delimiter: str, quoting: Literal[0, 1] = csv.QUOTE_MINIMAL) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n", quoting=quoting).writerow(cells)
    return buffer.getvalue()[:-2]


class JsonWriter:
    """Rows as JSON lines; an object stays in its very text."""

    def __init__(self, first: Input, *, files: bool) -> None:
        """Take the first input; ``files`` adds a field with the name of each row's file."""
        self._columns = _apart(first.columns)
        self._files = files
        self._wanted = (FILE, *ADDED) if files else ADDED
        self._names = added_names(first.columns, self._wanted)

    def start(self) -> str:
        """Return nothing."""
        return ""

    def row(self, row: Row, answer: Answer) -> str:
        """Return the row's own fields and the added ones, null where there is nothing to say."""
        own, keys = self._own(row)
        names = added_names((*self._columns, *keys), self._wanted) if keys & set(self._names) else self._names
        values = [answer.verdict, answer.score, answer.fact_id, answer.message, answer.citation]
        if self._files:
            values.insert(0, printable(row.path))
        added = one_line({name: None if value == "" else value for name, value in zip(names, values, strict=True)})
        body = own[:-1].rstrip()
        return f"{body}{'' if body.endswith('{') else ','}{added.decode()[1:]}\n"

    def _own(self, row: Row) -> tuple[str, set[str]]:
        """Return the row's own object in its text, and its keys."""
        if row.form == JSON:
            return row.raw, set(_keys(row.raw))
        own: dict[str, object] = dict(zip(self._columns, row.cells, strict=False))
        if row.surplus:
            own[added_names(own, (_SURPLUS,))[0]] = row.surplus
        return one_line(own).decode(), set(own)


def _apart(columns: Sequence[str]) -> tuple[str, ...]:
    """Return the names of columns with a number behind each that came before."""
    result: list[str] = []
    for name in columns:
        free, number = name, 1
        while free in result:
            number += 1
            free = f"{name}_{number}"
        result.append(free)
    return tuple(result)
