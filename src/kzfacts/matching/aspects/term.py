"""Terms: a date of the statement against the whole time for which a recorded office, membership or status lasted.

Agrees when the date lies within the term, when a longer period takes part in it ("in 2012" of a term from September
2012 on), and when "from", "since", "until" or a verb of beginning or ending ("was appointed", "stepped down") has the
recorded end. Conflicts when the date lies outside, or names another beginning or end. Stays silent where the
record leaves that end of the term open.
"""

from __future__ import annotations

import re
from datetime import timedelta

from kzfacts.factbase.edtf import DateSpan, Term, render
from kzfacts.finding import Relation
from kzfacts.language.date_mentions import DateMention, day_span
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.words import BEGINNINGS, CHANGES, ENDINGS, stem
from kzfacts.matching.aspects.date import FROM_TO
from kzfacts.matching.link import RANK, Link

WEIGHT = 1.0
PART = 28
"""A period of so many days need but touch the term: who was minister from September was minister "in 2012"."""
YEARS = 366
"""A longer period is itself a term: "from 2012 to 2016"."""


def relate(unit: Unit, statement: Reading, term: Term) -> Link:
    """Relate one date unit to the term of a lasting fact."""
    mention = unit.date
    assert mention is not None
    if mention.span is None:
        return Link("date", Relation.INDEPENDENCE, unit, note="give --as-of to resolve it", weight=WEIGHT, hard=True)
    if not mention.year and term.start is not None and term.start.start is not None:
        mention = mention.in_year(term.start.start.year)
    both = _both_bounds(mention, term) if FROM_TO.match(unit.text) else None
    if mention.mode == "until" and term.ongoing and _GOES_ON.search(statement.text):
        both = Relation.FORWARD_ENTAILMENT  # what goes on now may yet end then
    relation = both or compare(mention, term, _turning_point(unit, statement))
    note = "outside the term on record" if relation is Relation.ALTERNATION else ""
    return Link("date", relation, unit, describe(term), note, weight=WEIGHT, hard=True)


_GOES_ON = re.compile(r"^(?!.*\b(?:was|were|had|did)\b).*\b(?:is|are|will|runs?|remains?|has|have)\b", re.I)


def at_present(statement: Reading, term: Term) -> Link | None:
    """Relate the day on which a statement in the present tense is made to the term; None where it says another time.

    What held once is not so now: "is the foreign minister", said when the term was over.
    """
    if statement.as_of is None:
        return None
    verb = _PRESENT.search(statement.text)
    if verb is None or not is_present(statement):
        return None
    day = day_span(statement.as_of.toordinal())
    if day.overlaps(term.possible):
        return None
    unit = Unit("date", verb.group(), verb.start(), verb.end(), -1, ())
    note = f"not on {render(day)}, when the statement was made"
    return Link("date", Relation.ALTERNATION, unit, describe(term), note, weight=WEIGHT, hard=True)


def is_present(statement: Reading) -> bool:
    """Say whether a statement is in the present tense and has no date of its own."""
    dated = any(unit.kind == "date" for unit in statement.units)
    return not dated and bool(_PRESENT.search(statement.text)) and not _PAST.search(statement.text)


_PRESENT = re.compile(
    r"\b(?:(?:is|are)(?: (?:now|currently|still|presently))?|has been|remains?|holds?|heads?|chairs?|leads?|serves?"
    r"|belongs?|sits?|runs|presides|currently|now|at present)\b",
    re.I,
)
_PAST = re.compile(r"\b(?:was|were|had|did|former|formerly|then|once|used to|ex-\w+|will|would|until)\b", re.I)


def compare(mention: DateMention, term: Term, point: str = "") -> Relation:
    """Return the relation of a date to a term.

    ``point`` is "start", "end" or "either" where the statement dates but that turning point.
    """
    span, window = mention.span, mention.window()
    assert span is not None
    assert window is not None
    if mention.mode == "since" or (point == "start" and mention.mode == "in"):
        return _against(span, term.start)
    if mention.mode == "until" or (point == "end" and mention.mode == "in"):
        return Relation.ALTERNATION if term.ongoing else _against(span, term.end)
    if point == "either" and mention.mode == "in":
        return min(_against(span, term.start), _against(span, term.end), key=RANK.__getitem__)
    if not window.overlaps(term.possible):
        return Relation.ALTERNATION
    if mention.mode == "in" and span.last - span.first >= YEARS and not term.held.contains(span):
        return _both_ends(span, term)
    if term.held.contains(window):
        return Relation.REVERSE_ENTAILMENT
    partly = window.overlaps(term.held) and window.last - window.first >= PART
    return Relation.REVERSE_ENTAILMENT if partly else Relation.FORWARD_ENTAILMENT


def _both_bounds(mention: DateMention, term: Term) -> Relation | None:
    """Compare "from A to B" with both ends of a term, None where it is no such thing or the record lacks an end.

    A right beginning with a wrong end, or the other way round, is a mistake; two other dates may name a part of it.
    """
    span = mention.span
    if mention.mode != "in" or span is None or term.start is None or (term.end is None and not term.ongoing):
        return None
    if span.start is None or span.end is None:
        return None
    same_start = _edge(span, term.start, last=False)
    same_end = term.end is not None and _edge(span, term.end, last=True)
    if same_start and same_end:
        return Relation.EQUIVALENCE
    if same_start or same_end:
        return Relation.ALTERNATION
    return Relation.FORWARD_ENTAILMENT if span.overlaps(term.possible) else Relation.ALTERNATION


def _edge(span: DateSpan, end: DateSpan, *, last: bool) -> bool:
    """Say whether the beginning, or the ``last`` day, of a stated period may be that end of a term.

    A period that begins on the first of a month, or of January, may tell no more than the month or the year.
    """
    day = span.end if last else span.start
    assert day is not None
    beside = day + timedelta(days=1) if last else day - timedelta(days=1)
    width = 366 if beside.year != day.year else 31 if beside.month != day.month else 1
    first = span.last - width + 1 if last else span.first
    return DateSpan(first, first + width - 1).overlaps(end)


def _against(span: DateSpan, end: DateSpan | None) -> Relation:
    """Compare a date with one end of a term."""
    if end is None:
        return Relation.FORWARD_ENTAILMENT
    if span.contains(end):
        return Relation.EQUIVALENCE
    return Relation.FORWARD_ENTAILMENT if span.overlaps(end) else Relation.ALTERNATION


def _both_ends(span: DateSpan, term: Term) -> Relation:
    """Compare a stated term of years with the recorded one, by the years of their ends."""
    if term.ongoing:
        return Relation.ALTERNATION
    ends = ((span.start, term.start and term.start.start), (span.end, term.end and term.end.end))
    if any(stated is None or recorded is None for stated, recorded in ends):
        return Relation.FORWARD_ENTAILMENT
    same = all(stated and recorded and stated.year == recorded.year for stated, recorded in ends)
    return Relation.EQUIVALENCE if same else Relation.ALTERNATION


_TOOK_OVER = re.compile(
    r"\bt(?:ake|akes|ook|aking)(?: (?!part\b|place\b)\w+){0,3} (?:over|office|charge|the (?:chair\w*|helm|reins))\b",
    re.I,
)
"""A term begins so, whatever the object stands between."""


def _turning_point(unit: Unit, statement: Reading) -> str:
    """Say whether the verb nearest to a date begins or ends something, or is a change from one to another."""
    change = _TOOK_OVER.search(statement.text)
    if change is not None and not unit.start <= change.start() < unit.end:
        return "either" if " from " in statement.text else "start"
    verbs = [other for other in statement.units if other.kind == "word" and other.clause == unit.clause]
    for other in sorted(verbs, key=lambda other: abs(other.token - unit.token)):
        stems = {stem(word) for word in other.text.lower().split()}
        if stems & BEGINNINGS:
            return "start"
        if stems & ENDINGS:
            return "end"
        if stems & CHANGES:
            return "either"
    return ""


def describe(term: Term) -> str:
    """Put a term in words: "from 28 September 2012 to 28 December 2016", "since 26 September 2025"."""
    start = render(term.start) if term.start else ""
    end = render(term.end) if term.end else ""
    if start and end:
        return f"from {start} to {end}"
    if end:
        return f"until {end}"
    return f"since {start}" if term.ongoing else f"from {start} on"
