"""Dates that lean on what was told before: "the following month", "that year", "two days later", "on the 24th"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from kzfacts.factbase.edtf import DateSpan
from kzfacts.language.date_mentions import MONTHS, months_span, span_of
from kzfacts.language.dates import find_dates
from kzfacts.language.relative_dates import COUNTS
from kzfacts.language.text import tokenize
from kzfacts.language.words import looks_like_past
from kzfacts.linting.context.rewriting import Edit

_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(COUNTS, key=len, reverse=True)) + ")"
_MONTH = "(?P<month>" + "|".join(MONTHS) + ")"
_AT = r"(?:\b(?P<at>in|on|by|during|over|since|until|of|within|throughout|for) )?"
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


def _later(match: re.Match[str], span: DateSpan) -> DateSpan | None:
    count = match["count"].lower()
    steps = int(count) if count.isdigit() else COUNTS[count]
    steps = -steps if match["side"].lower() in ("earlier", "before") else steps
    mover = {"day": _days, "month": _months, "year": _years}.get(match["unit"].lower().rstrip("s"))
    return mover(span, steps) if mover is not None else None


_Resolver = Callable[["re.Match[str]", DateSpan], "DateSpan | None"]
_FORMS: tuple[tuple[str, str, _Resolver], ...] = (
    ("year", _AT + _MONTH + r" of (?:that|the same) year\b", _month_of),
    ("year", _AT + _MONTH + r" of the (?:year before|previous year)\b", lambda m, s: _month_of(m, s, -1)),
    ("year", _AT + _MONTH + r" of the (?:year after|following year|next year)\b", lambda m, s: _month_of(m, s, 1)),
    ("that ", _AT + r"(?:late |early )?that " + _MONTH + r"\b", _month_of),
    (
        "month",
        _AT + r"(?:earlier |later |late |early )?(?:that same|that|the same) month\b",
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
    (r"the \d", _AT + r"the (?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! [a-z])", _numbered),
    (
        "later|earl|before|after",
        r"\b" + _COUNT + r" (?P<unit>days?|months?|years?) (?P<side>later|earlier|before|after that)(?: still)?"
        r"(?= ?[,.;]|$|(?<=later) [A-Za-z]|(?<=earlier) [A-Za-z]|(?<=still) [A-Za-z])",
        _later,
    ),
    ("then", r"\b(?P<at>until|since|by) then\b", lambda m, s: s if s.last - s.first < YEAR_LONG else None),
)
"""What a text must have in lower case to have a form, the form itself, and what finds out the date meant."""
_OF_NOW = frozenset("since now still ever once is are has have".split())
"""Words of a sentence that is not about the time of its paragraph alone."""
_BACK = re.compile("earlier|before|previous", re.IGNORECASE)
"""Words of looking back, after which a story goes on where it was."""
_COMPILED = tuple((re.compile(need), re.compile(pattern, re.I), resolve) for need, pattern, resolve in _FORMS)


def written(span: DateSpan) -> str:
    """Return a day, month or year as a reader writes it: "24 November 2014"; any other span by its first year."""
    first, last = date.fromordinal(span.first), date.fromordinal(span.last)
    if span.first == span.last:
        return f"{first.day} {MONTHS[first.month - 1].capitalize()} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1].capitalize()} {first.year}"
    return str(first.year)


class Clock(msgspec.Struct, frozen=True):
    """The time a story has come to: ``when`` on its main line, ``aside`` where its last sentence looked back.

    ``said`` is the last date of the sentence before, whatever it was said of; ``year`` the last year told as such;
    ``block`` that of the sentence before where ``when`` is a whole year that goes on for its block, else -1.
    """

    when: DateSpan | None = None
    aside: DateSpan | None = None
    said: DateSpan | None = None
    year: int | None = None
    block: int = -1


class Dated:
    """A sentence with its dates filled in: the edits, the time it has come to, and what stays open."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []
        self.when: DateSpan | None = None
        self.aside: DateSpan | None = None
        self.said: DateSpan | None = None
        self.year: int | None = None
        self.unclear: list[str] = []

    def clock(self, block: int) -> Clock:
        """Return the time for the sentence after one of ``block``."""
        whole = self.when is not None and self.year is not None and written(self.when) == str(self.year)
        whole = whole and self.said in (None, self.when)
        return Clock(self.when, self.aside, self.said, self.year, block if whole else -1)


def fill_dates(text: str, clock: Clock, as_of: date | None, year: int | None) -> Dated:
    """Return the dates of a sentence that stands where the story has come to by ``clock``.

    ``year`` is the year that the story or its heading is in, for dates that lack theirs; None leaves them open.
    """
    dated = Dated()
    dated.when = clock.when
    dated.year = clock.year
    counted = clock.aside or clock.when
    own = {token[0]: token for token in _own(text, as_of)}
    leaning = _leaning(text)
    taken: list[tuple[int, int]] = []
    events = sorted(
        [(start, 1, None) for start in own] + [(m.start(), 0, (m, r)) for m, r in leaning], key=lambda e: e[:2]
    )
    for start, _, form in events:
        if any(first <= start < last for first, last in taken):
            continue
        if form is None:
            _, end, span, has_year, mode = own[start]
            if not has_year:
                span, told = _placed(span, year, as_of)
                if told and text[end : end + 1] not in ("'", "’"):
                    dated.edits.append(Edit(end, end, f" {year}"))
            dated.said = span or dated.said
            if (
                has_year
                and mode == "in"
                and span is not None
                and date.fromordinal(span.first).year == date.fromordinal(span.last).year
            ):
                dated.year = year = date.fromordinal(span.first).year
            if mode == "in" and span is not None:
                dated.when = counted = span
            continue
        match, resolve = form
        taken.append(match.span())
        then = match.group().lower().endswith(" then")
        base = (dated.said or clock.said) if then else counted if match.groupdict().get("count") else dated.when
        span = _on_calendar(resolve, match, base) if base is not None else None
        if span is None:
            dated.unclear.append(match.group())
            continue
        at = (match.groupdict().get("at") or "").lower()
        lead = at if at in ("by", "since", "until", "of") else "on" if span.first == span.last else "in"
        lead = lead.capitalize() if text[match.start()].isupper() else lead
        dated.edits.append(Edit(match.start(), match.end(), f"{lead} {written(span)}"))
        if at != "until" and not _BACK.search(match.group()):
            dated.when = counted = span
            dated.year = year = date.fromordinal(span.first).year
        elif not then:
            dated.aside = span
    return dated


def go_on(text: str, dated: Dated, clock: Clock, block: int) -> None:
    """Give a count without a date the year that its paragraph goes on in: "he received 16 heads of state"."""
    words = [token.text for token in tokenize(text)]
    counts = any(word.isdigit() or (word in COUNTS and len(word) > 2 and word != "one") for word in words)
    past = any(looks_like_past(word) for word in words)
    if clock.block != block or clock.year is None or dated.said or dated.unclear or not (counts and past):
        return
    if dated.edits or any(word in _OF_NOW for word in words):
        return
    end = len(text.rstrip(" .!\"'”»"))
    dated.edits.append(Edit(end, end, f" in {clock.year}"))


def _on_calendar(resolve: _Resolver, match: re.Match[str], base: DateSpan) -> DateSpan | None:
    """Return what a form means, None where there is no such day ("the 31st" of June) or it is off the calendar."""
    try:
        return resolve(match, base)
    except (ValueError, OverflowError):
        return None


def _leaning(text: str) -> list[tuple[re.Match[str], _Resolver]]:
    found: list[tuple[re.Match[str], _Resolver]] = []
    lower = text.lower()
    for need, pattern, resolve in _COMPILED:
        if need.search(lower) is None:
            continue
        for match in pattern.finditer(text):
            if not any(match.start() < other.end() and other.start() < match.end() for other, _ in found):
                found.append((match, resolve))
    return found


def _own(text: str, as_of: date | None) -> list[tuple[int, int, DateSpan | None, bool, str]]:
    """Return start, end, span and whether it has its year of each date that the sentence itself tells."""
    tokens = tokenize(text)
    return [
        (tokens[first].start, tokens[last - 1].end, mention.span, mention.year, mention.mode)
        for mention, first, last in find_dates(tokens, as_of)
    ]


def _in_year(span: DateSpan | None, year: int) -> DateSpan | None:
    from kzfacts.language.date_mentions import DateMention

    if not date.min.year <= year <= date.max.year:
        return None
    return DateMention(span, "in", False).in_year(year).span


def _placed(span: DateSpan | None, year: int | None, as_of: date | None) -> tuple[DateSpan | None, bool]:
    """Return when a date without its year is, None where that is not plain, and whether the year can be written."""
    if span is None or span.last - span.first >= MONTH_LONG:
        return None, False
    meant = _in_year(span, year) if year is not None else None
    if meant is not None and (as_of is None or meant.first <= as_of.toordinal()):
        return meant, True
    return _nearest(span, as_of), False


def _nearest(span: DateSpan | None, as_of: date | None) -> DateSpan | None:
    """Return the last such date before the draft's day."""
    if as_of is None or span is None:
        return None
    this = _in_year(span, as_of.year)
    return this if this is not None and this.first <= as_of.toordinal() else _in_year(span, as_of.year - 1)
