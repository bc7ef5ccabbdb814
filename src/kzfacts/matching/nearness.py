"""How near a statement and a fact are, as quick bounds for choosing what to compare."""

from __future__ import annotations

from kzfacts.language.reading import Reading
from kzfacts.matching.fact_reading import FactReading


def speaks_to(statement: Reading, reading: FactReading) -> float:
    """Return the share of the statement's words and names that the fact tells anything of: a quick upper bound."""
    told = reading.told
    met = total = 0
    for unit in statement.units:
        if unit.kind in ("word", "name") and unit.role != "generic":
            total += 1
            met += any(key in told for key in unit.keys)
    return met / total if total else 0.0


def share_met(statement: Reading, reading: FactReading) -> float:
    """Return the share of the claim's words and names that the statement has, by themselves or by kin."""
    keys = {key for unit in statement.units for key in unit.keys}
    claim = [unit for unit in reading.claim.units if unit.kind in ("word", "name") and unit.role != "generic"]
    return sum(not keys.isdisjoint(unit.keys) for unit in claim) / len(claim) if claim else 0.0
