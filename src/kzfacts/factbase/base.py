"""`FactBase`: all facts with the sources, entities and words they need, ready to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import TypeVar, overload

import msgspec

from kzfacts.errors import KzfactsError
from kzfacts.factbase.cache import cached, fingerprint_of
from kzfacts.factbase.loading import LoadedFile, plan, read_files
from kzfacts.factbase.model import Citation, Concept, Entity, Fact, Source
from kzfacts.factbase.rows import Rows

_R = TypeVar("_R", Fact, Source, Entity, Concept)
_decode_fact = msgspec.msgpack.Decoder(Fact).decode


class Language(msgspec.Struct, frozen=True):
    """The names and words of a fact base, by id."""

    entities: dict[str, Entity]
    concepts: dict[str, Concept]


class PackedFacts(Sequence[Fact]):
    """Facts that are decoded when asked for: a check looks at a few of many."""

    def __init__(self, rows: Sequence[memoryview]) -> None:
        """Take each fact in msgpack."""
        self._rows = rows
        self._decoded: dict[int, Fact] = {}

    def __len__(self) -> int:
        """Return how many facts there are."""
        return len(self._rows)

    @overload
    def __getitem__(self, position: int) -> Fact: ...
    @overload
    def __getitem__(self, position: slice) -> Sequence[Fact]: ...
    def __getitem__(self, position: int | slice) -> Fact | Sequence[Fact]:
        """Return the fact at ``position``; raises IndexError where there is none."""
        if isinstance(position, slice):
            return [self[index] for index in range(*position.indices(len(self)))]
        fact = self._decoded.get(position)
        if fact is None:
            fact = self._decoded[position] = _decode_fact(self._rows[position])
        return fact


class FactBase(msgspec.Struct, frozen=True, eq=False, dict=True):
    """Facts in the order of their ids, and what they refer to, by id.

    Facts, entities and concepts stay packed until they are asked for: a check looks at a few facts, and works
    with the compiled form of the rest.

    ``digest`` ("sha256:" and 64 hexadecimal digits) tells the content apart, however it is spread over
    files; two bases with the same digest are equal. ``places`` says where each fact stands, as "path:line".
    """

    packed: Rows  # each Fact, in msgpack
    sources: dict[str, Source]
    language: msgspec.Raw  # a Language, in msgpack
    digest: str
    places: dict[str, str] = {}

    @cached_property
    def _language(self) -> Language:
        return msgspec.msgpack.decode(self.language, type=Language)

    @cached_property
    def facts(self) -> Sequence[Fact]:
        """All facts, in the order of their ids."""
        return PackedFacts(self.packed)

    @property
    def entities(self) -> dict[str, Entity]:
        """Who and what has a name, by id."""
        return self._language.entities

    @property
    def concepts(self) -> dict[str, Concept]:
        """The words of the lexicon, by the id of their concept."""
        return self._language.concepts

    @classmethod
    def load(cls, paths: Iterable[str | Path] | str | Path | None = None) -> FactBase:
        """Load the shipped fact base, or the facts in ``paths`` with the shipped sources, entities and lexicon.

        What a folder brings in files called sources, entities or lexicon adds to the shipped ones. No paths
        at all mean the shipped base. An unchanged base comes from the cache, without reading YAML.

        Raises FactBaseError with every mistake found, UsageError for a path that holds no facts.
        """
        if isinstance(paths, str | Path):
            paths = [paths]
        return _load(read_files(plan(paths or ())))

    @classmethod
    def shipped_language(cls) -> FactBase:
        """The shipped sources, entities and concepts, without any fact."""
        return _load(read_files(plan(topics=False)))

    @classmethod
    def of(
        cls,
        facts: Iterable[Fact] = (),
        sources: Iterable[Source] = (),
        entities: Iterable[Entity] = (),
        concepts: Iterable[Concept] = (),
        places: dict[str, str] | None = None,
    ) -> FactBase:
        """Make a base of records at hand; ids must be unique for each kind, references are not checked.

        Raises KzfactsError for an id that stands twice.
        """
        ordered = tuple(_by_id(facts, "fact").values())
        cited = _by_id(sources, "source")
        language = Language(_by_id(entities, "entity"), _by_id(concepts, "concept"))
        content = msgspec.json.encode([ordered, cited, language.entities, language.concepts], order="sorted")
        packed = msgspec.Raw(msgspec.msgpack.encode(language))
        rows = Rows.of(msgspec.msgpack.encode(fact) for fact in ordered)
        return cls(rows, cited, packed, digest=f"sha256:{sha256(content).hexdigest()}", places=places or {})

    def __eq__(self, other: object) -> bool:
        """Bases are equal when their contents are, wherever they were read from."""
        return isinstance(other, FactBase) and self.digest == other.digest

    def __hash__(self) -> int:
        """A base can be the key of what is derived from it."""
        return hash(self.digest)

    def fact(self, fact_id: str) -> Fact:
        """The fact with this id; raises KzfactsError, which names the nearest ids, when there is none."""
        found = next((fact for fact in self.facts if fact.id == fact_id), None)
        if found is not None:
            return found
        from rapidfuzz import fuzz, process

        near = process.extract(fact_id, [fact.id for fact in self.facts], scorer=fuzz.WRatio, limit=3, score_cutoff=60)
        hint = f"; the nearest are {', '.join(name for name, _, _ in near)}" if near else ""
        raise KzfactsError(f"no fact has the id {fact_id!r}{hint}")

    def source_of(self, citation: Citation) -> Source:
        """The source that a citation names; raises KzfactsError when it is not on record."""
        try:
            return self.sources[citation.source]
        except KeyError:
            raise KzfactsError(f"the source {citation.source!r} is not on record") from None


def _load(files: list[LoadedFile]) -> FactBase:
    parts = [part for loaded in files for part in (repr(loaded.file).encode(), loaded.data)]
    return cached("factbase", fingerprint_of(parts), FactBase, lambda: _compile(files))


def _compile(files: list[LoadedFile]) -> FactBase:
    from kzfacts.factbase.compiling import compile_files  # which imports yaml

    contents = compile_files(files)
    return FactBase.of(
        (entry.record for entry in contents.facts),
        (entry.record for entry in contents.sources),
        (entry.record for entry in contents.entities),
        (entry.record for entry in contents.concepts),
        places={entry.record.id: entry.where for entry in contents.facts},
    )


def _by_id(records: Iterable[_R], noun: str) -> dict[str, _R]:
    """The records by id, in the order of the ids, so that equal content means equal order."""
    ordered = sorted(records, key=lambda record: record.id)
    by_id = {record.id: record for record in ordered}
    if len(by_id) < len(ordered):
        twice = next(one.id for one, other in pairwise(ordered) if one.id == other.id)
        raise KzfactsError(f"the {noun} id {twice!r} stands twice")
    return by_id
