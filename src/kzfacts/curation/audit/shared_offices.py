"""Offices for one that two people hold at the same time, for more than a month, by their records.

Two titles are the same office where they are words of one concept ("Premier", "Prime Minister") or the same words, and
of the same country or body. Titles that several bear at once (deputies, ambassadors at
large, members) are passed over, and so are those who but act for the holder.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from kzfacts.curation.audit.records import Fault, Records, fault
from kzfacts.curation.audit.terms import Held, offices_of

KIND = "office-shared"
KINDS = (KIND,)
MONTH = 31
SEVERAL = re.compile(
    r"\b(?:deputy|vice|assistant|acting|member|envoy|prince|advis[eo]r|councillor|counsellor)\b", re.IGNORECASE
)
"""Titles that several people may bear at the same time."""


def check(records: Records) -> Iterator[Fault]:
    """Find the pairs of terms; the later in the order of the ids is the one that is told."""
    by_office: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for entry in records.entities.values():
        for held in offices_of(entry, records):
            if not SEVERAL.search(held.office.title):
                by_office[held.office.of, _title(held, records)].append(held)
    for (of, _), terms in sorted(by_office.items()):
        for one, other in combinations(terms, 2):
            days = _days_together(one, other)
            if days > MONTH and one.entry.record.id != other.entry.record.id:
                message = (
                    f"{other.entry.record.id} and {one.entry.record.id} are both {other.office.title} of {of}: "
                    f"{other.dates}, and {one.dates} ({one.entry.where})"
                )
                yield fault(other.entry, KIND, message, "offices", other.number, others=(one.entry.record.id,))


def _title(held: Held, records: Records) -> str:
    """Return what makes titles the same: the concept that has the whole title among its words, or the title."""
    title = held.office.title.casefold()
    concepts = records.fact_base.concepts.values()
    return next((f"c:{concept.id}" for concept in concepts if title in map(str.casefold, concept.words)), title)


def _days_together(one: Held, other: Held) -> int:
    return min(one.sure[1], other.sure[1]) - max(one.sure[0], other.sure[0])
