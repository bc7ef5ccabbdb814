"""Dates: when the statement says it was, against when the record has it.

Agrees when the record's date lies inside the statement's ("autumn 2014" of 9 October), or, for a state that
lasted, the other way round. Conflicts when they are disjoint and the event happened but once: a signing,
an accession, a first visit, or anything within the same year. Stays silent when the statement is more
precise than the record, or speaks of another year in which the like may have happened too.
"""

from __future__ import annotations

import re

from kzfacts.factbase.edtf import DateSpan, render
from kzfacts.finding import Relation
from kzfacts.language.dates import DateMention
from kzfacts.language.reading import Unit
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import RANK, Link

WEIGHT = 1.0
"""How much hangs on a date, as on a plain content word."""
UNDATED_WEIGHT = 0.3
"""... where the fact has none to hold it against."""


def relate(unit: Unit, fact: FactReading, lasting: bool, once: bool, occasion: bool) -> Link:
    """Relate one date unit to the fact.

    ``lasting`` facts hold all through their date, ``once`` ones never recur; with ``occasion`` the record's own
    date is only that of the speaking, and says nothing of what was spoken of.
    """
    mention = unit.date
    assert mention is not None
    if mention.span is None:
        return Link("date", Relation.INDEPENDENCE, unit, note="give --as-of to resolve it", weight=WEIGHT, hard=True)
    if not fact.dates:
        return Link("date", Relation.INDEPENDENCE, unit, note="the text has no date", weight=UNDATED_WEIGHT)
    pairs = _with_each_date(unit, mention, fact, lasting, occasion)
    whole: list[DateSpan | None] = []
    if _BOTH_ENDS.match(unit.text):
        whole = [other.date.span for other in fact.claim.units if other.date and _BOTH_ENDS.match(other.text)]
        pairs = [pair for pair in pairs if pair[1].span in whole] or pairs
        pairs = [(_compare_ends(relation, mention, other, whole), other) for relation, other in pairs]
    best, rival = _strongest(mention, pairs)
    bounds = rival is not None and mention.mode == rival.mode and mention.mode in _LIMITS
    if best is Relation.ALTERNATION and not (once or bounds or _is_same_time(mention, rival, fact)):
        best = Relation.INDEPENDENCE
    if best is Relation.ALTERNATION and _is_within(mention, fact.when):
        best = Relation.FORWARD_ENTAILMENT  # a day of three
    ends = best is Relation.ALTERNATION and rival is not None and (bounds or rival.span in whole)
    told = _text(rival) if rival is not None else ""
    return Link("date", best, unit, told, OTHER_ENDS if ends else "", WEIGHT, hard=True)


Pair = tuple[Relation, DateMention]
"""How a date of the statement relates to one of the fact."""


def _with_each_date(unit: Unit, mention: DateMention, fact: FactReading, lasting: bool, occasion: bool) -> list[Pair]:
    """Return how a date relates to each date of the fact that can be meant."""
    by_ends = FROM_TO.match(unit.text) and not _is_day(mention)
    pairs: list[Pair] = []
    for told in fact.dates:
        other = _placed(told, mention)
        if occasion and _is_of(other, fact.when):
            continue
        relation = compare(_placed(mention, other), other, lasting)
        if relation is Relation.ALTERNATION and other.mode in ("before", "after"):
            continue  # what came before September did not come in September, but who says that this is what is dated?
        inside = _is_day(other) or (not lasting and _is_part(other, mention))
        if relation is Relation.REVERSE_ENTAILMENT and by_ends and inside:
            relation = Relation.FORWARD_ENTAILMENT  # a day in between bears out neither end
        pairs.append((relation, other))
    return pairs


def _is_same_time(mention: DateMention, rival: DateMention | None, fact: FactReading) -> bool:
    """Say whether a date that excludes the record's dates the same event for all that.

    Both are terms, or near to each other, or one is a slip for the other.
    """
    if rival is not None and ((_is_term(rival.span) and _is_term(mention.span)) or _is_slip(mention, rival)):
        return True
    dated = any(other.date is not None for other in fact.claim.units)
    return dated and _near(mention, fact)


_LIMITS = frozenset(("until", "by"))


def _is_slip(mention: DateMention, other: DateMention) -> bool:
    """Say whether two days differ but in their month, or but in their year: a slip of the pen, and no other event."""
    mine, theirs = mention.span, other.span
    if mine is None or theirs is None or not (_is_day(mention) and _is_day(other)):
        return False
    first, second, end, other_end = mine.start, theirs.start, mine.end, theirs.end
    if first is None or second is None or end is None or other_end is None:
        return False
    same_days = (first.day, end.day) == (second.day, other_end.day) and mine.last - mine.first < WEEK
    return same_days and (first.month == second.month) is not (first.year == second.year)


WEEK = 7


def _is_part(other: DateMention, mention: DateMention) -> bool:
    """Say whether a date is but a part of a period: what happened in 2014 does not tell that it lasted to 2017."""
    if other.span is None or mention.span is None:
        return False
    return other.span.last - other.span.first <= HALF * (mention.span.last - mention.span.first)


HALF = 0.5
"""What is shorter than this share of a period is but a part of it."""

OTHER_ENDS = "the record gives that period another beginning or end"


def _is_within(mention: DateMention, when: DateSpan | None) -> bool:
    """Say whether a date lies in the few days that an event lasted."""
    window = mention.window()
    return window is not None and when is not None and when.last - when.first < MONTH and when.contains(window)


FROM_TO = re.compile(r"(?:as .{1,40} )?from\b.+\b(?:to|until|till|through)\b", re.I)
"""A period told by both of its ends."""


_BOTH_ENDS = re.compile(
    r"(?:as .{1,40} )?(?:from|between) .+ (?:to|until|till|through|and) |\d{4} ?[-–/] ?\d{2,4}$", re.I
)
"""A period told by both of its ends, in words or figures."""


def _compare_ends(
    relation: Relation, mention: DateMention, other: DateMention, whole: list[DateSpan | None]
) -> Relation:
    """Return the relation of a period told by both ends: two such that share but one end exclude each other."""
    mine, theirs = mention.span, other.span
    if (
        mine is None
        or theirs is None
        or theirs not in whole
        or (mine.first == theirs.first) is (mine.last == theirs.last)
    ):
        return relation
    return Relation.ALTERNATION


def _is_day(mention: DateMention) -> bool:
    return mention.span is not None and mention.span.last - mention.span.first < MONTH


def _is_of(mention: DateMention, when: DateSpan | None) -> bool:
    """Say whether a date names the day or period ``when``, closely or loosely."""
    return when is not None and mention.span is not None and mention.span.overlaps(when)


def _strongest(statement: DateMention, relations: list[Pair]) -> tuple[Relation, DateMention | None]:
    """Return the relation that counts: agreement with any date, else that with the record's finest dates."""
    if not relations:
        return Relation.INDEPENDENCE, None
    if statement.mode in ("by", "until"):  # a deadline is held against the record's deadline, if it has one
        relations = [item for item in relations if item[1].mode == statement.mode] or relations
    apart = [other for relation, other in relations if relation is Relation.ALTERNATION]
    finest = [
        (relation, other)
        for relation, other in relations
        if relation is not Relation.FORWARD_ENTAILMENT or not any(_holds(other, finer) for finer in apart)
    ]
    return min(finest, key=lambda pair: (RANK[pair[0]], _difference(statement, pair[1])))


def _difference(mention: DateMention, other: DateMention) -> int:
    """Return by how many days two dates differ in precision: days are held against days, terms against terms."""
    lengths = [span.last - span.first for span in (mention.span, other.span) if span is not None]
    return abs(lengths[0] - lengths[-1])


def _holds(coarse: DateMention, fine: DateMention) -> bool:
    if coarse.span is None or fine.span is None:
        return False
    ends_then = coarse.mode == "until" and coarse.span.last == fine.span.last < fine.span.first + WEEK
    return ends_then or coarse.span.contains(fine.span)


def compare(statement: DateMention, fact: DateMention, lasting: bool) -> Relation:
    """Return the relation of two dated claims that are alike in all else."""
    window, other = statement.window(), fact.window()
    if window is None or other is None or fact.span is None or statement.span is None:
        return Relation.INDEPENDENCE
    if statement.mode == fact.mode == "by":
        return Relation.EQUIVALENCE if window.last == other.last else Relation.ALTERNATION
    if statement.mode in ("since", "until") or fact.mode in ("since", "until"):
        return _compare_bounds(statement, fact, window, other, lasting)
    if fact.mode == "by" and lasting and window.last < fact.span.first:
        return Relation.FORWARD_ENTAILMENT  # what held by June need not have held years before
    if window == other:
        return Relation.EQUIVALENCE
    if window.contains(other):
        whole = lasting and statement.mode == "in" and _is_term(window)  # seen in 2014 is not "from 2012 to 2015"
        return Relation.FORWARD_ENTAILMENT if whole else Relation.REVERSE_ENTAILMENT
    if not window.overlaps(other):
        return Relation.ALTERNATION
    if other.contains(window):
        return Relation.REVERSE_ENTAILMENT if lasting else Relation.FORWARD_ENTAILMENT
    return Relation.ALTERNATION if _is_term(window) and _is_term(other) else Relation.FORWARD_ENTAILMENT


def _is_term(span: DateSpan | None) -> bool:
    """Say whether a span is a term of years, such as 2017 to 2018: two of them that differ exclude each other."""
    return span is not None and SHORTEST_TERM < span.last - span.first + 1 < LONGEST_TERM


SHORTEST_TERM, LONGEST_TERM = 366, 40_000
"""Between so many days, that is more than a year and about a century, a span is a term."""


def _compare_bounds(
    statement: DateMention, fact: DateMention, window: DateSpan, other: DateSpan, lasting: bool
) -> Relation:
    """Compare "since" and "until", which name one end of a state."""
    assert statement.span is not None
    assert fact.span is not None
    if statement.mode == fact.mode:
        return Relation.EQUIVALENCE if statement.span.overlaps(fact.span) else Relation.ALTERNATION
    if fact.mode == "since" and statement.mode in ("in", "by") and not lasting:
        return compare(statement, DateMention(fact.span), lasting)
    if fact.mode == "since" and statement.mode in ("in", "by"):
        return Relation.REVERSE_ENTAILMENT if other.overlaps(window) else Relation.ALTERNATION
    if statement.mode == "since" and statement.span.contains(fact.span):
        return Relation.REVERSE_ENTAILMENT
    return Relation.FORWARD_ENTAILMENT


def _placed(mention: DateMention, other: DateMention) -> DateMention:
    """Move a date without its year into the year of the record's date."""
    if other.span is None or mention.span is None or mention.year or not other.year or other.span.start is None:
        return mention
    return mention.in_year(other.span.start.year)


def _near(mention: DateMention, fact: FactReading) -> bool:
    """Say whether the statement dates the record's event but for day or month: in its year or within half a year."""
    if not mention.year:
        return True
    span = mention.span
    assert span is not None
    for other in fact.dates:
        theirs = other.span
        if theirs is None or theirs.start is None or theirs.last - theirs.first >= LOOSE:
            continue
        if span.start is not None and span.start.year == theirs.start.year:
            return True
        if (
            span.last - span.first < MONTH
            and min(abs(span.first - theirs.last), abs(theirs.first - span.last)) < HALF_YEAR
        ):
            return True
    return False


MONTH, HALF_YEAR = 32, 183
LOOSE = 300
"""A date of the record that is coarser, in days, is near to none."""


def _text(mention: DateMention) -> str:
    """Return a date of the record in words: "2014", "since May 2010"; "" for one that is not resolved."""
    span = mention.span
    if span is None:
        return ""
    lead = "" if mention.mode == "in" else mention.mode + " "
    return lead + render(span)
