"""Statements that compare two figures: "A outnumbered B", "more A than B", "as many A as B".

Recognises the construction and cuts the statement into its two sides; which figures they have is for the
record to say.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import NamedTuple

_NUMERAL = (  # what compares with a number is no comparison of two figures
    r"(?!\s*(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|a\b|half\b|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety))"
)
_SMALL = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten".split())}
_FRACTIONS = {"twice": 2.0, "double": 2.0, "half": 1 / 2, "a third": 1 / 3, "one third": 1 / 3, "a quarter": 1 / 4}
_COUNT = r"\d+|" + "|".join(_SMALL)
_RATIO = "|".join(_FRACTIONS) + rf"|(?:{_COUNT}) times"
_TOLERANCE = 0.15
"""How far from the stated ratio "about twice as many" may be, as a share of it."""
_PATTERNS: tuple[tuple[str, str], ...] = (
    (r"^(?P<a>.+?)\b(?:was|were|are|is)(?: clearly| far| easily)? outnumbered by\b(?P<b>.+)$", "<"),
    (r"^(?P<a>.+?)\b(?:outnumber(?:ed|s)?|exceed(?:ed|s)|surpass(?:ed|es))\b" + _NUMERAL + r"(?P<b>.+)$", ">"),
    (r"^(?P<a>.+?)\b(?:was|were|are|is) (?:more numerous|higher in number) than\b(?P<b>.+)$", ">"),
    (
        r"^(?P<a>.+?)\b(?:was|were|are|is) (?:fewer|less numerous|lower in number) than\b" + _NUMERAL + r"(?P<b>.+)$",
        "<",
    ),
    (rf"^(?P<lead>.*?)(?:\b(?P<by>{_COUNT}) )?\bmore\b(?! than)(?P<a>.+?)\bthan\b(?P<b>.+)$", ">"),
    (rf"^(?P<lead>.*?)(?:\b(?P<by>{_COUNT}) )?\b(?:fewer|less)\b(?! than)(?P<a>.+?)\bthan\b(?P<b>.+)$", "<"),
    (
        rf"^(?P<lead>.*?)(?:\b(?P<ratio>{_RATIO}) )?\b(?:exactly |just )?as many\b(?P<a>.+?)\bas\b(?P<b>.+)$",
        "=",
    ),
    (r"^(?P<lead>.*?)\b(?:the same|an equal|equal) numbers? of\b(?P<a>.+?)\b(?:and|as)\b(?P<b>.+)$", "="),
)
_MORE = ("more than", "over", "at least")
_LESS = ("less than", "fewer than", "under", "at most")
_ABOUT = ("about", "around", "roughly", "some", "nearly", "almost", "not quite", "approximately")
_HINTS = (" than ", " many ", "number", "exceed", "surpass")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


class Comparative(NamedTuple):
    """The two sides of a comparison as (start, end) offsets in the text, and how the first compares with the second.

    ``sign`` is ``>``, ``<``, ``=`` or ``~`` (about); ``ratio`` multiplies the second side ("twice as many"), and
    ``by`` is the difference, None where the statement gives none.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    sign: str
    ratio: float = 1.0
    by: int | None = None

    def holds(self, left: float, right: float) -> bool:
        """Say whether two values compare as stated."""
        right *= self.ratio
        if self.by is not None:
            return left - right == (self.by if self.sign == ">" else -self.by)
        match self.sign:
            case ">":
                return left > right
            case "<":
                return left < right
            case "~":
                return abs(left - right) <= _TOLERANCE * right
        return math.isclose(left, right)


def find_comparative(text: str) -> Comparative | None:
    """Return the comparison of two figures that ``text`` states, None when it states none."""
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return None
    for pattern, sign in _PATTERNS:
        match = _compiled(pattern).match(text)
        if match:
            groups = match.groupdict()
            lead = (groups.get("lead") or "").lower().rstrip()
            if groups.get("ratio"):
                sign = ">" if lead.endswith(_MORE) else "<" if lead.endswith(_LESS) else sign
            if sign == "=" and lead.endswith(_ABOUT):
                sign = "~"
            ratio, by = _ratio(groups.get("ratio")), groups.get("by")
            return Comparative(match.span("a"), match.span("b"), sign, ratio, None if by is None else _count(by))
    return None


def _ratio(text: str | None) -> float:
    if text is None:
        return 1.0
    text = text.lower()
    return _FRACTIONS[text] if text in _FRACTIONS else float(_count(text.split()[0]))


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _SMALL[text.lower()]
