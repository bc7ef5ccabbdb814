"""Facts on offices that the records of their holders do not bear out.

For a fact of kind ``office`` with the participants ``holder`` and ``of``: the person's offices ``of`` the same
country or body whose title the claim has, as it stands or by a word of its lexicon concept. The time of the fact must
lie within one of their terms, or within terms that follow on each other. Days near an end, about which sources
differ, do not count.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfacts.curation.audit.records import Fault, Records, fault
from kzfacts.curation.audit.terms import Held, offices_of
from kzfacts.factbase import DateSpan, Fact, edtf
from kzfacts.factbase.edtf import END
from kzfacts.language.reader import read

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
        for holder in fact.taking_part("holder"):
            if holder not in records.entities:
                continue
            terms = _terms(fact, holder, records)
            if terms and not any(_fits(fact, span) for span in _runs(terms)):
                listed = "; ".join(f"{held.office.title}, {held.dates}" for held in terms)
                message = f"{fact.id} is dated {fact.when}, outside what {holder} has in offices ({listed})"
                yield fault(entry, KIND, message, "when", others=(holder,))


def _terms(fact: Fact, holder: str, records: Records) -> list[Held]:
    """Return the offices of the holder that the fact may be about."""
    bodies = fact.taking_part("of")
    said = {key for unit in read(fact.claim, records.vocabulary).units for key in unit.keys if key.startswith("c:")}
    held = [held for held in offices_of(records.entities[holder], records) if held.office.of in bodies]
    claim = fact.claim.casefold()
    return [one for one in held if one.concepts & said or one.office.title.casefold() in claim]


def _fits(fact: Fact, term: DateSpan) -> bool:
    """Say whether a fact may be about an office held in that time.

    Of a date that is no term ("2014"), a day must lie within; of a term, all days but those on which it may not yet, or
    no longer, have run.
    """
    own = edtf.parse_term(fact.when)
    if own is None:
        return edtf.parse(fact.when).overlaps(term)
    first = own.start.last if own.start else own.held.last
    last = END if own.ongoing else own.end.first if own.end else first
    return term.first - TOLERANCE <= first and max(first, last) <= term.last + TOLERANCE


def _runs(terms: list[Held]) -> list[DateSpan]:
    """Return the times of terms, those that follow on each other as one."""
    runs: list[DateSpan] = []
    for span in sorted(held.possible for held in terms):
        if runs and span.first <= runs[-1].last + TOLERANCE:
            runs[-1] = DateSpan(runs[-1].first, max(runs[-1].last, span.last))
        else:
            runs.append(span)
    return runs
