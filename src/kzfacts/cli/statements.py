"""Statements as a user gives them: arguments, or one a line on standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from kzfacts.cli.output import is_terminal
from kzfacts.errors import UsageError

LONGEST = 10_000  # characters in a statement
_LONGEST_LINE = 4 * LONGEST + 4  # bytes: no character takes more than four in UTF-8
_NO_INPUT = (
    "nothing to check: give statements as arguments, or one a line on standard input (kzfacts check < statements.txt)"
)


@dataclass(frozen=True)
class Statement:
    """One statement and where it stood: ``argument 2`` or ``line 3``."""

    text: str
    place: str


@dataclass
class StatementReader:
    """Reads statements one at a time and tells of each that cannot be used, without stopping at it."""

    tell: Callable[[str], None]
    rejected: int = 0
    _not_text: list[int] = field(default_factory=list)

    def read(self, arguments: Iterable[str]) -> Iterator[Statement]:
        """Yield the arguments' statements; ``-``, or no argument, stands for standard input."""
        given = tuple(arguments)
        if not given and is_terminal(sys.stdin):
            raise UsageError(_NO_INPUT)
        for number, text in enumerate(given, start=1):
            if text == "-":
                yield from self._lines()
            else:
                yield from self._argument(text, number)
        if not given:
            yield from self._lines()

    def _argument(self, text: str, number: int) -> Iterator[Statement]:
        if not text.strip():
            self._reject(f"argument {number} is empty; give a statement to check")
        elif any("\ud800" <= character <= "\udfff" for character in text):
            self._reject(f"argument {number} is not UTF-8 text")
        elif text.endswith(_FILE_ENDINGS) and not any(character.isspace() for character in text):
            self._reject(
                f"argument {number} is a file name, no statement; pass its lines with: kzfacts check - < {text}"
            )
        else:
            yield from self._sized(text, f"argument {number}")

    def _lines(self) -> Iterator[Statement]:
        """Yield the statements of standard input, a line each, read as they are asked for."""
        for number, line in enumerate(_bounded_lines(standard_input()), start=1):
            if b"\0" in line:
                self._not_text.append(number)
                break  # no text file holds NUL: what follows would only be noise
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                if len(line) > _LONGEST_LINE:  # perhaps cut within a character
                    self._reject(_too_long(f"line {number}"))
                else:
                    self._not_text.append(number)
                continue
            if text := text.rstrip("\r\n"):
                yield from self._sized(text, f"line {number}")
        self._tell_of_bytes()

    def _sized(self, text: str, place: str) -> Iterator[Statement]:
        if len(text) > LONGEST:
            self._reject(_too_long(place))
        elif text.strip():
            yield Statement(text, place)

    def _tell_of_bytes(self) -> None:
        """Tell in one line of all lines that are not text."""
        numbers, self._not_text = self._not_text, []
        if not numbers:
            return
        named = ", ".join(map(str, numbers[:10])) + (f" and {len(numbers) - 10} more" if len(numbers) > 10 else "")
        subject = f"line {named} is" if len(numbers) == 1 else f"lines {named} are"
        self._reject(f"{subject} not UTF-8 text; save the input as UTF-8, one statement a line")

    def _reject(self, message: str) -> None:
        self.rejected += 1
        self.tell(message)


_HOW_TO_PASS = "pass its lines with: kzfacts check -"
_FILE_ENDINGS = (".txt", ".md", ".rst", ".html", ".tex", ".docx", ".json", ".jsonl", ".csv", ".yaml", ".yml", ".pdf")


def _too_long(place: str) -> str:
    return f"{place}: a statement of more than {LONGEST:,} characters; give one sentence at a time"


def standard_input() -> BinaryIO:
    """Return standard input as bytes; raises UsageError where it is closed."""
    if sys.stdin is None:
        raise UsageError(_NO_INPUT)
    return sys.stdin.buffer


def _bounded_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield lines; of one that is too long to be a statement only the start, so that memory stays small."""
    bound = _LONGEST_LINE + 1
    while line := stream.readline(bound):
        yield line
        while len(line) == bound and not line.endswith(b"\n"):
            line = stream.readline(bound)
