"""Columns: which holds the statements, and what the added ones are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kzfacts.errors import UsageError
from kzfacts.reports.characters import printable

LIKELY = (
    "statement", "statements", "claim", "claims", "sentence", "sentences", "text", "quote", "quotation", "assertion",
)  # fmt: skip
"""Names of columns that hold statements, in small letters."""
ADDED = ("verdict", "score", "fact_id", "message", "citation")
FILE = "file"
"""The column added before the others where several files are read."""
_PREFIX = "kzfacts_"
_MOST_LISTED = 40
_SENTENCE = re.compile(r"[.!?]\W*$|(\S+\s+){5}")
"""What is rather a statement than a name: it ends like one, or has more than five words."""


def statement_column(columns: Sequence[str], wanted: str | None, path: str, option: str) -> int:
    """Return the position of the column with the statements, by the user's word or where it is obvious.

    ``option`` is what the user sets it with. Raises UsageError, with the columns that there are, where it is not there
    or not obvious.
    """
    if wanted is not None:
        return named_column(columns, wanted, path, option)
    likely = [position for position, name in enumerate(columns) if name.strip().casefold() in LIKELY]
    if len(likely) == 1:
        return likely[0]
    if len(columns) == 1 and _SENTENCE.search(columns[0]):
        raise UsageError(
            f"{path}: the first row names the columns, but looks like a statement; "
            "put a name above it, or give --input-format txt for a statement a line"
        )
    if len(columns) == 1:
        return 0
    found = "more than one column may hold the statements" if likely else "no column is called statement, claim or text"
    raise UsageError(f"{path}: {found}; choose with {option} from: {_listed(columns)}")


def named_column(columns: Sequence[str], wanted: str, path: str, option: str) -> int:
    """Return the position of the column that is called ``wanted``, or has this number from 1.

    Raises UsageError, with the columns that there are, where there is none or more than one.
    """
    for exact in (True, False):
        found = [at for at, name in enumerate(columns) if _same(name, wanted, exact=exact)]
        if len(found) == 1:
            return found[0]
        if found:
            numbers = " or ".join(str(position + 1) for position in found)
            raise UsageError(
                f"{path}: {len(found)} columns are called {wanted!r}; choose by number: {option} {numbers}"
            )
    if wanted.isdecimal() and 0 < int(wanted) <= len(columns):
        return int(wanted) - 1
    raise UsageError(f"{path}: {option}: there is no {wanted!r}; there is: {_listed(columns)}")


def _same(name: str, wanted: str, *, exact: bool) -> bool:
    return name == wanted if exact else name.strip().casefold() == wanted.strip().casefold()


def _listed(columns: Sequence[str]) -> str:
    shown = ", ".join(printable(name.strip()) or "(no name)" for name in columns[:_MOST_LISTED])
    more = len(columns) - _MOST_LISTED
    return f"{shown} and {more} more" if more > 0 else shown


def added_names(own: Iterable[str], names: Sequence[str] = ADDED) -> tuple[str, ...]:
    """Return what the added columns are called beside those of one's own, large and small letters being the same.

    A name that is taken gets ``kzfacts_`` in front, and a number behind where that is taken as well.
    """
    taken = {name.strip().casefold() for name in own}
    result: list[str] = []
    for name in names:
        free, number = name, 1
        while free in taken:
            free = _PREFIX + name if number == 1 else f"{_PREFIX}{name}_{number}"
            number += 1
        result.append(free)
    return tuple(result)
