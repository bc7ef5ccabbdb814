"""CSV (RFC 4180) and its kin: any delimiter, line breaks in quoted cells, what Excel writes in any country.

Quotation marks are read strictly. Where one opens a cell and nothing closes it, the rows after it would be swallowed:
then its own line is a row with a problem, and reading goes on with the next line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from kzfacts.batch.columns import named_column, statement_column
from kzfacts.batch.delimiters import guess_delimiter, named_delimiter, told_by
from kzfacts.batch.encodings import open_text, shown, unfit
from kzfacts.batch.lines import LONGEST_ROW, Lines, line_end_of, without_end
from kzfacts.batch.rows import EmptyInput, Input, Row, Wishes, problem_of
from kzfacts.batch.text import unfit_problem
from kzfacts.errors import UsageError

_SAMPLE = 20  # lines that the delimiter is told by


class _Record(msgspec.Struct, frozen=True):
    """The cells of one row, its text without the line end, the line it begins in, and what is wrong with its quotes."""

    line: int
    text: str
    cells: tuple[str, ...]
    fault: str = ""


class _Tape:
    """Lines as the csv module asks for them, which remembers those of the row at hand."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.taken: list[str] = []
        self._length = 0

    def __iter__(self) -> _Tape:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._length = self._length + len(line) if self.taken else len(line)
        self.taken.append(line)
        if self._length > LONGEST_ROW:
            raise csv.Error("too long")
        return line


def open_input(stream: BinaryIO, path: str, wishes: Wishes, delimiter: str | None = None) -> Input:
    """Open a file of cells; ``delimiter`` is that of its format, None where it is to be found out.

    Raises UsageError where there is no header, or not the columns that are wanted.
    """
    text = open_text(stream, path, wishes.encoding, "")
    lines = Lines(text.stream, path)
    preamble = next(iter(lines.peek(1)), "")
    told = told_by(preamble)
    if told is None:
        preamble = ""
    else:
        next(lines)
    if wishes.delimiter is not None:
        delimiter = named_delimiter(wishes.delimiter)
    delimiter = told or delimiter or guess_delimiter(lines.peek(_SAMPLE))
    records = _records(lines, delimiter)
    line_end = line_end_of(next(iter(lines.peek(1)), ""))
    header = _header(records, path, text.encoding.name)
    layout = _Layout(
        path=path,
        encoding=text.encoding.name,
        delimiter=delimiter,
        width=len(header),
        statement=statement_column(header, wishes.column, path, "--column"),
        as_of=named_column(header, wishes.as_of_column, path, "--as-of-column") if wishes.as_of_column else None,
    )
    return Input(
        path=path,
        columns=header,
        statements=header[layout.statement],
        rows=(_row(record, layout, wishes) for record in records),
        delimiter=delimiter,
        line_end=line_end if line_end == "\r\n" else "\n",
        spreadsheet=text.encoding.spreadsheet,
        preamble=without_end(preamble),
        notes=(text.encoding.note,) if text.encoding.note else (),
        position=lambda: text.source.position,
        close=text.stream.close,
    )


def _header(records: Iterator[_Record], path: str, encoding: str) -> tuple[str, ...]:
    record = next(records, None)
    if record is None:
        raise EmptyInput(f"{path}: the file is empty; its first row names the columns")
    wrong = unfit(record.text)
    if wrong is not None:
        raise UsageError(f"{path}:{record.line}:{wrong.offset + 1}: {unfit_problem(wrong.byte, encoding)}")
    if record.fault:
        raise UsageError(f"{path}:{record.line}:1: in the row that names the columns, {record.fault}")
    return record.cells


class _Layout(msgspec.Struct, frozen=True):
    """What is the same for all rows of a file; ``statement`` and ``as_of`` are positions of columns from 0."""

    path: str
    encoding: str
    delimiter: str
    width: int
    statement: int
    as_of: int | None


def _records(lines: Lines, delimiter: str) -> Iterator[_Record]:
    """Yield the rows that are not empty lines."""
    csv.field_size_limit(LONGEST_ROW)
    tape = _Tape(lines)
    reader = csv.reader(tape, delimiter=delimiter, strict=True)
    while True:
        tape.taken = []
        before = lines.number
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            first, *others = tape.taken
            lines.back(others)
            yield _broken(before + 1, without_end(first), delimiter, spread=bool(others))
            continue
        if cells:
            yield _Record(before + 1, without_end("".join(tape.taken)), tuple(cells))


def _broken(line: int, text: str, delimiter: str, *, spread: bool) -> _Record:
    """Return what can be made of the one line of a row with misplaced quotation marks."""
    cells = next(csv.reader((text,), delimiter=delimiter), [])
    misplaced = "a quotation mark stands where none can; double those within a cell, and put others around whole cells"
    open_ended = "a quotation mark opens a cell and none closes it; close it, or double it if it is part of the text"
    return _Record(line, text, tuple(cells), open_ended if spread or _stays_open(text, delimiter) else misplaced)


def _stays_open(text: str, delimiter: str) -> bool:
    """Say whether a line ends within a quoted cell."""
    try:
        next(csv.reader((text,), delimiter=delimiter, strict=True), None)
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _row(record: _Record, layout: _Layout, wishes: Wishes) -> Row:
    """Return the row that a record makes, with the first problem it has."""
    wrong = unfit(record.text)
    if wrong is not None:
        record = msgspec.structs.replace(
            record, text=shown(record.text), cells=tuple(map(shown, record.cells)), fault=record.fault or "bytes"
        )
        line, column = _place(record.text[: wrong.offset])
        problem = unfit_problem(wrong.byte, layout.encoding)
        return _with_problem(record, layout, problem, record.line + line, column)
    if record.fault:
        return _with_problem(record, layout, record.fault, record.line, 1)
    if not any(record.cells):
        return _whole(record, layout, "", None, blank=True)
    if len(record.cells) != layout.width:
        cells = "1 cell" if len(record.cells) == 1 else f"{len(record.cells)} cells"
        few = len(record.cells) < layout.width
        hint = "add what is missing" if few else f"put quotation marks around a cell that has {_name(layout.delimiter)}"
        problem = f"{cells} where the first row has {layout.width}; {hint}"
        return _with_problem(record, layout, problem, record.line, 1)
    statement = record.cells[layout.statement]
    if problem := problem_of(statement):
        return _at_cell(record, layout, problem, layout.statement)
    day = None
    if layout.as_of is not None and (written := record.cells[layout.as_of].strip()):
        try:
            day = wishes.read_day(written)
        except ValueError as error:
            return _at_cell(record, layout, f"no date: {error}", layout.as_of)
    return _whole(record, layout, statement, day)


def _whole(record: _Record, layout: _Layout, statement: str, day: object, *, blank: bool = False) -> Row:
    """Return a row without problems; one that is blank is padded where it is short."""
    whole = len(record.cells) == layout.width
    return Row(
        path=layout.path,
        line=record.line,
        statement=statement,
        as_of=day,  # type: ignore[arg-type]
        cells=_padded(record.cells, layout.width),
        raw=record.text if whole else "",
        form=layout.delimiter if whole else "",
        surplus=record.cells[layout.width :],
        blank=blank,
    )


def _at_cell(record: _Record, layout: _Layout, problem: str, position: int) -> Row:
    line, column = _place(record.text[: start_of(record.text, position, layout.delimiter)])
    return _with_problem(record, layout, problem, record.line + line, column)


def _with_problem(record: _Record, layout: _Layout, problem: str, line: int, column: int) -> Row:
    """Return a row with a problem: as it was where its cells fit the columns, else its cells, padded."""
    whole = len(record.cells) == layout.width and not record.fault
    return Row(
        path=layout.path,
        line=line,
        column=column,
        cells=_padded(record.cells, layout.width),
        raw=record.text if whole else "",
        form=layout.delimiter if whole else "",
        surplus=record.cells[layout.width :],
        problem=problem,
    )


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells[:width] + ("",) * (width - len(cells))


def _name(delimiter: str) -> str:
    return "a tab in it" if delimiter == "\t" else f"a {delimiter} in it"


def start_of(text: str, position: int, delimiter: str) -> int:
    """Return the offset in a well-formed row at which the cell at ``position`` begins."""
    offset = 0
    for _ in range(position):
        if text.startswith('"', offset):
            offset += 1
            while text.startswith('""', closing := text.index('"', offset)):
                offset = closing + 2
            offset = closing + 1
        offset = text.index(delimiter, offset) + 1
    return offset


def _place(before: str) -> tuple[int, int]:
    """Return how many lines further down and in which column something is, by the text of the row before it."""
    lines = before.splitlines(keepends=True) if before.endswith(("\n", "\r")) else before.splitlines()
    if not lines:
        return 0, 1
    if lines[-1].endswith(("\n", "\r")):
        return len(lines), 1
    return len(lines) - 1, len(lines[-1]) + 1
