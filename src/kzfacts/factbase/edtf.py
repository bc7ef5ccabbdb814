"""Dates of the fact base: a subset of EDTF (ISO 8601-2:2019), read into spans of whole days.

Read are a year, month or day (``2014``, ``2014-12``, ``2014-12-26``); a season, quarter or half year
(``2014-21`` to ``-24``, ``-33`` to ``-36``, ``-40`` and ``-41``); unspecified digits (``201X``,
``2014-XX``, ``2014-12-2X``); the qualifiers ``?`` uncertain, ``~`` approximate and ``%`` both; and intervals
(``2017/2018``), one end of which may be open (``2014/..``) or unknown (``/2014``). Seasons are those of the
northern hemisphere; winter runs from December of its year to February of the next.

See https://www.loc.gov/standards/datetime/. A qualifier does not widen the span, because EDTF gives it no
measure; `is_qualified` tells that there is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

import msgspec

BEGINNING = date.min.toordinal() - 1
"""The ``first`` of a span without a known beginning: before every date."""
END = date.max.toordinal() + 1
"""The ``last`` of a span without a known end: after every date."""

# Not those of `calendar`, which change with the locale.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Code in the place of the month -> what people call it, its first month, its length in months.
_PERIODS = {
    21: ("spring {}", 3, 3),
    22: ("summer {}", 6, 3),
    23: ("autumn {}", 9, 3),
    24: ("winter {}", 12, 3),
    33: ("first quarter of {}", 1, 3),
    34: ("second quarter of {}", 4, 3),
    35: ("third quarter of {}", 7, 3),
    36: ("fourth quarter of {}", 10, 3),
    40: ("first half of {}", 1, 6),
    41: ("second half of {}", 7, 6),
}
_QUALIFIERS = {"~": "about ", "?": "possibly ", "%": "possibly about "}
_DATE = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?[~?%]?")
# Usual slips: what a wrong date looks like, and what to write.
_HINTS = (
    (r"\d{4}-\d{2}-\d{2}T.*", "leave out the time of day"),
    (r"\d{4}-\d(-\d{1,2})?|\d{4}-\d{2}-\d", "write month and day with two digits, as 2014-05-07"),
    (r"(?i)present|now|today|current|still|\.\.", "leave an end that has not come out, or write 2014/.."),
    (r"[\[{].*", "sets of dates are not supported"),
    (r"\d{4}\s*[-\u2013\u2014]\s*\d{4}", "join the ends of an interval by '/', as 2017/2018"),
    (r"\d{1,2}[./ ].*|[A-Za-z]+\.? \d.*", "write the year first, as 2014-12-26 or 2014-12"),
    (r"\d{1,3}|\d{5,}|-\d+", "write the year with four digits, as 2014"),
)


class DateSpan(msgspec.Struct, frozen=True, order=True):
    """Days from ``first`` to ``last``, both included, as proleptic Gregorian ordinals (`date.toordinal`).

    ``first`` is `BEGINNING` and ``last`` is `END` where the span is open or its end unknown.
    """

    first: int
    last: int

    def contains(self, other: DateSpan) -> bool:
        """Tell whether every day of ``other`` is a day of this span."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: DateSpan) -> bool:
        """Tell whether the two spans share a day."""
        return self.first <= other.last and other.first <= self.last

    @property
    def start(self) -> date | None:
        """The first day; None when the span is open at that side."""
        return None if self.first <= BEGINNING else date.fromordinal(self.first)

    @property
    def end(self) -> date | None:
        """The last day; None when the span is open at that side."""
        return None if self.last >= END else date.fromordinal(self.last)


class Term(msgspec.Struct, frozen=True):
    """How long something lasted, from an EDTF interval: the spans in which it began and ended.

    ``start`` and ``end`` are None where they are not known; ``ongoing`` terms have no end yet.
    """

    start: DateSpan | None
    end: DateSpan | None
    ongoing: bool

    @property
    def held(self) -> DateSpan:
        """The days on which it surely held, as far as the dates tell: from any day of the start to any of the end."""
        first = self.start.first if self.start else self.end.first if self.end else BEGINNING
        known_last = self.end.last if self.end else self.start.last if self.start else END
        return DateSpan(first, END if self.ongoing else known_last)

    @property
    def possible(self) -> DateSpan:
        """The days on which it may have held."""
        return DateSpan(self.start.first if self.start else BEGINNING, self.end.last if self.end else END)


@lru_cache(maxsize=4096)
def parse_term(text: str) -> Term | None:
    """Read an EDTF interval into a term.

    None for a single date, or one with qualified ends (``2014~/2015~``): these tell when something was observed.

    Raises ValueError as `parse` does.
    """
    if "/" not in text or is_qualified(text):
        return None
    parse(text)
    start, end = text.split("/")
    return Term(
        _parse_date(start) if start not in ("", "..") else None,
        _parse_date(end) if end not in ("", "..") else None,
        end == "..",
    )


@lru_cache(maxsize=4096)
def parse(text: str) -> DateSpan:
    """Read an EDTF date or interval into the days that it may mean.

    Raises ValueError, with a message that says what to write instead, for anything else.
    """
    if "/" not in text:
        return _parse_date(text)
    sides = text.split("/")
    if len(sides) != 2:
        raise ValueError(f"{text!r} has two '/'; one joins the ends of an interval, hyphens the parts of a date")
    start, end = sides
    if start in ("", "..") and end in ("", ".."):
        raise ValueError(f"{text!r} has neither beginning nor end; an interval needs one of them")
    first = BEGINNING if start in ("", "..") else _parse_date(start).first
    last = END if end in ("", "..") else _parse_date(end).last
    if last < first:
        raise ValueError(f"{text!r} ends before it begins")
    return DateSpan(first, last)


def is_qualified(text: str) -> bool:
    """Tell whether an EDTF string calls itself uncertain or approximate (``?``, ``~``, ``%``)."""
    return any(side.endswith(tuple(_QUALIFIERS)) for side in text.split("/"))


def _parse_date(text: str) -> DateSpan:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(_explain(text))
    year, month, day = match.groups()
    years = _years(year, text)
    if month is None:
        return _span(date(years[0], 1, 1), date(years[-1], 12, 31))
    if month.isdigit() and int(month) in _PERIODS:
        if day is not None:
            raise ValueError(f"{text!r} has a day in a season, quarter or half year")
        return DateSpan(_period(years[0], int(month)).first, _period(years[-1], int(month)).last)
    months = _fitting(month, 12)
    if not months:
        codes = "months are 01 to 12, seasons 21 to 24, quarters 33 to 36, half years 40 and 41"
        raise ValueError(f"{text!r} has no month {month}; {codes}")
    if day is None:
        last_day = _month_length(years[-1], months[-1])
        return _span(date(years[0], months[0], 1), date(years[-1], months[-1], last_day))
    first = _nearest_day(years, months, day, 0)
    last = _nearest_day(years[::-1], months[::-1], day, -1)
    if first is None or last is None:
        raise ValueError(f"{text!r} is no day of the calendar")
    return _span(first, last)


def _span(first: date, last: date) -> DateSpan:
    return DateSpan(first.toordinal(), last.toordinal())


def _years(mask: str, text: str) -> range:
    """The years that a mask such as ``201X`` may mean."""
    if not re.fullmatch(r"[0-9]+X*", mask) or mask == "0000":
        raise ValueError(f"{text!r} has no usable year; years are 0001 to 9999, unknown digits come last (201X)")
    return range(max(1, int(mask.replace("X", "0"))), int(mask.replace("X", "9")) + 1)


def _fitting(mask: str, highest: int) -> list[int]:
    """The numbers from 1 to ``highest`` that a mask of two digits may mean, ``X`` being any digit."""
    return [n for n in range(1, highest + 1) if all(m in ("X", d) for m, d in zip(mask, f"{n:02}", strict=True))]


def _nearest_day(years: Iterable[int], months: Iterable[int], mask: str, which: int) -> date | None:
    """The day that fits the mask in the first month to have one: its first (``which`` 0) or last (-1)."""
    months = tuple(months)
    for year in years:
        for month in months:
            if days := _fitting(mask, _month_length(year, month)):
                return date(year, month, days[which])
    return None


def _period(year: int, code: int) -> DateSpan:
    _, month, length = _PERIODS[code]
    last_year, last_month = year + (month + length - 2) // 12, (month + length - 2) % 12 + 1
    if last_year > date.max.year:
        raise ValueError(f"winter {year} ends after the year {date.max.year}")
    return _span(date(year, month, 1), date(last_year, last_month, _month_length(last_year, last_month)))


def _month_length(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def _explain(text: str) -> str:
    if not text.strip():
        return "the date is empty; write one such as 2014-12-26, 2014-12 or 2014"
    hint = next((hint for pattern, hint in _HINTS if re.fullmatch(pattern, text.strip())), "")
    return f"{text!r} is not an EDTF date; " + (hint or "write one such as 2014-12-26, 2014-12, 2014 or 2017/2018")


def render(span: DateSpan) -> str:
    """Put a span in words, as coarsely as is exact: "26 December 2014", "October 2014", "2017-2018"."""
    start, end = span.start, span.end
    if start is None:
        return "at any time" if end is None else f"up to {_name_end(end)}"
    if end is None:
        return f"from {_name_start(start)} on"
    if start == end:
        return _name_day(start)
    whole_months = start.day == 1 and _ends_month(end)
    if whole_months and start.month == 1 and end.month == 12:
        return _join(str(start.year), str(end.year))
    if whole_months and start.year == end.year:
        return f"{_join(_MONTHS[start.month - 1], _MONTHS[end.month - 1])} {end.year}"
    if whole_months:
        return f"{_name_month(start)} - {_name_month(end)}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}-{_name_day(end)}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} - {_name_day(end)}"
    return f"{_name_day(start)} - {_name_day(end)}"


def describe(text: str) -> str:
    """Put an EDTF string in words with its precision and doubts: "spring 2014", "about 2010", "the 2010s".

    Raises ValueError as `parse` does.
    """
    span = parse(text)
    if "/" in text:
        start, end = text.split("/")
        if start in ("", ".."):
            return f"up to {describe(end)}"
        return f"from {describe(start)} on" if end in ("", "..") else render(span)
    doubt, plain = _QUALIFIERS.get(text[-1], ""), text.rstrip("~?%")
    if re.fullmatch(r"\d{3}X", plain):
        return f"{doubt}the {plain[:3]}0s"
    code = plain[5:]
    if code.isdigit() and int(code) in _PERIODS:
        return doubt + _PERIODS[int(code)][0].format(plain[:4])
    return doubt + render(span)


def _ends_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1


def _join(one: str, other: str) -> str:
    return one if one == other else f"{one}-{other}"


def _name_day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _name_month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _name_start(day: date) -> str:
    if day.day != 1:
        return _name_day(day)
    return str(day.year) if day.month == 1 else _name_month(day)


def _name_end(day: date) -> str:
    if not _ends_month(day):
        return _name_day(day)
    return str(day.year) if day.month == 12 else _name_month(day)
