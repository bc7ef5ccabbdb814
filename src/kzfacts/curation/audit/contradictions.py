"""Facts that contradict each other, so that they cannot both be true.

Each claim is checked without the fact itself and without those that dispute or refine it, for with them it is borne
out. The engine errs on some wordings, above all where the right fact is missing. So two facts are reported only where
the one, taken alone, contradicts the claim and at least half of all wordings of the other, both ways; and only where
they can be on the same matter: what lasts must have a day in common, and of the entities in both facts one may have
more than the other, but not each somebody else (places aside). A plan or a guess contradicts nothing that came to
pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfacts.curation.audit.records import Fault, Records, fault
from kzfacts.factbase import Fact, edtf
from kzfacts.finding import Verdict
from kzfacts.matching.compilation import LASTING_KINDS

KIND = "contradicted"
KINDS = (KIND,)
OTHERS = 6
"""How many facts may take part in the answer to one claim."""
HALF = 0.5
"""The share of a fact's wordings that the other must contradict."""
_OPEN = ("planned", "speculated")
_PLACES = ("city", "region")


def check(records: Records) -> Iterator[Fault]:
    """Find the pairs, each told once."""
    told: set[frozenset[str]] = set()
    for entry in records.facts.values():
        for other_id, message in _against(entry.record, records):
            other = records.facts[other_id]
            pair = frozenset((entry.record.id, other_id))
            if pair not in told and _contradict(entry.record, other.record, records):
                told.add(pair)
                first, second = records.first_wanted(entry, other)
                message = f"{first.record.id} and {second.record.id} ({second.where}) cannot both be true: {message}"
                yield fault(first, KIND, message, "claim", others=(second.record.id,))


def _against(fact: Fact, records: Records) -> Iterator[tuple[str, str]]:
    """Yield the facts that contradict a claim, each with the reason; one after the other is left out to find them."""
    if fact.certainty in _OPEN:
        return
    left_out = {fact.id, *records.linked[fact.id]}
    for _ in range(OTHERS):
        finding = records.checker.check_without(fact.claim, left_out)
        if finding.fact is None or finding.fact.id in left_out:
            return
        if finding.verdict is Verdict.CONTRADICTED and finding.fact.certainty not in _OPEN:
            yield finding.fact.id, finding.message
        left_out.add(finding.fact.id)


def _contradict(fact: Fact, other: Fact, records: Records) -> bool:
    return (
        _at_one_time(fact, other)
        and _of_the_same(fact, other, records)
        and _contradicts(other, fact, records)
        and _contradicts(fact, other, records)
    )


def _at_one_time(fact: Fact, other: Fact) -> bool:
    """Say whether two facts are not both of what lasts, at different times."""
    lasting = {fact.kind, other.kind} <= LASTING_KINDS
    return not lasting or edtf.parse(fact.when).overlaps(edtf.parse(other.when))


def _of_the_same(fact: Fact, other: Fact, records: Records) -> bool:
    here, there = (
        {name for name in records.names.involved(one) if _kind(name, records) not in _PLACES} for one in (fact, other)
    )
    return here <= there or there <= here


def _kind(name: str, records: Records) -> str:
    return records.entities[name].record.kind if name in records.entities else ""


def _contradicts(fact: Fact, other: Fact, records: Records) -> bool:
    """Say whether one fact alone contradicts the claim and so many wordings of another."""
    against = [
        records.checker.check_against(text, fact.id).verdict is Verdict.CONTRADICTED
        for text in (other.claim, *other.paraphrases)
    ]
    return against[0] and sum(against) >= HALF * len(against)
