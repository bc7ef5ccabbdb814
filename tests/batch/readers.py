"""Files at hand for the tests of readers."""

from __future__ import annotations

import io

from kzfacts.batch.inputs import _OPENERS
from kzfacts.batch.rows import Input, Row, Wishes
from kzfacts.cli.options import read_day


def opened(data: bytes | str, format_: str = "csv", **wishes: str | bool) -> Input:
    """Open bytes as a file of a format."""
    given = data.encode() if isinstance(data, str) else data
    return _OPENERS[format_](io.BytesIO(given), f"a.{format_}", Wishes(read_day, **wishes))  # type: ignore[arg-type]


def rows(data: bytes | str, format_: str = "csv", **wishes: str | bool) -> list[Row]:
    """Return the rows of a file."""
    source = opened(data, format_, **wishes)
    try:
        return list(source.rows)
    finally:
        source.close()
