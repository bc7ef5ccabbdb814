"""Opens what commands work with: the fact base and the checker, imported only here and only when needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from kzfacts.checker import Checker
    from kzfacts.factbase import FactBase
    from kzfacts.finding import Finding


def open_fact_base(paths: Sequence[str] = ()) -> FactBase:
    """Load the facts at ``paths``, or the shipped ones."""
    from kzfacts.factbase import FactBase

    return FactBase.load(paths or None)


def open_checker(fact_base: FactBase) -> Checker:
    """Return a checker over ``fact_base``."""
    from kzfacts.checker import Checker

    return Checker(fact_base)


def judge() -> Callable[[str, str, datetime.date | None], Finding]:
    """Return what judges a statement against one text in place of the fact base."""
    from kzfacts.checker import judge

    return judge
