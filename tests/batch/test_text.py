from __future__ import annotations

import pytest

from batch.readers import opened, rows
from kzfacts.errors import UsageError


def test_a_statement_a_line() -> None:
    found = rows("\ufeffone\r\n\r\n  \ntwo\rthree", "txt")
    assert [(row.line, row.statement) for row in found] == [(1, "one"), (4, "two"), (5, "three")]


def test_what_is_no_statement() -> None:
    found = rows(b"ok caf\xc3\xa9\nb\xe9d\nnul\0\n" + b"a" * 10_001, "txt")
    assert [row.problem.split(";")[0] for row in found] == [
        "",
        "the byte 0xE9 is not UTF-8",
        "the statement has a NUL character, so it is no text",
        "a statement of 10,001 characters, more than 10,000",
    ]


def test_there_are_no_columns() -> None:
    with pytest.raises(UsageError, match="plain text has no columns"):
        opened("one", "txt", column="claim")
