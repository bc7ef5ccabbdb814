"""Facts that contradict each other, and claims that the base does not bear out.

``contradicted``: the claim of a fact cannot be true together with another fact, and neither disputes nor refines the
other. Each claim is checked against the base without the fact itself and without those that it is linked to, for
with them it is borne out. ``unsupported``: the whole base, the fact among it, does not support the claim: it says
something that cannot be read from it, its date or a paraphrase says otherwise, or it is beyond the engine.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfacts.curation.audit.records import Fault, Records, fault
from kzfacts.factbase import Fact
from kzfacts.factbase.schema import Entry
from kzfacts.finding import Verdict

CONTRADICTED, UNSUPPORTED = "contradicted", "unsupported"
KINDS = (CONTRADICTED, UNSUPPORTED)


def check(records: Records) -> Iterator[Fault]:
    """Find both kinds; each two facts that contradict each other are told once."""
    told: set[frozenset[str]] = set()
    for entry in records.first_wanted(*records.facts.values()):
        for text, steps in _wordings(entry.record, records.thorough):
            yield from _contradicted(entry, text, steps, records, told)
            yield from _unsupported(entry, text, steps, records)


def _wordings(fact: Fact, thorough: bool) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Yield what to check of a fact, each with the way to it."""
    yield fact.claim, ("claim",)
    if thorough:
        for number, paraphrase in enumerate(fact.paraphrases):
            yield paraphrase, ("paraphrases", number)


def _contradicted(
    entry: Entry[Fact], text: str, steps: tuple[str | int, ...], records: Records, told: set[frozenset[str]]
) -> Iterator[Fault]:
    fact = entry.record
    finding = records.checker.check_without(text, {fact.id, *records.linked[fact.id]})
    if finding.verdict is not Verdict.CONTRADICTED or finding.fact is None:
        return
    pair = frozenset((fact.id, finding.fact.id))
    if pair in told:
        return
    told.add(pair)
    other = records.facts[finding.fact.id]
    if records.wants(entry.path) or not records.wants(other.path):
        place: Entry[Fact] = entry
    else:
        place, steps = other, ("claim",)
    message = f"{fact.id} {finding.message}; {other.record.id} ({other.where}): {other.record.claim}"
    yield fault(place, CONTRADICTED, message, *steps, others=sorted(pair - {place.record.id}))


def _unsupported(entry: Entry[Fact], text: str, steps: tuple[str | int, ...], records: Records) -> Iterator[Fault]:
    finding = records.checker.check(text)
    if finding.verdict is Verdict.SUPPORTED:
        return
    by = f" by {finding.fact.id}" if finding.fact is not None else ""
    message = f"the base does not support {entry.record.id}: {finding.verdict}{by}: {finding.message}"
    yield fault(entry, UNSUPPORTED, message, *steps)
