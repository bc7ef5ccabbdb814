from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

import pytest

from documents.sample import draft, package, para, run, sentences, word
from kzfacts.documents import DocumentError, Region


def ins(text: str) -> str:
    return f"<w:ins>{run(text)}</w:ins>"


def gone(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(map(para, paragraphs))}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(map(cell, cells))}</w:tr>"


def test_tracked_changes_are_accepted_and_runs_joined() -> None:
    body = para(run("Nursultan Nazar"), run("bayev made "), gone("ten"), ins("eight"), run(" visits."))
    document = draft(word(body), "docx")
    assert sentences(document) == ["Nursultan Nazarbayev made eight visits."]
    assert document.sentences[0].region == Region(1, 1, 1, 40)
    assert document.source == ""


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    merged = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("He came ") + "</w:p>"
    document = draft(word(merged + para("late.") + para("She left.")), "docx")
    assert [(each.text, each.region.line) for each in document.sentences] == [("He came late.", 1), ("She left.", 2)]


def test_what_is_not_shown_is_left_out() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden. </w:t></w:r>"
    field = "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
    link = f"<w:hyperlink>{run('a link')}</w:hyperlink>"
    moved = f"<w:moveFrom>{run('Moved. ')}</w:moveFrom>"
    body = para(hidden, moved, field, link, "<w:r><w:tab/><w:t>and</w:t><w:br/><w:t>text.</w:t></w:r>")
    assert sentences(draft(word(body), "docx")) == ["a link and text."]


def test_styles_make_headings_items_quotations_and_labels() -> None:
    body = (
        para("Memo", style="Title")
        + para("Desk, 16 November 2015")
        + para("Part", style="Heading1")
        + para("Visits:")
        + para("80 briefings", style="ListBullet")
        + para("in Rome", style="ListBullet2")
        + para("We want peace.", style="Quote")
    )
    document = draft(word(body), "docx")
    assert [(block.kind, block.text, block.depth) for block in document.blocks] == [
        ("heading", "Memo", 1),
        ("label", "Desk, 16 November 2015", 0),
        ("heading", "Part", 2),
        ("paragraph", "Visits:", 0),
        ("item", "80 briefings", 1),
        ("item", "in Rome", 2),
        ("quote", "We want peace.", 0),
    ]
    assert document.blocks[4].lead_in == "Visits:"
    assert document.blocks[5].headings == ("Memo", "Part")
    assert document.dated == date(2015, 11, 16)


@pytest.mark.parametrize(
    ("level", "kind"), [("0", "heading"), ("9", "paragraph"), ("²", "paragraph"), ("9" * 5000, "paragraph")]
)
def test_the_level_of_an_outline_may_be_anything(level: str, kind: str) -> None:
    body = f'<w:p><w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>{run("Visits abroad")}</w:p>'
    (block,) = draft(word(body), "docx").blocks
    assert (block.kind, block.text) == (kind, "Visits abroad")


def test_tables_have_headers_and_paragraph_numbers() -> None:
    deleted = row("Gone", "1", properties="<w:trPr><w:del/></w:trPr>")
    table = f"<w:tbl>{row('Item', 'Figure')}{row('Visits', '8')}{deleted}{row('', '9')}</w:tbl>"
    document = draft(word(para("Start.") + table + para("End.")), "docx")
    assert sentences(document) == ["Start.", "Visits | 8", " | 9", "End."]
    assert document.sentences[1].block.header == ("Item", "Figure")
    assert [each.region.line for each in document.sentences] == [1, 4, 7, 8]
    assert document.sentences[1].region == Region(4, 1, 5, 2)


def test_notes_come_last_and_comments_may_speak_to_kzfacts() -> None:
    notes = f'<w:footnote w:type="separator">{para("No.")}</w:footnote><w:footnote>{para("A note.")}</w:footnote>'
    comment = f'<w:comment w:id="3">{para("kzfacts-ignore-line a -- b")}</w:comment>'
    body = para("One.") + para(run("Two"), '<w:r><w:commentReference w:id="3"/></w:r>', run("."))
    document = draft(word(body, footnotes=notes, comments=comment), "docx")
    assert sentences(document) == ["One.", "Two.", "A note."]
    assert [(remark.text, remark.region.line, remark.block) for remark in document.remarks] == [
        ("kzfacts-ignore-line a -- b", 2, 1)
    ]


def test_the_properties_of_the_file_date_it_if_nothing_else_does() -> None:
    core = (
        '<c:coreProperties xmlns:c="c" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dcterms:created>2015-11-16T08:00:00Z</dcterms:created></c:coreProperties>"
    )
    with zipfile.ZipFile(BytesIO(word(para("A.")))) as archive:
        main = archive.read("word/document.xml").decode()
    document = draft(package({"word/document.xml": main, "docProps/core.xml": core}), "docx")
    assert document.dated == date(2015, 11, 16)


_BOMB = '<!DOCTYPE a [<!ENTITY b "cccccc"><!ENTITY d "&b;&b;">]><a>&d;</a>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"no zip", "no .docx file (File is not a zip file); save it again in Word"),
        (b"\xd0\xcf\x11\xe0old", "an old or encrypted Word file; save it as .docx without a password"),
        (package({"a": "b"}), "no .docx file (it has no word/document.xml); save it again in Word"),
        (package({"word/document.xml": "<a"}), "broken XML in word/document.xml"),
        (package({"word/document.xml": _BOMB}), "unsafe XML in word/document.xml (entities)"),
        (package({"word/document.xml": " " * 30_000_000}), "word/document.xml unpacks to 30,000,000 bytes"),
        (word(para("A." * 500))[:200], "no .docx file"),
        (word("<w:p/>").replace(b"document", b"documenx", 1), "broken zip at word/document.xml"),
    ],
)
def test_broken_and_unsafe_files_are_errors(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError) as caught:
        draft(data, "docx")
    assert str(caught.value).startswith(f"draft.docx:1:1: {message}")
