"""The offices of entities as terms: which days an office was held, and which titles mean the same office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kzfacts.curation.audit.records import Records
from kzfacts.factbase import DateSpan, Entity, edtf
from kzfacts.factbase.edtf import BEGINNING, END
from kzfacts.factbase.model import Office
from kzfacts.factbase.schema import Entry
from kzfacts.language.vocabulary import entity_key


@dataclass(frozen=True)
class Held:
    """An office of an entity: ``number`` is its place in the record, ``concepts`` what its title means."""

    entry: Entry[Entity]
    number: int
    office: Office
    concepts: frozenset[str]

    @property
    def possible(self) -> DateSpan:
        """The days on which it may have been held."""
        first = edtf.parse(self.office.start).first if self.office.start else BEGINNING
        return DateSpan(first, edtf.parse(self.office.end).last if self.office.end else END)

    @property
    def sure(self) -> tuple[int, int]:
        """The first and the last day on which it was surely held, as ordinals; the last may come first."""
        first = edtf.parse(self.office.start).last if self.office.start else BEGINNING
        return first, edtf.parse(self.office.end).first if self.office.end else END

    @property
    def dates(self) -> str:
        """From when to when, as the record has it."""
        return f"{self.office.start or '?'} to {self.office.end or 'now'}"


def offices_of(entry: Entry[Entity], records: Records) -> Iterator[Held]:
    """Yield the offices of an entity."""
    terms = records.vocabulary.titles.get(entity_key(entry.record.id), ())
    for number, (office, term) in enumerate(zip(entry.record.offices, terms, strict=True)):
        yield Held(entry, number, office, frozenset(term.concepts))
