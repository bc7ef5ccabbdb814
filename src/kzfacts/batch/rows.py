"""What readers give: an `Input` of `Row`s, and the wishes of the user that they follow.

Lines and columns count from 1, columns in code points. A row keeps what it came with, so that it can be written as it
was: ``cells`` are its values in the order of the input's columns, ``raw`` is its very text without the line end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from kzfacts.errors import UsageError

LONGEST = 10_000  # characters in a statement, as for `kzfacts check`
JSON = "json"
"""The ``form`` of a row whose ``raw`` is a JSON object; that of a CSV row is its delimiter."""


class EmptyInput(UsageError):
    """A file without anything in it, not even a header."""


class Row(msgspec.Struct, frozen=True):
    """One row: a statement to check, or the ``problem`` that stands in the way.

    ``line`` and ``column`` are where the statement begins, or what the problem is about. ``blank`` marks a row of
    nothing but empty cells, as spreadsheets leave them at the end: it is kept and neither checked nor a problem.
    ``form`` tells what ``raw`` is; where it is empty the row has to be written from its cells. ``surplus`` are cells
    beyond the last column.
    """

    path: str
    line: int
    column: int = 1
    statement: str = ""
    as_of: date | None = None
    cells: tuple[str, ...] = ()
    raw: str = ""
    form: str = ""
    surplus: tuple[str, ...] = ()
    problem: str = ""
    blank: bool = False

    @property
    def checkable(self) -> bool:
        """Whether there is a statement to check."""
        return not (self.problem or self.blank)


class Wishes(msgspec.Struct, frozen=True):
    """What the user says of the input; None where it is to be found out.

    ``column`` and ``as_of_column`` are names, or numbers from 1 as text; ``read_day`` turns the text of a cell into a
    day and raises ValueError, with a message for people, where it is none. ``fixed`` says that every row must do with
    the columns of the first, as a table needs it.
    """

    read_day: Callable[[str], date]
    column: str | None = None
    as_of_column: str | None = None
    delimiter: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    fixed: bool = False


class Input(msgspec.Struct, frozen=True):
    """An opened input: what is known before its rows are read.

    ``columns`` are the names in the header (of JSON lines the keys of the first object), ``statements`` is the name of
    the column that is checked, ``notes`` are remarks for the user. ``spreadsheet`` says that the encoding is one by
    which spreadsheets tell their files, so that what is written for them begins with a byte order mark; ``preamble`` is
    a ``sep=;`` line. ``position`` gives how many bytes have been read.
    """

    path: str
    columns: tuple[str, ...]
    statements: str
    rows: Iterator[Row]
    delimiter: str = ""
    line_end: str = "\n"
    spreadsheet: bool = False
    preamble: str = ""
    notes: tuple[str, ...] = ()
    position: Callable[[], int] = lambda: 0
    close: Callable[[], None] = lambda: None


def problem_of(statement: str) -> str:
    """Say why a statement cannot be checked; nothing where it can."""
    if not statement.strip():
        return "the statement is empty; give one, or leave the row out"
    if len(statement) > LONGEST:
        return f"a statement of {len(statement):,} characters, more than {LONGEST:,}; give one sentence a row"
    if "\0" in statement:
        return "the statement has a NUL character, so it is no text; write it anew"
    return ""
