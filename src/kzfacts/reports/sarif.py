"""SARIF 2.1.0 for code scanning (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).

The rules are the verdicts; which fact decides stands in a result's properties and among its related locations.
Suppressed results are part of the report, as suppressed. Columns are code points from 1, ends exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kzfacts.finding import Verdict
from kzfacts.reports import wording
from kzfacts.reports.drafts import (
    Shown,
    clean,
    fact_place,
    focus,
    paragraph,
    path_of,
    place,
    replaceable,
    sentence_case,
    shown,
    uri_of,
)
from kzfacts.reports.fingerprints import Fingerprints
from kzfacts.reports.machine import LEVELS, indented
from kzfacts.version import __version__

if TYPE_CHECKING:
    from kzfacts.documents.model import Region
    from kzfacts.factbase import Fact
    from kzfacts.linting.results import LintRun, Problem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_RULES: dict[Verdict, tuple[str, str, str]] = {
    Verdict.CONTRADICTED: (
        "Contradicted by the record",
        "A fact on record about the same matter cannot be true together with this sentence.",
        "Correct the sentence by the fact and source that are named. Where the draft is right, correct the fact base; "
        "where the sentence is to stay, write a comment with the reason before it: "
        "`<!-- kzfacts-ignore-next FACT-ID -- reason -->`.",
    ),
    Verdict.ABSENT: (
        "Not on record",
        "No fact on record bears this sentence out, and none contradicts it.",
        "Find a source for the sentence, and add it to the fact base as a fact.",
    ),
    Verdict.SUPPORTED: (
        "On record",
        "A fact on record bears this sentence out.",
        "There is nothing to do.",
    ),
}
_ORDER = list(_RULES)


def render(run: LintRun) -> str:
    """Return one log with one run."""
    fingerprints = Fingerprints()
    return indented(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "kzfacts",
                            "semanticVersion": __version__,
                            "rules": [_rule(verdict) for verdict in _ORDER],
                        }
                    },
                    "automationDetails": {"id": "kzfacts/"},
                    "columnKind": "unicodeCodePoints",
                    "invocations": [
                        {
                            "executionSuccessful": all(problem.severity != "error" for problem in run.problems),
                            "toolExecutionNotifications": [_notification(problem) for problem in run.problems],
                        }
                    ],
                    "results": [_result(run, one, fingerprints) for one in shown(run, with_suppressed=True)],
                    "properties": {"facts": len(run.fact_base.facts), "factBaseDigest": run.fact_base.digest},
                }
            ],
        }
    )


def _rule(verdict: Verdict) -> dict[str, Any]:
    short, full, help_text = _RULES[verdict]
    level = LEVELS[verdict]
    return {
        "id": verdict.value,
        "name": verdict.value.capitalize(),
        "shortDescription": {"text": short},
        "fullDescription": {"text": full},
        "help": {"text": help_text.replace("`", ""), "markdown": help_text},
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": ["facts", "prose"],
            "problem.severity": "recommendation" if level == "note" else level,
        },
    }


def _result(run: LintRun, one: Shown, fingerprints: Fingerprints) -> dict[str, Any]:
    finding, document = one.result.finding, one.file.document
    fact_id = "" if finding.fact is None else finding.fact.id
    fingerprint = fingerprints.take(finding.verdict, path_of(document), fact_id, one.result.sentence.text)
    result: dict[str, Any] = {
        "ruleId": finding.verdict.value,
        "ruleIndex": _ORDER.index(finding.verdict),
        "level": LEVELS[finding.verdict],
        "message": {"text": _unlinked(paragraph(run, one))},
        "locations": [{"physicalLocation": _location(one)}],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
        "suppressions": _suppressions(one),
        "properties": _properties(one, fact_id),
    }
    related = None if finding.fact is None else _related(run, finding.fact)
    if related is not None:
        result["relatedLocations"] = [related]
    fix = _fix(one)
    if fix is not None:
        result["fixes"] = [fix]
    return result


def _unlinked(text: str) -> str:
    """Return text in which no "[...](...)" is a link (section 3.11.6)."""
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def _location(one: Shown) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": uri_of(one.file.document.path)},
        "region": {**_region(place(one.result)), "snippet": {"text": _words(one)}},
        "contextRegion": {**_region(one.result.sentence.region), "snippet": {"text": clean(one.result.sentence.text)}},
    }


def _words(one: Shown) -> str:
    start, end = focus(one.result)
    return clean(one.result.sentence.text[start:end])


def _region(region: Region) -> dict[str, Any]:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _suppressions(one: Shown) -> list[dict[str, Any]]:
    suppression = one.result.suppression
    if suppression is None:
        return []
    return [{"kind": suppression.kind, "status": "accepted", "justification": clean(suppression.justification)}]


def _properties(one: Shown, fact_id: str) -> dict[str, Any]:
    properties = {
        "verdict": one.result.finding.verdict.value,
        "score": round(one.result.finding.score, 2),
        "fact": clean(fact_id),
        "speaker": clean(one.result.statement.speaker),
        "asOf": one.file.as_of.isoformat() if one.file.as_of else "",
    }
    return {key: value for key, value in properties.items() if value != ""}


def _related(run: LintRun, fact: Fact) -> dict[str, Any] | None:
    """Return where the fact stands: its YAML in this repository, else the first of its sources with an address."""
    message = {"text": _unlinked(f"Record: {clean(fact.claim)} ({clean(wording.standing(fact, run.fact_base))})")}
    found = fact_place(run, fact.id)
    if found is not None:
        path, line = found
        location = {"artifactLocation": {"uri": uri_of(path)}, "region": {"startLine": line}}
        return {"id": 1, "message": message, "physicalLocation": location}
    for citation in fact.citations:
        link = wording.address(run.fact_base.source_of(citation))
        if link:
            return {"id": 1, "message": message, "physicalLocation": {"artifactLocation": {"uri": link}}}
    return None


def _fix(one: Shown) -> dict[str, Any] | None:
    region, suggestion = replaceable(one.file.document, one.result), one.result.finding.suggestion
    if region is None or suggestion is None:
        return None
    replacement = {"deletedRegion": _region(region), "insertedContent": {"text": suggestion.replacement}}
    return {
        "description": {"text": f"Write what the record has: {clean(suggestion.replacement)}"},
        "artifactChanges": [
            {"artifactLocation": {"uri": uri_of(one.file.document.path)}, "replacements": [replacement]}
        ],
    }


def _notification(problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": uri_of(problem.path)}}
    if problem.line:
        location["region"] = {"startLine": problem.line, "startColumn": problem.column}
    return {
        "level": problem.severity,
        "message": {"text": _unlinked(sentence_case(problem.message))},
        "locations": [{"physicalLocation": location}],
    }
