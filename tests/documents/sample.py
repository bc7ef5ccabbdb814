"""Short drafts for tests: reading one, and looking up what its places point to."""

from __future__ import annotations

import io
import re
import zipfile

from kzfacts.documents import Document, Region, Sentence, read_document

ENDINGS = {"markdown": "md", "html": "html", "text": "txt", "rst": "rst", "docx": "docx"}
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def draft(text: str | bytes, format: str) -> Document:
    """Read ``text`` as a draft of ``format``."""
    data = text.encode() if isinstance(text, str) else text
    return read_document(f"draft.{ENDINGS[format]}", data)


def sentences(document: Document) -> list[str]:
    """Return the texts of all sentences."""
    return [sentence.text for sentence in document.sentences]


def lines_of(document: Document) -> list[str]:
    """Return the lines of the source without their ends, as an editor counts them."""
    return re.split("\r\n|\n|\r", document.source)


def source_at(document: Document, region: Region) -> str:
    """Return what stands in the source in ``region``, lines joined by a line end."""
    lines = lines_of(document)[region.line - 1 : region.end_line]
    lines[-1] = lines[-1][: region.end_column - 1]
    lines[0] = lines[0][region.column - 1 :]
    return "\n".join(lines)


def under(document: Document, sentence: Sentence, words: str) -> str:
    """Return what stands in the source for ``words`` of ``sentence``."""
    start = sentence.text.index(words)
    return source_at(document, sentence.region_of(start, start + len(words)))


def strays(document: Document) -> list[tuple[str, str]]:
    """Return the characters of sentences whose place has another character; white space counts as one."""
    lines = lines_of(document)
    found = []
    for sentence in document.sentences:
        assert len(sentence.places) == len(sentence.text)
        for seen, (line, column) in zip(sentence.text, sentence.places, strict=True):
            there = lines[line - 1][column - 1 : column]
            if seen != there and not (seen == " " and (there == "" or there.isspace())):
                found.append((seen, there))
    return found


def package(parts: dict[str, str]) -> bytes:
    """Return a .docx file with ``parts``."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def word(body: str, **parts: str) -> bytes:
    """Return a .docx file with ``body`` in its document; ``comments="..."`` is the part word/comments.xml."""
    others = {f"word/{name}.xml": f"<w:{name} {_W}>{content}</w:{name}>" for name, content in parts.items()}
    return package({"word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>", **others})


def run(text: str) -> str:
    """Return a run with ``text``."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*content: str, style: str = "") -> str:
    """Return a Word paragraph of ``content``: elements, or text that becomes a run."""
    runs = "".join(piece if piece.startswith("<") else run(piece) for piece in content)
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{runs}</w:p>"
