"""Plain text: one statement a line; lines without any are no rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kzfacts.batch.encodings import open_text, shown, unfit
from kzfacts.batch.lines import Lines, without_end
from kzfacts.batch.rows import Input, Row, Wishes, problem_of
from kzfacts.errors import UsageError

COLUMN = "statement"


def open_input(stream: BinaryIO, path: str, wishes: Wishes) -> Input:
    """Open a file of statements, one a line; raises UsageError for wishes that need columns."""
    if wishes.column is not None or wishes.as_of_column is not None:
        raise UsageError(f"{path}: plain text has no columns; leave --column and --as-of-column out")
    text = open_text(stream, path, wishes.encoding, "")
    return Input(
        path=path,
        columns=(COLUMN,),
        statements=COLUMN,
        rows=_rows(Lines(text.stream, path), path, text.encoding.name),
        spreadsheet=False,
        notes=(text.encoding.note,) if text.encoding.note else (),
        position=lambda: text.source.position,
        close=text.stream.close,
    )


def _rows(lines: Lines, path: str, encoding: str) -> Iterator[Row]:
    for line in lines:
        statement = without_end(line)
        if not statement.strip():
            continue
        wrong = unfit(statement)
        if wrong is not None:
            problem = unfit_problem(wrong.byte, encoding)
            yield Row(path, lines.number, wrong.offset + 1, cells=(shown(statement),), problem=problem)
        else:
            yield Row(path, lines.number, 1, statement, None, (statement,), problem=problem_of(statement))


def unfit_problem(byte: int, encoding: str) -> str:
    """Say what is wrong with a row that has a byte which does not fit."""
    name = "UTF-8" if encoding.startswith("utf-8") else encoding
    return f"the byte 0x{byte:02X} is not {name}; save the file as UTF-8, or name its encoding with --encoding"
