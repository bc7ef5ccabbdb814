"""Statements that compare two figures: "A outnumbered B", "more A than B", "as many A as B".

Recognises the construction and cuts the statement into its two sides; which figures they have is for the
record to say.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_NUMERAL = (  # what compares with a number is no comparison of two figures
    r"(?!\s*(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|a\b|half\b|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety))"
)
_PATTERNS: tuple[tuple[str, str], ...] = (
    (r"^(?P<a>.+?)\b(?:was|were|are|is)(?: clearly| far| easily)? outnumbered by\b(?P<b>.+)$", "<"),
    (r"^(?P<a>.+?)\b(?:outnumber(?:ed|s)?|exceed(?:ed|s)|surpass(?:ed|es))\b" + _NUMERAL + r"(?P<b>.+)$", ">"),
    (r"^(?P<a>.+?)\b(?:was|were|are|is) (?:more numerous|higher in number) than\b(?P<b>.+)$", ">"),
    (
        r"^(?P<a>.+?)\b(?:was|were|are|is) (?:fewer|less numerous|lower in number) than\b" + _NUMERAL + r"(?P<b>.+)$",
        "<",
    ),
    (r"^(?P<lead>.*?)\bmore\b(?! than)(?P<a>.+?)\bthan\b(?P<b>.+)$", ">"),
    (r"^(?P<lead>.*?)\b(?:fewer|less)\b(?! than)(?P<a>.+?)\bthan\b(?P<b>.+)$", "<"),
    (r"^(?P<lead>.*?)\b(?:exactly |just )?as many\b(?P<a>.+?)\bas\b(?P<b>.+)$", "="),
    (r"^(?P<lead>.*?)\b(?:the same|an equal|equal) numbers? of\b(?P<a>.+?)\b(?:and|as)\b(?P<b>.+)$", "="),
    (r"^(?P<lead>.*?)\btwice as many\b(?P<a>.+?)\bas\b(?P<b>.+)$", "2"),
)
_HINTS = (" than ", " many ", "number", "exceed", "surpass")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


class Comparative(NamedTuple):
    """The two sides of a comparison as (start, end) offsets in the text, and its sign: ``>``, ``<``, ``=`` or ``2``."""

    left: tuple[int, int]
    right: tuple[int, int]
    sign: str

    def holds(self, left: float, right: float) -> bool:
        """Say whether two values compare as stated."""
        match self.sign:
            case ">":
                return left > right
            case "<":
                return left < right
            case "2":
                return left == 2 * right
        return left == right


def find_comparative(text: str) -> Comparative | None:
    """Return the comparison of two figures that ``text`` states, None when it states none."""
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return None
    patterns = _PATTERNS[-1:] if " twice as many " in lower else _PATTERNS[:-1]
    for pattern, sign in patterns:
        match = _compiled(pattern).match(text)
        if match:
            return Comparative(match.span("a"), match.span("b"), sign)
    return None
