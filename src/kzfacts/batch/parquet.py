"""Parquet files, read in pieces. Needs pyarrow. A row's line is its number from 1: Parquet has no lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from kzfacts.batch.rows import EmptyInput, Input, Wishes
from kzfacts.batch.tables import table as open_table
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
    return open_table(path, header, enumerate(_lines(table), start=1), wishes, table.close)


def _lines(table: Any) -> Iterator[tuple[Any, ...]]:
    for piece in table.iter_batches(_PIECE, use_threads=False):
        yield from zip(*(column.to_pylist() for column in piece.columns), strict=True)
