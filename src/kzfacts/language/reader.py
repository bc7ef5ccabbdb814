"""Reading a sentence: from its text to a `Reading`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from kzfacts.language.counting import count
from kzfacts.language.dates import MONTHS
from kzfacts.language.framing import frame
from kzfacts.language.negation import deny, deny_excess, time_delayed
from kzfacts.language.negators import is_exception
from kzfacts.language.reading import LIMITS, Reading, Unit
from kzfacts.language.syntax import place, plan
from kzfacts.language.text import REMEMBERED, Token, tokenize
from kzfacts.language.units import MAX_TOKENS, Sentence, find_names, find_units
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.language.words import ONLY_WORDS

SHORT_NAME = 6
"""A word with a capital that is shorter may be any name: it counts as no misspelling."""

_DENIAL = (
    r"^(?:but )?(?:it|that|there) (?:is|was|'s|would be|were|are|cannot be|can not be) "
    r"(?:just |simply |quite )?"
    r"(?:not (?:true|correct|so|accurate|right|the case)|untrue|false|wrong|incorrect|mistaken|"
    r"inaccurate|a myth|no truth in)"
    r"(?: to (?:say|claim|suggest|state|think|argue|assert|maintain|believe|report|write|conclude))?"
    r"(?: the (?:claim|idea|report|notion|suggestion))?(?: that)? "
)


def read(text: str, vocabulary: Vocabulary, as_of: date | None = None) -> Reading:
    """Read one sentence; ``as_of`` is the day on which it is said, for "last year" and the like.

    The last readings are remembered, so what is returned is not to be changed.
    """
    return _read(text, vocabulary, as_of)


def read_names(text: str, vocabulary: Vocabulary) -> list[Unit]:
    """Return the names on record that ``read`` finds in a text, and those that the facts taught; nothing else."""
    tokens, line = _opened(text, vocabulary)
    return find_names(text, tokens, _denial(line), vocabulary)


def _opened(text: str, vocabulary: Vocabulary) -> tuple[list[Token], str]:
    """Return the tokens of a text, misspellings put right, and the same as one line."""
    tokens = [_respelt(token, vocabulary) for token in tokenize(text)[:MAX_TOKENS]]
    return tokens, " ".join([token.text for token in tokens])


def _denial(line: str) -> int:
    """Return how many tokens of a line deny all that follows: "it is not true that"."""
    denial = re.match(_DENIAL, line) if line.startswith(("it ", "that ", "there ", "but ")) else None
    return denial.group().count(" ") if denial else 0


@lru_cache(REMEMBERED)
def _read(text: str, vocabulary: Vocabulary, as_of: date | None) -> Reading:
    tokens, line = _opened(text, vocabulary)
    skip = _denial(line)
    sentence = find_units(text, tokens, skip, vocabulary, as_of)
    place(sentence)
    plan(sentence)
    count(sentence, vocabulary)
    frame(sentence)
    units = sentence.units
    absorbed = sentence.absorbed | time_delayed(units, tokens)
    deny(units, tokens, skip, absorbed)
    deny_excess(units, tokens)
    marks = {unit.role for unit in units if unit.role in LIMITS}
    hints = {unit.hint for unit in units if unit.hint}
    only = _only(sentence)
    if skip:
        marks.add("denied")
    if line.rstrip('" )').endswith("?"):
        marks.add("question")
    if only:
        marks.add("only")
    return Reading(text, units, frozenset(marks), frozenset(hints), only, as_of)


def _only(sentence: Sentence) -> tuple[int, ...]:
    """Return the tokens that exclude all others: "only", the "except" that a sentence begins with."""
    tokens = sentence.tokens
    only: tuple[int, ...] = ()
    if not ONLY_WORDS.isdisjoint({token.text for token in tokens}):
        only = tuple(
            i
            for i, token in enumerate(tokens)
            if token.text in ONLY_WORDS and i not in sentence.numbered and not _dates_late(i, sentence.units, tokens)
        )
    return only or ((0,) if is_exception(tokens) else ())


def _dates_late(index: int, units: Sequence[Unit], tokens: Sequence[Token]) -> bool:
    """Say whether "only" says how late it was: "only since 2014", "only in July 2005"."""
    following = [token.text for token in tokens[index + 1 : index + 3]]
    dated = any(unit.kind == "date" and index < unit.token <= index + 3 for unit in units)
    return dated and bool(following) and following[0] in ("since", "in", "on", "from", "after", "at")


def _respelt(token: Token, vocabulary: Vocabulary) -> Token:
    """Return the token with a misspelling put right; a short word with a capital may be any name."""
    word = vocabulary.spelling.corrected(token.text)
    if token.capital and len(token.text) < SHORT_NAME and token.start > 0 and word not in MONTHS:
        return token
    return token if word is token.text or word == token.text else token._replace(text=word)
