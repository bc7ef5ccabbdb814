"""Offices: whom the statement puts into which office, against who held it when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kzfacts.factbase.edtf import parse_term
from kzfacts.finding import Relation
from kzfacts.language.reading import Reading
from kzfacts.language.vocabulary import Vocabulary, office_key
from kzfacts.matching.aspects.term import describe
from kzfacts.matching.fact_reading import FactReading, held
from kzfacts.matching.link import Link

_NO_TITLES = frozenset("leading permanent security top main chief".split())
"""What makes a title only with another word: "Beijing's leading partner" names no leader."""


def offices(statement: Reading, met: list[Link], fact: FactReading, vocabulary: Vocabulary) -> list[Link]:
    """Return a link for each office that the statement names by country ("Iran's president") and the fact does not.

    That the fact tells of the country and, elsewhere, of a president is not enough.
    """
    links: list[Link] = []
    known_names = {id(link.unit) for link in met if link.agrees}
    for left, right in pairwise(statement.units):
        for country, title in ((left, right), (right, left)):
            if (
                id(country) not in known_names
                or country.kind != "name"
                or title.kind != "word"
                or left.clause != right.clause
                or title.text.lower() in _NO_TITLES
            ):
                continue
            between = statement.text[left.end : right.start].strip().lower()
            of = between == "of" or (not between and left.text.lower().endswith(" of"))
            if between not in ("", "'s", "’s", "of") or (title is right) == of:
                continue
            if (of and country.demonym) or (not of and statement.text.startswith(" of ", title.end)):
                continue  # "in charge of Norlandic diplomacy", "Norland's chairmanship of the league"
            keys = [office_key(country.keys[0], key) for key in title.keys if key[0] == "c"]
            known = [key for key in keys if key in vocabulary.holders]
            if known and all("o:" + key not in fact.told for key in keys):
                note = "the record speaks of no such office"
                links.append(Link("name", Relation.FORWARD_ENTAILMENT, title, "", note, weight=0.0, hard=True))
    return links


def out_of_office(
    statement: Reading, links: Sequence[Link], fact: FactReading, vocabulary: Vocabulary, office: bool
) -> Link | None:
    """Return the conflict of "X was minister in 2003" with the terms on record of X as minister, None without one.

    An office that the fact's own claim names is left to the fact, and one that any wording of a fact on an ``office``.
    """
    dates = [unit for unit in statement.units if unit.date is not None and unit.date.span is not None]
    if len(dates) != 1 or not _STATIVE.search(statement.text):
        return None
    mention = dates[0].date
    window = mention.window() if mention is not None and mention.year else None
    if window is None:
        return None
    claimed = [unit for unit in statement.units if unit.kind == "word" and unit.sign > 0]
    titles = {key for unit in claimed for key in unit.keys if key.startswith("c:")}
    titles -= fact.direct if office else {key for unit in fact.claim.units for key in unit.keys}
    kinds = vocabulary.compiled.kinds
    named = {key for unit in statement.units if unit.kind == "name" for key in unit.keys}
    countries = {key for key in named if kinds.get(key) == "country"}
    for link in links:
        unit = link.unit
        if unit is None or unit.kind != "name" or not link.agrees or unit.sign < 0:
            continue
        terms = [
            term
            for term in vocabulary.titles.get(unit.keys[0], ())
            if titles & set(term.concepts) and (term.of in named or not countries or kinds.get(term.of) != "country")
        ]
        if terms and not any(held(term.start, term.end, window) for term in terms):
            text = "; ".join(_describe(term.start, term.end) for term in terms)
            note = "outside the term on record"
            return Link("date", Relation.ALTERNATION, dates[0], text, note, weight=0.0, hard=True)
    return None


def _describe(start: str, end: str) -> str:
    """Put the dates of an office in words."""
    if not (start or end):
        return "at a time not on record"
    term = parse_term(f"{start}/{end or '..'}")
    return describe(term) if term is not None else f"from {start} to {end}"


_STATIVE = re.compile(r"\b(?:was|is|were|remained|served as|headed|led|ran|chaired)\b", re.I)
