"""Statements that put two events in order: "A came before B", "the month after B", "two months before B".

Recognises the construction and cuts the statement into its two sides; when each of them was is for the record
to say.
"""

from __future__ import annotations

from typing import NamedTuple

from kzfacts.language.lazy_patterns import compiled
from kzfacts.language.number_words import SMALL, whole_number

_COUNT = rf"(?:(?P<count>a|an|the|\d+|{'|'.join(SMALL)}) (?P<unit>day|week|month|year)s? )?"
_WORDS = (
    "before|after|earlier than|later than|prior to|ahead of"
    "|(?:was|were|been|being) (?:preceded|followed) by|preceded(?! by)|followed(?! by)"
)
_PATTERN = rf"^(?P<a>.+?)\b{_COUNT}(?P<word>{_WORDS})\b(?P<b>.+)$"
_WHEN = r"^(?:when|by the time)(?: that)? (?P<b>.+?), (?P<a>.+\b(?:already|had)\b.+)$"
_HINTS = ("before", "after", "earlier", "later", "prior to", "ahead of", "preceded", "followed", "when", "by the time")
_EARLIER_ENDINGS = ("before", "earlier than", "prior to", "ahead of", "preceded", "followed by")
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_SLACK = {"day": 0, "week": 3, "month": 29, "year": 150}
"""How many days either way a stated distance may be off."""


class Order(NamedTuple):
    """Two sides as (start, end) offsets in the text, whether the first is said to be earlier, and by how many days.

    ``days`` is None where the statement gives no distance; ``slack`` is how many days either way still fit.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    earlier: bool
    days: int | None = None
    slack: int = 0


def find_order(text: str) -> Order | None:
    """Return the order of two events that ``text`` states, None when it states none."""
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return None
    match = compiled(_WHEN).match(text)
    if match:
        return Order(match.span("a"), match.span("b"), earlier=True)
    match = compiled(_PATTERN).match(text)
    if match is None:
        return None
    if match["word"].lower() in ("preceded", "followed") and " as " in match["b"]:
        return None  # in an office
    earlier = match["word"].lower().endswith(_EARLIER_ENDINGS)
    days, slack = _distance(match["count"], match["unit"])
    return Order(match.span("a"), match.span("b"), earlier, days, slack)


def _distance(count: str | None, unit: str | None) -> tuple[int | None, int]:
    if not count or not unit:
        return None, 0
    size = _DAYS[unit.lower()]
    word = count.lower()
    number = 1 if word == "the" else whole_number(word)
    slack = size - 1 if word == "the" else _SLACK[unit.lower()]  # "the month before" is the calendar's
    return number * size, slack
