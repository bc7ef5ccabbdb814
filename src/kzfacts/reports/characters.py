"""Characters as a terminal shows them: control characters made harmless, widths in cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

_BIDI_AND_LINES = (0x061C, *range(0x200E, 0x2010), *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_HARMLESS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},  # the control pictures: U+241B for escape
    0x7F: "\u2421",
    **dict.fromkeys((*range(0x80, 0xA0), *_BIDI_AND_LINES, *range(0xD800, 0xE000)), "\ufffd"),
    0x09: " ",
    0x0A: " ",
    0x0D: " ",
}

_COMMAND = re.compile(r"(?<=#)#(?=\w*\[)")  # of GitHub Actions, Azure Pipelines ("##vso[") and TeamCity


def printable(text: str) -> str:
    """Return ``text`` with every control character replaced by one visible character.

    Escape sequences, carriage returns and text-direction overrides in a statement or a file can then
    change neither the terminal nor what a reader sees, and no command to a runner of CI jobs is left that
    is obeyed anywhere in a line ("##[group]"). One character stands for one, so offsets hold.
    """
    if "##" in text:
        text = _COMMAND.sub("\uff03", text)
    return text if text.isascii() and text.isprintable() else text.translate(_HARMLESS)


def placed(text: str) -> str:
    """Return a line that begins with a path as `printable` does, and so that it begins with no command.

    GitHub Actions obeys lines that begin with two colons: such a path has ``./`` before it.
    """
    text = printable(text)
    return f"./{text}" if text.lstrip().startswith("::") else text


def cells(text: str) -> int:
    """Return how many terminal cells ``text`` takes: 2 for wide characters, 0 for combining marks."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf") and character != "\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def wrap(text: str, width: int | None) -> Iterator[tuple[int, int]]:
    """Yield the ``(start, end)`` of each line of ``text`` at most ``width`` cells wide.

    Lines break at spaces, which fall away; a word longer than a line is cut. None for no limit.
    """
    start = 0
    while width is not None and cells(text[start:]) > width:
        end = start + 1
        while end < len(text) and cells(text[start : end + 1]) <= width:
            end += 1
        space = text.rfind(" ", start, end + 1)
        if space > start:
            yield start, space
            start = space + 1
        else:
            yield start, end
            start = end
    yield start, len(text)


def carets(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> tuple[str, int]:
    """Return the carets under ``text[start:end]`` and the offset that the last of them ends at."""
    line, at = "", start
    for first, last in spans:
        first, last = max(start, first), min(end, last)
        if first < last:
            line += " " * cells(text[at:first]) + "^" * max(1, cells(text[first:last]))
            at = last
    return line, at
