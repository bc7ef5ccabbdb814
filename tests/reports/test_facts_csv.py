from __future__ import annotations

import csv
import io

import msgspec
import pytest
from curation.sample import BASE, RAILWAY, TIES, VISIT

from kzfacts.reports.facts_csv import COLUMNS, rows


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_has_all_of_a_fact() -> None:
    railway, visit, ties = read("".join(rows((RAILWAY, VISIT, TIES), BASE)))
    assert tuple(railway) == COLUMNS
    assert railway["participants"] == "partner: iran, kazakhstan"
    assert railway["place"] == "facts/railway.yaml:1"
    assert (visit["first_day"], visit["last_day"]) == ("2014-09-01", "2014-09-30")
    assert (visit["source"], visit["source_published"]) == ("undated | dated", " | 2014-09-10")
    assert visit["locator"] == " | p. 1"
    assert (visit["disputes"], visit["certainty"]) == ("no-visit", "disputed")
    assert (ties["first_day"], ties["last_day"], ties["kind"]) == ("1980-01-01", "", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_begins_like_a_formula(start: str) -> None:
    fact = msgspec.structs.replace(RAILWAY, claim=f'{start}HYPERLINK("https://example.org")')
    (row,) = read("".join(rows([fact], BASE)))
    assert row["claim"] == f"'{fact.claim}"
    assert read("".join(rows([VISIT], BASE)))[0]["source_title"] == "'=A page | A report"


def test_a_row_stays_one_row() -> None:
    fact = msgspec.structs.replace(RAILWAY, note='two\nlines, "quoted"')
    assert [row["note"] for row in read("".join(rows([fact], BASE)))] == ['two\nlines, "quoted"']
