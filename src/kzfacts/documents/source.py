"""The text of a draft's file: bytes decoded, and offsets turned into lines and columns.

Readers work on `Source.text`, in which every line end is a single ``\\n``; lines and columns are those of the file,
for a line end is no character that a column counts.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from kzfacts.documents.errors import DocumentError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END = re.compile(r"\r\n?")


class Decoded(NamedTuple):
    """A file's text as it stands, the codec that reads it, and what the user should be told of it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(path: str, data: bytes) -> Decoded:
    """Decode a file: by its byte order mark, as UTF-8, or else as Windows-1252, which is noted.

    Raises DocumentError for a file that is binary or broken.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(_strictly(path, data, encoding), encoding)
    if (at := data.find(b"\0")) >= 0:
        line = data.count(b"\n", 0, at) + 1
        raise DocumentError(path, line, 1, "not a text file; give Markdown, HTML, reStructuredText, text or .docx")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        note = f"{path}:{line}:1: not UTF-8, read as Windows-1252; save the file as UTF-8"
        # The five bytes that Windows-1252 leaves open stand for control characters, as browsers read them.
        text = "".join(_WINDOWS[byte] for byte in data) if any(map(data.__contains__, _OPEN)) else data.decode("cp1252")
        return Decoded(text, "cp1252", (note,))


_OPEN = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")
_WINDOWS = [chr(byte) if bytes([byte]) in _OPEN else bytes([byte]).decode("cp1252") for byte in range(256)]


def _strictly(path: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        # The object of the error is what was decoded, which may lack the mark that tells the byte order.
        line = error.object[: error.start].count(b"\n") + 1
        message = f"bytes that are no {encoding.upper()}, though the file starts with its mark; save it again as UTF-8"
        raise DocumentError(path, line, 1, message) from None


class Source:
    """Text with single ``\\n`` line ends, and the place of each of its offsets."""

    def __init__(self, text: str) -> None:
        self.text = _LINE_END.sub("\n", text) if "\r" in text else text
        starts = [0]
        starts.extend(match.end() for match in re.finditer("\n", self.text))
        self.line_starts = starts

    def line_of(self, offset: int) -> int:
        """Return the number, from 0, of the line that holds ``offset``."""
        return bisect_right(self.line_starts, offset) - 1

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column, from 1, of ``offset``."""
        line = self.line_of(offset)
        return line + 1, offset - self.line_starts[line] + 1

    def places(self, offsets: list[int]) -> list[tuple[int, int]]:
        """Return the place of each offset; quick where they rise."""
        if offsets and offsets == sorted(offsets):
            return self._rising_places(offsets)
        places = []
        start, end, line = 0, -1, 0
        last = len(self.line_starts)
        for offset in offsets:
            if not start <= offset < end:
                line = self.line_of(offset)
                start = self.line_starts[line]
                end = self.line_starts[line + 1] if line + 1 < last else len(self.text) + 2
            places.append((line + 1, offset - start + 1))
        return places

    def _rising_places(self, offsets: list[int]) -> list[tuple[int, int]]:
        places: list[tuple[int, int]] = []
        while len(places) < len(offsets):
            line = self.line_of(offsets[len(places)])
            before = self.line_starts[line] - 1
            end = self.line_starts[line + 1] if line + 1 < len(self.line_starts) else offsets[-1] + 1
            here = offsets[len(places) : bisect_left(offsets, end)]
            places += [(line + 1, offset - before) for offset in here]
        return places

    def line_text(self, line: int) -> str:
        """Return line ``line`` (from 0) without its end."""
        start = self.line_starts[line]
        end = self.line_starts[line + 1] - 1 if line + 1 < len(self.line_starts) else len(self.text)
        return self.text[start:end]
