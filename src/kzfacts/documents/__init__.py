"""Drafts, read: one input format a file, each turning bytes into a `Document` of sentences with their places."""

from __future__ import annotations

from kzfacts.documents.model import Block, Document, Region, Remark, Sentence

__all__ = ["Block", "Document", "Region", "Remark", "Sentence"]
