"""How far from another event something was, by the dates of both on record."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kzfacts.factbase import Fact
from kzfacts.factbase.edtf import DateSpan, parse, parse_term, render
from kzfacts.finding import Verdict
from kzfacts.language.date_mentions import day_span
from kzfacts.language.distances import Distance, Gap
from kzfacts.language.reading import Reading, Unit
from kzfacts.matching.chronology import SCORE, VAGUE, WEEK, judge_distance, tells_apart
from kzfacts.matching.compilation import LASTING_KINDS
from kzfacts.matching.dating import happens_once
from kzfacts.matching.events import Event
from kzfacts.matching.explanation import Answer
from kzfacts.matching.link import Link
from kzfacts.matching.proof import BY_TWO, Judgement


def place(answers: Sequence[Answer], distance: Distance, clause: Reading, events: Sequence[Event]) -> Answer:
    """Hold the dates of what bears out the rest of a statement against those of the events that its clause may mean.

    One pair of dates that fits is enough. The distance is wrong only where no pair can fit, and there is no doubt which
    event is meant.
    """
    judged = [
        (judge_distance(distance, event.when, when), answer, event)
        for answer in answers
        for when in _times(answer)
        for event in events
    ]
    fitting = next((pair for pair in judged if pair[0] is Verdict.SUPPORTED), None)
    if fitting is not None:
        _, answer, event = fitting
        return _with_link(answer, distance, Verdict.SUPPORTED, f"that was {render(event.when)}")
    if not judged:
        return _with_link(answers[0], distance, Verdict.ABSENT, "the event is not on record")
    told = events[0].fact
    note = f"that was {render(events[0].when)}" + (f" ({told.id})" if told is not None else "")
    wrong = all(verdict is Verdict.CONTRADICTED for verdict, _, _ in judged)
    certain = len(events) == 1 and (tells_apart(clause) or _is_once(clause, events[0]))
    return _with_link(answers[0], distance, Verdict.CONTRADICTED if wrong and certain else Verdict.ABSENT, note)


CERTAIN = 0.93
"""How rare, in all, what an event that happens once shares with the sentence must be, for no other to be meant."""


def _is_once(clause: Reading, event: Event) -> bool:
    """Say whether a clause tells of what happens but once, and the event shares so much that it must be meant."""
    once = event.fact is not None and happens_once(event.fact.claim) and happens_once(clause.text)
    return once and event.shared >= CERTAIN


def _times(answer: Answer) -> list[DateSpan]:
    """Return when what a fact tells was: the date that the statement itself gives of it, else beginning and end."""
    when = parse(answer.fact.when)
    own = [unit.date.span for unit in answer.reading.units if unit.date is not None and unit.date.span is not None]
    finer = next(
        (span for span in own if when.overlaps(span) and span.last - span.first < when.last - when.first), None
    )
    if finer is not None:
        return [DateSpan(max(when.first, finer.first), min(when.last, finer.last))]
    term = parse_term(answer.fact.when) if answer.fact.kind in LASTING_KINDS else None
    return [end for end in (term.start, term.end) if end is not None] if term is not None else [when]


def _with_link(answer: Answer, distance: Distance, verdict: Verdict, note: str) -> Answer:
    """Return an answer with the distance as a step of its proof, and the verdict that it makes."""
    text = answer.reading.text[distance.start : distance.end]
    unit = Unit("date", text, distance.start, distance.end, -1, ())
    link = Link("order", BY_TWO[verdict], unit, render(parse(answer.fact.when)), note)
    links = [*answer.judgement.links, link]
    return answer._replace(judgement=replace(answer.judgement, verdict=verdict, links=links))


def judge_duration(answer: Answer, duration: Distance) -> Answer | None:
    """Return an answer with the length of time that the record bears out, None where its dates do not tell."""
    when, kind = parse(answer.fact.when), answer.fact.kind
    if kind in LASTING_KINDS:
        term = parse_term(answer.fact.when)
        start, end = (term.start, term.end) if term is not None else (None, None)
        if term is not None and term.ongoing:
            end = _said_on(answer)
        if start is None or end is None:
            return None
        least, most = end.first - start.last, end.last - start.first
    else:
        least = most = when.last - when.first + 1
        if most > DAYS or duration.size > WEEK or most == 1 or _is_month(when):
            return None
    middle = (least + most) / 2
    if not duration.low <= middle <= duration.high or most - least > VAGUE * duration.size:
        return None
    return _with_link(answer, duration, Verdict.SUPPORTED, "by the dates of the record")


DAYS = 21
"""A longer event is dated by the time in which it fell, and not by its days."""


def _is_month(when: DateSpan) -> bool:
    """Say whether a span is whole months: when in them the event was, is not on record."""
    start, end = when.start, when.end
    return start is not None and end is not None and start.day == 1 and end.day >= MONTH_END


MONTH_END = 28
"""From this day on, the last of a span may be the last of its month."""


def _said_on(answer: Answer) -> DateSpan | None:
    """Return the time up to which a statement reckons: its own date, or the day on which it is made."""
    own = [unit.date.span for unit in answer.reading.units if unit.date is not None and unit.date.span is not None]
    if len(own) == 1:
        return own[0]
    as_of = answer.reading.as_of
    return day_span(as_of.toordinal()) if as_of is not None and not own else None


def apart(statement: Reading, gap: Gap, earlier: DateSpan, later: DateSpan, fact: Fact) -> Answer:
    """Return the answer to a statement of two events that the record has as far apart as it says."""
    links = []
    for (start, end), when in ((gap.earlier, earlier), (gap.later, later)):
        unit = Unit("word", statement.text[start:end], start, end, -1, ())
        links.append(Link("order", BY_TWO[Verdict.SUPPORTED], unit, render(when)))
    return Answer(statement, fact, Judgement(Verdict.SUPPORTED, SCORE, links))
