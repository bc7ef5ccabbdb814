"""Entities that nothing uses.

An agreement, project, event or person that no fact names, that takes no part in any, and to which no record refers.
Countries, cities, regions, peoples, organisations and publishers are there so that the names in statements are known.
So is a person with offices ("Iran's president"), whatever has aliases, for it makes one of several spellings, and
whatever has another name within its own, for the Astana Club is not Astana. With ``thorough``, only the offices count.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfacts.curation.audit.records import Fault, Records, fault

KIND = "unused"
KINDS = (KIND,)
LOOKED_AT = ("person", "agreement", "project", "event")


def check(records: Records) -> Iterator[Fault]:
    """Find the entities."""
    used = _used(records)
    names = {name for entry in records.entities.values() for name in (entry.record.name, *entry.record.demonyms)}
    for entry in records.entities.values():
        entity = entry.record
        useful = entity.aliases or not names.isdisjoint(entity.name.split())
        kept = entity.offices or (useful and not records.thorough)
        if entity.kind in LOOKED_AT and not kept and entity.id not in used:
            yield fault(entry, KIND, f"no fact names the {entity.kind} {entity.id}, and no record refers to it", "id")


def _used(records: Records) -> set[str]:
    """Return the entities that facts name or that records refer to."""
    used: set[str] = set()
    for fact in (entry.record for entry in records.contents.facts):
        used |= records.names.involved(fact)
        used.update(*(records.names.mentioned(text) for text in (*fact.paraphrases, *fact.misstatements)))
    for entity in (entry.record for entry in records.contents.entities):
        used.update((*entity.part_of, entity.capital_of, *(office.of for office in entity.offices)))
    return used
