"""Dates as people write them, read as spans of days.

"26 Dec 2014", "late December", "autumn 2014", "Q4", "the final quarter of 2014", "2017-18", "from 2012 to
2014", "since 2010", "last September", "two years ago": each becomes a `DateSpan` and a mode that tells how the
statement relates to it. A date without its year stays open (`DateMention.year` is False) until it meets a
date of the record. Words that depend on the day of writing are resolved against ``as_of``; without it they
stay unresolved. Seasons are those of the northern hemisphere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from kzfacts.factbase.edtf import DateSpan
from kzfacts.language.text import Token

Mode = Literal["in", "before", "after", "since", "until", "by"]

MONTHS = "january february march april may june july august september october november december".split()
_SHORT = {name[:3]: number for number, name in enumerate(MONTHS, start=1)} | {"sept": 9}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_NTH = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
    "1 st": 1,
    "2 nd": 2,
    "3 rd": 3,
    "4 th": 4,
}
_COUNT = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten".split())} | {
    "a": 1,
    "an": 1,
}
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
    "until": "until",
    "till": "until",
    "up to": "until",
    "by": "by",
    "no later than": "by",
    "by the end of": "by",
}


class DateMention(msgspec.Struct, frozen=True):
    """A date in a text: the ``span`` it names and the ``mode`` in which the text relates to it.

    ``year`` is False for "16 December": ``span`` then lies in year 4 (a leap year), to be moved to another.
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
                return DateSpan(0, self.span.first - 1)
            case "by" | "until":
                return DateSpan(0, self.span.last)
            case "after":
                return DateSpan(self.span.last + 1, _FOREVER)
            case "since":
                return DateSpan(self.span.first, _FOREVER)
        return self.span

    def in_year(self, year: int) -> DateMention:
        """Return the mention moved to ``year`` where its own year is open."""
        if self.year or self.span is None:
            return self
        first, last = date.fromordinal(self.span.first), date.fromordinal(self.span.last)
        shift = year - first.year
        moved = DateSpan(
            _safe(first.year + shift, first.month, first.day), _safe(last.year + shift, last.month, last.day)
        )
        return DateMention(moved, self.mode, True)


_FOREVER = date.max.toordinal() + 1
_OPEN_YEAR = 4


class Found(NamedTuple):
    """A date mention and the tokens (first, last, end exclusive) that express it."""

    mention: DateMention
    first: int
    last: int


def span_of(year: int, month: int = 0, day: int = 0) -> DateSpan:
    """Return the span of a year, a month or a day; ValueError when there is no such day."""
    if day:
        ordinal = date(year, month, day).toordinal()
        return DateSpan(ordinal, ordinal)
    if month:
        return _months(year, month, 1)
    return DateSpan(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())


def _safe(year: int, month: int, day: int) -> int:
    return date(year, month, 28 if (month, day) == (2, 29) and year % 4 else day).toordinal()


def _months(year: int, month: int, count: int) -> DateSpan:
    """Return the span of ``count`` months from ``month`` on."""
    after = month - 1 + count
    last = date(year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return DateSpan(date(year, month, 1).toordinal(), last.toordinal())


_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?: \.(?= \d))?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_DAY = r"(?:(?P<from>[12]\d|3[01]|0?[1-9]) (?:-|to|and) )?(?P<day>[12]\d|3[01]|0?[1-9])(?: (?:st|nd|rd|th))?"
_PART = r"(?P<part>early|mid|late|beginning of|start of|middle of|end of|turn of|first half of|second half of|first days of|last days of|closing days of|opening days of)"
_WHICH = r"(?P<which>last|this|next|the previous|the following|the coming|the current|the past)"
_OFYEAR = r"(?:of )?(?P<ofyear>last year|this year|next year|the year before last|the previous year|the year before)"
_TAIL = rf"(?: (?:,|of)?(?: (?:the year )?)? ?{_YEAR})"

Resolver = Callable[[dict[str, str], date | None], DateMention | None]


def _month_number(name: str) -> int:
    return _SHORT[name.split()[0][:3]]


def _mention(span: DateSpan, year: bool = True) -> DateMention:
    return DateMention(span, "in", year)


def _calendar(groups: dict[str, str], as_of: date | None) -> DateMention | None:
    """Read any mix of part, day, month and year, with "of last year" in the place of the year."""
    year, known = _year_of(groups, as_of)
    if year is None:
        return DateMention(None)
    month = _month_number(groups["month"]) if groups.get("month") else 0
    try:
        span = span_of(year, month, int(groups.get("day") or 0))
        if groups.get("from"):
            span = DateSpan(span_of(year, month, int(groups["from"])).first, span.last)
    except ValueError:
        return None
    return _mention(_part(span, groups.get("part", "")), known)


def _year_of(groups: dict[str, str], as_of: date | None) -> tuple[int | None, bool]:
    """Return the year that the groups name, and whether they name one at all."""
    if groups.get("year"):
        return int(groups["year"]), True
    if groups.get("ofyear"):
        if as_of is None:
            return None, False
        shift = {"last year": -1, "this year": 0, "next year": 1, "the year before last": -2}
        return as_of.year + shift.get(groups["ofyear"], -1), True
    return _OPEN_YEAR, False


def _part(span: DateSpan, part: str) -> DateSpan:
    """Narrow ``span`` to its early, middle or late part (thirds; halves where the words say so)."""
    if not part:
        return span
    size = span.last - span.first + 1
    third = max(1, size // 3)
    if part.startswith(("first half", "second half")):
        half = size // 2
        return DateSpan(span.first, span.first + half) if part[0] == "f" else DateSpan(span.first + half, span.last)
    if part in ("early", "beginning of", "start of", "first days of", "opening days of"):
        return DateSpan(span.first, span.first + third)
    if part in ("late", "end of", "last days of", "closing days of"):
        return DateSpan(span.last - third, span.last)
    if part == "turn of":
        return DateSpan(span.first - 31, span.first + 31)
    return DateSpan(span.first + third, span.last - third)


def _numeric(groups: dict[str, str], as_of: date | None) -> DateMention | None:
    try:
        return _mention(span_of(int(groups["year"]), int(groups["m"]), int(groups["d"])))
    except ValueError:
        return None


def _season(groups: dict[str, str], as_of: date | None) -> DateMention | None:
    year, known = _year_of(groups, as_of)
    if groups.get("which"):
        return _relative_month(groups, as_of, _SEASONS[groups["season"]], 3)
    if year is None:
        return DateMention(None)
    return _mention(_months(year, _SEASONS[groups["season"]], 3), known)


def _quarter(groups: dict[str, str], as_of: date | None) -> DateMention | None:
    year, known = _year_of(groups, as_of)
    if year is None:
        return DateMention(None)
    number = int(groups["q"]) if groups.get("q") else _NTH[groups["nth"]]
    return _mention(_months(year, 3 * number - 2, 3), known) if 1 <= number <= 4 else None


def _years(groups: dict[str, str], as_of: date | None) -> DateMention | None:
    first, tail = int(groups["year"]), groups["tail"]
    last = int(tail) if len(tail) == 4 else first - first % 100 + int(tail)
    return _mention(DateSpan(span_of(first).first, span_of(last).last)) if last > first else None


def _decade(groups: dict[str, str], as_of: date | None) -> DateMention | None:
    first = int(groups["year"])
    return _mention(_part(DateSpan(span_of(first).first, span_of(first + 9).last), groups.get("part", "")))


def _relative_month(groups: dict[str, str], as_of: date | None, month: int, count: int) -> DateMention:
    """Read "last September", "next spring": the nearest such period on that side of ``as_of``."""
    if as_of is None:
        return DateMention(None)
    which = groups["which"].split()[-1]
    year = as_of.year
    if which in ("last", "previous", "past") and _months(year, month, count).last >= as_of.toordinal():
        year -= 1
    if which in ("next", "following", "coming") and _months(year, month, count).first <= as_of.toordinal():
        year += 1
    return _mention(_months(year, month, count))


def _last_month(groups: dict[str, str], as_of: date | None) -> DateMention:
    return _relative_month(groups, as_of, _month_number(groups["month"]), 1)


def _relative_unit(groups: dict[str, str], as_of: date | None) -> DateMention:
    """Read "last year", "this month", "the past week", "today"."""
    if as_of is None:
        return DateMention(None)
    which = (groups.get("which") or "").split()[-1:]
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "following": 1, "coming": 1}.get("".join(which), 0)
    span = _shifted(as_of, groups["unit"], step)
    if groups.get("earlier") and step == 0:
        span = DateSpan(span.first, as_of.toordinal())
    return _mention(span)


def _shifted(as_of: date, unit: str, step: int) -> DateSpan:
    """Return the year, quarter, month, week or day ``step`` of them away from ``as_of``."""
    if unit == "year":
        return span_of(as_of.year + step)
    if unit in ("month", "quarter"):
        size = 3 if unit == "quarter" else 1
        index = (as_of.year * 12 + as_of.month - 1) // size + step
        return _months(index * size // 12, index * size % 12 + 1, size)
    if unit == "week":
        monday = as_of - timedelta(days=as_of.weekday()) + timedelta(weeks=step)
        return DateSpan(monday.toordinal(), monday.toordinal() + 6)
    day = as_of.toordinal() + step
    return DateSpan(day, day)


def _day_word(groups: dict[str, str], as_of: date | None) -> DateMention:
    if as_of is None:
        return DateMention(None)
    step = {"yesterday": -1, "tomorrow": 1}.get(groups["word"].split()[0], 0)
    return _mention(_shifted(as_of, "day", step))


def _ago(groups: dict[str, str], as_of: date | None) -> DateMention:
    """Read "two years ago", "three weeks ago", "two years ago today"."""
    if as_of is None:
        return DateMention(None)
    count = _COUNT.get(groups["count"]) or int(groups["count"] if groups["count"].isdigit() else 1)
    unit = groups["unit"].rstrip("s")
    if groups.get("today") and unit == "year":
        return _mention(span_of(as_of.year - count, as_of.month, as_of.day))
    span = _shifted(as_of, unit, -count)
    if unit == "week":  # a week is a loose measure: allow for the days around it
        middle = as_of.toordinal() - 7 * count
        span = DateSpan(middle - 3, middle + 3)
    return _mention(span)


def _before_last(groups: dict[str, str], as_of: date | None) -> DateMention:
    return DateMention(None) if as_of is None else _mention(_shifted(as_of, groups["unit"], -2))


# Patterns in the order in which they are tried, each with what it needs to occur: they are compiled when first needed.
_MONTH_HINT = re.compile("|".join(sorted(_SHORT)))
_SEASON_HINT = re.compile("spring|summer|autumn|fall|winter")
_PART_HINT = re.compile(r"\b(?:early|mid|late|of)\b")
_WHICH_HINT = re.compile(r"\b(?:last|this|next|previous|following|coming|current|past)\b")
_YEAR_HINT = re.compile(r"\d{4}")
# Patterns in the order in which they are tried, each with what must occur for it: they are compiled when first needed.
_PATTERNS: tuple[tuple[re.Pattern[str], str, Resolver], ...] = (
    (_YEAR_HINT, r"(?P<year>\d{4}) - (?P<m>\d\d) - (?P<d>\d\d)", _numeric),
    (_YEAR_HINT, r"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<year>\d{4})", _numeric),
    (_YEAR_HINT, r"(?P<d>\d\d?) / (?P<m>\d\d?) / (?P<year>\d{4})", _numeric),
    (_YEAR_HINT, rf"{_YEAR} (?:-|/) (?P<tail>20\d\d|19\d\d|\d\d)(?! -)", _years),
    (_MONTH_HINT, rf"(?:{_PART} (?:- )?)?{_DAY} (?:of )?{_MONTH}(?:{_TAIL}| {_OFYEAR})?", _calendar),
    (_MONTH_HINT, rf"{_MONTH} (?:the )?{_DAY}(?! [a-z]*%)(?:{_TAIL}| {_OFYEAR})?", _calendar),
    (_WHICH_HINT, rf"{_WHICH} {_MONTH}(?! \d)", _last_month),
    (_MONTH_HINT, rf"(?:the )?(?:{_PART} (?:- )?)?{_MONTH}(?:{_TAIL}| {_OFYEAR})", _calendar),
    (_SEASON_HINT, rf"(?:the )?{_WHICH} (?P<season>spring|summer|autumn|fall|winter)", _season),
    (_SEASON_HINT, rf"(?P<season>spring|summer|autumn|fall|winter)(?:{_TAIL}| {_OFYEAR})", _season),
    (
        re.compile("quarter"),
        rf"(?:the )?(?P<nth>first|second|third|fourth|final|last|\d (?:st|nd|rd|th)) quarter(?:{_TAIL}| {_OFYEAR})",
        _quarter,
    ),
    (re.compile("q [1-4]"), rf"q (?P<q>[1-4])(?:{_TAIL}| {_OFYEAR})?", _quarter),
    (re.compile("q[1-4]"), rf"q(?P<q>[1-4])(?:{_TAIL}| {_OFYEAR})?", _quarter),
    (_YEAR_HINT, rf"(?:the )?(?:{_PART} (?:- )?)?(?:the )?{_YEAR} s", _decade),
    (_PART_HINT, rf"(?:the )?{_PART} (?:- )?(?:the )?(?:year )?{_YEAR}", _calendar),
    (_PART_HINT, rf"(?:the )?{_PART} (?:- )?{_MONTH}", _calendar),
    (re.compile("before last"), r"(?:the )?(?P<unit>year|month|week) before last", _before_last),
    (
        re.compile(" ago"),
        r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?P<unit>years?|months?|weeks?|days?) ago(?P<today> today| to the day)?",
        _ago,
    ),
    (_WHICH_HINT, rf"(?P<earlier>earlier |later )?{_WHICH} (?P<unit>year|quarter|month|week)", _relative_unit),
    (re.compile("today|yesterday|tomorrow"), r"(?P<word>today|yesterday|tomorrow)", _day_word),
    (_YEAR_HINT, _YEAR, _calendar),
    (_MONTH_HINT, rf"(?<=in |by ){_MONTH}", _calendar),
    (_MONTH_HINT, rf"{_MONTH}", _calendar),
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b{pattern}(?!\S)")


_HINT = re.compile(
    r"\d{4}|ago|last|this|next|previous|following|current|past|coming|today|yesterday|tomorrow|q ?[1-4]|"
    + "|".join(sorted(_SHORT))
)
_AMBIGUOUS_MONTHS = ("may", "march", "mar")
_COUNTING = re.compile(r"(?:more than|less than|fewer than|over|under|nearly|almost|[$€£]) $")


def find_dates(tokens: Sequence[Token], as_of: date | None = None) -> list[Found]:
    """Return the dates among ``tokens``, left to right; ranges are joined, modes read from the words before."""
    line = " ".join(token.text for token in tokens)
    if not _HINT.search(line):
        return []
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    position = 0
    for index, token in enumerate(tokens):
        starts[position] = index
        position += len(token.text)
        ends[position] = index + 1
        position += 1
    taken: list[tuple[int, int, DateMention]] = []
    for hint, pattern, resolver in _PATTERNS:
        if not hint.search(line):
            continue
        for match in _compiled(pattern).finditer(line):
            begin, end = match.span()
            if any(begin < last and first < end for first, last, _ in taken) or not _plausible(
                match, line, tokens, starts
            ):
                continue
            mention = resolver({k: v for k, v in match.groupdict().items() if v}, as_of)
            if mention is not None and begin in starts and end in ends:
                taken.append((begin, end, mention))
    found = [Found(mention, starts[first], ends[last]) for first, last, mention in sorted(taken, key=lambda t: t[0])]
    return [_with_mode(tokens, item) for item in _join_ranges(tokens, found)]


def _plausible(match: re.Match[str], line: str, tokens: Sequence[Token], starts: dict[int, int]) -> bool:
    """Turn down a "may" that is a verb, a "2014" that counts something, a "mar" that mars."""
    groups = match.groupdict()
    if groups.get("month", "") in _AMBIGUOUS_MONTHS and not (groups.get("day") or groups.get("year")):
        index = starts.get(match.start("month"))
        if index is None or not tokens[index].capital or index == 0 or tokens[index].shout:
            return False
    if match.re.pattern == rf"\b{_YEAR}(?!\S)":
        after = line[match.end() : match.end() + 3]
        return not _COUNTING.search(line[: match.start()]) and not after.startswith(" %")
    return True


def _join_ranges(tokens: Sequence[Token], found: list[Found]) -> list[Found]:
    """Join "from A to B", "between A and B", "A - B" and "2017 and 2018" into one span."""
    joined: list[Found] = []
    for item in found:
        if joined and _joinable(tokens, joined[-1], item):
            before = joined.pop()
            first = before.mention.span
            last = item.mention.span
            assert first is not None and last is not None
            if not before.mention.year and item.mention.year:
                first = before.mention.in_year(date.fromordinal(last.last).year).span or first
            start = before.first - (_word(tokens, before.first - 1) in ("from", "between"))
            joined.append(
                Found(DateMention(DateSpan(first.first, last.last), "in", item.mention.year), start, item.last)
            )
        else:
            joined.append(item)
    return joined


def _word(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text if 0 <= index < len(tokens) else ""


def _joinable(tokens: Sequence[Token], before: Found, item: Found) -> bool:
    if item.first - before.last != 1 or before.mention.span is None or item.mention.span is None:
        return False
    joiner, opener = tokens[before.last].text, _word(tokens, before.first - 1)
    if item.mention.span.last <= before.mention.span.first and item.mention.year == before.mention.year:
        return False
    adjacent = item.mention.span.first == before.mention.span.last + 1
    return joiner in ("to", "-", "until", "till", "through") or (joiner == "and" and (opener == "between" or adjacent))


def _with_mode(tokens: Sequence[Token], item: Found) -> Found:
    """Read the mode from the one to four words before the date."""
    for size in (4, 3, 2, 1):
        first = item.first - size
        words = " ".join(token.text for token in tokens[max(first, 0) : item.first])
        if first >= 0 and words in _MODES:
            mention = DateMention(item.mention.span, _MODES[words], item.mention.year)
            return Found(mention, first, item.last)
    lead = tokens[item.first].text
    if lead == "the" and _word(tokens, item.first - 1) in _MODES:
        mode = _MODES[tokens[item.first - 1].text]
        return Found(DateMention(item.mention.span, mode, item.mention.year), item.first - 1, item.last)
    return item
