"""Statements that compare two figures: "A outnumbered B", "more A than B", "as many A as B".

Recognises the construction and cuts the statement into its two sides; which figures they have is for the
record to say.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from kzfacts.language.lazy_patterns import compiled
from kzfacts.language.number_words import SMALL, TENS, whole_number
from kzfacts.language.numbers import COMPARATORS, LONGEST_COMPARATOR, bound

_COUNT = r"\d+|" + "|".join(SMALL)
_NUMERAL = rf"(?!\s*(?:\d|(?:a|half|{'|'.join((*SMALL, *TENS))})\b))"  # a figure and a number are no two figures
_FRACTIONS = {"twice": 2.0, "double": 2.0, "half": 1 / 2, "a third": 1 / 3, "one third": 1 / 3, "a quarter": 1 / 4}
_RATIO = "|".join(_FRACTIONS) + rf"|(?:{_COUNT}) times"
_PATTERNS: tuple[tuple[str, str], ...] = (
    (r"^(?P<a>.+?)\b(?:was|were|are|is)(?: clearly| far| easily)? outnumbered by\b(?P<b>.+)$", "under"),
    (rf"^(?P<a>.+?)\b(?:outnumber(?:ed|s)?|exceed(?:ed|s)|surpass(?:ed|es))\b{_NUMERAL}(?P<b>.+)$", "over"),
    (r"^(?P<a>.+?)\b(?:was|were|are|is) (?:more numerous|higher in number) than\b(?P<b>.+)$", "over"),
    (
        rf"^(?P<a>.+?)\b(?:was|were|are|is) (?:fewer|less numerous|lower in number) than\b{_NUMERAL}(?P<b>.+)$",
        "under",
    ),
    (rf"^.*?(?:\b(?P<by>{_COUNT}) )?\bmore\b(?! than)(?P<a>.+?)\bthan\b(?P<b>.+)$", "over"),
    (rf"^.*?(?:\b(?P<by>{_COUNT}) )?\b(?:fewer|less)\b(?! than)(?P<a>.+?)\bthan\b(?P<b>.+)$", "under"),
    (rf"^(?P<lead>.*?)(?:\b(?P<ratio>{_RATIO}) )?\bas many\b(?P<a>.+?)\bas\b(?P<b>.+)$", "exact"),
    (r"^(?P<lead>.*?)\b(?:the same|an equal|equal) numbers? of\b(?P<a>.+?)\b(?:and|as)\b(?P<b>.+)$", "exact"),
)
"""Each with the sense (as in `COMPARATORS`) in which the first figure compares with the second."""
_HINTS = (" than ", " many ", "number", "exceed", "surpass")


class Comparative(NamedTuple):
    """The two sides of a comparison as (start, end) offsets in the text, and how the first compares with the second.

    The first is ``low`` to ``high`` times the second, both included: more is from just above 1, twice as many 2 to
    2. ``by`` is how many more it is, less than 0 for fewer; None where the statement gives no difference.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    low: float
    high: float
    by: int | None = None

    def holds(self, left: float, right: float) -> bool:
        """Say whether two values compare as stated."""
        if self.by is not None:
            return left - right == self.by
        if right == 0:
            return self.high == math.inf if left else self.low <= 1 <= self.high
        ratio = left / right
        return self.low <= ratio <= self.high or (self.low == self.high and math.isclose(ratio, self.low))


def find_comparative(text: str) -> Comparative | None:
    """Return the comparison of two figures that ``text`` states, None when it states none."""
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return None
    for pattern, sense in _PATTERNS:
        match = compiled(pattern).match(text)
        if match:
            groups = match.groupdict()
            ratio = _ratio(groups.get("ratio"))
            low, high = bound(_comparator(groups.get("lead") or "") or sense, ratio, ratio)
            return Comparative(match.span("a"), match.span("b"), low, high, _difference(groups.get("by"), sense))
    return None


def _comparator(lead: str) -> str:
    """Return what the longest comparator at the end of ``lead`` does: "It held more than (twice as many)"."""
    words = lead.lower().split()
    phrases = (" ".join(words[-size:]) for size in range(LONGEST_COMPARATOR, 0, -1))
    return next((COMPARATORS[phrase] for phrase in phrases if phrase in COMPARATORS), "")


def _difference(count: str | None, sense: str) -> int | None:
    if count is None:
        return None
    number = whole_number(count.lower())
    return number if sense == "over" else -number


def _ratio(text: str | None) -> float:
    if text is None:
        return 1.0
    text = text.lower()
    return _FRACTIONS[text] if text in _FRACTIONS else float(whole_number(text.split()[0]))
