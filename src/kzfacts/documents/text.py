"""Plain text: wire copy with wrapped lines, blank lines between paragraphs, slug lines, datelines and end marks."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from kzfacts.documents.assembling import Assembler
from kzfacts.documents.datelines import dateline_end, is_finished, is_label
from kzfacts.documents.front_matter import read_front_matter
from kzfacts.documents.model import Document
from kzfacts.documents.source import Source
from kzfacts.documents.traced import Trace, Traced

_END = re.compile(r"\s*(?:\(?\s*ends?\s*\)?|#{2,}|-\s*30\s*-|-\s*0\s*-|-+\s*ends?\s*-+)\s*$", re.IGNORECASE)
_FILLER = re.compile(r"\s*(?:\(?more\)?(?: to (?:come|follow))?|[-=_*~#\s]{3,}|\d{1,3})\s*$", re.IGNORECASE)
_SLUG = re.compile(r"(?:[A-Z]+ \d+-)?[A-Z0-9]+(?:[-/][A-Z0-9]+)+(?:\s*\(.*\))?$")
_ITEM = re.compile(r"(?P<indent>\s*)(?:[-*•–·]|\(?\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_QUOTE = re.compile(r"\s*>\s?")
_REMARK = re.compile(
    r"""<!--\s*(?P<marked>kzfacts(?:(?!-->|\n[ \t]*\n).)*)(?P<end>-->)?
    | ^(?P<indent>[ \t]*)\.\.[ \t]*(?P<dotted>kzfacts-[^\n]*(?:\n(?P=indent)[ \t]+(?!\.\.)\S[^\n]*)*)""",
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
"""What is said to kzfacts: between HTML's marks, anywhere; after two dots, on lines of its own."""
_SEEN = re.compile(r"[^\n]")
_LONG_LINE = 120
_LONGEST_HEADING = 100


class _Line(NamedTuple):
    start: int
    text: str


def read(path: str, text: str) -> Document:
    """Read the decoded ``text`` of a plain text file."""
    source = Source(text)
    front = read_front_matter(path, source.text)
    assembler = Assembler(source)
    remarks = deque(_REMARK.finditer(source.text, front.end))
    prose = Source(_REMARK.sub(_blanked, source.text)) if remarks else source
    paragraphs = list(_paragraphs(prose, front.end))
    begins = _first_paragraph(paragraphs)
    ended = False
    for number, lines in enumerate(paragraphs):
        while remarks and remarks[0].start() < lines[-1].start + len(lines[-1].text):
            _remark(assembler, remarks.popleft())
        if len(lines) == 1 and _END.match(lines[0].text):
            ended = ended or bool(assembler.sentences)
        elif not (len(lines) == 1 and _FILLER.match(lines[0].text)):
            _paragraph(assembler, lines, before=number < begins, ended=ended)
    while assembler.in_list:
        assembler.end_list()
    for remark in remarks:
        _remark(assembler, remark)
    return assembler.document(path, "text", dated=front.dated, settings=front.settings)


def _blanked(remark: re.Match[str]) -> str:
    """Return spaces in place of a remark, so that what stands around it keeps its place."""
    return _SEEN.sub(" ", remark[0])


def _remark(assembler: Assembler, remark: re.Match[str]) -> None:
    fault = "" if remark["dotted"] or remark["end"] else "the remark does not end and does not act; write --> behind it"
    start = remark.end("indent") if remark["dotted"] else remark.start()
    assembler.remark(remark["marked"] or remark["dotted"], start, remark.end(), fault)


def _paragraph(assembler: Assembler, lines: list[_Line], *, before: bool, ended: bool) -> None:
    is_item = _ITEM.match(lines[0].text) is not None and not ended and not before
    if is_item and not assembler.in_list:
        assembler.begin_list()
    elif not is_item and assembler.in_list:
        assembler.end_list()
    if is_item:
        assembler.item(_joined(lines, _ITEM))
    elif _QUOTE.match(lines[0].text):
        assembler.paragraph(_joined(lines, _QUOTE, every=True), "quote")
    else:
        _prose(assembler, _joined(lines), before=before, ended=ended)


def _prose(assembler: Assembler, text: Traced, *, before: bool, ended: bool) -> None:
    if ended or _SLUG.match(text.text) or (is_label(text.text) and (before or not assembler.sentences)):
        assembler.label(text)
    elif before or _is_heading(text.text):
        assembler.heading(text, 2 if any(block.kind == "heading" for block in assembler.blocks) else 1)
    else:
        assembler.paragraph(text)


def _is_heading(text: str) -> bool:
    if len(text) > _LONGEST_HEADING or text[0] in "\"'“‘«(":
        return False
    return text.isupper() or not is_finished(text)


def _first_paragraph(paragraphs: list[list[_Line]]) -> int:
    """Return which paragraph the article begins with: the one with the dateline, if one of the first has it."""
    for number, lines in enumerate(paragraphs[:12]):
        if dateline_end(_joined(lines[:4]).text):
            return number
    return 0


def _joined(lines: list[_Line], mark: re.Pattern[str] | None = None, *, every: bool = False) -> Traced:
    trace = Trace()
    for number, (start, text) in enumerate(lines):
        found = mark.match(text) if mark and (every or not number) else None
        skipped = found.end() if found else 0
        trace.verbatim(text[skipped:] + "\n", start + skipped)
    return trace.done()


def _paragraphs(source: Source, begin: int) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for number in range(source.line_of(begin), len(source.line_starts)):
        text = source.line_text(number)
        if text.strip():
            group.append(_Line(source.line_starts[number], text))
        elif group:
            yield from _split(group)
            group = []
    if group:
        yield from _split(group)


def _split(group: list[_Line]) -> Iterator[list[_Line]]:
    """Cut lines without a blank between them where an item begins, an end mark stands or a paragraph is indented."""
    whole_lines = any(len(line.text) > _LONG_LINE for line in group)
    indented = any(line.text[0].isspace() for line in group) and any(not line.text[0].isspace() for line in group)
    part: list[_Line] = []
    in_item = False
    for line in group:
        item = _ITEM.match(line.text) is not None and (in_item or _starts_list(part))
        alone = _stands_alone(line.text) or (bool(part) and _stands_alone(part[-1].text))
        opens = indented and not in_item and line.text.startswith(("  ", "\t")) and bool(part)
        if part and (item or alone or opens or whole_lines):
            yield part
            part = []
        in_item = item or (in_item and line.text[0].isspace())
        part.append(line)
    yield part


def _stands_alone(line: str) -> bool:
    return _END.match(line) is not None


def _starts_list(part: list[_Line]) -> bool:
    """Say whether a line that looks like an item begins a list: a wrapped line may start with a dash or number."""
    return not part or part[-1].text.rstrip().endswith((":", ";"))
