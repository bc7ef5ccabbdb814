"""Statements that date what they tell by another event, or say how long it lasted: "two months after X, Y".

The measure is taken out, the rest judged by itself; then the dates on record are held against the measure.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from msgspec.structs import replace

from kzfacts.finding import Verdict
from kzfacts.language.anchors import lacks_subject, without
from kzfacts.language.distances import Distance, find_distances, find_duration, find_gaps, find_later, tells_of
from kzfacts.language.reading import Reading
from kzfacts.matching import events
from kzfacts.matching.chronology import judge_distance
from kzfacts.matching.events import Event, find_meant, with_subject
from kzfacts.matching.explanation import Answer
from kzfacts.matching.placing import apart, judge_duration, place


class Record(events.Record, Protocol):
    """What is asked of the fact base."""

    def read(self, text: str) -> Reading:
        """Return the reading of a part of a statement."""
        ...

    def best(self, reading: Reading) -> Answer | None:
        """Return the answer that single facts give to a reading."""
        ...

    def supporting(self, reading: Reading) -> list[Answer]:
        """Return the answers of all facts that bear a reading out."""
        ...

    def like(self, clause: Reading) -> list[Event]:
        """Return the events that have all the names of a clause and nearly all its words, the nearest first."""
        ...


def place_in_time(
    statement: Reading, record: Record, put_in_order: Callable[[Reading], Answer | None]
) -> Answer | None:
    """Return the answer to a statement that tells how long after or before an event something was.

    The distance can bear that out, show it wrong, or leave it open where the event is not on record; then it may still
    be what a single fact says, or an order of two events. None where there is nothing of the kind.
    """
    distances = list(find_distances(statement.text))
    placed = [answer for distance in distances if (answer := _placed(statement, distance, record)) is not None]
    borne_out = [answer for answer in placed if answer.judgement.verdict is Verdict.SUPPORTED]
    if borne_out or not placed:
        return next(iter(borne_out), None)
    ordered = put_in_order(statement)
    if ordered is not None and ordered.judgement.verdict is Verdict.SUPPORTED:
        return ordered
    whole = record.best(statement)
    if whole is not None and whole.judgement.verdict is Verdict.SUPPORTED and _says_so(whole, distances[0]):
        return whole
    return placed[0]


def _says_so(answer: Answer, distance: Distance) -> bool:
    """Say whether a fact itself tells of the distance; a loose one, "weeks before", need not be told."""
    wordings = (answer.fact.claim, *answer.fact.paraphrases)
    return not distance.counted or any(tells_of(distance, wording) for wording in wordings)


def _placed(statement: Reading, distance: Distance, record: Record) -> Answer | None:
    """Return the answer to a statement that puts what it tells so far from an event, None where it does not."""
    rest = without(statement, distance.start, distance.end)
    answer = record.best(rest)
    if answer is None or answer.judgement.verdict is Verdict.ABSENT:
        return None
    if answer.judgement.verdict is Verdict.CONTRADICTED:
        return answer if distance.closed else None
    answers = [answer, *record.supporting(rest)]
    told = [other.fact for other in answers]
    clause = with_subject(record.read(statement.text[distance.clause : distance.end]), rest)
    meant = find_meant(clause, rest, record, told)
    placed = place(answers, distance, clause, meant)
    if placed.judgement.verdict is not Verdict.ABSENT or (meant and " " in clause.text):
        return placed
    subject = next((unit for unit in rest.units if unit.kind == "name"), None)
    if subject is not None and lacks_subject(clause):
        clause = replace(clause, units=[subject, *clause.units], frames=None)
    loosely = place(answers, distance, clause, [event for event in record.like(clause) if event.fact not in told])
    return loosely if loosely.judgement.verdict is Verdict.SUPPORTED else placed


def tell_duration(statement: Reading, record: Record) -> Answer | None:
    """Return the answer to a statement that tells how long something lasted, None where the dates do not bear it out.

    What is wrong in it, only a fact that tells the length itself can show: a record may have but a part of the time.
    """
    duration = find_duration(statement.text)
    if duration is None:
        return None
    rest = without(statement, duration.start, duration.end)
    return next((told for answer in record.supporting(rest) if (told := judge_duration(answer, duration))), None)


def measure_gap(statement: Reading, record: Record) -> Answer | None:
    """Return the answer to "four years passed between A and B", None where the record does not bear it out."""
    for gap in find_gaps(statement.text):
        earlier, later = (record.read(statement.text[start:end]) for start, end in (gap.earlier, gap.later))
        ends = find_meant(later, earlier, record, ())
        told = [event.fact for event in ends if event.fact is not None]
        starts = find_meant(earlier, later, record, told)
        for start in starts:
            for end in ends:
                if end.fact is not None and judge_distance(gap.distance, start.when, end.when) is Verdict.SUPPORTED:
                    return apart(statement, gap, start.when, end.when, end.fact)
    return None


def tell_later(statement: Reading, record: Record) -> Answer | None:
    """Return the answer to "X, signed in 2006, was ratified three months later", None where the record is not so.

    The part between commas that has the date, and the rest, must be borne out each by itself.
    """
    later = find_later(statement.text)
    if later is None:
        return None
    dates = [unit for unit in statement.units if unit.kind == "date" and unit.end <= later.start]
    start, end = _segment(statement.text, dates[-1].start) if dates else (0, 0)
    mention = dates[-1].date if dates else None
    if mention is None or mention.span is None or not start < end <= later.start:
        return None
    rest = without(without(statement, later.start, later.end), start, end)
    subject = next((unit for unit in rest.units if unit.kind == "name"), None)
    part = [unit for unit in statement.units if start <= unit.start < end]
    if subject is None or len(part) < 2:
        return None
    told = record.best(replace(statement, units=[subject, *part], frames=None))
    if told is None or told.judgement.verdict is not Verdict.SUPPORTED:
        return None
    answers = [answer for answer in record.supporting(rest) if answer.fact.id != told.fact.id]
    if not answers:
        return None
    placed = place(answers, later, rest, [Event(mention.span)])
    return placed if placed.judgement.verdict is Verdict.SUPPORTED else None


def _segment(text: str, at: int) -> tuple[int, int]:
    """Return the part between commas around an offset; the whole where there is no comma after it."""
    start, end = text.rfind(",", 0, at) + 1, text.find(",", at)
    return start, end if end >= 0 else len(text)
