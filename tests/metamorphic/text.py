"""Small changes of English that several transformations share: places in a sentence, its first letter, "a" and "an"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from metamorphic.world import Mention, World

Place = tuple[int, int]
"""A piece of a sentence, from and to (code points from 0, the end exclusive)."""


def put(text: str, start: int, end: int, piece: str) -> str:
    """Return the text with a piece in the place of what stands from ``start`` to ``end``."""
    return text[:start] + piece + text[end:]


def put_all(text: str, pieces: Iterable[tuple[int, int, str]]) -> str:
    """Return the text with several pieces put in, none within another."""
    for start, end, piece in sorted(pieces, reverse=True):
        text = put(text, start, end, piece)
    return with_right_articles(text)


def within(place: Place, mentions: Iterable[Mention]) -> bool:
    """Say whether a place lies in a name."""
    return any(mention.start < place[1] and place[0] < mention.end for mention in mentions)


def with_right_articles(text: str) -> str:
    """Return the text with "a" before consonants and "an" before vowels, as far as capitalised words tell."""
    text = re.sub(r"\b([Aa])n (?=[BCDFGJKLMNPQRSTVWXYZ][a-z])", r"\1 ", text)
    return re.sub(r"\b([Aa]) (?=(?:A|I|O|E(?!u))[a-z])", r"\1n ", text)


def without_stop(text: str) -> str:
    """Return the sentence without its full stop."""
    return text.removesuffix(".")


def capitalised(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


_TITLES = frozenset("President Presidents Prime Foreign Chancellor King Emir Minister Ambassador Senator".split())


def lowered(text: str, world: World) -> str:
    """Return a sentence as it stands within another: its first letter small, unless a name begins there."""
    first = re.match(r"[\w'’-]+", text)
    if first is None or any(mention.start == 0 for mention in world.mentions(text)):
        return text
    if first.group() in _TITLES:
        return text
    return text[:1].lower() + text[1:] if first.group().lower() in world.common_words else text
