"""A sentence as the comparison sees it: a row of units with their meaning, sign and place.

A unit is a name, a number, a date or a content word (or phrase of the lexicon). Its ``keys`` say what it
means (``e:`` entities, ``c:`` concepts, ``w:`` stems, ``n:`` unknown names), its ``sign`` whether the
sentence denies it. Grammar words make no units; what they do is kept on the units (preposition, passive)
and in the reading's ``marks``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

import msgspec

from kzfacts.language.dates import MONTHS, DateMention, find_dates
from kzfacts.language.negation import deny, deny_excess, is_exception, negator_phrases, time_delayed
from kzfacts.language.number_words import SMALL
from kzfacts.language.numbers import CURRENCY_WORDS, OPENS_COMPARATOR, Quantity, find_numbers
from kzfacts.language.text import REMEMBERED, Token, tokenize
from kzfacts.language.unknown_names import find_runs, name_keys
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.language.words import (
    ARTICLES,
    AUXILIARIES,
    CONJUNCTIONS,
    DATE_SEES,
    FALLS_ON,
    LEADS_DATE,
    LIGHT,
    MOTION,
    NAMING,
    NEGATORS,
    ONLY_WORDS,
    PASSIVE_MARK,
    PREPOSITIONS,
    SAME_IN_PAST,
    SERIES,
    looks_like_past,
    stem,
)

UnitKind = Literal["word", "name", "number", "date"]
LIMITS = ("possible", "commit", "report")
LIGHT_PHRASE_WEIGHT, ADVERBIAL_WEIGHT, FRAME_WEIGHT = 0.3, 0.7, 0.15
SHORT_NAME = 6
CALLED = 8
"""How many tokens stand at most between a name and "called" or "named"."""
GOVERNED = 6
"""How many tokens a word of promise or plan reaches to the verb that it governs."""
CLAUSE = 8
"""How soon a verb must follow ", and" to make a clause of what follows."""
MAX_TOKENS = 400
"""Longer sentences are read up to here; no sentence of a draft comes near it."""


class Unit(msgspec.Struct, array_like=True, gc=False):
    """One meaningful piece of a sentence; offsets are code points from 0, ends exclusive."""

    kind: UnitKind
    text: str
    start: int
    end: int
    token: int  # index of its first token
    keys: tuple[str, ...]
    sign: int = 1
    role: str = ""  # report, commit, possible, negative, generic: what the lexicon says of all its senses
    hint: str = ""  # ... of any of its senses
    planned: bool = False  # governed by a word of promise, plan or possibility
    weight: float = 1.0
    senses: int = 0  # how many concepts the lexicon has for it
    preposition: str = ""  # that governs the noun phrase it stands in
    clause: int = 0
    possessive: bool = False
    passive: bool = False
    verbal: bool = False  # looks like a verb where it stands
    demonym: bool = False
    goal: bool = False  # a name where somebody comes to: "arrived in", "came to"
    quantity: Quantity | None = None
    date: DateMention | None = None
    counted: tuple[str, ...] = ()  # number: keys of the noun that is counted
    before: tuple[str, ...] = ()  # number: keys of the words before it, for "visits numbered 16"
    head: int = -1  # number: token of the counted noun
    nation: tuple[str, ...] = ()  # number: keys of the people in the noun phrase, "300 Kazakh citizens"


class Frame(NamedTuple):
    """A word with the entity keys of its two sides."""

    word: Unit
    agent: frozenset[str]
    patient: frozenset[str]


class Reading(msgspec.Struct):
    """A sentence read: its units left to right and what marks it as a whole.

    ``marks`` may hold ``denied`` ("it is not true that ..."), ``only``, ``possible``, ``commit``, ``report``,
    ``question``.
    """

    text: str
    units: list[Unit]
    marks: frozenset[str]
    hints: frozenset[str]  # limits that some sense of its words may set
    only: tuple[int, ...] = ()  # token indices of exclusive words
    as_of: date | None = None  # the day on which it is said
    frames: list[Frame] | None = None  # who did what to whom: found when first asked for


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
    reader, _, _ = _opened(text, vocabulary, None)
    return reader.names()


def _opened(text: str, vocabulary: Vocabulary, as_of: date | None) -> tuple[_Reader, str, int]:
    """Return the reader of a text, its tokens as one line, and how many of them deny the whole; it skips those."""
    tokens = [_respelt(token, vocabulary) for token in tokenize(text)[:MAX_TOKENS]]
    line = " ".join([token.text for token in tokens])
    denial = re.match(_DENIAL, line) if line.startswith(("it ", "that ", "there ", "but ")) else None
    skip = denial.group().count(" ") if denial else 0
    reader = _Reader(text, tokens, vocabulary, as_of)
    reader.skip(skip)
    return reader, line, skip


@lru_cache(REMEMBERED)
def _read(text: str, vocabulary: Vocabulary, as_of: date | None) -> Reading:
    reader, line, skip = _opened(text, vocabulary, as_of)
    tokens = reader.tokens
    units = reader.units()
    reader.absorbed |= time_delayed(units, tokens)
    deny(units, tokens, skip, reader.absorbed)
    deny_excess(units, tokens)
    marks = {unit.role for unit in units if unit.role in LIMITS}
    hints = {unit.hint for unit in units if unit.hint}
    if skip:
        marks.add("denied")
    if line.rstrip('" )').endswith("?"):
        marks.add("question")
    words = {token.text for token in tokens}
    only = (
        ()
        if ONLY_WORDS.isdisjoint(words)
        else tuple(
            i
            for i, token in enumerate(tokens)
            if token.text in ONLY_WORDS and not reader.used_as_number(i) and not _dates_late(i, units, tokens)
        )
    )
    if not only and is_exception(tokens):
        only = (0,)
    if only:
        marks.add("only")
    return Reading(text, units, frozenset(marks), frozenset(hints), only, as_of)


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


class _Reader:
    """Turns tokens into units, claiming tokens in the order: names, dates, numbers, phrases, words."""

    def __init__(self, text: str, tokens: list[Token], vocabulary: Vocabulary, as_of: date | None) -> None:
        self.text = text
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.as_of = as_of
        self.stems = [stem(token.text) for token in tokens]
        self.free = [True] * len(tokens)
        self.found: list[Unit] = []
        self.numbered: set[int] = set()
        self.absorbed: set[int] = set()  # negators that phrases and numbers have used up
        words = [token for token in tokens if token.text[0].isalpha()]
        capitals = len([token for token in words if token.capital])
        self.shouting = bool(words) and len([token for token in words if token.shout]) > 0.6 * len(words)
        self.naming = not NAMING.isdisjoint([token.text for token in tokens])
        self.capitals_tell = capitals <= 0.6 * len(words) or len(words) < 4

    def skip(self, count: int) -> None:
        """Leave the first ``count`` tokens out."""
        self.free[:count] = [False] * count

    def used_as_number(self, index: int) -> bool:
        """Say whether the token is part of a number ("only two")."""
        return index in self.numbered

    def units(self) -> list[Unit]:
        """Return all units, left to right."""
        self._take_known_names()
        self._take_dates()
        self._take_numbers()
        self._take_scores()
        self._take_unknown_names()
        self._take_phrases()
        self._take_words()
        self.found.sort(key=lambda unit: unit.token)
        self._place()
        self._plan()
        self._count()
        return self.found

    def names(self) -> list[Unit]:
        """Return the known names alone, left to right."""
        self._take_known_names()
        return [unit for unit in self.found if unit.kind == "name"]

    def _take_known_names(self) -> None:
        for first, last in negator_phrases(self.tokens):
            self._claim(first, last)
        self._take_names()

    def _add(self, kind: UnitKind, first: int, last: int, keys: tuple[str, ...], **more: object) -> Unit:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        unit = Unit(kind, self.text[start:end], start, end, first, keys, **more)  # type: ignore[arg-type]
        self.found.append(unit)
        return unit

    def _claim(self, first: int, last: int) -> bool:
        if not all(self.free[first:last]):
            return False
        self.free[first:last] = [False] * (last - first)
        return True

    def _take_names(self) -> None:
        index = 0
        begins_name = self.vocabulary.begins_name
        while index < len(self.tokens):
            may_begin = self.free[index] and begins_name(self.tokens[index].text)
            match = self.vocabulary.names_at(self.tokens, index, self.shouting) if may_begin else None
            if (
                match is None
                or self._is_money(match.last)
                or self._is_holiday(match.last)
                or not self._claim(match.first, match.last)
            ):
                index += 1
                continue
            owner = match.last < len(self.tokens) and self.tokens[match.last].text == "'s"
            self._add("name", match.first, match.last, match.keys, demonym=match.demonym, possessive=owner)
            city = self.naming and self.vocabulary.compiled.kinds.get(match.keys[0]) == "city"
            if city and not owner and self._is_called(match.first, match.last):
                spelling = "".join(token.text for token in self.tokens[match.first : match.last] if token.text != "-")
                self._add("word", match.first, match.last, (f"w:@{spelling}",), weight=1.0)
            index = match.last

    def _is_called(self, first: int, last: int) -> bool:
        """Say whether a name is one that something is called by: "renamed Astana", "Astana was then called Akmola"."""
        before = [token.text for token in self.tokens[max(first - CALLED, 0) : first]]
        after = [token.text for token in self.tokens[last : last + CALLED]]
        if before[-1:] and before[-1] in ("in", "at", "with", "near"):
            return False
        passive = not PASSIVE_MARK.isdisjoint(after)
        return _names(before) or (passive and _names(after))

    def _is_money(self, after: int) -> bool:
        """Say whether what ends before a token is that of a currency: "US dollars", "Kazakh tenge"."""
        return after < len(self.tokens) and self.tokens[after].text in CURRENCY_WORDS

    def _is_holiday(self, after: int) -> bool:
        """Say whether what ends before a token opens a date: "Christmas Day", "New Year's Eve"."""
        words = [token.text for token in self.tokens[after - 1 : after + 1]]
        return words in (["christmas", "day"], ["christmas", "eve"])

    def _take_dates(self) -> None:
        for mention, first, last in find_dates(self.tokens, self.as_of):
            if self._claim(first, last):
                self._add("date", first, last, (), date=mention)

    def _take_numbers(self) -> None:
        for quantity, first, last, core in find_numbers(self.tokens):
            if not all(self.free[core[0] : core[1]]):
                continue
            while not self.free[first]:
                first += 1
            while not self.free[last - 1]:
                last -= 1
            if self._ends_name(*core):
                continue
            self._claim(first, last)
            self.numbered.update(range(first, last))
            self.absorbed.update(range(first, last))
            self._add("number", first, last, (), quantity=quantity)

    def _take_scores(self) -> None:
        """Take a result such as "3-1" as a word of its own."""
        for index in range(len(self.tokens) - 2):
            if self.tokens[index + 1].text != "-":
                continue
            pieces = self.tokens[index : index + 3]
            digits = pieces[0].text.isdigit() and pieces[2].text.isdigit()
            if digits and pieces[1].text == "-" and pieces[1].glued and self._claim(index, index + 3):
                self._add("word", index, index + 3, (f"w:#{pieces[0].text}-{pieces[2].text}",))

    def _ends_name(self, first: int, last: int) -> bool:
        """Say whether a bare number belongs to the name before it: "Covid-19", "Resident Evil 5"."""
        if last - first > 1 or first == 0:
            return False
        before = self.tokens[first - 1]
        if not self.tokens[first].text.isdigit():
            return self._ends_name_in_words(first)
        if before.text == "-" and before.glued and self.tokens[first].glued:
            return first > 1 and self.tokens[first - 2].text.isalpha()
        following = self.tokens[last].text if last < len(self.tokens) else "."
        named = before.capital and self.capitals_tell and before.text.isalpha() and first > 1
        named = (named or self._opens_with_name(first)) and stem(before.text) not in SERIES
        if not named or (following.isalpha() and following not in LIGHT and not looks_like_past(following)):
            return False
        self.free[first] = False
        self._add("word", first, last, ("w:#" + self.tokens[first].text,), weight=0.5)
        return True

    def _opens_with_name(self, number: int) -> bool:
        """Say whether a name of one word, which the number ends, opens the sentence: "Alma 2 has a new engine"."""
        before = self.tokens[number - 1]
        if number != 1 or not before.capital or not before.text.isalpha() or not self.free[0]:
            return False
        return before.text not in OPENS_COMPARATOR and not self.vocabulary.is_ordinary(before.text)

    def _ends_name_in_words(self, number: int) -> bool:
        """Say whether a number in words with a capital belongs to the name before it: "the Famous Five"."""
        token, before = self.tokens[number], self.tokens[number - 1]
        named = token.capital and before.capital and before.text.isalpha() and self.capitals_tell and number > 1
        if not named or token.text not in SMALL or before.text in LIGHT:
            return False
        self.free[number] = False
        self._add("word", number, number + 1, ("w:#" + token.text,), weight=0.5)
        return True

    def _take_unknown_names(self) -> None:
        if not self.capitals_tell:
            return
        known, learned = self.vocabulary.is_ordinary, self.vocabulary.is_learned
        for first, last in find_runs(self.tokens, self.free, known, learned):
            self._claim(first, last)
            first = self._with_first_name(first)
            owner = last < len(self.tokens) and self.tokens[last].text == "'s"
            keys = name_keys([token.text for token in self.tokens[first:last]])
            self._add("name", first, last, keys, possessive=owner)

    def _with_first_name(self, first: int) -> int:
        """Return where an unknown name begins with the learned one right before it: "Philippe Martinet"."""
        before = next(
            (unit for unit in self.found if unit.kind == "name" and unit.end == self.tokens[first].start - 1), None
        )
        if before is None or before.keys[0][0] != "n" or before.demonym or before.possessive:
            return first
        self.found.remove(before)
        return before.token

    def _take_phrases(self) -> None:
        for index in range(len(self.tokens)):
            if not self.free[index]:
                continue
            match = self.vocabulary.phrase_at(self.tokens, self.stems, self.free, index)
            if match is not None:
                for member in match.members:
                    self.free[member] = False
                self.absorbed.update(match.members)
                between = set(range(match.first, match.last)).difference(match.members)
                whole = all(self.tokens[i].text in ARTICLES or self.tokens[i].text == "-" for i in between)
                last = match.last if whole else match.first + 1
                self._add_word(match.first, last, match.keys, match.own)

    def _add_word(self, first: int, last: int, keys: tuple[str, ...], own: int = MAX_TOKENS) -> None:
        """Add a word or phrase with the role that all of its senses share, and the one that any of them has."""
        role, hint, weight, count = self.vocabulary.senses_of(keys, own)
        if last - first > 1 and all(token.text in LIGHT for token in self.tokens[first:last]):
            weight = min(weight, LIGHT_PHRASE_WEIGHT)  # "come to", "were to": little hangs on them
        if last - first > 1 and self.tokens[first].text in PREPOSITIONS:
            closed = self.tokens[last - 1].text in PREPOSITIONS
            weight = min(weight, FRAME_WEIGHT if closed else ADVERBIAL_WEIGHT)  # "over the course of", "in the end"
        if self.tokens[first].text in NEGATORS or (
            last - first > 1 and any(token.text in NEGATORS for token in self.tokens[first:last])
        ):
            weight = 1.0  # "do without", "nothing to do with": pale words, but they turn the sense
        self._add("word", first, last, keys, role=role, hint=hint, weight=weight, senses=count)

    def _take_words(self) -> None:
        keys_of = self.vocabulary.keys_of
        for index, token in enumerate(self.tokens):
            word = token.text
            if not self.free[index] or not word[0].isalpha():
                continue
            if word in _GRAMMAR or len(word) == 1:
                if word in _MODALS:
                    self._add("word", index, index + 1, (), role="possible", hint="possible")
                continue
            self._add_word(index, index + 1, keys_of(self.stems[index]))

    def _place(self) -> None:
        """Set clause, preposition and voice of every unit."""
        by_token = {unit.token: unit for unit in self.found}
        name_ends = {unit.end for unit in self.found if unit.kind == "name"}
        clause, preposition = 0, ""
        for index, token in enumerate(self.tokens):
            word = token.text
            if unit := by_token.get(index):
                unit.clause, unit.preposition = clause, preposition
                unit.passive = looks_like_past(word) and self._after_be(index)
                unit.verbal = unit.kind == "word" and self._is_verbal(index, name_ends)
                unit.goal = unit.kind == "name" and self._after_motion(index)
                if unit.kind == "date" or (unit.kind == "word" and looks_like_past(word)):
                    preposition = ""
            elif index in self.numbered:
                continue
            elif word in PREPOSITIONS:
                preposition = "than" if preposition == "than" else word
            elif word in AUXILIARIES or word in ",;:()":
                preposition = ""
            if word in _BREAKING and self._breaks(index):
                clause += 1
                preposition = ""

    def _plan(self) -> None:
        """Mark the verb that a word of promise, plan or possibility governs: "wants to be elected"."""
        operator: Unit | None = None
        for unit in self.found:
            near = operator is not None and unit.token - operator.token <= GOVERNED and unit.clause == operator.clause
            if near and unit.verbal and unit.kind == "word" and not unit.role:
                unit.planned, operator = True, None
            if unit.role in ("commit", "possible"):
                operator = unit

    def _is_verbal(self, index: int, name_ends: set[int]) -> bool:
        """Say whether the word looks like a verb: by its form, by an auxiliary before it, or right after a name."""
        word, before = self.tokens[index].text, self.tokens[index - 1].text if index else ""
        if looks_like_past(word) or (before in AUXILIARIES and before != "'s") or before == "to":
            return True
        after_name = index > 0 and self.tokens[index - 1].end in name_ends
        return after_name and (word.endswith("s") or word in SAME_IN_PAST)

    def _after_motion(self, index: int) -> bool:
        """Say whether "came to", "flew to" stand right before."""
        before = [token.text for token in self.tokens[max(index - 3, 0) : index]]
        return before[-1:] == ["to"] and any(stem(word) in MOTION for word in before)

    def _after_be(self, index: int) -> bool:
        back = index - 1
        while back >= 0 and self.tokens[back].text in _BETWEEN_BE:
            back -= 1
        return back >= 0 and self.tokens[back].text in PASSIVE_MARK

    def _breaks(self, index: int) -> bool:
        """Say whether a new clause begins after this token."""
        word = self.tokens[index].text
        if word in (";", ":") or word in _CLAUSE_WORDS:
            return True
        if word == "." and index + 1 < len(self.tokens):
            before = self.tokens[index - 1]
            short = before.text in _ABBREVIATIONS or len(before.text) == 1
            return self.tokens[index + 1].capital and not (before.shout or (short and before.capital))
        if word == "yet" and index and self.tokens[index - 1].text == ",":
            return True
        if word == "and" and index and self.tokens[index - 1].text == ",":
            return any(self._verb_like(later) for later in range(index + 1, min(index + CLAUSE, len(self.tokens))))
        return word == "and" and index + 1 < len(self.tokens) and self._verb_like(index + 1)

    def _verb_like(self, index: int) -> bool:
        word = self.tokens[index].text
        return word in AUXILIARIES or word in NEGATORS or looks_like_past(word)

    def _count(self) -> None:
        """Tie every number to the noun it counts, and to the words before it."""
        by_token = {unit.token: unit for unit in self.found}
        dated = any(unit.kind == "date" for unit in self.found)
        for position, unit in enumerate(self.found):
            framed = dated and self._frames_a_date(position)
            if unit.kind == "word" and (framed or self._opens_a_cleft(unit) or self._is_incumbent(position)):
                unit.role, unit.hint = "generic", ""
            if unit.kind != "number":
                continue
            self._amount(position)
            self._number_in_series(position)
            head = _counted_head(self.tokens, by_token, unit)
            vote = _VOTE.match(self.text, unit.end)
            if vote is not None and not unit.counted:
                unit.counted, head = ("w:#" + (vote.lastgroup or ""),), None
            if unit.counted:
                head = None
            elif unit.quantity is not None and unit.quantity.unit == "ordinal":
                head = self._numbered_name(position, head) or head
            elif unit.quantity is not None and self._counts_others(unit):
                unit.quantity = Quantity(unit.quantity.low, unit.quantity.high, "others", unit.quantity.bounded)
            if head is not None:
                unit.counted, unit.head = head.keys, head.token
            elif unit.quantity is not None and not unit.quantity.unit and (keys := self._swallowed(unit)):
                unit.counted = keys
            elif (
                last := next((u for u in reversed(self.found[:position]) if u.kind == "number"), None)
            ) and last.counted:
                unit.counted = last.counted  # "more than 25 areas but fewer than 30"
            earlier: list[str] = []
            for other in reversed(self.found[:position]):
                if other.kind == "number" or other.clause != unit.clause:
                    break
                if other.kind == "word" or (other.kind == "name" and unit.quantity and unit.quantity.unit == "ordinal"):
                    earlier.extend(other.keys)
                    if unit.quantity is not None and unit.quantity.unit == "times":
                        break  # "the presidents met ten times" counts meetings, not presidents
            unit.before = tuple(earlier)
        for unit, after in pairwise(self.found):
            joined = self.text[unit.end : after.start].strip().lower() in ("of", "out of")
            if unit.kind == after.kind == "number" and joined and not unit.counted:
                unit.counted = after.counted  # "183 of 193 votes"

    def _swallowed(self, number: Unit) -> tuple[str, ...]:
        """Return the keys of a noun right after a number that a phrase has taken in: "concluded ten agreements"."""
        index = next((i for i, token in enumerate(self.tokens) if token.start >= number.end), len(self.tokens))
        for later in range(index, min(index + 2, len(self.tokens))):
            word = self.tokens[later].text
            if later not in self.absorbed or not word.isalpha():
                return ()
            if word.endswith("s") and word not in LIGHT:
                return (*self.vocabulary.concepts_of(self.stems[later]), "w:" + self.stems[later])
        return ()

    def _opens_a_cleft(self, unit: Unit) -> bool:
        """Say whether "is to" is no promise but puts something first: "it is to Norland that they owe it"."""
        opens = unit.text.lower() in ("is to", "was to") and self.text[: unit.start].strip().lower() == "it"
        return opens and " that " in self.text[unit.end :]

    def _is_incumbent(self, position: int) -> bool:
        """Say whether a word but says that somebody is in office now: "the present head of government"."""
        after = self.found[position + 1] if position + 1 < len(self.found) else None
        now = self.found[position].text.lower() in ("present", "current", "incumbent", "sitting", "serving")
        return now and after is not None and after.kind == "word" and not after.verbal

    def _frames_a_date(self, position: int) -> bool:
        """Say whether a verb but ties an event to its date: "May 2017 saw the round", "the round fell in May"."""
        unit = self.found[position]
        verb = stem(unit.text.lower())
        before = self.found[position - 1] if position else None
        after = self.found[position + 1] if position + 1 < len(self.found) else None
        if verb in DATE_SEES and before is not None and before.kind == "date" and position == 1:
            return True
        if verb in LEADS_DATE and after is not None and after.kind == "date":
            return True
        event = before is not None and any(key[2:] in SERIES for key in before.keys)
        return event and verb in FALLS_ON and after is not None and after.kind == "date"

    def _numbered_name(self, position: int, head: Unit | None) -> Unit | None:
        """Return the name right after an ordinal, unless it but qualifies the noun: "the fifth CICA summit"."""
        unit = self.found[position]
        after = self.found[position + 1] if position + 1 < len(self.found) else None
        named = after is not None and after.kind == "name" and not after.demonym and not after.possessive
        if not named or after is None or self.text[unit.end : after.start].strip():
            return None
        if head is None or head.verbal or looks_like_past(head.text.lower()):
            return after
        qualifies = head.start > after.end and not self.text[after.end : head.start].strip()
        return None if qualifies else after

    def _counts_others(self, unit: Unit) -> bool:
        """Say whether a number leaves the subject out: "Kazakhstan and four other countries"."""
        return self.text[unit.end :].lstrip().lower().startswith(("other ", "others", "more "))

    def _amount(self, position: int) -> None:
        """Take "came to" right before a number for what it is there: the meetings came to ten, nobody came."""
        before = self.found[position - 1] if position else None
        between = self.text[before.end : self.found[position].start].strip() if before is not None else "-"
        if before is not None and not between and before.text.lower() in _AMOUNTS:
            before.keys, before.role, before.hint = (), "generic", ""

    def _number_in_series(self, position: int) -> None:
        """Read the number of "Round 6", "meeting no. 2" as an ordinal of the noun before it."""
        unit = self.found[position]
        before = self.found[position - 1] if position else None
        if (
            before is None
            or before.kind != "word"
            or unit.quantity is None
            or unit.quantity.unit
            or not unit.quantity.exact
        ):
            return
        between = self.text[before.end : unit.start].strip().lower()
        if between in ("", "no.", "no", "nr", "nr.", "number", "#") and any(k[2:] in SERIES for k in before.keys):
            unit.quantity = Quantity(unit.quantity.low, unit.quantity.high, "ordinal")
            unit.counted = before.keys


_VERBS_OF_CALLING = frozenset(("in", "for", "on", "upon", "off", "to"))
_LENT = frozenset(("put", "puts", "putting", "lent", "lend", "add", "added"))


def _names(words: Sequence[str]) -> bool:
    """Say whether words give something a name: not "called for", nor "put their names to"."""
    return any(
        word in NAMING
        and not (word == "called" and set(words[index + 1 : index + 2]) & _VERBS_OF_CALLING)
        and not (word.startswith("name") and set(words[:index]) & _LENT)
        for index, word in enumerate(words)
    )


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
_ABBREVIATIONS = frozenset("mr mrs ms dr st prof gen sen rep gov lt col sgt jr sr no vs".split())
_PLACE_ADVERBS = frozenset("abroad overseas worldwide home away together internationally globally nationwide".split())
_GRAMMAR = LIGHT | NEGATORS | ONLY_WORDS
_MODALS = frozenset(("may", "might", "could"))
_BETWEEN_BE = frozenset(
    "not also now already still just finally ultimately apparently first last ever then since".split()
)
_CLAUSE_WORDS = frozenset("but while whereas although though because".split())
_BREAKING = _CLAUSE_WORDS | frozenset(("; : . yet and").split())
_NOUN_BREAKS = (PREPOSITIONS - {"of"}) | CONJUNCTIONS | AUXILIARIES | frozenset(",;:.()?!")


def _counted_head(tokens: Sequence[Token], by_token: dict[int, Unit], number: Unit) -> Unit | None:
    """Return the head of the noun phrase after a number: the last word before the phrase breaks off."""
    head: Unit | None = None
    nation: Unit | None = None
    index = number.token + 1
    while index < len(tokens) and tokens[index].start < number.end:
        index += 1
    steps = 0
    if index + 1 < len(tokens) and tokens[index].text == "-":
        return by_token.get(index + 1)  # a "two-day visit" counts days, not visits
    while index < len(tokens) and steps < 6:
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
        elif word in _NOUN_BREAKS and not (unit is not None):
            if word == "of" and head is None:
                index += 1
                continue
            break
        index += 1
        steps += 1
    if nation is not None:
        number.nation = nation.keys
    return head if head is not None else nation  # "300 Kazakhs" counts Kazakhs
