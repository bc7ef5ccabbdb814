"""Suggested corrections put into the source of a draft, as new bytes or as a unified patch.

Only words that stand in the source exactly as they are read, on one line, are replaced; never those of a quotation,
which are somebody else's, nor anything in a .docx, which has no lines.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from kzfacts.errors import KzfactsError
from kzfacts.finding import Verdict
from kzfacts.linting.results import CheckedFile, Result
from kzfacts.replacing import replacing

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
_MARKED = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
"""Encodings by the mark at the beginning of the file."""


class Edit(msgspec.Struct, frozen=True, order=True):
    """One replacement on a line: columns from 1 in code points, the end exclusive."""

    line: int
    column: int
    end_column: int
    words: str
    replacement: str


class Correction(msgspec.Struct, frozen=True):
    """A draft before and after its corrections; ``count`` says how many they are."""

    path: str
    before: str
    after: str
    count: int
    encoding: str
    mark: bytes = b""

    @property
    def data(self) -> bytes:
        """The corrected file."""
        return self.mark + self.after.encode(self.encoding)


def edits_of(file: CheckedFile) -> tuple[Edit, ...]:
    """Return the corrections that a draft can take, by place; of two that overlap the first."""
    edits: list[Edit] = []
    for edit in sorted(edit for result in file.results if (edit := _edit(result)) is not None):
        before = edits[-1] if edits else None
        if before is None or (before.line, before.end_column) <= (edit.line, edit.column):
            edits.append(edit)
    return () if file.document.format == "docx" else tuple(edits)


def _edit(result: Result) -> Edit | None:
    suggestion, sentence = result.finding.suggestion, result.sentence
    counts = result.checkable and result.suppression is None and result.finding.verdict is Verdict.CONTRADICTED
    if suggestion is None or not counts or suggestion.start >= suggestion.end:
        return None
    if sentence.block.kind == "quote" or _quoted(sentence.block.text, sentence.start + suggestion.start):
        return None
    region = sentence.region_of(suggestion.start, suggestion.end)
    if region.line != region.end_line:
        return None
    words = sentence.text[suggestion.start : suggestion.end]
    return Edit(region.line, region.column, region.end_column, words, suggestion.replacement)


def _quoted(text: str, offset: int) -> bool:
    """Say whether an offset of a paragraph stands within quotation marks."""
    before = text[:offset]
    return before.count('"') % 2 == 1 or any(
        before.count(opening) > before.count(closing) for opening, closing in ("“”", "«»")
    )


def correct(file: CheckedFile, data: bytes) -> Correction | None:
    """Return what the corrections of a draft make of its bytes.

    None where there is nothing to correct in them, or where they are not those that the draft was read from.
    """
    edits = edits_of(file)
    decoded = _decoded(data) if edits else None
    if decoded is None or _unmarked(decoded[0]) != _unmarked(file.document.source):
        return None
    before, encoding, mark = decoded
    lines = _LINE_END.split(before)
    done = 0
    for edit in reversed(edits):
        line = lines[edit.line - 1] if edit.line <= len(lines) else ""
        if line[edit.column - 1 : edit.end_column - 1] == edit.words and _encodable(edit.replacement, encoding):
            lines[edit.line - 1] = line[: edit.column - 1] + edit.replacement + line[edit.end_column - 1 :]
            done += 1
    return Correction(file.document.path, before, "".join(lines), done, encoding, mark) if done else None


def _decoded(data: bytes) -> tuple[str, str, bytes] | None:
    """Return text, encoding and byte order mark of a draft; None where the text would not give the same bytes again."""
    mark = next((mark for mark in _MARKED if data.startswith(mark)), b"")
    for encoding in [_MARKED[mark]] if mark else ["utf-8", "cp1252"]:
        try:
            text = data[len(mark) :].decode(encoding)
        except UnicodeDecodeError:
            continue
        return text, encoding, mark
    return None


def _unmarked(text: str) -> str:
    """Return a text without a byte order mark, its lines ended as in Unix."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _encodable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def patch(corrections: Iterable[Correction]) -> str:
    """Return the corrections as a unified patch that ``git apply`` and ``patch -p1`` take."""
    return "".join(line for correction in corrections for line in _patch(correction))


def _patch(correction: Correction) -> Iterator[str]:
    name = _CONTROLS.sub("\ufffd", correction.path.replace("\\", "/").lstrip("/"))
    name += "\t" if " " in name else ""  # where a name with a space ends, as git writes it
    before, after = (_patch_lines(text) for text in (correction.before, correction.after))
    for line in difflib.unified_diff(before, after, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"


def _patch_lines(text: str) -> Sequence[str]:
    """Return the lines of a text as git counts them: a carriage return alone ends none."""
    return re.split(r"(?<=\n)", text) if not text.endswith("\n") else re.split(r"(?<=\n)", text)[:-1]


def write(correction: Correction, path: str) -> None:
    """Put the corrected draft in the place of the file at ``path``, whole or not at all.

    Raises KzfactsError where it cannot be written, or has changed since it was read.
    """
    try:
        target = Path(path).resolve()
        if target.read_bytes() != correction.mark + correction.before.encode(correction.encoding):
            raise KzfactsError(f"{path}: has changed while it was checked; nothing was written, run it again")
        with replacing(target) as stream:
            stream.write(correction.data)
    except OSError as error:
        raise KzfactsError(f"{path}: cannot be written: {error.strerror}") from None
