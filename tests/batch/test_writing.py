from __future__ import annotations

import json

import pytest

from kzfacts.batch.checking import NOTHING, Answer
from kzfacts.batch.rows import JSON, Input, Row
from kzfacts.batch.writing import open_writer

ANSWER = Answer("supported", 1.0, "a-fact", "on record", 'A, "B"')


def shape(*columns: str, **more: object) -> Input:
    return Input("a.csv", columns, columns[0], iter(()), **more)  # type: ignore[arg-type]


def test_a_row_of_the_same_form_stays_as_it_was() -> None:
    writer = open_writer(shape("claim", "n", delimiter=";", line_end="\r\n"), "csv", files=False)
    assert writer.start() == "claim;n;verdict;score;fact_id;message;citation\r\n"
    row = Row("a.csv", 2, cells=("a", "1"), raw='"a";1', form=";")
    assert writer.row(row, ANSWER) == '"a";1;supported;1.0;a-fact;on record;"A, ""B"""\r\n'
    assert writer.row(row, NOTHING) == '"a";1;;;;;\r\n'


def test_a_spreadsheet_gets_its_mark_and_its_sep_line() -> None:
    first = shape("claim", delimiter=";", preamble="sep=;", spreadsheet=True)
    assert open_writer(first, "csv", files=False).start().startswith("\ufeffsep=;\nclaim;")
    assert open_writer(first, "tsv", files=False).start().startswith("\ufeffclaim\tverdict")


def test_cells_without_a_column_stay_at_the_end() -> None:
    row = Row("a.csv", 2, cells=("a",), surplus=("b", "c,d"))
    assert open_writer(shape("claim"), "csv", files=False).row(row, Answer("error")) == 'a,error,,,,,b,"c,d"\n'
    fields = json.loads(open_writer(shape("claim"), "jsonl", files=False).row(row, Answer("error")))
    assert fields["surplus"] == ["b", "c,d"]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_added_cell_is_a_formula(begin: str) -> None:
    answer = Answer("supported", 1.0, "a-fact", f"{begin}1+1", f"{begin}2")
    cells = open_writer(shape("claim"), "tsv", files=False).row(Row("a.csv", 2, cells=("a",)), answer)
    assert f"'{begin}1+1" in cells
    assert f"'{begin}2" in cells


@pytest.mark.parametrize(
    ("raw", "begin"),
    [
        ('{"a": 1.50}', '{"a": 1.50,"verdict":"supported","score":1.0,'),
        ('{"a":1 }', '{"a":1,"verdict":"supported",'),
        ("{}", '{"verdict":"supported",'),
        ('{"score": "mine"}', '{"score": "mine","verdict":"supported","kzfacts_score":1.0,'),
        ('{"verd\\u0069ct": 1}', '{"verd\\u0069ct": 1,"kzfacts_verdict":"supported",'),
    ],
)
def test_an_object_stays_as_it_was(raw: str, begin: str) -> None:
    line = open_writer(shape("a"), "jsonl", files=False).row(Row("a.jsonl", 1, raw=raw, form=JSON), ANSWER)
    assert line.startswith(begin)
    assert json.loads(line)["citation"] == 'A, "B"'


def test_nothing_to_say_is_null() -> None:
    line = open_writer(shape("a"), "jsonl", files=True).row(Row("b\x1b.csv", 1, cells=("x",)), NOTHING)
    assert json.loads(line) == {
        "a": "x", "file": "b\u241b.csv", "verdict": None, "score": None, "fact_id": None, "message": None,
        "citation": None,
    }  # fmt: skip


@pytest.mark.parametrize("begin", ["::error::", "##[error]"])
def test_no_row_is_a_command_to_a_log(begin: str) -> None:
    row = Row("a.csv", 2, cells=(f"{begin}x", "1"), raw=f"{begin}x,1", form=",")
    assert open_writer(shape("claim", "n"), "csv", files=False).row(row, NOTHING).startswith(f'"{begin}x","1",')
