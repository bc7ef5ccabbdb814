"""Which character stands between the cells of a file: told by a ``sep=;`` line, or by its first rows."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from contextlib import suppress

from kzfacts.errors import UsageError

LIKELY = (",", ";", "\t", "|")
"""What is tried, the likelier first."""
_SEP_LINE = re.compile(r'"?sep=(?P<delimiter>[^\r\n])"?(?P<end>\r\n|\r|\n)?', re.IGNORECASE)
_NAMES = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}


def named_delimiter(text: str) -> str:
    """Return the delimiter that the user names, a character or a word such as ``tab``; raises UsageError."""
    delimiter = _NAMES.get(text.casefold(), text)
    if len(delimiter) != 1 or delimiter in '"\r\n\0':
        raise UsageError(f"--delimiter: {text!r} cannot separate cells; give one character, or tab")
    return delimiter


def told_by(line: str) -> str | None:
    """Return the delimiter that a ``sep=;`` line names, None where the line is none."""
    match = _SEP_LINE.fullmatch(line)
    return match["delimiter"] if match else None


def guess_delimiter(lines: Sequence[str]) -> str:
    """Return the delimiter by which the first rows have the most cells, as many in each as there can be.

    A comma where none divides the first row.
    """
    best, best_rank = ",", (0.0, 1)
    for delimiter in LIKELY:
        widths = _widths(lines, delimiter)
        if not widths or widths[0] < 2:
            continue
        alike = sum(width == widths[0] for width in widths) / len(widths)
        if (alike, widths[0]) > best_rank:
            best, best_rank = delimiter, (alike, widths[0])
    return best


def _widths(lines: Sequence[str], delimiter: str) -> list[int]:
    """Return the number of cells of each row; the last row may be cut short and does not count unless it is alone."""
    widths: list[int] = []
    with suppress(csv.Error):
        widths.extend(len(cells) for cells in csv.reader(lines, delimiter=delimiter) if cells)
    return widths[:-1] if len(widths) > 2 else widths
