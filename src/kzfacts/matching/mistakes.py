"""Whether a statement makes the mistake that is on record as a misstatement."""

from __future__ import annotations

from kzfacts.language.reading import Reading, Unit
from kzfacts.matching.fact_reading import FactReading


def turns(misstatement: FactReading, fact: FactReading) -> list[Unit]:
    """Return what sets a misstatement apart from the fact: its words and names that the fact does not tell alike."""
    apart = []
    for unit in misstatement.claim.units:
        says = unit.kind in ("word", "name") and unit.role != "generic" and bool(unit.keys)
        if says and all(fact.told.get(key) != unit.sign for key in unit.keys):
            apart.append(unit)
    return apart


def _names_enough(statement: Reading, misstatement: FactReading) -> bool:
    """Say whether the statement has every name of the misstatement, or two of them at least."""
    keys = {key for unit in statement.units for key in unit.keys}
    names = [unit for unit in misstatement.claim.units if unit.kind == "name"]
    met = sum(not keys.isdisjoint(unit.keys) for unit in names)
    return met >= min(len(names), ENOUGH_NAMES)


ENOUGH_NAMES = 2
"""A misstatement of more names is known by so many."""
TURNED = 0.6
"""How much of what sets a misstatement apart a statement must have to make the same mistake."""


def makes_the_mistake(statement: Reading, misstatement: FactReading, fact: FactReading) -> bool:
    """Say whether a statement that goes with a misstatement has what is wrong in it.

    It must have most of what sets the misstatement apart, denied alike; where that is but the order of the names,
    the same order.
    """
    if not _names_enough(statement, misstatement):
        return False
    apart = turns(misstatement, fact)
    if not apart:
        return _same_order(statement, misstatement.claim)
    signs = {(key, unit.sign) for unit in statement.units for key in unit.keys}
    met = [unit for unit in apart if any((key, unit.sign) in signs for key in unit.keys)]
    return sum(unit.weight for unit in met) >= TURNED * sum(unit.weight for unit in apart)


def _same_order(statement: Reading, other: Reading) -> bool:
    """Say whether the names that two readings share stand in the same order."""
    mine = [unit.keys[0] for unit in statement.units if unit.kind == "name"]
    theirs = [unit.keys[0] for unit in other.units if unit.kind == "name"]
    shared = set(mine) & set(theirs)
    return [key for key in mine if key in shared] == [key for key in theirs if key in shared]
