"""Another figure in the place of the fact's: never supported."""

from __future__ import annotations

import re
from random import Random

from metamorphic.model import Sentence
from metamorphic.numbers_in_text import Figure, figures, ordinal_digits, ordinal_words, series, words
from metamorphic.text import capitalised, put
from metamorphic.world import World

HIGHEST_NEAR, HIGHEST_PLACE = 20, 60
_AT_LEAST = re.compile(
    r"\b(?:more than|over|at least|above|no fewer than|not less than|exceed\w*|beyond|surpass\w*|minimum of) $", re.I
)
_AT_MOST = re.compile(
    r"\b(?:less than|fewer than|under|below|up to|at most|no more than|not more than|maximum of|within) $", re.I
)
_RANGE = re.compile(r"\b(?:between|from) $")


def another_figure(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put a figure that stands in no fact, two to five times as high or a fifth to a half of it, in one's place."""
    found = [figure for figure in figures(sentence.text, world) if not _RANGE.search(sentence.text[: figure.start])]
    if not found:
        return None
    figure = random.choice(found)
    for _ in range(20):
        value = max(2, round(figure.value * _factor(sentence.text[: figure.start], random)))
        decimals = f".{random.randint(1, 9)}" if figure.decimals else ""
        new = _written(figure, value, decimals)
        if value != figure.value and not _stands_anywhere(value, decimals, world):
            return put(sentence.text, figure.start, figure.end, _like(sentence.text, figure, new))
    return None


def next_figure(sentence: Sentence, world: World, random: Random) -> str | None:
    """Count one or two more than the fact does, up to twenty, if no like fact has that number anywhere."""
    found = [
        figure
        for figure in figures(sentence.text, world)
        if figure.value <= HIGHEST_NEAR
        and not figure.decimals
        and not _AT_MOST.search(sentence.text[: figure.start])
        and not _RANGE.search(sentence.text[: figure.start])
        and not re.match(r" (?:\w+illion|thousand|hundred)\b", sentence.text[figure.end :])
    ]
    if not found:
        return None
    figure = random.choice(found)
    if _AT_LEAST.search(sentence.text[: figure.start]):
        return None
    for value in random.sample((figure.value + 1, figure.value + 2), 2):
        if not _has_number(sentence, value, world):
            new = _written(figure, value, "")
            return put(sentence.text, figure.start, figure.end, _like(sentence.text, figure, new))
    return None


def another_place_in_series(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put another place in a series, which no fact has, in the place of the fact's: the 18th round, the 43rd round."""
    found = series(sentence.text, world)
    if not found:
        return None
    figure = random.choice(found)
    places = [
        value
        for value in range(2, HIGHEST_PLACE)
        if world.words.isdisjoint((ordinal_words(value), ordinal_digits(value)))
    ]
    value = random.choice(places)
    new = ordinal_words(value) if figure.in_words else ordinal_digits(value)
    return put(sentence.text, figure.start, figure.end, _like(sentence.text, figure, new))


def _factor(before: str, random: Random) -> float:
    """Return by what to multiply: more where the fact gives a lower bound, less where it gives an upper one."""
    higher = not _AT_MOST.search(before) and (bool(_AT_LEAST.search(before)) or random.random() < 0.5)
    return random.uniform(2, 5) if higher else random.uniform(0.2, 0.5)


def _written(figure: Figure, value: int, decimals: str) -> str:
    return words(value) if figure.in_words else f"{value:,}{decimals}"


def _like(text: str, figure: Figure, new: str) -> str:
    return capitalised(new) if text[figure.start].isupper() else new


def _stands_anywhere(value: int, decimals: str, world: World) -> bool:
    """Say whether any fact has the figure, in digits or in words."""
    return f"{value:,}{decimals}" in world.figures or (not decimals and words(value) in world.words)


def _has_number(sentence: Sentence, value: int, world: World) -> bool:
    """Say whether a fact with two of the same names has a number anywhere."""
    near = (sentence.fact.id, *world.like(sentence.fact))
    return any(not world.words_of[fact].isdisjoint((str(value), words(value))) for fact in near)
