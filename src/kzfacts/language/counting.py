"""What each number counts: the noun or name after it, the series before it, the votes of a ballot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kzfacts.language.numbers import Quantity
from kzfacts.language.reading import Unit
from kzfacts.language.text import Token
from kzfacts.language.units import Sentence
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.language.words import AUXILIARIES, CONJUNCTIONS, LIGHT, PREPOSITIONS, SERIES, looks_like_past, stem

_VOTE = re.compile(
    r"\s+(?:(?:votes?|states?|countries|voted)\s+)?(?:(?P<against>against)"
    r"|(?P<for>in\s+favou?r))\b",
    re.I,
)
"""What a number of votes counts."""
_AMOUNTS = frozenset(
    (
        *("came to", "come to", "comes to", "coming to", "ran to", "runs to", "run to", "amounted to", "amounts to"),
        *("reached", "reaches", "reach", "hit", "totalled", "totaled", "stood at", "stands at", "numbered"),
    )
)
_PLACE_ADVERBS = frozenset("abroad overseas worldwide home away together internationally globally nationwide".split())
PHRASE = 6
"""How many tokens the noun phrase after a number has at most."""
_NOUN_BREAKS = (PREPOSITIONS - {"of"}) | CONJUNCTIONS | AUXILIARIES | frozenset(",;:.()?!")


def count(sentence: Sentence, vocabulary: Vocabulary) -> None:
    """Tie every number to the noun it counts, and to the words before it."""
    units, text = sentence.units, sentence.text
    by_token = {unit.token: unit for unit in units}
    for position, unit in enumerate(units):
        if unit.kind == "number":
            _take_for_amount(sentence, position)
            _number_in_series(sentence, position)
            _set_counted(sentence, position, _counted_head(sentence.tokens, by_token, unit), vocabulary)
            unit.before = _told_before(units[:position], unit)
    for unit, after in pairwise(units):
        joined = text[unit.end : after.start].strip().lower() in ("of", "out of")
        if unit.kind == after.kind == "number" and joined and not unit.counted:
            unit.counted = after.counted  # "183 of 193 votes"


def _set_counted(sentence: Sentence, position: int, head: Unit | None, vocabulary: Vocabulary) -> None:
    """Set what a number counts; ``head`` is that of the noun phrase after it."""
    unit, text = sentence.units[position], sentence.text
    assert unit.quantity is not None
    vote = _VOTE.match(text, unit.end)
    if vote is not None and not unit.counted:
        unit.counted = ("w:#" + (vote.lastgroup or ""),)
    if unit.counted:
        head = None
    elif unit.quantity.unit == "ordinal":
        head = _numbered_name(sentence, position, head) or head
    elif _counts_others(text, unit):
        unit.quantity = Quantity(unit.quantity.low, unit.quantity.high, "others", unit.quantity.bounded)
    last = next((earlier for earlier in reversed(sentence.units[:position]) if earlier.kind == "number"), None)
    if head is not None:
        unit.counted, unit.head = head.keys, head.token
    elif not unit.quantity.unit and (keys := _swallowed(sentence, unit, vocabulary)):
        unit.counted = keys
    elif last is not None and last.counted:
        unit.counted = last.counted  # "more than 25 areas but fewer than 30"


def _told_before(earlier: Sequence[Unit], number: Unit) -> tuple[str, ...]:
    """Return the keys of the words before a number in its clause, the nearest first."""
    unit = number.quantity.unit if number.quantity is not None else ""
    keys: list[str] = []
    for other in reversed(earlier):
        if other.kind == "number" or other.clause != number.clause:
            break
        if other.kind == "word" or (other.kind == "name" and unit == "ordinal"):
            keys.extend(other.keys)
            if unit == "times":
                break  # "the presidents met ten times" counts meetings, not presidents
    return tuple(keys)


def _swallowed(sentence: Sentence, number: Unit, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the keys of a noun right after a number that a phrase has taken in: "concluded ten agreements"."""
    index = next((i for i, token in enumerate(sentence.tokens) if token.start >= number.end), len(sentence.tokens))
    for later in range(index, min(index + 2, len(sentence.tokens))):
        word = sentence.tokens[later].text
        if later not in sentence.absorbed or not word.isalpha():
            return ()
        if word.endswith("s") and word not in LIGHT:
            stemmed = stem(word)
            return (*vocabulary.concepts_of(stemmed), "w:" + stemmed)
    return ()


def _numbered_name(sentence: Sentence, position: int, head: Unit | None) -> Unit | None:
    """Return the name right after an ordinal, unless it but qualifies the noun: "the fifth CICA summit"."""
    unit = sentence.units[position]
    after = sentence.units[position + 1] if position + 1 < len(sentence.units) else None
    named = after is not None and after.kind == "name" and not after.demonym and not after.possessive
    if not named or after is None or sentence.text[unit.end : after.start].strip():
        return None
    if head is None or head.verbal or looks_like_past(head.text.lower()):
        return after
    qualifies = head.start > after.end and not sentence.text[after.end : head.start].strip()
    return None if qualifies else after


def _counts_others(text: str, unit: Unit) -> bool:
    """Say whether a number leaves the subject out: "Kazakhstan and four other countries"."""
    return text[unit.end :].lstrip().lower().startswith(("other ", "others", "more "))


def _take_for_amount(sentence: Sentence, position: int) -> None:
    """Take "came to" right before a number for what it is there: the meetings came to ten, nobody came."""
    before = sentence.units[position - 1] if position else None
    between = sentence.text[before.end : sentence.units[position].start].strip() if before is not None else "-"
    if before is not None and not between and before.text.lower() in _AMOUNTS:
        before.keys, before.role, before.hint = (), "generic", ""


def _number_in_series(sentence: Sentence, position: int) -> None:
    """Read the number of "Round 6", "meeting no. 2" as an ordinal of the noun before it."""
    unit = sentence.units[position]
    before = sentence.units[position - 1] if position else None
    if (
        before is None
        or before.kind != "word"
        or unit.quantity is None
        or unit.quantity.unit
        or not unit.quantity.exact
    ):
        return
    between = sentence.text[before.end : unit.start].strip().lower()
    if between in ("", "no.", "no", "nr", "nr.", "number", "#") and any(k[2:] in SERIES for k in before.keys):
        unit.quantity = Quantity(unit.quantity.low, unit.quantity.high, "ordinal")
        unit.counted = before.keys


def _counted_head(tokens: Sequence[Token], by_token: dict[int, Unit], number: Unit) -> Unit | None:
    """Return the head of the noun phrase after a number: the last word before the phrase breaks off.

    A people named in the phrase is set down in the number's ``nation``.
    """
    head: Unit | None = None
    nation: Unit | None = None
    index = number.token + 1
    while index < len(tokens) and tokens[index].start < number.end:
        index += 1
    steps = 0
    if index + 1 < len(tokens) and tokens[index].text == "-":
        return by_token.get(index + 1)  # a "two-day visit" counts days, not visits
    while index < len(tokens) and steps < PHRASE:
        word = tokens[index].text
        unit = by_token.get(index)
        if unit is not None and head is not None and (word in _PLACE_ADVERBS or word in _NOUN_BREAKS):
            break  # "abroad", "in the course of"
        if unit is not None and unit.kind == "word" and unit.keys and not (head is not None and unit.role):
            if head is not None and looks_like_past(word):
                break
            head = unit
        elif unit is not None and unit.kind in ("number", "date"):
            break
        elif unit is not None and unit.demonym:
            nation = unit
        elif word in _NOUN_BREAKS and unit is None:
            if word == "of" and head is None:
                index += 1
                continue
            break
        index += 1
        steps += 1
    if nation is not None:
        number.nation = nation.keys
    return head if head is not None else nation  # "300 Kazakhs" counts Kazakhs
