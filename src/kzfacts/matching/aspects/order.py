"""Order: what came before what, where statement and fact tell it of the same two things.

"The visit came before the railway opened" and "the visit came after the opening" have the same words; only which of
them stands on which side of "before" or "after" tells them apart. Silent where a side has nothing of its own.
"""

from __future__ import annotations

from typing import NamedTuple

from kzfacts.finding import Relation
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.sequence import find_order
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link


class Sides(NamedTuple):
    """The keys of what was earlier and of what was later, and the offsets in the text between the two."""

    earlier: frozenset[str]
    later: frozenset[str]
    between: tuple[int, int]


def relate(statement: Reading, fact: FactReading) -> Link | None:
    """Return the conflict of two things told in the opposite order, None where there is none.

    A wording of the fact that has the statement's order settles it the other way.
    """
    mine = find_sides(statement)
    if mine is None:
        return None
    known = [theirs for reading in fact.readings if (theirs := find_sides(reading)) is not None]
    if any(_is_same(mine, theirs) for theirs in known) or not any(_is_swapped(mine, theirs) for theirs in known):
        return None
    start, end = mine.between
    unit = Unit("word", statement.text[start:end], start, end, -1, ())
    return Link("role", Relation.ALTERNATION, unit, "the other way", "told in the opposite order", weight=0.0)


def find_sides(reading: Reading) -> Sides | None:
    """Return the two sides that a sentence puts in order, None where it does not or a side has nothing of its own."""
    order = find_order(reading.text)
    if order is None:
        return None
    left, right = _keys(reading, order.left), _keys(reading, order.right)
    first, second = left - right, right - left
    if not first or not second:
        return None
    between = (order.left[1], order.right[0]) if order.left < order.right else (order.right[1], order.left[0])
    return Sides(first, second, between) if order.earlier else Sides(second, first, between)


def _keys(reading: Reading, span: tuple[int, int]) -> frozenset[str]:
    """Return the keys of the names and plain words within two offsets."""
    units = [unit for unit in reading.units if span[0] <= unit.start < span[1] and unit.kind in ("name", "word")]
    return frozenset(key for unit in units if unit.role != "generic" for key in unit.keys)


def _is_same(mine: Sides, theirs: Sides) -> bool:
    return bool(mine.earlier & theirs.earlier and mine.later & theirs.later)


def _is_swapped(mine: Sides, theirs: Sides) -> bool:
    """Say whether each side of one has something of the other side of the other, and nothing of its own."""
    crossed = mine.earlier & theirs.later and mine.later & theirs.earlier
    return bool(crossed) and not (mine.earlier & theirs.earlier or mine.later & theirs.later)
