"""A timeline: the offices of a person and the facts by year, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kzfacts.curation.timeline import Timeline, is_open
from kzfacts.factbase import FactBase, Office
from kzfacts.reports import facts, wording
from kzfacts.reports.characters import printable
from kzfacts.reports.plain import table

_OPEN = "…"
"""Marks a date that has no end, or no known beginning."""


def as_text(timeline: Timeline, fact_base: FactBase) -> str:
    """Return the name, the offices and a section for each year, one fact a line."""
    return "".join(printable(line) + "\n" for line in _lines(timeline, fact_base))


def _lines(timeline: Timeline, fact_base: FactBase) -> Iterator[str]:
    yield f"{timeline.entity.name} [{timeline.entity.id}]"
    if timeline.offices:
        yield from ("", "offices")
        rows = [(_term(office), _title(office, fact_base)) for office in timeline.offices]
        yield from ("  " + line for line in table(("", ""), rows)[1:])
    for year in timeline.years:
        yield from ("", str(year.year) if year.year else "beginning not known")
        rows = [
            (
                wording.date_in_words(fact.when) + (f" {_OPEN}" if is_open(fact.when) else ""),
                f"{fact.claim} [{fact.id}]",
            )
            for fact in year.facts
        ]
        yield from ("  " + line for line in table(("", ""), rows)[1:])


def _term(office: Office) -> str:
    start = wording.date_in_words(office.start) if office.start else ""
    return f"{start or _OPEN} - {wording.date_in_words(office.end) if office.end else _OPEN}"


def _title(office: Office, fact_base: FactBase) -> str:
    entity = fact_base.entities.get(office.of)
    return f"{office.title}, {entity.name if entity else office.of}" if office.of else office.title


def as_json(timeline: Timeline, fact_base: FactBase) -> bytes:
    """Return the timeline as one JSON document; ``to`` of an office is null while it is held."""
    entity = timeline.entity
    content: dict[str, Any] = {
        "entity": {"id": entity.id, "name": entity.name, "kind": entity.kind},
        "offices": [
            {"title": office.title, "of": office.of or None, "from": office.start or None, "to": office.end or None}
            for office in timeline.offices
        ],
        "years": [
            {
                "year": year.year,
                "facts": [{**facts.record(fact, fact_base), "open": is_open(fact.when)} for fact in year.facts],
            }
            for year in timeline.years
        ],
    }
    return facts.document(fact_base, "timeline", content)
