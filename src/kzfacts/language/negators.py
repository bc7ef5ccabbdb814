"""Which tokens of a sentence deny something: "not", "no", "rather than"; and which only look like it.

"not only", "no doubt", "law no. 144", "sanctions or no sanctions" and numbers such as "no fewer than" deny nothing.
What is denied is found by `kzfacts.language.negation`.
"""

from __future__ import annotations

from collections.abc import Sequence

from kzfacts.language.text import Token
from kzfacts.language.words import NEGATORS

_NOT_NEGATIVE_BEFORE = frozenset("only just merely solely simply least doubt matter".split())
_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "rather than",
        "instead of",
        "as opposed to",
        "in place of",
        "far from",
        "by no means",
        "in no way",
        "not in any way",
        "not at all",
        "anything but",
        "under no circumstances",
        "not a single time",
        "not once",
        "at no time",
        "on no occasion",
        "no longer",
    )
)
"""Negators of several words."""
_BY_FIRST_WORD = {first: [p for p in _PHRASES if p[0] == first] for first in {phrase[0] for phrase in _PHRASES}}
_EXCEPTIONS = (("apart", "from"), ("aside", "from"), ("except", "for"), ("other", "than"), ("but", "for"), ("besides",))
EXCEPTED = 9
"""Within so many tokens of the beginning "aside" closes an exception."""
DENYING = NEGATORS | _BY_FIRST_WORD.keys() | {"little", "non", "nor"}
"""Tokens without which, and without a word whose role is negative, nothing is denied."""


def negator_phrases(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the negators of several words as (first token, token after the last)."""
    found: list[tuple[int, int]] = []
    if _BY_FIRST_WORD.keys().isdisjoint([token.text for token in tokens]):
        return found
    for index, token in enumerate(tokens):
        for phrase in _BY_FIRST_WORD.get(token.text, ()):
            if phrase[0] == "far" and index + 2 < len(tokens) and tokens[index + 2].capital:
                continue  # a distance
            if tuple(t.text for t in tokens[index : index + len(phrase)]) == phrase:
                found.append((index, index + len(phrase)))
    return found


def is_negator(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a token by itself denies what comes next."""
    return tokens[index].text in NEGATORS and not _is_harmless(tokens, index)


def is_prefix(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a hyphen ties a token to the word after it, as in "little-noticed", "non-permanent"."""
    return index + 1 < len(tokens) and tokens[index + 1].text == "-"


def is_exception(tokens: Sequence[Token]) -> bool:
    """Say whether the sentence begins with an exception: "Except for X and Y, no state came"."""
    words = [token.text for token in tokens[:EXCEPTED]]
    aside = "aside" in words and words[words.index("aside") + 1 :][:1] == [","]  # "Norland and Sudland aside, no state"
    opened = any(tuple(words[: len(opening)]) == opening for opening in _EXCEPTIONS)
    return (aside or opened) and any(token.text in NEGATORS for token in tokens)


def _is_harmless(tokens: Sequence[Token], index: int) -> bool:
    """Say whether what stands around a negator takes its force: "not only", "no doubt"."""
    following = [token.text for token in tokens[index + 1 : index + 3]]
    if tokens[index].text == "no" and _numbers(following):
        return True  # "law no. 144", "member no 162"
    if index > 1 and tokens[index - 1].text == "or" and following[:1] == [tokens[index - 2].text]:
        return True  # "sanctions or no sanctions"
    return tokens[index].text in ("not", "no") and following[:1] != [] and following[0] in _NOT_NEGATIVE_BEFORE


def _numbers(words: Sequence[str]) -> bool:
    """Say whether a figure follows, with or without the full stop of "no." """
    return bool(words) and (words[0][:1].isdigit() or (words[0] == "." and words[1:] != [] and words[1][:1].isdigit()))
