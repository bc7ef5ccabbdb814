"""Names that no entity list knows: runs of capitalised words.

A fact base may be about anything; its own sentences teach the names that matter in it. A run such as "Tarnmouth
Rovers" is one name: its keys let a part of it stand for the whole ("Tarnmouth"), and a bare surname for the
full name, but never one full name for another ("Jonas Pettrick", "Maria Pettrick").

Keys: ``n:`` the name as written, ``np:`` a part of a longer one, ``nl:`` a surname standing alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kzfacts.language.date_mentions import MONTHS, SHORT_MONTHS, WEEKDAYS
from kzfacts.language.text import Token, tokenize
from kzfacts.language.words import AUXILIARIES, LIGHT, NEGATORS

_CALENDAR = frozenset((*MONTHS, *SHORT_MONTHS, *WEEKDAYS))
_STOPS = frozenset('".:?!;(')


def name_keys(words: Sequence[str]) -> tuple[str, ...]:
    """Return the keys of a name as a statement or fact uses it."""
    if len(words) == 1:
        return f"n:{words[0]}", f"np:{words[0]}", f"nl:{words[0]}"
    return "n:" + " ".join(words), "nl:" + words[-1]


def told_keys(words: Sequence[str]) -> tuple[str, ...]:
    """Return the keys that a fact tells by using a name."""
    if len(words) == 1:
        return name_keys(words)
    return ("n:" + " ".join(words), *(f"np:{word}" for word in words))


def find_runs(
    tokens: Sequence[Token], free: Sequence[bool], is_ordinary: Callable[[str], bool], is_learned: Callable[[str], bool]
) -> list[tuple[int, int]]:
    """Return the runs of capitalised tokens (first, end) that are names.

    A run begins with a word that is not ordinary; at the beginning of a sentence, where any word has a capital, it
    must be learned or go on with another capitalised word.
    """
    runs: list[tuple[int, int]] = []
    index = 0
    while index < len(tokens):
        if not _may_name(tokens, free, index) or is_ordinary(tokens[index].text):
            index += 1
            continue
        end = index + 1
        while end < len(tokens) and _may_name(tokens, free, end):
            end += 1
        starts_sentence = index == 0 or tokens[index - 1].text in _STOPS
        if not starts_sentence or end - index > 1 or is_learned(tokens[index].text):
            runs.append((index, end))
        index = end
    return runs


def _may_name(tokens: Sequence[Token], free: Sequence[bool], index: int) -> bool:
    token = tokens[index]
    return (
        free[index]
        and token.capital
        and len(token.text) > 1
        and token.text.isalpha()
        and token.text not in LIGHT
        and token.text not in _CALENDAR
        and token.text not in AUXILIARIES
        and token.text not in NEGATORS
    )


def learn(
    texts: Iterable[str], is_ordinary: Callable[[str], bool], is_named: Callable[[str], bool]
) -> dict[str, tuple[str, ...]]:
    """Return the names that ``texts`` use, by their joined words.

    Words also seen in lower case are no names, and what ``is_named`` knows already is not learned again.
    """
    rows = [tokenize(text) for text in texts]
    lower = {token.text for row in rows for token in row if not token.capital}

    def ordinary(word: str) -> bool:
        return word in lower or is_ordinary(word)

    names: dict[str, tuple[str, ...]] = {}
    for row in rows:
        for first, end in find_runs(row, [not is_named(token.text) for token in row], ordinary, lambda _: False):
            words = tuple(token.text for token in row[first:end])
            names[" ".join(words)] = words
    return names
