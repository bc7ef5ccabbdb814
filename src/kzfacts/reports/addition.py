"""What the record has on a new fact, in words."""

from __future__ import annotations

from collections.abc import Iterator

from kzfacts.curation.adding import Addition, Concerns
from kzfacts.factbase import Fact
from kzfacts.reports.characters import printable


def concerns(addition: Addition, found: Concerns) -> Iterator[str]:
    """Yield a line for each fact that contradicts, has or resembles the new one."""
    for finding in found.against:
        text = f'contradicted: "{finding.statement}": {finding.message}'
        yield printable(text + (f"; {_fact(finding.fact, addition)}" if finding.fact else ""))
    if found.known is not None and found.known.fact is not None:
        yield printable(f"on record already: {_fact(found.known.fact, addition)}")
    for related in found.near:
        yield printable(f"near ({related.score:.2f}): {_fact(related.fact, addition)}")


def _fact(fact: Fact, addition: Addition) -> str:
    place = addition.before.places.get(fact.id, "")
    return f"{fact.id}{f' ({place})' if place else ''}: {fact.claim}"
