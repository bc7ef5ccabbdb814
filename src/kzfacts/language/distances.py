"""How far from an event a statement puts what it tells: "two months after the summit", "the day before he left".

Recognises the construction, cuts out the adjunct and reads the measure as days; when the event was is for the record
to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from kzfacts.factbase.edtf import DateSpan
from kzfacts.language.date_mentions import span_of
from kzfacts.language.lazy_patterns import compiled
from kzfacts.language.number_words import SMALL, TENS, whole_number

UNDER = ("less than", "fewer than", "under", "just under", "well under", "not quite", "barely", "within", "inside")
NEARLY = ("nearly", "almost", "close to")
OVER = (
    "more than",
    "at least",
    "over",
    "just over",
    "a little over",
    "a little more than",
    "well over",
    "no less than",
)
ROUGHLY = (
    "some",
    "about",
    "around",
    "roughly",
    "approximately",
    "just",
    "only",
    "exactly",
    "precisely",
    "a mere",
    "as",
)
"""Words before a measure, by what they make of it."""

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_WHOLE = rf"\d+|(?:{'|'.join(TENS)})(?:[ -](?:{_ONES}))?|{'|'.join(word for word in SMALL if word != 'zero')}"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|decade)s?"
_LOOSE = r"a few|several|a couple of|many|some"
_COUNT = rf"half an?|the(?: very)?(?: (?:same|next))?|{_LOOSE}|an?|{_WHOLE}"
_ABOUT = "|".join(sorted((*UNDER, *NEARLY, *OVER, *ROUGHLY), key=len, reverse=True))
MEASURE = (
    rf"\b(?:(?P<about>{_ABOUT}) )?(?:(?P<count>{_COUNT})(?P<half> and a half)?(?: full| short)?[ -])?{_UNIT}"
    r"(?P<halved> and a half)?"
)
"""A length of time, such as "almost two and a half years"; the groups are for `measured`."""
_AWAY = rf"{MEASURE} (?P<word>after|before|following|ahead of|prior to|later than|earlier than)\b"

_SIZES = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
_SLACK = {"day": 0, "week": 3, "fortnight": 4, "month": 18, "year": 183, "decade": 1096}
"""How many days either way a stated distance may be off."""
_LOOSELY = {
    "a few": (2, 9),
    "several": (3, 11),
    "a couple of": (1.5, 3),
    "many": (4, 60),
    "some": (2, 12),
    "": (1.2, 10),
}
"""Between how many of a unit a loose count may lie; "" stands for the bare plural, "weeks before"."""
_MANY = 0.1
"""By what share of itself a measure may be off that is called a rough one."""
_THE_NEXT = 1.6
"""How many of its unit "the month after" may lie off: it is the next of the calendar."""
_SHORT = 0.1
"""By what share of itself a measure may be short that is nearly reached."""
_OVER_BY = 1.5
"""How many times itself a measure may be that is more than reached, unless it is but one unit more."""
_BEFORE = ("before", "ahead of", "prior to", "earlier than")
MOST = 8
"""At how many places the clause of an event may be taken to end."""


class Measure(NamedTuple):
    """A length of time in days: the least and the most that the words allow, and the ``size`` of their unit."""

    low: int
    high: int
    size: float


class Distance(NamedTuple):
    """An adjunct such as "two months after the summit": where it stands, and how many days off it puts the rest.

    ``low`` and ``high`` bound the days from the event of the clause to what the statement tells; they are negative
    where that came before. ``size`` is the length of the unit that the statement reckons in.
    """

    start: int
    end: int
    clause: int
    low: int
    high: int
    size: float = 30.44
    closed: bool = True  # the clause ends at a comma, or with the sentence
    counted: bool = True  # by a number: "two months", not "weeks"


def measured(match: re.Match[str]) -> Measure | None:
    """Return what a match of `MEASURE` measures, None where the words make no measure ("day before")."""
    unit, count, about = match["unit"].lower(), (match["count"] or "").lower(), (match["about"] or "").lower()
    size, slack = _SIZES[unit], _SLACK[unit]
    many = match.group()[match.end("unit") - match.start() :].lower().startswith("s")
    half = 0.5 if match["half"] or match["halved"] else 0.0
    if count.startswith("the"):
        return Measure(1, max(1, round(_THE_NEXT * size)), size) if not many else None
    if not count and not about and match.start() and not many:
        return None
    if count in _LOOSELY:
        if not many:
            return None
        least, most = _LOOSELY[count]
        return Measure(round(least * size), round(most * size), size)
    number = 0.5 if count.startswith("half") else half + whole_number(count)
    days = round(number * size)
    if about in UNDER:
        return Measure(0, days, size)
    if about in NEARLY:
        return Measure(round(days - max(size / 2, _SHORT * days)), days + (size > 1), size)
    if about in OVER:
        return Measure(days, round(max(days + size, _OVER_BY * days)), size)
    if number < 1:
        slack = 2 * slack // 3
    if about and about not in ("exactly", "precisely"):
        slack = max(slack, round(_MANY * days))
    return Measure(days - slack, days + slack, size)


def find_distances(text: str) -> Iterator[Distance]:
    """Yield the adjuncts that say how far from an event something was, for each place where the clause may end."""
    lower = text.lower()
    if not any(word in lower for word in (" after ", " before ", " following ", " ahead of ", " prior ", " than ")):
        return
    for match in compiled(_AWAY).finditer(text):
        measure = measured(match)
        clause = match.end() + 1
        if measure is None or clause >= len(text) or lower[clause:].startswith(_NO_EVENT):
            continue
        low, high = measure.low, measure.high
        if match["word"].lower() in _BEFORE:
            low, high = -high, -low
        for end in islice(_ends(text, match.start(), clause), MOST):
            closed = text[end : end + 1] == "," or not text[end:].strip(" .!?")
            counted = (match["count"] or "").lower() not in _LOOSELY
            yield Distance(match.start(), end, clause, low, high, measure.size, closed, counted)


def tells_of(distance: Distance, text: str) -> bool:
    """Say whether a text has a length of time in it that a distance may be, and not the other way round."""
    low, high = sorted((abs(distance.low), abs(distance.high)))
    for match in compiled(MEASURE).finditer(text):
        measure = measured(match)
        earlier = bool(compiled(_EARLIER).match(text[match.end() :]))
        turned = earlier != (distance.high <= 0)
        if measure is not None and not turned and measure.low <= high and low <= measure.high:
            return True
    return False


_EARLIER = r" (?:before|earlier|ahead|prior)\b"
_NO_EVENT = ("tomorrow", "yesterday", "that ", "this ", "last ", "next ", "all ", "time")


def _ends(text: str, start: int, clause: int) -> Iterator[int]:
    """Yield where the clause of an event may end: at a comma, or at the sentence's end where it stands last.

    In front it may also run on into what the statement tells: "Two years after its founding the league met".
    """
    comma = text.find(",", clause)
    leading = not text[:start].strip(" ,")
    if comma >= 0:
        yield comma
    elif not leading:
        yield len(text.rstrip(" .!?"))
    stop = comma if comma >= 0 else len(text)
    pattern = _SUBJECT if leading else _GOES_ON
    yield from (found.start() + clause for found in compiled(pattern).finditer(text[clause:stop]) if found.start())


_GOES_ON = r" that (?=\S)"
_INSIDE = "of in to on at the an a and with for by its his her their from between".split()
_SUBJECT = "".join(rf"(?<!\b{word})" for word in _INSIDE) + r" (?=(?-i:[A-Z\d])|(?:the|an?|its|his|her|their|it) )"
"""Where the subject of a sentence may begin."""


_LATER_ON = rf"{MEASURE} (?:later|afterwards?|on)\b(?= |[,.!?]|$)(?! than\b)"


def find_later(text: str) -> Distance | None:
    """Return the adverb that dates something by what was told before: "signed in May, it was ratified a year later".

    Its clause is all that stands before it.
    """
    for match in compiled(_LATER_ON).finditer(text):
        measure = measured(match)
        if measure is not None and match.start() and (match["count"] or match["about"]):
            return Distance(match.start(), match.end(), 0, measure.low, measure.high, measure.size)
    return None


_VERBS = "lasted|lasting|took|taking|spent|spending|stayed|ran|in|for|over"
_LASTED = rf"\b(?P<verb>{_VERBS})(?P<gap> (?:for )?){MEASURE}(?! (?:ago|old|earlier|later))"


def find_duration(text: str) -> Distance | None:
    """Return for how long a statement says that something was: "spent two days in", "was minister for six years"."""
    for match in compiled(_LASTED).finditer(text):
        measure = measured(match)
        if measure is None or not match["count"] or match["count"].lower().startswith("the"):
            continue
        if match["verb"].lower() in ("in", "over") and measure.size > 1:
            continue  # "the first in eleven years"
        return Distance(match.end("gap"), match.end(), match.end(), measure.low, measure.high, measure.size)
    return None


_PASSED = rf"^{MEASURE} (?:had )?(?:passed|went by|gone by|elapsed|lay|lie) between (?P<rest>.+? and .+)$"


class Gap(NamedTuple):
    """Two events as (start, end) offsets in a text, and how many days lay between them."""

    earlier: tuple[int, int]
    later: tuple[int, int]
    distance: Distance


def find_gaps(text: str) -> Iterator[Gap]:
    """Yield the readings of "four years passed between the signing and the entry into force", one for each "and"."""
    match = compiled(_PASSED).match(text)
    measure = measured(match) if match is not None else None
    if match is None or measure is None:
        return
    start, end = match.start("rest"), len(text.rstrip(" .!?"))
    for joint in compiled(" and ").finditer(text, start, end):
        distance = Distance(0, start, start, measure.low, measure.high, measure.size)
        yield Gap((start, joint.start()), (joint.end(), end), distance)


_DAYS = {"christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "new year's eve": (12, 31)}
_DAY = rf"^(?:the )?(?P<day>{'|'.join(_DAYS)})(?:,? (?P<year>\d{{4}}))$"


def named_day(text: str) -> DateSpan | None:
    """Return the day of the calendar that a clause names, with its year: "Christmas 2014"; None for another clause."""
    match = compiled(_DAY).match(text.replace("’", "'").strip())
    return span_of(int(match["year"]), *_DAYS[match["day"].lower()]) if match else None
