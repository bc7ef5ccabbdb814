"""The results on drafts as text: grouped by file, carets under the words in conflict, and what the record has.

Every line that quotes a draft begins with something else, so that none can be a command to a runner of CI jobs.
Problems are no results: the command prints them on standard error, by `problem_line`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kzfacts.finding import Verdict
from kzfacts.reports import wording
from kzfacts.reports.characters import carets, wrap
from kzfacts.reports.drafts import asides, clean, counted, counts, listed, path_of, place, recorded, sources
from kzfacts.reports.quantities import quantity

if TYPE_CHECKING:
    from kzfacts.documents.model import Document
    from kzfacts.linting.results import CheckedFile, LintRun, Problem, Result

_COLOURS = {Verdict.SUPPORTED: "green", Verdict.CONTRADICTED: "red", Verdict.ABSENT: "yellow"}
_GUTTER = 6  # cells before the bar
_BAR = " | "
_NARROWEST = 20  # cells of a sentence on however small a terminal

Piece = tuple[str, str]
"""Text without control characters and its style, as rich names it; empty for none."""
Line = tuple[Piece, ...]


def render(run: LintRun, *, colour: bool = False, width: int | None = None) -> str:
    """Return the results that ``run.reported`` asks for.

    ``colour`` adds escape sequences and is for terminals only; ``width`` is that of the terminal in cells, None leaves
    every line in one piece.
    """
    paint = _painted if colour else _plain
    return "".join(paint(line).rstrip(" ") + "\n" for line in _lines(run, width))


def summary(run: LintRun) -> str:
    """Return what was checked in one line: "2 files, 9 sentences to check: 1 contradicted, 6 supported, 2 absent"."""
    found = counts(result for file in run.files for result in file.results)
    sentences = found["contradicted"] + found["supported"] + found["absent"]
    return f"{quantity(len(run.files), 'file')}, {quantity(sentences, 'sentence')} to check: {counted(found)}"


def problem_line(problem: Problem) -> str:
    """Return a problem as ``path:line:column: severity: message``, without a place where it has none."""
    return f"{path_of(problem)}{problem.place}: {problem.severity}: {clean(problem.message)}"


def _lines(run: LintRun, width: int | None) -> Iterator[Line]:
    for file in run.files:
        results = list(listed(run, file))
        if results:
            yield (path_of(file.document), "bold underline"), (f": {counted(counts(file.results))}", "dim")
            yield ()
        for result in results:
            yield from _result(run, file, result, width)
            yield ()


def _result(run: LintRun, file: CheckedFile, result: Result, width: int | None) -> Iterator[Line]:
    finding = result.finding
    style = _COLOURS[finding.verdict]
    yield (
        (_where(file.document, result), "bold"),
        (": ", ""),
        (finding.verdict.value, f"bold {style}"),
        (f": {clean(finding.message)}", ""),
    )
    yield from _sentence(result, style, width)
    for aside in asides(file.document, result):
        yield _note(aside)
    if finding.fact is not None:
        yield _note(f"record: {recorded(run, finding.fact)}")
        for source, link in sources(run, finding.fact):
            yield _note(f"source: {source}" + (f" <{link}>" if link else ""))


def _where(document: Document, result: Result) -> str:
    region = place(result)
    return f"{path_of(document)}:{region.line}:{region.column}"


def _note(text: str) -> Line:
    return (" " * _GUTTER + " = ", "dim"), (text, "")


def _sentence(result: Result, style: str, width: int | None) -> Iterator[Line]:
    """Yield the sentence in lines of at most ``width`` cells, carets under what decides the verdict."""
    text = clean(result.sentence.text)
    spans = wording.conflicts(result.finding)
    suggestion = result.finding.suggestion
    limit = None if width is None else max(_NARROWEST, width - _GUTTER - len(_BAR))
    number = str(result.sentence.region.line).rjust(_GUTTER)
    for start, end in wrap(text, limit):
        yield (number + _BAR, "dim"), *_marked(text, start, end, spans, f"bold {style}")
        number = " " * _GUTTER
        marks, last = carets(text, start, end, spans)
        if marks:
            label = ""
            if suggestion is not None and start < suggestion.end <= last:
                label = f" record: {clean(suggestion.replacement)}"
            yield (number + _BAR, "dim"), (marks, style), (label, f"bold {style}")


def _marked(text: str, start: int, end: int, spans: list[tuple[int, int]], style: str) -> Iterator[Piece]:
    for first, last in spans:
        first, last = max(start, first), min(end, last)
        if first < last:
            yield text[start:first], ""
            yield text[first:last], style
            start = last
    yield text[start:end], ""


def _plain(line: Line) -> str:
    return "".join(text for text, _ in line)


def _painted(line: Line) -> str:
    from rich.color import ColorSystem
    from rich.style import Style

    return "".join(
        Style.parse(style).render(text, color_system=ColorSystem.STANDARD) if style and text else text
        for text, style in line
    )
