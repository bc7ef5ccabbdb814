"""Days as settings and front matter give them: a date of YAML or TOML, or an EDTF text."""

from __future__ import annotations

from datetime import date, datetime

from kzfacts.factbase import edtf


def read_day(value: object) -> date:
    """Return the day that a value names; of a month, a year or an interval the last day.

    Takes a date, a date with a time, a year as an int, or an EDTF text (``2015-01-30``, ``2015-01``, ``2015``). Raises
    ValueError with a message for people where it names no day.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError(f"{value!r} is no date; write YYYY-MM-DD, YYYY-MM or YYYY")
    text = f"{value:04}" if isinstance(value, int) else value.strip()
    day = edtf.parse(text).end
    if day is None:
        raise ValueError(f"{text!r} has no end; write a day, a month or a year")
    return day
