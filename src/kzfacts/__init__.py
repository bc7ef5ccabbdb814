"""kzfacts checks statements about Kazakhstan's foreign policy against a curated, dated, cited fact base.

>>> import kzfacts
>>> checker = kzfacts.Checker(kzfacts.FactBase.load())
>>> checker.check("Nazarbayev made ten official visits abroad in 2014.").verdict
<Verdict.CONTRADICTED: 'contradicted'>

Names are imported when they are first used, so that importing kzfacts costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kzfacts.version import __version__

if TYPE_CHECKING:
    from kzfacts.checker import Checker
    from kzfacts.errors import FactBaseError, KzfactsError, UsageError
    from kzfacts.evidence import judge
    from kzfacts.factbase import Fact, FactBase
    from kzfacts.finding import Finding, Relation, Verdict

_HOMES = {
    "Checker": "kzfacts.checker",
    "judge": "kzfacts.evidence",
    "FactBase": "kzfacts.factbase",
    "Fact": "kzfacts.factbase",
    "Finding": "kzfacts.finding",
    "Verdict": "kzfacts.finding",
    "Relation": "kzfacts.finding",
    "KzfactsError": "kzfacts.errors",
    "UsageError": "kzfacts.errors",
    "FactBaseError": "kzfacts.errors",
}

__all__ = [
    "Checker",
    "Fact",
    "FactBase",
    "FactBaseError",
    "Finding",
    "KzfactsError",
    "Relation",
    "UsageError",
    "Verdict",
    "__version__",
    "judge",
]


def __getattr__(name: str) -> object:
    """Import a public name on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kzfacts' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
