"""A date as a text mentions it, and the spans of days that years, months and days are.

Kept apart from the reading of dates (`kzfacts.language.dates`), which is a larger matter.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

import msgspec

from kzfacts.factbase.edtf import BEGINNING, END, DateSpan

Mode = Literal["in", "before", "after", "since", "until", "by"]

MONTHS = "january february march april may june july august september october november december".split()
SHORT_MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""Seasons with the month in which each begins."""
OPEN_YEAR = 4
"""The year, a leap year, in which a date without its year lies until it is moved to another."""


class DateMention(msgspec.Struct, frozen=True):
    """A date in a text: the ``span`` it names and the ``mode`` in which the text relates to it.

    ``year`` is False for "16 December": ``span`` then lies in `OPEN_YEAR`, to be moved to another.
    ``span`` is None for a relative date that no ``as_of`` resolves.
    """

    span: DateSpan | None
    mode: Mode = "in"
    year: bool = True

    def window(self) -> DateSpan | None:
        """Return the days on which what the text says may lie, by the mode."""
        if self.span is None:
            return None
        match self.mode:
            case "before":
                return DateSpan(BEGINNING, self.span.first - 1)
            case "by" | "until":
                return DateSpan(BEGINNING, self.span.last)
            case "after":
                return DateSpan(self.span.last + 1, END)
            case "since":
                return DateSpan(self.span.first, END)
        return self.span

    def in_year(self, year: int) -> DateMention:
        """Return the mention moved to ``year`` where its own year is open."""
        if self.year or self.span is None:
            return self
        first, last = date.fromordinal(self.span.first), date.fromordinal(self.span.last)
        shift = year - first.year
        return DateMention(DateSpan(_moved(first, shift), _moved(last, shift)), self.mode, True)


class Found(NamedTuple):
    """A date mention and the tokens (first, last, end exclusive) that express it."""

    mention: DateMention
    first: int
    last: int


def day_of(year: int, month: int, day: int) -> date:
    """Return the day of a date that may be too late in its month for the year, such as 29 February 2015."""
    if day > 28:
        day = min(day, (date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)).day)
    return date(year, month, day)


def _moved(day: date, shift: int) -> int:
    return day_of(min(day.year + shift, date.max.year), day.month, day.day).toordinal()


def span_of(year: int, month: int = 0, day: int = 0) -> DateSpan:
    """Return the span of a year, a month or a day; ValueError when there is no such day."""
    if day:
        return day_span(date(year, month, day).toordinal())
    if month:
        return months_span(year, month, 1)
    return DateSpan(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())


def day_span(ordinal: int) -> DateSpan:
    """Return the span of one day."""
    return DateSpan(ordinal, ordinal)


def months_span(year: int, month: int, count: int) -> DateSpan:
    """Return the span of ``count`` months from ``month`` on."""
    after = month - 1 + count
    following = year + after // 12
    end = date(following, after % 12 + 1, 1).toordinal() - 1 if following <= date.max.year else date.max.toordinal()
    return DateSpan(date(year, month, 1).toordinal(), end)
