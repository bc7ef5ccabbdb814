from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest

from kzfacts.factbase import FactBase
from kzfacts.finding import Finding, Verdict
from kzfacts.reports.json import JsonDocument, JsonLines
from reports.sample import FACT_BASE, absent, contradicted, supported

FINDINGS = [contradicted(), supported(), absent()]


def document(findings: list[Finding], fact_base: FactBase = FACT_BASE) -> bytes:
    report = JsonDocument(fact_base)
    verdicts = {verdict.value: sum(one.verdict is verdict for one in findings) for verdict in Verdict}
    return b"".join([report.start(), *map(report.result, findings), report.end(verdicts)])


def schema() -> Any:
    return json.loads(resources.files("kzfacts.reports").joinpath("result.schema.json").read_text("utf-8"))


def test_a_result_in_full() -> None:
    assert json.loads(JsonLines(FACT_BASE).result(contradicted())) == {
        "statement": "Nazarbayev made ten visits in 2014.",
        "location": None,
        "verdict": "contradicted",
        "score": 0.93,
        "message": "says ten visits; the record has eight",
        "fact": {
            "id": "official-visits-2014",
            "claim": "President Nazarbayev made eight official visits abroad in 2014.",
            "when": "2014",
            "certainty": "reported",
            "kind": "quantity",
            "attributed_to": "",
            "citations": [
                {
                    "source": "edm-12-18",
                    "title": "A Year of Diplomacy",
                    "publisher": "Eurasia Daily Monitor",
                    "published": "2015-01-30",
                    "url": "https://example.org/edm-12-18",
                    "locator": "paragraph 1",
                    "reports": "MFA.kz, 26 December 2014",
                }
            ],
        },
        "proof": [
            {
                "aspect": "name",
                "relation": "equivalence",
                "statement": {"text": "Nazarbayev", "start": 0, "end": 10},
                "fact": {"text": "President Nazarbayev"},
                "note": "",
            },
            {
                "aspect": "number",
                "relation": "alternation",
                "statement": {"text": "ten", "start": 16, "end": 19},
                "fact": {"text": "eight"},
                "note": "10 is not 8",
            },
            {
                "aspect": "word",
                "relation": "reverse entailment",
                "statement": None,
                "fact": {"text": "official"},
                "note": "",
            },
        ],
        "suggestion": {"start": 16, "end": 19, "replacement": "eight"},
        "related": [],
        "beside": [],
    }


def test_an_absent_statement_names_no_fact_but_the_nearest() -> None:
    result = json.loads(JsonLines(FACT_BASE).result(absent()))
    assert result["fact"] is None
    assert result["suggestion"] is None
    assert result["related"][0] == {
        "id": "union-view-2014",
        "claim": "The union limits nobody's sovereignty.",
        "score": 0.61,
    }


def test_the_document_counts_and_names_its_fact_base() -> None:
    content = json.loads(document(FINDINGS))
    assert content["version"] == 1
    assert content["fact_base"] == {"facts": 2, "digest": FACT_BASE.digest}
    assert [result["verdict"] for result in content["results"]] == ["contradicted", "supported", "absent"]
    assert content["summary"] == {"supported": 1, "contradicted": 1, "absent": 1}


def test_an_empty_document_is_whole() -> None:
    assert json.loads(document([]))["results"] == []


def test_lines_are_single_and_safe_on_a_terminal() -> None:
    statement = "ten \x1b[31m \x9b31m \u2028 \x85 \x7f é"
    line = JsonLines(FACT_BASE).result(contradicted(statement)).decode()
    assert len(line.splitlines()) == 1
    assert not any(character in line for character in "\x1b\x9b\x7f")
    assert json.loads(line)["statement"] == statement


@pytest.mark.parametrize("findings", [[], FINDINGS])
def test_documents_keep_to_the_schema(findings: list[Finding]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.Draft202012Validator(schema()).validate(json.loads(document(findings)))


def test_the_schema_names_every_key_of_a_result() -> None:
    definitions = schema()["$defs"]
    result = json.loads(JsonLines(FACT_BASE).result(contradicted()))
    drafts_add = ["checkable", "unchecked", "speaker", "read_as", "suppressed"]
    assert [*result, *drafts_add] == list(definitions["result"]["properties"])
    assert list(result["fact"]) == list(definitions["fact"]["properties"])
    assert list(result["fact"]["citations"][0]) == list(
        definitions["fact"]["properties"]["citations"]["items"]["properties"]
    )
    assert list(result["proof"][0]) == list(definitions["step"]["properties"])
    assert list(result["suggestion"]) == list(definitions["suggestion"]["properties"])
