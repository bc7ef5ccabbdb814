"""A sentence as the comparison sees it: a row of units with their meaning, sign and place.

A unit is a name, a number, a date or a content word (or phrase of the lexicon). Its ``keys`` say what it
means (``e:`` entities, ``c:`` concepts, ``w:`` stems, ``n:`` unknown names), its ``sign`` whether the
sentence denies it. Grammar words make no units; what they do is kept on the units (preposition, passive)
and in the reading's ``marks``. `reader` makes readings of text.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

import msgspec

from kzfacts.language.dates import DateMention
from kzfacts.language.numbers import Quantity

UnitKind = Literal["word", "name", "number", "date"]
LIMITS = ("possible", "commit", "report")
"""Roles of words, and marks of sentences, that keep something from being said flatly."""


class Unit(msgspec.Struct, array_like=True, gc=False):
    """One meaningful piece of a sentence; offsets are code points from 0, ends exclusive."""

    kind: UnitKind
    text: str
    start: int
    end: int
    token: int  # index of its first token
    keys: tuple[str, ...]
    sign: int = 1
    role: str = ""  # report, commit, possible, negative, generic: what the lexicon says of all its senses
    hint: str = ""  # ... of any of its senses
    planned: bool = False  # governed by a word of promise, plan or possibility
    weight: float = 1.0
    senses: int = 0  # how many concepts the lexicon has for it
    preposition: str = ""  # that governs the noun phrase it stands in
    clause: int = 0
    possessive: bool = False
    passive: bool = False
    verbal: bool = False  # looks like a verb where it stands
    demonym: bool = False
    goal: bool = False  # a name where somebody comes to: "arrived in", "came to"
    quantity: Quantity | None = None
    date: DateMention | None = None
    counted: tuple[str, ...] = ()  # number: keys of the noun that is counted
    before: tuple[str, ...] = ()  # number: keys of the words before it, for "visits numbered 16"
    head: int = -1  # number: token of the counted noun
    nation: tuple[str, ...] = ()  # number: keys of the people in the noun phrase, "300 Kazakh citizens"


class Frame(NamedTuple):
    """A word with the entity keys of its two sides."""

    word: Unit
    agent: frozenset[str]
    patient: frozenset[str]


class Reading(msgspec.Struct):
    """A sentence read: its units left to right and what marks it as a whole.

    ``marks`` may hold ``denied`` ("it is not true that ..."), ``only``, ``possible``, ``commit``, ``report``,
    ``question``.
    """

    text: str
    units: list[Unit]
    marks: frozenset[str]
    hints: frozenset[str]  # limits that some sense of its words may set
    only: tuple[int, ...] = ()  # token indices of exclusive words
    as_of: date | None = None  # the day on which it is said
    frames: list[Frame] | None = None  # who did what to whom: found when first asked for
