"""The reports for GitLab, Jenkins and reviewdog are held to their schemas, JSON to ours."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from lxml import etree

from kzfacts.finding import Verdict
from kzfacts.linting.results import LintRun, Problem
from kzfacts.reports.formats import renderer
from reports.drafts_sample import hostile, run

SCHEMAS = Path(__file__).parents[1] / "data/schemas"
ALL = (Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.ABSENT)
RUNS = {
    "sample": run(),
    "all verdicts": msgspec.structs.replace(run(), reported=ALL),
    "hostile": hostile("::error::]]>\ud800"),
    "nothing": LintRun(run().fact_base, ()),
}
SCHEMA_FILES = {
    "gitlab": SCHEMAS / "gitlab-code-quality.schema.json",
    "rdjson": SCHEMAS / "rdjson.schema.json",
    "json": resources.files("kzfacts.reports").joinpath("result.schema.json"),
}


def loaded(name: str, of: LintRun) -> Any:
    return json.loads(renderer(name)(of))


@pytest.mark.parametrize("of", RUNS.values(), ids=RUNS)
@pytest.mark.parametrize("name", SCHEMA_FILES)
def test_json_is_valid(name: str, of: LintRun) -> None:
    schema = json.loads(SCHEMA_FILES[name].read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    validator.check_schema(schema)
    assert [error.message for error in validator.iter_errors(loaded(name, of))] == []


@pytest.mark.parametrize("of", RUNS.values(), ids=RUNS)
def test_every_line_of_jsonl_is_a_result(of: LintRun) -> None:
    schema = json.loads(SCHEMA_FILES["json"].read_text("utf-8"))
    validator = jsonschema.Draft202012Validator({**schema, "$ref": "#/$defs/result", "required": []})
    lines = renderer("jsonl")(of).splitlines()
    assert len(lines) == sum(len(file.results) for file in of.files)
    assert [error.message for line in lines for error in validator.iter_errors(json.loads(line))] == []


@pytest.mark.parametrize("of", RUNS.values(), ids=RUNS)
def test_junit_is_what_jenkins_reads(of: LintRun) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    schema.assertValid(etree.fromstring(renderer("junit")(of).encode()))


def test_junit_counts_what_it_has() -> None:
    root = etree.fromstring(renderer("junit")(RUNS["all verdicts"]).encode())
    for suite in root.iter("testsuite"):
        for key, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert suite.get(key) == str(len(list(suite.iter(tag))))
    assert (root.get("failures"), run().reported) == ("4", (Verdict.CONTRADICTED,))


def test_columns_of_rdjson_count_bytes() -> None:
    one = next(one for one in loaded("rdjson", run())["diagnostics"] if "😀" in one["message"])
    line = "- Émigrés 😀 say Nazarbayev made ten visits in 2014.".encode()
    start, end = (one["location"]["range"][key]["column"] - 1 for key in ("start", "end"))
    assert line[start:end] == b"ten"
    assert one["suggestions"] == [{"range": one["location"]["range"], "text": "eight"}]


def test_a_docx_has_no_range() -> None:
    (one,) = (one for one in loaded("rdjson", run())["diagnostics"] if one["location"]["path"] == "memo.docx")
    assert "range" not in one["location"]
    assert "(paragraph 2)" in one["message"]


def test_fingerprints_of_gitlab_differ() -> None:
    prints = [one["fingerprint"] for one in loaded("gitlab", RUNS["all verdicts"])]
    assert len(prints) == len(set(prints)) > 5


def test_the_summary_counts_each_result_once() -> None:
    document = loaded("json", run())
    assert document["summary"] == {"supported": 1, "contradicted": 3, "absent": 1, "unchecked": 2, "suppressed": 1}
    assert [file["path"] for file in document["files"]] == ["drafts/a year.md", "memo.docx", "notes.txt"]


@pytest.mark.parametrize("message", ["kzfacts-off has no reason", "until:2015-01-01: the draft has no date"])
@pytest.mark.parametrize("format_", ["github", "gitlab", "rdjson", "sarif"])
def test_a_message_that_begins_with_a_directive_keeps_its_spelling(format_: str, message: str) -> None:
    of = LintRun(run().fact_base, (), (Problem("a.md", 2, 1, message),))
    assert message.partition(" ")[0] in renderer(format_)(of)


def test_what_is_no_place_is_made_up_for_nobody() -> None:
    of = LintRun(run().fact_base, (), (Problem("a.md", 0, 0, "there is none"),))
    assert renderer("github")(of) == "::error file=a.md,title=kzfacts::There is none.\n"
    assert loaded("rdjson", of)["diagnostics"][0]["location"] == {"path": "a.md"}
    (notice,) = loaded("sarif", of)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert notice["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "a.md"}}}]


def test_errors_come_first_for_github() -> None:
    levels = [line.split(" ")[0] for line in renderer("github")(RUNS["all verdicts"]).splitlines()]
    assert levels == ["::error"] * 5 + ["::warning"] * 2 + ["::notice"]


def test_a_summary_of_a_job_stays_below_the_limit() -> None:
    (file, *_), base = run().files, run().fact_base
    many = LintRun(base, (msgspec.structs.replace(file, results=file.results * 3000),))
    text = renderer("github-summary")(many)
    assert 900_000 < len(text.encode()) <= 1_000_000
    assert text.endswith("summary.*\n")
