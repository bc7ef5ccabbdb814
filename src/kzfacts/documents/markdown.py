"""Markdown: CommonMark with tables, footnotes and front matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markdown_it.token import Token

from kzfacts.documents.assembling import Assembler
from kzfacts.documents.front_matter import read_front_matter
from kzfacts.documents.html import read_fragment
from kzfacts.documents.markdown_inline import rules_of_markdown
from kzfacts.documents.model import Document
from kzfacts.documents.source import Source
from kzfacts.documents.traced import Trace, Traced

_COMMENT = re.compile(r"<!--(?P<text>.*?)-->", re.DOTALL)
_HIDDEN = "script|style|template|button|select|textarea"
_HIDDEN_OPEN, _HIDDEN_CLOSE = re.compile(rf"<(?:{_HIDDEN})\b", re.I), re.compile(rf"</(?:{_HIDDEN})\b", re.I)
_ATTRIBUTION = re.compile(r"(?:--|—|–)\s*\S")
_LONGEST_ATTRIBUTION = 120
"""In characters; what is longer below a quotation belongs to it."""


def read(path: str, text: str) -> Document:
    """Read the decoded ``text`` of a Markdown file. Raises DocumentError for broken front matter."""
    source = Source(text)
    front = read_front_matter(path, source.text)
    # The lines of the front matter stay, empty, so that the lines below keep their numbers.
    body = "\n" * source.text.count("\n", 0, front.end) + source.text[front.end :]
    walk = _Walk(source)
    walk.tokens(rules_of_markdown().parse(body))
    return walk.assembler.document(path, "markdown", dated=front.dated, settings=front.settings)


class _Walk:
    """Goes through the tokens of a file and tells the assembler what they are."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.assembler = Assembler(source)
        self.kind = ""
        self.depth = 0
        self.quotes = 0
        self.table: list[list[Traced]] = []
        self.header: list[str] = []
        self.cursor = 0
        self.notes: list[Traced] = []

    def tokens(self, tokens: Sequence[Token]) -> None:
        """Go through the tokens of the file."""
        for token in tokens:
            if token.type == "inline":
                self._inline(token)
            elif token.type == "html_block":
                self._html(token)
            elif handler := _HANDLERS.get(token.type):
                handler(self, token)

    def _inline(self, token: Token) -> None:
        text = self._trace(token)
        notes, self.notes = self.notes, []
        self._put(text)
        for note in notes:
            self.assembler.paragraph(note)

    def _put(self, text: Traced) -> None:
        if self.kind == "heading":
            self.assembler.heading(text, self.depth)
        elif self.kind in ("th", "td"):
            self.table[-1].append(text)
        elif self.quotes:
            if _ATTRIBUTION.match(text.text) and len(text.text) < _LONGEST_ATTRIBUTION:
                self.assembler.label(text)
            else:
                self.assembler.paragraph(text, "quote")
        elif self.assembler.in_list:
            self.assembler.item(text)
        else:
            self.assembler.paragraph(text)

    def _trace(self, token: Token) -> Traced:
        """Return the text of an inline token with its places in the source."""
        assert token.map is not None
        places = self._places(token.content, token.map[0], is_cell=self.kind in ("th", "td"))
        trace = Trace()
        around: list[Trace] = []
        hidden = 0
        for child in token.children or []:
            at = child.meta.get("at", 0)
            if child.type == "note_open":
                around.append(trace)
                trace = Trace()
            elif child.type == "note_close":
                self.notes.append(trace.done())
                trace = around.pop()
            elif child.type in ("s_open", "s_close"):
                # Struck out is taken back, as "del" is on a page.
                hidden += child.nesting
            elif child.type == "html_inline":
                hidden = max(0, hidden + self._html_inline(child, places[at]))
            elif not hidden:
                _add(trace, child, at, places, token.content)
        return trace.done()

    def _html_inline(self, token: Token, start: int) -> int:
        """Take in an inline tag or comment; return 1 where it opens what is not shown, -1 where it closes it."""
        if comment := _COMMENT.fullmatch(token.content):
            # A comment over several lines may have indents in the source that its token lacks.
            end = self.source.text.find("-->", start) + 3
            self.assembler.remark(comment["text"], start, max(end, start + 1))
        if _HIDDEN_OPEN.match(token.content):
            return 1
        return -1 if _HIDDEN_CLOSE.match(token.content) else 0

    def _places(self, content: str, first: int, *, is_cell: bool) -> list[int]:
        """Return for each character of a block's content, and its end, the offset in the source.

        Block marks ("> ", "- ", "# ") and indents are gone from the content, so each of its lines is looked up in
        its line of the source; in a table row after the cell before.
        """
        places: list[int] = []
        line = first
        for number, piece in enumerate(content.split("\n")):
            if number:
                places.append(max(self.source.line_starts[line + number] - 1, 0))
            start = self.source.line_starts[line + number]
            whole = self.source.line_text(line + number)
            places.extend(self._cell(piece, start, whole) if is_cell else _line(piece, start, whole))
        places.append(places[-1] + 1 if places else self.source.line_starts[first])
        return places

    def _cell(self, piece: str, start: int, whole: str) -> list[int]:
        """Return the offsets of a cell's content; "\\|" in the source is "|" in the content."""
        found = whole.find(piece, max(self.cursor - start, 0))
        if "|" not in piece and found >= 0:
            places = list(range(start + found, start + found + len(piece)))
        else:
            escaped = re.escape(piece).replace(r"\|", r"\\?\|")
            match = re.compile(escaped).search(whole, max(self.cursor - start, 0))
            at = start + (match.start() if match else 0)
            places = []
            for character in piece:
                if character == "|" and self.source.text[at : at + 2] == "\\|":
                    at += 1
                places.append(at)
                at += 1
        if places:
            self.cursor = places[-1] + 1
        return places

    def _html(self, token: Token) -> None:
        """Take in a block of HTML: its comments, and the text that a reader of the page sees."""
        assert token.map is not None
        starts, last = self.source.line_starts, token.map[1]
        start, end = starts[token.map[0]], starts[last] if last < len(starts) else len(self.source.text)
        if not self.quotes:
            read_fragment(self.assembler, start, end)
            return
        # In a quotation the marks of its lines are among the HTML: only what it says to the tool is read.
        for comment in _COMMENT.finditer(self.source.text, start, end):
            self.assembler.remark(comment["text"], comment.start(), comment.end())

    def heading(self, token: Token) -> None:
        """Begin a heading."""
        self.kind, self.depth = "heading", int(token.tag[1])

    def plain(self, token: Token) -> None:
        """End a heading or cell."""
        self.kind = ""

    def quote(self, token: Token) -> None:
        """Begin or end a block quotation."""
        self.quotes += token.nesting

    def list_open(self, token: Token) -> None:
        """Begin a list."""
        self.assembler.begin_list()

    def list_close(self, token: Token) -> None:
        """End a list."""
        self.assembler.end_list()

    def table_open(self, token: Token) -> None:
        """Begin a table."""
        self.table = []

    def row(self, token: Token) -> None:
        """Begin a row of a table."""
        self.table.append([])
        self.cursor = self.source.line_starts[token.map[0]] if token.map else 0

    def cell(self, token: Token) -> None:
        """Begin a cell."""
        self.kind = token.tag

    def head_close(self, token: Token) -> None:
        """End the header of a table."""
        self.header = [cell.text for cell in self.table.pop()] if self.table else []

    def table_close(self, token: Token) -> None:
        """End a table."""
        self.assembler.table(self.table, self.header)
        self.table, self.header = [], []


_HANDLERS: dict[str, Callable[[_Walk, Token], None]] = {
    "heading_open": _Walk.heading,
    "heading_close": _Walk.plain,
    "blockquote_open": _Walk.quote,
    "blockquote_close": _Walk.quote,
    "bullet_list_open": _Walk.list_open,
    "ordered_list_open": _Walk.list_open,
    "bullet_list_close": _Walk.list_close,
    "ordered_list_close": _Walk.list_close,
    "table_open": _Walk.table_open,
    "tr_open": _Walk.row,
    "th_open": _Walk.cell,
    "td_open": _Walk.cell,
    "th_close": _Walk.plain,
    "td_close": _Walk.plain,
    "thead_close": _Walk.head_close,
    "table_close": _Walk.table_close,
}


def _line(piece: str, start: int, whole: str) -> list[int]:
    """Return the offsets of one line of a block's content, which stands at the end of its line or in it."""
    bare = piece.lstrip()
    body = bare.rstrip()
    found = len(whole.rstrip()) - len(body)
    if found < 0 or whole[found : found + len(body)] != body:
        found = max(whole.find(body), 0)
    indent = len(piece) - len(bare)
    first = start + found
    return [max(first - indent + number, start) for number in range(indent)] + list(range(first, first + len(bare)))


def _add(trace: Trace, token: Token, at: int, places: list[int], content: str) -> None:
    """Add what a reader sees of an inline token."""
    if token.type == "text_special":
        trace.instead(token.content, places[at], places[at + len(token.markup) - 1] + 1)
    elif token.type in ("softbreak", "hardbreak"):
        trace.instead(" ", places[at], places[at] + 1)
    elif token.type == "code_inline":
        inside = at + len(token.markup)
        inside += content[inside] in " \n" and not token.content.startswith(" ")
        trace.mapped(token.content, places, inside)
    elif token.type == "text" and token.content:
        # The text of "<https://...>" stands behind its bracket, and may be written otherwise than in the source.
        found = content.find(token.content, at, at + len(token.content) + 4)
        if found >= 0:
            trace.mapped(token.content, places, found)
        else:
            trace.instead(token.content, places[at], places[at] + 1)
