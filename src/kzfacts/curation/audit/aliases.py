"""Names that two entities share but for how they are written, which the validator lets pass.

``alias-alike``: two names are the same without capitals, accents, apostrophes, hyphens and articles.
``surname-shared``: a surname alone is the alias of one person, and more facts involve another one who bears it. Where
the alias belongs to the one that the facts are most about, as "Aliyev" to the president, it is right as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator

from kzfacts.curation.audit.records import Fault, Records, fault
from kzfacts.factbase import Entity
from kzfacts.factbase.schema import Entry

ALIKE, SURNAME = "alias-alike", "surname-shared"
KINDS = (ALIKE, SURNAME)
_ARTICLES = ("the", "a", "an")


def check(records: Records) -> Iterator[Fault]:
    """Find both kinds."""
    yield from _alike(records)
    yield from _surnames(records)


def _names(entity: Entity) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    yield entity.name, ("name",)
    for number, alias in enumerate(entity.aliases):
        yield alias, ("aliases", number)


def fold(name: str) -> str:
    """Return a name without what writers leave out: capitals, accents, apostrophes, hyphens and articles."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    words = re.findall(r"[\w+]+", re.sub(r"['’ʼʹ`.]", "", plain.casefold()))
    return " ".join(word for word in words if word not in _ARTICLES or len(words) == 1)


def _alike(records: Records) -> Iterator[Fault]:
    owners: dict[str, dict[str, tuple[Entry[Entity], str, tuple[str | int, ...]]]] = defaultdict(dict)
    for entry in records.entities.values():
        for text, steps in _names(entry.record):
            owners[fold(text)].setdefault(entry.record.id, (entry, text, steps))
    for those in owners.values():
        (first, first_text, _), *others = those.values()
        for entry, text, steps in others:
            message = f"{text!r} is read as {first_text!r}, a name of {first.record.id} ({first.where})"
            yield fault(entry, ALIKE, message, *steps, others=(first.record.id,))


def _surnames(records: Records) -> Iterator[Fault]:
    people = [entry for entry in records.entities.values() if entry.record.kind == "person"]
    bearers: dict[str, set[str]] = defaultdict(set)
    facts = Counter(name for entry in records.contents.facts for name in records.names.involved(entry.record))
    for entry in people:
        bearers[fold(entry.record.name).rpartition(" ")[2]].add(entry.record.id)
    for entry in people:
        for text, steps in _names(entry.record):
            bearing = bearers.get(fold(text), set()) - {entry.record.id}
            others = sorted(other for other in bearing if facts[other] > facts[entry.record.id])
            if others and steps[0] == "aliases":
                message = f"{text!r} means {entry.record.id} alone, but more facts are on {', '.join(others)}"
                yield fault(entry, SURNAME, message, *steps, others=others)
