"""What the styles of a Word file mean: heading, list item, quotation, caption, title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from kzfacts.documents.docx_text import BODY_LEVEL, W, level_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADING = re.compile(r"heading\s*(\d)$")
_LIST = re.compile(r"list(?:\s*(?:bullet|number|continue|paragraph))?\s*(\d)?$")
_ROLES = {
    "title": "title",
    "subtitle": "label",
    "quote": "quote",
    "intense quote": "quote",
    "intensequote": "quote",
    "block text": "quote",
    "caption": "caption",
    "date": "label",
    "dateline": "label",
    "byline": "label",
    "signature": "label",
    "toc heading": "left out",
    "html preformatted": "left out",
    "code": "left out",
    "source code": "left out",
    "footnote text": "note",
    "endnote text": "note",
}


MOST_BASES = 10
"""How many styles are followed from one to the next that it is based on."""


class Role(msgspec.Struct, frozen=True):
    """What a style makes of a paragraph: ``heading``, ``title``, ``item``, ``quote``, ... and its level."""

    name: str = ""
    level: int = 0


class Styles:
    """The styles of one file, by their ids; a style without a meaning of its own has that of its base."""

    def __init__(self, root: Element | None) -> None:
        self._names: dict[str, str] = {}
        self._bases: dict[str, str] = {}
        self._outlines: dict[str, int] = {}
        for style in root.iter(W + "style") if root is not None else ():
            key = style.get(W + "styleId", "")
            name, base, outline = style.find(W + "name"), style.find(W + "basedOn"), style.find(f"{W}pPr/{W}outlineLvl")
            self._names[key] = name.get(W + "val", "").lower() if name is not None else ""
            if base is not None:
                self._bases[key] = base.get(W + "val", "")
            if (level := level_of(outline, -1)) >= 0:
                self._outlines[key] = level + 1

    def role(self, style: str) -> Role:
        """Return the role of a style, by its own name or that of the nearest style it is based on."""
        for _ in range(MOST_BASES):
            if not style:
                break
            role = _role_of(self._names.get(style, "")) or _role_of(style.lower())
            if role:
                return role
            if 0 < self._outlines.get(style, 0) <= BODY_LEVEL:
                return Role("heading", self._outlines[style])
            style = self._bases.get(style, "")
        return Role()


def _role_of(name: str) -> Role | None:
    if match := _HEADING.match(name):
        return Role("heading", int(match[1]))
    if name.startswith("toc ") and name[4:].isdigit():
        return Role("left out")
    if name != "list paragraph" and name != "listparagraph" and (match := _LIST.match(name)):
        return Role("item", int(match[1] or 1))
    return Role(_ROLES[name]) if name in _ROLES else None
