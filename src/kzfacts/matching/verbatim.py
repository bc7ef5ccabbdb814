"""Word for word: a statement that is one of the record's own wordings, but for aliases, spelling and small words.

Such a statement means what the record says of that wording, whatever a closer look at single words would find.
"""

from __future__ import annotations

from kzfacts.language.reading import Reading, Unit
from kzfacts.matching.fact_reading import FactReading


def is_wording(statement: Reading, fact: FactReading) -> bool:
    """Say whether a wording of the fact, or misstatement, has the units of the statement in the same order.

    Small words that turn the sense must be the same: "only", "may", a passive and its "by".
    """
    mine = _sequence(statement)
    return any(
        len(wording.units) == len(statement.units)
        and bool(wording.only) == bool(statement.only)
        and wording.marks == statement.marks
        and _sequence(wording) == mine
        for wording in fact.readings
    )


def sign_and_sense(unit: Unit) -> tuple[int, str]:
    """Return what a unit says, as its sign and its plainest key: a stem, an entity, a number with what it counts."""
    if unit.kind == "number":
        return unit.sign, " ".join((unit.text.lower(), *unit.counted[-1:]))
    if unit.kind == "date" or not unit.keys:
        return unit.sign, unit.text.lower()
    return unit.sign, unit.keys[-1]


def _sequence(reading: Reading) -> list[tuple[int, str, bool, str]]:
    """Return what the units say in turn, with the voice of each and the preposition of names."""
    return [(*sign_and_sense(unit), unit.passive, unit.preposition) for unit in reading.units]
