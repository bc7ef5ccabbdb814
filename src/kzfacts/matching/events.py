"""Which recorded event a clause means that says little of it: "its signing", "he came", "Renzi", "the talks in Ankara".

What the clause leaves out, the sentence around it has: the event that fits the clause and shares most with the rest of
the sentence is the one that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from msgspec.structs import replace

from kzfacts.factbase import Fact
from kzfacts.factbase.edtf import DateSpan
from kzfacts.language.anchors import lacks_subject
from kzfacts.language.distances import named_day
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.language.words import stem
from kzfacts.matching.aspects import date, name, number, word
from kzfacts.matching.chronology import NOT_EVENTS
from kzfacts.matching.fact_reading import FactReading

FITS = 0.8
"""The share of a clause's words that a fact must have to be its event."""
FITS_LIKE = 0.5
"""... where the words are those of another event: "two weeks after Renzi"."""
ALIKE = 0.9
"""What shares nearly as much with the sentence as the best may be meant just as well."""
MUCH = 0.6
"""... and so may what shares so much, if it only dates the same more finely."""
SPECIFIC = 0.42
"""How rare what is shared must be in all, where the clause itself names but one."""
WORD = 0.6
"""How much a word counts that is shared; a name counts 1."""
BY_WORDING = 0.5
"""What is left of a word's weight where only a paraphrase has it."""
MOST = 6
"""How many like events a clause may mean."""


class Event(NamedTuple):
    """An event that a clause may mean: when it was, the fact that tells it, and how much that shares with the rest.

    A day of the calendar has no fact.
    """

    when: DateSpan
    fact: Fact | None = None
    shared: float = 0.0


class Record(Protocol):
    """What is asked of the fact base."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Names and words."""
        ...

    def near(self, reading: Reading) -> Iterable[tuple[Fact, FactReading]]:
        """Return the facts that are nearest to a reading, each with what it tells."""
        ...

    def rarity(self, unit: Unit) -> float:
        """Return how rare a unit is in the record, 0 to 1."""
        ...


def find_meant(clause: Reading, rest: Reading, record: Record, told: Sequence[Fact]) -> list[Event]:
    """Return the events that a clause may mean, given the ``rest`` of its sentence, none of the facts ``told`` by that.

    Several where they fit as well as each other; none where the record has nothing that fits.
    """
    day = named_day(clause.text)
    if day is not None:
        return [Event(day)]
    words = [unit for unit in clause.units if _tells(unit)]
    if not words:
        like = [event for event in _like(clause, rest, record) if event.fact not in told]
        return _best(like, 0.0) or _best(_begun(clause, record), 0.0)
    named = [unit for unit in clause.units if unit.kind == "name"]
    names = [unit for unit in rest.units if unit.kind == "name"]
    around = [unit for unit in rest.units if (_tells(unit) and not unit.verbal) or _takes_part(unit, record)]
    if len(named) > 1:
        around = []  # it says itself what is meant
    queries = [clause] if named else []
    queries.append(replace(clause, units=[*clause.units, *names], frames=None))
    queries.append(replace(clause, units=[*clause.units, *around], frames=None))
    found = [
        Event(reading.when, fact, _shared([*clause.units, *around], reading, record))
        for fact, reading in _distinct(queries, record)
        if reading.when is not None
        and fact not in told
        and _fits(clause.units, reading, record.vocabulary, FITS)
        and _has_person(clause, names, reading, record.vocabulary)
    ]
    return _best(found, 0.0 if len(named) > 1 else SPECIFIC)


_GERUND = re.compile(r"^(?!being\b|its\b)[a-z]+ing\b(?! of\b)", re.I)
_BOTH = re.compile(r"^(?:the |these |those )?(?:two|three|four|five|six|other|other two)\b", re.I)


def with_subject(clause: Reading, rest: Reading) -> Reading:
    """Return a clause with the subject that it takes from the rest: "after joining the league".

    The number of "the two countries" counts nothing, and is left out.
    """
    units = clause.units
    if _BOTH.match(clause.text):
        units = [unit for unit in units if unit.kind != "number" or unit.token > 1]
    subject = next((unit for unit in rest.units if unit.kind == "name"), None)
    if subject is not None and _GERUND.match(clause.text) and lacks_subject(clause):
        units = [replace(subject, preposition="", goal=False, possessive=False), *units]
    return clause if units is clause.units else replace(clause, units=units, frames=None)


_PLACES = frozenset(("in", "at", "near"))


def _takes_part(unit: Unit, record: Record) -> bool:
    """Say whether a unit is a name, and more than where it was: another event will have been elsewhere."""
    if unit.kind != "name":
        return False
    kind = record.vocabulary.compiled.kinds.get(unit.keys[0], "")
    return not (unit.preposition in _PLACES and kind in ("city", "region", "country"))


def _tells(unit: Unit) -> bool:
    return unit.kind == "word" and unit.role != "generic" and bool(unit.keys)


def _distinct(queries: Iterable[Reading], record: Record) -> Iterator[tuple[Fact, FactReading]]:
    seen: set[str] = set()
    for query in queries:
        for fact, reading in record.near(query):
            if fact.id not in seen and fact.kind not in NOT_EVENTS:
                seen.add(fact.id)
                yield fact, reading


def _fits(units: Iterable[Unit], fact: FactReading, vocabulary: Vocabulary, share: float) -> bool:
    """Say whether a fact has all names, dates and figures among ``units``, and that share of their words."""
    total = met = 0.0
    for unit in units:
        if unit.kind == "name":
            agrees = name.relate(unit, fact, vocabulary).agrees
        elif unit.kind == "date":
            agrees = date.relate(unit, fact, lasting=False, once=False, occasion=False).agrees
        elif unit.kind == "number":
            agrees = number.relate(unit, fact, False).agrees
        elif _tells(unit):
            link = word.relate(unit, fact)
            total += link.weight
            met += link.weight * (link.agrees and not _only_dates(unit, fact))
            continue
        else:
            continue
        if not agrees:
            return False
    return met >= share * total


_DATING = frozenset(("after", "before", "since", "following", "until"))


def _only_dates(unit: Unit, fact: FactReading) -> bool:
    """Say whether a fact has a word only to date something else by it: "the first to come after independence"."""
    told = [
        other
        for reading in fact.readings
        for other in reading.units
        if other.kind == "word" and not set(other.keys).isdisjoint(unit.keys)
    ]
    return bool(told) and all(other.preposition in _DATING for other in told)


def _shared(around: Iterable[Unit], fact: FactReading, record: Record) -> float:
    """Return how much of the rest of a sentence a fact has, the rare in it counting most."""
    total = 0.0
    for unit in around:
        if unit.kind not in ("word", "name") or unit.role == "generic":
            continue
        link = name.relate(unit, fact, record.vocabulary) if unit.kind == "name" else word.relate(unit, fact)
        if link.agrees:
            own = any(key in other.keys for other in fact.claim.units for key in unit.keys)
            word_weight = WORD * unit.weight * (1.0 if own else BY_WORDING)
            total += record.rarity(unit) * (1.0 if unit.kind == "name" else word_weight)
    return total


_PERSONAL = re.compile(r"^(?:he|she|his|her)\b", re.I)


def _has_person(clause: Reading, names: Iterable[Unit], fact: FactReading, vocabulary: Vocabulary) -> bool:
    """Say whether a fact has one of the people of a sentence, where the clause speaks of "him" or "her"."""
    if not _PERSONAL.match(clause.text):
        return True
    people = [unit for unit in names if name.is_person(unit.keys[0], vocabulary)]
    return not people or any(name.relate(unit, fact, vocabulary).agrees for unit in people)


def _like(clause: Reading, rest: Reading, record: Record) -> Iterator[Event]:
    """Yield the events that are what the rest tells, but of somebody else: "two weeks after Renzi"."""
    own = [unit for unit in clause.units if unit.kind == "name"]
    if not own:
        return
    kinds = record.vocabulary.compiled.kinds
    mine = {kinds.get(unit.keys[0], "") for unit in own}
    others = [
        unit for unit in rest.units if _tells(unit) or (unit.kind == "name" and kinds.get(unit.keys[0], "") not in mine)
    ]
    verb = next((unit.start for unit in others if unit.verbal), 0)
    for kept in (others, [unit for unit in others if unit.start >= verb]):
        filled = replace(clause, units=[*own, *(_wider(unit, record.vocabulary) for unit in kept)], frames=None)
        for fact, reading in _distinct([filled], record):
            if any("l:" + unit.keys[0] in reading.told for unit in own if kinds.get(unit.keys[0], "") == "country"):
                continue  # where it was, and not who did it
            if reading.when is not None and _fits(filled.units, reading, record.vocabulary, FITS_LIKE):
                yield Event(reading.when, fact, _shared(kept, reading, record))


def _wider(unit: Unit, vocabulary: Vocabulary) -> Unit:
    """Return a word with all that follows from it: where one paid a state visit, another may have paid any."""
    if unit.kind != "word":
        return unit
    follows = [other for key in unit.keys for other, sign in vocabulary.entails.get("+" + key, {}).items() if sign > 0]
    return replace(unit, keys=(*unit.keys[:-1], *follows, *unit.keys[-1:]))


_BEGINNINGS = frozenset(
    "w:" + stem(word)
    for word in "signed founded established launched created inaugurated adopted began began opened".split()
)


_BEGUN = frozenset(("agreement", "organisation", "project", "event"))
"""Kinds of names that stand for their own beginning."""


def _begun(clause: Reading, record: Record) -> Iterator[Event]:
    """Yield the beginnings of what a clause but names: "five years before the union", "ten years after the treaty"."""
    kinds = record.vocabulary.compiled.kinds
    named = {unit.keys for unit in clause.units if unit.kind == "name"}
    if not named or any(kinds.get(keys[0], "") not in _BEGUN for keys in named):
        return
    for fact, reading in _distinct([clause], record):
        if reading.when is None or not _fits(clause.units, reading, record.vocabulary, FITS):
            continue
        units = [unit for unit in reading.claim.units if unit.kind == "name" or _tells(unit)]
        begins = [unit for unit in units if not _BEGINNINGS.isdisjoint(unit.keys)]
        if begins:
            share = (len(begins) + sum(unit.keys in named for unit in units)) / len(units)
            yield Event(reading.when, fact, share)


def _best(events: Iterable[Event], least: float) -> list[Event]:
    """Return the events that share most with the sentence, where that is enough to tell them apart.

    What dates one of these more finely, and shares much as well, comes along.
    """
    ranked = sorted(events, key=lambda event: -event.shared)
    top = ranked[0].shared if ranked else 0.0
    first = [event for event in ranked if event.shared >= max(least, ALIKE * top)][:MOST]
    finer = [
        event
        for event in ranked
        if ALIKE * top > event.shared >= MUCH * top and any(_dates_finer(event.when, other.when) for other in first)
    ]
    return [*first, *finer[:MOST]]


def _dates_finer(span: DateSpan, other: DateSpan) -> bool:
    return other.contains(span) and span.last - span.first < other.last - other.first
