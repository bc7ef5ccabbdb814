"""The figures that stand in a sentence: counts, amounts and places in a series, in digits or in words."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import inflect

from metamorphic.dates_in_text import covered
from metamorphic.world import World

HIGHEST_IN_WORDS = 200
_ENGINE = inflect.engine()
_DIGITS = re.compile(
    r"(?<![\w.,/–-])(?<!\d )(?P<figure>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d+)?(?![\w/–-])(?! ?[–/]\d)(?!\.\w)"
)
_SERIES = re.compile(r"\b(?P<digits>\d{1,3})(?:st|nd|rd|th)\b")
_LABEL = re.compile(
    r"\b(?:law|resolution|decree|article|no\.?|number|flight|page|paragraph|order|line|group of) $", re.I
)


class Figure(NamedTuple):
    """A figure in a sentence; offsets are code points from 0, the end exclusive."""

    start: int
    end: int
    value: int  # without decimals
    decimals: str  # ".3", or empty
    in_words: bool


@cache
def _cardinals() -> dict[str, int]:
    return {words(value): value for value in range(2, HIGHEST_IN_WORDS)}


@cache
def _ordinals() -> dict[str, int]:
    return {ordinal_words(value): value for value in range(2, HIGHEST_IN_WORDS)}


@cache
def words(value: int) -> str:
    """Return a number in words: thirty-three."""
    return str(_ENGINE.number_to_words(value, comma="", andword="and"))  # type: ignore[arg-type]


@cache
def ordinal_words(value: int) -> str:
    """Return a place in a series in words: thirty-third."""
    return str(_ENGINE.ordinal(words(value)))


@cache
def ordinal_digits(value: int) -> str:
    """Return a place in a series in digits: 33rd."""
    return str(_ENGINE.ordinal(str(value)))


def figures(text: str, world: World) -> list[Figure]:
    """Return the counts and amounts in a sentence, left to right: no dates, no labels, nothing within a name."""
    taken = covered(text) + [(mention.start, mention.end) for mention in world.mentions(text)]
    digits = [
        Figure(match.start(), match.end(), int(match["figure"].replace(",", "")), match["decimals"] or "", False)
        for match in _DIGITS.finditer(text)
    ]
    found = digits + [Figure(start, end, value, "", True) for start, end, value in _in_words(text, _cardinals())]
    return sorted(figure for figure in found if _free(figure.start, figure.end, taken) and not _is_label(text, figure))


def series(text: str, world: World) -> list[Figure]:
    """Return the places in a series in a sentence ("third", "18th"), left to right, nothing within a name."""
    taken = covered(text) + [(mention.start, mention.end) for mention in world.mentions(text)]
    digits = [Figure(match.start(), match.end(), int(match["digits"]), "", False) for match in _SERIES.finditer(text)]
    found = digits + [Figure(start, end, value, "", True) for start, end, value in _in_words(text, _ordinals())]
    return sorted(figure for figure in found if _free(figure.start, figure.end, taken))


def _in_words(text: str, values: dict[str, int]) -> list[tuple[int, int, int]]:
    matches = re.finditer(r"\b[A-Za-z]+(?:-[a-z]+)?\b", text)
    return [(*match.span(), values[match.group().lower()]) for match in matches if match.group().lower() in values]


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return all(end <= first or last <= start for first, last in taken)


def _is_label(text: str, figure: Figure) -> bool:
    return bool(_LABEL.search(text[: figure.start]))
