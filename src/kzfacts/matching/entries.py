"""The entries of a fact base: its facts, and the misstatements of them on record, searched and read when asked for.

An entry is known by its position among all entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from kzfacts.factbase import Fact, FactBase
from kzfacts.finding import Bearing
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.compilation import compile_base, decode_readings, gather_fact
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.retrieval import Index


class Entries:
    """All entries of a fact base, with the vocabulary that they are read by and the ``index`` that finds them."""

    def __init__(self, fact_base: FactBase) -> None:
        self.fact_base = fact_base
        self._compiled = compiled = compile_base(fact_base)
        self.vocabulary = Vocabulary(compiled.vocabulary)
        self.index = Index(compiled.keys, compiled.postings, compiled.sizes)
        self._told: dict[int, FactReading] = {}

    def __len__(self) -> int:
        return len(self._compiled.facts)

    def search(self, reading: Reading) -> list[tuple[int, float]]:
        """Return the entries found for a reading, best first, with their shares of its weight."""
        return self.index.search(reading, self.vocabulary)

    def near(self, part: Reading, least: float) -> Iterator[tuple[int, Fact, FactReading]]:
        """Yield the facts that have the ``least`` share of a part or more, each with its entry and what it tells."""
        for position, share in self.search(part):
            if share >= least and not self.is_wrong(position):
                yield position, self.fact(position), self.told(position)

    def rarity(self, unit: Unit) -> float:
        """Return how rare a unit is in the record, 0 to 1."""
        return self.index.rarity(unit, self.vocabulary)

    def fact(self, position: int) -> Fact:
        """Return the fact that an entry belongs to."""
        return self.fact_base.facts[self._compiled.facts[position]]

    def is_wrong(self, position: int) -> bool:
        """Say whether an entry is a misstatement of its fact."""
        return self._compiled.wrong[position]

    def told(self, position: int) -> FactReading:
        """Return what an entry tells."""
        if position not in self._told:
            readings = decode_readings(self._compiled, position)
            self._told[position] = gather_fact(self.fact(position), readings, self.is_wrong(position), self.vocabulary)
        return self._told[position]

    def home(self, position: int) -> int:
        """Return the entry of its fact's own wordings."""
        return self._homes[self._compiled.facts[position]]

    def home_of(self, fact_id: str) -> int:
        """Return the entry of a fact's own wordings; raises KzfactsError where there is no such fact."""
        wanted = self.fact_base.fact(fact_id)
        return next(home for fact, home in self._homes.items() if self.fact_base.facts[fact].id == wanted.id)

    def versions(self, position: int) -> list[tuple[int, Bearing]]:
        """Return the entries of other facts on the same thing, and how they bear on that of an entry."""
        versions = self._compiled.versions.get(self._compiled.facts[position], ())
        return [(self._homes[version.fact], version.bearing) for version in versions]

    @cached_property
    def _homes(self) -> dict[int, int]:
        """The entry of each fact's own wordings, by the fact's position in the fact base."""
        return {fact: entry for entry, fact in reversed(list(enumerate(self._compiled.facts)))}
