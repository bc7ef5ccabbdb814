"""A draft in, its results out: each sentence read in its context, judged, and the finding put back into the sentence.

Offsets are code points from 0, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Protocol

import msgspec

from kzfacts.documents.model import Document, Sentence
from kzfacts.errors import UsageError
from kzfacts.finding import Finding, Span, Step, Suggestion, Verdict
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.linting.results import CheckedFile, Reason, Result, Statement

LONGEST = 10_000
"""How many characters a sentence may have; what is longer is no sentence."""
_SIC = re.compile(r"\s*\[sic!?\]", re.IGNORECASE)
_UNCHECKED: dict[Reason, str] = {
    "opinion": "an opinion: nothing to check",
    "question": "a question: nothing to check",
    "imperative": "a call to do something: nothing to check",
    "prediction": "a prediction: nothing to check yet",
    "fragment": "no statement: nothing to check",
}

ReadInContext = Callable[[Document, Vocabulary, date | None], tuple[Statement, ...]]


class Judge(Protocol):
    """What judges a statement, such as `kzfacts.Checker`."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The names and words it knows."""
        ...

    def check(self, statement: str, as_of: date | None = None) -> Finding:
        """Return the finding on one statement, made on the day ``as_of``."""
        ...


class Linter:
    """Checks drafts with one judge; make one and use it for many."""

    def __init__(self, checker: Judge, read: ReadInContext | None = None) -> None:
        """Take the judge, and what reads sentences in context where it is not the usual one."""
        self._checker = checker
        self._read = read or _usual_reader()

    def check(
        self,
        document: Document,
        as_of: date | None = None,
        *,
        wanted: Callable[[Sentence], bool] | None = None,
        failed: Callable[[Sentence, Exception], None] | None = None,
    ) -> CheckedFile:
        """Return the results on a draft, in reading order.

        ``as_of`` is when its statements were made where it has no date of its own. Only sentences that are ``wanted``
        are judged, though all are read. A sentence on which the judge fails is told to ``failed`` and has no result;
        without ``failed`` what the judge raises passes.
        """
        day = document.dated or as_of
        results = []
        for statement in self._read(document, self._checker.vocabulary, day):
            if wanted is not None and not wanted(statement.sentence):
                continue
            try:
                results.append(self._result(statement, day))
            except Exception as error:
                if failed is None:
                    raise
                failed(statement.sentence, error)
        return CheckedFile(document, tuple(results), day)

    def _result(self, statement: Statement, as_of: date | None) -> Result:
        if statement.unchecked is not None:
            message = _UNCHECKED[statement.unchecked]
            return Result(statement, Finding(statement.sentence.text, Verdict.ABSENT, 0.0, message))
        statement = _without_sic(statement)
        if len(statement.text) > LONGEST:
            raise UsageError(f"a sentence of more than {LONGEST:,} characters; is this a draft?")
        return Result(statement, placed(self._checker.check(statement.text, as_of), statement))


def _usual_reader() -> ReadInContext:
    from kzfacts.linting.context import read_in_context

    return read_in_context


def _without_sic(statement: Statement) -> Statement:
    """Return a statement without the editor's "[sic]", which says nothing on the matter."""
    kept = [True] * len(statement.text)
    for mark in _SIC.finditer(statement.text):
        kept[mark.start() : mark.end()] = [False] * len(mark[0])
    if all(kept):
        return statement
    pairs = [
        pair for pair, stays in zip(zip(statement.text, statement.origins, strict=True), kept, strict=True) if stays
    ]
    text, origins = "".join(letter for letter, _ in pairs), tuple(origin for _, origin in pairs)
    return msgspec.structs.replace(statement, text=text, origins=origins)


def has_sic(sentence: Sentence) -> bool:
    """Say whether the editor has marked a sentence with "[sic]" right after one of its words."""
    return any(mark.start() > 0 for mark in _SIC.finditer(sentence.text))


def placed(finding: Finding, statement: Statement) -> Finding:
    """Return a finding on the statement as one on its sentence.

    A piece of the proof that stands in no part of the sentence has no span any more. A suggestion stays only where all
    that it replaces stands in the sentence, in one piece.
    """
    sentence = statement.sentence.text
    return msgspec.structs.replace(
        finding,
        statement=sentence,
        proof=tuple(_step(step, statement.origins, sentence) for step in finding.proof),
        suggestion=_suggestion(finding.suggestion, statement.origins),
    )


def _step(step: Step, origins: tuple[int | None, ...], sentence: str) -> Step:
    if step.statement is None:
        return step
    own = [origin for origin in origins[step.statement.start : step.statement.end] if origin is not None]
    span = Span(sentence[min(own) : max(own) + 1], min(own), max(own) + 1) if own else None
    return msgspec.structs.replace(step, statement=span)


def _suggestion(suggestion: Suggestion | None, origins: tuple[int | None, ...]) -> Suggestion | None:
    if suggestion is None or suggestion.end <= suggestion.start:
        return None
    own = origins[suggestion.start : suggestion.end]
    first = own[0]
    if first is None or list(own) != list(range(first, first + len(own))):
        return None
    return Suggestion(first, first + len(own), suggestion.replacement)
