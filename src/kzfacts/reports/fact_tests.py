"""The examples of facts, and what came of testing them, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kzfacts.curation.fact_tests import Case, Outcome
from kzfacts.finding import Finding, Verdict
from kzfacts.reports.characters import placed
from kzfacts.reports.quantities import quantity


def failure(outcome: Outcome) -> str:
    """Return the line for an example that got another verdict: where, which fact, what was expected, and why."""
    case, finding = outcome.case, outcome.finding
    said = f'"{case.statement}"' + (f" as of {case.as_of}" if case.as_of else "")
    place = f"{outcome.place}: " if outcome.place else ""
    return placed(
        f"{place}{case.fact_id}: expected {case.expected}, got {finding.verdict}: "
        f"{said} ({finding.message}; {_ground(finding)})"
    )


def _ground(finding: Finding) -> str:
    """Say which fact a finding rests on, or which is the nearest."""
    if finding.fact is not None:
        return f"rests on {finding.fact.id}: {finding.fact.claim}"
    return f"nearest is {finding.related[0].fact.id}" if finding.related else "no fact is near"


def record(outcome: Outcome) -> dict[str, Any]:
    """Return one outcome for JSON."""
    case, finding = outcome.case, outcome.finding
    path, _, line = outcome.place.rpartition(":")
    return {
        "fact_id": case.fact_id,
        "path": path or None,
        "line": int(line) if line.isdecimal() else None,
        "statement": case.statement,
        "as_of": case.as_of.isoformat() if case.as_of else None,
        "expected": case.expected,
        "verdict": finding.verdict,
        "passed": outcome.passed,
        "open": case.open,
        "score": round(finding.score, 2),
        "message": finding.message,
        "rests_on": finding.fact.id if finding.fact else None,
        "related": [related.fact.id for related in finding.related],
    }


def summary(facts: int, passed: int, failed: int, not_run: int, still_open: int) -> str:
    """Count the examples in words."""
    total = passed + failed + not_run + still_open
    counts = f"{quantity(total, 'example')} of {quantity(facts, 'fact')}: {passed} passed, {failed} failed"
    if still_open:
        counts += f", {still_open} open"
    return f"{counts}, {not_run} not run" if not_run else counts


def by_verdict(cases: Iterable[Case]) -> dict[str, list[dict[str, str | bool | None]]]:
    """Return examples for JSON, by the verdict expected."""
    listed: dict[str, list[dict[str, str | bool | None]]] = {verdict.value: [] for verdict in Verdict}
    for case in cases:
        as_of = case.as_of.isoformat() if case.as_of else None
        listed[case.expected.value].append({"statement": case.statement, "as_of": as_of, "open": case.open})
    return listed
