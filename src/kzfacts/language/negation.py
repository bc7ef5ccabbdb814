"""Which unit of a sentence a negation denies.

"not", "never", "no", "without", "neither ... nor" deny the next content word; so do verbs whose lexicon role
is ``negative`` ("failed to", "declined to"), and two of them cancel. "not only", "no doubt" and numbers such as
"no fewer than" deny nothing; "not X but Y" and "X, not Y" deny the name that follows at once.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kzfacts.language.reading import Unit
from kzfacts.language.text import Token
from kzfacts.language.words import AUXILIARIES, NEGATORS, PREPOSITIONS

_NOT_NEGATIVE_BEFORE = frozenset("only just merely solely simply least doubt matter".split())
_RESETS = frozenset("but ; : while whereas although though yet".split())
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
_DENYING = NEGATORS | _BY_FIRST_WORD.keys() | {"little", "non", "nor"}
"""Tokens without which, and without a word whose role is negative, nothing is denied."""
_PREDETERMINERS = frozenset("the a an in on at of by to from with for its his her their".split())


def deny(units: Sequence[Unit], tokens: Sequence[Token], start: int, absorbed: set[int]) -> None:
    """Set the ``sign`` of the units that the tokens from ``start`` on deny.

    ``absorbed`` tokens are part of a phrase or number and deny nothing by themselves.
    """
    if _DENYING.isdisjoint([token.text for token in tokens]) and "negative" not in [unit.role for unit in units]:
        return
    by_token = {unit.token: unit for unit in units}
    pending = 1
    negator = clause = -1
    satisfied = False  # a pale verb took the denial, which goes on to its object
    if tokens and is_exception(tokens):
        return  # "apart from X, no Y": that is, only X
    phrases = dict(negator_phrases(tokens))
    inside = {index for first, last in phrases.items() for index in range(first, last)}
    inside |= _within_names(units, tokens)
    for index in range(start, len(tokens)):
        unit = by_token.get(index)
        if index in phrases:
            pending, negator = -pending, phrases[index] - 1
        if index in inside:
            continue
        word = tokens[index].text
        if word == "little" and index + 1 < len(tokens) and tokens[index + 1].text == "-":
            pending, negator = -pending, index  # "little-noticed"
            if unit is not None:
                unit.role = "generic"
            continue
        if unit is not None:
            if pending < 0 and not unit.verbal and _denies_the_verb(tokens, negator, unit, units):
                continue  # "nobody's sovereignty is forgotten", "no treaty was signed": the denial goes to the verb
            passed = pending < 0 and unit.kind == "word" and unit.weight <= PALE and not unit.role
            passed = passed and not _goes_on_with_preposition(unit, tokens)
            pending = _meet(unit, pending, tokens, negator)
            if passed:
                pending, satisfied = -1, True  # "did not go into details": the details are denied as well
            elif pending > 0:
                satisfied = False
        elif index in absorbed:
            continue
        elif word == "non" and index + 1 < len(tokens) and tokens[index + 1].text == "-":
            pending, negator = -pending, index  # "non-permanent"
        elif word == "nor":
            pending, negator = -1, index
        elif word in NEGATORS and not _harmless(tokens, index):
            if word in _OBJECTS and (verb := _verb_just_before(units, tokens, index)) is not None:
                verb.sign = -verb.sign  # "gave away nothing of what is planned"
            else:
                pending, negator = -pending, index
        elif word in _RESETS:
            pending, clause = _elide(units, clause, index, 1 if satisfied else pending), index
            satisfied = False
    _elide(units, clause, len(tokens), 1 if satisfied else pending)


def _denies_the_verb(tokens: Sequence[Token], negator: int, unit: Unit, units: Sequence[Unit]) -> bool:
    """Say whether a negator in the subject denies the verb: "nobody came", "no treaty was signed"."""
    word = tokens[negator].text
    if word in _SUBJECTS:
        return _verb_follows(unit, units)
    opens = word == "no" and (negator == 0 or tokens[negator - 1].text in _OPENS_CLAUSE)
    following = next((other for other in units if other.token > unit.token), None)
    if not opens or following is None or following.clause != unit.clause:
        return False
    if any(token.text in ("before", "until", "till", "except", "but") for token in tokens):
        return False  # and of whom is it true, then?
    return following.passive or (following.verbal and unit.text.lower() in _ANYBODY)


_ANYBODY = frozenset("one country state nation government leader president minister body party side".split())
_OPENS_CLAUSE = frozenset((",", ";", ":", "that", "and", "but", "as", "when", "because"))


def _within_names(units: Sequence[Unit], tokens: Sequence[Token]) -> set[int]:
    """Return the tokens of names after their first: the "Non" of "Nuclear Non-Proliferation Treaty" denies nothing."""
    return {
        index
        for unit in units
        if unit.kind == "name"
        for index in range(unit.token + 1, len(tokens))
        if tokens[index].start < unit.end
    }


def _goes_on_with_preposition(unit: Unit, tokens: Sequence[Token]) -> bool:
    """Say whether a preposition follows the unit: "did not come up in the talks" denies no talks."""
    following = next((token.text for token in tokens[unit.token :] if token.start >= unit.end), "")
    return following in PREPOSITIONS


PALE = 0.3
"""The weight up to which a verb is pale: "go into", "come to"."""


def time_delayed(units: Sequence[Unit], tokens: Sequence[Token]) -> set[int]:
    """Read "did not sign until May" as "signed in May"; return the tokens that deny nothing then."""
    used: set[int] = set()
    for index, token in enumerate(tokens):
        if token.text not in ("not", "n't", "n’t", "never"):
            continue
        date = next((u for u in units if u.date is not None and index < u.token <= index + DELAY), None)
        if date is None or date.date is None or date.date.mode != "until" or date.date.span is None:
            continue
        between = tokens[index + 1 : date.token]
        if any(other.text in ",;" for other in between):
            continue
        date.date = msgspec.structs.replace(date.date, mode="in")
        used.add(index)
    return used


DELAY = 14
"""How many tokens after "not" the "until" may stand."""

_OBJECTS = frozenset(("nobody", "nothing", "none"))
_SUBJECTS = _OBJECTS | {"neither"}


def deny_excess(units: Sequence[Unit], tokens: Sequence[Token]) -> None:
    """Deny what something is too much for: "too delicate to discuss", "too delicate for public discussion"."""
    by_token = {unit.token: unit for unit in units}
    for index, token in enumerate(tokens):
        if token.text != "too" or (index and tokens[index - 1].text == ","):
            continue  # "Norland, too, sent men for the force"
        after = {tokens[later].text: later for later in range(min(index + EXCESS, len(tokens) - 1), index + 1, -1)}
        unit = _first_content(by_token, after["to"] + 1) if "to" in after else None
        if unit is None and "for" in after:
            unit = _head(units, by_token.get(after["for"] + 1) or by_token.get(after["for"] + 2))
        if unit is not None:
            unit.sign = -unit.sign


def _first_content(by_token: dict[int, Unit], start: int) -> Unit | None:
    """Return the unit that a "to" governs, past an adverb or auxiliary: "to be openly discussed"."""
    for index in range(start, start + 4):
        unit = by_token.get(index)
        if unit is not None and unit.kind == "word" and not _is_manner(unit) and not _is_auxiliary(unit):
            return unit
    return None


def _head(units: Sequence[Unit], unit: Unit | None) -> Unit | None:
    """Return the last of the words that follow one another from ``unit`` on: "public discussion"."""
    for other in units:
        if (
            unit is not None
            and other.kind == "word"
            and other.start == unit.end + 1
            and other.preposition == unit.preposition
        ):
            unit = other
    return unit


EXCESS = 7
"""How many tokens after "too" the "to" may stand."""


def _verb_just_before(units: Sequence[Unit], tokens: Sequence[Token], index: int) -> Unit | None:
    """Return the verb that ends right before a negator, whose object the negator is."""
    return next((u for u in units if u.verbal and u.kind == "word" and u.end == tokens[index - 1].end), None)


def _verb_follows(unit: Unit, units: Sequence[Unit]) -> bool:
    return any(other.verbal and other.token > unit.token and other.clause == unit.clause for other in units)


_EXCEPTIONS = (("apart", "from"), ("aside", "from"), ("except", "for"), ("other", "than"), ("but", "for"), ("besides",))


def is_exception(tokens: Sequence[Token]) -> bool:
    """Say whether the sentence begins with an exception: "Except for X and Y, no state came"."""
    words = [token.text for token in tokens[:EXCEPTED]]
    aside = "aside" in words and words[words.index("aside") + 1 :][:1] == [","]  # "Norland and Sudland aside, no state"
    opened = any(tuple(words[: len(opening)]) == opening for opening in _EXCEPTIONS)
    return (aside or opened) and any(token.text in NEGATORS for token in tokens)


EXCEPTED = 9
"""Within so many tokens of the beginning "aside" closes an exception."""


def _elide(units: Sequence[Unit], start: int, end: int, pending: int) -> int:
    """Give a denial that met no word to the clause's last word or name: "their government is not", "Turkey did not"."""
    if pending < 0:
        clause = [unit for unit in units if start < unit.token < end and unit.role != "generic"]
        words = [unit for unit in clause if unit.kind == "word"] or [unit for unit in clause if unit.kind == "name"]
        if words:
            words[-1].sign = -words[-1].sign
    return 1


def _meet(unit: Unit, pending: int, tokens: Sequence[Token], negator: int) -> int:
    """Let a unit take the pending sign, and return the sign that stays pending."""
    if unit.kind == "name" and pending < 0 and not unit.demonym and _follows_at_once(unit, tokens, negator):
        unit.sign = -1
        return 1
    if unit.role == "generic" and pending < 0 and unit.token == negator + 1 and tokens[negator].text == "no":
        unit.sign, unit.role = -1, ""  # "no regard for"
        return 1
    if unit.kind != "word" or unit.role == "generic" or _is_manner(unit) or _is_auxiliary(unit):
        return pending
    if unit.role == "negative":
        return -pending
    unit.sign = pending
    return 1


def _is_auxiliary(unit: Unit) -> bool:
    """Say whether the unit is made of auxiliaries alone, which pass a negation on: "cannot have been"."""
    return AUXILIARIES.issuperset(unit.text.lower().split())


def _is_manner(unit: Unit) -> bool:
    """Say whether the unit is an adverb of manner, which a negation passes over: "not publicly known"."""
    return unit.text.endswith("ly") and unit.text.lower() not in (
        "family",
        "early",
        "daily",
        "only",
        "supply",
        "reply",
        "ally",
    )


def _follows_at_once(unit: Unit, tokens: Sequence[Token], negator: int) -> bool:
    """Say whether only articles and prepositions stand between the negator and the name ("not by Russia")."""
    between = [token.text for token in tokens[negator + 1 : unit.token]]
    return tokens[negator].text in ("not", "than", "of", "to", "without") and all(
        word in _PREDETERMINERS for word in between
    )


def _harmless(tokens: Sequence[Token], index: int) -> bool:
    following = [token.text for token in tokens[index + 1 : index + 3]]
    if tokens[index].text == "no" and _numbers(following):
        return True  # "law no. 144", "member no 162"
    if index > 1 and tokens[index - 1].text == "or" and following[:1] == [tokens[index - 2].text]:
        return True  # "sanctions or no sanctions"
    return tokens[index].text in ("not", "no") and following[:1] != [] and following[0] in _NOT_NEGATIVE_BEFORE


def _numbers(words: Sequence[str]) -> bool:
    """Say whether a figure follows, with or without the full stop of "no." """
    return bool(words) and (words[0][:1].isdigit() or (words[0] == "." and words[1:] != [] and words[1][:1].isdigit()))


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
