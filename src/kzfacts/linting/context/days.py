"""Dates that lean on what was told before: "the following month", "that year", "two days later", "on the 24th"."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

import msgspec

from kzfacts.factbase.edtf import DateSpan
from kzfacts.language.date_mentions import DateMention
from kzfacts.language.dates import find_dates
from kzfacts.language.relative_dates import COUNTS
from kzfacts.language.text import tokenize
from kzfacts.language.words import looks_like_past
from kzfacts.linting.context.leaning_dates import BACK, MONTH_LONG, Resolver, leaning, on_calendar, written
from kzfacts.linting.context.rewriting import Edit

_OF_NOW = frozenset("since now still ever once is are has have".split())
"""Words of a sentence that is not about the time of its paragraph alone."""
_LOOKS_BACK = re.compile(r"\bhad (?!an?\b|the\b|no\b|to\b|his\b|her\b|its\b|their\b)[a-z]+", re.IGNORECASE)
"""The past perfect, in which a story looks back."""
_LASTS = re.compile(r"\bfor (?:\w+ ){1,3}(?:years|months|weeks|days|hours)\b", re.IGNORECASE)
"""A length of time, which is no count of what happened in a year."""
_COMPARED = re.compile(r"\bsince (?:that|those|the|his|her|its|their)\b[^,;]*$", re.IGNORECASE)
"""What stands before a date that only tells with what something is compared: "the first since that of 2001"."""
_RECENT = 120
"""So many days back a date without its year is most likely of the draft's own time."""


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


_START = Clock()


class Dated:
    """A sentence with its dates filled in: the edits, the time it has come to, what stays open or is only guessed."""

    def __init__(self, clock: Clock = _START) -> None:
        self.edits: list[Edit] = []
        self.when = clock.when
        self.aside: DateSpan | None = None
        self.said: DateSpan | None = None
        self.year = clock.year
        self.unclear: list[str] = []
        self.guessed: list[str] = []
        self.told_year = False

    def clock(self, block: int) -> Clock:
        """Return the time for the sentence after one of ``block``."""
        whole = self.when is not None and self.year is not None and written(self.when) == str(self.year)
        whole = whole and self.said in (None, self.when)
        return Clock(self.when, self.aside, self.said, self.year, block if whole else -1)


class _Own(NamedTuple):
    """A date that a sentence itself tells."""

    start: int
    end: int
    span: DateSpan | None
    has_year: bool
    mode: str


def fill_dates(text: str, clock: Clock, as_of: date | None, year: int | None, fresh: bool = False) -> Dated:
    """Return the dates of a sentence that stands where the story has come to by ``clock``.

    ``year`` is the year that the story or its heading is in, for dates that lack theirs; None leaves them open.
    With ``fresh`` the paragraph has not told a year yet, so that a month without one may be of the draft's own time.
    """
    dated = Dated(clock)
    forms = leaning(text)
    own = [one for one in _own(text, as_of) if not any(_overlap(one, match) for match, _ in forms)]
    back = _LOOKS_BACK.search(text) is not None
    counted = clock.aside or clock.when
    for start in sorted([one.start for one in own] + [match.start() for match, _ in forms]):
        for one in own:
            if one.start == start:
                told = _take_own(text, one, dated, clock, as_of, year, fresh and not dated.told_year, back)
                counted = told or counted
                year = dated.year if told is not None else year
        for match, resolve in forms:
            if match.start() == start:
                base = _base(match, dated, clock, counted, back)
                told = _take_leaning(text, match, resolve, base, dated)
                counted, year = told or counted, dated.year if told is not None else year
    if dated.when is clock.when and (by := next((one for one in own if one.mode == "by" and one.span), None)):
        dated.when, dated.year = by.span, dated.year if by.span is None else _year_of(by.span) or dated.year
    return dated


def _take_own(
    text: str, own: _Own, dated: Dated, clock: Clock, as_of: date | None, year: int | None, fresh: bool, back: bool
) -> DateSpan | None:
    """Fill in the year of a sentence's own date; return where the story has come to by it, None where nowhere."""
    span = own.span
    if not own.has_year:
        if fresh and year is not None and _is_recent(span, as_of):
            year = None
            dated.guessed.append(text[own.start : own.end])
        span, told = _placed(span, year, as_of)
        if told and text[own.end : own.end + 1] not in ("'", "’"):
            dated.edits.append(Edit(own.end, own.end, f" {year}"))
    dated.said = span or dated.said
    if own.mode != "in" or span is None or _COMPARED.search(text[: own.start]):
        return None
    if back and clock.when is not None and span.last < clock.when.first:
        dated.aside = span
        return None
    dated.when = span
    if own.has_year or year is None:
        dated.year = _year_of(span) or dated.year
        dated.told_year = True
    return span


def _base(match: re.Match[str], dated: Dated, clock: Clock, counted: DateSpan | None, back: bool) -> DateSpan | None:
    """Return the date that a form leans on."""
    if match.group().lower().endswith(" then"):
        return dated.said or clock.said
    if match.groupdict().get("count"):
        return counted
    if clock.aside is not None and dated.when is clock.when and not BACK.search(match.group()):
        if back:
            return clock.aside
        dated.guessed.append(match.group())
    return dated.when


def _take_leaning(
    text: str, match: re.Match[str], resolve: Resolver, base: DateSpan | None, dated: Dated
) -> DateSpan | None:
    """Write out a date that leans on ``base``; return where the story has come to by it, None where nowhere."""
    span = on_calendar(resolve, match, base) if base is not None else None
    if span is None:
        dated.unclear.append(match.group())
        return None
    dated.edits.append(Edit(match.start(), match.end(), _in_its_place(text, match, span)))
    if (match.groupdict().get("at") or "").lower() != "until" and not BACK.search(match.group()):
        dated.when = span
        dated.year = date.fromordinal(span.first).year
        dated.told_year = True
        return span
    if not match.group().lower().endswith(" then"):
        dated.aside = span
    return None


def _in_its_place(text: str, match: re.Match[str], span: DateSpan) -> str:
    """Return a date with the preposition that it takes: "on 24 November 2014", but not after the day itself."""
    if text[: match.start()].rstrip()[-1:].isdigit() and not match.groupdict().get("at"):
        return written(span)
    at = (match.groupdict().get("at") or "").lower()
    lead = at if at in ("by", "since", "until", "of") else "on" if span.first == span.last else "in"
    return f"{lead.capitalize() if text[match.start()].isupper() else lead} {written(span)}"


def _overlap(own: _Own, match: re.Match[str]) -> bool:
    return own.start < match.end() and match.start() < own.end


def _year_of(span: DateSpan) -> int | None:
    """Return the year that a span lies in, None where it is in several."""
    first, last = date.fromordinal(span.first).year, date.fromordinal(span.last).year
    return first if first == last else None


def go_on(text: str, dated: Dated, clock: Clock, block: int) -> None:
    """Give a count without a date the year that its paragraph goes on in: "he received 16 heads of state"."""
    words = [token.text for token in tokenize(text)]
    counts = any(word.isdigit() or (word in COUNTS and len(word) > 2 and word != "one") for word in words)
    past = any(looks_like_past(word) for word in words)
    if clock.block != block or clock.year is None or dated.said or dated.unclear or not (counts and past):
        return
    if dated.edits or any(word in _OF_NOW for word in words) or _LASTS.search(text):
        return
    end = len(text.rstrip(" .!\"'”»"))
    dated.edits.append(Edit(end, end, f" in {clock.year}"))


def _own(text: str, as_of: date | None) -> list[_Own]:
    """Return the dates that the sentence itself tells."""
    tokens = tokenize(text)
    return [
        _Own(tokens[first].start, tokens[last - 1].end, mention.span, mention.year, mention.mode)
        for mention, first, last in find_dates(tokens, as_of)
    ]


def _in_year(span: DateSpan | None, year: int) -> DateSpan | None:
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


def _is_recent(span: DateSpan | None, as_of: date | None) -> bool:
    """Say whether a date without its year is most likely that of the last months before the draft."""
    near = _nearest(span, as_of)
    return near is not None and as_of is not None and as_of.toordinal() - near.last <= _RECENT
