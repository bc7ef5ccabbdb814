"""How many there are of something, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzfacts.factbase import FactBase


def quantity(number: int, name: str, names: str = "") -> str:
    """Return the number and what there is of it: "1 fact", "0 facts"; ``names`` is a plural that is not with -s."""
    return f"{number} {name if number == 1 else names or name + 's'}"


def size_in_words(fact_base: FactBase) -> str:
    """Return how much a fact base holds: "2 facts, 1 source, 3 entities, 1 concept"."""
    return ", ".join(
        (
            quantity(len(fact_base.facts), "fact"),
            quantity(len(fact_base.sources), "source"),
            quantity(len(fact_base.entities), "entity", "entities"),
            quantity(len(fact_base.concepts), "concept"),
        )
    )
