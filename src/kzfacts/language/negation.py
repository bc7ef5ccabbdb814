"""Which unit of a sentence a negation denies.

"not", "never", "no", "without", "neither ... nor" deny the next content word; so do verbs whose lexicon role
is ``negative`` ("failed to", "declined to"), and two of them cancel. "not X but Y" and "X, not Y" deny the name that
follows at once. What counts as a negator is told by `kzfacts.language.negators`.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kzfacts.language.negators import DENYING, is_exception, is_negator, is_prefix, negator_phrases
from kzfacts.language.reading import Unit
from kzfacts.language.text import Token
from kzfacts.language.words import AUXILIARIES, PREPOSITIONS

PALE = 0.3
"""The weight up to which a verb is pale: "go into", "come to"."""
DELAY = 14
"""How many tokens after "not" the "until" may stand."""
EXCESS = 7
"""How many tokens after "too" the "to" may stand."""
_RESETS = frozenset("but ; : while whereas although though yet".split())
"""Tokens at which a denial ends."""
_OBJECTS = frozenset(("nobody", "nothing", "none"))
"""Negators that may be the object of the verb before them: "gave away nothing"."""
_SUBJECTS = _OBJECTS | {"neither"}
_ANYBODY = frozenset("one country state nation government leader president minister body party side".split())
_OPENS_CLAUSE = frozenset((",", ";", ":", "that", "and", "but", "as", "when", "because"))
_PREDETERMINERS = frozenset("the a an in on at of by to from with for its his her their".split())
_NO_ADVERBS = frozenset("family early daily only supply reply ally".split())
"""Words that end like an adverb of manner."""


def deny(units: Sequence[Unit], tokens: Sequence[Token], start: int, absorbed: set[int]) -> None:
    """Set the ``sign`` of the units that the tokens from ``start`` on deny.

    ``absorbed`` tokens are part of a phrase or number and deny nothing by themselves.
    """
    if DENYING.isdisjoint([token.text for token in tokens]) and "negative" not in [unit.role for unit in units]:
        return
    if tokens and is_exception(tokens):
        return  # "apart from X, no Y": that is, only X
    by_token = {unit.token: unit for unit in units}
    phrases = dict(negator_phrases(tokens))
    inside = {index for first, last in phrases.items() for index in range(first, last)}
    inside |= _within_names(units, tokens)
    denial = _Denial(units, tokens)
    for index in range(start, len(tokens)):
        unit = by_token.get(index)
        if index in phrases:
            denial.turn(phrases[index] - 1)
        if index in inside:
            continue
        if tokens[index].text == "little" and is_prefix(tokens, index):
            denial.turn(index)  # "little-noticed"
            if unit is not None:
                unit.role = "generic"
        elif unit is not None:
            denial.meet(unit)
        elif index not in absorbed:
            denial.pass_by(index)
    denial.end_clause(len(tokens))


class _Denial:
    """A denial on its way along a sentence: the sign that waits for the next content word, and who set it."""

    def __init__(self, units: Sequence[Unit], tokens: Sequence[Token]) -> None:
        self._units = units
        self._tokens = tokens
        self._pending = 1
        self._negator = -1  # the token that denies
        self._clause = -1  # the token after which the clause begins
        self._satisfied = False  # a pale verb took the denial, which goes on to its object

    def turn(self, negator: int) -> None:
        """Deny what comes next, or take back that it is denied."""
        self._pending, self._negator = -self._pending, negator

    def meet(self, unit: Unit) -> None:
        """Let a unit take the pending sign, if it is one that can be denied."""
        if self._pending < 0 and not unit.verbal and self._denies_verb_of(unit):
            return  # "nobody's sovereignty is forgotten", "no treaty was signed": the denial goes to the verb
        pale = unit.kind == "word" and unit.weight <= PALE and not unit.role
        passed_on = self._pending < 0 and pale and not _goes_on_with_preposition(unit, self._tokens)
        self._give(unit)
        if passed_on:
            self._pending, self._satisfied = -1, True  # "did not go into details": the details are denied as well
        elif self._pending > 0:
            self._satisfied = False

    def pass_by(self, index: int) -> None:
        """Pass a token that belongs to no unit: a negator, or the end of a clause."""
        word = self._tokens[index].text
        if word == "non" and is_prefix(self._tokens, index):
            self.turn(index)  # "non-permanent"
        elif word == "nor":
            self._pending, self._negator = -1, index
        elif is_negator(self._tokens, index):
            verb = self._verb_just_before(index) if word in _OBJECTS else None
            if verb is not None:
                verb.sign = -verb.sign  # "gave away nothing of what is planned"
            else:
                self.turn(index)
        elif word in _RESETS:
            self.end_clause(index)

    def end_clause(self, end: int) -> None:
        """Give a denial that met no word to the clause's last word or name: "their government is not"."""
        if self._pending < 0 and not self._satisfied:
            clause = [u for u in self._units if self._clause < u.token < end and u.role != "generic"]
            words = [u for u in clause if u.kind == "word"] or [u for u in clause if u.kind == "name"]
            if words:
                words[-1].sign = -words[-1].sign
        self._pending, self._clause, self._satisfied = 1, end, False

    def _give(self, unit: Unit) -> None:
        """Give a unit the pending sign, unless the sign passes over it."""
        denied = self._pending < 0
        if unit.kind == "name" and denied and not unit.demonym and self._stands_right_before(unit):
            unit.sign, self._pending = -1, 1
        elif unit.role == "generic" and denied and self._is_no_right_before(unit):
            unit.sign, unit.role, self._pending = -1, "", 1  # "no regard for"
        elif unit.kind != "word" or unit.role == "generic" or _is_adverb(unit) or _is_auxiliary(unit):
            return
        elif unit.role == "negative":
            self._pending = -self._pending
        else:
            unit.sign, self._pending = self._pending, 1

    def _denies_verb_of(self, unit: Unit) -> bool:
        """Say whether a negator in the subject denies the verb: "nobody came", "no treaty was signed"."""
        tokens, negator = self._tokens, self._negator
        if tokens[negator].text in _SUBJECTS:
            return any(u.verbal and u.token > unit.token and u.clause == unit.clause for u in self._units)
        opens = tokens[negator].text == "no" and (negator == 0 or tokens[negator - 1].text in _OPENS_CLAUSE)
        following = next((other for other in self._units if other.token > unit.token), None)
        if not opens or following is None or following.clause != unit.clause:
            return False
        if any(token.text in ("before", "until", "till", "except", "but") for token in tokens):
            return False  # and of whom is it true, then?
        return following.passive or (following.verbal and unit.text.lower() in _ANYBODY)

    def _verb_just_before(self, index: int) -> Unit | None:
        """Return the verb that ends right before a negator, whose object the negator is."""
        end = self._tokens[index - 1].end
        return next((u for u in self._units if u.verbal and u.kind == "word" and u.end == end), None)

    def _stands_right_before(self, unit: Unit) -> bool:
        """Say whether only articles and prepositions stand between the negator and a name ("not by Russia")."""
        between = (token.text for token in self._tokens[self._negator + 1 : unit.token])
        negator = self._tokens[self._negator].text
        return negator in ("not", "than", "of", "to", "without") and _PREDETERMINERS.issuperset(between)

    def _is_no_right_before(self, unit: Unit) -> bool:
        return unit.token == self._negator + 1 and self._tokens[self._negator].text == "no"


def time_delayed(units: Sequence[Unit], tokens: Sequence[Token]) -> set[int]:
    """Read "did not sign until May" and "it took until May to sign" as "signed in May".

    Returns the tokens that deny nothing then.
    """
    used: set[int] = set()
    for index, token in enumerate(tokens):
        waits = token.text in ("took", "wait") and index + 1 < len(tokens) and tokens[index + 1].text in _UNTIL
        if token.text not in ("not", "n't", "n’t", "never") and not waits:
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


_UNTIL = frozenset(("until", "till", "up"))


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
        if unit is not None and unit.kind == "word" and not _is_adverb(unit) and not _is_auxiliary(unit):
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


def _goes_on_with_preposition(unit: Unit, tokens: Sequence[Token]) -> bool:
    """Say whether a preposition follows the unit: "did not come up in the talks" denies no talks."""
    following = next((token.text for token in tokens[unit.token :] if token.start >= unit.end), "")
    return following in PREPOSITIONS


def _is_auxiliary(unit: Unit) -> bool:
    """Say whether the unit is made of auxiliaries alone, which pass a negation on: "cannot have been"."""
    return AUXILIARIES.issuperset(unit.text.lower().split())


def _is_adverb(unit: Unit) -> bool:
    """Say whether the unit is an adverb of manner, which a negation passes over: "not publicly known"."""
    return unit.text.endswith("ly") and unit.text.lower() not in _NO_ADVERBS


def _within_names(units: Sequence[Unit], tokens: Sequence[Token]) -> set[int]:
    """Return the tokens of names after their first: the "Non" of "Nuclear Non-Proliferation Treaty" denies nothing."""
    return {
        index
        for unit in units
        if unit.kind == "name"
        for index in range(unit.token + 1, len(tokens))
        if tokens[index].start < unit.end
    }
