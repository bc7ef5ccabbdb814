"""A checker that can leave facts out, or take some alone: what the others say of a fact, and what one says of it."""

from __future__ import annotations

from collections.abc import Collection

from kzfacts.checker import Checker
from kzfacts.factbase import FactBase
from kzfacts.finding import Finding
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.retrieval import Index


class ApartChecker(Checker):
    """A `Checker` that looks at a part of its facts; one fact base is compiled for all such checks."""

    def __init__(self, fact_base: FactBase) -> None:
        super().__init__(fact_base)
        entries = self._entries
        self._chosen = _Chosen(entries.index, [entries.fact(position).id for position in range(len(entries))])
        entries.index = self._chosen

    def check_without(self, statement: str, left_out: Collection[str]) -> Finding:
        """Check against all facts but those with these ids."""
        self._chosen.left_out = left_out
        try:
            return self.check(statement)
        finally:
            self._chosen.left_out = ()

    def check_against(self, statement: str, fact_id: str) -> Finding:
        """Check against one fact alone."""
        self._chosen.only = fact_id
        try:
            return self.check(statement)
        finally:
            self._chosen.only = ""


class _Chosen(Index):
    """An index of which a part is searched."""

    def __init__(self, index: Index, owners: list[str]) -> None:
        """Take the index of all entries and, for each entry, the id of its fact."""
        self._all = index
        self._owners = owners
        self.left_out: Collection[str] = ()
        self.only = ""

    def rarity(self, unit: Unit, vocabulary: Vocabulary) -> float:
        """Return what `Index.rarity` does, by all facts."""
        return self._all.rarity(unit, vocabulary)

    def search(self, statement: Reading, vocabulary: Vocabulary) -> list[tuple[int, float]]:
        """Return what `Index.search` does, without the entries that do not count."""
        found = self._all.search(statement, vocabulary)
        if self.only:
            return [pair for pair in found if self._owners[pair[0]] == self.only]
        return [pair for pair in found if self._owners[pair[0]] not in self.left_out] if self.left_out else found
