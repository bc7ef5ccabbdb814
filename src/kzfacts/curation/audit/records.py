"""What an audit looks at: all records with their places, and the engine over their facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec

from kzfacts.curation.audit.apart import ApartChecker
from kzfacts.curation.names import Names
from kzfacts.errors import UsageError
from kzfacts.factbase import Entity, Fact, FactBase, Source
from kzfacts.factbase.compiling import compile_files
from kzfacts.factbase.loading import plan, read_files
from kzfacts.factbase.schema import Entry, R
from kzfacts.factbase.validate import Contents
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.compilation import compile_base


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong: ``path``, ``line`` and ``column`` from 1, its kind, and what to look at."""

    path: str
    line: int
    column: int
    kind: str
    message: str
    ids: tuple[str, ...] = ()  # the records that it is about, the one at the place first

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.kind}: {self.message}"


class Records:
    """All records of a base with their places.

    ``paths`` are the files and folders whose faults are wanted, none for those of all files. ``thorough`` asks for
    the paraphrases of a fact to be checked like its claim.
    """

    def __init__(self, contents: Contents, paths: Sequence[str] = (), thorough: bool = False) -> None:
        self.contents = contents
        self.thorough = thorough
        self._paths = [Path(path).resolve() for path in paths]
        for given, path in zip(paths, self._paths, strict=True):
            if not any(Path(entry.path).resolve().is_relative_to(path) for entry in self._all()):
                raise UsageError(f"{given}: no record of the fact base stands there")

    @classmethod
    def load(cls, fact_paths: Sequence[str] = (), paths: Sequence[str] = (), thorough: bool = False) -> Records:
        """Read the base at ``fact_paths``, or the shipped one.

        Raises UsageError for a path that is not there, FactBaseError where the base has mistakes.
        """
        return cls(compile_files(read_files(plan(fact_paths))), paths, thorough)

    def _all(self) -> Iterable[Entry[Fact] | Entry[Source] | Entry[Entity]]:
        return (*self.contents.facts, *self.contents.sources, *self.contents.entities)

    @cached_property
    def fact_base(self) -> FactBase:
        """The records as a fact base."""
        contents = self.contents
        return FactBase.of(
            (entry.record for entry in contents.facts),
            (entry.record for entry in contents.sources),
            (entry.record for entry in contents.entities),
            (entry.record for entry in contents.concepts),
        )

    @cached_property
    def facts(self) -> dict[str, Entry[Fact]]:
        """The facts by id, in the order of the ids."""
        return {entry.record.id: entry for entry in sorted(self.contents.facts, key=lambda entry: entry.record.id)}

    @cached_property
    def entities(self) -> dict[str, Entry[Entity]]:
        """The entities by id, in the order of the ids."""
        return {entry.record.id: entry for entry in sorted(self.contents.entities, key=lambda entry: entry.record.id)}

    @cached_property
    def linked(self) -> dict[str, frozenset[str]]:
        """For each fact, those that it disputes or refines, and those that dispute or refine it."""
        linked: dict[str, set[str]] = {fact: set() for fact in self.facts}
        for fact, entry in self.facts.items():
            for other in (*entry.record.disputes, *entry.record.refines):
                linked[fact].add(other)
                linked.setdefault(other, set()).add(fact)
        return {fact: frozenset(others) for fact, others in linked.items()}

    @cached_property
    def checker(self) -> ApartChecker:
        """The engine over all facts."""
        return ApartChecker(self.fact_base)

    @cached_property
    def claim_checker(self) -> ApartChecker:
        """The engine over the claims alone, without paraphrases and misstatements."""
        base = self.fact_base
        bare = (msgspec.structs.replace(fact, paraphrases=(), misstatements=()) for fact in base.facts)
        return ApartChecker(FactBase.of(bare, base.sources.values(), base.entities.values(), base.concepts.values()))

    @cached_property
    def names(self) -> Names:
        """The names of the entities."""
        return Names(self.fact_base.entities)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The names and words of the base."""
        return Vocabulary(compile_base(self.fact_base).vocabulary)

    def wants(self, path: str) -> bool:
        """Say whether faults in this file are asked for."""
        return not self._paths or any(_resolved(path).is_relative_to(wanted) for wanted in self._paths)

    def first_wanted(self, *entries: Entry[R]) -> tuple[Entry[R], ...]:
        """Return entries that share a fault, one whose faults are asked for in front."""
        return tuple(sorted(entries, key=lambda entry: not self.wants(entry.path)))


@lru_cache(maxsize=1024)
def _resolved(path: str) -> Path:
    return Path(path).resolve()


def fault(entry: Entry[R], kind: str, message: str, *steps: str | int, others: Iterable[str] = ()) -> Fault:
    """Return a fault of the value that ``steps`` lead to in a record."""
    return Fault(entry.path, *entry.place(*steps), kind, message, (entry.record.id, *others))
