"""Counts of a run, and the summary that is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from kzfacts.batch.checking import ERROR, VERDICTS, Answer
from kzfacts.reports.characters import printable
from kzfacts.reports.json import one_line

if TYPE_CHECKING:
    from kzfacts.factbase import FactBase

_MOST_IN_TEXT = 5
_MOST_IN_JSON = 20


class Tally(msgspec.Struct):
    """Counts of rows, of verdicts, and of contradictions by fact; ``blank`` are rows of empty cells."""

    rows: int = 0
    blank: int = 0
    verdicts: dict[str, int] = {}
    contradicted: dict[str, int] = {}

    def add(self, answer: Answer) -> None:
        """Count one row."""
        self.rows += 1
        if not answer.verdict:
            self.blank += 1
            return
        self.verdicts[answer.verdict] = self.verdicts.get(answer.verdict, 0) + 1
        if answer.verdict == "contradicted" and answer.fact_id:
            self.contradicted[answer.fact_id] = self.contradicted.get(answer.fact_id, 0) + 1

    @property
    def errors(self) -> int:
        """How many rows could not be checked."""
        return self.verdicts.get(ERROR, 0)

    @property
    def empty(self) -> bool:
        """Whether there was nothing to check."""
        return not self.verdicts

    def most_contradicted(self, limit: int) -> list[tuple[str, int]]:
        """Return the facts contradicted most often with how often, those of the same count by id."""
        return sorted(self.contradicted.items(), key=lambda item: (-item[1], item[0]))[:limit]


def in_words(tally: Tally, fact_base: FactBase) -> Iterator[str]:
    """Yield the lines of a summary for people."""
    names = {ERROR: "error" if tally.errors == 1 else "errors"}
    counts = [
        f"{tally.verdicts.get(verdict, 0):,} {names.get(verdict, verdict)}"
        for verdict in VERDICTS
        if verdict != ERROR or tally.errors
    ]
    if tally.blank:
        counts.append(f"{tally.blank:,} blank")
    yield f"{tally.rows:,} {'row' if tally.rows == 1 else 'rows'}: {', '.join(counts)}"
    most = tally.most_contradicted(_MOST_IN_TEXT)
    if not most:
        return
    claims = _claims(fact_base, {fact_id for fact_id, _ in most})
    yield "most contradicted facts:"
    width = len(f"{most[0][1]:,}")
    for fact_id, count in most:
        yield f"  {count:>{width},}  {fact_id}: {printable(claims.get(fact_id, ''))}"


def in_json(tally: Tally, fact_base: FactBase) -> str:
    """Return the summary as a JSON object in one line."""
    most = tally.most_contradicted(_MOST_IN_JSON)
    claims = _claims(fact_base, {fact_id for fact_id, _ in most})
    document = {
        "rows": tally.rows,
        "blank": tally.blank,
        "verdicts": {verdict: tally.verdicts.get(verdict, 0) for verdict in VERDICTS},
        "most_contradicted": [
            {"fact_id": fact_id, "claim": claims.get(fact_id, ""), "count": count} for fact_id, count in most
        ],
        "fact_base": {"facts": len(fact_base.facts), "digest": fact_base.digest},
    }
    return one_line(document).decode()


def _claims(fact_base: FactBase, wanted: set[str]) -> dict[str, str]:
    return {fact.id: fact.claim for fact in fact_base.facts if fact.id in wanted} if wanted else {}
