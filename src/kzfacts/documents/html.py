"""Web pages: the text of the article, without what stands around it.

The parser of the standard library is used, for it alone tells where in the source each piece of text, tag and
entity stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set
from html import unescape
from html.parser import HTMLParser

import msgspec

from kzfacts.documents.assembling import Assembler
from kzfacts.documents.html_dates import PageDates
from kzfacts.documents.html_elements import INLINE, VOID, is_labelled, is_skipped
from kzfacts.documents.html_parts import Part, PartKind, article_of, tell
from kzfacts.documents.html_tables import Table
from kzfacts.documents.model import Document
from kzfacts.documents.source import Source
from kzfacts.documents.traced import Trace

_ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol", "dl"})
_KINDS: dict[str, PartKind] = {
    "blockquote": "quote",
    "figcaption": "caption",
    "li": "item",
    "dd": "item",
    "dt": "label",
    "address": "label",
    "summary": "label",
}
_CLOSED_BY = {
    "li": ({"li"}, {"ul", "ol"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tr": ({"tr"}, {"table"}),
    "tbody": ({"tbody", "thead", "tfoot"}, {"table"}),
    "tfoot": ({"tbody", "thead", "tfoot"}, {"table"}),
}
"""For elements that end others of their kind: which, and beyond which element not to look."""
_LOOKED_BACK = 60
"""Among so many open elements the one to end is looked for, so that deep nesting costs no time."""


def read(path: str, text: str) -> Document:
    """Read the article of a web page, the decoded ``text``; broken markup is taken as browsers take it."""
    source = Source(text)
    page = _Page(source, 0)
    parts = article_of(page.parts)
    assembler = Assembler(source)
    tell(assembler, parts)
    return assembler.document(path, "html", dated=page.dates.best)


def read_fragment(assembler: Assembler, start: int, end: int) -> None:
    """Add to ``assembler`` what a piece of HTML from ``start`` to ``end`` of its source shows."""
    tell(assembler, _Page(Source(assembler.source.text[start:end]), start).parts)


class _Frame(msgspec.Struct, frozen=True):
    """An open element and what holds for the text in it."""

    tag: str = ""
    kind: PartKind = "paragraph"
    depth: int = 0
    skipped: bool = False
    in_main: bool = False
    article: int = 0


class _Page(HTMLParser):
    """Reads a page into its parts; ``base`` is the offset of its text in the whole source."""

    def __init__(self, source: Source, base: int) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.base = base
        self.parts: list[Part] = []
        self.dates = PageDates()
        self._frames = [_Frame()]
        self._open: Counter[str] = Counter()
        self._trace = Trace()
        self._tables: list[Table] = []
        self._articles = 0
        self._term = ""
        self._linked = False
        self._last_comment_end = -1
        self.feed(source.text)
        self.close()
        while len(self._frames) > 1:
            self._pop()
        self._flush()

    # What the parser of the standard library calls.

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in reversed(attrs)}
        if tag == "meta":
            self.dates.meta(attributes)
        if tag in VOID:
            if tag == "br":
                self._trace.instead(" ", self._at, self._at + 1)
            elif tag == "hr":
                self._flush()
            return
        self._close_implied(tag)
        if tag not in INLINE:
            self._flush()
        self._push(tag, attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # "<div/>" opens an element in HTML: the slash counts for nothing.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._linked = False
        if tag == "p" and not self._open["p"]:
            self._flush()
        if tag == "q" and self._open["q"] and not self._frames[-1].skipped:
            self._trace.instead("”", self._at, self._at + 1)
        if self._open[tag]:
            while self._pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._linked:
            self.dates.linked(data)
        if not self._frames[-1].skipped:
            self._trace.verbatim(data, self._at)

    def handle_entityref(self, name: str) -> None:
        self._entity()

    def handle_charref(self, name: str) -> None:
        self._entity()

    def handle_comment(self, data: str) -> None:
        if data.lstrip().startswith("kzfacts"):
            end = self.source.text.find("-->", self._at - self.base)
            end = end + 3 + self.base if end >= 0 else self._at + 4 + len(data)
            # In the middle of a paragraph the comment comes before what follows the paragraph.
            self._part("remark", comment=data, start=self._at, end=end)

    def unknown_decl(self, data: str) -> None:
        """Leave out "<![CDATA[" and the like."""

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Read a comment; one without an end goes on to the end of the page."""
        if self._last_comment_end < 0:
            self._last_comment_end = max(self.rawdata.rfind("-->"), 0)
        return super().parse_comment(i, report) if i < self._last_comment_end else len(self.rawdata)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Read "<![if ...]>" as the comment that browsers take it for."""
        return self.parse_bogus_comment(i, bool(report))

    # What is made of it.

    @property
    def _at(self) -> int:
        line, column = self.getpos()
        return self.base + self.source.line_starts[line - 1] + column

    def _entity(self) -> None:
        if self._frames[-1].skipped:
            return
        start = self._at
        match = _ENTITY.match(self.source.text, start - self.base)
        raw = match.group() if match else "&"
        seen = unescape(raw)
        if seen == raw:
            self._trace.verbatim(raw, start)
        else:
            self._trace.instead(seen, start, start + len(raw))

    def _push(self, tag: str, attributes: dict[str, str]) -> None:
        above = self._frames[-1]
        article = above.article
        if tag == "article" and not article:
            self._articles += 1
            article = self._articles
        skipped = above.skipped or is_skipped(tag, attributes, in_article=article > 0)
        skipped = (
            skipped or (tag == "a" and self._open["sup"] > 0) or (tag in {"footer", "cite"} and above.kind == "quote")
        )
        kind, depth = self._kind(tag, attributes, above)
        in_main = above.in_main or tag == "main" or attributes.get("role") == "main"
        self._frames.append(_Frame(tag, kind, depth, skipped, in_main, article))
        self._open[tag] += 1
        self._linked = tag == "script" and "ld+json" in attributes.get("type", "")
        if skipped:
            return
        if tag == "time":
            self.dates.time(attributes)
        elif tag == "q":
            self._trace.instead("“", self._at, self._at + 1)
        elif tag in _LISTS:
            self._part("begin")
        elif tag == "table" and attributes.get("role") not in {"presentation", "none"}:
            self._tables.append(Table())
        elif self._tables:
            self._tables[-1].open(tag, attributes)

    def _kind(self, tag: str, attributes: dict[str, str], above: _Frame) -> tuple[PartKind, int]:
        if tag in _HEADINGS:
            return "heading", int(tag[1])
        if tag not in INLINE and (is_labelled(attributes) or tag == "header"):
            return "label", 0
        return _KINDS.get(tag, above.kind), above.depth

    def _pop(self) -> str:
        frame = self._frames.pop()
        self._open[frame.tag] -= 1
        if frame.skipped:
            return frame.tag
        if frame.tag not in INLINE:
            self._flush(frame)
        if frame.tag in _LISTS:
            self._part("end")
        elif frame.tag == "table" and self._tables:
            self._finish_table()
        elif self._tables:
            self._tables[-1].close(frame.tag)
        return frame.tag

    def _finish_table(self) -> None:
        table = self._tables.pop()
        rows, header = table.done()
        if rows or table.caption:
            self._part("table", rows=rows, header=header, caption=table.caption)

    def _close_implied(self, tag: str) -> None:
        """End the elements that the start of ``tag`` ends without an end tag of theirs."""
        if tag not in INLINE and self._open["p"]:
            self._close_until({"p"}, None)
        if tag in _HEADINGS:
            self._close_until(_HEADINGS, None)
        elif tag in _CLOSED_BY:
            names, limits = _CLOSED_BY[tag]
            if any(self._open[name] for name in names):
                self._close_until(names, limits)

    def _close_until(self, names: Set[str], limits: Set[str] | None) -> None:
        for number in range(len(self._frames) - 1, max(0, len(self._frames) - _LOOKED_BACK), -1):
            tag = self._frames[number].tag
            if tag in names:
                while len(self._frames) > number:
                    self._pop()
                return
            if (tag in limits) if limits is not None else tag not in INLINE:
                return

    def _flush(self, frame: _Frame | None = None) -> None:
        """End the paragraph at hand; in a table, where paragraphs are parts of a cell, set a space."""
        if self._tables and self._tables[-1].takes(self._trace):
            return
        text = self._trace.done()
        if not text:
            return
        frame = frame or self._frames[-1]
        if frame.tag == "dt":
            self._term = text.text
        lead_in = self._term if frame.kind == "item" and self._open["dl"] else None
        self._part(frame.kind, frame, text=text, depth=frame.depth, lead_in=lead_in)

    def _part(self, kind: PartKind, frame: _Frame | None = None, **values: object) -> None:
        frame = frame or self._frames[-1]
        self.parts.append(Part(kind, in_main=frame.in_main, article=frame.article, **values))  # type: ignore[arg-type]
