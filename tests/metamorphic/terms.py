"""Years within and outside the term of an office, in the place of the whole term."""

from __future__ import annotations

import re
from random import Random

from kzfacts.factbase.edtf import parse_term
from metamorphic.dates import LASTING
from metamorphic.dates_in_text import MONTHS
from metamorphic.model import Sentence
from metamorphic.text import put
from metamorphic.world import World

_DATE = (
    rf"(?:the (?:end|beginning|start) of |(?:late|early|mid) )?(?:\d{{1,2}} )?(?:(?:{'|'.join(MONTHS)}) )?(?:19|20)\d\d"
)
_TERM = re.compile(rf"\bfrom {_DATE} (?:to|until) {_DATE}")
NEAR_YEARS = 8


def year_within_the_term(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put a year of the term in the place of "from ... to ...": who held an office for years held it in each."""
    place, term = _TERM.search(sentence.text), parse_term(sentence.fact.when)
    if place is None or term is None or term.start is None or term.end is None or _says_more(sentence):
        return None
    first, last = term.start.first, term.end.last
    years = list(range(_year(first), _year(last) + 1))
    return put(sentence.text, *place.span(), f"in {random.choice(years)}")


def year_outside_the_term(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put a year outside every recorded term of the people named in the place of "from ... to ...": contradicted."""
    place, term = _TERM.search(sentence.text), parse_term(sentence.fact.when)
    if place is None or term is None or term.start is None or term.end is None or _says_more(sentence):
        return None
    first, last = _year(term.start.first), _year(term.end.last)
    held = [span for span in (*world.terms(sentence.fact), *_lasting(sentence, world)) if not span.overlaps(term.held)]
    taken = {year for span in held if span.start and span.end for year in range(span.start.year, span.end.year + 1)}
    near = [*range(first - NEAR_YEARS, first), *range(last + 1, last + NEAR_YEARS)]
    years = [year for year in near if 1985 <= year <= 2025 and year not in taken]
    return put(sentence.text, *place.span(), f"in {random.choice(years)}") if years else None


def _lasting(sentence: Sentence, world: World) -> list:  # type: ignore[type-arg]
    return [world.spans[other] for other in world.like(sentence.fact)]


def _says_more(sentence: Sentence) -> bool:
    """Say whether a sentence tells more of the time than the term: a second time, the whole of it."""
    if sentence.fact.kind not in LASTING:
        return True
    return (
        re.search(r"\b(?:second|third|again|time|throughout|all|each|longest|times|total)\b", sentence.text) is not None
    )


def _year(day: int) -> int:
    from datetime import date

    return date.fromordinal(day).year
