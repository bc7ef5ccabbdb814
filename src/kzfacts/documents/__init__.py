"""Drafts, read: one input format a file, each turning bytes into a `Document` of sentences with their places."""

from __future__ import annotations

from kzfacts.documents.errors import DocumentError
from kzfacts.documents.model import Block, Document, Region, Remark, Sentence
from kzfacts.documents.reading import format_of, read_document

__all__ = ["Block", "Document", "DocumentError", "Region", "Remark", "Sentence", "format_of", "read_document"]
