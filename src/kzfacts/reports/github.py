"""Annotations on a pull request: workflow commands of GitHub Actions, one a line.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands. GitHub shows ten errors and ten
warnings of a step, so the gravest come first; `kzfacts.reports.github_summary` has all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.reports.drafts import Shown, clean, has_lines, paragraph, path_of, place, sentence_case, shown
from kzfacts.reports.machine import LEVELS, Level

if TYPE_CHECKING:
    from kzfacts.linting.results import LintRun, Problem

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}
_ORDER: tuple[Level, ...] = ("error", "warning", "note")


def render(run: LintRun) -> str:
    """Return a command for each problem and each result, errors first."""
    commands = [_problem(problem) for problem in run.problems]
    commands += [_result(run, one) for one in shown(run)]
    commands.sort(key=lambda command: _ORDER.index(command[0]))
    return "".join(line + "\n" for _, line in commands)


def _result(run: LintRun, one: Shown) -> tuple[Level, str]:
    verdict = one.result.finding.verdict
    properties = {"file": path_of(one.file.document)}
    if has_lines(one.file.document):
        region = place(one.result)
        properties |= {"line": str(region.line), "endLine": str(region.end_line)}
        if region.line == region.end_line:  # GitHub takes columns of one line only
            properties |= {"col": str(region.column), "endColumn": str(region.end_column)}
    properties["title"] = f"kzfacts: {verdict.value}"
    return LEVELS[verdict], _command(LEVELS[verdict], properties, paragraph(run, one))


def _problem(problem: Problem) -> tuple[Level, str]:
    properties = {"file": path_of(problem)}
    if problem.line:
        properties |= {"line": str(problem.line), "col": str(problem.column)}
    properties["title"] = "kzfacts"
    return problem.severity, _command(problem.severity, properties, sentence_case(problem.message))


def _command(level: Level, properties: dict[str, str], message: str) -> str:
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[level]} {written}::{_data(message)}"


def _data(text: str) -> str:
    return clean(text).replace("%", "%25")  # line ends, which would need it too, are gone


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
