"""Facts that their own sources cannot tell: what first can have happened after every one of them was published.

The first possible day is that of ``when``: the beginning of what lasts, the day of the words for what somebody said. A
source counts to the last day of its date, so that one of "2015-01" may tell of 30 January. A source without a date may
tell of anything. What is planned, guessed or announced (``planned``, ``speculated``, ``stated`` of an event) may lie
ahead.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfacts.curation.audit.records import Fault, Records, fault
from kzfacts.factbase import Fact, edtf

KIND = "after-sources"
KINDS = (KIND,)
_SAID = ("statement", "omission", "opinion")


def check(records: Records) -> Iterator[Fault]:
    """Find the facts that are younger than what they cite."""
    for entry in records.facts.values():
        fact = entry.record
        published = [records.fact_base.sources[citation.source].published for citation in fact.citations]
        if _may_lie_ahead(fact) or not all(published):
            continue
        latest = max(published, key=lambda text: edtf.parse(text).last)
        if edtf.parse(fact.when).first > edtf.parse(latest).last:
            message = f"{fact.id} is dated {fact.when}, after its {_sources(len(published))} ({latest})"
            yield fault(entry, KIND, message, "when")


def _may_lie_ahead(fact: Fact) -> bool:
    return fact.certainty in ("planned", "speculated") or (fact.certainty == "stated" and fact.kind not in _SAID)


def _sources(number: int) -> str:
    return "source was published" if number == 1 else f"{number} sources were published"
