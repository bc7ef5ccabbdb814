"""The faults that an audit finds, as text and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from kzfacts.curation.audit import KINDS, Fault
from kzfacts.reports.characters import placed
from kzfacts.reports.quantities import quantity


def line(fault: Fault) -> str:
    """Return a fault as ``path:line:column: kind: message``."""
    return placed(str(fault))


def record(fault: Fault) -> dict[str, Any]:
    """Return a fault for JSON."""
    return {
        "path": fault.path,
        "line": fault.line,
        "column": fault.column,
        "kind": fault.kind,
        "message": fault.message,
        "ids": list(fault.ids),
    }


def counts(faults: Sequence[Fault]) -> dict[str, int]:
    """Return how many there are of each kind, kinds with none left out."""
    found = Counter(fault.kind for fault in faults)
    return {kind: found[kind] for kind in KINDS if found[kind]}


def summary(faults: Sequence[Fault], facts: int) -> str:
    """Count the faults in words."""
    listed = ", ".join(f"{number} {kind}" for kind, number in counts(faults).items())
    told = quantity(len(faults), "problem") if faults else "no problems"
    return f"{quantity(facts, 'fact')} audited: {told}{f' ({listed})' if listed else ''}"
