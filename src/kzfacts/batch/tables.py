"""Tables of typed cells (workbooks, Parquet files): the columns that are meant, and a row for each line of values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from kzfacts.batch.columns import named_column, statement_column
from kzfacts.batch.rows import Input, Row, Wishes, problem_of
from kzfacts.batch.values import as_text


def table(
    path: str,
    header: tuple[str, ...],
    lines: Iterable[tuple[int, Iterable[Any]]],
    wishes: Wishes,
    close: Callable[[], None],
) -> Input:
    """Return the input that a table is; ``lines`` are the number and the values of each row below the header.

    Raises UsageError where it has not the columns that are wanted.
    """
    statement = statement_column(header, wishes.column, path, "--column")
    as_of = named_column(header, wishes.as_of_column, path, "--as-of-column") if wishes.as_of_column else None
    return Input(
        path=path,
        columns=header,
        statements=header[statement],
        rows=(
            _row(path, number, tuple(map(as_text, values)), len(header), statement, as_of, wishes)
            for number, values in lines
        ),
        close=close,
    )


def _row(
    path: str, line: int, cells: tuple[str, ...], width: int, statement: int, as_of: int | None, wishes: Wishes
) -> Row:
    """Return a row of a typed table; ``statement`` and ``as_of`` are positions of columns from 0."""
    surplus = cells[width:] if any(cells[width:]) else ()
    own = cells[:width] + ("",) * (width - len(cells))
    if not any(own) and not surplus:
        return Row(path, line, cells=own, blank=True)
    if surplus:
        problem = f"{len(cells)} cells where the first row has {width}; name all columns in the first row"
        return Row(path, line, cells=own, surplus=surplus, problem=problem)
    if problem := problem_of(own[statement]):
        return Row(path, line, statement + 1, cells=own, problem=problem)
    day = None
    if as_of is not None and own[as_of].strip():
        try:
            day = wishes.read_day(own[as_of].strip())
        except ValueError as error:
            return Row(path, line, as_of + 1, cells=own, problem=f"no date: {error}")
    return Row(path, line, statement + 1, own[statement], day, own)
