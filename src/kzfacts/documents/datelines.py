"""Datelines and bylines: what stands at the head of a story and is no part of its sentences."""

from __future__ import annotations

import re

from kzfacts.documents.dating import date_in

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_CAPITALS = r"[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я.'’/ -]{1,40}"
_PLACE = r"[A-ZÀ-ÞА-Я][\w.'’-]*(?:\s[A-ZÀ-ÞА-Я][\w.'’-]*){0,3}"
_AGENCY = r"\([A-Z][^()]{1,60}\)"
_DASH = r"\s*(?:--|—|–|-)\s+"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}(?:,\s*{_PLACE})?,\s*{_DATE}(?:\s*{_AGENCY})?{_DASH}"
    rf"|{_CAPITALS}(?:,\s*{_PLACE})?\s*{_AGENCY}{_DASH}"
    rf"|{_PLACE},\s*{_DATE}(?:\s*{_AGENCY})?{_DASH}"
    rf"|{_CAPITALS}\.\s+(?:{_DATE}\.?\s+)?[A-Z]{{3,}}[\w.]*(?:\s+/[^/]{{1,40}}/)?{_DASH})"
)
_BYLINE = re.compile(r"(?:by|reporting by|written by|from our)\s+\S", re.IGNORECASE)
_CREDIT = re.compile(r"\((?:(?:additional )?reporting|editing|writing|compiled|translat\w+) .*\)\.?$", re.IGNORECASE)
_TERMINAL = re.compile(r"[.!?…:;][\"'’”»)\]]*$")


_LONGEST_DATELINE, _LONGEST_LABEL, _LONGEST_CREDIT = 200, 120, 400
"""How many characters these have at most; what is longer is text of the article."""


def dateline_end(text: str) -> int:
    """Return the offset where a paragraph's own text begins after its dateline, 0 where it has none.

    >>> dateline_end("ASTANA, Dec 26 (Reuters) - Kazakhstan said")
    27
    """
    match = _DATELINE.match(text[:_LONGEST_DATELINE])
    return match.end() if match else 0


def is_label(text: str) -> bool:
    """Say whether a paragraph is a byline or a dateline on its own, and no sentence of the article."""
    if len(text) > _LONGEST_LABEL or _TERMINAL.search(text):
        return False
    return bool(_BYLINE.match(text)) or date_in(text) is not None


def is_credit(text: str) -> bool:
    """Say whether a paragraph tells who wrote the story: "(Reporting by A. Person; Editing by B. Person)"."""
    return len(text) < _LONGEST_CREDIT and _CREDIT.match(text) is not None


def is_finished(text: str) -> bool:
    """Say whether ``text`` ends as a sentence does."""
    return _TERMINAL.search(text[-12:]) is not None
