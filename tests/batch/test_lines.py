from __future__ import annotations

import io

import pytest

from kzfacts.batch import lines as module
from kzfacts.batch.lines import Lines, line_end_of, without_end
from kzfacts.errors import UsageError


def test_looking_ahead_takes_nothing() -> None:
    lines = Lines(io.StringIO("a\nb\nc\n"), "a.csv")
    assert lines.peek(2) == ["a\n", "b\n"]
    assert lines.number == 0
    assert list(lines) == ["a\n", "b\n", "c\n"]
    assert lines.number == 3
    lines.back(["b\n", "c\n"])
    assert (next(lines), lines.number) == ("b\n", 2)


def test_a_line_that_is_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_ROW", 10)
    with pytest.raises(UsageError, match=r"a\.csv:2:1: a line of more than 10 characters"):
        list(Lines(io.StringIO("a\n" + "b" * 11), "a.csv"))


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", ""])
def test_line_ends(end: str) -> None:
    assert (line_end_of(f"a{end}"), without_end(f"a{end}")) == (end, "a")
