"""What a page consists of, in reading order, before it is settled which part is the article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec

from kzfacts.documents.assembling import Assembler
from kzfacts.documents.traced import Traced

PartKind = Literal["heading", "paragraph", "quote", "caption", "label", "item", "begin", "end", "table", "remark"]


class Part(msgspec.Struct, frozen=True):
    """One thing on the page; ``article`` is the number of the outermost article it is in, 0 for none."""

    kind: PartKind
    text: Traced | None = None
    depth: int = 0
    lead_in: str | None = None
    rows: tuple[tuple[Traced, ...], ...] = ()
    header: tuple[str, ...] = ()
    caption: Traced | None = None
    comment: str = ""
    start: int = 0
    end: int = 0
    in_main: bool = False
    article: int = 0

    @property
    def length(self) -> int:
        """How much text there is."""
        return len(self.text.text) if self.text else 0


def article_of(parts: list[Part]) -> list[Part]:
    """Return the parts of the article: the only ``article`` of note, or ``main``, or all articles, or the page."""
    inside = [part for part in parts if part.in_main]
    sizes: dict[int, int] = {}
    for part in inside or parts:
        if part.article:
            sizes[part.article] = sizes.get(part.article, 0) + part.length
    whole = sum(part.length for part in inside or parts)
    if sizes:
        largest = max(sizes, key=lambda number: sizes[number])
        if sizes[largest] * 2 > whole:
            return _with_remarks(parts, lambda part: part.article == largest)
    if inside:
        return _with_remarks(parts, lambda part: part.in_main)
    if sizes and sum(sizes.values()) * 2 >= whole:
        return _with_remarks(parts, lambda part: part.article > 0)
    return parts


def _with_remarks(parts: list[Part], chosen: Callable[[Part], bool]) -> list[Part]:
    """Return the parts that are chosen, and the remarks wherever they stand."""
    return [part for part in parts if part.kind == "remark" or chosen(part)]


def tell(assembler: Assembler, parts: list[Part]) -> None:
    """Tell the assembler the parts in their order."""
    opened = 0
    for part in parts:
        if part.kind == "begin":
            assembler.begin_list()
            opened += 1
        elif part.kind == "end":
            if opened:
                assembler.end_list()
                opened -= 1
        elif part.kind == "table":
            assembler.table(part.rows, part.header, part.caption)
        elif part.kind == "remark":
            assembler.remark(part.comment, part.start, part.end)
        elif part.text:
            _text(assembler, part, part.text, in_list=opened > 0)
    for _ in range(opened):
        assembler.end_list()


def _text(assembler: Assembler, part: Part, text: Traced, *, in_list: bool) -> None:
    if part.kind == "heading":
        assembler.heading(text, part.depth)
    elif part.kind == "label":
        assembler.label(text)
    elif part.kind == "item" and in_list:
        assembler.item(text, part.lead_in)
    elif part.kind in ("quote", "caption"):
        assembler.paragraph(text, part.kind)
    else:
        assembler.paragraph(text)
