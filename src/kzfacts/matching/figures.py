"""Two recorded figures compared, where the statement compares them.

Each side of the comparison must find a fact that counts its noun; the verdict then follows from the two
numbers, and the proof names both.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kzfacts.finding import Relation, Verdict
from kzfacts.language.comparatives import Comparative
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.aspects import date, name
from kzfacts.matching.aspects.number import shares
from kzfacts.matching.fact_reading import Counted, FactReading
from kzfacts.matching.link import Link
from kzfacts.matching.proof import BY_TWO, Judgement

SCORE, HALF = 0.95, 0.5
"""How much of a statement two figures speak to, and one of the two."""


class Figure(NamedTuple):
    """A number on record: the entry that holds it and the number with its noun."""

    position: int
    counted: Counted
    noun: Unit


def side(reading: Reading, span: tuple[int, int]) -> list[Unit]:
    """Return the units of one side of a comparison."""
    return [unit for unit in reading.units if span[0] <= unit.start < span[1]]


def find_figure(
    units: list[Unit], statement: Reading, facts: Iterable[tuple[int, FactReading]], vocabulary: Vocabulary
) -> Figure | None:
    """Return the number that counts the first countable noun of ``units``, in a fact with the statement's names."""
    names = [unit for unit in units if unit.kind == "name"] or [u for u in statement.units if u.kind == "name"]
    dates = [unit for unit in statement.units if unit.kind == "date"]
    fitting = [
        (position, fact)
        for position, fact in facts
        if all(name.relate(unit, fact, vocabulary).agrees for unit in names)
        and all(date.relate(unit, fact, lasting=False, once=False, occasion=False).agrees for unit in dates)
    ]
    for noun in units:
        if noun.kind != "word" or not noun.keys or noun.role == "generic":
            continue
        for position, fact in fitting:
            for counted in fact.numbers:
                quantity = counted.unit.quantity
                plain = quantity is not None and quantity.unit in ("", "times")
                if plain and (
                    shares(noun.keys, counted.nouns) or (not counted.nouns and shares(noun.keys, counted.before))
                ):
                    return Figure(position, counted, noun)
    return None


def compares_counts(comparative: Comparative, statement: Reading) -> bool:
    """Say whether counts are compared ("more briefings than ..."), not degrees ("more positive than ...")."""
    words = [unit for unit in side(statement, comparative.left) if unit.kind == "word"]
    return bool(words) and words[0].text.endswith("s") and not words[0].text.endswith("ss")


def one_figure(known: Figure) -> Judgement:
    """Return the judgement where the record has but one of the two figures: nothing can be compared."""
    link = Link(
        "comparison", Relation.INDEPENDENCE, known.noun, known.counted.unit.text, "the other figure is not on record"
    )
    return Judgement(Verdict.ABSENT, HALF, [link])


def judge_figures(comparative: Comparative, left: Figure, right: Figure) -> Judgement:
    """Compare the two figures; figures that overlap (about 30, 28) leave the statement absent."""
    mine, theirs = left.counted.unit.quantity, right.counted.unit.quantity
    assert mine is not None
    assert theirs is not None
    corners = {comparative.holds(a, b) for a in (mine.low, mine.high) for b in (theirs.low, theirs.high)}
    verdict = Verdict.ABSENT if len(corners) > 1 else Verdict.SUPPORTED if corners == {True} else Verdict.CONTRADICTED
    links = [
        Link("comparison", BY_TWO[verdict], figure.noun, figure.counted.unit.text, "a figure on record")
        for figure in (left, right)
    ]
    return Judgement(verdict, SCORE, links)
