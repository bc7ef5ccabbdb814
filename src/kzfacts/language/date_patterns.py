"""The forms in which dates are written, as patterns over a line of tokens, and what each of them means.

The tokens of a sentence are joined by single spaces, so that "26 Dec. 2014" is "26 dec . 2014". Patterns are
compiled when first needed. Seasons are those of the northern hemisphere; winter runs into the next year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from kzfacts.factbase.edtf import DateSpan
from kzfacts.language import relative_dates
from kzfacts.language.date_mentions import (
    MONTHS,
    OPEN_YEAR,
    SEASONS,
    WEEKDAYS,
    DateMention,
    months_span,
    span_of,
)
from kzfacts.language.number_words import ORDINAL_ENDINGS, ORDINALS, whole_number

_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_FIRST_FOUR = "|".join(list(ORDINALS)[:4])
_TH = f"(?:{'|'.join(ORDINAL_ENDINGS)})"

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?: \.(?= [\d']))?"
)
_SHORT_YEAR = r"'\d\d"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_TAIL_YEAR = rf"(?P<year>1[5-9]\d\d|20\d\d|{_SHORT_YEAR})"
_TO_YEAR = r"(?:-|/) (?P<tail>1[5-9]\d\d|20\d\d|\d\d)(?! -)"
_DAY_NUMBER = r"[12]\d|3[01]|0?[1-9]"
_DAY = (
    rf"(?:(?P<from>{_DAY_NUMBER})(?: {_TH})? (?:-|to|and) (?:the )?)?"
    rf"(?P<day>{_DAY_NUMBER})(?: {_TH})?"
)
_DAY_WORDS = {**ORDINALS, "thirtieth": 30}
_DAY_WORD = rf"(?P<dayword>(?:(?:twenty|thirty) (?:- )?)?(?:{'|'.join(_DAY_WORDS)}))"
_PART = (
    r"(?:(?P<part>early|mid|late|(?:beginning|start|outset|middle|(?:very |tail )?end|close|turn|first half|second half"
    r"|(?:first|last|opening|closing) days) of) (?:- )?(?:the )?)"
)
_WHICH = r"(?P<which>last|this|next|the previous|the following|the coming|the current|the past)"
_OF_YEAR = r"(?:of )?(?P<ofyear>last year|this year|next year|the year before last|the previous year|the year before)"
_TAIL = rf"(?: (?:, |of )?(?:the year )?{_TAIL_YEAR}| {_OF_YEAR})"
_SEASON = "(?P<season>" + "|".join(SEASONS) + ")"
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(relative_dates.COUNTS)) + ")"
_NTH = rf"(?P<nth>{_FIRST_FOUR}|last)"
_WEEKDAY = "(?P<weekday>" + "|".join(WEEKDAYS) + ")"
_UNITS = r"(?P<unit>(?:year|month|week|day|decade)s?)"

Groups = dict[str, str]
Resolver = Callable[[Groups, date | None], DateMention | None]


def _mention(span: DateSpan, year: bool = True) -> DateMention:
    return DateMention(span, "in", year)


def _relative(resolve: Callable[[Groups, date], DateSpan]) -> Resolver:
    """Make a resolver of one that needs the day of writing: without it, or off the calendar, no span is known."""

    def resolver(groups: Groups, as_of: date | None) -> DateMention:
        if as_of is None:
            return DateMention(None)
        try:
            span = part_of(resolve(groups, as_of), groups.get("part", ""))
        except (ValueError, OverflowError):
            return DateMention(None)
        return DateMention(span if span.start is not None and span.end is not None else None)

    return resolver


def _year_of(groups: Groups, as_of: date | None) -> tuple[int | None, bool]:
    """Return the year that the groups name, and whether they name one at all."""
    year = groups.get("year", "")
    if year.startswith("'"):
        return (2000 if year < "'50" else 1900) + int(year[1:]), True
    if year:
        return int(year), True
    if groups.get("ofyear"):
        return (relative_dates.year_of(groups["ofyear"], as_of) if as_of else None), True
    return OPEN_YEAR, False


def _calendar(groups: Groups, as_of: date | None) -> DateMention | None:
    """Read any mix of part, day, month and year, with "of last year" in the place of the year."""
    year, known = _year_of(groups, as_of)
    if year is None:
        return DateMention(None)
    month = _MONTH_NUMBERS[groups["month"][:3]] if groups.get("month") else 0
    span = span_of(year, month, int(groups.get("day") or 0))
    if groups.get("from"):
        span = DateSpan(span_of(year, month, int(groups["from"])).first, span.last)
    return _mention(part_of(span, groups.get("part", "")), known) if span.first <= span.last else None


_HOLIDAYS = {"new day": (1, 1), "new eve": (12, 31), "christmas day": (12, 25), "christmas eve": (12, 24)}


def _holiday(groups: Groups, as_of: date | None) -> DateMention | None:
    """Read the holidays of a fixed day: "New Year's Day 2024", "Christmas Eve"."""
    year, known = _year_of(groups, as_of)
    if year is None:
        return DateMention(None)
    words = groups["holiday"].split()
    month, day = _HOLIDAYS[f"{words[0]} {words[-1]}"]
    return _mention(span_of(year, month, day), known)


def _edge_days(groups: Groups, as_of: date | None) -> DateMention | None:
    """Read so many days at an end of a month: "the last two days of October 2017"."""
    month = _calendar({name: text for name, text in groups.items() if name != "count"}, as_of)
    if month is None or month.span is None:
        return month
    days = whole_number(groups["count"])
    span = month.span
    if groups["edge"] in ("first", "opening"):
        return _mention(DateSpan(span.first, span.first + days - 1), month.year)
    return _mention(DateSpan(span.last - days + 1, span.last), month.year)


def _nth_weekday(groups: Groups, as_of: date | None) -> DateMention | None:
    """Read "the last Monday of June 2015", which is known of a year only."""
    month = _calendar(groups, as_of)
    if month is None or month.span is None or not month.year:
        return month
    weekday = WEEKDAYS.index(groups["weekday"])
    days = [day for day in range(month.span.first, month.span.last + 1) if date.fromordinal(day).weekday() == weekday]
    day = days[-1 if groups["nth"] == "last" else ORDINALS[groups["nth"]] - 1]
    return _mention(DateSpan(day, day))


TURN = 31
"""How many days on either side the "turn of" a year takes in."""


def part_of(span: DateSpan, part: str) -> DateSpan:
    """Narrow ``span`` to its early, middle or late part (thirds; halves where the words say so)."""
    if not part:
        return span
    if part.endswith("half of"):
        middle = _first_half_end(span)
        return DateSpan(span.first, middle) if part.startswith("first") else DateSpan(middle + 1, span.last)
    third = max(1, (span.last - span.first + 1) // 3)
    if part == "early" or part.startswith(("beginning", "start", "outset", "first", "opening")):
        return DateSpan(span.first, span.first + third)
    if part == "late" or part.startswith(("end", "very end", "tail end", "close", "last", "closing")):
        return DateSpan(span.last - third, span.last)
    if part == "turn of":
        return DateSpan(span.first - TURN, span.first + TURN)
    return DateSpan(span.first + third, span.last - third)


def _first_half_end(span: DateSpan) -> int:
    """Return the last day of the first half: 30 June of a year, by years of a decade, else by days."""
    first, last = date.fromordinal(span.first), date.fromordinal(span.last)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months % 12 == 0 and span == months_span(first.year, first.month, months):
        return months_span(first.year, first.month, months // 2).last
    return span.first + (span.last - span.first + 1) // 2 - 1


def _day_in_words(groups: Groups, as_of: date | None) -> DateMention | None:
    """Read "the second of November 2015", "the twenty-first of May"."""
    tens, _, last = groups["dayword"].replace("- ", "").rpartition(" ")
    day = _DAY_WORDS[last] + {"": 0, "twenty": 20, "thirty": 30}[tens]
    return _calendar(groups | {"day": str(int(day))}, as_of)


def _numeric(groups: Groups, as_of: date | None) -> DateMention | None:
    month, day = int(groups["m"]), int(groups["d"])
    if month > 12 and "/" in groups["sign"]:
        month, day = day, month  # 12/26/2014
    return _mention(span_of(int(groups["year"]), month, day))


def _month_of_year(groups: Groups, as_of: date | None) -> DateMention | None:
    """Read "09/2016"."""
    return _mention(span_of(int(groups["year"]), int(groups["m"])))


def _short_numeric(groups: Groups, as_of: date | None) -> DateMention | None:
    """Read "30/09/96": day, month and a year of two digits, of which 50 and more are of the last century."""
    century = "20" if groups["yy"] < "50" else "19"
    return _numeric(groups | {"year": century + groups["yy"]}, as_of)


def _season(groups: Groups, as_of: date | None) -> DateMention | None:
    year, known = _year_of(groups, as_of)
    if year is None:
        return DateMention(None)
    span = months_span(year, SEASONS[groups["season"]], 3)
    return _mention(part_of(span, groups.get("part", "")), known)


LAST_QUARTER = 4
"""The "final" or "last" quarter of a year."""


def _quarter(groups: Groups, as_of: date | None) -> DateMention | None:
    year, known = _year_of(groups, as_of)
    if year is None:
        return DateMention(None)
    word = groups["quarter"].split()[0]
    number = int(word) if word.isdigit() else ORDINALS.get(word, LAST_QUARTER)
    return _mention(months_span(year, 3 * number - 2, 3), known) if 1 <= number <= LAST_QUARTER else None


def _years(groups: Groups, as_of: date | None) -> DateMention | None:
    """Read "2017-18", "1999-00", and "2014-05", which cannot be years, as May 2014."""
    first, tail = int(groups["year"]), groups["tail"]
    last = int(tail) if len(tail) == 4 else first - first % 100 + int(tail)
    if last <= first and len(tail) == 2:
        if 1 <= int(tail) <= 12:
            return _mention(span_of(first, int(tail)))
        last += 100
    if not first < last < first + 100:
        return None
    return _mention(DateSpan(span_of(first).first, span_of(last).last))


def _decade(groups: Groups, as_of: date | None) -> DateMention | None:
    first = int(groups["year"])
    return _mention(part_of(DateSpan(span_of(first).first, span_of(first + 9).last), groups.get("part", "")))


def _which_month(groups: Groups, as_of: date) -> DateSpan:
    return relative_dates.named_months(groups, as_of, _MONTH_NUMBERS[groups["month"][:3]], 1)


def _which_season(groups: Groups, as_of: date) -> DateSpan:
    return relative_dates.named_months(groups, as_of, SEASONS[groups["season"]], 3)


class Form(NamedTuple):
    """A form of dates: the kinds of words it needs, its pattern, what reads its groups, and letters it cannot lack."""

    needs: frozenset[str]
    pattern: str
    resolve: Resolver
    sign: str = ""


def _form(needs: str, pattern: str, resolve: Resolver, sign: str = "") -> Form:
    return Form(frozenset(needs.split()), pattern, resolve, sign)


BARE_YEAR = _form("year", _YEAR, _calendar)
BARE_MONTH = _form("month", _MONTH, _calendar)
FORMS = (
    _form("year", r"(?P<year>\d{4})(?P<sign> - )(?P<m>\d\d) - (?P<d>\d\d)", _numeric, " - "),
    _form("year", r"(?P<d>\d\d?)(?P<sign>\.)(?P<m>\d\d?)\.(?P<year>\d{4})", _numeric),
    _form("year", r"(?P<d>\d\d?)(?P<sign> / )(?P<m>\d\d?) / (?P<year>\d{4})", _numeric, " / "),
    _form("slash", r"(?<!/ )(?P<d>\d\d?)(?P<sign> / )(?P<m>\d\d?) / (?P<yy>\d\d)(?! /)", _short_numeric),
    _form("year", r"(?<!/ )(?P<m>0?[1-9]|1[0-2])(?P<sign> / )(?P<year>(?:19|20)\d\d)(?! /)", _month_of_year, " / "),
    _form("season year", rf"(?P<season>winter) (?:of )?{_YEAR} {_TO_YEAR}", _season),
    _form("year", rf"{_YEAR} {_TO_YEAR}", _years),
    _form("unit", rf"(?P<holiday>new year (?:'s |s )?(?:day|eve)){_TAIL}?", _holiday),
    _form("holiday", rf"(?P<holiday>christmas (?:day|eve)){_TAIL}?", _holiday),
    _form("month", rf"(?:the )?(?P<edge>first|opening|last|closing) {_COUNT} days of {_MONTH}{_TAIL}?", _edge_days),
    _form("month", rf"(?:the )?{_NTH} {_WEEKDAY} (?:of|in) {_MONTH}{_TAIL}?", _nth_weekday),
    _form("month", rf"{_DAY} (?:of )?{_MONTH}{_TAIL}?", _calendar),
    _form("month", rf"(?:the )?{_DAY_WORD} of {_MONTH}{_TAIL}?", _day_in_words),
    _form("month", rf"{_MONTH} (?:the )?{_DAY}(?! [a-z]*%){_TAIL}?", _calendar),
    _form("month which", rf"(?:the )?{_PART}?{_WHICH} {_MONTH}(?! \d)", _relative(_which_month)),
    _form("month", rf"(?:the )?{_PART}?{_MONTH}{_TAIL}", _calendar),
    _form("season which", rf"(?:the )?{_PART}?{_WHICH} {_SEASON}", _relative(_which_season)),
    _form("season", rf"(?:the )?{_PART}?{_SEASON}{_TAIL}", _season),
    _form(
        "quarter",
        rf"(?:the )?(?P<quarter>{_FIRST_FOUR}|final|last|[1-4] {_TH}) quarter{_TAIL}",
        _quarter,
    ),
    _form("q", rf"q ?(?P<quarter>[1-4]){_TAIL}?", _quarter),
    _form("year", rf"(?:the )?{_PART}?{_YEAR} s", _decade, " s"),
    _form("year", rf"(?:the )?{_PART}(?:year )?{_YEAR}", _calendar),
    _form("month", rf"(?:the )?{_PART}{_MONTH}", _calendar),
    _form("before which", r"(?:the )?(?P<unit>year|month|week) before last", _relative(relative_dates.before_last)),
    _form(
        "ago",
        rf"(?:half a |{_COUNT} )(?P<half>and a half )?{_UNITS}(?P<more> and a half)? ago"
        r"(?P<today> today| to the day)?(?P<this> this month)?",
        _relative(relative_dates.ago),
    ),
    _form(
        "which unit",
        rf"(?:the )?(?P<which>last|past|next|coming|previous|following) {_COUNT} {_UNITS}(?! of)",
        _relative(relative_dates.rolling),
    ),
    _form(
        "which unit",
        rf"(?:the )?(?:(?P<side>earlier|later) |{_PART})?{_WHICH} (?P<unit>decade|year|quarter|month|week)",
        _relative(relative_dates.unit),
    ),
    _form(
        "day",
        r"(?:the )?(?P<word>day before yesterday|day after tomorrow|today|yesterday|tomorrow)",
        _relative(relative_dates.day_word),
    ),
    _form("season", r"(?<=in |ng )(?:the )?(?P<season>spring|summer|autumn|fall)(?! of)", _season),
    _form("quarter", rf"(?<=in |ng |by )the (?P<quarter>{_FIRST_FOUR}|[1-4] {_TH}) quarter", _quarter),
    BARE_YEAR,
    BARE_MONTH,
)
"""All forms, in the order in which they are tried: the more a form says, the earlier."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern compiled, to match whole tokens."""
    return re.compile(rf"\b{pattern}(?!\S)")


_KINDS = {
    **dict.fromkeys((*MONTHS, *_MONTH_NUMBERS, "sept"), "month"),
    **dict.fromkeys(SEASONS, "season"),
    **dict.fromkeys("last this next previous following coming current past".split(), "which"),
    **dict.fromkeys("year month week day decade quarter years months weeks days decades".split(), "unit"),
    **dict.fromkeys(("today", "yesterday", "tomorrow"), "day"),
    **dict.fromkeys(("q", "q1", "q2", "q3", "q4"), "q"),
    "ago": "ago",
    "/": "slash",
    "christmas": "holiday",
    "before": "before",
}


def kinds(words: Sequence[str]) -> set[str]:
    """Return what kinds of date words there are, as `Form.needs` names them."""
    found = {_KINDS[word] for word in words if word in _KINDS}
    if "quarter" in words:
        found.add("quarter")
    if any(len(word) > 3 and word[0].isdigit() for word in words):  # 2014, 26.12.2014
        found.add("year")
    return found
