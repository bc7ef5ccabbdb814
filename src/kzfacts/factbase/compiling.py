"""From the bytes of YAML files to checked records: every mistake in every file, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kzfacts.errors import FactBaseError, Problem
from kzfacts.factbase.loading import LoadedFile
from kzfacts.factbase.model import Concept, Entity, Fact, Source
from kzfacts.factbase.schema import NOUNS, Entry, ListReader, R
from kzfacts.factbase.validate import Contents, validate
from kzfacts.factbase.yaml_reader import read_yaml


def compile_files(files: Iterable[LoadedFile]) -> Contents:
    """Return the records of the files, each with its place; of two entities or concepts with one id, the user's own.

    Raises FactBaseError with all problems, in the order of their places, when there is any.
    """
    contents, problems = Contents(), list[Problem]()
    for file in files:
        _read(file, contents, problems)
    contents.sources = _merge_sources(contents.sources, problems)
    contents.entities = _merge_language(contents.entities, problems)
    contents.concepts = _merge_language(contents.concepts, problems)
    problems += _repeated(contents.facts)
    problems += validate(contents)
    if problems:
        raise FactBaseError(list(dict.fromkeys(problems)))
    return contents


def _read(loaded: LoadedFile, contents: Contents, problems: list[Problem]) -> None:
    match loaded.file.role:
        case "facts":
            contents.facts += _read_list(loaded, Fact, contents, problems)
        case "sources":
            contents.sources += _read_list(loaded, Source, contents, problems)
        case "entities":
            contents.entities += _read_list(loaded, Entity, contents, problems)
        case "lexicon":
            contents.concepts += _read_list(loaded, Concept, contents, problems)


def _read_list(loaded: LoadedFile, kind: type[R], contents: Contents, problems: list[Problem]) -> list[Entry[R]]:
    root, mistakes = read_yaml(loaded.file.shown, loaded.data)
    reader = ListReader(kind, loaded.file.shown, loaded.file.given)
    entries = reader.read(root)
    contents.broken.setdefault(kind, set()).update(reader.broken_ids)
    if not entries and (mistakes or reader.problems):
        contents.unread.add(kind)
    contents.sources += reader.inline_sources
    problems += mistakes
    problems += reader.problems
    return entries


def _repeated(entries: Sequence[Entry[Fact]]) -> list[Problem]:
    """A fact id stands once in the whole base."""
    firsts: dict[str, Entry[Fact]] = {}
    pairs = [(entry, firsts.setdefault(entry.record.id, entry)) for entry in entries]
    return [_twice(entry, first) for entry, first in pairs if first is not entry]


def _merge_sources(entries: Sequence[Entry[Source]], problems: list[Problem]) -> list[Entry[Source]]:
    """A source may be on record in several files, as long as they agree on it."""
    merged: dict[str, Entry[Source]] = {}
    for entry in entries:
        first = merged.setdefault(entry.record.id, entry)
        if first is entry or entry.record.id.startswith("inline-"):
            continue
        if first.path == entry.path:
            problems.append(_twice(entry, first))
        elif first.record != entry.record:
            message = f"the source {entry.record.id!r} differs from the one in {first.where}; choose another id"
            problems.append(entry.problem(message, "id"))
    return list(merged.values())


def _merge_language(entries: Sequence[Entry[R]], problems: list[Problem]) -> list[Entry[R]]:
    """The user's entity or concept replaces the shipped one of its id; two of the user's own must agree."""
    merged: dict[str, Entry[R]] = {}
    for entry in entries:
        first = merged.get(entry.record.id)
        if first is None or (entry.given and not first.given):
            merged[entry.record.id] = entry
        elif first.path == entry.path or first.record != entry.record:
            problems.append(_twice(entry, first))
    return list(merged.values())


def _twice(entry: Entry[R], first: Entry[R]) -> Problem:
    noun = NOUNS[type(entry.record)]
    return entry.problem(f"the {noun} id {entry.record.id!r} is taken, first in {first.where}", "id")
