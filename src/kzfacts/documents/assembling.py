"""Builds a `Document` from what a reader finds, block by block in reading order.

Each format's reader says what it meets (a heading, a paragraph, a list with its items, a table, a comment); what
blocks know of what is around them, and where their sentences are, is settled here, the same for all formats.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

import msgspec

from kzfacts.documents.datelines import dateline_end, is_credit, is_label
from kzfacts.documents.dating import date_in
from kzfacts.documents.model import Block, BlockKind, Document, Region, Remark, Sentence
from kzfacts.documents.sentences import cut
from kzfacts.documents.source import Source
from kzfacts.documents.traced import Traced, row_of

_LONGEST_TITLE, _LONGEST_CAPTION = 120, 250
"""How many characters a paragraph has at most that is the title of a table, and one that calls itself so."""
_TABLE_CAPTION = re.compile(r"(?:table|figure|fig\.|chart|exhibit|graph)\s*\d+", re.IGNORECASE)


class ListLevel(msgspec.Struct):
    """A list that is being read: its group number and what leads into it."""

    group: int
    lead_in: str


class Assembler:
    """Collects blocks, sentences and remarks; `document` gives the result."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.sentences: list[Sentence] = []
        self.remarks: list[Remark] = []
        self.dateline: date | None = None
        self._headings: list[tuple[int, str]] = []
        self._lists: list[ListLevel] = []
        self._groups = 0
        self._caption: Block | None = None

    def heading(self, text: Traced, depth: int) -> None:
        """Add a heading; those of the same or a deeper level stop being above what follows."""
        if text:
            self._headings = [(level, above) for level, above in self._headings if level < depth]
            self._block("heading", text, depth=depth)
            self._headings.append((depth, text.text))

    def paragraph(self, text: Traced, kind: BlockKind = "paragraph") -> None:
        """Add a paragraph, block quotation or figure caption with its sentences.

        A dateline is taken off its beginning; a byline or a dateline on its own becomes a label.
        """
        if not text:
            return
        is_prose = kind == "paragraph" and not self._lists
        at_top = len(self.sentences) < 2
        if is_prose and (is_credit(text.text) or (at_top and is_label(text.text))):
            self.label(text)
            return
        end = dateline_end(text.text) if is_prose else 0
        if not end:
            self._cut(self._block(kind, text), text)
            return
        dateline = text.text[:end].rstrip(" -–—")
        self.dateline = self.dateline or date_in(dateline)
        rest = text.slice(end)
        if rest:
            self._cut(self._block(kind, rest, dateline=dateline), rest)

    def label(self, text: Traced) -> None:
        """Add what is shown but is no sentence of the article: a byline, a slug line, the name under a quotation."""
        if text:
            if not self._lists and len(self.sentences) < 2:
                self.dateline = self.dateline or date_in(text.text)
            self._block("label", text)

    def caption(self, text: Traced) -> None:
        """Add the caption of the table that comes next."""
        if text:
            self._caption = self._block("caption", text)

    def begin_list(self, lead_in: str | None = None) -> None:
        """Begin a list; inside an item, a list of the next level."""
        self._groups += 1
        if lead_in is None:
            lead_in = self.blocks[-1].text if self._lists and self.blocks else self._lead_in()
        self._lists.append(ListLevel(self._groups, lead_in))

    def end_list(self) -> None:
        """End the innermost list."""
        if self._lists:
            self._lists.pop()

    @property
    def in_list(self) -> bool:
        """Whether a list is open."""
        return bool(self._lists)

    def item(self, text: Traced, lead_in: str | None = None) -> None:
        """Add a paragraph of an item of the innermost list."""
        if text:
            level = self._lists[-1]
            lead = level.lead_in if lead_in is None else lead_in
            block = self._block("item", text, lead_in=lead, group=level.group, depth=len(self._lists))
            self._cut(block, text)

    def table(
        self, rows: Sequence[Sequence[Traced]], header: Sequence[str] = (), caption: Traced | None = None
    ) -> None:
        """Add the rows of a table, without its header row; a paragraph such as "Table 1. Visits" is its caption."""
        if caption:
            self.caption(caption)
        title = self._table_caption()
        lead_in = self._lead_in()
        self._groups += 1
        for cells in rows:
            row = row_of(cells)
            if not row.text.strip(" |"):
                continue
            names = [name or "" for name, _ in zip_longest(header, cells)][: len(cells)] if header else []
            block = self._block(
                "row",
                row,
                cells=tuple(cell.text for cell in cells),
                header=tuple(names),
                caption=title,
                lead_in=lead_in,
                group=self._groups,
            )
            self._sentence(block, row, 0, len(row.text))

    def remark(self, text: str, start: int, end: int, fault: str = "") -> None:
        """Add a comment, if it is addressed to kzfacts; ``start`` and ``end`` are its offsets in the source.

        ``fault`` says why it cannot be read as one.
        """
        text = text.strip()
        if text.startswith("kzfacts"):
            first, last = self.source.place(start), self.source.place(end - 1)
            region = Region(first[0], first[1], last[0], last[1] + 1)
            self.remarks.append(Remark(text, region, len(self.blocks), fault))

    def document(
        self,
        path: str,
        format: str,
        *,
        dated: date | None = None,
        settings: dict[str, object] | None = None,
        undated: date | None = None,
    ) -> Document:
        """Return the document; ``dated`` is better than a dateline, ``undated`` is what there is without either."""
        return Document(
            path=path,
            format=format,
            sentences=tuple(self.sentences),
            blocks=tuple(self.blocks),
            dated=dated or self.dateline or undated,
            remarks=tuple(self.remarks),
            settings=settings or {},
        )

    def _block(
        self,
        kind: BlockKind,
        text: Traced,
        *,
        lead_in: str = "",
        caption: str = "",
        header: tuple[str, ...] = (),
        cells: tuple[str, ...] = (),
        group: int | None = None,
        depth: int = 0,
        dateline: str = "",
    ) -> Block:
        block = Block(
            kind=kind,
            text=text.text,
            number=len(self.blocks),
            headings=tuple(above for _, above in self._headings),
            lead_in=lead_in,
            caption=caption,
            header=header,
            cells=cells,
            group=group,
            depth=depth,
            dateline=dateline,
        )
        self.blocks.append(block)
        return block

    def _cut(self, block: Block, text: Traced) -> None:
        for start, end in cut(text.text):
            self._sentence(block, text, start, end)

    def _sentence(self, block: Block, text: Traced, start: int, end: int) -> None:
        starts, ends = text.starts[start:end].tolist(), text.ends[start:end].tolist()
        places = self.source.places(starts)
        last_line, last_column = self.source.place(ends[-1] - 1)
        exclusive: list[tuple[int, int]] = []
        if ends != [start + 1 for start in starts]:
            exclusive = [(line, column + 1) for line, column in self.source.places([end - 1 for end in ends])]
        region = Region(places[0][0], places[0][1], last_line, last_column + 1)
        self.sentences.append(
            Sentence(
                text=text.text[start:end],
                region=region,
                places=tuple(places),
                block=block,
                start=start,
                ends=tuple(exclusive),
            )
        )

    def _lead_in(self) -> str:
        """Return the sentence that announces what comes next: the end of the block before, if it is a colon."""
        last = self.blocks[-1] if self.blocks else None
        if last is None or last.kind not in ("paragraph", "quote", "item") or not last.text.endswith(":"):
            return ""
        start, end = cut(last.text)[-1]
        return last.text[start:end]

    def _table_caption(self) -> str:
        """Return the caption of the table at hand: its own, or the paragraph just before it that looks like one.

        That is one such as "Table 1. Visits", or a short one without the full stop or colon of a sentence.
        """
        last = self.blocks[-1] if self.blocks else None
        if last is None:
            return ""
        if last.kind == "caption" and last is self._caption:
            return last.text
        title = len(last.text) < _LONGEST_TITLE and last.text[-1:].isalnum()
        labelled = len(last.text) < _LONGEST_CAPTION and _TABLE_CAPTION.match(last.text) is not None
        if last.kind == "paragraph" and (title or labelled):
            caption = msgspec.structs.replace(last, kind="caption")
            self.blocks[-1] = caption
            while self.sentences and self.sentences[-1].block is last:
                self.sentences.pop()
            return caption.text
        return ""
