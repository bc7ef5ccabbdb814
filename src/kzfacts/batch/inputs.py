"""The files of a run: their formats, and their rows one file after the other."""

from __future__ import annotations

import hashlib
import io
import os
import stat
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, BinaryIO, cast

import msgspec

from kzfacts.batch import csv_rows, json_lines, parquet, text, workbook
from kzfacts.batch.rows import EmptyInput, Input, Row, Wishes
from kzfacts.errors import UsageError

STANDARD_INPUT = "-"
_Opener = Callable[[BinaryIO, str, Wishes], Input]
_OPENERS: dict[str, _Opener] = {
    "txt": text.open_input,
    "csv": csv_rows.open_input,
    "tsv": partial(csv_rows.open_input, delimiter="\t"),
    "jsonl": json_lines.open_input,
    "xlsx": workbook.open_input,
    "parquet": parquet.open_input,
}
FORMATS = tuple(_OPENERS)
_ENDINGS = {
    **{f".{name}": name for name in FORMATS},
    ".text": "txt", ".tab": "tsv", ".ndjson": "jsonl", ".xlsm": "xlsx", ".pq": "parquet",
}  # fmt: skip
_WRITTEN = {"csv": "csv", "tsv": "tsv", "jsonl": "jsonl"}
OUTPUT_FORMATS = tuple(_WRITTEN)


class Source(msgspec.Struct, frozen=True):
    """A file to read, and its format; ``-`` is standard input."""

    path: str
    format: str

    @property
    def size(self) -> int | None:
        """How many bytes it has, None where that is not known."""
        return os.stat(self.path).st_size if self.rereadable else None

    @property
    def rereadable(self) -> bool:
        """Whether it can be read twice."""
        return self.path != STANDARD_INPUT and stat.S_ISREG(os.stat(self.path).st_mode)

    def digest(self) -> str:
        """Return the digest of the file, ``sha256:`` and hexadecimal digits; nothing where it cannot be read twice."""
        if not self.rereadable:
            return ""
        with open(self.path, "rb") as stream:
            return f"sha256:{hashlib.file_digest(stream, 'sha256').hexdigest()}"


def source_of(path: str, format_: str | None) -> Source:
    """Return a file with its format, by its ending unless ``format_`` tells; raises UsageError."""
    if path != STANDARD_INPUT:
        try:
            if stat.S_ISDIR(os.stat(path).st_mode):
                raise UsageError(f"{path}: this is a folder; name its files")
        except OSError as error:
            reason = (error.strerror or "cannot be opened").lower()
            raise UsageError(f"{path}: {reason}; check its name, and the folder that kzfacts runs in") from None
    found = format_ or _ENDINGS.get(os.path.splitext(path)[1].casefold())
    if found is None:
        what = "standard input" if path == STANDARD_INPUT else "a file with this ending"
        raise UsageError(f"{path}: the format of {what} is not known; give --input-format {'|'.join(FORMATS)}")
    return Source(path, found)


def output_format(output: str | None, first: Source) -> str:
    """Return the format to write: by the ending of the output, else the input's own, else CSV; raises UsageError."""
    ending = _ENDINGS.get(os.path.splitext(output or "")[1].casefold())
    if ending in ("xlsx", "parquet"):
        raise UsageError(f"--output: {output}: .{ending} is not written; name a .csv, .tsv or .jsonl file")
    return _WRITTEN.get(ending or first.format, "csv")


class Inputs:
    """The inputs of a run; `first` is open, the others are opened when their turn comes."""

    def __init__(self, sources: tuple[Source, ...], wishes: Wishes, *, allow_empty: bool) -> None:
        """Open the first file that is not empty, and look at the columns of all others.

        Raises UsageError for a file that is empty unless ``allow_empty``, and where a table would need columns that
        differ (``wishes.fixed``).
        """
        self._wishes = wishes
        self._allow_empty = allow_empty
        self.notes: list[str] = []
        self.first: Input | None = None
        self._read = 0
        self._current: Input | None = None
        self._others = list(sources)
        while self._others and self.first is None:
            self.first = self._open(self._others.pop(0))
        for source in self._others:
            if source.rereadable and (ahead := self._open(source, told=False)) is not None:
                ahead.close()
        sizes = [source.size for source in sources]
        self.size = None if None in sizes else sum(size or 0 for size in sizes)
        self.counts_bytes = not {source.format for source in sources} & {"xlsx", "parquet"}

    def rows(self) -> Iterator[Row]:
        """Yield the rows of all files."""
        following: Input | None = self.first
        while following is not None or self._others:
            if following is not None:
                self._current = following
                yield from following.rows
                self._read += following.position()
                self._current = None
                following.close()
            following = self._open(self._others.pop(0)) if self._others else None

    @property
    def position(self) -> int:
        """How many bytes have been read."""
        return self._read + (self._current.position() if self._current else 0)

    def close(self) -> None:
        """Close what is open."""
        for opened in (self.first, self._current):
            if opened is not None:
                opened.close()

    def _open(self, source: Source, *, told: bool = True) -> Input | None:
        stream = _stream(source)
        try:
            opened = _OPENERS[source.format](stream, source.path, self._wishes)
        except EmptyInput:
            stream.close()
            if self._allow_empty:
                return None
            raise
        except BaseException:
            stream.close()
            raise
        if told:
            self.notes.extend(opened.notes)
        if self._wishes.fixed and self.first is not None and opened.columns != self.first.columns:
            opened.close()
            raise UsageError(
                f"{source.path}: its columns are not those of {self.first.path}; check it alone, or give --format jsonl"
            )
        return msgspec.structs.replace(opened, close=partial(_close, opened, stream))


def _close(opened: Input, stream: BinaryIO) -> None:
    opened.close()
    stream.close()


def _stream(source: Source) -> BinaryIO:
    if source.path != STANDARD_INPUT:
        try:
            return open(source.path, "rb")
        except OSError as error:
            raise UsageError(f"{source.path}: {error.strerror}") from None
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("nothing on standard input; name a file")
    if source.format in ("xlsx", "parquet"):
        return io.BytesIO(sys.stdin.buffer.read())
    return cast(BinaryIO, _Borrowed(sys.stdin.buffer))


class _Borrowed(io.RawIOBase):
    """A stream that others own: closing this one leaves it open."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        """Return True."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Read as the stream itself does."""
        return self._stream.read(size)

    def readinto(self, buffer: Any) -> int:
        """Read as the stream itself does."""
        piece = self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)
