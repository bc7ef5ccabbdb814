"""Facts on offices that the records of their holders do not bear out.

For a fact of kind ``office`` with the participants ``holder`` and ``of``: the person's offices ``of`` the same country or
body whose title the claim has, by a word of its lexicon concept. The time of the fact must lie within one of their
terms, or within terms that follow on each other. Days near an end, about which sources differ, do not count.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfacts.curation.audit.records import Fault, Records, fault
from kzfacts.curation.audit.terms import Held, offices_of
from kzfacts.factbase import DateSpan, Fact, edtf
from kzfacts.language.reading import read

KIND = "office-differs"
KINDS = (KIND,)
TOLERANCE = 31
"""How many days a fact may be off, and how many may lie between two terms that follow on each other."""


def check(records: Records) -> Iterator[Fault]:
    """Find the facts that lie outside every term of the same office."""
    for entry in records.facts.values():
        fact = entry.record
        if fact.kind != "office" or fact.certainty in ("planned", "speculated"):
            continue
        for holder in _ids(fact, "holder"):
            if holder not in records.entities:
                continue
            terms = _terms(fact, holder, records)
            if terms and not any(_within(_surely(fact), span) for span in _runs(terms)):
                listed = "; ".join(f"{held.office.title}, {held.dates}" for held in terms)
                message = f"{fact.id} is dated {fact.when}, outside what {holder} has in offices ({listed})"
                yield fault(entry, KIND, message, "when", others=(holder,))


def _ids(fact: Fact, part: str) -> tuple[str, ...]:
    names = fact.participants.get(part, ())
    return (names,) if isinstance(names, str) else names


def _terms(fact: Fact, holder: str, records: Records) -> list[Held]:
    """Return the offices of the holder that the fact may be about."""
    bodies = _ids(fact, "of")
    said = {key for unit in read(fact.claim, records.vocabulary).units for key in unit.keys if key.startswith("c:")}
    held = [held for held in offices_of(records.entities[holder], records) if held.office.of in bodies]
    return [one for one in held if one.concepts & said]


def _surely(fact: Fact) -> DateSpan:
    """Return the days that the fact surely covers; where its ends are vague, the days between them."""
    term = edtf.parse_term(fact.when)
    if term is None:
        return edtf.parse(fact.when)
    known = [span for span in (term.start, term.end) if span is not None]
    first = term.start.last if term.start else known[0].first
    last = term.end.first if term.end else term.possible.last if term.ongoing else known[-1].last
    return DateSpan(min(first, last), max(first, last))


def _runs(terms: list[Held]) -> list[DateSpan]:
    """Return the times of terms, those that follow on each other as one."""
    runs: list[DateSpan] = []
    for span in sorted(held.possible for held in terms):
        if runs and span.first <= runs[-1].last + TOLERANCE:
            runs[-1] = DateSpan(runs[-1].first, max(runs[-1].last, span.last))
        else:
            runs.append(span)
    return runs


def _within(inner: DateSpan, outer: DateSpan) -> bool:
    return outer.first - TOLERANCE <= inner.first and inner.last <= outer.last + TOLERANCE
