"""The examples of facts as tests: what people say about a fact, and the verdict that it should get."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kzfacts.factbase import Fact, edtf
from kzfacts.finding import Finding, Verdict


@dataclass(frozen=True)
class Case:
    """One example: the ``number``-th (from 0) that a fact has for a verdict."""

    fact_id: str
    expected: Verdict
    number: int
    statement: str
    as_of: date | None = None
    open: bool = False


@dataclass(frozen=True)
class Outcome:
    """What a check said of an example; ``place`` is where the example stands, as ``path:line``."""

    case: Case
    finding: Finding
    place: str

    @property
    def passed(self) -> bool:
        """Whether the verdict is the expected one."""
        return self.finding.verdict is self.case.expected


def examples_of(fact: Fact) -> Iterator[Case]:
    """Yield the examples of a fact: the one place that knows where they are kept."""
    for verdict in Verdict:
        for number, example in enumerate(getattr(fact.examples, verdict.value)):
            if isinstance(example, str):
                yield Case(fact.id, verdict, number, example)
            else:
                day = edtf.parse(example.as_of).end if example.as_of else None
                yield Case(fact.id, verdict, number, example.statement, day, example.open)
