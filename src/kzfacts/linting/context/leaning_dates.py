"""Wordings of dates that lean on another date: "the following month", "that year", "two days later", "on the 24th"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from kzfacts.factbase.edtf import DateSpan
from kzfacts.language.date_mentions import MONTHS, SEASONS, months_span, span_of
from kzfacts.language.relative_dates import COUNTS

_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(COUNTS, key=len, reverse=True)) + ")"
_MONTH = "(?P<month>" + "|".join(MONTHS) + ")"
_SEASON = "(?P<season>" + "|".join(SEASONS) + ")"
_AT = r"(?:\b(?P<at>in|on|by|during|over|since|until|of|within|throughout|for) )?"
_OPENS = r"(?:he|she|they|it|the|an?|his|her|their)\b"
"""What goes on after a day: "on the 24th he spoke", unlike "the 24th session"."""
DAY, MONTH_LONG, YEAR_LONG = 1, 31, 366
"""How many days a span of that length has at most."""


def _months(span: DateSpan, step: int) -> DateSpan | None:
    if span.last - span.first >= MONTH_LONG:
        return None
    first = date.fromordinal(span.first)
    index = first.year * 12 + first.month - 1 + step
    return months_span(index // 12, index % 12 + 1, 1)


def _days(span: DateSpan, step: int) -> DateSpan | None:
    day = date.fromordinal(span.first) + timedelta(days=step)
    return span_of(day.year, day.month, day.day) if span.first == span.last else None


def _years(span: DateSpan, step: int) -> DateSpan | None:
    first, last = date.fromordinal(span.first), date.fromordinal(span.last)
    return span_of(first.year + step) if first.year == last.year else None


def _numbered(match: re.Match[str], span: DateSpan) -> DateSpan | None:
    month = _months(span, 0)
    if month is None:
        return None
    first = date.fromordinal(month.first)
    return span_of(first.year, first.month, int(match["day"]))


def _month_of(match: re.Match[str], span: DateSpan, step: int = 0) -> DateSpan | None:
    year = _years(span, step)
    if year is None:
        return None
    return span_of(date.fromordinal(year.first).year, MONTHS.index(match["month"].lower()) + 1)


def _next_month_of(match: re.Match[str], span: DateSpan) -> DateSpan | None:
    first = date.fromordinal(span.first)
    month = MONTHS.index(match["month"].lower()) + 1
    return span_of(first.year + (month <= first.month), month) if _years(span, 0) is not None else None


def _season_of(match: re.Match[str], span: DateSpan, after: bool = False) -> DateSpan | None:
    first = date.fromordinal(span.first)
    if _years(span, 0) is None:
        return None
    begins = SEASONS[match["season"].lower()]
    return months_span(first.year + (after and begins <= first.month), begins, 3)


def _later(match: re.Match[str], span: DateSpan) -> DateSpan | None:
    count = match["count"].lower()
    steps = int(count) if count.isdigit() else COUNTS[count]
    steps = -steps if match["side"].lower() in ("earlier", "before") else steps
    mover = {"day": _days, "month": _months, "year": _years}.get(match["unit"].lower().rstrip("s"))
    return mover(span, steps) if mover is not None else None


Resolver = Callable[["re.Match[str]", DateSpan], "DateSpan | None"]
_FORMS: tuple[tuple[str, str, Resolver], ...] = (
    ("year", _AT + _MONTH + r" of (?:that|the same) year\b", _month_of),
    ("year", _AT + _MONTH + r" of the (?:year before|previous year)\b", lambda m, s: _month_of(m, s, -1)),
    ("year", _AT + _MONTH + r" of the (?:year after|following year|next year)\b", lambda m, s: _month_of(m, s, 1)),
    ("that ", _AT + r"(?:late |early )?that " + _MONTH + r"\b", _month_of),
    ("following|next", _AT + r"the (?:following|next) " + _MONTH + r"\b", _next_month_of),
    ("following|next", _AT + r"the (?:following|next) " + _SEASON + r"\b", lambda m, s: _season_of(m, s, after=True)),
    ("that ", _AT + r"(?:late |early )?that (?:same )?" + _SEASON + r"\b", _season_of),
    (
        "month",
        _AT + r"(?:earlier |later |late |early )?(?:that same|that|the same|in the) month\b(?! (?:of|before|after))",
        lambda m, s: _months(s, 0),
    ),
    ("month", _AT + r"the (?:following|next) month\b|\ba month later\b", lambda m, s: _months(s, 1)),
    ("month", _AT + r"the (?:previous month|month before)\b|\ba month earlier\b", lambda m, s: _months(s, -1)),
    ("year", _AT + r"(?:the course of )?(?:that same|that|the same) year\b", lambda m, s: _years(s, 0)),
    ("year", _AT + r"the (?:course of the )(?:whole )?year\b", lambda m, s: _years(s, 0)),
    ("year", _AT + r"the (?:following|next) year\b", lambda m, s: _years(s, 1)),
    ("year", _AT + r"the (?:year before|previous year)\b(?! last)", lambda m, s: _years(s, -1)),
    ("day", _AT + r"(?:that same|the same|that) day\b", lambda m, s: _days(s, 0)),
    ("day", _AT + r"the (?:following|next) day\b|\bthe day after\b(?! tomorrow)", lambda m, s: _days(s, 1)),
    ("day", _AT + r"the (?:previous day|day before)\b(?! yesterday)", lambda m, s: _days(s, -1)),
    (
        r"the \d",
        _AT + r"the (?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?!" + _OPENS + r")[a-z])",
        _numbered,
    ),
    (
        "later|earl|before|after",
        r"\b" + _COUNT + r" (?P<unit>days?|months?|years?) (?P<side>later|earlier|before|after that)(?: still)?"
        r"(?= ?[,.;]|$|(?<=later) [A-Za-z]|(?<=earlier) [A-Za-z]|(?<=still) [A-Za-z])",
        _later,
    ),
    ("then", r"\b(?P<at>until|since|by) then\b", lambda m, s: s if s.last - s.first < YEAR_LONG else None),
)
"""What a text must have in lower case to have a form, the form itself, and what finds out the date meant."""
BACK = re.compile("earlier|before|previous", re.IGNORECASE)
"""Words of looking back, after which a story goes on where it was."""
_COMPILED = tuple((re.compile(need), re.compile(pattern, re.I), resolve) for need, pattern, resolve in _FORMS)


def written(span: DateSpan) -> str:
    """Return a day, month or year as a reader writes it: "24 November 2014"; three months
    by their season; any other span by its first year."""
    first, last = date.fromordinal(span.first), date.fromordinal(span.last)
    if span.first == span.last:
        return f"{first.day} {MONTHS[first.month - 1].capitalize()} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1].capitalize()} {first.year}"
    season = next((name for name, begins in SEASONS.items() if begins == first.month), "")
    if season and months_span(first.year, first.month, 3) == span:
        return f"the {season} of {first.year}"
    return str(first.year)


def on_calendar(resolve: Resolver, match: re.Match[str], base: DateSpan) -> DateSpan | None:
    """Return what a form means, None where there is no such day ("the 31st" of June) or it is off the calendar."""
    try:
        return resolve(match, base)
    except (ValueError, OverflowError):
        return None


def leaning(text: str) -> list[tuple[re.Match[str], Resolver]]:
    """Return the wordings of a text that lean on another date, each with what finds out the date meant."""
    found: list[tuple[re.Match[str], Resolver]] = []
    lower = text.lower()
    for need, pattern, resolve in _COMPILED:
        if need.search(lower) is None:
            continue
        for match in pattern.finditer(text):
            if not any(match.start() < other.end() and other.start() < match.end() for other, _ in found):
                found.append((match, resolve))
    return found
