from __future__ import annotations

import io
import sys
from typing import Any

import pytest

from batch.readers import opened, rows
from kzfacts.errors import UsageError

pyarrow = pytest.importorskip("pyarrow")


def table(columns: dict[str, list[Any]]) -> bytes:
    import pyarrow.parquet

    buffer = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), buffer, row_group_size=2)
    return buffer.getvalue()


def test_rows_of_a_table() -> None:
    data = table({"id": [1, 2, 3], "claim": ["One.", None, "Three."], "tags": [["a"], [], None]})
    found = rows(data, "parquet")
    assert [row.cells for row in found] == [("1", "One.", '["a"]'), ("2", "", "[]"), ("3", "Three.", "")]
    assert [(row.line, bool(row.problem)) for row in found] == [(1, False), (2, True), (3, False)]


def test_what_is_no_table() -> None:
    with pytest.raises(UsageError, match="this is no Parquet file"):
        opened("claim\n", "parquet")


def test_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'kzfacts\[parquet\]'"):
        opened(b"", "parquet")
