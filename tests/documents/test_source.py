from __future__ import annotations

import pytest

from documents.sample import draft, sentences, strays
from kzfacts.documents import DocumentError, read_document

TEXT = "Nazarbayev’s guest came to Liège.\r\nHe left at once.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_recognised(encoding: str) -> None:
    document = draft(TEXT.encode(encoding), "text")
    assert sentences(document) == ["Nazarbayev’s guest came to Liège.", "He left at once."]
    assert document.encoding == encoding
    assert document.source == TEXT
    assert strays(document) == []


def test_a_byte_order_mark_moves_no_column() -> None:
    document = draft(b"\xef\xbb\xbfIt rained.", "markdown")
    assert document.sentences[0].region.column == 1


def test_another_encoding_is_noted_where_it_shows() -> None:
    assert draft(TEXT.encode(), "text").notes == ()
    assert draft(b"It rained.\nIt was in Li\xe8ge.", "text").notes == (
        "draft.txt:2:1: not UTF-8, read as Windows-1252; save the file as UTF-8",
    )


def test_any_byte_can_be_read_as_windows_1252() -> None:
    assert draft(bytes(range(1, 256)), "text").encoding == "cp1252"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"It\nra\0ined.", "draft.txt:2:1: not a text file; give Markdown, HTML, reStructuredText, text or .docx"),
        (
            b"\xef\xbb\xbfIt\n\xff",
            "draft.txt:2:1: bytes that are no UTF-8-SIG, though the file starts with its mark; save it again as UTF-8",
        ),
    ],
)
def test_broken_files_are_errors_with_a_place(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError) as caught:
        draft(data, "text")
    assert str(caught.value) == message


@pytest.mark.parametrize(("line_end"), ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("format", ["markdown", "html", "text", "rst"])
def test_line_ends_of_all_systems_count_the_same(format: str, line_end: str) -> None:
    document = draft(line_end.join(["", "One two", "three four."]), format)
    assert [tuple(sentence.region.__struct_fields__) for sentence in document.sentences]
    region = document.sentences[0].region
    assert (region.line, region.column, region.end_line, region.end_column) == (2, 1, 3, 12)


def test_the_format_is_that_of_the_ending_or_the_one_given() -> None:
    assert read_document("DRAFT.MD", b"# A\n\nIt rained.").format == "markdown"
    assert read_document("-", b"<p>It rained.", "html").format == "html"
    with pytest.raises(
        DocumentError, match=r"draft.pdf:1:1: cannot tell the format .* markdown, html, text, rst, docx"
    ):
        read_document("draft.pdf", b"")
    with pytest.raises(DocumentError, match="no format 'pdf'"):
        read_document("draft.md", b"", "pdf")


def test_nesting_without_end_is_an_error() -> None:
    text = "".join(" " * depth + "x\n\n" for depth in range(600))
    with pytest.raises(DocumentError, match="too deep to be read"):
        draft(text, "rst")
