"""reStructuredText: docutils reads the structure, and its text is found again in the source."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from docutils import nodes

from kzfacts.documents.assembling import Assembler
from kzfacts.documents.dating import date_in
from kzfacts.documents.front_matter import read_front_matter
from kzfacts.documents.model import Document
from kzfacts.documents.rst_places import Finder, trace_of
from kzfacts.documents.source import Source
from kzfacts.documents.traced import Traced

_LEFT_OUT = (
    nodes.literal_block,
    nodes.doctest_block,
    nodes.math_block,
    nodes.raw,
    nodes.image,
    nodes.target,
    nodes.substitution_definition,
    nodes.pending,
    nodes.system_message,
    nodes.sidebar,
    nodes.option_list,
    nodes.decoration,
    nodes.transition,
    nodes.label,
    nodes.docinfo,
)
_SWALLOWED = re.compile(r"^\s*(?P<remark>\.\.\s*kzfacts-\S*)")
_NO_COMMENT = "this remark is text and does not act; write an empty line before it, and a space after the two dots"
# Line separators that docutils breaks lines at and no editor does; a space in their place keeps the columns.
_NOT_LINES = {ord(mark): " " for mark in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}


def read(path: str, text: str) -> Document:
    """Read the decoded ``text`` of a reStructuredText file. Raises DocumentError for broken front matter."""
    source = Source(text)
    front = read_front_matter(path, source.text)
    body = "\n" * source.text.count("\n", 0, front.end) + source.text[front.end :]
    walk = _Walk(source)
    walk.children(_parse(path, body.translate(_NOT_LINES)), 0)
    return walk.assembler.document(path, "rst", dated=front.dated or walk.dated, settings=front.settings)


def _parse(path: str, text: str) -> nodes.document:
    """Parse without reading other files or running anything; mistakes in the markup are not kzfacts' business."""
    from docutils.frontend import get_default_settings
    from docutils.parsers.rst import Parser
    from docutils.utils import new_document

    from kzfacts.documents.rst_inline import piecewise_inliner

    settings: Any = get_default_settings(Parser)
    settings.report_level = settings.halt_level = 5
    settings.file_insertion_enabled = False
    settings.raw_enabled = False
    settings.syntax_highlight = "none"
    settings.line_length_limit = max(len(text) + 1, 10_000)
    document = new_document(path, settings)
    Parser(inliner=piecewise_inliner()).parse(text, document)
    return document


class _Walk:
    """Goes through the nodes of a file and tells the assembler what they are."""

    def __init__(self, source: Source) -> None:
        self.assembler = Assembler(source)
        self.finder = Finder(source)
        self.dated: date | None = None

    def children(self, node: nodes.Element, depth: int, kind: str = "paragraph", lead_in: str | None = None) -> None:
        """Take in what stands in ``node``, a section of level ``depth`` or something inside it."""
        for child in node.children:
            if isinstance(child, nodes.Element):
                self._node(child, depth, kind, lead_in)

    def _node(self, node: nodes.Element, depth: int, kind: str, lead_in: str | None) -> None:
        if isinstance(node, nodes.section):
            self.children(node, depth + 1)
        elif isinstance(node, nodes.comment):
            self._comment(node)
        elif isinstance(node, _LEFT_OUT):
            if isinstance(node, nodes.literal_block | nodes.doctest_block):
                self.finder.pass_over(node)
        elif isinstance(node, nodes.title | nodes.subtitle) and kind == "paragraph":
            self.assembler.heading(self._text(node), max(depth, 1))
        elif isinstance(node, nodes.block_quote):
            self.children(node, depth, "quote")
        elif isinstance(node, nodes.bullet_list | nodes.enumerated_list | nodes.definition_list):
            self.assembler.begin_list()
            self.children(node, depth, "item")
            self.assembler.end_list()
        elif isinstance(node, nodes.field_list):
            self._fields(node, depth)
        elif isinstance(node, nodes.table):
            self._table(node)
        else:
            self._block(node, depth, kind, lead_in)

    def _block(self, node: nodes.Element, depth: int, kind: str, lead_in: str | None) -> None:
        if isinstance(node, nodes.definition_list_item):
            terms = [child for child in node.children if isinstance(child, nodes.term)]
            self.children(node, depth, kind, " ".join(term.astext() for term in terms))
        elif isinstance(node, nodes.topic) and "contents" in node.get("classes", ()):
            return
        elif isinstance(node, nodes.caption):
            self.assembler.paragraph(self._text(node), "caption")
        elif isinstance(node, nodes.attribution | nodes.rubric | nodes.term | nodes.classifier | nodes.title):
            self.assembler.label(self._text(node))
        elif isinstance(node, nodes.line_block):
            lines = [self._text(line) for line in node.findall(nodes.line)]
            self._paragraph(trace_of(lines), kind, lead_in)
        elif isinstance(node, nodes.paragraph):
            text = self._text(node)
            self._swallowed(text)
            self._paragraph(text, kind, lead_in)
        else:
            self.children(node, depth, kind, lead_in)

    def _swallowed(self, text: Traced) -> None:
        """Tell of lines of a paragraph that are meant as remarks: without an empty line before them they are text."""
        if not text or "kzfacts-" not in text.text:
            return
        source = self.assembler.source
        for number in range(source.line_of(text.starts[0]), source.line_of(text.starts[-1]) + 1):
            if found := _SWALLOWED.match(source.line_text(number)):
                start, end = (source.line_starts[number] + place for place in found.span("remark"))
                self.assembler.remark(found["remark"].lstrip(". "), start, end, _NO_COMMENT)

    def _paragraph(self, text: Traced, kind: str, lead_in: str | None) -> None:
        if kind == "item" and self.assembler.in_list:
            self.assembler.item(text, lead_in)
        elif kind == "quote":
            self.assembler.paragraph(text, "quote")
        else:
            self.assembler.paragraph(text)

    def _fields(self, node: nodes.field_list, depth: int) -> None:
        """Take in a list of fields: at the top of the file its data, elsewhere names with text."""
        at_top = not self.assembler.sentences
        if not at_top:
            self.assembler.begin_list()
        for field in node.children:
            assert isinstance(field, nodes.Element)
            name, body = field.children[0], field.children[-1]
            if not at_top and isinstance(body, nodes.Element):
                self.children(body, depth, "item", name.astext())
            elif name.astext().lower() in {"date", "published"}:
                self.dated = self.dated or date_in(body.astext())
        if not at_top:
            self.assembler.end_list()

    def _table(self, node: nodes.table) -> None:
        caption: Traced | None = None
        rows: list[list[Traced]] = []
        header: list[str] = []
        for child in node.children:
            if isinstance(child, nodes.title):
                caption = self._text(child)
        for row in node.findall(nodes.row):
            self.finder.begin_row()
            cells = [self._cell(entry) for entry in row.children if isinstance(entry, nodes.entry)]
            self.finder.end_row()
            if isinstance(row.parent, nodes.thead):
                header = [cell.text for cell in cells]
            else:
                rows.append(cells)
        self.assembler.table(rows, header, caption)

    def _cell(self, entry: nodes.entry) -> Traced:
        parts = [self._text(node) for node in entry.findall(nodes.paragraph)]
        self.finder.end_cell()
        return trace_of(parts)

    def _text(self, node: nodes.Element) -> Traced:
        return self.finder.text(node)

    def _comment(self, node: nodes.comment) -> None:
        text = node.astext()
        if text.lstrip().startswith("kzfacts"):
            start, end = self.finder.comment(node)
            self.assembler.remark(text, start, end)
