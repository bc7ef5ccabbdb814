from __future__ import annotations

import json
from pathlib import Path

import pytest
from curation.audit.sample import LEXICON, write

from cli.conftest import Run
from kzfacts.factbase import loading

IDLE = ("sources.yaml", "", "- {id: idle, title: Idle, publisher: P}\n")
LINE = "sources.yaml:3:8: uncited: no fact cites the source idle\n"


@pytest.fixture(autouse=True)
def _own_language(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    shipped = tmp_path_factory.mktemp("shipped")
    (shipped / "lexicon.yaml").write_text(LEXICON)
    monkeypatch.setattr("kzfacts.curation.places.shipped_folder", lambda: shipped)  # first, for it may import
    monkeypatch.setattr(loading, "shipped_folder", lambda: shipped)
    monkeypatch.setenv("KZFACTS_CACHE_DIR", "off")


def test_nothing_found(run: Run, tmp_path: Path) -> None:
    result = run("facts", "audit", "--facts", str(write(tmp_path)))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "3 facts audited: no problems\n"


def test_what_is_found_is_told_in_lines(run: Run, tmp_path: Path) -> None:
    result = run("facts", "audit", "--facts", str(write(tmp_path, IDLE)))
    assert (result.exit_code, result.stdout) == (1, f"{tmp_path}/{LINE}")
    assert result.stderr == "3 facts audited: 1 problem (1 uncited)\n"
    other = run("facts", "audit", "--facts", str(tmp_path), "--only", "duplicate", "--only", "same-source")
    assert (other.exit_code, other.stdout) == (0, "")


def test_json(run: Run, tmp_path: Path) -> None:
    folder, output = write(tmp_path, IDLE), tmp_path / "out.json"
    expected = {
        "path": f"{folder}/sources.yaml", "line": 3, "column": 8, "kind": "uncited",
        "message": "no fact cites the source idle", "ids": ["idle"],
    }  # fmt: skip
    result = run("facts", "audit", "--facts", str(folder), "--format", "json", "--output", str(output))
    assert (result.exit_code, result.stdout) == (1, "")
    document = json.loads(output.read_text())
    assert (document["problems"], document["summary"]) == ([expected], {"uncited": 1})
    assert document["fact_base"]["facts"] == 3
    lines = run("facts", "audit", "--facts", str(folder), "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == [expected]


def test_a_path_joins_the_shipped_base(run: Run, tmp_path: Path) -> None:
    folder = write(tmp_path, IDLE)
    result = run("facts", "audit", str(folder / "facts.yaml"), str(folder / "entities.yaml"), str(folder))
    assert (result.exit_code, result.stdout) == (1, f"{tmp_path}/{LINE}")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.yaml"], "nowhere.yaml: no such file or folder"),
        (["--facts", "nowhere.yaml"], "nowhere.yaml: no such file or directory"),
        (["--only", "typos"], "'typos' is not one of 'contradicted'"),
    ],
)
def test_what_cannot_run(run: Run, arguments: list[str], message: str) -> None:
    result = run("facts", "audit", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_base_with_mistakes(run: Run, tmp_path: Path) -> None:
    folder = write(tmp_path, ("facts.yaml", "source: report", "source: repot"))
    result = run("facts", "audit", "--facts", str(folder))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "facts.yaml:5:24: unknown source 'repot' (did you mean 'report'?)" in result.stderr
