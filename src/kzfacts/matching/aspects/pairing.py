"""Numbers of a statement and of a text on the same matter, each paired with the one that it most likely means.

A text that is known to be about the statement's matter tells of the same figures, perhaps in other words: the taking of
a film, the sick of a country. Which figure answers which is told by what is counted, by the words around, and by size;
each figure of the text answers but one of the statement. A bounded or rounded figure of the text ("over 104 million")
is taken for the one that it names where its bound alone decides nothing: who could say more would have said it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from kzfacts.finding import Relation
from kzfacts.language.numbers import Quantity
from kzfacts.language.reading import Reading, Unit
from kzfacts.matching.aspects import number
from kzfacts.matching.fact_reading import Counted, FactReading
from kzfacts.matching.link import Link

SAME_NOUN, SAME_WORDS_BEFORE, OTHER_NOUN = 3.0, 1.0, -1.0
"""What it says for a pair that both count the same noun, have the same words before them, or count different nouns."""
NEIGHBOURS = 4
"""How many units around a number tell what it is about."""
NEIGHBOUR = 2.0
"""What it says for a pair that a word right beside is on both sides; one further away says less."""
PER_FOLD, FARTHEST = 5.0, 4.0
"""What it says against a pair that one number is e times the other, and the most that size can say against it."""


def pair_numbers(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Relate every number of the statement anew, to the number of the text with which it makes the likeliest pair."""
    mine = [link for link in links if link.aspect == "number" and link.unit is not None and link.unit.quantity]
    if not mine:
        return
    around = {id(link): _around(statement.units, link.unit) for link in mine}
    pairs: list[tuple[float, int, int]] = []
    for place, theirs in enumerate(reading.numbers):
        about = _around(reading.claim.units, theirs.unit)
        for position, link in enumerate(mine):
            likeness = _likeness(link.unit, around[id(link)], theirs, about)
            if likeness is not None:
                pairs.append((-likeness, position, place))
    paired: dict[int, int] = {}
    for _, position, place in sorted(pairs):
        if position not in paired and place not in paired.values():
            paired[position] = place
    for position, place in paired.items():
        _relate(mine[position], reading.numbers[place].unit)
    for position, link in enumerate(mine):
        if position not in paired and link.conflicts:
            link.relation, link.fact = Relation.INDEPENDENCE, ""
            link.note = "the text does not count this"


def _around(units: Sequence[Unit], unit: Unit | None) -> dict[str, float]:
    """Return the keys of the words and names around a number, the nearer the greater their weight."""
    place = next((index for index, other in enumerate(units) if other is unit), None)
    weights: dict[str, float] = {}
    if place is None:
        return weights
    for index in range(max(place - NEIGHBOURS, 0), min(place + NEIGHBOURS + 1, len(units))):
        other = units[index]
        if other.kind in ("word", "name") and other.role != "generic":
            weight = NEIGHBOUR / (abs(index - place) or 1)
            for key in other.keys:
                weights[key] = max(weight, weights.get(key, 0.0))
    return weights


def _likeness(unit: Unit | None, around: dict[str, float], theirs: Counted, about: dict[str, float]) -> float | None:
    """Return how much speaks for it that two numbers mean the same; None where they cannot."""
    assert unit is not None
    assert unit.quantity is not None
    other = theirs.unit.quantity
    if other is None or not (number.same_kind(unit.quantity, theirs) or _is_mark(unit.quantity, other)):
        return None
    if number.counts_time(unit) is not number.counts_time(theirs.unit):
        return None
    same_noun = bool(unit.counted) and number.shares(unit.counted, theirs.nouns)
    same_before = number.shares(unit.before, theirs.before)
    distance = _distance(unit.quantity, other)
    if not (same_noun or same_before or distance <= math.log(number.MAGNITUDE)):
        return None
    likeness = SAME_NOUN * same_noun + SAME_WORDS_BEFORE * same_before - min(PER_FOLD * distance, FARTHEST)
    if not same_noun and unit.counted and theirs.nouns:
        likeness += OTHER_NOUN
    shared = {key: min(around[key], about[key]) for key in around.keys() & about.keys()}
    return likeness + sum(sorted(shared.values(), reverse=True)[:3])


def _is_mark(quantity: Quantity, other: Quantity) -> bool:
    """Say whether one of two numbers is a mark out of ten or the like, and the other may be one without its scale."""
    return {quantity.unit[:1], other.unit[:1]} == {"/", ""}


def _distance(quantity: Quantity, other: Quantity) -> float:
    """Return how far apart two numbers are, as the logarithm of their ratio; 0 where one allows the other's value."""
    mine, theirs = number.named(quantity, ""), number.named(other, "")
    if mine == theirs:
        return 0.0
    return abs(math.log(mine / theirs)) if mine > 0 and theirs > 0 else math.inf


def _relate(link: Link, theirs: Unit) -> None:
    """Relate a number to its partner."""
    assert link.unit is not None
    assert link.unit.quantity is not None
    quantity, other = link.unit.quantity, theirs.quantity
    relation = number.compare(quantity, other)
    if relation is Relation.FORWARD_ENTAILMENT and other is not None and number.names_one(other, theirs.text):
        value = number.named(other, theirs.text)
        relation = number.compare(quantity, Quantity(value, value, other.unit))
    link.relation, link.fact, link.note = relation, theirs.text, ""
