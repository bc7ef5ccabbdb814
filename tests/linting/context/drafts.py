"""Builds small drafts by hand: paragraphs of sentences, lists, tables and quotations under headings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from kzfacts.checker import Checker
from kzfacts.documents.model import Block, BlockKind, Document, Region, Sentence
from kzfacts.factbase import FactBase
from kzfacts.linting.context import read_in_context
from kzfacts.linting.results import Statement

DAY = date(2015, 3, 5)
Part = tuple[BlockKind, Sequence[str]]


@cache
def checker() -> Checker:
    """Return a checker over the shipped facts."""
    return Checker(FactBase.load())


def sentence(text: str, block: Block, start: int = 0) -> Sentence:
    """Return a sentence on the line that is its block's number plus one."""
    line = block.number + 1
    places = tuple((line, start + column + 1) for column in range(len(text)))
    return Sentence(text, Region(line, start + 1, line, start + len(text) + 1), places, block, start)


def draft(*blocks: Block, sentences: Sequence[Sequence[str]] = (), dated: date | None = DAY) -> Document:
    """Return a draft of blocks; ``sentences`` cuts their texts, each block is one sentence where there are none."""
    found: list[Sentence] = []
    for index, block in enumerate(blocks):
        position = 0
        for text in sentences[index] if sentences else [block.text]:
            position = block.text.index(text, position)
            found.append(sentence(text, block, position))
    return Document("draft.md", "markdown", tuple(found), blocks, dated)


def paragraph(*texts: str, title: str = "", dated: date | None = DAY) -> list[Statement]:
    """Return the sentences of a draft of one paragraph, read in context."""
    block = Block("paragraph", " ".join(texts), 0, (title,) if title else ())
    return list(read_in_context(draft(block, sentences=[texts], dated=dated), checker().vocabulary, None))


def written(*texts: str, title: str = "", dated: date | None = DAY) -> str:
    """Return the last sentence of a paragraph as it is judged."""
    return paragraph(*texts, title=title, dated=dated)[-1].text
