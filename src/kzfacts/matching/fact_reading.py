"""What a fact tells, gathered from its wordings for fast comparison.

All wordings of a fact say the same, so a statement may draw its words from any of them; the claim has the
last word where they differ in sign. People bring their offices with them (at the fact's date), capitals
their country, cities what contains them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from kzfacts.factbase.edtf import DateSpan, Term
from kzfacts.factbase.edtf import parse as parse_edtf
from kzfacts.language.dates import DateMention
from kzfacts.language.logic import EXCLUDED
from kzfacts.language.reading import Frame, Reading, Unit
from kzfacts.language.unknown_names import told_keys
from kzfacts.language.vocabulary import Vocabulary, office_key
from kzfacts.language.words import LIGHT, stem

PLACE_PREPOSITIONS = frozenset(("in", "at", "inside", "near", "outside", "within"))
"""Prepositions that make a city a place rather than a government."""

EITHER = 0
"""The sign of a key that the fact's wordings use both ways: it proves nothing either way."""

MAX_SENSES = 2
"""A word of more senses than this excludes nothing: who knows which of them is meant."""

PREFIX = 6
"""Words that share so many letters at the front of their stems are taken for relatives (stability, stable)."""


class Counted(msgspec.Struct):
    """A number of the fact with the signs of all keys that its counted noun, or the words before it, entail."""

    unit: Unit
    nouns: dict[str, int]
    before: dict[str, int]


class FactReading(msgspec.Struct):
    """A fact, read: every key it tells with its sign, its names, numbers, dates and marks."""

    readings: Sequence[Reading]
    told: dict[str, int]  # direct and entailed keys -> sign
    texts: dict[str, str]  # key -> the words of the fact that tell it
    planned: frozenset[str]  # keys that the wordings have only as planned or possible
    claimed: frozenset[str]  # keys that the claim or two paraphrases tell: only they can contradict
    names: list[str]  # entity keys named in the claim itself
    direct: frozenset[str]  # keys of the words and names that the wordings use
    around: dict[str, list[str]]  # name key -> keys that it brings along
    lists: list[list[str]]  # the names of its lists of two or more: "Russia, Ukraine and France" gives one of three
    numbers: list[Counted]
    dates: list[DateMention]
    when: DateSpan | None
    term: Term | None  # how long it lasted, for what has a beginning and an end
    marks: frozenset[str]
    keys: list[list[frozenset[str]]]  # of each wording, of each unit
    frames: list[Frame] | None = None  # of all wordings, found when first needed
    than: tuple[Unit, Reading] | None = None  # the first name after "than", with its wording

    @property
    def claim(self) -> Reading:
        """The reading of the claim itself."""
        return self.readings[0]

    def nearest(self, units: Iterable[Unit]) -> Reading:
        """Return the wording that shares most keys with ``units``; the claim among equals."""
        if len(self.readings) == 1:
            return self.readings[0]
        wanted = {key for unit in units for key in unit.keys}
        shares = [sum(not wanted.isdisjoint(keys) for keys in wording) / (4 + len(wording)) for wording in self.keys]
        return self.readings[shares.index(max(shares))]


def gather(
    readings: Sequence[Reading],
    vocabulary: Vocabulary,
    when: DateSpan | None = None,
    names: Iterable[str] = (),
    limit: str = "",
    term: Term | None = None,
    office: bool = False,
) -> FactReading:
    """Gather what the ``readings`` of one fact tell, the claim's first.

    ``when`` is the fact's date, ``names`` are entity keys known to take part, ``limit`` is a mark that the
    record sets on the whole ("commit" for plans, "possible" for surmises), ``term`` how long a lasting thing lasted.
    A fact on an ``office`` tells of no other that its holder has in an organisation: who presided over a country did
    not thereby preside over the OSCE.
    """
    told: dict[str, int] = {}
    texts: dict[str, str] = {}
    for name in names:
        told.setdefault(name, 1)
    if term is not None:
        readings = [_without_other_times(reading) for reading in readings]
    _tell_all(readings[:1], vocabulary, told, texts, in_claim=True)
    claimed = frozenset(told)
    _tell_all(readings[1:], vocabulary, told, texts, in_claim=False)
    claimed |= _seconded(readings[1:], vocabulary, told)
    _tell_holders(readings, vocabulary, told, texts, when)
    direct = frozenset(key for reading in readings for unit in reading.units for key in unit.keys)
    lasting = term is not None
    closed = frozenset(told) if office else None
    around = {
        name: _tell_surroundings(name, vocabulary, told, texts, when, lasting, closed)
        for name in list(told)
        if name.startswith("e:")
    }
    return FactReading(
        readings=readings,
        told=told,
        texts=texts,
        claimed=claimed,
        planned=_planned(readings),
        names=[unit.keys[0] for unit in readings[0].units if unit.kind == "name"],
        direct=direct,
        around=around,
        lists=_lists(readings[0]),
        numbers=[_counted(unit, vocabulary) for r in readings for unit in r.units if unit.kind == "number"],
        dates=_dates(readings, when),
        when=when,
        term=term,
        marks=readings[0].marks | {limit} if limit else readings[0].marks,
        than=next(
            ((unit, r) for r in readings for unit in r.units if unit.preposition == "than" and unit.kind == "name"),
            None,
        ),
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


def _tell_all(
    readings: Sequence[Reading], vocabulary: Vocabulary, told: dict[str, int], texts: dict[str, str], in_claim: bool
) -> None:
    """Enter what some wordings say and entail; what is told already stands against them."""
    settled = frozenset(told)
    for reading in readings:
        _tell_directly(reading, told, texts, settled)
        _tell_words_of_names(reading, vocabulary, told, texts)
    for reading in readings:
        for unit in reading.units:
            _tell_entailed(unit, vocabulary, told, texts, in_claim)


def _seconded(readings: Sequence[Reading], vocabulary: Vocabulary, told: dict[str, int]) -> set[str]:
    """Return the keys to which at least two paraphrases give the sign they are told with."""
    once: set[str] = set()
    twice: set[str] = set()
    for reading in readings:
        mine: set[str] = set()
        for unit in reading.units:
            for key in unit.keys:
                if told.get(key) == unit.sign:
                    mine.add(key)
                signed = ("+" if unit.sign > 0 else "-") + key
                mine.update(k for k, sign in vocabulary.entails.get(signed, _NO_SIGNS).items() if told.get(k) == sign)
        twice |= once & mine
        once |= mine
    return twice


def _tell_directly(reading: Reading, told: dict[str, int], texts: dict[str, str], settled: frozenset[str]) -> None:
    """Enter the keys of a wording; what is ``settled`` stays, other wordings may cancel each other out."""
    for unit in reading.units:
        for key in _told_by(unit):
            if unit.kind == "name" and (unit.preposition in PLACE_PREPOSITIONS or unit.goal):
                told["l:" + key] = 1  # a place, not somebody who acts
            if key not in told:
                told[key] = unit.sign
                texts[key] = unit.text
            elif told[key] != unit.sign and key not in settled:
                told[key] = EITHER
            if key.startswith("w:") and len(key) >= PREFIX + 2:
                told.setdefault("p:" + key[2 : 2 + PREFIX], 1)
                texts.setdefault("p:" + key[2 : 2 + PREFIX], unit.text)


TELLING_NAMES = frozenset(("agreement", "organisation", "project", "event"))
"""Kinds of names that are made of words: "Enhanced Partnership and Cooperation Agreement"."""


def _tell_words_of_names(reading: Reading, vocabulary: Vocabulary, told: dict[str, int], texts: dict[str, str]) -> None:
    """Enter the words that names of agreements, bodies and the like are made of."""
    for unit in reading.units:
        if unit.kind != "name" or vocabulary.compiled.kinds.get(unit.keys[0]) not in TELLING_NAMES:
            continue
        for word in vocabulary.compiled.labels.get(unit.keys[0], "").lower().split():
            stemmed = stem(word)
            for key in (*vocabulary.concepts_of(stemmed), "w:" + stemmed):
                if word not in LIGHT and key not in told:
                    told[key] = 1
                    texts[key] = unit.text


def _planned(readings: Sequence[Reading]) -> frozenset[str]:
    """Return the keys of words that no wording states, but as planned, promised or possible."""
    units = [unit for reading in readings for unit in reading.units if unit.kind == "word"]
    planned = {key for unit in units if unit.planned for key in unit.keys}
    return frozenset(planned.difference(*(unit.keys for unit in units if not unit.planned)))


def _told_by(unit: Unit) -> tuple[str, ...]:
    """Return the keys that a unit of a fact tells: its own, but for an unknown name those of its parts."""
    if unit.kind == "name" and unit.keys[0].startswith("n:"):
        return told_keys(unit.keys[0][2:].split())
    return unit.keys


def _tell_entailed(
    unit: Unit, vocabulary: Vocabulary, told: dict[str, int], texts: dict[str, str], in_claim: bool
) -> None:
    """Enter what a unit entails; only the words of the claim, if plain, exclude others by alternation."""
    plain = unit.senses <= MAX_SENSES
    for key in unit.keys:
        signed = ("+" if unit.sign > 0 else "-") + key
        for other, sign in vocabulary.entails.get(signed, _NO_SIGNS).items():
            if other not in told and (sign != EXCLUDED or (in_claim and plain)):
                told[other] = 1 if sign > 0 else -1
                texts[other] = unit.text


_NO_SIGNS: dict[str, int] = {}


def _tell_surroundings(
    key: str,
    vocabulary: Vocabulary,
    told: dict[str, int],
    texts: dict[str, str],
    when: DateSpan | None,
    lasting: bool,
    closed: frozenset[str] | None,
) -> list[str]:
    """Enter and return what a name brings along: its country, what contains it, the offices held at ``when``.

    Where ``lasting`` is true, these are but the offices held all through that time; where there are ``closed`` keys,
    those in organisations only where the organisation is one of them.
    """
    had = held_throughout if lasting else held
    text = texts.get(key, vocabulary.compiled.labels.get(key, ""))
    compiled = vocabulary.compiled
    around = list(compiled.containers.get(key, ()) if compiled.kinds.get(key) == "city" else ())
    if key in compiled.seats:
        around.append(compiled.seats[key])
    for term in vocabulary.titles.get(key, ()):
        if closed is not None and compiled.kinds.get(term.of) == "organisation" and term.of not in closed:
            continue
        if when is None or had(term.start, term.end, when):
            around.extend(term.concepts)
            if term.of:
                around.append(term.of)
                around.extend("o:" + office_key(term.of, concept) for concept in term.concepts)
    for other in around:
        if other not in told:
            told[other] = 1
            texts[other] = text
    return around


def held(start: str, end: str, when: DateSpan) -> bool:
    """Say whether an office from ``start`` to ``end`` (EDTF, empty for open) was held at any time of ``when``.

    The day on which one term ends and the next begins counts for neither, unless ``when`` is that day.
    """
    first = parse_edtf(start).first if start else 0
    last = parse_edtf(end).last if end else max(when.last, first)
    days = min(last, when.last) - max(first, when.first) + 1
    return days > 1 or (days == 1 and (first == last or when.first == when.last))


def held_throughout(start: str, end: str, when: DateSpan) -> bool:
    """Say whether an office was held all through ``when``."""
    first = parse_edtf(start).first if start else 0
    return first <= when.first and (not end or when.last <= parse_edtf(end).last)


def _tell_holders(
    readings: Sequence[Reading],
    vocabulary: Vocabulary,
    told: dict[str, int],
    texts: dict[str, str],
    when: DateSpan | None,
) -> None:
    """Enter who "Iran's president" was at the fact's date, where a country and a title stand together."""
    wanted: set[tuple[str, str]] = set()
    for reading in readings:
        units = reading.units
        for left, right in pairwise(units):
            for name, word in ((left, right), (right, left)):
                if name.kind == "name" and word.kind == "word" and word.sign > 0:
                    wanted.update((of, title) for of in name.keys for title in word.keys if title.startswith("c:"))
    for of, title in sorted(wanted):
        told.setdefault("o:" + office_key(of, title), 1)
        holders = vocabulary.holders.get(office_key(of, title), ()) if when is not None else ()
        people = {holder.person for holder in holders if when is not None and held(holder.start, holder.end, when)}
        if len(people) == 1:  # a title that several bear at once names nobody
            person = people.pop()
            if person not in told:
                told[person] = 1
                texts[person] = vocabulary.compiled.labels.get(person, "")


def _lists(reading: Reading) -> list[list[str]]:
    """Return the runs of two or more names that only commas and "and" keep apart, each name by its first key."""
    runs: list[list[str]] = [[]]
    end = -1
    for unit in reading.units:
        between = reading.text[end : unit.start].strip(" ,") if end >= 0 else "-"
        if unit.kind == "name":
            if between not in ("", "and", "or", "&"):
                runs.append([])
            runs[-1].append(unit.keys[0])
        else:
            runs.append([])
        end = unit.end
    return [run for run in runs if len(run) > 1]


def _counted(unit: Unit, vocabulary: Vocabulary) -> Counted:
    return Counted(unit, _closure(unit.counted, vocabulary), dict.fromkeys(unit.before, 1))


def _closure(keys: Iterable[str], vocabulary: Vocabulary) -> dict[str, int]:
    signs = dict.fromkeys(keys, 1)
    for key in list(signs):
        for other, sign in vocabulary.entails.get("+" + key, _NO_SIGNS).items():
            signs.setdefault(other, sign)
    return signs


def _dates(readings: Sequence[Reading], when: DateSpan | None) -> list[DateMention]:
    """Return the dates of all wordings, open years filled from ``when``, and ``when`` itself last."""
    found: list[DateMention] = []
    for reading in readings:
        for unit in reading.units:
            if unit.date is not None and unit.date.span is not None:
                mention = unit.date
                if not mention.year and when is not None and when.start is not None:
                    mention = mention.in_year(when.start.year)
                if mention not in found:
                    found.append(mention)
    if when is not None and all(mention.span != when for mention in found):
        found.append(DateMention(when))
    return found
