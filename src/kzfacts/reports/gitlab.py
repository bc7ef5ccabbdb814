"""A code quality report of GitLab (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kzfacts.reports.drafts import Shown, paragraph, path_of, place, sentence_case, shown
from kzfacts.reports.fingerprints import Fingerprints
from kzfacts.reports.machine import LEVELS, Level, indented

if TYPE_CHECKING:
    from kzfacts.linting.results import LintRun, Problem

_SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor", "note": "info"}


def render(run: LintRun) -> str:
    """Return one array: problems, then results. The line of a .docx is the number of the paragraph."""
    fingerprints = Fingerprints()
    issues = [_problem(problem, fingerprints) for problem in run.problems]
    return indented(issues + [_result(run, one, fingerprints) for one in shown(run)])


def _result(run: LintRun, one: Shown, fingerprints: Fingerprints) -> dict[str, Any]:
    finding, path, region = one.result.finding, path_of(one.file.document), place(one.result)
    fact_id = "" if finding.fact is None else finding.fact.id
    return _issue(
        finding.verdict.value,
        f"{finding.verdict.value.capitalize()}: {paragraph(run, one)}",  # GitLab shows no check_name
        fingerprints.take(finding.verdict, path, fact_id, one.result.sentence.text),
        LEVELS[finding.verdict],
        path,
        {"begin": region.line, "end": region.end_line},
    )


def _problem(problem: Problem, fingerprints: Fingerprints) -> dict[str, Any]:
    path, line = path_of(problem), max(1, problem.line)  # GitLab wants a line
    fingerprint = fingerprints.take("problem", path, "", problem.message)
    lines = {"begin": line, "end": line}
    return _issue("problem", sentence_case(problem.message), fingerprint, problem.severity, path, lines)


def _issue(
    name: str, description: str, fingerprint: str, level: Level, path: str, lines: dict[str, int]
) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": f"kzfacts/{name}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[level],
        "location": {"path": path, "lines": lines},
    }
