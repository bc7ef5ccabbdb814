"""JUnit XML as Jenkins reads it: a draft is a test suite, a sentence a test.

https://github.com/jenkinsci/xunit-plugin, junit-10.xsd. Contradicted sentences fail; absent and suppressed ones, and
those with nothing to check, are skipped. A test's name has no line number, so that its history survives an edit.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kzfacts.finding import Verdict
from kzfacts.reports.drafts import KIND_NAMES, Shown, clean, kind, paragraph, path_of, place
from kzfacts.reports.drafts_text import problem_line

if TYPE_CHECKING:
    from kzfacts.linting.results import CheckedFile, LintRun, Problem, Result


def render(run: LintRun) -> str:
    """Return one document with a suite for each draft, and one for problems where there are any."""
    suites = [_suite(run, file) for file in run.files]
    if run.problems:
        suites.append(_problems(run.problems))
    root = Element("testsuites", name="kzfacts")
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in suites)))
    root.extend(suites)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(run: LintRun, file: CheckedFile) -> Element:
    path = path_of(file.document)
    cases = [_case(run, file, result, path) for result in file.results]
    suite = Element("testsuite", {"name": path, **_counts(cases), "file": path})
    if file.as_of is not None:
        SubElement(SubElement(suite, "properties"), "property", name="as-of", value=file.as_of.isoformat())
    seen: Counter[str] = Counter()
    for case in cases:
        name = case.get("name", "")
        seen[name] += 1
        if seen[name] > 1:
            case.set("name", f"{name} ({seen[name]})")
    suite.extend(cases)
    return suite


def _counts(cases: list[Element]) -> dict[str, str]:
    tags = Counter(child.tag for case in cases for child in case)
    return {
        "tests": str(len(cases)),
        "failures": str(tags["failure"]),
        "errors": str(tags["error"]),
        "skipped": str(tags["skipped"]),
    }


def _case(run: LintRun, file: CheckedFile, result: Result, path: str) -> Element:
    case = Element("testcase", name=clean(result.sentence.text), classname=path)
    found, verdict = kind(result), result.finding.verdict
    if found == "contradicted" or (found == "absent" and Verdict.ABSENT in run.reported):
        failure = SubElement(case, "failure", type=verdict.value, message=clean(result.finding.message))
        region = place(result)
        failure.text = f"{path}:{region.line}:{region.column}: {paragraph(run, Shown(file, result))}"
    elif found != "supported":
        SubElement(case, "skipped", type=KIND_NAMES.get(found, found), message=_why(result))
    return case


def _why(result: Result) -> str:
    if result.suppression is not None:
        return clean(result.suppression.justification)
    return clean(result.statement.unchecked or result.finding.message)


def _problems(problems: tuple[Problem, ...]) -> Element:
    """Return a suite in which errors are errors, and warnings pass."""
    cases = []
    for problem in problems:
        case = Element("testcase", name=clean(problem.message), classname=path_of(problem))
        child = Element("error", type=problem.severity, message=clean(problem.message))
        if problem.severity != "error":
            child = Element("system-err")
        child.text = problem_line(problem)
        case.append(child)
        cases.append(case)
    suite = Element("testsuite", {"name": "problems", **_counts(cases)})
    suite.extend(cases)
    return suite
