from __future__ import annotations

import pytest

from batch.readers import opened, rows
from kzfacts.batch.rows import EmptyInput
from kzfacts.errors import UsageError


def test_objects_keep_their_text() -> None:
    found = rows('\n{"claim": "a\\u0062", "n": 1.50}\n  {"claim":"c"}  \n', "jsonl")
    assert [(row.line, row.statement, row.raw) for row in found] == [
        (2, "ab", '{"claim": "a\\u0062", "n": 1.50}'),
        (3, "c", '{"claim":"c"}'),
    ]
    assert found[0].cells == ("ab", "1.50")


@pytest.mark.parametrize(
    ("line", "column", "problem"),
    [
        ('{"claim": "a', 13, "not JSON"),
        ('{"claim": "a", "b": tru}', 1, "not JSON"),
        ('{"claim": "a", "b": "\\ud800"}', 1, "not JSON"),
        ("[" * 100_000, 1, "not JSON"),
        ('"a"', 1, "this is JSON but no object"),
        ('{"b": 1}', 1, "the field 'claim' is missing"),
        ('{"claim": 12}', 11, "the field 'claim' is no text but 12"),
        ('{"claim": ""}', 11, "the statement is empty"),
        ('{"claim": "a", "day": "soon"}', 23, "no date"),
    ],
)
def test_lines_that_cannot_be_used(line: str, column: int, problem: str) -> None:
    first = '{"claim": "one", "day": null}'
    found = rows(f"{first}\n{line}\n{first}\n", "jsonl", as_of_column="day")
    assert [bool(row.problem) for row in found] == [False, True, False]
    assert problem in found[1].problem
    assert found[1].line == 2
    if column > 1:
        assert found[1].column == column


def test_the_first_object_names_the_fields() -> None:
    with pytest.raises(UsageError, match="choose with --field from: a, b"):
        opened('{"a": "1", "b": "2"}', "jsonl")
    with pytest.raises(EmptyInput):
        opened("\n\n", "jsonl")
    with pytest.raises(UsageError, match=r"a\.jsonl:1:"):
        opened("no json", "jsonl")
    assert [row.statement for row in rows('no json\n{"a": "1"}', "jsonl", column="a")] == ["", "1"]
