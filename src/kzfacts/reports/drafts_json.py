"""The results on drafts as JSON: the results of ``kzfacts check`` with their places and what drafts add to them.

``result.schema.json`` beside this file describes both. Fields may be added, never changed or taken away.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from kzfacts.reports.drafts import KINDS, counts
from kzfacts.reports.json import Location, ResultEncoder, ResultOut, encodable, harmless, head, one_line

if TYPE_CHECKING:
    from kzfacts.linting.results import CheckedFile, LintRun, Problem, Result, Suppression

_SUMMARY = ("supported", "contradicted", "absent", "unchecked", "suppressed")


class _SuppressedOut(msgspec.Struct):
    kind: str
    justification: str


class _DraftResultOut(ResultOut):
    checkable: bool
    unchecked: str | None
    speaker: str
    read_as: str | None
    suppressed: _SuppressedOut | None


class _FileOut(msgspec.Struct):
    path: str
    format: str
    as_of: str | None
    summary: dict[str, int]


def render(run: LintRun) -> str:
    """Return one document with the fact base, the results, their summary, the files and the problems."""
    results = b",\n".join(_results(run))
    everything = [result for file in run.files for result in file.results]
    tail = msgspec.json.encode(
        {
            "summary": _summary(everything),
            "files": [_file(file) for file in run.files],
            "problems": [_problem(problem) for problem in run.problems],
        }
    )
    return (head(run.fact_base)[:-1] + b',"results":[\n' + results + b"\n]," + harmless(tail)[1:] + b"\n").decode()


def render_lines(run: LintRun) -> str:
    """Return one result a line (https://jsonlines.org), and nothing else."""
    return b"".join(line + b"\n" for line in _results(run)).decode()


def _results(run: LintRun) -> Iterator[bytes]:
    encoder = ResultEncoder(run.fact_base)
    for file in run.files:
        for result in file.results:
            yield one_line(_result(encoder, file, result))


def _result(encoder: ResultEncoder, file: CheckedFile, result: Result) -> _DraftResultOut:
    region, statement = result.sentence.region, result.statement
    location = Location(encodable(file.document.path), region.line, region.column, region.end_line, region.end_column)
    return _DraftResultOut(
        **msgspec.structs.asdict(encoder.result(result.finding, location)),
        checkable=result.checkable,
        unchecked=statement.unchecked,
        speaker=statement.speaker,
        read_as=None if statement.text == result.sentence.text else statement.text,
        suppressed=None if result.suppression is None else _suppressed(result.suppression),
    )


def _suppressed(suppression: Suppression) -> _SuppressedOut:
    return _SuppressedOut(suppression.kind, suppression.justification)


def _file(file: CheckedFile) -> _FileOut:
    as_of = None if file.as_of is None else file.as_of.isoformat()
    return _FileOut(encodable(file.document.path), file.document.format, as_of, _summary(file.results))


def _problem(problem: Problem) -> dict[str, str | int]:
    return {**msgspec.structs.asdict(problem), "path": encodable(problem.path), "message": encodable(problem.message)}


def _summary(results: list[Result] | tuple[Result, ...]) -> dict[str, int]:
    found = counts(results)
    return {name: found[name] for name in sorted(KINDS, key=_SUMMARY.index)}
