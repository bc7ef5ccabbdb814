"""Excel workbooks (.xlsx): the first sheet, or the one named; its first row names the columns. Needs openpyxl."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO
from zipfile import BadZipFile

from kzfacts.batch.rows import EmptyInput, Input, Wishes
from kzfacts.batch.tables import table
from kzfacts.batch.values import as_text
from kzfacts.errors import UsageError

_MISSING = "reading .xlsx needs openpyxl: pip install 'kzfacts[excel]'"


def open_input(stream: BinaryIO, path: str, wishes: Wishes) -> Input:
    """Open a sheet; raises UsageError where openpyxl is missing, or the file is no workbook or has no such sheet."""
    try:
        import openpyxl
    except ImportError:
        raise UsageError(f"{path}: {_MISSING}") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and the like, which are not read
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise UsageError(f"{path}: this is no .xlsx workbook, or one with a password ({error})") from None
    sheet = _sheet(book, path, wishes.sheet)
    sheet.reset_dimensions()  # some programs write wrong ones
    lines: Iterator[tuple[Any, ...]] = sheet.iter_rows(values_only=True)
    header = _without_tail(as_text(value) for value in next(lines, ()))
    if not header:
        raise EmptyInput(f"{path}: the sheet {sheet.title!r} is empty; its first row names the columns")
    return table(path, header, enumerate(lines, start=2), wishes, book.close)


def _sheet(book: Any, path: str, wanted: str | None) -> Any:
    names = [sheet.title for sheet in book.worksheets]
    if wanted is None:
        if not names:
            raise UsageError(f"{path}: the workbook has no sheet of cells")
        return book.worksheets[0]
    if wanted not in names:
        raise UsageError(f"{path}: --sheet: there is no {wanted!r}; there is: {', '.join(names)}")
    return book[wanted]


def _without_tail(cells: Iterable[str]) -> tuple[str, ...]:
    """Return cells without the empty ones at the end."""
    kept = list(cells)
    while kept and not kept[-1].strip():
        kept.pop()
    return tuple(kept)
