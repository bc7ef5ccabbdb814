"""SARIF is held to the official schema and to what GitHub's code scanning reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from kzfacts.factbase import FactBase
from kzfacts.finding import Verdict
from kzfacts.linting.results import LintRun, Problem, Result
from kzfacts.reports.sarif import render
from reports.drafts_sample import article, hostile, run
from reports.sample import SOURCE, UNION, VISITS

SCHEMA = json.loads((Path(__file__).parents[1] / "data/schemas/sarif-2.1.0.json").read_text("utf-8"))
ALL = (Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.ABSENT)


def results(of: LintRun) -> list[dict[str, Any]]:
    return list(json.loads(render(of))["runs"][0]["results"])


@pytest.mark.parametrize(
    "of",
    [run(), msgspec.structs.replace(run(), reported=ALL), hostile("::x", "/a b.md"), LintRun(run().fact_base, ())],
    ids=["sample", "all verdicts", "hostile", "nothing"],
)
def test_it_is_valid(of: LintRun) -> None:
    validator = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in validator.iter_errors(json.loads(render(of)))] == []


def test_the_region_is_that_of_the_words_and_its_context_the_sentence() -> None:
    location = results(run())[0]["locations"][0]["physicalLocation"]
    assert location == {
        "artifactLocation": {"uri": "drafts/a%20year.md"},
        "region": {"startLine": 6, "startColumn": 18, "endLine": 6, "endColumn": 21, "snippet": {"text": "ten"}},
        "contextRegion": {
            "startLine": 6,
            "startColumn": 1,
            "endLine": 6,
            "endColumn": 38,
            "snippet": {"text": "Nazarbayev made ten visits in 2014."},
        },
    }


def test_a_fix_replaces_the_words() -> None:
    (change,) = results(run())[0]["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"] == {"text": "eight"}
    assert replacement["deletedRegion"] == {"startLine": 6, "startColumn": 18, "endLine": 6, "endColumn": 21}


def test_the_fact_is_a_related_location() -> None:
    (related,) = results(run())[0]["relatedLocations"]
    assert related["physicalLocation"] == {
        "artifactLocation": {"uri": "facts/foreign-policy-2014.yaml"},
        "region": {"startLine": 18},
    }


@pytest.mark.parametrize("place", ["", "/usr/lib/kzfacts/_facts/a.yaml:3"])
def test_a_fact_from_elsewhere_is_related_by_its_source(place: str) -> None:
    base = run().fact_base
    moved = FactBase.of(
        (VISITS, UNION), (*base.sources.values(),), (), places={VISITS.id: place, UNION.id: place} if place else {}
    )
    (related,) = results(msgspec.structs.replace(run(), fact_base=moved))[0]["relatedLocations"]
    assert related["physicalLocation"] == {"artifactLocation": {"uri": SOURCE.url}}


def test_suppressed_results_are_there_as_suppressed() -> None:
    assert [[(one["kind"], one["justification"]) for one in result["suppressions"]] for result in results(run())] == [
        [],
        [],
        [("inSource", "as the ministry counts")],
        [],
    ]


def test_a_fingerprint_survives_new_lines_before_and_tells_equal_sentences_apart() -> None:
    def prints(of: LintRun) -> list[str]:
        return [one["partialFingerprints"]["primaryLocationLineHash"] for one in results(of)]

    base, file = run().fact_base, article()
    moved = json.loads(msgspec.json.encode([msgspec.to_builtins(result) for result in file.results]))
    for result in moved:
        sentence = result["statement"]["sentence"]
        sentence["places"] = [[line + 7, column] for line, column in sentence["places"]]
    shifted = msgspec.structs.replace(file, results=tuple(msgspec.convert(moved, list[Result])))
    assert prints(LintRun(base, (shifted,))) == prints(LintRun(base, (file,)))
    twice = msgspec.structs.replace(file, results=file.results * 2)
    assert len(set(prints(LintRun(base, (twice,))))) == 4


def test_only_errors_make_a_run_fail() -> None:
    for severity, ran in (("warning", True), ("error", False)):
        of = LintRun(run().fact_base, (), (Problem("a.md", 1, 1, "x", severity),))  # type: ignore[arg-type]
        assert json.loads(render(of))["runs"][0]["invocations"][0]["executionSuccessful"] is ran
