"""Answers: what is added to a row, and the checker that gives it. Statements met again are answered from memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Protocol

import msgspec

from kzfacts.batch.rows import Row
from kzfacts.errors import KzfactsError
from kzfacts.reports.characters import printable
from kzfacts.reports.wording import cited

if TYPE_CHECKING:
    from kzfacts.factbase import Fact, FactBase
    from kzfacts.finding import Finding

ERROR = "error"
"""The verdict of a row that could not be checked."""
VERDICTS = ("supported", "contradicted", "absent", ERROR)
REMEMBERED = 16_384
"""How many answers are kept, those asked for last."""
_JOINT = " | "

Question = tuple[str, date | None]
"""A statement and the day it was made."""


class Answer(msgspec.Struct, frozen=True):
    """What is added to a row; empty, with None for the score (0 to 1), where there is nothing to say."""

    verdict: str
    score: float | None = None
    fact_id: str = ""
    message: str = ""
    citation: str = ""


NOTHING = Answer("")
"""The answer to a row of empty cells."""


class Check(Protocol):
    """What is needed of a checker."""

    fact_base: FactBase

    def check(self, statement: str, as_of: date | None = None) -> Finding:
        """Return the finding on one statement."""


class Memory:
    """The latest answers, never more than REMEMBERED; failures are not kept."""

    def __init__(self, size: int = REMEMBERED) -> None:
        """Take how many answers to keep."""
        self._size = size
        self._latest: OrderedDict[Question, Answer] = OrderedDict()

    def __len__(self) -> int:
        return len(self._latest)

    def get(self, question: Question) -> Answer | None:
        """Return the answer to a question, None where it is not known."""
        known = self._latest.get(question)
        if known is not None:
            self._latest.move_to_end(question)
        return known

    def keep(self, question: Question, answer: Answer) -> None:
        """Keep an answer, and forget the one that was not asked for the longest."""
        if answer.verdict == ERROR:
            return
        self._latest[question] = answer
        if len(self._latest) > self._size:
            self._latest.popitem(last=False)


class Asker:
    """Asks the checker; keeps the citations of the facts met, no more than there are facts."""

    def __init__(self, checker: Check, *, debug: bool = False) -> None:
        """Take the checker; with ``debug`` errors that nobody foresaw are raised."""
        self._checker = checker
        self._debug = debug
        self._citations: dict[str, str] = {}

    def ask(self, question: Question) -> Answer:
        """Return the answer; a check that fails is answered with the verdict ``error``."""
        try:
            return self._said(self._checker.check(*question))
        except Exception as error:
            if self._debug:
                raise
            return Answer(ERROR, message=printable(_failure(error)))

    def _said(self, finding: Finding) -> Answer:
        fact = finding.fact
        citation = "" if fact is None else self._citation(fact)
        fact_id = "" if fact is None else fact.id
        return Answer(finding.verdict.value, round(finding.score, 2), fact_id, printable(finding.message), citation)

    def _citation(self, fact: Fact) -> str:
        known = self._citations.get(fact.id)
        if known is None:
            base = self._checker.fact_base
            known = _JOINT.join(cited(citation, base.source_of(citation)) for citation in fact.citations)
            self._citations[fact.id] = known
        return known


def _failure(error: Exception) -> str:
    """Say that a check failed, in one line."""
    if isinstance(error, KzfactsError):
        return " ".join(str(error).split())
    detail = " ".join(str(error).split())
    return f"internal error, please report it: {type(error).__name__}: {detail} (KZFACTS_DEBUG=1 shows where)"


def own_answer(row: Row) -> Answer:
    """Return the answer to a row that is not checkable."""
    return NOTHING if row.blank else Answer(ERROR, message=printable(row.problem))


def question_of(row: Row, as_of: date | None) -> Question:
    """Return what is asked of a row: its statement on its own day, or ``as_of`` where it has none."""
    return row.statement, row.as_of or as_of


def answered(
    rows: Iterable[Row], ask: Callable[[Question], Answer], memory: Memory, as_of: date | None
) -> Iterator[tuple[Row, Answer]]:
    """Yield each row with its answer, one after the other."""
    for row in rows:
        if not row.checkable:
            yield row, own_answer(row)
            continue
        question = question_of(row, as_of)
        answer = memory.get(question)
        if answer is None:
            answer = ask(question)
            memory.keep(question, answer)
        yield row, answer
