"""In any draft, the place of each character of a sentence has that character in the source."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from documents.sample import draft, lines_of, para, run, source_at, strays, word
from kzfacts.documents import Document, Region

_WORDS = ["Astana", "in", "2014.", "Mr.", "5", "é", "\U0001f600", "(so)", "“yes.”", "and", "U.S.", "?", "—", "x:", "A."]
_MARKS = {
    "markdown": "**b** *i* [a](http://x.y) `c` &amp; \\* &eacute; ![p](q) ~~d~~ "
    "<b> </b> <!-- c --> ^[n] [^1] * _ > # - | 1. `",
    "html": "<b> </b> <p> </p> <li> <ul> </ul> <td> <table> </table> <tr> &nbsp; &amp; &#8217; "
    "& < <br> <q> </q> <!--c--> &x; <h2>",
    "text": "- * > 1. ASTANA (R) -- ### #",
    "rst": "*i* **b** ``c`` `a <http://x.y>`_ \\* x\\ s |s| :r:`t` [1]_ * | .. :: - 1. ` x_ http://x.y",
}
_BREAKS = ["\n", "\n", "\n\n", "\r\n", " ", " ", "  ", "\t", "\n  ", "\n> ", "\n- "]


def texts(format: str) -> st.SearchStrategy[str]:
    """Drafts of words and the marks of a format, in any order."""
    piece = st.sampled_from([*_WORDS, *_MARKS[format].split()])
    return st.lists(st.tuples(piece, st.sampled_from(_BREAKS)), max_size=30).map(lambda all: "".join(map("".join, all)))


def hold(document: Document) -> None:
    """Check all that places promise."""
    lines = lines_of(document)
    before = (0, 0)
    for sentence in document.sentences:
        region = sentence.region
        assert sentence.block is document.blocks[sentence.block.number]
        assert sentence.block.text[sentence.start :].startswith(sentence.text)
        assert (region.line, region.column) == sentence.places[0]
        assert region == sentence.region_of(0, len(sentence.text))
        assert list(sentence.places) == sorted(sentence.places)
        assert (region.line, region.column) >= before or sentence.block.kind == "paragraph"
        assert 1 <= region.end_column <= len(lines[region.end_line - 1]) + 1
        before = (region.line, region.column)


@given(texts("text"))
def test_plain_text(text: str) -> None:
    document = draft(text, "text")
    hold(document)
    assert strays(document) == []
    for sentence in document.sentences:
        assert source_at(document, sentence.region).split()[0] == sentence.text.split()[0]


@given(texts("markdown"))
def test_markdown(text: str) -> None:
    document = draft(text, "markdown")
    hold(document)
    assert [
        (seen, there) for seen, there in strays(document) if there not in ("&", "\\", "<") and seen not in "| "
    ] == []


@given(texts("html"))
def test_html(text: str) -> None:
    document = draft(text, "html")
    hold(document)
    assert [(seen, there) for seen, there in strays(document) if there not in ("&", "<") and seen not in "| "] == []
    for sentence in document.sentences:
        for number, seen in enumerate(sentence.text):
            there = source_at(document, sentence.region_of(number, number + 1))
            assert there == seen or seen in " |" or unescape(there) == seen or there.startswith("<")


@given(texts("rst"))
def test_restructured_text(text: str) -> None:
    document = draft(text, "rst")
    hold(document)
    assert [(seen, there) for seen, there in strays(document) if there != "|" and seen not in "| "] == []


@given(st.lists(st.lists(st.sampled_from(_WORDS), min_size=1).map(" ".join), max_size=5))
def test_word(paragraphs: list[str]) -> None:
    body = "".join(para(*(run(piece) for piece in re.split("(?<=n)", text))) for text in paragraphs)
    document = draft(word(body), "docx")
    for sentence in document.sentences:
        for seen, (line, column) in zip(sentence.text, sentence.places, strict=True):
            assert paragraphs[line - 1][column - 1] == seen
        assert sentence.region == Region(*sentence.places[0], sentence.places[-1][0], sentence.places[-1][1] + 1)
