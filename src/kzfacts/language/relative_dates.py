"""Dates that depend on the day of writing: "last year", "two years ago", "the past three months", "next spring".

Every resolver takes the named groups of its pattern (`kzfacts.language.date_patterns`) and that day.
"""

from __future__ import annotations

from datetime import date, timedelta

from kzfacts.factbase.edtf import DateSpan
from kzfacts.language.date_mentions import day_of, day_span, months_span, span_of
from kzfacts.language.number_words import SMALL, TENS, whole_number

COUNTS = {word: whole_number(word) for word in (*SMALL, *TENS, "a", "an") if word != "zero"}
"""Words for how many days, years and the like there are."""
_STEPS = {"last": -1, "previous": -1, "past": -1, "next": 1, "following": 1, "coming": 1}
_DAY_WORDS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
_YEARS_OF = {"last year": -1, "this year": 0, "next year": 1, "the year before last": -2}


def year_of(words: str, as_of: date) -> int | None:
    """Return the year that "last year" and the like mean; None off the calendar."""
    year = as_of.year + _YEARS_OF.get(words, -1)
    return year if date.min.year <= year <= date.max.year else None


def _step(groups: dict[str, str]) -> int:
    return _STEPS.get(groups["which"].split()[-1], 0)


def named_months(groups: dict[str, str], as_of: date, month: int, count: int) -> DateSpan:
    """Read "last September", "next spring", "this winter": the nearest such period on that side of ``as_of``."""
    step, today = _step(groups), as_of.toordinal()
    year = as_of.year
    span = months_span(year, month, count)
    if step < 0:
        while span.last >= today:
            year -= 1
            span = months_span(year, month, count)
        return span
    if step > 0:
        return span if span.first > today else months_span(year + 1, month, count)
    before = months_span(year - 1, month, count)
    return before if before.last >= today else span


def unit(groups: dict[str, str], as_of: date) -> DateSpan:
    """Read "last year", "this month", "earlier this year", "later this month", "the past week"."""
    if groups["which"].endswith("past"):
        return rolling(groups | {"count": "a"}, as_of)
    span = shifted(as_of, groups["unit"], _step(groups))
    if not span.first <= as_of.toordinal() <= span.last:
        return span
    match groups.get("side"):
        case "earlier":
            return DateSpan(span.first, as_of.toordinal())
        case "later":
            return DateSpan(as_of.toordinal(), span.last)
    return span


def before_last(groups: dict[str, str], as_of: date) -> DateSpan:
    """Read "the year before last"."""
    return shifted(as_of, groups["unit"], -2)


def day_word(groups: dict[str, str], as_of: date) -> DateSpan:
    """Read "today", "yesterday", "the day before yesterday"."""
    return day_span(as_of.toordinal() + _DAY_WORDS[groups["word"]])


def rolling(groups: dict[str, str], as_of: date) -> DateSpan:
    """Read "the last two years", "the past decade", "the next three months": from or up to the day of writing."""
    count, step = whole_number(groups["count"]), _step(groups)
    other = _away(as_of, groups["unit"].rstrip("s"), step * count).toordinal()
    return DateSpan(min(other, as_of.toordinal()), max(other, as_of.toordinal()))


def ago(groups: dict[str, str], as_of: date) -> DateSpan:
    """Read "two years ago", "half a year ago", "two and a half years ago", "five years ago this month"."""
    count, name = whole_number(groups.get("count", "0")), groups["unit"].rstrip("s")
    if "today" in groups:
        return day_span(_away(as_of, name, -count).toordinal())
    if "this" in groups and name == "year":
        return shifted(as_of, "month", -12 * count)
    half = 6 if "half" in groups or "more" in groups or "count" not in groups else 0
    if half and name == "year":
        return shifted(as_of, "month", -12 * count - half)
    if name == "decade":  # loose measures: allow for the time around them
        years = 10 * count + (5 if half else 0)
        return DateSpan(span_of(as_of.year - years - 1).first, span_of(as_of.year - years + 1).last)
    if name == "week":
        middle = as_of.toordinal() - 7 * count
        return DateSpan(middle - 3, middle + 3)
    return shifted(as_of, name, -count)


def shifted(as_of: date, name: str, step: int) -> DateSpan:
    """Return the decade, year, quarter, month, week or day ``step`` of them away from ``as_of``."""
    if name == "decade":
        first = as_of.year // 10 * 10 + 10 * step
        return DateSpan(span_of(first).first, span_of(first + 9).last)
    if name == "year":
        return span_of(as_of.year + step)
    if name in ("month", "quarter"):
        size = 3 if name == "quarter" else 1
        index = (as_of.year * 12 + as_of.month - 1) // size + step
        return months_span(index * size // 12, index * size % 12 + 1, size)
    if name == "week":
        monday = as_of.toordinal() - as_of.weekday() + 7 * step
        return DateSpan(monday, monday + 6)
    return day_span(as_of.toordinal() + step)


def _away(as_of: date, name: str, step: int) -> date:
    """Return the day ``step`` years, months, weeks or days away, the last of its month where it would lie past it."""
    if name in ("week", "day"):
        return as_of + timedelta(days=step * (7 if name == "week" else 1))
    months = step * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[name]
    index = as_of.year * 12 + as_of.month - 1 + months
    return day_of(index // 12, index % 12 + 1, as_of.day)
