from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from reports.sample import FACT_BASE, UNION, VISITS

from cli.conftest import Run
from kzfacts.cli import engine
from kzfacts.factbase import FactBase
from kzfacts.factbase.model import Example, Examples

TEN = "Nazarbayev made ten visits in 2014."


def base_with(visits: Examples, union: Examples = Examples()) -> FactBase:  # noqa: B008 - frozen
    return FactBase.of(
        (msgspec.structs.replace(VISITS, examples=visits), msgspec.structs.replace(UNION, examples=union)),
        FACT_BASE.sources.values(),
        FACT_BASE.entities.values(),
        places=FACT_BASE.places,
    )


PASSING = Examples(supported=("He made eight visits.",), contradicted=(TEN,), absent=("Nobody knows.",))
FAILING = Examples(supported=(TEN, Example("This as of then.", "2014-12")), absent=("None of it is known.",))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """Loads a base with examples, and keeps what was asked for."""
    asked: list[Sequence[str]] = []

    def load(paths: Sequence[str] = ()) -> FactBase:
        asked.append(paths)
        return base_with(PASSING, FAILING)

    monkeypatch.setattr(engine, "open_fact_base", load)
    return asked


def test_all_pass(run: Run, asked: list[Sequence[str]]) -> None:
    result = run("facts", "test", "--fact", "official-visits-2014")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "3 examples of 1 fact: 3 passed, 0 failed\n"
    assert asked == [()]


def test_what_is_open_is_counted_apart_and_fails_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    unread = Example(TEN, open=True)  # is contradicted
    read = Example("He made eight visits.", open=True)
    monkeypatch.setattr(engine, "open_fact_base", lambda paths=(): base_with(Examples(supported=(unread, read))))
    result = run("facts", "test")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 examples of 1 fact: 1 passed, 0 failed, 1 open\n"
    record = json.loads(run("facts", "test", "--format", "jsonl").stdout.splitlines()[0])
    assert (record["open"], record["passed"]) == (True, False)


def test_what_fails_is_told_in_a_line(run: Run, asked: list[Sequence[str]]) -> None:
    result = run("facts", "test", "--facts", "a", "--facts", "b")
    assert asked == [("a", "b")]
    assert result.exit_code == 1
    assert result.stdout == (
        "facts/eaeu.yaml:3: union-view-2014: expected supported, got contradicted: "
        f'"{TEN}" (says ten visits; the record has eight; '
        "rests on official-visits-2014: President Nazarbayev made eight official visits abroad in 2014.)\n"
        "facts/eaeu.yaml:3: union-view-2014: expected supported, got absent: "
        '"This as of then." as of 2014-12-31 (as of 2014-12-31; no fact is near)\n'
    )
    assert result.stderr == "6 examples of 2 facts: 4 passed, 2 failed\n"


def test_json_has_every_example(run: Run, asked: list[Sequence[str]]) -> None:
    result = run("facts", "test", "--topic", "eaeu", "--format", "json")
    document = json.loads(result.stdout)
    assert result.exit_code == 1
    assert document["summary"] == {"passed": 1, "failed": 2, "not_run": 0, "still_open": 0}
    assert [test["passed"] for test in document["tests"]] == [False, False, True]
    assert document["tests"][1] == {
        "fact_id": "union-view-2014",
        "path": "facts/eaeu.yaml",
        "line": 3,
        "statement": "This as of then.",
        "as_of": "2014-12-31",
        "expected": "supported",
        "verdict": "absent",
        "passed": False,
        "open": False,
        "score": 0.0,
        "message": "as of 2014-12-31",
        "rests_on": None,
        "related": [],
    }
    lines = run("facts", "test", "--topic", "eaeu", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == document["tests"]


def test_what_cannot_be_checked_beats_what_fails(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = Examples(supported=("This is odd.", "Nobody knows."), absent=("boom",))
    monkeypatch.setattr(engine, "open_fact_base", lambda paths=(): base_with(examples))
    result = run("facts", "test")
    assert result.exit_code == 2
    assert result.stdout.count("\n") == 1
    assert result.stderr.splitlines() == [
        'kzfacts: facts/foreign-policy-2014.yaml:18: official-visits-2014: "This is odd.": cannot be read',
        'kzfacts: facts/foreign-policy-2014.yaml:18: official-visits-2014: "boom": internal error, please report it: '
        "RuntimeError: out of order (KZFACTS_DEBUG=1 shows where)",
        "3 examples of 1 fact: 0 passed, 1 failed, 2 not run",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--fact", "official-visit-2014"], "no fact has the id 'official-visit-2014'"),
        (["--topic", "eau"], "no fact has the topic 'eau'"),
        (["nowhere.yaml"], "nowhere.yaml: no such file or folder"),
        (["--facts", "x", "tests"], "tests: no fact of the fact base stands there"),
    ],
)
def test_what_is_not_there(run: Run, asked: list[Sequence[str]], arguments: list[str], message: str) -> None:
    result = run("facts", "test", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_nothing_to_test(run: Run) -> None:
    result = run("facts", "test")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("kzfacts: nothing to test: ")
    result = run("facts", "test", "--allow-empty")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_path_chooses_the_facts_and_joins_the_base(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from kzfacts.factbase import loading

    citation = "citations: [{source: {title: A report, publisher: The Paper}}]"
    shipped, own = tmp_path / "shipped", tmp_path / "own.yaml"
    shipped.mkdir()
    fact = f"- id: %s\n  claim: A claim.\n  when: '2014'\n  {citation}\n  examples:\n    absent: [%s]\n"
    (shipped / "topic.yaml").write_text(fact % ("theirs", "Nobody knows ten."))
    own.write_text(fact % ("ours", "Nobody knows ten of ours."))
    monkeypatch.setattr(engine, "open_fact_base", lambda paths=(): FactBase.load(paths or None))
    monkeypatch.setattr("kzfacts.curation.places.shipped_folder", lambda: shipped)  # first, for it may import
    monkeypatch.setattr(loading, "shipped_folder", lambda: shipped)
    monkeypatch.setenv("KZFACTS_CACHE_DIR", "off")

    def tested(*arguments: str) -> list[str]:
        lines = run("facts", "test", "--format", "jsonl", *arguments).stdout.splitlines()
        return [json.loads(line)["fact_id"] for line in lines]

    assert tested() == ["theirs"]
    assert tested(str(own)) == ["ours"]
    assert tested(str(own), str(shipped)) == ["ours", "theirs"]
    assert run("facts", "test", str(own), "--fact", "theirs").exit_code == 2  # in the base, but not in the path
    assert tested("--facts", str(own)) == ["ours"]
    assert run("facts", "test", str(own)).stdout.startswith(f"{own}:6: ours: expected absent, got contradicted")
