"""What a fact tells, in a form for fast comparison; `gathering` makes it.

All wordings of a fact say the same, so a statement may draw its words from any of them; the claim has the
last word where they differ in sign. People bring their offices with them (at the fact's date), capitals
their country, cities what contains them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from kzfacts.factbase.edtf import DateSpan, Term
from kzfacts.factbase.edtf import parse as parse_edtf
from kzfacts.language.dates import DateMention
from kzfacts.language.reading import Frame, Reading, Unit

PLACE_PREPOSITIONS = frozenset(("in", "at", "inside", "near", "outside", "within"))
"""Prepositions that make a city a place rather than a government."""

EITHER = 0
"""The sign of a key that the fact's wordings use both ways: it proves nothing either way."""

MAX_SENSES = 2
"""A word of more senses than this excludes nothing: who knows which of them is meant."""

PREFIX = 6
"""Words that share so many letters at the front of their stems are taken for relatives (stability, stable)."""


class Counted(msgspec.Struct):
    """A number of the fact with the signs of all keys that its counted noun, or the words before it, entail."""

    unit: Unit
    nouns: dict[str, int]
    before: dict[str, int]


class FactReading(msgspec.Struct):
    """A fact, read: every key it tells with its sign, its names, numbers, dates and marks."""

    readings: Sequence[Reading]
    told: dict[str, int]  # direct and entailed keys -> sign
    texts: dict[str, str]  # key -> the words of the fact that tell it
    planned: frozenset[str]  # keys that the wordings have only as planned or possible
    claimed: frozenset[str]  # keys that the claim or two paraphrases tell: only they can contradict
    names: list[str]  # entity keys named in the claim itself
    direct: frozenset[str]  # keys of the words and names that the wordings use
    around: dict[str, list[str]]  # name key -> keys that it brings along
    lists: list[list[str]]  # the names of its lists of two or more: "Russia, Ukraine and France" gives one of three
    numbers: list[Counted]
    dates: list[DateMention]
    when: DateSpan | None
    term: Term | None  # how long it lasted, for what has a beginning and an end
    marks: frozenset[str]
    keys: list[list[frozenset[str]]]  # of each wording, of each unit
    frames: list[Frame] | None = None  # of all wordings, found when first needed
    than: tuple[Unit, Reading] | None = None  # the first name after "than", with its wording

    @property
    def claim(self) -> Reading:
        """The reading of the claim itself."""
        return self.readings[0]

    def nearest(self, units: Iterable[Unit]) -> Reading:
        """Return the wording that shares most keys with ``units``; the claim among equals."""
        if len(self.readings) == 1:
            return self.readings[0]
        wanted = {key for unit in units for key in unit.keys}
        shares = [sum(not wanted.isdisjoint(keys) for keys in wording) / (4 + len(wording)) for wording in self.keys]
        return self.readings[shares.index(max(shares))]


def held(start: str, end: str, when: DateSpan) -> bool:
    """Say whether an office from ``start`` to ``end`` (EDTF, empty for open) was held at any time of ``when``.

    The day on which one term ends and the next begins counts for neither, unless ``when`` is that day.
    """
    first = parse_edtf(start).first if start else 0
    last = parse_edtf(end).last if end else max(when.last, first)
    days = min(last, when.last) - max(first, when.first) + 1
    return days > 1 or (days == 1 and (first == last or when.first == when.last))


def held_throughout(start: str, end: str, when: DateSpan) -> bool:
    """Say whether an office was held all through ``when``."""
    first = parse_edtf(start).first if start else 0
    return first <= when.first and (not end or when.last <= parse_edtf(end).last)
