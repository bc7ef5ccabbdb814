"""JSON lines (https://jsonlines.org): an object a line, kept in its very text.

Numbers, spaces, the order of keys and escapes stay as they are, for what is added goes before the closing brace. A line
that is no object is kept as ``{"row": "the line"}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

import msgspec

from kzfacts.batch.columns import named_column, statement_column
from kzfacts.batch.encodings import open_text, shown, unfit
from kzfacts.batch.lines import Lines
from kzfacts.batch.rows import JSON, EmptyInput, Input, Row, Wishes, problem_of
from kzfacts.batch.text import unfit_problem
from kzfacts.errors import UsageError
from kzfacts.reports.json import one_line

_BYTE = re.compile(r"\(byte (\d+)\)")
_decode = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_decode_value = msgspec.json.Decoder().decode
_Object = dict[str, msgspec.Raw]
_BLANKS = " \t\r\n"


class _Mistake(Exception):
    """A row that cannot be used, and the column of what is wrong."""

    def __init__(self, message: str, column: int = 1) -> None:
        super().__init__(message)
        self.column = column


class _Layout(msgspec.Struct, frozen=True):
    """What is the same for all rows of a file."""

    path: str
    encoding: str
    columns: tuple[str, ...]
    statement: str
    as_of: str | None


def open_input(stream: BinaryIO, path: str, wishes: Wishes) -> Input:
    """Open a file of objects; the first tells the columns.

    Raises UsageError where there is none, where the first line is none and no column is named, or where it has not
    what is wanted.
    """
    text = open_text(stream, path, wishes.encoding, "\n")
    lines = Lines(text.stream, path)
    columns = _first_keys(lines, path, text.encoding.name)
    if isinstance(columns, UsageError):
        if wishes.column is None:
            raise columns
        columns = (wishes.column, *((wishes.as_of_column,) if wishes.as_of_column else ()))
    named = wishes.as_of_column
    layout = _Layout(
        path=path,
        encoding=text.encoding.name,
        columns=columns,
        statement=columns[statement_column(columns, wishes.column, path, "--field")],
        as_of=columns[named_column(columns, named, path, "--as-of-column")] if named else None,
    )
    return Input(
        path=path,
        columns=columns,
        statements=layout.statement,
        rows=_rows(lines, layout, wishes),
        notes=(text.encoding.note,) if text.encoding.note else (),
        position=lambda: text.source.position,
        close=text.stream.close,
    )


def _first_keys(lines: Lines, path: str, encoding: str) -> tuple[str, ...] | UsageError:
    """Return the keys of the first row, without taking it, or what is wrong with it."""
    while ahead := lines.peek(1):
        if ahead[0].strip(_BLANKS):
            break
        next(lines)
    else:
        raise EmptyInput(f"{path}: the file is empty; give one JSON object a line")
    try:
        keys = tuple(_object(ahead[0].strip(_BLANKS), encoding))
    except _Mistake as mistake:
        return UsageError(f"{path}:{lines.number + 1}:{mistake.column}: {mistake}")
    return keys or UsageError(f"{path}:{lines.number + 1}:1: the first object is empty; name the field with --field")


def _rows(lines: Lines, layout: _Layout, wishes: Wishes) -> Iterator[Row]:
    for line in lines:
        text = line.strip(_BLANKS)
        if not text:
            continue
        indent = len(line) - len(line.lstrip(_BLANKS))
        try:
            found = _object(text, layout.encoding)
        except _Mistake as mistake:
            cells = tuple(shown(text) if name == layout.statement else "" for name in layout.columns)
            raw = one_line({"row": shown(text)}).decode()
            yield Row(
                layout.path,
                lines.number,
                indent + mistake.column,
                cells=cells,
                raw=raw,
                form=JSON,
                problem=str(mistake),
            )
            continue
        yield _row(found, text, lines.number, indent, layout, wishes)


def _row(found: _Object, text: str, number: int, indent: int, layout: _Layout, wishes: Wishes) -> Row:
    cells = tuple(_cell(found.get(name)) for name in layout.columns)
    statement, day, problem, column = "", None, "", 1
    try:
        statement = _statement(found, text, layout.statement)
        day = _day(found, text, layout.as_of, wishes)
        strange = next((key for key in found if key not in layout.columns), None) if wishes.fixed else None
        if strange is not None:
            raise _Mistake(f"the first object has no {strange!r}, so there is no column for it; give --format jsonl")
    except _Mistake as mistake:
        problem, column, statement = str(mistake), mistake.column, ""
    return Row(layout.path, number, indent + column, statement, day, cells, text, JSON, problem=problem)


def _object(text: str, encoding: str) -> _Object:
    """Return an object with its values in their text; raises _Mistake."""
    if (wrong := unfit(text)) is not None:
        raise _Mistake(unfit_problem(wrong.byte, encoding), wrong.offset + 1)
    try:
        _decode_value(text)  # all of it, for values are kept unread
        return _decode(text)
    except RecursionError:
        raise _Mistake("not JSON that can be read: too many objects within each other") from None
    except msgspec.ValidationError:
        raise _Mistake('this is JSON but no object; a row is one such as {"statement": "..."}') from None
    except msgspec.DecodeError as error:
        byte = _BYTE.search(str(error))
        column = len(text.encode()[: int(byte[1])].decode(errors="replace")) + 1 if byte else len(text) + 1
        reason = _BYTE.sub("", str(error)).removeprefix("JSON is malformed: ").strip()
        raise _Mistake(f"not JSON: {reason}; a row is an object in one line", column) from None


def _statement(found: _Object, text: str, key: str) -> str:
    raw = found.get(key)
    if raw is None:
        raise _Mistake(f"the field {key!r} is missing; give it, or leave the row out")
    value = _decode_value(raw)
    if value is not None and not isinstance(value, str):
        raise _Mistake(f"the field {key!r} is no text but {bytes(raw).decode()[:40]}", _column(text, key))
    if problem := problem_of(value or ""):
        raise _Mistake(problem, _column(text, key))
    return value or ""


def _day(found: _Object, text: str, key: str | None, wishes: Wishes) -> date | None:
    """Return the row's own date; None where it has none, or null, or an empty one."""
    raw = found.get(key) if key is not None else None
    if raw is None or key is None:
        return None
    written = _cell(raw).strip()
    if not written:
        return None
    try:
        return wishes.read_day(written)
    except ValueError as error:
        raise _Mistake(f"no date: {error}", _column(text, key)) from None


def _cell(raw: msgspec.Raw | None) -> str:
    """Return a value as text for a table: text as it is, nothing for null, all else in JSON."""
    if raw is None:
        return ""
    text = bytes(raw).decode()
    if text.startswith('"'):
        return str(_decode_value(raw))
    return "" if text == "null" else text


def _column(text: str, key: str) -> int:
    """Return the column of the value under ``key``, that of the row where it is not found."""
    match = re.search(rf"{re.escape(one_line(key).decode())}\s*:\s*", text)
    return match.end() + 1 if match else 1
