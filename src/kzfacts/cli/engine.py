"""Opens what commands work with: the fact base and the checker, imported only here and only when needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from kzfacts.checker import Checker
    from kzfacts.cli.output import Output
    from kzfacts.factbase import FactBase
    from kzfacts.finding import Finding
    from kzfacts.linting.checking import DraftChecker
    from kzfacts.linting.results import LintRun


def open_fact_base(paths: Sequence[str] = ()) -> FactBase:
    """Load the facts at ``paths``, or the shipped ones."""
    from kzfacts.factbase import FactBase

    return FactBase.load(paths or None)


def open_checker(fact_base: FactBase, min_score: float = 0.0) -> Checker:
    """Return a checker over ``fact_base`` that gives no verdict with a score below ``min_score``."""
    from kzfacts.checker import Checker
    from kzfacts.matching.proof import Policy

    return Checker(fact_base, Policy(min_score=min_score))


def judge() -> Callable[[str, str, datetime.date | None], Finding]:
    """Return what judges a statement against one text in place of the fact base."""
    from kzfacts.evidence import judge

    return judge


def open_draft_checker(
    paths: Sequence[str] = (), fact_base: FactBase | None = None, min_score: float = 0.0
) -> DraftChecker:
    """Return what checks drafts against ``fact_base``, or the facts at ``paths`` where it is not loaded yet.

    It gives no verdict with a score below ``min_score``.
    """
    from kzfacts.cli.failures import debugging
    from kzfacts.documents import read_document
    from kzfacts.linting.checking import DraftChecker
    from kzfacts.linting.linter import Linter

    base = fact_base if fact_base is not None else open_fact_base(paths)
    linter = Linter(open_checker(base, min_score))
    return DraftChecker(linter, read_document, lambda: [fact.id for fact in base.facts], debug=debugging())


def format_of(path: str) -> str | None:
    """Return the format of a draft by its ending, None where it is none that can be read."""
    from kzfacts.documents import format_of

    return format_of(path)


def summarise_drafts(run: LintRun) -> str:
    """Return in one line what was checked."""
    from kzfacts.reports.drafts_text import summary

    return summary(run)


def render_drafts(format_: str, run: LintRun, output: Output) -> str:
    """Return the report on drafts in a format, for ``output``."""
    from kzfacts.reports.formats import renderer

    if format_ == "text":
        from kzfacts.reports.drafts_text import render

        return render(run, colour=output.colour, width=output.width)
    return renderer(format_)(run)
