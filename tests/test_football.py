"""Another field altogether: a curator's own facts on football, checked with the shipped words alone."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from kzfacts import Checker, FactBase, Finding, Verdict

FOLDER = Path(__file__).parent / "data" / "football"
ROWS = [json.loads(line) for line in (FOLDER / "statements.jsonl").read_text("utf-8").splitlines()]
ACCURACY = 0.8
OPPOSITE = {Verdict.SUPPORTED: Verdict.CONTRADICTED, Verdict.CONTRADICTED: Verdict.SUPPORTED}


@cache
def findings() -> dict[str, Finding]:
    checker = Checker(FactBase.load([FOLDER / "football.yaml"]))
    return {row["id"]: checker.check(row["claim"], date.fromisoformat(row["as_of"])) for row in ROWS}


def test_accuracy() -> None:
    right = [row["id"] for row in ROWS if findings()[row["id"]].verdict == row["verdict"]]
    assert len(right) >= ACCURACY * len(ROWS), sorted({row["id"] for row in ROWS} - set(right))


@pytest.mark.parametrize("row", [row for row in ROWS if row["verdict"] != "absent"], ids=lambda row: row["id"])
def test_no_verdict_is_turned_round(row: dict[str, str]) -> None:
    assert findings()[row["id"]].verdict is not OPPOSITE[Verdict(row["verdict"])]


def test_facts_are_the_curators_alone() -> None:
    decided = [finding.fact.id for finding in findings().values() if finding.fact is not None]
    curated = {fact.id for fact in FactBase.load([FOLDER / "football.yaml"]).facts}
    assert len(decided) > 10
    assert set(decided) <= curated
