from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batch.readers import opened, rows
from kzfacts.batch.csv_rows import start_of
from kzfacts.batch.rows import EmptyInput, Row
from kzfacts.errors import UsageError


def places(data: str | bytes) -> list[tuple[int, int, str]]:
    return [(row.line, row.column, row.problem) for row in rows(data) if row.problem]


def test_line_breaks_in_cells() -> None:
    found = rows('claim,x\n"a\nb",1\n"c\r\nd ""e""",2\nf,3\n')
    assert [row.statement for row in found] == ["a\nb", 'c\r\nd "e"', "f"]
    assert [row.line for row in found] == [2, 4, 6]
    assert found[1].raw == '"c\r\nd ""e""",2'


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(delimiter: str) -> None:
    source = opened(f"id{delimiter}claim\n1{delimiter}One, two; three.\n2{delimiter}Four, five; six.\n")
    assert source.columns == ("id", "claim")
    assert source.delimiter == delimiter
    source.close()


def test_a_sep_line_tells_the_delimiter() -> None:
    source = opened("sep=;\r\nid;claim\r\n1;a, b, c\r\n")
    assert (source.preamble, source.delimiter, source.line_end) == ("sep=;", ";", "\r\n")
    assert [(row.line, row.statement) for row in source.rows] == [(3, "a, b, c")]
    source.close()


def test_a_quotation_mark_that_nothing_closes_swallows_no_rows() -> None:
    found = rows('id,claim\n1,"open\n2,two\n3,three\n')
    assert [row.statement for row in found] == ["", "two", "three"]
    assert found[0].problem.startswith("a quotation mark opens a cell and none closes it")
    assert (found[0].line, found[1].line) == (2, 3)


def test_problems_have_their_places() -> None:
    assert places('id,claim\n"a\nb",\n1\n1,2,3\n') == [
        (3, 4, "the statement is empty; give one, or leave the row out"),
        (4, 1, "1 cell where the first row has 2; add what is missing"),
        (5, 1, "3 cells where the first row has 2; put quotation marks around a cell that has a , in it"),
    ]


def test_bytes_that_do_not_fit() -> None:
    found = rows(b"id,claim\n1,\xc3\xa9t\xc3\xa9\n2,caf\xe9\n3,\xc3\xa9\n")
    assert [bool(row.problem) for row in found] == [False, True, False]
    assert (found[1].line, found[1].column) == (3, 6)
    assert found[1].cells == ("2", "caf\\xe9")
    assert "0xE9 is not UTF-8" in found[1].problem


def test_blank_rows_are_kept_and_no_problem() -> None:
    found = rows("id,claim\n1,a\n,\n\n2,b\n")
    assert [row.blank for row in found] == [False, True, False]
    assert not any(row.problem for row in found)


def test_a_header_is_needed() -> None:
    with pytest.raises(EmptyInput, match=r"a\.csv: the file is empty"):
        opened("")
    with pytest.raises(UsageError, match="choose with --column from: a, b"):
        opened("a,b\n1,2\n")


CELLS = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2, max_size=4)


@given(st.lists(CELLS, max_size=5))
def test_no_row_is_lost_whatever_is_in_it(table: list[list[str]]) -> None:
    quoted = ['"' + '","'.join(cell.replace('"', '""') for cell in cells) + '"' for cells in table]
    data = "\n".join(("a,claim", *quoted)) + "\n"
    found: list[Row] = rows(data, delimiter=",", encoding="utf-8")
    assert len(found) == len(table)
    for row, cells, text in zip(found, table, quoted, strict=True):
        assert (*row.cells, *row.surplus)[: len(cells)] == tuple(cells)
        assert row.raw == (text if len(cells) == 2 else "")
        assert text[start_of(text, 1, ",") :].startswith('"')
