"""The Reviewdog Diagnostic Format (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf).

Columns are bytes of UTF-8 from 1, ends exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kzfacts.reports import wording
from kzfacts.reports.drafts import (
    Shown,
    clean,
    fact_place,
    has_lines,
    line_of,
    paragraph,
    path_of,
    place,
    replaceable,
    sentence_case,
    shown,
)
from kzfacts.reports.machine import LEVELS, Level, indented

if TYPE_CHECKING:
    from kzfacts.documents.model import Document, Region
    from kzfacts.linting.results import LintRun, Problem

_SEVERITIES: dict[Level, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(run: LintRun) -> str:
    """Return one document: problems, then results."""
    diagnostics = [_problem(problem) for problem in run.problems] + [_result(run, one) for one in shown(run)]
    return indented({"source": {"name": "kzfacts"}, "diagnostics": diagnostics})


def _result(run: LintRun, one: Shown) -> dict[str, Any]:
    finding, document = one.result.finding, one.file.document
    location: dict[str, Any] = {"path": path_of(document)}
    if has_lines(document):
        location["range"] = _range(document, place(one.result))
    diagnostic: dict[str, Any] = {
        "message": paragraph(run, one),
        "location": location,
        "severity": _SEVERITIES[LEVELS[finding.verdict]],
        "code": {"value": finding.verdict.value},
    }
    region = replaceable(document, one.result)
    if region is not None and finding.suggestion is not None:
        diagnostic["suggestions"] = [{"range": _range(document, region), "text": finding.suggestion.replacement}]
    found = None if finding.fact is None else fact_place(run, finding.fact.id)
    if found is not None and finding.fact is not None:
        path, line = found
        told = f"Record: {clean(finding.fact.claim)} ({clean(wording.standing(finding.fact, run.fact_base))})"
        related = {"path": clean(path), "range": {"start": {"line": line}}}
        diagnostic["related_locations"] = [{"message": told, "location": related}]
    return diagnostic


def _range(document: Document, region: Region) -> dict[str, Any]:
    return {
        "start": _position(document, region.line, region.column),
        "end": _position(document, region.end_line, region.end_column),
    }


def _position(document: Document, line: int, column: int) -> dict[str, int]:
    before = line_of(document, line)[: column - 1]
    return {"line": line, "column": len(before.encode("utf-8", "replace")) + 1}


def _problem(problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"path": path_of(problem)}
    if problem.line:
        location["range"] = {"start": {"line": problem.line}}
    return {
        "message": sentence_case(problem.message),
        "location": location,
        "severity": _SEVERITIES[problem.severity],
    }
