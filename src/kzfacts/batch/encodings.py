"""Bytes to text: which encoding a file has, and what to do with a byte that does not fit.

A byte order mark settles it. Else a file is UTF-8 unless its beginning says otherwise; then it is Windows-1252, which
spreadsheets write in Western Europe. Nothing is guessed beyond that: text that looks Cyrillic is refused until
somebody names its encoding. A byte that does not fit the encoding found never becomes another character: it is kept
apart as a lone surrogate (U+DC00 and the byte), by which `unfit` finds it.
"""

from __future__ import annotations

import codecs
import io
import re
from typing import BinaryIO

import msgspec

from kzfacts.errors import UsageError

SAMPLE = 1 << 18
"""How many bytes are looked at, 256 KiB."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_KEEP = "kzfacts.keep"
_UNFIT = re.compile("[\udc00-\udcff]")
_CYRILLIC = re.compile(rb"[\xc0-\xff]{4}")  # Western text has no four accented letters in a row
_NULS = 0.1
"""The share of NUL bytes from which a file is no text in an encoding of single bytes."""


class Encoding(msgspec.Struct, frozen=True):
    """An encoding by its Python name, whether it tells of a spreadsheet, and a remark where it is a guess."""

    name: str
    spreadsheet: bool = False
    note: str = ""


class Unfit(msgspec.Struct, frozen=True):
    """A byte that does not fit: where it stands in the text (code points from 0), and its value."""

    offset: int
    byte: int


def detect(sample: bytes, *, whole: bool, path: str) -> Encoding:
    """Tell the encoding of a file by its beginning; ``whole`` says that ``sample`` is all of it.

    Raises UsageError where it is no text, or text in an encoding that must be named.
    """
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return Encoding(name, spreadsheet=True)
    if sample.startswith(b"PK\x03\x04"):
        raise UsageError(f"{path}: this is an archive such as .xlsx, no text; name it so, or give --input-format xlsx")
    if sample.count(0) > _NULS * len(sample):
        hint = "if it is UTF-16 without a byte order mark, give --encoding utf-16-le (or utf-16-be)"
        raise UsageError(f"{path}: this is no text; {hint}")
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    text = decoder.decode(sample, whole)
    if text.isascii():
        return Encoding("utf-8")
    unfit = len(_UNFIT.findall(text))
    letters = sum(not character.isascii() for character in text) - unfit
    if letters >= unfit:
        return Encoding("utf-8")
    if _CYRILLIC.search(sample):
        hint = "cp1251 for Cyrillic of Windows, or save it as UTF-8"
        raise UsageError(f"{path}: neither UTF-8 nor Windows-1252; name the encoding with --encoding ({hint})")
    note = f"{path}: not UTF-8; read as Windows-1252, as spreadsheets export it (--encoding names another)"
    return Encoding("cp1252", spreadsheet=True, note=note)


def named(name: str) -> Encoding:
    """Return the encoding that the user names; raises UsageError where there is none such."""
    try:
        found = codecs.lookup(name)
        "".encode(name)  # refuses what is no encoding of text, such as hex
    except (LookupError, ValueError):
        raise UsageError(f"--encoding: {name!r} is not known; give utf-8, utf-16, cp1252, cp1251 ...") from None
    return Encoding("utf-8-sig" if found.name == "utf-8" else name, spreadsheet=found.name != "utf-8")


def unfit(text: str) -> Unfit | None:
    """Return the first byte in ``text`` that did not fit the encoding, None where all did."""
    if text.isascii():
        return None
    match = _UNFIT.search(text)
    return Unfit(match.start(), ord(match[0]) - 0xDC00) if match else None


def shown(text: str) -> str:
    r"""Return ``text`` with every byte that did not fit written as ``\xe9``."""
    return _UNFIT.sub(lambda match: f"\\x{ord(match[0]) - 0xDC00:02x}", text)


class Text(msgspec.Struct, frozen=True):
    """An opened text file: the stream, its encoding, and the raw stream below, which knows how far it was read."""

    stream: io.TextIOWrapper
    encoding: Encoding
    source: Rejoined


def open_text(source: BinaryIO, path: str, encoding: str | None, newline: str) -> Text:
    """Open bytes as text, in ``encoding`` or the one found; ``newline`` as for `open`.

    Raises UsageError for an encoding that is not known or cannot be told.
    """
    sample = _filled(source)
    found = named(encoding) if encoding else detect(sample, whole=len(sample) < SAMPLE, path=path)
    raw = Rejoined(sample, source)
    stream = io.TextIOWrapper(io.BufferedReader(raw), found.name, _KEEP, newline)
    return Text(stream, found, raw)


def _filled(source: BinaryIO) -> bytes:
    """Read a sample in full, however small the pieces are in which a pipe delivers it."""
    pieces: list[bytes] = []
    missing = SAMPLE
    while missing and (piece := source.read(missing)):
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)


class Rejoined(io.RawIOBase):
    """A sample and the rest of the stream that it was taken from; ``position`` counts the bytes given."""

    def __init__(self, sample: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._sample = memoryview(sample)
        self._rest = rest
        self.position = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer, from the sample first."""
        if self._sample:
            count = min(len(buffer), len(self._sample))
            buffer[:count] = self._sample[:count]
            self._sample = self._sample[count:]
        else:
            piece = self._rest.read1(len(buffer)) if hasattr(self._rest, "read1") else self._rest.read(len(buffer))
            count = len(piece)
            buffer[:count] = piece
        self.position += count
        return count

    def close(self) -> None:
        """Close the stream below, too."""
        if not self.closed:
            self._rest.close()
        super().close()


def _keep(error: UnicodeError) -> tuple[str, int]:
    """Give each byte that does not fit as a lone surrogate; the handler of decoding errors."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error(_KEEP, _keep)
