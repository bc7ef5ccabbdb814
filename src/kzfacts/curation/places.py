"""Where facts stand in their files: which facts a path holds, and the line of an example."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kzfacts.curation.fact_tests import Case
from kzfacts.errors import UsageError
from kzfacts.factbase import Fact, FactBase
from kzfacts.factbase.loading import shipped_folder

if TYPE_CHECKING:
    from kzfacts.factbase.yaml_reader import Node


def base_around(paths: Iterable[str]) -> tuple[str, ...]:
    """Return what to load so that the shipped facts and those at ``paths`` are one base.

    Nothing at all stands for the shipped facts, when they hold the paths already. Raises UsageError for a path
    that is not there.
    """
    paths = tuple(paths)
    for path in paths:
        if not path.strip() or not os.path.exists(path):
            raise UsageError(f"{path or repr(path)}: no such file or folder")
    shipped = shipped_folder().resolve()
    if all(Path(path).resolve().is_relative_to(shipped) for path in paths):
        return ()
    return (_seen_from_here(shipped), *paths)


def _seen_from_here(folder: Path) -> str:
    try:
        return str(folder.relative_to(Path.cwd()))
    except (OSError, ValueError):
        return str(folder)


def facts_in(fact_base: FactBase, paths: Sequence[str]) -> list[Fact]:
    """Return the facts that stand in these files and folders.

    Raises UsageError for a path with none.
    """
    files = {place: Path(_split(place)[0]).resolve() for place in fact_base.places.values()}
    chosen: set[str] = set()
    for path in paths:
        wanted = Path(path).resolve()
        inside = {fact for fact, place in fact_base.places.items() if files[place].is_relative_to(wanted)}
        if not inside:
            raise UsageError(f"{path}: no fact of the fact base stands there")
        chosen |= inside
    return [fact for fact in fact_base.facts if fact.id in chosen]


def place_of(case: Case, fact_base: FactBase) -> str:
    """Return ``path:line`` of an example, or that of its fact where the file no longer tells."""
    place = fact_base.places.get(case.fact_id, "")
    path, line = _split(place)
    found = _example_lines(path).get((line, case.expected.value, case.number)) if path else None
    return place if found is None else f"{path}:{found}"


def _split(place: str) -> tuple[str, int]:
    path, _, line = place.rpartition(":")
    return path, int(line) if line.isdecimal() else 0


@lru_cache(maxsize=64)
def _example_lines(path: str) -> dict[tuple[int, str, int], int]:
    """Return the line of every example in a file, by the line of its fact, its verdict and its number."""
    from kzfacts.factbase.yaml_reader import Items, Table, Text, read_yaml

    def inside(node: Node | None, key: str) -> Node | None:
        return node.get(Text(key)) if isinstance(node, Table) else None

    try:
        root, _ = read_yaml(path, Path(path).read_bytes())
    except OSError:
        return {}
    lines: dict[tuple[int, str, int], int] = {}
    for fact in root if isinstance(root, Items) else ():
        examples = inside(fact, "examples")
        for verdict, listed in examples.items() if isinstance(examples, Table) else ():
            for number, example in enumerate(listed if isinstance(listed, Items) else ()):
                lines[fact.line, str(verdict), number] = example.line
    return lines
