from __future__ import annotations

import datetime
import io
import sys
from typing import Any

import pytest

from batch.readers import opened, rows
from kzfacts.batch.rows import EmptyInput
from kzfacts.errors import UsageError

openpyxl = pytest.importorskip("openpyxl")


def book(*lines: tuple[Any, ...]) -> bytes:
    made = openpyxl.Workbook()
    made.active.title = "Claims"
    for line in lines:
        made.active.append(line)
    made.create_sheet("Other").append(("text",))
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def test_rows_of_a_sheet() -> None:
    data = book(
        ("id", "claim", "day"), (1, "One.", datetime.date(2014, 5, 6)), (2.5, None, None), (), (3, "Two.", "2015")
    )
    found = rows(data, "xlsx", as_of_column="day")
    assert [row.cells for row in found] == [
        ("1", "One.", "2014-05-06"),
        ("2.5", "", ""),
        ("", "", ""),
        ("3", "Two.", "2015"),
    ]
    assert [row.as_of for row in found] == [datetime.date(2014, 5, 6), None, None, datetime.date(2015, 12, 31)]
    assert [(row.line, bool(row.problem), row.blank) for row in found] == [
        (2, False, False), (3, True, False), (4, False, True), (5, False, False),
    ]  # fmt: skip


def test_sheets_by_name() -> None:
    data = book(("claim",), ("One.",))
    source = opened(data, "xlsx", sheet="Other")
    assert source.columns == ("text",)
    source.close()
    with pytest.raises(UsageError, match="there is no 'None'; there is: Claims, Other"):
        opened(data, "xlsx", sheet="None")
    with pytest.raises(EmptyInput, match="the sheet 'Claims' is empty"):
        opened(book(), "xlsx")


def test_what_is_no_workbook() -> None:
    with pytest.raises(UsageError, match=r"this is no \.xlsx workbook"):
        opened("claim\n", "xlsx")


def test_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UsageError, match=r"pip install 'kzfacts\[excel\]'"):
        opened(b"", "xlsx")
