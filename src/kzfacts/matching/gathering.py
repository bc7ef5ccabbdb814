"""Gathering what a fact tells from the readings of its wordings.

What the claim says is entered first and stands; then come the paraphrases, what the words entail, who held the offices
named, and what each name brings along. What is entered once keeps its sign and its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from kzfacts.factbase.edtf import DateSpan, Term
from kzfacts.language.dates import DateMention
from kzfacts.language.logic import EXCLUDED
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.unknown_names import told_keys
from kzfacts.language.vocabulary import Vocabulary, office_key
from kzfacts.language.words import LIGHT, stem
from kzfacts.matching.fact_reading import (
    EITHER,
    MAX_SENSES,
    PLACE_PREPOSITIONS,
    PREFIX,
    Counted,
    FactReading,
    held,
    held_throughout,
)

TELLING_NAMES = frozenset(("agreement", "organisation", "project", "event"))
"""Kinds of names that are made of words: "Enhanced Partnership and Cooperation Agreement"."""


class Circumstances(NamedTuple):
    """What the record of a fact says around its wordings.

    ``when`` is the fact's date, ``names`` are entity keys known to take part, ``limit`` is a mark that the record sets
    on the whole ("commit" for plans, "possible" for surmises), ``term`` how long a lasting thing lasted. A fact on an
    ``office`` tells of no other that its holder has in an organisation: who presided over a country did not thereby
    preside over the OSCE.
    """

    when: DateSpan | None = None
    names: Sequence[str] = ()
    limit: str = ""
    term: Term | None = None
    office: bool = False


WITHOUT = Circumstances()
"""Those of a text that has no record."""


def gather(readings: Sequence[Reading], vocabulary: Vocabulary, circumstances: Circumstances = WITHOUT) -> FactReading:
    """Gather what the ``readings`` of one fact tell, the claim's first, and what follows from its ``circumstances``."""
    if circumstances.term is not None:
        readings = [_without_other_times(reading) for reading in readings]
    claim, when = readings[0], circumstances.when
    gathered = _Gathered(vocabulary, circumstances.names)
    gathered.enter(readings[:1], in_claim=True)
    claimed = frozenset(gathered.told)
    gathered.enter(readings[1:], in_claim=False)
    claimed |= _seconded(readings[1:], vocabulary, gathered.told)
    gathered.enter_holders(readings, when)
    closed = frozenset(gathered.told) if circumstances.office else None
    named = [key for key in gathered.told if key.startswith("e:")]
    units = [(unit, reading) for reading in readings for unit in reading.units]
    return FactReading(
        readings=readings,
        around={key: gathered.enter_surroundings(key, circumstances, closed) for key in named},
        told=gathered.told,
        texts=gathered.texts,
        claimed=claimed,
        planned=_planned([unit for unit, _ in units if unit.kind == "word"]),
        names=[unit.keys[0] for unit in claim.units if unit.kind == "name"],
        direct=frozenset(key for unit, _ in units for key in unit.keys),
        lists=_lists(claim),
        numbers=[_counted(unit, vocabulary) for unit, _ in units if unit.kind == "number"],
        dates=_dates([unit.date for unit, _ in units if unit.date is not None], when),
        when=when,
        term=circumstances.term,
        marks=claim.marks | {circumstances.limit} if circumstances.limit else claim.marks,
        than=next(((u, reading) for u, reading in units if u.preposition == "than" and u.kind == "name"), None),
        keys=[[frozenset(unit.keys) for unit in reading.units] for reading in readings],
    )


_OTHER_TIME = re.compile(
    r"\b(?:former|formerly|ex|ex-|future|later|previously|one-time|erstwhile) ?(?:the |an? )?$", re.I
)


def _without_other_times(reading: Reading) -> Reading:
    """Leave out what a wording says of another time than its own: "Akhmetov, the former prime minister"."""
    units = [
        unit for unit in reading.units if unit.kind != "word" or not _OTHER_TIME.search(reading.text[: unit.start])
    ]
    return msgspec.structs.replace(reading, units=units, frames=None)


class _Gathered:
    """The keys entered so far: ``told`` has the sign of each, ``texts`` the words that tell it."""

    def __init__(self, vocabulary: Vocabulary, names: Iterable[str]) -> None:
        self.told: dict[str, int] = dict.fromkeys(names, 1)
        self.texts: dict[str, str] = {}
        self._vocabulary = vocabulary

    def enter(self, readings: Sequence[Reading], *, in_claim: bool) -> None:
        """Enter what some wordings say and entail; what is told already stands against them."""
        settled = frozenset(self.told)
        for reading in readings:
            for unit in reading.units:
                self._enter_said(unit, settled)
            for unit in reading.units:
                self._enter_words_of_name(unit)
        for reading in readings:
            for unit in reading.units:
                self._enter_entailed(unit, in_claim)

    def enter_holders(self, readings: Sequence[Reading], when: DateSpan | None) -> None:
        """Enter who "Iran's president" was at ``when``, where a country and a title stand together."""
        for of, title in sorted(_offices(readings)):
            office = office_key(of, title)
            self.told.setdefault("o:" + office, 1)
            if when is None:
                continue
            holders = self._vocabulary.holders.get(office, ())
            people = {holder.person for holder in holders if held(holder.start, holder.end, when)}
            if len(people) == 1:  # a title that several bear at once names nobody
                person = people.pop()
                self._enter(person, 1, self._vocabulary.compiled.labels.get(person, ""))

    def enter_surroundings(self, name: str, circumstances: Circumstances, closed: frozenset[str] | None) -> list[str]:
        """Enter and return what a name brings along: its country, what contains it, the offices held at the time.

        Of what has a term, these are but the offices held all through it; where there are ``closed`` keys, those in
        organisations only where the organisation is one of them.
        """
        compiled = self._vocabulary.compiled
        around = list(compiled.containers.get(name, ()) if compiled.kinds.get(name) == "city" else ())
        if name in compiled.seats:
            around.append(compiled.seats[name])
        had = held if circumstances.term is None else held_throughout
        for term in self._vocabulary.titles.get(name, ()):
            if closed is not None and compiled.kinds.get(term.of) == "organisation" and term.of not in closed:
                continue
            if circumstances.when is None or had(term.start, term.end, circumstances.when):
                around.extend(term.concepts)
                if term.of:
                    around.append(term.of)
                    around.extend("o:" + office_key(term.of, concept) for concept in term.concepts)
        text = self.texts.get(name, compiled.labels.get(name, ""))
        for key in around:
            self._enter(key, 1, text)
        return around

    def _enter(self, key: str, sign: int, text: str) -> None:
        """Enter a key unless it is told already."""
        if key not in self.told:
            self.told[key] = sign
            self.texts[key] = text

    def _enter_said(self, unit: Unit, settled: frozenset[str]) -> None:
        """Enter the keys of a unit; what is ``settled`` stays, other wordings may cancel each other out."""
        for key in _told_by(unit):
            if unit.kind == "name" and (unit.preposition in PLACE_PREPOSITIONS or unit.goal):
                self.told["l:" + key] = 1  # a place, not somebody who acts
            if key in self.told and self.told[key] != unit.sign and key not in settled:
                self.told[key] = EITHER
            self._enter(key, unit.sign, unit.text)
            if key.startswith("w:") and len(key) >= PREFIX + 2:
                self._enter("p:" + key[2 : 2 + PREFIX], 1, unit.text)

    def _enter_words_of_name(self, unit: Unit) -> None:
        """Enter the words that the name of an agreement, a body or the like is made of."""
        compiled = self._vocabulary.compiled
        if unit.kind != "name" or compiled.kinds.get(unit.keys[0]) not in TELLING_NAMES:
            return
        for word in compiled.labels.get(unit.keys[0], "").lower().split():
            if word in LIGHT:
                continue
            stemmed = stem(word)
            for key in (*self._vocabulary.concepts_of(stemmed), "w:" + stemmed):
                self._enter(key, 1, unit.text)

    def _enter_entailed(self, unit: Unit, in_claim: bool) -> None:
        """Enter what a unit entails; only the words of the claim, if plain, exclude others by alternation."""
        plain = unit.senses <= MAX_SENSES
        for key in unit.keys:
            for other, sign in _entailed(key, unit.sign, self._vocabulary).items():
                if sign != EXCLUDED or (in_claim and plain):
                    self._enter(other, 1 if sign > 0 else -1, unit.text)


def _told_by(unit: Unit) -> tuple[str, ...]:
    """Return the keys that a unit of a fact tells: its own, but for an unknown name those of its parts."""
    if unit.kind == "name" and unit.keys[0].startswith("n:"):
        return told_keys(unit.keys[0][2:].split())
    return unit.keys


_NO_SIGNS: dict[str, int] = {}


def _entailed(key: str, sign: int, vocabulary: Vocabulary) -> dict[str, int]:
    """Return the keys that follow from one that is told with a sign, each with its own."""
    return vocabulary.entails.get(("+" if sign > 0 else "-") + key, _NO_SIGNS)


def _offices(readings: Sequence[Reading]) -> set[tuple[str, str]]:
    """Return the offices that a name and a title side by side may mean: the key of whose it is, that of the title."""
    return {
        (of, title)
        for reading in readings
        for left, right in pairwise(reading.units)
        for name, word in ((left, right), (right, left))
        if name.kind == "name" and word.kind == "word" and word.sign > 0
        for of in name.keys
        for title in word.keys
        if title.startswith("c:")
    }


def _seconded(readings: Sequence[Reading], vocabulary: Vocabulary, told: dict[str, int]) -> set[str]:
    """Return the keys to which at least two paraphrases give the sign they are told with."""
    once: set[str] = set()
    twice: set[str] = set()
    for reading in readings:
        mine: set[str] = set()
        for unit in reading.units:
            mine.update(key for key in unit.keys if told.get(key) == unit.sign)
            for key in unit.keys:
                follows = _entailed(key, unit.sign, vocabulary)
                mine.update(other for other, sign in follows.items() if told.get(other) == sign)
        twice |= once & mine
        once |= mine
    return twice


def _planned(words: Sequence[Unit]) -> frozenset[str]:
    """Return the keys of words that no wording states, but as planned, promised or possible."""
    planned = {key for unit in words if unit.planned for key in unit.keys}
    return frozenset(planned.difference(*(unit.keys for unit in words if not unit.planned)))


def _lists(reading: Reading) -> list[list[str]]:
    """Return the runs of two or more names that only commas and "and" keep apart, each name by its first key."""
    runs: list[list[str]] = [[]]
    end = -1
    for unit in reading.units:
        between = reading.text[end : unit.start].strip(" ,").removesuffix("the").strip(" ,") if end >= 0 else "-"
        if unit.kind == "name":
            if between not in ("", "and", "or", "&"):
                runs.append([])
            runs[-1].append(unit.keys[0])
        else:
            runs.append([])
        end = unit.end
    return [run for run in runs if len(run) > 1]


def _counted(unit: Unit, vocabulary: Vocabulary) -> Counted:
    """Return a number with what the noun that it counts entails, and with the words before it."""
    nouns = dict.fromkeys(unit.counted, 1)
    for key in unit.counted:
        for other, sign in _entailed(key, 1, vocabulary).items():
            nouns.setdefault(other, sign)
    return Counted(unit, nouns, dict.fromkeys(unit.before, 1))


def _dates(mentions: Iterable[DateMention], when: DateSpan | None) -> list[DateMention]:
    """Return the dates of all wordings, open years filled from ``when``, and ``when`` itself last."""
    year = when.start.year if when is not None and when.start is not None else None
    found: list[DateMention] = []
    for mention in mentions:
        if mention.span is None:
            continue
        placed = mention.in_year(year) if year is not None and not mention.year else mention
        if placed not in found:
            found.append(placed)
    if when is not None and all(mention.span != when for mention in found):
        found.append(DateMention(when))
    return found
