"""Parquet files, read in pieces. Needs pyarrow. A row's line is its number from 1: Parquet has no lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from kzfacts.batch.columns import named_column, statement_column
from kzfacts.batch.rows import EmptyInput, Input, Row, Wishes, table_row
from kzfacts.batch.values import as_text
from kzfacts.errors import UsageError

_MISSING = "reading .parquet needs pyarrow: pip install 'kzfacts[parquet]'"
_PIECE = 1024  # rows


def open_input(stream: BinaryIO, path: str, wishes: Wishes) -> Input:
    """Open a table; raises UsageError where pyarrow is missing or the file is no Parquet file."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise UsageError(f"{path}: {_MISSING}") from None
    try:
        table = ParquetFile(stream, pre_buffer=False)
    except (pyarrow.ArrowException, OSError) as error:
        raise UsageError(f"{path}: this is no Parquet file ({' '.join(str(error).split())})") from None
    header = tuple(str(name) for name in table.schema_arrow.names)
    if not header:
        raise EmptyInput(f"{path}: the file is empty; it has no columns")
    statement = statement_column(header, wishes.column, path, "--column")
    as_of = named_column(header, wishes.as_of_column, path, "--as-of-column") if wishes.as_of_column else None
    return Input(
        path=path,
        columns=header,
        statements=header[statement],
        rows=_rows(table, path, len(header), statement, as_of, wishes),
        close=table.close,
    )


def _rows(table: Any, path: str, width: int, statement: int, as_of: int | None, wishes: Wishes) -> Iterator[Row]:
    number = 0
    for piece in table.iter_batches(_PIECE, use_threads=False):
        columns = [column.to_pylist() for column in piece.columns]
        for values in zip(*columns, strict=True):
            number += 1
            cells = tuple(as_text(value) for value in values)
            yield table_row(path, number, cells, width, statement, as_of, wishes)
