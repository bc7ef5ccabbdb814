"""Results that the draft itself says do not count: each keeps its verdict and gets the reason beside it.

Only what is contradicted or absent can be suppressed; what is supported, or nothing to check, needs no remark.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

import msgspec

from kzfacts.documents.model import Region
from kzfacts.factbase.schema import did_you_mean
from kzfacts.finding import Verdict
from kzfacts.linting.directives import ABSENT, ALL, Directive, Orders
from kzfacts.linting.linter import has_sic
from kzfacts.linting.reach import Scope, scopes
from kzfacts.linting.results import CheckedFile, Problem, Result, Suppression

SIC = "[sic] in the text"
Used = set[tuple[Region, str]]


def suppress(
    checked: CheckedFile,
    orders: Orders,
    facts: Collection[str],
    *,
    as_of: date | None = None,
    complete: bool = True,
) -> tuple[CheckedFile, tuple[Problem, ...]]:
    """Return the file with its suppressed results marked, and what is wrong with its orders.

    ``facts`` are the ids on record. A directive lapses after its day ``until``, by the later of the file's own day and
    the ``as_of`` of the run, never by today's date: the same run gives the same answer tomorrow. Where not all
    sentences were looked at, ``complete`` is False and no directive is called unused.
    """
    path = checked.document.path
    day = max((each for each in (checked.as_of, as_of) if each is not None), default=None)
    every, idle = scopes(checked.document, orders.directives)
    acting = [scope for scope in every if not _lapsed(scope.directive, day)]
    used: Used = set()
    numbers = {sentence.region: number for number, sentence in enumerate(checked.document.sentences)}
    results = tuple(_mark(result, acting, used, numbers) for result in checked.results)
    told = [*_about_days(orders.directives, day), *_about_facts(acting, facts)]
    if complete:
        told += [(directive.region, "kzfacts-on: nothing is off here; take it away") for directive in idle]
        told += _unused(acting, used, facts)
    problems = [Problem(path, region.line, region.column, message, "warning") for region, message in told]
    return msgspec.structs.replace(checked, results=results), (*orders.problems, *problems)


def target_of(result: Result) -> str | None:
    """Return what a suppression of this result must name: the fact against it, or `ABSENT`; None for any other."""
    if not result.checkable:
        return None
    if result.finding.verdict is Verdict.CONTRADICTED and result.finding.fact is not None:
        return result.finding.fact.id
    return ABSENT if result.finding.verdict is Verdict.ABSENT else None


def _mark(result: Result, acting: list[Scope], used: Used, numbers: dict[Region, int]) -> Result:
    target = target_of(result)
    if target is None:
        return result
    number = numbers.get(result.sentence.region)
    met = [scope for scope in acting if number in scope.sentences and scope.target in (target, ALL)]
    used.update((scope.directive.region, scope.target) for scope in met)
    if met:
        directive = met[0].directive
        return msgspec.structs.replace(result, suppression=Suppression("inSource", directive.reason, directive.region))
    if has_sic(result.sentence):
        return msgspec.structs.replace(result, suppression=Suppression("inSource", SIC, result.sentence.region))
    return result


def _lapsed(directive: Directive, day: date | None) -> bool:
    return directive.until is not None and day is not None and directive.until < day


def _about_days(directives: tuple[Directive, ...], day: date | None) -> Iterator[tuple[Region, str]]:
    for directive in directives:
        if directive.until is None:
            continue
        if day is None:
            yield directive.region, f"until:{directive.until}: the draft has no date to hold it against; give --as-of"
        elif _lapsed(directive, day):
            yield directive.region, f"kzfacts-{directive.verb} lapsed after {directive.until}; renew it or take it away"


def _about_facts(acting: list[Scope], facts: Collection[str]) -> Iterator[tuple[Region, str]]:
    for scope in acting:
        if not _known(scope.target, facts):
            yield scope.directive.region, f"no fact {scope.target!r} on record{did_you_mean(scope.target, facts)}"


def _unused(acting: list[Scope], used: Used, facts: Collection[str]) -> Iterator[tuple[Region, str]]:
    for scope in acting:
        if (scope.directive.region, scope.target) not in used and _known(scope.target, facts):
            yield (
                scope.directive.region,
                f"kzfacts-{scope.directive.verb} {scope.target}: nothing to suppress; take it away",
            )


def _known(target: str, facts: Collection[str]) -> bool:
    return target in (ABSENT, ALL) or target in facts
