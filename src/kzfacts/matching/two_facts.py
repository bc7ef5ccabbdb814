"""What only two facts say together: a comparison of two figures, an order of two events, a date by an event."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kzfacts.factbase import Fact
from kzfacts.factbase.edtf import DateSpan
from kzfacts.finding import Verdict
from kzfacts.language.anchors import dated, find_anchor, without
from kzfacts.language.comparatives import find_comparative
from kzfacts.language.reader import read
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.sequence import find_order
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.aspects import extent
from kzfacts.matching.chronology import YEAR, fill_in, find_events, is_event, judge_order, note_event, tells_apart
from kzfacts.matching.compilation import LASTING_KINDS
from kzfacts.matching.entries import Entries
from kzfacts.matching.events import Event
from kzfacts.matching.explanation import Answer
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.figures import compares_counts, find_figure, judge_figures, one_figure, side
from kzfacts.matching.single_facts import NEAR, VERY_NEAR, SingleFacts
from kzfacts.matching.timing import measure_gap, place_in_time, tell_duration, tell_later

LIKE_EVENTS = 4
"""How many like events a clause without a date may mean."""


class TwoFacts:
    """Has statements answered by two facts of the record; it is the record that `timing` asks of."""

    def __init__(self, entries: Entries, single: SingleFacts) -> None:
        self._entries = entries
        self._single = single

    @property
    def vocabulary(self) -> Vocabulary:
        """The names and words that it knows."""
        return self._entries.vocabulary

    def best_of(self, reading: Reading, found: list[tuple[int, float]]) -> Answer | None:
        """Return the answer that only two facts give together; a question, which claims nothing, has none."""
        if "question" in reading.marks:
            return None
        return (
            self._compare_figures(reading, found)
            or place_in_time(reading, self, self._put_in_order)
            or measure_gap(reading, self)
            or tell_later(reading, self)
            or tell_duration(reading, self)
            or self._put_in_order(reading)
            or self._date_by_event(reading)
        )

    def read(self, text: str) -> Reading:
        """Return the reading of a part of a statement."""
        return read(text, self.vocabulary)

    def best(self, reading: Reading) -> Answer | None:
        """Return the answer that single facts give to a reading, None where there is no candidate."""
        return self._single.best(reading)

    def supporting(self, reading: Reading) -> list[Answer]:
        """Return the answers of all candidates that bear a reading out."""
        return self._single.supporting(reading)

    def like(self, clause: Reading) -> list[Event]:
        """Return the events that have all the names of a clause and nearly all its words, the nearest first."""
        return [Event(when, self._entries.fact(position)) for position, when in self._events(clause)]

    def near(self, reading: Reading) -> Iterator[tuple[Fact, FactReading]]:
        """Yield the facts nearest to a part of a statement, each with what it tells."""
        yield from ((fact, told) for _, fact, told in self._entries.near(reading, NEAR))

    def rarity(self, unit: Unit) -> float:
        """Return how rare a unit is in the record, 0 to 1."""
        return self._entries.rarity(unit)

    def _compare_figures(self, reading: Reading, found: list[tuple[int, float]]) -> Answer | None:
        """Return the answer to a statement that compares two figures; None for any other statement.

        Where the record lacks one of the two, or they are too vague to compare, the answer is absent.
        """
        comparative = find_comparative(reading.text)
        if comparative is None:
            return None
        entries = self._entries
        facts = [(position, entries.told(position)) for position, _ in found if not entries.is_wrong(position)]
        left, right = (
            find_figure(side(reading, span), reading, facts, self.vocabulary)
            for span in (comparative.left, comparative.right)
        )
        if left is not None and right is not None and left.counted.unit is not right.counted.unit:
            judgement = judge_figures(comparative, left, right)
            return Answer(reading, self._entries.fact(left.position), judgement)
        if (left is None and right is None) or not compares_counts(comparative, reading):
            return None
        known = left or right
        assert known is not None
        return Answer(reading, self._entries.fact(known.position), one_figure(known))

    def _put_in_order(self, reading: Reading) -> Answer | None:
        """Return the answer to a statement that puts two recorded events in order, None unless the record has both."""
        order = find_order(reading.text)
        if order is None:
            return None
        sides = [self.read(reading.text[start:end]) for start, end in (order.left, order.right)]
        if not all(is_event(side) for side in sides):
            return None
        sides = [fill_in(side, other) for side, other in (sides, sides[::-1])]
        left, right = (self._events(side) for side in sides)
        judgements = [
            (position, judge_order(order, reading, when, other_when))
            for position, when in left
            for other, other_when in right
            if position != other
        ]
        # of several like events none may say otherwise
        verdicts = {judged.verdict for _, judged in judgements}
        mixed = {Verdict.SUPPORTED, Verdict.CONTRADICTED} <= verdicts
        agreeing = [] if mixed else [pair for pair in judgements if pair[1].verdict is Verdict.SUPPORTED]
        against = judgements if verdicts == {Verdict.CONTRADICTED} and all(map(tells_apart, sides)) else []
        for position, judgement in (*agreeing, *against):
            return Answer(reading, self._entries.fact(position), judgement)
        return None

    def _date_by_event(self, reading: Reading) -> Answer | None:
        """Return the answer to a statement that dates a lasting thing by an event: "X was minister when they signed".

        None for any other statement, and where the record leaves it open. An event that is not on record but has a
        date in the statement itself can show the rest wrong, not right.
        """
        anchor = find_anchor(reading.text)
        if anchor is None or extent.names_a_change(reading.text[: anchor.start] + reading.text[anchor.end :]):
            return None
        clause = self.read(reading.text[anchor.clause : anchor.end])
        event = next(iter(self._events(clause)), None)
        own = next((unit.date.span for unit in clause.units if unit.date is not None), None)
        span = event[1] if event is not None else own
        if span is None or span.last - span.first > YEAR:
            return None
        rest = dated(reading, anchor, span)
        found = self._entries.search(without(reading, anchor.start, anchor.end))
        answer = self._single.best_of(rest, found)
        if answer is None or answer.fact.kind not in LASTING_KINDS:
            return None
        if answer.judgement.verdict is Verdict.ABSENT:
            return answer if event is not None else None
        if event is None and answer.judgement.verdict is Verdict.SUPPORTED:
            return None
        if event is not None:
            note_event(answer.judgement, anchor, self._entries.fact(event[0]))
        return answer

    def _events(self, part: Reading) -> list[tuple[int, DateSpan]]:
        """Return the recorded events that a part of a statement may mean."""
        events = find_events(part.units, self._entries.near(part, VERY_NEAR), self.vocabulary)
        return list(islice(events, LIKE_EVENTS))
