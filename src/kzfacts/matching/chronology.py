"""Two recorded events put in order, where the statement does so.

Each side must find a fact that has all its names and nearly all its words; the verdict then follows from the
two dates. Dates too coarse to tell leave the statement absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from kzfacts.factbase import Fact
from kzfacts.factbase.edtf import DateSpan, render
from kzfacts.finding import Verdict
from kzfacts.language.anchors import Anchor
from kzfacts.language.distances import Distance
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.sequence import Order
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.aspects import date, name, number, word
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link
from kzfacts.matching.proof import BY_TWO, Judgement

NOT_EVENTS = frozenset(("statement", "omission", "opinion", "status", "quantity", "office", "membership"))
"""Kinds of facts that have a date but are no event at it."""

SCORE = 0.9
"""The share of a statement that two dated events speak to together."""
ENOUGH = 0.8
"""The share of a side's words that a fact must have to be that event."""


PLACES = frozenset(("in", "at", "near", "before"))
"""Prepositions after which a name is where it was, and not who took part."""
YEAR = 366
"""A date coarser than a year, in days, dates nothing else."""


def find_events(
    units: list[Unit], facts: Iterable[tuple[int, Fact, FactReading]], vocabulary: Vocabulary
) -> Iterator[tuple[int, DateSpan]]:
    """Yield the facts that are the event of ``units``, each by its entry and with the finest date it gives."""
    names = [unit for unit in units if unit.kind == "name"]
    if all(name.preposition in PLACES for name in names):
        return  # "the signing in Astana" may be any
    days = [unit for unit in units if unit.kind == "date"]
    words = [unit for unit in units if unit.kind == "word" and unit.role != "generic" and unit.keys]
    figures = [unit for unit in units if unit.kind == "number"]
    if not words:
        return  # names alone are no event
    verbs = {key for unit in words if unit.verbal for key in unit.keys}
    for position, record, fact in sorted(facts, key=lambda found: not _tells_in_claim(found[2], verbs)):
        if record.kind in NOT_EVENTS:
            continue
        if fact.when is None or not all(name.relate(unit, fact, vocabulary).agrees for unit in names):
            continue
        if not all(date.relate(unit, fact, lasting=False, once=False, occasion=False).agrees for unit in days):
            continue
        if not all(number.relate(unit, fact, False).agrees for unit in figures):
            continue
        links = [word.relate(unit, fact) for unit in words]
        total = sum(link.weight for link in links)
        if sum(link.weight for link in links if link.agrees) >= ENOUGH * total:
            yield position, fact.when


def _tells_in_claim(fact: FactReading, keys: set[str]) -> bool:
    """Say whether the claim itself, and no mere paraphrase, has one of some keys: what the fact is about."""
    return any(not keys.isdisjoint(unit.keys) for unit in fact.claim.units)


def is_event(side: Reading) -> bool:
    """Say whether a side is more than a date: "before 2014" puts no two events in order."""
    return any(unit.kind != "date" and unit.role != "generic" and unit.keys for unit in side.units)


def tells_apart(side: Reading) -> bool:
    """Say whether a side has so many names that an event which fits it is the one that is meant."""
    return len({unit.keys for unit in side.units if unit.kind == "name"}) > 1


def fill_in(side: Reading, other: Reading) -> Reading:
    """Return a side of an order that says what happened by the other side alone: "France" in "... after France did".

    What it has no word for it takes from there: all but the first name, whose place its own name has.
    """
    if any(unit.kind == "word" and unit.role != "generic" and unit.keys for unit in side.units):
        return side
    first = next((unit for unit in other.units if unit.kind == "name"), None)
    taken = [unit for unit in other.units if unit.kind in ("word", "name") and unit is not first]
    return replace(side, units=[*side.units, *taken], frames=None)


def judge_order(order: Order, statement: Reading, left: DateSpan, right: DateSpan) -> Judgement:
    """Compare two dated events with the order that the statement gives them."""
    first, second = (left, right) if order.earlier else (right, left)
    verdict, note = Verdict.ABSENT, "the other way round"
    if first.last < second.first:
        verdict = Verdict.SUPPORTED
    elif second.last < first.first:
        verdict = Verdict.CONTRADICTED
    if verdict is Verdict.SUPPORTED and order.days is not None:
        verdict = _by_distance(order, second.first - first.last, second.last - first.first)
        if verdict is Verdict.CONTRADICTED:
            note = "not so long apart"
    links = []
    for span, when in ((order.left, left), (order.right, right)):
        start, end = span
        text = statement.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip(" ,.;")
        unit = Unit("word", text, start, start + len(text), -1, ())
        links.append(Link("order", BY_TWO[verdict], unit, render(when), note))
    return Judgement(verdict, SCORE, links)


def _by_distance(order: Order, least: int, most: int) -> Verdict:
    """Hold the stated distance against the least and the most that the recorded dates allow."""
    assert order.days is not None
    low, high = order.days - order.slack, order.days + order.slack
    if low <= least and most <= high + order.slack:
        return Verdict.SUPPORTED
    apart = not (least <= high and most >= low)
    return Verdict.CONTRADICTED if apart and _far_off(least, most, low, high) else Verdict.ABSENT


def judge_distance(distance: Distance, event: DateSpan, when: DateSpan) -> Verdict:
    """Say whether ``when`` lies as far from a dated event as the statement puts it; absent where both are too vague."""
    least, most = when.first - event.last, when.last - event.first
    off = max(distance.low - most, least - distance.high)
    if off > 0:
        return Verdict.CONTRADICTED if _clearly_off(distance, off) else Verdict.ABSENT
    middle, slack = (least + most) / 2, distance.size / 2
    fits = distance.low - slack <= middle <= distance.high + slack
    vague = most - least > max(VAGUE * distance.size, WEEK)
    return Verdict.SUPPORTED if fits and not vague else Verdict.ABSENT


def _clearly_off(distance: Distance, off: int) -> bool:
    """Say whether dates are so far beyond the bounds of a distance that it cannot be a loose way of speaking."""
    stated = abs(distance.low + distance.high) / 2
    slack = (distance.high - distance.low) / 2
    return off > max(distance.size / 2, CLEARLY * stated - slack)


def _far_off(least: int, most: int, low: int, high: int) -> bool:
    """Say whether two dates are so far from a stated distance that it cannot be a loose way of speaking."""
    middle, stated = (least + most) / 2, (low + high) / 2
    return abs(middle - stated) > max(MARGIN * abs(stated), most - least)


MARGIN = 0.5
"""By how much of itself a stated distance may be off before it is wrong."""
CLEARLY = 0.25
"""By how much of itself a stated distance may be off, beyond its slack, before it is wrong."""
VAGUE, WEEK = 2.1, 7
"""By how many of the unit, and by how many days at least, the distance of two dates may vary and still bear it out."""


def note_event(judgement: Judgement, anchor: Anchor, event: Fact) -> None:
    """Say in a judgement which fact dates the clause that the statement has in the place of a date."""
    for link in judgement.links:
        if link.unit is not None and link.unit.kind == "date" and link.unit.start == anchor.start:
            mention = link.unit.date
            assert mention is not None
            assert mention.span is not None
            when = f"that was {render(mention.span)} ({event.id})"
            link.note = f"{when}; {link.note}" if link.note else when
