from __future__ import annotations

import pytest

from kzfacts.batch.columns import added_names, named_column, statement_column
from kzfacts.errors import UsageError


@pytest.mark.parametrize(
    ("columns", "position"),
    [(("id", "Claim"), 1), (("text",), 0), (("anything",), 0), (("id", " statement ", "note"), 1)],
)
def test_the_obvious_column(columns: tuple[str, ...], position: int) -> None:
    assert statement_column(columns, None, "a.csv", "--column") == position


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (("id", "x"), "a.csv: no column is called statement, claim or text; choose with --column from: id, x"),
        (("It joined the WTO.",), "looks like a statement"),
        (("claim", "text"), "a.csv: more than one column may hold the statements"),
    ],
)
def test_what_is_not_obvious(columns: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        statement_column(columns, None, "a.csv", "--column")


def test_a_name_goes_before_a_number() -> None:
    assert named_column(("2", "b", "B"), "2", "a.csv", "--column") == 0
    assert named_column(("2", "b", "B"), "B", "a.csv", "--column") == 2
    assert named_column(("2", "b", "B"), "3", "a.csv", "--column") == 2
    with pytest.raises(UsageError, match="2 columns are called 'b'; choose by number: --column 1 or 2"):
        named_column(("b", "b"), "b", "a.csv", "--column")


def test_added_names_are_free() -> None:
    assert added_names(("Verdict", "kzfacts_verdict"), ("verdict", "score")) == ("kzfacts_verdict_2", "score")
