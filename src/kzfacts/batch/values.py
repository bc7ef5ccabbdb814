"""Values of typed tables as text."""

from __future__ import annotations

import datetime
from typing import Any

from kzfacts.reports.json import one_line


def as_text(value: Any) -> str:
    """Return a value as text: nothing for none, days as YYYY-MM-DD, whole numbers without a fraction."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time() and value.tzinfo is None
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    if isinstance(value, list | dict | tuple):
        return one_line(value).decode()
    return str(value)
