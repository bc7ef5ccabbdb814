"""What a draft is once it is read: blocks of text in reading order, cut into sentences that know where they stand.

Every format yields the same: text as a reader of the rendered page sees it (no markup, entities resolved, white
space collapsed to single spaces), and for each character of it the place in the source file that it comes from.
Offsets are code points from 0; lines and columns are code points from 1, ends exclusive.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

BlockKind = Literal["heading", "paragraph", "item", "row", "quote", "caption", "label"]
"""What a block is: ``row`` is a row of a table, its cells joined by " | "; ``quote`` a block quotation; ``label`` what
is shown but is no sentence of the article (byline, slug line, the name under a quotation).

Headings, labels and captions of tables have no sentences; the caption of a figure has."""


class Region(msgspec.Struct, frozen=True, order=True):
    """A stretch of the source file.

    In a .docx file, which has no lines, ``line`` is the number of the paragraph in the body, from 1 in reading order
    with the paragraphs in table cells counted, and ``column`` the character in its final text.
    """

    line: int
    column: int
    end_line: int
    end_column: int


class Block(msgspec.Struct, frozen=True):
    """A paragraph, heading, list item or table row, with what a reader sees around it.

    ``headings`` are those it stands under, the outermost first; ``lead_in`` is the paragraph that opens its list
    or table ("Public activity in 2014, item by item:"); ``header`` the names of the table's columns, as many as
    there are ``cells``, empty where the table has none; ``caption`` that of the table or figure. ``group`` is the
    same number for all items of a list and all rows of a table, None for other blocks. ``depth`` is the level of a
    heading or list item from 1. ``number`` is the block's index in the document; ``dateline`` what stood before
    ``text`` ("ASTANA, Dec 26 (Reuters)").
    """

    kind: BlockKind
    text: str
    number: int
    headings: tuple[str, ...] = ()
    lead_in: str = ""
    caption: str = ""
    header: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    group: int | None = None
    depth: int = 0
    dateline: str = ""


class Sentence(msgspec.Struct, frozen=True):
    """One sentence, list item without a sentence in it, or table row, of a block.

    ``places`` has for each character of ``text`` its (line, column) in the source; ``region`` runs from the first to
    one past the last. ``start`` is the offset of ``text`` in ``block.text``. ``ends`` has the place one past each
    character's source ("&amp;" is five characters of source for one of text); it is empty where each is just one on.
    """

    text: str
    region: Region
    places: tuple[tuple[int, int], ...]
    block: Block
    start: int
    ends: tuple[tuple[int, int], ...] = ()

    def region_of(self, start: int, end: int) -> Region:
        """Return the region of ``text[start:end]``, which must not be empty."""
        line, column = self.places[start]
        if self.ends:
            return Region(line, column, *self.ends[end - 1])
        end_line, last = self.places[end - 1]
        return Region(line, column, end_line, last + 1)


class Remark(msgspec.Struct, frozen=True):
    """A comment in the draft that is addressed to the tool: ``<!-- kzfacts-ignore-next ID -- reason -->``.

    ``text`` is the comment without its marks and outer white space; ``block`` the number of the first block
    after it, or of the block in whose text it stands. ``fault`` says what is wrong with its form, empty where
    nothing is.
    """

    text: str
    region: Region
    block: int
    fault: str = ""


class Document(msgspec.Struct, frozen=True):
    """A draft: its sentences in reading order, its own date and what it says to the tool.

    ``dated`` is the day the draft is from, by its front matter, meta element or dateline, None where it has none;
    ``settings`` is the mapping under ``kzfacts`` in its front matter; ``source`` the decoded text, empty for .docx.
    ``encoding`` is the Python codec that ``source`` was read with ("utf-8-sig" where a byte order mark stood first);
    ``notes`` are what the user should be told of the file, as ``path:line:column: text``.
    """

    path: str
    format: str
    sentences: tuple[Sentence, ...]
    blocks: tuple[Block, ...]
    dated: date | None = None
    remarks: tuple[Remark, ...] = ()
    settings: dict[str, object] = {}
    source: str = ""
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
