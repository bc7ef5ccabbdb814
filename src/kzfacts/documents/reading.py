"""Reading a draft: its format by the ending of its path, its bytes by the reader of that format."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath

import msgspec

from kzfacts.documents.errors import DocumentError
from kzfacts.documents.model import Document
from kzfacts.documents.source import decode

_ENDINGS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".rst": "rst",
    ".rest": "rst",
    ".docx": "docx",
}
FORMATS = tuple(dict.fromkeys(_ENDINGS.values()))
"""The names of the formats that can be read."""


def format_of(path: str) -> str | None:
    """Return the format of a file by the ending of its name, None for one that is not known."""
    return _ENDINGS.get(PurePath(path).suffix.lower())


def read_document(path: str, data: bytes, format: str | None = None) -> Document:
    """Read the draft ``data`` from the file ``path``; ``format`` where the ending of the path does not tell it.

    Raises DocumentError for an unknown format and for a file that is broken.
    """
    name = format or format_of(path)
    if name not in FORMATS:
        known = ", ".join(FORMATS)
        what = f"no format {name!r}" if name else "cannot tell the format from the file's name"
        raise DocumentError(path, 1, 1, f"{what}; give one of {known}")
    try:
        return _read(path, data, name)
    except RecursionError:
        message = "lists, quotations or tables inside one another, too deep to be read; make it flatter"
        raise DocumentError(path, 1, 1, message) from None


def _read(path: str, data: bytes, name: str) -> Document:
    reader = import_module(f"kzfacts.documents.{name}")
    if name == "docx":
        document: Document = reader.read(path, data)
        return document
    decoded = decode(path, data)
    document = reader.read(path, decoded.text)
    return msgspec.structs.replace(document, source=decoded.text, encoding=decoded.encoding, notes=decoded.notes)
