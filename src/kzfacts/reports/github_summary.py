"""The summary of a job of GitHub Actions: GitHub-flavoured Markdown for ``$GITHUB_STEP_SUMMARY``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kzfacts.reports import wording
from kzfacts.reports.drafts import Kind, Shown, asides, clean, counts, path_of, place, recorded, shown, sources
from kzfacts.reports.drafts_text import summary

if TYPE_CHECKING:
    from kzfacts.linting.results import CheckedFile, LintRun, Problem

LARGEST = 1_000_000  # bytes; GitHub refuses more than 1 MiB for a step
_COLUMNS = ("File", "Contradicted", "Supported", "Absent", "Not checkable", "Suppressed")
_KINDS: tuple[Kind, ...] = ("contradicted", "supported", "absent", "unchecked", "suppressed")
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:@])")
_LEFT_OUT = "\n*The rest is left out: GitHub takes no more than 1 MiB of summary.*\n"


def render(run: LintRun) -> str:
    """Return a heading, a table of files, and the results that ``run.reported`` asks for; at most ``LARGEST`` bytes."""
    parts = [
        f"## kzfacts\n\n{_text(summary(run))}\n",
        _table(run),
        *(_problem(problem) for problem in run.problems),
        *(_result(run, one) for one in shown(run)),
    ]
    text, left = "", LARGEST - len(_LEFT_OUT)
    for part in parts:
        left -= len(part.encode()) + 1
        if left < 0:
            return text + _LEFT_OUT
        text += f"{part}\n" if part else ""
    return text


def _table(run: LintRun) -> str:
    if not run.files:
        return ""
    rows = [_COLUMNS, (":--", *["--:"] * len(_KINDS)), *map(_row, run.files)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(file: CheckedFile) -> tuple[str, ...]:
    found = counts(file.results)
    return (_text(path_of(file.document)), *(str(found[kind]) for kind in _KINDS))


def _problem(problem: Problem) -> str:
    line = f":{problem.line}" if problem.line else ""
    return f"- **{problem.severity}** {_text(f'{path_of(problem)}{line}: {problem.message}')}\n"


def _result(run: LintRun, one: Shown) -> str:
    finding, document = one.result.finding, one.file.document
    where = f"{path_of(document)}:{place(one.result).line}"
    lines = [
        f"### {wording.SYMBOLS[finding.verdict]} {finding.verdict.value}: {_text(where)}",
        "",
        f"> {_text(one.result.sentence.text)}",
        "",
        f"- {_text(finding.message)}",
        *(f"- {_text(aside)}" for aside in asides(document, one.result)),
    ]
    if finding.suggestion is not None:
        lines.append(f"- record: **{_text(finding.suggestion.replacement)}**")
    if finding.fact is not None:
        lines.append(f"- {_text(recorded(run, finding.fact))}")
        lines += [
            f"- source: {_text(source)}" + (f" {_link(link)}" if link else "")
            for source, link in sources(run, finding.fact)
        ]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    """Return text that Markdown and HTML show as it stands."""
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").strip()
    return _SPECIAL.sub(r"\\\1", text)


def _link(address: str) -> str:
    safe = "".join(character if character not in "<>()[]|\\`" else f"%{ord(character):02X}" for character in address)
    return f"<{clean(safe)}>"
