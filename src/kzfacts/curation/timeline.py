"""Facts in the order of their dates, and a year at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kzfacts.curation.names import Names
from kzfacts.factbase import DateSpan, Entity, Fact, FactBase, Office, edtf
from kzfacts.factbase.edtf import BEGINNING, END


@dataclass(frozen=True)
class Year:
    """The facts whose dates begin in a year; None for those of which the beginning is not known."""

    year: int | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Timeline:
    """What is on record about an entity, in order: a person's offices, and the facts by year."""

    entity: Entity
    offices: tuple[Office, ...]
    years: tuple[Year, ...]


def date_order(fact: Fact) -> tuple[int, int, str]:
    """Return the key that sorts facts by their first day, then by their last, then by id."""
    span = edtf.parse(fact.when)
    return span.first, span.last, fact.id


def is_open(when: str) -> bool:
    """Tell whether an EDTF date is an interval with an end that is open or unknown."""
    span = edtf.parse(when)
    return span.start is None or span.end is None


def draw(fact_base: FactBase, entity: Entity, period: DateSpan | None = None) -> Timeline:
    """Return the timeline of an entity, within ``period`` where there is one."""
    names = Names(fact_base.entities)
    facts = [fact for fact in fact_base.facts if entity.id in names.involved(fact)]
    within = [fact for fact in facts if period is None or period.overlaps(edtf.parse(fact.when))]
    offices = [office for office in entity.offices if period is None or period.overlaps(_term(office))]
    return Timeline(entity, tuple(sorted(offices, key=_office_order)), _by_year(within))


def _by_year(facts: Iterable[Fact]) -> tuple[Year, ...]:
    years: dict[int | None, list[Fact]] = {}
    for fact in sorted(facts, key=date_order):
        start = edtf.parse(fact.when).start
        years.setdefault(start.year if start else None, []).append(fact)
    return tuple(Year(year, tuple(those)) for year, those in years.items())


def _term(office: Office) -> DateSpan:
    first = edtf.parse(office.start).first if office.start else BEGINNING
    return DateSpan(first, edtf.parse(office.end).last if office.end else END)


def _office_order(office: Office) -> tuple[DateSpan, str]:
    return _term(office), office.title
