"""Physical lines with their numbers, one after the other, some of which may be given back."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TextIO

from kzfacts.errors import UsageError

LONGEST_ROW = 1 << 23
"""Characters in a row with all its cells, some 8 million: what is longer is not read."""


class Lines(Iterator[str]):
    """The lines of a stream, each with its line end; ``number`` is that of the last one given."""

    def __init__(self, stream: TextIO, path: str) -> None:
        self._stream = stream
        self._path = path
        self._back: deque[str] = deque()
        self.number = 0

    def __next__(self) -> str:
        """Return the next line; raises UsageError for one that is too long to be a row."""
        line = self._back.popleft() if self._back else self._stream.readline(LONGEST_ROW + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if self.number == 1:
            line = line.removeprefix("\ufeff")  # a mark that the named encoding leaves in
        if len(line) > LONGEST_ROW:
            raise UsageError(
                f"{self._path}:{self.number}:1: a line of more than {LONGEST_ROW:,} characters; is it one row a line?"
            )
        return line

    def back(self, lines: Iterable[str]) -> None:
        """Take lines back, to be given again."""
        given = list(lines)
        self._back.extendleft(reversed(given))
        self.number -= len(given)

    def peek(self, count: int) -> list[str]:
        """Return the next lines, at most so many, without taking them."""
        ahead = list(islice(self, count))
        self.back(ahead)
        return ahead


def line_end_of(line: str) -> str:
    """Return the line end of a line: ``\\r\\n``, ``\\n``, ``\\r`` or nothing."""
    return line[len(without_end(line)) :]


def without_end(line: str) -> str:
    """Return a line without its line end."""
    if line.endswith("\r\n"):
        return line[:-2]
    return line[:-1] if line.endswith(("\n", "\r")) else line
