"""Where each unit stands in its sentence: in which clause, after which preposition, as what kind of verb."""

from __future__ import annotations

from collections.abc import Sequence

from kzfacts.language.reading import Unit
from kzfacts.language.text import Token
from kzfacts.language.units import Sentence
from kzfacts.language.words import (
    AUXILIARIES,
    MOTION,
    NEGATORS,
    PASSIVE_MARK,
    PREPOSITIONS,
    SAME_IN_PAST,
    looks_like_past,
    stem,
)

GOVERNED = 6
"""How many tokens a word of promise or plan reaches to the verb that it governs."""
CLAUSE = 8
"""How soon a verb must follow ", and" to make a clause of what follows."""
_ABBREVIATIONS = frozenset("mr mrs ms dr st prof gen sen rep gov lt col sgt jr sr no vs".split())
_BETWEEN_BE = frozenset(
    "not also now already still just finally ultimately apparently first last ever then since".split()
)
_CLAUSE_WORDS = frozenset("but while whereas although though because".split())
_BREAKING = _CLAUSE_WORDS | frozenset(("; : . yet and").split())


def place(sentence: Sentence) -> None:
    """Set clause, preposition and voice of every unit."""
    tokens = sentence.tokens
    by_token = {unit.token: unit for unit in sentence.units}
    name_ends = {unit.end for unit in sentence.units if unit.kind == "name"}
    clause, preposition = 0, ""
    for index, token in enumerate(tokens):
        word = token.text
        if unit := by_token.get(index):
            unit.clause, unit.preposition = clause, preposition
            unit.passive = looks_like_past(word) and _after_be(tokens, index)
            unit.verbal = unit.kind == "word" and _is_verbal(tokens, index, name_ends)
            unit.goal = unit.kind == "name" and _after_motion(tokens, index)
            if unit.kind == "date" or (unit.kind == "word" and looks_like_past(word)):
                preposition = ""
        elif index in sentence.numbered:
            continue
        elif word in PREPOSITIONS:
            preposition = "than" if preposition == "than" else word
        elif word in AUXILIARIES or word in ",;:()":
            preposition = ""
        if word in _BREAKING and _breaks(tokens, index):
            clause += 1
            preposition = ""


def plan(sentence: Sentence) -> None:
    """Mark the verb that a word of promise, plan or possibility governs: "wants to be elected"."""
    operator: Unit | None = None
    for unit in sentence.units:
        near = operator is not None and unit.token - operator.token <= GOVERNED and unit.clause == operator.clause
        if near and unit.verbal and unit.kind == "word" and not unit.role:
            unit.planned, operator = True, None
        if unit.role in ("commit", "possible"):
            operator = unit


def _is_verbal(tokens: Sequence[Token], index: int, name_ends: set[int]) -> bool:
    """Say whether the word looks like a verb: by its form, by an auxiliary before it, or right after a name."""
    word, before = tokens[index].text, tokens[index - 1].text if index else ""
    if looks_like_past(word) or (before in AUXILIARIES and before != "'s") or before == "to":
        return True
    after_name = index > 0 and tokens[index - 1].end in name_ends
    return after_name and (word.endswith("s") or word in SAME_IN_PAST)


def _after_motion(tokens: Sequence[Token], index: int) -> bool:
    """Say whether "came to", "flew to" stand right before."""
    before = [token.text for token in tokens[max(index - 3, 0) : index]]
    return before[-1:] == ["to"] and any(stem(word) in MOTION for word in before)


def _after_be(tokens: Sequence[Token], index: int) -> bool:
    back = index - 1
    while back >= 0 and tokens[back].text in _BETWEEN_BE:
        back -= 1
    return back >= 0 and tokens[back].text in PASSIVE_MARK


def _breaks(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a new clause begins after this token."""
    word = tokens[index].text
    if word in (";", ":") or word in _CLAUSE_WORDS:
        return True
    if word == "." and index + 1 < len(tokens):
        before = tokens[index - 1]
        short = before.text in _ABBREVIATIONS or len(before.text) == 1
        return tokens[index + 1].capital and not (before.shout or (short and before.capital))
    if word == "yet" and index and tokens[index - 1].text == ",":
        return True
    if word == "and" and index and tokens[index - 1].text == ",":
        return any(_verb_like(tokens, later) for later in range(index + 1, min(index + CLAUSE, len(tokens))))
    return word == "and" and index + 1 < len(tokens) and _verb_like(tokens, index + 1)


def _verb_like(tokens: Sequence[Token], index: int) -> bool:
    word = tokens[index].text
    return word in AUXILIARIES or word in NEGATORS or looks_like_past(word)
