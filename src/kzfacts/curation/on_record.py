"""The files of a fact base as they stand, mistakes and all: which ids, topics, sources and names they have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from kzfacts.curation.insertion import Heading, outline
from kzfacts.curation.names import Names
from kzfacts.factbase import Entity, Source
from kzfacts.factbase.loading import LoadedFile, Role, plan, read_files
from kzfacts.factbase.schema import ListReader, R
from kzfacts.factbase.yaml_reader import read_yaml


class OnRecord:
    """What the files say, for whoever writes a fact; a record that cannot be read is passed over."""

    def __init__(self, files: Sequence[LoadedFile]) -> None:
        """Take the files with their content."""
        self.files = list(files)

    @classmethod
    def at(cls, fact_paths: Sequence[str]) -> OnRecord:
        """Read the files of the base at ``fact_paths``; raises what `plan` and `read_files` raise."""
        return cls(read_files(plan(fact_paths)))

    @cached_property
    def outlines(self) -> dict[str, list[Heading]]:
        """The facts of each file, by the file as it is shown."""
        return {file.file.shown: outline(file.data) for file in self.files if file.file.role == "facts"}

    @cached_property
    def places(self) -> dict[str, str]:
        """Where each fact stands, as ``path:line``, by its id."""
        return {heading.id: f"{shown}:{heading.line}" for shown, those in self.outlines.items() for heading in those}

    @cached_property
    def topics(self) -> list[str]:
        """The topics in use."""
        return sorted({heading.topic for those in self.outlines.values() for heading in those} - {""})

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self._read("sources", Source)}

    @cached_property
    def names(self) -> Names:
        """The names of the entities."""
        return Names({entity.id: entity for entity in self._read("entities", Entity)})

    def _read(self, role: Role, kind: type[R]) -> Iterator[R]:
        for file in self.files:
            if file.file.role == role:
                root, _ = read_yaml(file.file.shown, file.data)
                for entry in ListReader(kind, file.file.shown, file.file.given).read(root):
                    yield entry.record
