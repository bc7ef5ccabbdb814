"""Facts that are on record twice: two of the same date, each of which, taken alone, supports the claim of the other.

What counts are the claims, without the paraphrases: those may be wide enough to bear out a neighbour. Facts that
dispute or refine each other are told apart by that. Two that do not support each other both ways are none either: one
of them says more.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfacts.curation.audit.records import Fault, Records, fault
from kzfacts.factbase import Fact, edtf
from kzfacts.finding import Verdict

KIND = "duplicate"
KINDS = (KIND,)
NEAR = 8
"""How many of the nearest facts are held against a claim."""


def check(records: Records) -> Iterator[Fault]:
    """Find the pairs, each told once."""
    for entry in records.facts.values():
        fact = entry.record
        for other in _candidates(fact, records):
            if other.id > fact.id and _says(other, fact, records) and _says(fact, other, records):
                place, rival = records.first_wanted(entry, records.facts[other.id])
                message = f"{place.record.id} says the same as {rival.record.id} ({rival.where}): {rival.record.claim}"
                yield fault(place, KIND, message, "claim", others=(rival.record.id,))


def _candidates(fact: Fact, records: Records) -> Iterator[Fact]:
    """Yield the nearest facts of the same date."""
    when = edtf.parse(fact.when)
    for related in records.claim_checker.search(fact.claim, NEAR):
        other = related.fact
        if other.id != fact.id and other.id not in records.linked[fact.id] and edtf.parse(other.when) == when:
            yield other


def _says(fact: Fact, other: Fact, records: Records) -> bool:
    """Say whether the claim of one fact alone supports that of another."""
    return records.claim_checker.check_against(other.claim, fact.id).verdict is Verdict.SUPPORTED
