"""How a date is held against a fact: whether it happens once, whether it lasts, whether it dates only the saying."""

from __future__ import annotations

import re
from functools import lru_cache

from kzfacts.factbase.model import Fact
from kzfacts.finding import Relation
from kzfacts.language.reading import Reading, Unit
from kzfacts.matching.aspects import date
from kzfacts.matching.compilation import LASTING_KINDS
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link


def relate_date(unit: Unit, statement: Reading, reading: FactReading, fact: Fact) -> Link:
    """Relate a date unit to a fact: does it happen once, does it last, is the date only that of saying it?"""
    once = not _says_again(statement.text) and (
        _is_definite(statement.text)
        or _names_one_of_a_series(statement, reading)
        or fact.kind == "agreement"
        or (
            fact.kind != "quantity"
            and (happens_once(fact.claim) or happens_once(statement.text) or _both_first(statement.text, fact.claim))
        )
    )
    dated = any(other.date is not None for other in reading.claim.units)
    once = once and (dated or fact.kind not in _UNDATED_KINDS)
    reported = "report" in statement.marks
    speaks = _names_first(statement, reading) and not _dates_content(reading)
    occasion = fact.kind in _SPOKEN_KINDS and not reported and not speaks
    lasting = _lasts(fact, reading) and not is_day_of_years(unit, reading, fact)
    link = date.relate(unit, reading, lasting, once, occasion)
    if link.conflicts and _says_again(statement.text):
        link.relation, link.note = Relation.INDEPENDENCE, "another time"
    return link


def _dates_content(reading: FactReading) -> bool:
    """Say whether a fact on what was said dates that, too, and not by the day of saying it: "would chair in 2014"."""
    spans = [unit.date.span for unit in reading.claim.units if unit.date is not None]
    when = reading.when
    later = when is not None and any(span is not None and not span.overlaps(when) for span in spans)
    return later and " would " in reading.claim.text


def is_day_of_years(unit: Unit, reading: FactReading, fact: Fact) -> bool:
    """Say whether a date is a day in a state of years, which does not tell what happened on a day."""
    span, when = unit.date.span if unit.date is not None else None, reading.when
    if fact.kind != "status" or span is None or when is None or unit.date is None or unit.date.mode != "in":
        return False
    return span.first == span.last and when.last - when.first > YEAR


_SPOKEN_KINDS = frozenset(("statement", "omission", "opinion"))


_UNDATED_KINDS = _SPOKEN_KINDS | {"status"}


_AGAIN = re.compile(r"\b(also|again|another|as well|too|once more)\b", re.I)


_ONCE = re.compile(
    r"\b(?:join|joined|found(?:ed|ing)|sign(?:ed|ing)|open(?:ed|ing)|launched|established|accession|acceded|ratif\w+"
    r"|adopted|initialled|clos(?:ed|ure)|created|renam\w+|nam(?:ed|e of)|appointed|inaugurated|completed|abolished"
    r"|admitted|in(?:to)? force|took effect|replaced|dissol\w+|removed|proclaimed|recogni[sz]ed"
    r"|delimit\w+|demarcat\w+|introduced|born|became|proposed|put forward|obtained|authori[sz]ed|began|begun"
    r"|took over|regained|handed (?:over|the)|moved (?:its|the)|approved|came to power|inherited|declared|unveiled)\b",
    re.I,
)


def _names_one_of_a_series(statement: Reading, reading: FactReading) -> bool:
    """Say whether the statement gives the number in a series that the record gives: there is but one 18th round."""
    mine = {
        unit.quantity.low for unit in statement.units if unit.quantity is not None and unit.quantity.unit == "ordinal"
    }
    theirs = {
        unit.quantity.low
        for unit in reading.claim.units
        if unit.quantity is not None and unit.quantity.unit == "ordinal"
    }
    return bool(mine & theirs)


MONTH, YEAR = 31, 366


def _lasts(fact: Fact, reading: FactReading) -> bool:
    """Say whether a fact holds all through its date; that of a month is known by the month, not day by day."""
    when = reading.when
    return fact.kind in LASTING_KINDS and (when is None or not 1 < when.last - when.first + 1 <= MONTH)


_CLEFT = re.compile(r"^it (?:was|is) (?:in|on|back in|only in)\b.+\bthat\b", re.I)


_DATED = re.compile(
    r"^(?:[Tt]he\b|[A-Z][\w'’-]+(?:'s|’s)\b).*\b(?:took place|happened|occurred|was held|were held|was|were|came|"
    r"dates? from|dates? back to|fell)\s+(?:only |back )?(?:in|on|to)\s+[\w ,]+\W*$"
)


@lru_cache(maxsize=4096)
def _is_definite(text: str) -> bool:
    """Say whether a statement dates one definite event: "It was in May that ...", "X's visit took place in May"."""
    return bool(_CLEFT.match(text) or _DATED.match(text))


@lru_cache(maxsize=4096)
def _says_again(text: str) -> bool:
    return bool(_AGAIN.search(text))


def _both_first(text: str, claim: str) -> bool:
    """Say whether both speak of a first or last time, of which there is but one."""
    return any(word in claim.lower().split() and word in text.lower().split() for word in ("first", "last", "maiden"))


@lru_cache(maxsize=4096)
def happens_once(claim: str) -> bool:
    """Say whether a claim tells of what happens but once: a signing, an accession, an opening."""
    return bool(_ONCE.search(claim))


def _names_first(statement: Reading, reading: FactReading) -> bool:
    """Say whether the statement names the one whom the fact names first: the speaker of a fact on what was said."""
    return bool(reading.names) and any(reading.names[0] in unit.keys for unit in statement.units)
