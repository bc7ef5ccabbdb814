"""Labelled statements for the benchmarks: examples of the shipped facts, and the claims of tests/data/claims.

An example knows its own fact, by a hash of whose id it falls into one half or the other, so that a fact's examples are
never apart. What one half teaches is measured on the other, and on the claims.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kzfacts import FactBase, Verdict
from kzfacts.cli.labelled import Row, read_rows
from kzfacts.curation.fact_tests import examples_of

CLAIMS = Path(__file__).parents[1] / "tests/data/claims"


class Labelled(NamedTuple):
    """One statement with the verdict that it ought to get; ``fact_id`` is empty where it belongs to no fact."""

    statement: str
    expected: Verdict
    as_of: date | None
    fact_id: str
    place: str

    @property
    def held_out(self) -> bool:
        """Whether it is of the half that nothing is fitted on, to which all claims belong."""
        return not self.fact_id or bool(hashlib.sha256(self.fact_id.encode()).digest()[0] & 1)


def statements(base: FactBase) -> Iterator[Labelled]:
    """Yield all labelled statements: examples in the order of the base, then claims."""
    for fact in base.facts:
        for case in examples_of(fact):
            yield Labelled(case.statement, case.expected, case.as_of, fact.id, f"{fact.id}:{case.number}")
    for path in sorted(CLAIMS.glob("*.jsonl")):
        with path.open("rb") as lines:
            rows = [row for row in read_rows(path.name, lines) if isinstance(row, Row)]
        yield from (Labelled(row.claim, row.verdict, row.as_of, "", row.place) for row in rows)
