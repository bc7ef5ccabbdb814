"""The audit of a fact base: what is well formed and yet cannot be right, or is there for nothing.

`kzfacts.factbase.validate` looks at each record by itself; here records are held against each other. A check is a
module with its ``KINDS`` and one function ``check`` from the records to the faults that it finds; `CHECKS` lists them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from types import ModuleType

from kzfacts.curation.audit import (
    aliases,
    contradictions,
    duplicates,
    offices,
    publication,
    shared_offices,
    sources,
    unsupported,
    unused,
)
from kzfacts.curation.audit.records import Fault, Records

__all__ = ["CHECKS", "KINDS", "Fault", "Records", "audit"]

CHECKS: tuple[ModuleType, ...] = (
    contradictions, unsupported, duplicates, publication, offices, shared_offices, sources, unused, aliases,
)  # fmt: skip
KINDS: tuple[str, ...] = tuple(kind for check in CHECKS for kind in check.KINDS)
"""Every kind of fault, in the order of the checks."""


def audit(records: Records, only: Collection[str] = ()) -> list[Fault]:
    """Return the faults of these kinds, or of all, in the order of their places."""
    return sorted({fault for check in CHECKS for fault in _faults(check, records, only)})


THOROUGH = (unsupported,)
"""Checks made only when asked for: what the engine cannot read yet is no fault of a record."""


def _faults(check: ModuleType, records: Records, only: Collection[str]) -> Iterator[Fault]:
    if check in THOROUGH and not only and not records.thorough:
        return
    if not only or set(only) & set(check.KINDS):
        for fault in check.check(records):
            if (not only or fault.kind in only) and records.wants(fault.path):
                yield fault
