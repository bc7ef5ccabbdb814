"""Facts that tell of the same thing: versions that dispute each other, and tellings that refine one another.

A statement that one version vouches for is not contradicted by another; what the record disputes contradicts only
where every version does.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from kzfacts.factbase import Fact
from kzfacts.finding import Bearing


class Version(msgspec.Struct, frozen=True, array_like=True):
    """Another fact on the same thing, by its position in the fact base, and how it bears on the first."""

    fact: int
    bearing: Bearing


def find_versions(facts: Iterable[Fact]) -> dict[int, list[Version]]:
    """Return the versions of every fact that has any, by its position; each pair is told from both sides."""
    ordered = list(facts)
    positions = {fact.id: position for position, fact in enumerate(ordered)}
    versions: dict[int, list[Version]] = {}

    def add(one: int, other: int, bearing: Bearing) -> None:
        version = Version(other, bearing)
        if version not in versions.setdefault(one, []):
            versions[one].append(version)

    for position, fact in enumerate(ordered):
        for other in (positions[name] for name in fact.disputes if name in positions):
            add(position, other, "disputes")
            add(other, position, "disputes")
        for other in (positions[name] for name in fact.refines if name in positions):
            add(position, other, "is less exact")
            add(other, position, "refines")
    return versions
