"""The units of a sentence: its tokens claimed as names, dates, numbers, phrases and words, in this order."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kzfacts.language.dates import find_dates
from kzfacts.language.naming import is_called
from kzfacts.language.negators import negator_phrases
from kzfacts.language.number_words import SMALL
from kzfacts.language.numbers import CURRENCY_WORDS, OPENS_COMPARATOR, find_numbers
from kzfacts.language.reading import Unit, UnitKind
from kzfacts.language.text import Token
from kzfacts.language.unknown_names import find_runs, name_keys
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.language.words import (
    ARTICLES,
    LIGHT,
    NAMING,
    NEGATORS,
    ONLY_WORDS,
    PREPOSITIONS,
    SERIES,
    looks_like_past,
    stem,
)

LIGHT_PHRASE_WEIGHT, ADVERBIAL_WEIGHT, FRAME_WEIGHT = 0.3, 0.7, 0.15
NUMBER_OF_NAME_WEIGHT = 0.5
"""How much hangs on the number that is part of a name: "Alma 2", "the Famous Five"."""
MOSTLY, FEW = 0.6, 4
"""Where more than this share of the words are written with capitals, these tell nothing, unless the words are few."""
MAX_TOKENS = 400
"""Longer sentences are read up to here; no sentence of a draft comes near it."""
_GRAMMAR = LIGHT | NEGATORS | ONLY_WORDS
_MODALS = frozenset(("may", "might", "could"))


class Sentence(NamedTuple):
    """A sentence in pieces: its tokens, and the units found in them, left to right."""

    text: str
    tokens: list[Token]
    units: list[Unit]
    numbered: set[int]  # tokens that are part of a number ("only two")
    absorbed: set[int]  # tokens that phrases and numbers have used up: they deny nothing by themselves


def find_units(text: str, tokens: list[Token], skip: int, vocabulary: Vocabulary, as_of: date | None) -> Sentence:
    """Find the units of a sentence, but for its first ``skip`` tokens."""
    finder = _Finder(text, tokens, skip, vocabulary)
    finder.take_all(as_of)
    finder.found.sort(key=lambda unit: unit.token)
    return Sentence(text, tokens, finder.found, finder.numbered, finder.absorbed)


def find_names(text: str, tokens: list[Token], skip: int, vocabulary: Vocabulary) -> list[Unit]:
    """Find the names on record, and those that the facts taught; nothing else."""
    finder = _Finder(text, tokens, skip, vocabulary)
    finder.take_known_names()
    return [unit for unit in finder.found if unit.kind == "name"]


class _Finder:
    """Turns tokens into units; a token once claimed is part of no other unit."""

    def __init__(self, text: str, tokens: list[Token], skip: int, vocabulary: Vocabulary) -> None:
        self.text = text
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.stems = [stem(token.text) for token in tokens]
        self.free = [index >= skip for index in range(len(tokens))]
        self.found: list[Unit] = []
        self.numbered: set[int] = set()
        self.absorbed: set[int] = set()
        words = [token for token in tokens if token.text[0].isalpha()]
        capitals = len([token for token in words if token.capital])
        self.shouting = bool(words) and len([token for token in words if token.shout]) > MOSTLY * len(words)
        self.naming = not NAMING.isdisjoint([token.text for token in tokens])
        self.capitals_tell = capitals <= MOSTLY * len(words) or len(words) < FEW

    def take_all(self, as_of: date | None) -> None:
        """Find everything, in the order in which the kinds of units have a claim on tokens."""
        self.take_known_names()
        self._take_dates(as_of)
        self._take_numbers()
        self._take_scores()
        self._take_unknown_names()
        self._take_phrases()
        self._take_words()

    def take_known_names(self) -> None:
        """Find the known names, with the negators of several words out of their way."""
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
            if city and not owner and is_called(self.tokens, match.first, match.last):
                spelling = "".join(token.text for token in self.tokens[match.first : match.last] if token.text != "-")
                self._add("word", match.first, match.last, (f"w:@{spelling}",), weight=1.0)
            index = match.last

    def _is_money(self, after: int) -> bool:
        """Say whether what ends before a token is that of a currency: "US dollars", "Kazakh tenge"."""
        return after < len(self.tokens) and self.tokens[after].text in CURRENCY_WORDS

    def _is_holiday(self, after: int) -> bool:
        """Say whether what ends before a token opens a date: "Christmas Day", "New Year's Eve"."""
        words = [token.text for token in self.tokens[after - 1 : after + 1]]
        return words in (["christmas", "day"], ["christmas", "eve"])

    def _take_dates(self, as_of: date | None) -> None:
        for mention, first, last in find_dates(self.tokens, as_of):
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
        self._add("word", first, last, ("w:#" + self.tokens[first].text,), weight=NUMBER_OF_NAME_WEIGHT)
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
        self._add("word", number, number + 1, ("w:#" + token.text,), weight=NUMBER_OF_NAME_WEIGHT)
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
