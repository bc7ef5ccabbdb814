"""Facts beside the one that decides, in every report, and sources that bear no date."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from kzfacts.factbase import Citation, Fact, FactBase, Source
from kzfacts.factbase.model import Certainty
from kzfacts.finding import Bearing, Beside, Finding, Verdict
from kzfacts.reports.json import JsonDocument, JsonLines
from kzfacts.reports.plain import PlainReport
from kzfacts.reports.terminal import TerminalReport
from reports.sample import SOURCE, VISITS, supported

UNDATED = Source(id="page", title="Our president", publisher="The palace", url="https://example.org/visits")
NINE = Fact(
    id="nine-visits-2014",
    claim="President Nazarbayev made nine official visits abroad in 2014.",
    when="2014",
    citations=(Citation("page", "line 3"), Citation("edm-12-18")),
    kind="quantity",
    certainty="disputed",
)
FACT_BASE = FactBase.of(facts=(VISITS, NINE), sources=(SOURCE, UNDATED))
ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


def beside(bearing: Bearing = "disputes", value: str = "nine", fact: Fact = NINE) -> Finding:
    """A supported finding with another fact beside its own."""
    found = supported()
    return Finding(found.statement, found.verdict, 1.0, found.message, VISITS, beside=(Beside(fact, bearing, value),))


def on_terminal(finding: Finding) -> str:
    report = TerminalReport(FACT_BASE)
    return ESCAPES.sub("", report.result(finding))


BELOW = """\
  {label}President Nazarbayev made nine official visits abroad in 2014. [2014, disputed; nine-visits-2014]
  source        "Our president", The palace, undated, line 3
  source        A. Writer, "A Year of Diplomacy", Eurasia Daily Monitor, 30 January 2015
"""


@pytest.mark.parametrize(
    ("bearing", "label"),
    [("disputes", "disputed by"), ("refines", "more exactly"), ("is less exact", "less exactly")],
)
def test_a_fact_beside_stands_with_its_sources_below_the_record(bearing: Bearing, label: str) -> None:
    expected = BELOW.format(label=label.ljust(14))
    for text in (PlainReport(FACT_BASE).result(beside(bearing)), on_terminal(beside(bearing))):
        assert expected in text
        assert text.index("  record ") < text.index(f"  {label}")
        assert text.count(" disputed; nine-visits-2014]") == 1


def test_no_fact_beside_no_line() -> None:
    for text in (PlainReport(FACT_BASE).result(supported()), on_terminal(supported())):
        assert "nine-visits-2014" not in text
        assert not any(label in text for label in ("disputed by", "more exactly", "less exactly"))


def test_facts_beside_in_json() -> None:
    (result,) = json.loads(JsonLines(FACT_BASE).result(beside()))["beside"]
    assert (result["bearing"], result["value"]) == ("disputes", "nine")
    assert result["fact"]["id"] == "nine-visits-2014"
    assert result["fact"]["certainty"] == "disputed"
    assert [citation["source"] for citation in result["fact"]["citations"]] == ["page", "edm-12-18"]
    assert json.loads(JsonLines(FACT_BASE).result(supported()))["beside"] == []


def schema() -> dict[str, Any]:
    return dict(json.loads(resources.files("kzfacts.reports").joinpath("result.schema.json").read_text("utf-8")))


@pytest.mark.parametrize(
    "certainty",
    get_args(Certainty),
)
def test_facts_beside_keep_to_the_schema(certainty: Certainty) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(schema())
    for bearing in get_args(Bearing):
        report = JsonDocument(FACT_BASE)
        finding = beside(bearing, fact=replace(NINE, certainty=certainty))
        text = report.start() + report.result(finding) + report.end({})
        assert [error.message for error in validator.iter_errors(json.loads(text))] == []
        odd = json.loads(text.replace(f'"bearing":"{bearing}'.encode(), b'"bearing":"odd'))
        assert not validator.is_valid(odd)


def test_an_undated_source_is_called_so() -> None:
    finding = Finding("They made nine visits.", Verdict.SUPPORTED, 1.0, "on record", fact=NINE)
    source = '  source        "Our president", The palace, undated, line 3 <https://example.org/visits>\n'
    assert source in PlainReport(FACT_BASE).result(finding)
    assert source in on_terminal(finding)
    result = json.loads(JsonLines(FACT_BASE).result(finding))
    assert [citation["published"] for citation in result["fact"]["citations"]] == ["", "2015-01-30"]


def test_a_dated_source_is_not_called_undated() -> None:
    assert "undated" not in PlainReport(FACT_BASE).result(supported())
    assert "undated" not in on_terminal(supported())
