"""The text of a Word paragraph with all tracked changes accepted: insertions stay, deletions go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from kzfacts.documents.attributes import number_in

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_GONE = frozenset(
    W + name
    for name in "del moveFrom delText instrText delInstrText pPr rPr footnoteReference endnoteReference drawing pict "
    "object ruby footnoteRef endnoteRef separator continuationSeparator".split()
) | {_MC + "Fallback"}
_SHOWN = {
    W + "tab": " ",
    W + "ptab": " ",
    W + "br": " ",
    W + "cr": " ",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}


BODY_LEVEL = 9
"""The level of an outline that makes no heading; levels count from 0."""
DEEPEST = 60
"""What is nested deeper in a paragraph is left out."""


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph: its text as it stands, the id of its style, its level in a list (0 for none), its comments.

    ``comments`` are the ids of Word comments with the offset in ``text`` where they are anchored.
    """

    text: str
    style: str = ""
    list_level: int = 0
    outline: int = 0
    merges: bool = False
    comments: tuple[tuple[str, int], ...] = ()


def paragraph_of(element: Element) -> Paragraph:
    """Read a ``w:p`` element."""
    pieces: list[str] = []
    comments: list[tuple[str, int]] = []
    for piece, comment in _pieces(element, 0):
        if comment:
            comments.append((comment, sum(map(len, pieces))))
        else:
            pieces.append(piece)
    properties = element.find(W + "pPr")
    style, level, outline, merges = "", 0, 0, False
    if properties is not None:
        style = _value(properties.find(W + "pStyle"))
        numbering = properties.find(W + "numPr")
        if numbering is not None and _value(numbering.find(W + "numId")) != "0":
            level = level_of(numbering.find(W + "ilvl"), 0) + 1
        outline = level_of(properties.find(W + "outlineLvl"), -1) + 1
        merges = properties.find(f"{W}rPr/{W}del") is not None
    return Paragraph("".join(pieces), style, level, outline if outline <= BODY_LEVEL else 0, merges, tuple(comments))


def _pieces(element: Element, depth: int) -> Iterator[tuple[str, str]]:
    """Yield the pieces of text in order, and for a comment's anchor an empty piece with the comment's id."""
    for child in element:
        tag = child.tag
        if tag in _GONE or depth > DEEPEST:
            continue
        if tag == W + "t":
            # A line end inside one paragraph would count as the end of the paragraph.
            yield (child.text or "").replace("\r", " ").replace("\n", " "), ""
        elif tag in _SHOWN:
            yield _SHOWN[tag], ""
        elif tag == W + "commentReference":
            yield "", child.get(W + "id", "")
        elif not (tag == W + "r" and _is_hidden(child)):
            yield from _pieces(child, depth + 1)


def _is_hidden(run: Element) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and _value(hidden) not in {"0", "false", "off"}


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(W + "val", "")


def level_of(element: Element | None, otherwise: int) -> int:
    """Return the level that an element gives in a list or outline, from 0 to `BODY_LEVEL`."""
    return number_in(_value(element), BODY_LEVEL, otherwise)
