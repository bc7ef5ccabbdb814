"""Word files (.docx): paragraphs, lists, tables and notes, with tracked changes accepted.

A Word file has no lines. The "source" of its places is the text of all its paragraphs, each a line of its own, so
that a line is the number of a paragraph and a column a character of its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from kzfacts.documents.assembling import Assembler
from kzfacts.documents.dating import date_in
from kzfacts.documents.docx_package import Package
from kzfacts.documents.docx_styles import Styles
from kzfacts.documents.docx_text import Paragraph, W, paragraph_of
from kzfacts.documents.model import Document
from kzfacts.documents.source import Source
from kzfacts.documents.traced import Trace, Traced

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WRAPPERS = frozenset(W + name for name in "sdt sdtContent ins moveTo customXml smartTag".split())
_CREATED = "{http://purl.org/dc/terms/}created"


class _Placed(msgspec.Struct, frozen=True):
    """A paragraph with the offset where it begins in the text of all."""

    paragraph: Paragraph
    start: int

    @property
    def text(self) -> Traced:
        trace = Trace()
        trace.verbatim(self.paragraph.text, self.start)
        return trace.done()


class _TableRow(msgspec.Struct, frozen=True):
    cells: tuple[tuple[_Placed, ...], ...]
    is_header: bool


class _Table(msgspec.Struct, frozen=True):
    rows: tuple[_TableRow, ...]


def read(path: str, data: bytes) -> Document:
    """Read the bytes of a .docx file. Raises DocumentError for a file that is broken or unsafe."""
    package = Package(path, data)
    root = package.part("word/document.xml", required=True)
    body = root.find(W + "body") if root is not None else None
    lines = _Lines()
    parts = list(lines.parts(body)) if body is not None else []
    for name in ("footnote", "endnote"):
        notes = package.part(f"word/{name}s.xml")
        for note in notes.findall(W + name) if notes is not None else ():
            if note.get(W + "type", "normal") == "normal":
                parts.extend(lines.parts(note))
    assembler = Assembler(Source("\n".join(lines.texts)))
    told = _Teller(assembler, Styles(package.part("word/styles.xml")), _comments(package))
    told.tell(parts)
    return assembler.document(path, "docx", undated=_created(package))


class _Lines:
    """Numbers the paragraphs of a file."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._offset = 0

    def parts(self, parent: Element) -> Iterator[_Placed | _Table]:
        """Yield the paragraphs and tables in ``parent``."""
        pending: Paragraph | None = None
        for element in _blocks(parent):
            if element.tag == W + "tbl":
                yield _Table(tuple(self._rows(element)))
                continue
            paragraph = paragraph_of(element)
            if pending is not None:
                # The mark between the two is deleted: they are one paragraph.
                moved = tuple((key, at + len(pending.text)) for key, at in paragraph.comments)
                paragraph = msgspec.structs.replace(
                    paragraph, text=pending.text + paragraph.text, comments=pending.comments + moved
                )
            pending = paragraph if paragraph.merges else None
            if pending is None:
                yield self._placed(paragraph)
        if pending is not None:
            yield self._placed(pending)

    def _placed(self, paragraph: Paragraph) -> _Placed:
        placed = _Placed(paragraph, self._offset)
        self.texts.append(paragraph.text)
        self._offset += len(paragraph.text) + 1
        return placed

    def _rows(self, table: Element) -> Iterator[_TableRow]:
        look = table.find(f"{W}tblPr/{W}tblLook")
        first_is_header = look is None or _first_row(look)
        for number, row in enumerate(_blocks(table, W + "tr")):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            marked = properties is not None and properties.find(W + "tblHeader") is not None
            cells = tuple(tuple(part for part in self._flat(cell)) for cell in _blocks(row, W + "tc"))
            yield _TableRow(cells, marked or (number == 0 and first_is_header))

    def _flat(self, cell: Element) -> Iterator[_Placed]:
        for part in self.parts(cell):
            if isinstance(part, _Placed):
                yield part
            else:
                for row in part.rows:
                    for inner in row.cells:
                        yield from inner


class _Teller:
    """Tells the assembler what the parts are by their styles."""

    def __init__(self, assembler: Assembler, styles: Styles, comments: dict[str, str]) -> None:
        self.assembler = assembler
        self.styles = styles
        self.comments = comments
        self.has_title = False
        self.levels = 0

    def tell(self, parts: list[_Placed | _Table]) -> None:
        self.has_title = any(
            isinstance(part, _Placed) and self.styles.role(part.paragraph.style).name == "title" for part in parts
        )
        for number, part in enumerate(parts):
            if isinstance(part, _Table):
                self._lists(0)
                self._table(part)
            else:
                follows = parts[number + 1] if number + 1 < len(parts) else None
                self._paragraph(part, isinstance(follows, _Table))
        self._lists(0)

    def _paragraph(self, placed: _Placed, before_table: bool) -> None:
        paragraph, text = placed.paragraph, placed.text
        self._remarks(placed)
        role = self.styles.role(paragraph.style)
        name, level = role.name, role.level
        if paragraph.outline and not name:
            name, level = "heading", paragraph.outline
        if name not in ("heading", "title") and (paragraph.list_level or name == "item"):
            name, level = "item", max(paragraph.list_level, level, 1)
        if not text or name == "left out":
            return
        self._lists(level if name == "item" else 0)
        if name == "item":
            self.assembler.item(text)
        elif name in ("heading", "title"):
            self.assembler.heading(text, 1 if name == "title" else level + self.has_title)
        elif name == "label":
            self.assembler.label(text)
        elif name == "caption" and before_table:
            self.assembler.caption(text)
        else:
            self.assembler.paragraph(
                text, "quote" if name == "quote" else "caption" if name == "caption" else "paragraph"
            )

    def _lists(self, level: int) -> None:
        """Open and close lists until ``level`` are open."""
        while self.levels > level:
            self.assembler.end_list()
            self.levels -= 1
        while self.levels < level:
            self.assembler.begin_list()
            self.levels += 1

    def _table(self, table: _Table) -> None:
        rows = [[_cell(cell) for cell in row.cells] for row in table.rows]
        for row in table.rows:
            for cell in row.cells:
                for placed in cell:
                    self._remarks(placed)
        first = 0
        while first < len(rows) - 1 and table.rows[first].is_header:
            first += 1
        header = [cell.text for cell in rows[first - 1]] if first else []
        self.assembler.table(rows[first:], header)

    def _remarks(self, placed: _Placed) -> None:
        for key, at in placed.paragraph.comments:
            start = placed.start + min(at, max(len(placed.paragraph.text) - 1, 0))
            self.assembler.remark(self.comments.get(key, ""), start, start + 1)


def _cell(cell: tuple[_Placed, ...]) -> Traced:
    trace = Trace()
    for placed in cell:
        trace.verbatim(placed.paragraph.text + "\n", placed.start)
    return trace.done()


def _blocks(parent: Element, *tags: str) -> Iterator[Element]:
    """Yield the paragraphs and tables (or the elements of ``tags``) in ``parent``, through what only wraps them."""
    wanted = tags or (W + "p", W + "tbl")
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child, *tags)


def _first_row(look: Element) -> bool:
    if (flag := look.get(W + "firstRow")) is not None:
        return flag in {"1", "true", "on"}
    try:
        return bool(int(look.get(W + "val", "0"), 16) & 0x20)
    except ValueError:
        return False


def _comments(package: Package) -> dict[str, str]:
    root = package.part("word/comments.xml")
    found = root.findall(W + "comment") if root is not None else ()
    return {
        comment.get(W + "id", ""): " ".join(paragraph_of(element).text for element in comment.iter(W + "p"))
        for comment in found
    }


def _created(package: Package) -> date | None:
    core = package.part("docProps/core.xml")
    created = core.find(_CREATED) if core is not None else None
    return date_in(created.text or "") if created is not None else None
