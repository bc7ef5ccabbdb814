from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from reports.sample import FACT_BASE

from cli.conftest import Run
from kzfacts.cli import engine
from kzfacts.errors import FactBaseError, Problem
from kzfacts.factbase import FactBase


def ids(output: str) -> list[str]:
    return [json.loads(line)["id"] for line in output.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], ["official-visits-2014", "union-view-2014"]),
        (["--topic", "eaeu"], ["union-view-2014"]),
        (["--kind", "quantity"], ["official-visits-2014"]),
        (["--topic", "eaeu", "--topic", "foreign-policy-2014"], ["official-visits-2014", "union-view-2014"]),
        (["--topic", "eaeu", "--kind", "quantity"], []),
    ],
)
def test_list(run: Run, arguments: list[str], found: list[str]) -> None:
    result = run("facts", "list", *arguments, "--format", "jsonl")
    assert ids(result.stdout) == found
    assert [line.split()[0] for line in run("facts", "list", *arguments).stdout.splitlines()] == found
    document = json.loads(run("facts", "list", *arguments, "--format", "json").stdout)
    assert [fact["id"] for fact in document["facts"]] == found
    assert document["fact_base"]["digest"] == FACT_BASE.digest
    assert result.exit_code == 0
    assert result.stderr == ("" if found else "kzfacts: no fact fits\n")


def test_list_of_an_unknown_topic(run: Run) -> None:
    result = run("facts", "list", "--topic", "eau")
    assert result.exit_code == 2
    assert result.stderr == (
        "kzfacts: --topic: no fact has the topic 'eau'; the topics are: eaeu, foreign-policy-2014\n"
    )


def test_show(run: Run) -> None:
    shown = run("facts", "show", "union-view-2014", "official-visits-2014").stdout
    assert shown.startswith("union-view-2014\n  claim         The union")
    assert "\n\nofficial-visits-2014\n" in shown
    assert ids(run("facts", "show", "union-view-2014", "--format", "jsonl").stdout) == ["union-view-2014"]


def test_show_of_an_unknown_id(run: Run) -> None:
    result = run("facts", "show", "official-visit-2014")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(
        "kzfacts: no fact has the id 'official-visit-2014'; the nearest are official-visits"
    )
    assert result.stderr.count("\n") == 1


def test_search(run: Run) -> None:
    assert run("facts", "search", "eight", "official").stdout.startswith("0.80  official-visits-2014  2014")
    assert json.loads(run("facts", "search", "union", "--format", "jsonl").stdout)["score"] == 0.8
    assert len(run("facts", "search", "-n", "1", "n").stdout.splitlines()) == 1


def test_search_that_finds_nothing(run: Run) -> None:
    result = run("facts", "search", "xyzzy")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "kzfacts: no fact is near these words\n"
    assert run("facts", "search", " ").exit_code == 2


def test_stats(run: Run) -> None:
    assert run("facts", "stats").stdout.startswith("2 facts, 2 sources, 2 entities, 0 concepts\n")
    counts = json.loads(run("facts", "stats", "--format", "json").stdout)["counts"]
    assert counts["source"] == {"edm-12-18": 2, "bare": 1}


def test_validate(run: Run) -> None:
    result = run("facts", "validate")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 facts, 2 sources, 2 entities, 0 concepts, no mistakes\n"


def test_validate_lists_every_mistake_on_stdout(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Sequence[str]] = []

    def fail(paths: Sequence[str] = ()) -> FactBase:
        asked.append(paths)
        raise FactBaseError([Problem("a.yaml", 4, 9, "unknown key"), Problem("a.yaml", 2, 1, "empty claim")])

    monkeypatch.setattr(engine, "open_fact_base", fail)
    result = run("facts", "validate", "a.yaml", "b")
    assert asked == [("a.yaml", "b")]
    assert result.exit_code == 2
    assert result.stdout == "a.yaml:2:1: empty claim\na.yaml:4:9: unknown key\n"
    assert result.stderr == "2 mistakes\n"


def test_output_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "facts.json"
    run("facts", "list", "--format", "json", "-o", str(target))
    assert len(json.loads(target.read_text())["facts"]) == 2
