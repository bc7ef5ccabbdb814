"""Text that knows where it came from: each character has the offsets in the source that it stands for."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence

_PIECE = re.compile("[\u00ad\u200b\u2060\ufeff]+|\\s+|[^\\s\u00ad\u200b\u2060\ufeff]+")
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")


class Traced:
    """Text with the source offsets where each of its characters starts and ends (exclusive).

    White space is single spaces, none at the ends; characters without a width (soft hyphens) are gone.
    """

    __slots__ = ("ends", "starts", "text")

    def __init__(self, text: str, starts: array[int], ends: array[int]) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends

    def slice(self, start: int, end: int | None = None) -> Traced:
        """Return the part from ``start`` to ``end`` (offsets in the text)."""
        return Traced(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def __bool__(self) -> bool:
        return bool(self.text)


class Trace:
    """Collects the pieces of a text as a reader meets them, and gives the `Traced` text."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._starts: array[int] = array("q")
        self._ends: array[int] = array("q")
        self._space: tuple[int, int] | None = None

    def verbatim(self, text: str, start: int) -> None:
        """Add ``text``, which stands in the source at ``start`` character by character."""
        for match in _PIECE.finditer(text):
            piece, at = match.group(), start + match.start()
            if piece[0] in _UNSEEN:
                continue
            if piece.isspace():
                self._blank(at, at + len(piece))
            else:
                self._flush()
                self._text.append(piece)
                self._starts.extend(range(at, at + len(piece)))
                self._ends.extend(range(at + 1, at + len(piece) + 1))

    def mapped(self, text: str, places: Sequence[int], at: int = 0) -> None:
        """Add ``text``, whose characters stand at ``places[at]``, ``places[at + 1]`` and so on, which rise."""
        start, size = 0, len(text)
        while start < size:
            first, end = places[at + start], start + 1
            if places[at + size - 1] - first == size - 1 - start:
                end = size
            while end < size and places[at + end] == first + end - start:
                end += 1
            self.verbatim(text[start:end], first)
            start = end

    def instead(self, text: str, start: int, end: int) -> None:
        """Add ``text`` that the reader sees in place of the source from ``start`` to ``end`` (an entity)."""
        for character in text:
            if character in _UNSEEN:
                continue
            if character.isspace():
                self._blank(start, end)
            else:
                self._flush()
                self._text.append(character)
                self._starts.append(start)
                self._ends.append(end)

    def joined(self, text: str, start: int, end: int) -> None:
        """Add ``text`` as it is, spaces included, for the source from ``start`` to ``end``."""
        self._space = None
        self._text.append(text)
        self._starts.extend([start] * len(text))
        self._ends.extend([end] * len(text))

    def traced(self, piece: Traced) -> None:
        """Add what is traced already."""
        if piece:
            self._flush()
            self._text.append(piece.text)
            self._starts.extend(piece.starts)
            self._ends.extend(piece.ends)

    def done(self) -> Traced:
        """Return what was collected, and begin anew."""
        result = Traced("".join(self._text), self._starts, self._ends)
        self.__init__()  # type: ignore[misc]
        return result

    @property
    def empty(self) -> bool:
        """Whether nothing that shows was added."""
        return not self._text

    def _blank(self, start: int, end: int) -> None:
        self._space = (self._space[0] if self._space else start, end)

    def _flush(self) -> None:
        if self._space and self._text:
            self._text.append(" ")
            self._starts.append(self._space[0])
            self._ends.append(self._space[1])
        self._space = None


def row_of(cells: Iterable[Traced]) -> Traced:
    """Join the cells of a table row by " | "; the bar stands for what is between two cells in the source."""
    row = list(cells)
    end = next((cell.starts[0] for cell in row if cell), 0)
    trace = Trace()
    for number, cell in enumerate(row):
        if number:
            start = cell.starts[0] if cell else end
            trace.joined(" | ", end, max(start, end + 1))
        trace.traced(cell)
        end = cell.ends[-1] if cell else end
    return trace.done()
