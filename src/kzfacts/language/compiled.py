"""The compiled vocabulary: tables that look-up reads, made from entities and lexicon by `compiling`.

The tables go into the cache as they are. Those with many rows keep every row encoded (msgpack) until it is
asked for, so that a cold check decodes the few rows that its statement needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

import msgspec

GAP = "_"
V = TypeVar("V")
D = TypeVar("D")


class NamePattern(msgspec.Struct, frozen=True, array_like=True):
    """One way to write a name: its tokens, whose it is, and whether capitals are needed to tell it from a word."""

    tokens: tuple[str, ...]
    entity: str
    cased: bool = False
    demonym: bool = False


class PhrasePattern(msgspec.Struct, frozen=True, array_like=True):
    """A lexicon entry of several words as stems, ``_`` for a gap, articles left out."""

    stems: tuple[str, ...]
    concept: str


class Term(msgspec.Struct, frozen=True, array_like=True):
    """An office held: the concept keys of its title, the key of what it is of, and EDTF dates."""

    concepts: tuple[str, ...]
    of: str
    start: str
    end: str


class Holder(msgspec.Struct, frozen=True, array_like=True):
    """Who held an office, from when to when (EDTF, empty for open)."""

    person: str
    start: str
    end: str


class Compiled(msgspec.Struct, frozen=True):
    """All tables of a vocabulary; concept keys begin with ``c:``, entity keys with ``e:``."""

    names: dict[str, msgspec.Raw]  # first token -> list[NamePattern], longest first
    learned: list[str]  # words that the facts use as names only
    words: dict[str, msgspec.Raw]  # stem -> list of concept keys
    phrases: dict[str, msgspec.Raw]  # first two stems -> list[PhrasePattern], longest first
    entails: dict[str, msgspec.Raw]  # signed concept -> signs of keys
    roles: dict[str, str]  # concept key -> role
    weights: dict[str, float]  # concept key -> weight, where it is not 1
    groups: dict[str, str]  # concept key -> group of mutually exclusive emphases
    converses: dict[str, str]  # concept key -> concept key
    symmetric: list[str]
    containers: dict[str, list[str]]  # entity key -> keys of what contains it
    seats: dict[str, str]  # capital's key -> country's key
    kinds: dict[str, str]  # entity key -> kind
    titles: dict[str, msgspec.Raw]  # person's key -> list[Term]
    holders: dict[str, msgspec.Raw]  # country's and title's keys -> list[Holder]
    labels: dict[str, str]  # entity key -> name
    spellings: str  # every known word, one a line
    likely: str  # those of the facts and of the names they use, one a line


class Table(Generic[V]):
    """A mapping whose rows are decoded when first asked for."""

    def __init__(self, rows: Mapping[str, msgspec.Raw], decoder: msgspec.msgpack.Decoder[V]) -> None:
        self._rows = rows
        self._decode = decoder.decode
        self._read: dict[str, V] = {}

    def get(self, key: str, default: D) -> V | D:
        """Return the row of ``key``, or ``default``."""
        row = self._read.get(key)
        if row is None:
            raw = self._rows.get(key)
            if raw is None:
                return default
            row = self._read[key] = self._decode(raw)
        return row

    def __contains__(self, key: str) -> bool:
        return key in self._rows


def encode_rows(rows: Mapping[str, object]) -> dict[str, msgspec.Raw]:
    """Encode every row of a table by itself (msgpack), for a `Table` to decode."""
    encode = msgspec.msgpack.encode
    return {key: msgspec.Raw(encode(row)) for key, row in rows.items()}
