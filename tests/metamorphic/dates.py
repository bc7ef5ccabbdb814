"""Another day, month or year in the place of the fact's: never supported, contradicted as the fact's kind demands."""

from __future__ import annotations

import calendar
import re
from random import Random

from kzfacts.factbase.edtf import DateSpan
from metamorphic.dates_in_text import Found, days, months, ordinal, written, years
from metamorphic.model import Sentence
from metamorphic.text import put_all, within
from metamorphic.world import World

LASTING = ("office", "membership", "status")
FIRST_YEAR, LAST_YEAR = 1985, 2030
SHORT = 731
"""How many days a date has at most that tells of a single time; what lasts longer tells of none."""
_AT_LEAST = re.compile(r"\b(?:more than|over|at least)\b", re.I)
_TIMES = re.compile(r"\b(?:between|from|since) (?:[A-Z]\w+ )?(?:19|20)\d\d\b")
_BOUND = re.compile(r"\b(?:since|from|until|to)(?: the (?:end|beginning) of)? (?:\d{1,2} )?(?:[A-Z][a-z]+ )?$")


def another_day(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put another day of the same month, on which no like fact falls, in the place of the fact's."""
    found = days(sentence.text)
    if not found:
        return None
    old = random.choice(found)
    last = calendar.monthrange(old.year, old.month)[1]
    choices = [day for day in range(1, last + 1) if abs(day - old.day) > 1]
    free = [day for day in choices if _free(sentence, world, _span(old.year, old.month, day), old)]
    if not free:
        return None
    new = written(old.year, old.month, random.choice(free))
    return _put_everywhere(sentence.text, old, new)


def another_month(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put another month of the same year, in which no like fact falls, in the place of the fact's."""
    found = days(sentence.text) + months(sentence.text)
    if not found:
        return None
    old = random.choice(found)
    choices = [month for month in range(1, 13) if month != old.month]
    free = [month for month in choices if _free(sentence, world, _span(old.year, month), old)]
    if not free:
        return None
    month = random.choice(free)
    day = min(old.day, 28)
    return _put_everywhere(sentence.text, old, written(old.year, month, day))


def another_year(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put another year, in which no like fact falls, in the place of the fact's, wherever the sentence has it."""
    mentions = world.mentions(sentence.text)
    span = world.spans[sentence.fact.id]
    bounds = {day.year for day in (span.start, span.end) if day is not None}
    found = [year for year in years(sentence.text) if not within(year[:2], mentions)]
    own = sorted({year.year for year in found} & bounds)
    if not own or _is_lower_bound(sentence.text):
        return None
    old = random.choice(own)
    first = next(year for year in found if year.year == old)
    taken = {year.year for year in found}
    choices = [year for year in range(max(old - 9, FIRST_YEAR), min(old + 9, LAST_YEAR) + 1) if year not in taken]
    free = [year for year in choices if _free(sentence, world, _span(year), first)]
    if not free:
        return None
    new = str(random.choice(free))
    return put_all(sentence.text, ((year.start, year.end, new) for year in found if year.year == old))


def another_year_of_an_agreement(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put another year in an agreement, which is made once, with nothing else in the sentence that has a date."""
    single = len({year.year for year in years(sentence.text)}) == 1
    return another_year(sentence, world, random) if single and sentence.fact.kind == "agreement" else None


def _is_lower_bound(text: str) -> bool:
    """Say whether a sentence counts at least so many in a time: what holds of a time holds of a longer one."""
    return bool(_AT_LEAST.search(text) and _TIMES.search(text))


def _span(year: int, month: int = 0, day: int = 0) -> DateSpan:
    first = ordinal(year, month or 1, day or 1)
    last = ordinal(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    return DateSpan(first, last)


def _free(sentence: Sentence, world: World, span: DateSpan, old: Found) -> bool:
    """Say whether no fact with two of the same names, nor the fact itself, may be true of a time.

    A changed beginning or end ("since 1992") is wrong wherever it lies.
    """
    fact = sentence.fact
    lasts = fact.kind in LASTING
    bound = lasts and _BOUND.search(sentence.text[: old.start]) is not None
    if not bound and span.overlaps(world.spans[fact.id]):
        return False
    if lasts and not bound and any(span.overlaps(term) for term in world.terms(fact)):
        return False
    others = (world.spans[other] for other in world.like(fact))
    return not any(
        span.overlaps(other) for other in others if (lasts and not bound) or other.last - other.first <= SHORT
    )


def _put_everywhere(text: str, old: Found, new: str) -> str:
    """Return the text with a date changed where it stands; the same date elsewhere in the sentence is changed too."""
    return text.replace(text[old.start : old.end], new)
