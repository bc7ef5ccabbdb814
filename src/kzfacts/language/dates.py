"""Dates as people write them, read as spans of days.

"26 Dec 2014", "late December", "autumn 2014", "Q4", "the final quarter of 2014", "2017-18", "from 2012 to
2014", "since 2010", "last September", "two years ago": each becomes a `DateSpan` and a mode that tells how the
statement relates to it. A date without its year stays open (`DateMention.year` is False) until it meets a
date of the record. Words that depend on the day of writing are resolved against ``as_of``; without it they
stay unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kzfacts.factbase.edtf import DateSpan
from kzfacts.language.date_mentions import MONTHS, WEEKDAYS, DateMention, Found, Mode, day_span, span_of
from kzfacts.language.date_patterns import BARE_MONTH, BARE_YEAR, FORMS, Form, compiled, kinds
from kzfacts.language.number_words import PERCENT, word_at
from kzfacts.language.text import REMEMBERED, Token
from kzfacts.language.words import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS

__all__ = ["MONTHS", "DateMention", "Found", "Mode", "find_dates", "span_of"]

_MODES: dict[str, Mode] = {
    "before": "before",
    "prior to": "before",
    "ahead of": "before",
    "after": "after",
    "following": "after",
    "since": "since",
    "ever since": "since",
    "from": "since",
    "starting in": "since",
    "starting from": "since",
    "beginning in": "since",
    "until": "until",
    "till": "until",
    "up to": "until",
    "up until": "until",
    "by": "by",
    "no later than": "by",
    "by the end of": "by",
}
_OVER = [[be, over] for be in ("was", "is", "had") for over in ("out", "over", "ended")]
_LONGEST_MODE = 4
_NAMES_OF_MONTHS_ALSO_WORDS = frozenset(("may", "march", "mar"))
_COUNTING = frozenset(("over", "under", "nearly", "almost", "$", "€", "£"))
_COMPARING = frozenset(("more", "less", "fewer"))


class _Item(NamedTuple):
    """A date while it is read: ``closed`` where it is a range of its own, ``part`` such as "end of"."""

    mention: DateMention
    first: int
    last: int
    closed: bool = False
    part: str = ""


def find_dates(tokens: Sequence[Token], as_of: date | None = None) -> list[Found]:
    """Return the dates among ``tokens``, left to right; ranges are joined, modes read from the words before."""
    present = kinds([token.text for token in tokens])
    return list(_find_dates(tuple(tokens), frozenset(present), as_of)) if present else []


@lru_cache(REMEMBERED)
def _find_dates(tokens: tuple[Token, ...], present: frozenset[str], as_of: date | None) -> tuple[Found, ...]:
    words = [token.text for token in tokens]
    items = _items(tokens, words, present, as_of)
    items = _joined(words, _with_the_only_year(_with_shared_years(words, items)))
    return tuple(_with_mode(words, _with_weekday(words, item)) for item in items)


def _items(tokens: Sequence[Token], words: list[str], present: frozenset[str], as_of: date | None) -> list[_Item]:
    """Return what the forms find, an earlier form before a later one, left to right."""
    line = " ".join(words)
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    position = 0
    for index, word in enumerate(words):
        starts[position] = index
        ends[position + len(word)] = index + 1
        position += len(word) + 1
    items: list[_Item] = []
    taken = [False] * len(words)
    for form in FORMS:
        if not form.needs <= present or form.sign not in line:
            continue
        for match in compiled(form.pattern).finditer(line):
            first, last = starts.get(match.start(), -1), ends.get(match.end(), -1)
            if first < 0 or last < 0 or any(taken[first:last]) or not _plausible(form, match, tokens, first, last):
                continue
            item = _resolved(form, match, first, last, as_of)
            if item is not None:
                items.append(item)
                taken[first:last] = [True] * (last - first)
    return sorted(items, key=lambda item: item.first)


def _resolved(form: Form, match: re.Match[str], first: int, last: int, as_of: date | None) -> _Item | None:
    groups = {name: text for name, text in match.groupdict().items() if text}
    try:
        mention = form.resolve(groups, as_of)
    except ValueError:  # no such day
        return None
    return (
        _Item(mention, first, last, bool(groups.keys() & {"from", "tail"}), groups.get("part", "")) if mention else None
    )


def _plausible(form: Form, match: re.Match[str], tokens: Sequence[Token], first: int, last: int) -> bool:
    """Turn down a "may" that is a verb, a "2014" that counts something, a "mar" that mars."""
    if form is BARE_YEAR:
        following = word_at(tokens, last)
        counted = following in PERCENT or (following == "per" and word_at(tokens, last + 1) == "cent")
        before = word_at(tokens, first - 1)
        return not (
            counted
            or _is_measured(tokens, first, last)
            or (before in _COUNTING and not (before == "over" and _counts_nothing(word_at(tokens, last))))
            or (before == "than" and word_at(tokens, first - 2) in _COMPARING)
        )
    if form is BARE_MONTH and match["month"] in _NAMES_OF_MONTHS_ALSO_WORDS:
        return first > 0 and tokens[first].capital and not tokens[first].shout
    return True


def _counts_nothing(following: str) -> bool:
    """Say whether the word after "over 2014" shows that the year itself is meant, and no number of things."""
    return not following.isalpha() or following in _NO_NOUN


_NO_NOUN = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | {"the", "a", "an", "its", "his", "her", "their", "as"}


def _is_measured(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether what looks like a year counts something: "1700 km", "about 2000 soldiers"."""
    following = tokens[last] if last < len(tokens) else None
    if following is None or not following.text.isalpha() or following.capital:
        return False
    rough = word_at(tokens, first - 1) in _ROUGHLY and following.text not in _NO_NOUN
    return following.text in _MEASURES or rough


_MEASURES = frozenset(
    "km kilometres kilometers kilometre kilometer miles metres meters tonnes tons hectares mw".split()
)
_ROUGHLY = frozenset("about roughly some nearly almost approximately over under".split())


def _with_shared_years(words: list[str], items: list[_Item]) -> list[_Item]:
    """Give the year of "September, October and November 2014" to the months before the last."""
    shared = items[:]
    for index in range(len(items) - 1, 0, -1):
        before, after = shared[index - 1], shared[index]
        span = after.mention.span
        near = words[before.last : after.first] in (["and"], ["or"], [","], [",", "and"], ["to"], ["-"])
        if near and span is not None and after.mention.year and not before.mention.year:
            year = date.fromordinal(span.first).year
            mention = before.mention.in_year(year)
            if mention.span is not None and mention.span.first > span.last and year > date.min.year:
                mention = before.mention.in_year(year - 1)  # December to January 2015
            shared[index - 1] = before._replace(mention=mention)
    return shared


def _with_the_only_year(items: list[_Item]) -> list[_Item]:
    """Give the one year that a sentence names to its dates without a year: "the 2014 visit was in September"."""
    years = {_year_of(item.mention) for item in items if item.mention.year}
    if len(years) != 1 or (year := years.pop()) is None:
        return items
    return [item if item.mention.year else item._replace(mention=item.mention.in_year(year)) for item in items]


def _year_of(mention: DateMention) -> int | None:
    """Return the year that a date lies in, None where it is unknown or lies in several."""
    if mention.span is None or mention.span.start is None or mention.span.end is None:
        return None
    return mention.span.start.year if mention.span.start.year == mention.span.end.year else None


def _joined(words: list[str], items: list[_Item]) -> list[_Item]:
    """Join "from A to B", "between A and B", "A - B" and "2017 and 2018" into one span."""
    joined: list[_Item] = []
    for item in items:
        if not joined or not _joinable(words, joined[-1], item):
            joined.append(item)
            continue
        before = joined.pop()
        first, last = before.mention.span, item.mention.span
        assert first is not None
        assert last is not None
        mention = DateMention(DateSpan(first.first, last.last), "in", item.mention.year)
        joined.append(_Item(mention, before.first, item.last, closed=True))
    return joined


def _joinable(words: list[str], before: _Item, item: _Item) -> bool:
    first, last = before.mention.span, item.mention.span
    if item.first - before.last != 1 or first is None or last is None:
        return False
    if last.last <= first.first or before.mention.year != item.mention.year:
        return False
    joiner = words[before.last]
    opened = before.first > 0 and words[before.first - 1] == "between"
    return joiner in ("to", "-", "until", "till", "through") or (
        joiner == "and" and (opened or last.first == first.last + 1)
    )


def _with_weekday(words: list[str], item: _Item) -> _Item:
    """Take in the weekday before a day where it is the right one: "Friday, 26 December 2014"."""
    span = item.mention.span
    if span is None or not item.mention.year or span.first != span.last:
        return item
    first = item.first - 1
    while first > 0 and words[first] in (",", "the"):
        first -= 1
    right = first >= 0 and words[first] == WEEKDAYS[date.fromordinal(span.first).weekday()]
    return item._replace(first=first) if right else item


def _with_mode(words: list[str], item: _Item) -> Found:
    """Read the mode from the words before the date, or from "onwards" after it."""
    start = item.first
    if item.closed and start and words[start - 1] in ("from", "between"):
        return Found(item.mention, start - 1, item.last)
    if words[max(start - 2, 0) : start] == ["the", "year"]:
        start -= 2
    elif start and words[start - 1] == "the":
        start -= 1
    following = words[item.last] if item.last < len(words) else ""
    for size in range(_LONGEST_MODE, 0, -1):
        mode = _MODES.get(" ".join(words[start - size : start])) if start >= size else None
        if mode == "before" and words[item.last : item.last + 2] in _OVER:
            return Found(DateMention(item.mention.span, "by", item.mention.year), start - size, item.last + 2)
        if mode is not None:
            last = item.last + (mode == "since" and following in ("onward", "onwards"))
            return Found(DateMention(_edge(item, mode), mode, item.mention.year), start - size, last)
    if following in ("onward", "onwards"):
        return Found(DateMention(item.mention.span, "since", item.mention.year), item.first, item.last + 1)
    return Found(item.mention, item.first, item.last)


def _edge(item: _Item, mode: Mode) -> DateSpan | None:
    """Return the day that a mode bears on where the part names an end: "before the end of 2014" is 31 December."""
    span = item.mention.span
    if span is None:
        return None
    if item.part == "end of" and mode in ("before", "by", "until"):
        return day_span(span.last)
    if item.part in ("beginning of", "start of") and mode == "after":
        return day_span(span.first)
    return span
