"""The dates that stand in a sentence, found by pattern: days, months and years."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

MONTHS = tuple(calendar.month_name)[1:]
_MONTH = "|".join(MONTHS)
DAY = re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{_MONTH}) (?P<year>(?:19|20)\d\d)\b")
MONTH = re.compile(rf"\b(?P<month>{_MONTH}) (?P<year>(?:19|20)\d\d)\b")
YEAR = re.compile(r"(?<![\w/.,-])(?<!\d–)(?:19|20)\d\d(?![\w/–-])(?![.,]\d)")
_RANGE_BEFORE = re.compile(rf"(?:\d ?[-–]|\d(?: (?:{_MONTH}))? (?:and|to|or)) ?$")
_HALF_BEFORE = re.compile(rf"\d(?: (?:{_MONTH}))?(?: ?[-–] ?| and | to | or |, )$")
_NOT_SAME_DAY = re.compile(r"\b(?:by|before|after|until|within|prior to|ahead of) $", re.I)


class Found(NamedTuple):
    """A date in a sentence; ``day`` and ``month`` are 0 where it has none."""

    start: int
    end: int
    year: int
    month: int = 0
    day: int = 0


def days(text: str) -> list[Found]:
    """Return the single days in a sentence: no ranges, and nothing before or after which something was."""
    return [
        Found(match.start(), match.end(), int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
        for match in DAY.finditer(text)
        if _alone(text, match.start())
    ]


def ranges(text: str) -> bool:
    """Say whether a day in a sentence ends a range or a list: "6-8 September 2013", "11 and 12 May 2014"."""
    return any(_HALF_BEFORE.search(text[: match.start()]) for match in DAY.finditer(text))


def all_days(text: str) -> list[Found]:
    """Return every day in a sentence."""
    return [
        Found(match.start(), match.end(), int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
        for match in DAY.finditer(text)
    ]


def months(text: str) -> list[Found]:
    """Return the months in a sentence that have no day before them."""
    return [
        Found(match.start(), match.end(), int(match["year"]), MONTHS.index(match["month"]) + 1)
        for match in MONTH.finditer(text)
        if not re.search(r"\d $", text[: match.start()]) and _alone(text, match.start())
    ]


def years(text: str) -> list[Found]:
    """Return the years in a sentence, those in dates among them."""
    return [Found(match.start(), match.end(), int(match.group())) for match in YEAR.finditer(text)]


def covered(text: str) -> list[tuple[int, int]]:
    """Return the places in a sentence where any date stands, ranges of days among them."""
    pattern = (
        rf"\b(?:\d{{1,2}}(?: (?:{_MONTH}))?(?: ?[-–] ?| and | to ))?\d{{1,2}} (?:{_MONTH})\b|\b(?:{_MONTH}) \d{{1,2}}\b"
    )
    places = [match.span() for match in re.finditer(pattern, text)]
    return places + [match.span() for match in re.finditer(r"\b(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?\b", text)]


def written(year: int, month: int = 0, day: int = 0) -> str:
    """Return a date as the facts write it: 3 December 2014, December 2014, 2014."""
    return " ".join(([str(day)] if day else []) + ([MONTHS[month - 1]] if month else []) + [str(year)])


def ordinal(year: int, month: int, day: int) -> int:
    """Return the number of a day, as date spans count them."""
    return date(year, month, day).toordinal()


def _alone(text: str, start: int) -> bool:
    before = text[:start]
    return not _RANGE_BEFORE.search(before) and not _NOT_SAME_DAY.search(before)
