"""What checking drafts rests on, made small: a reader of plain paragraphs, a judge that answers from a table."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath

from reports import sample

from kzfacts.documents.model import Block, Document, Region, Remark, Sentence
from kzfacts.errors import KzfactsError
from kzfacts.finding import Finding
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.linting.checking import DraftChecker
from kzfacts.linting.linter import Linter
from kzfacts.linting.results import LintRun, Reason, Statement

_REMARK = re.compile(r"<!--\s*(kzfacts-.*?)\s*-->")
_SENTENCE = re.compile(r"[^\s<][^<]*?[.?](?= |$)")
_DATED = re.compile(r"^dated (\d{4}-\d\d-\d\d)$", re.MULTILINE)


def read_document(path: str, data: bytes, format: str | None = None) -> Document:
    """Read a draft in which each line is a paragraph, and a sentence ends at "." or "?" and a space."""
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KzfactsError(f"{path}:1:1: no text") from None
    if "broken" in source:
        raise RuntimeError("out of\norder")
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    remarks: list[Remark] = []
    for number, line in enumerate(source.splitlines(), start=1):
        for found in _REMARK.finditer(line):
            remarks.append(Remark(found[1], Region(number, found.start() + 1, number, found.end() + 1), len(blocks)))
        matches = [] if _DATED.match(line) else list(_SENTENCE.finditer(_REMARK.sub(lambda m: "<" * len(m[0]), line)))
        if matches:
            block = Block("paragraph", line, len(blocks))
            blocks.append(block)
            sentences += [_sentence(found, number, block) for found in matches]
    dated = _DATED.search(source)
    day = date.fromisoformat(dated[1]) if dated else None
    return Document(path, format or "text", tuple(sentences), tuple(blocks), day, tuple(remarks), {}, source)


def _sentence(found: re.Match[str], line: int, block: Block) -> Sentence:
    start, end = found.span()
    places = tuple((line, column + 1) for column in range(start, end))
    return Sentence(found[0], Region(line, start + 1, line, end + 1), places, block, start)


def read_in_context(document: Document, _vocabulary: Vocabulary, _as_of: date | None) -> tuple[Statement, ...]:
    """Return each sentence as it is; a question is nothing to check."""
    return tuple(statement(sentence) for sentence in document.sentences)


def statement(sentence: Sentence) -> Statement:
    """Return a sentence that its context adds nothing to."""
    unchecked: Reason | None = "question" if sentence.text.endswith("?") else None
    return Statement(sentence, sentence.text, tuple(range(len(sentence.text))), "", unchecked)


class Judge:
    """Answers by a word of the statement, and keeps what it was asked."""

    def __init__(self, min_score: float = 0.0) -> None:
        self.asked: list[tuple[str, date | None]] = []
        self.min_score = min_score

    @property
    def vocabulary(self) -> Vocabulary:
        return None  # type: ignore[return-value]  # the reader above wants none

    def check(self, statement: str, as_of: date | None = None) -> Finding:
        self.asked.append((statement, as_of))
        return sample.TableChecker(sample.FACT_BASE, self.min_score).check(statement, as_of)


def linter(judge: Judge | None = None) -> Linter:
    """Return a linter over the table."""
    return Linter(judge or Judge(), read_in_context)


def draft_checker(judge: Judge | None = None) -> DraftChecker:
    """Return a checker of drafts over the table."""
    return DraftChecker(linter(judge), read_document, lambda: [fact.id for fact in sample.FACT_BASE.facts])


def format_of(path: str) -> str | None:
    """Return the format by the ending."""
    return {".md": "markdown", ".txt": "text"}.get(PurePath(path).suffix)


def render(format_: str, run: LintRun) -> str:
    """Return a line for each result: place, verdict, sentence, and whether it is suppressed."""
    lines = [f"{format_} report\n"]
    for file in run.files:
        for result in file.results:
            region, finding = result.sentence.region, result.finding
            word = "unchecked" if not result.checkable else finding.verdict.value
            word += f" ({result.suppression.kind}: {result.suppression.justification})" if result.suppression else ""
            lines.append(f"{file.document.path}:{region.line}:{region.column}: {word}: {finding.statement}\n")
    return "".join(lines)


def summary(run: LintRun) -> str:
    """Return how much was checked."""
    return f"{len(run.files)} files, {sum(len(file.results) for file in run.files)} sentences"
