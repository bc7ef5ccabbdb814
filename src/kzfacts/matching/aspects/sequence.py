"""Sequence: what came before what, where statement and fact tell it of the same two things.

"The visit came before the railway opened" and "the visit came after the opening" have the same words; only which of
them stands on which side of "before" or "after" tells them apart. Silent where a side has nothing of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kzfacts.finding import Relation
from kzfacts.language.reading import Reading, Unit
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link

_ORDER = re.compile(r"\b(?:(?P<after>after|following)|(?P<before>before|ahead of|prior to))\b", re.I)


class Sequence(NamedTuple):
    """The keys of what was earlier and of what was later, and the word that orders them."""

    earlier: frozenset[str]
    later: frozenset[str]
    word: re.Match[str]


def relate(statement: Reading, fact: FactReading) -> Link | None:
    """Return the conflict of two things told in the opposite order, None where there is none.

    A wording of the fact that has the statement's order settles it the other way.
    """
    mine = find(statement)
    if mine is None:
        return None
    known = [theirs for reading in fact.readings if (theirs := find(reading)) is not None]
    if any(_is_same(mine, theirs) for theirs in known) or not any(_is_swapped(mine, theirs) for theirs in known):
        return None
    start, end = mine.word.span()
    unit = Unit("word", statement.text[start:end], start, end, -1, ())
    return Link("role", Relation.ALTERNATION, unit, "the other way", "told in the opposite order", weight=0.0)


def find(reading: Reading) -> Sequence | None:
    """Return the two sides that a sentence puts in order, None where it has no such word, or several."""
    words = list(_ORDER.finditer(reading.text))
    if len(words) != 1:
        return None
    word = words[0]
    left, right = _keys(reading, 0, word.start()), _keys(reading, word.end(), len(reading.text))
    if word.start() == 0:  # "After the talks, he went on"
        comma = reading.text.find(",")
        left, right = _keys(reading, comma, len(reading.text)), _keys(reading, 0, comma)
    mine, other = left - right, right - left
    if not mine or not other:
        return None
    return Sequence(other, mine, word) if word["after"] else Sequence(mine, other, word)


def _keys(reading: Reading, start: int, end: int) -> frozenset[str]:
    """Return the keys of the names and plain words between two offsets."""
    units = [unit for unit in reading.units if start <= unit.start < end and unit.kind in ("name", "word")]
    return frozenset(key for unit in units if unit.role != "generic" for key in unit.keys)


def _is_same(mine: Sequence, theirs: Sequence) -> bool:
    return bool(mine.earlier & theirs.earlier and mine.later & theirs.later)


def _is_swapped(mine: Sequence, theirs: Sequence) -> bool:
    """Say whether each side of one has something of the other side of the other, and nothing of its own."""
    crossed = mine.earlier & theirs.later and mine.later & theirs.earlier
    return bool(crossed) and not (mine.earlier & theirs.earlier or mine.later & theirs.later)
