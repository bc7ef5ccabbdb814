from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Run
from kzfacts.cli import engine

DataSet = Callable[..., str]

ROWS: list[dict[str, Any]] = [
    {"id": "a1", "claim": "He made ten visits.", "verdict": "contradicted", "category": "number"},
    {"id": "a2", "claim": "He made eight visits.", "verdict": "supported", "category": "number", "why": "on record"},
    {"id": "a3", "claim": "He lost ten keys.", "verdict": "absent", "category": "other", "as_of": None},
    {"id": "a4", "claim": "as of now", "verdict": "absent", "as_of": "2015-01-30"},
]


@pytest.fixture
def data_set(tmp_path: Path) -> DataSet:
    def write(*rows: dict[str, Any] | bytes) -> str:
        path = tmp_path / "set.jsonl"
        path.write_bytes(
            b"".join((row if isinstance(row, bytes) else json.dumps(row).encode()) + b"\n" for row in rows)
        )
        return str(path)

    return write


def test_figures_in_text_and_json(run: Run, data_set: DataSet) -> None:
    path = data_set(*ROWS)
    result = run("eval", path)
    assert result.stdout.startswith("accuracy 0.750, macro-F1 0.778, 4 rows\n")
    assert (result.exit_code, result.stderr) == (0, "")
    for option in (["--json"], ["--format", "json"]):
        content = json.loads(run("eval", path, *option).stdout)
        assert content["accuracy"] == 0.75
        assert content["total"]["false_contradicted"] == 1


def test_errors_show_the_wrong_ones(run: Run, data_set: DataSet) -> None:
    path = data_set(*ROWS)
    shown = run("eval", "--errors", path).stdout
    assert f"{path}:3: a3, other: expected absent, got contradicted\n  claim         He lost ten keys.\n" in shown
    assert "a1" not in shown
    assert [error["id"] for error in json.loads(run("eval", "--errors", "--json", path).stdout)["errors"]] == ["a3"]


@pytest.mark.parametrize(("bound", "status"), [("0.75", 0), ("0.76", 1), ("0", 0), ("2", 2), ("x", 2)])
def test_fail_under(run: Run, data_set: DataSet, bound: str, status: int) -> None:
    assert run("eval", data_set(*ROWS), "--fail-under", bound).exit_code == status


def test_rows_with_evidence_need_no_fact_base(run: Run, data_set: DataSet, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(paths: object = ()) -> None:
        raise AssertionError("the fact base was loaded")

    monkeypatch.setattr(engine, "open_fact_base", fail)
    path = data_set(
        {"claim": "One.", "evidence": "One.", "verdict": "supported"},
        {"claim": "One.", "evidence": "", "verdict": "absent", "as_of": "2014"},
    )
    result = run("eval", path, "--errors", "--json")
    assert json.loads(result.stdout)["accuracy"] == 1.0


def test_as_of_reaches_the_checker(run: Run, data_set: DataSet) -> None:
    path = data_set({"claim": "as of", "verdict": "supported", "as_of": "2014-02"})
    assert "as of 2014-02-28" in run("eval", path, "--errors").stdout


@pytest.mark.parametrize(
    ("row", "place", "said"),
    [
        (b'{"claim": "x", "verdict": ,}', "2:27", "not JSON"),
        (b'{"claim": "x"', "2:14", "not JSON: Input data was truncated"),
        (b'{"claim": "\xff"}', "2:12", "not UTF-8 text"),
        (b'["claim"]', "2:1", "a row is an object"),
        (b'{"verdict": "absent"}', "2:1", "the key 'claim' is missing"),
        (b'{"claim": " ", "verdict": "absent"}', "2:11", "the claim is empty"),
        (b'{"claim": 8, "verdict": "absent"}', "2:11", "claim is not text but 8"),
        (b'{"claim": "x"}', "2:1", "the key 'verdict' is missing"),
        ('{"claim": "é", "verdict": "REFUTES"}'.encode(), "2:27", "'REFUTES' is no verdict"),
        (b'{"claim": "x", "verdict": "absent", "as_of": "soon"}', "2:46", "as_of: 'soon' is not an EDTF date"),
        (b'{"claim": "x", "verdict": "absent", "as_of": 2014}', "2:46", "as_of is not text but 2014"),
        (b'{"claim": "odd", "verdict": "absent"}', "2:1", "cannot be read"),
    ],
)
def test_a_bad_row_is_told_and_the_others_are_scored(
    run: Run, data_set: DataSet, row: bytes, place: str, said: str
) -> None:
    path = data_set(ROWS[0], row, b"", ROWS[1])
    result = run("eval", path, "--json")
    first, second = result.stderr.splitlines()
    assert first.startswith(f"kzfacts: {path}:{place}: ")
    assert said in first
    assert second == "kzfacts: 1 row not judged; the figures are of the others"
    assert json.loads(result.stdout)["rows"] == 2
    assert result.exit_code == 2


@pytest.mark.parametrize("content", [[], [b"", b"  "]])
def test_an_empty_data_set(run: Run, data_set: DataSet, content: list[bytes]) -> None:
    path = data_set(*content)
    result = run("eval", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"kzfacts: {path}: no labelled rows")


def test_a_data_set_of_bad_rows_only(run: Run, data_set: DataSet, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("before")
    result = run("eval", data_set(b"{"), "-o", str(target))
    assert (result.exit_code, result.stdout) == (2, "")
    assert target.read_text() == "before"


def test_a_missing_data_set(run: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        result = run("eval", str(path))
        assert result.exit_code == 2
        assert result.stderr.startswith(f"kzfacts: {path} cannot be read: ")


def test_standard_input_and_a_byte_order_mark(run: Run) -> None:
    given = b"\xef\xbb\xbf" + b"\r\n".join(json.dumps(row).encode() for row in ROWS)
    assert json.loads(run("eval", "-", "--json", stdin=given).stdout)["rows"] == 4


def test_the_data_set_is_not_overwritten(run: Run, data_set: DataSet) -> None:
    path = data_set(ROWS[0])
    before = Path(path).read_bytes()
    result = run("eval", path, "-o", path)
    assert (result.exit_code, result.stderr) == (2, f"kzfacts: --output: {path} is read; name another file\n")
    assert Path(path).read_bytes() == before
