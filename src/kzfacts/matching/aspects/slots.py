"""Another name in the place of the statement's, in a text on the same matter: "picked by Hawks", "picked by Bears".

The place is the same where the word before is on both sides and the same preposition, or nothing, stands between it and
the name. Two ways to write one name are no two names.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kzfacts.finding import Relation
from kzfacts.language.reading import Reading, Unit
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link

TELLING = 0.4
"""The weight from which a word can mark a place."""
SAME_BEGINNING = 4
"""Words that share so many letters at the front may be one name: a spelling, an inhabitant."""


def replace_names(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Turn a name that the text lacks into a conflict where the text has another one in its place."""
    told = {key for unit in statement.units for key in unit.keys}
    theirs = [pair for pair in _places(reading.claim.units) if told.isdisjoint(pair[1].keys)]
    if not theirs:
        return
    by_start = {link.unit.start: link for link in links if link.unit is not None}
    for before, unit in _places(statement.units):
        link = by_start[unit.start]
        if link.relation is not Relation.INDEPENDENCE or link.aspect != "name" or not by_start[before.start].agrees:
            continue
        for other_before, other in theirs:
            if _same_place(statement, before, unit, reading.claim, other_before, other):
                link.relation, link.fact, link.note = Relation.ALTERNATION, other.text, ""
                link.hard = True
                break


def _places(units: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
    """Return the names of a row of units, each after the unit that marks its place."""
    telling = [
        unit
        for unit in units
        if unit.kind == "name" or (unit.weight >= TELLING and unit.role not in ("generic", "report"))
    ]
    return [(before, unit) for before, unit in pairwise(telling) if unit.kind == "name" and before.kind != "number"]


def _same_place(statement: Reading, before: Unit, unit: Unit, text: Reading, other_before: Unit, other: Unit) -> bool:
    """Say whether two different names stand after the same word, bound to it in the same way."""
    if set(before.keys).isdisjoint(other_before.keys) or unit.demonym is not other.demonym or _alike(unit, other):
        return False
    if not (statement.text[before.end : unit.start].strip() or text.text[other_before.end : other.start].strip()):
        return True
    return unit.preposition == other.preposition != ""


def _alike(unit: Unit, other: Unit) -> bool:
    """Say whether two names may be one, by a word that begins alike."""
    mine, theirs = ({word[:SAME_BEGINNING] for word in name.text.lower().split()} for name in (unit, other))
    return not mine.isdisjoint(theirs)
