"""A statement in, a finding out: the one place where the steps meet.

Read the statement, find candidate facts, compare it with each, take the strongest verdict; a statement of
several assertions is judged part by part where no fact answers the whole. Nothing here reads files, looks at
the clock or prints.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

import msgspec

from kzfacts.factbase import Fact, FactBase
from kzfacts.factbase.edtf import DateSpan
from kzfacts.finding import Beside, Finding, Related, Relation, Verdict
from kzfacts.language.anchors import dated, find_anchor, without
from kzfacts.language.clauses import leaves_out, split
from kzfacts.language.comparatives import find_comparative
from kzfacts.language.reader import read
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.sequence import find_order
from kzfacts.language.text import REMEMBERED
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.aspects import extent
from kzfacts.matching.choosing import choose
from kzfacts.matching.chronology import (
    YEAR,
    fill_in,
    find_events,
    is_event,
    judge_order,
    note_event,
    tells_apart,
)
from kzfacts.matching.comparison import compare
from kzfacts.matching.compilation import LASTING_KINDS, compile_base, decode_readings, gather_fact
from kzfacts.matching.events import Event
from kzfacts.matching.explanation import Answer, explain
from kzfacts.matching.fact_reading import FactReading, gather
from kzfacts.matching.figures import compares_counts, find_figure, judge_figures, one_figure, side
from kzfacts.matching.link import Link
from kzfacts.matching.mistakes import makes_the_mistake
from kzfacts.matching.nearness import share_met, speaks_to
from kzfacts.matching.proof import Judgement, Policy, misstated, quoted
from kzfacts.matching.retrieval import Index
from kzfacts.matching.timing import measure_gap, place_in_time, tell_duration, tell_later
from kzfacts.matching.verbatim import is_wording
from kzfacts.matching.withholding import withheld

CANDIDATES = 8
"""How many facts are compared with a statement, and how many misstatements."""
NEAR, VERY_NEAR = 0.45, 0.6
"""The share of a statement's weight that a fact, or a misstatement, must have to be compared at all."""
SOME, MUCH = 0.6, 0.85
"""The share of a statement's units that a fact, or a misstatement, must tell anything of."""
AT_HOME = 0.5
"""The share of a fact's claim that a part of a statement must have to be contradicted by it."""
LIKE_EVENTS = 4
"""How many like events a clause without a date may mean."""
RELATED = 3
"""How many near facts an absent finding names."""


class Heard(NamedTuple):
    """The answers to a statement: to the whole and, where that settles nothing, to parts; and what was retrieved.

    ``found`` are entries of the index with their shares of the statement's weight, best first.
    """

    whole: Answer | None
    parts: list[Answer]
    found: list[tuple[int, float]]


class Checker:
    """Checks statements against a fact base; make one and use it for many statements."""

    def __init__(self, fact_base: FactBase, policy: Policy | None = None) -> None:
        self.fact_base = fact_base
        self.policy = policy or Policy()
        compiled = compile_base(fact_base)
        self._vocabulary = Vocabulary(compiled.vocabulary)
        self._compiled = compiled
        self._gathered: dict[int, FactReading] = {}
        self._index = Index(compiled.keys, compiled.postings, compiled.sizes)

    @property
    def vocabulary(self) -> Vocabulary:
        """The names and words that it knows."""
        return self._vocabulary

    @cached_property
    def _home(self) -> dict[int, int]:
        """The entry of each fact's own wordings, by the fact's position."""
        return {fact: entry for entry, fact in reversed(list(enumerate(self._compiled.facts)))}

    def check(self, statement: str, as_of: date | None = None) -> Finding:
        """Return the finding for one statement, said on the day ``as_of`` (needed for "last year" and the like)."""
        heard = self.hear(statement, as_of)
        related = tuple(self._related(heard.found, RELATED))
        finding = explain(statement, heard.whole, heard.parts, related, self.fact_base)
        if finding.verdict is Verdict.ABSENT or finding.score >= self.policy.min_score:
            return finding
        return withheld(finding, self.policy.min_score, self._related(heard.found, len(heard.found)))

    def hear(self, statement: str, as_of: date | None = None) -> Heard:
        """Return what the candidates say to a statement, before it is put into a finding."""
        reading = read(statement, self._vocabulary, as_of)
        found = self._index.search(reading, self._vocabulary)
        whole = self._by_two_facts(reading, found) or self._best(reading, found)
        parts: list[Answer] = []
        if whole is None or whole.judgement.verdict is Verdict.ABSENT:
            split_up = split(reading)
            answers = [self.best(part) for part in split_up]
            parts = [answer for answer in answers if answer is not None]
            if len(parts) < len(answers) or leaves_out(reading, split_up):  # not all is known: nothing bears it out
                parts = [part for part in parts if part.judgement.verdict is Verdict.CONTRADICTED]
            parts = [part for part in parts if not _is_stray(part.judgement)]
        return Heard(whole, parts, found)

    def judged_by(self, fact_id: str, statement: str, as_of: date | None = None) -> Judgement:
        """Return what one fact by itself makes of a statement; raises KzfactsError where there is none."""
        wanted = self.fact_base.fact(fact_id)
        position = next(home for fact, home in self._home.items() if self.fact_base.facts[fact].id == wanted.id)
        reading = read(statement, self._vocabulary, as_of)
        return self._answer_by(position, share_met(reading, self._gather(position)), reading).judgement

    def entries(self, statement: str, as_of: date | None = None) -> list[tuple[Fact, bool]]:
        """Return what is retrieved for a statement, best first: facts, with True where it is a misstatement of one."""
        wrong = self._compiled.wrong
        found = self._index.search(read(statement, self._vocabulary, as_of), self._vocabulary)
        return [(self._fact(position), bool(wrong[position])) for position, _ in found]

    def search(self, text: str, limit: int = 10) -> list[Related]:
        """Return the facts nearest to ``text``, best first, with retrieval scores from 0 to 1."""
        reading = read(text, self._vocabulary)
        return self._related(self._index.search(reading, self._vocabulary), limit)

    def _related(self, found: list[tuple[int, float]], limit: int) -> list[Related]:
        compiled = self._compiled
        facts = ((compiled.facts[position], score) for position, score in found if not compiled.wrong[position])
        return [Related(self.fact_base.facts[fact], round(score, 4)) for fact, score in islice(facts, limit)]

    def _by_two_facts(self, reading: Reading, found: list[tuple[int, float]]) -> Answer | None:
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

    def _compare_figures(self, reading: Reading, found: list[tuple[int, float]]) -> Answer | None:
        """Return the answer to a statement that compares two figures; None for any other statement.

        Where the record lacks one of the two, or they are too vague to compare, the answer is absent.
        """
        comparative = find_comparative(reading.text)
        if comparative is None:
            return None
        facts = [(position, self._gather(position)) for position, _ in found if not self._compiled.wrong[position]]
        left, right = (
            find_figure(side(reading, span), reading, facts, self._vocabulary)
            for span in (comparative.left, comparative.right)
        )
        if left is not None and right is not None and left.counted.unit is not right.counted.unit:
            judgement = judge_figures(comparative, left, right)
            return Answer(reading, self._fact(left.position), judgement)
        if (left is None and right is None) or not compares_counts(comparative, reading):
            return None
        known = left or right
        assert known is not None
        return Answer(reading, self._fact(known.position), one_figure(known))

    def _put_in_order(self, reading: Reading) -> Answer | None:
        """Return the answer to a statement that puts two recorded events in order, None unless the record has both."""
        order = find_order(reading.text)
        if order is None:
            return None
        sides = [read(reading.text[start:end], self._vocabulary) for start, end in (order.left, order.right)]
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
            return Answer(reading, self._fact(position), judgement)
        return None

    def _events(self, part: Reading) -> list[tuple[int, DateSpan]]:
        """Return the recorded events that a part of a statement may mean."""
        return list(islice(find_events(part.units, self._facts_near(part, VERY_NEAR), self._vocabulary), LIKE_EVENTS))

    def read(self, text: str) -> Reading:
        """Return the reading of a part of a statement."""
        return read(text, self._vocabulary)

    def best(self, reading: Reading) -> Answer | None:
        """Return the answer that single facts give to a reading, None where there is no candidate."""
        return self._best(reading, self._index.search(reading, self._vocabulary))

    def supporting(self, reading: Reading) -> list[Answer]:
        """Return the answers of all candidates that bear a reading out."""
        found = self._index.search(reading, self._vocabulary)
        answers = (self._answer_by(position, 0.0, reading) for position in self._candidates(reading, found))
        return [answer for answer in answers if answer.judgement.verdict is Verdict.SUPPORTED]

    def like(self, clause: Reading) -> list[Event]:
        """Return the events that have all the names of a clause and nearly all its words, the nearest first."""
        return [Event(when, self._fact(position)) for position, when in self._events(clause)]

    def near(self, reading: Reading) -> Iterator[tuple[Fact, FactReading]]:
        """Yield the facts nearest to a part of a statement, each with what it tells."""
        yield from ((fact, told) for _, fact, told in self._facts_near(reading, NEAR))

    def rarity(self, unit: Unit) -> float:
        """Return how rare a unit is in the record, 0 to 1."""
        return self._index.rarity(unit, self._vocabulary)

    def _date_by_event(self, reading: Reading) -> Answer | None:
        """Return the answer to a statement that dates a lasting thing by an event: "X was minister when they signed".

        None for any other statement, and where the record leaves it open. An event that is not on record but has a
        date in the statement itself can show the rest wrong, not right.
        """
        anchor = find_anchor(reading.text)
        if anchor is None or extent.names_a_change(reading.text[: anchor.start] + reading.text[anchor.end :]):
            return None
        clause = read(reading.text[anchor.clause : anchor.end], self._vocabulary)
        event = next(iter(self._events(clause)), None)
        own = next((unit.date.span for unit in clause.units if unit.date is not None), None)
        span = event[1] if event is not None else own
        if span is None or span.last - span.first > YEAR:
            return None
        rest = dated(reading, anchor, span)
        found = self._index.search(without(reading, anchor.start, anchor.end), self._vocabulary)
        answer = self._best(rest, found)
        if answer is None or answer.fact.kind not in LASTING_KINDS:
            return None
        if answer.judgement.verdict is Verdict.ABSENT:
            return answer if event is not None else None
        if event is None and answer.judgement.verdict is Verdict.SUPPORTED:
            return None
        if event is not None:
            note_event(answer.judgement, anchor, self._fact(event[0]))
        return answer

    def _facts_near(self, part: Reading, least: float) -> Iterator[tuple[int, Fact, FactReading]]:
        """Yield the facts that have the ``least`` share of a part or more, each with its entry and what it tells."""
        for position, share in self._index.search(part, self._vocabulary):
            if share >= least and not self._compiled.wrong[position]:
                yield position, self._fact(position), self._gather(position)

    def _best(self, reading: Reading, found: list[tuple[int, float]]) -> Answer | None:
        """Return the answer that counts of those that the candidates give, None where there is no candidate."""
        answers: list[Answer] = []
        for position in self._candidates(reading, found):
            told = self._gather(position)
            nearness = round(share_met(reading, told), 2)
            if any(answer.judgement.beats_all_at(nearness) for answer in answers) and not is_wording(reading, told):
                continue
            answers.append(self._with_versions(self._answer_by(position, nearness, reading), position, reading))
        return choose(answers)

    def _candidates(self, reading: Reading, found: list[tuple[int, float]]) -> Iterator[int]:
        """Yield the best retrieved facts and misstatements that tell of enough of the statement."""
        left = {False: CANDIDATES, True: CANDIDATES}
        for position, share in found:
            wrong = self._compiled.wrong[position]
            if share < NEAR:
                break
            if not left[wrong] or (wrong and share < VERY_NEAR):
                continue
            left[wrong] -= 1
            first = left[False] >= CANDIDATES - 1
            if first or speaks_to(reading, self._gather(position)) >= (MUCH if wrong else SOME):
                yield position

    def _answer_by(self, position: int, nearness: float, reading: Reading) -> Answer:
        """Return the answer that one fact or misstatement gives."""
        fact, told = self._fact(position), self._gather(position)
        judgement = compare(reading, told, fact, self._vocabulary, self.policy)
        judgement.nearness = nearness
        if self._compiled.wrong[position]:
            meant = self._gather(self._home[self._compiled.facts[position]])
            if is_wording(reading, told) and not is_wording(reading, meant):
                judgement = quoted(judgement)
            else:
                makes_it = makes_the_mistake(reading, told, meant)
                mistaken = makes_it and not self._says_as_much(position, reading, judgement)
                judgement = misstated(judgement, nearness if mistaken else 0.0)
        else:
            judgement.verbatim = judgement.verdict is Verdict.SUPPORTED and is_wording(reading, told)
        return Answer(reading, fact, judgement)

    def _says_as_much(self, position: int, reading: Reading, misstated: Judgement) -> bool:
        """Say whether the fact itself speaks to as much of a statement as its misstatement does, without conflict."""
        if misstated.verdict is not Verdict.SUPPORTED:
            return False
        home = self._home[self._compiled.facts[position]]
        own = compare(reading, self._gather(home), self._fact(home), self._vocabulary, self.policy)
        return not own.conflicts and own.score >= misstated.score

    def _with_versions(self, answer: Answer, position: int, reading: Reading) -> Answer:
        """Hold a verdict against the other facts on the same thing: one that they bear out goes before a conflict.

        What is disputed contradicts only where every version does.
        """
        versions = self._compiled.versions.get(self._compiled.facts[position], ())
        if not versions or answer.judgement.verdict is Verdict.ABSENT:
            return answer
        beside: list[Beside] = []
        open_version = False
        for version in versions:
            other = self._home[version.fact]
            judged = self._answer_by(other, answer.judgement.nearness, reading)
            if answer.judgement.verdict is Verdict.CONTRADICTED and judged.judgement.verdict is Verdict.SUPPORTED:
                return self._with_versions(judged, other, reading)
            undecided = judged.judgement.verdict is Verdict.ABSENT and not _conflict_alike(answer, judged)
            open_version = open_version or (version.bearing == "disputes" and undecided)
            conflicts = judged.judgement.conflicts
            beside.append(Beside(judged.fact, version.bearing, conflicts[0].fact if conflicts else ""))
        if open_version and answer.judgement.verdict is Verdict.CONTRADICTED:
            link = Link("scope", Relation.INDEPENDENCE, None, note="the record is disputed")
            judgement = msgspec.structs.replace(
                answer.judgement, verdict=Verdict.ABSENT, links=[*answer.judgement.links, link]
            )
            return answer._replace(judgement=judgement)
        return answer._replace(beside=tuple(beside))

    def _fact(self, position: int) -> Fact:
        return self.fact_base.facts[self._compiled.facts[position]]

    def _gather(self, position: int) -> FactReading:
        if position not in self._gathered:
            readings = decode_readings(self._compiled, position)
            wrong = self._compiled.wrong[position]
            self._gathered[position] = gather_fact(self._fact(position), readings, wrong, self._vocabulary)
        return self._gathered[position]


def _is_stray(judgement: Judgement) -> bool:
    """Say whether a part is contradicted by a fact that has little in common with it: cut out, it may mean another."""
    return judgement.verdict is Verdict.CONTRADICTED and not judgement.wrong and judgement.nearness < AT_HOME


def _conflict_alike(answer: Answer, other: Answer) -> bool:
    """Say whether another version conflicts with a statement in the same pieces, though it settles nothing."""
    pieces = {link.unit.start for link in answer.judgement.conflicts if link.unit is not None}
    others = {link.unit.start for link in other.judgement.conflicts if link.unit is not None}
    return bool(pieces) and pieces <= others


PAIR_POLICY = Policy(
    support=0.45,
    figured=0.3,
    ended=0.7,
    strangers=2,
    contradict=0.4,
    wording=0.0,
    matched=0.5,
    words=0,
    same_matter=True,
)
"""For one statement against one given text: the text is known to be about the matter."""


def judge(statement: str, fact_text: str, as_of: date | None = None) -> Finding:
    """Judge ``statement`` by ``fact_text`` alone, with the shipped names and lexicon but no fact base."""
    vocabulary = _shipped_vocabulary()
    reading = read(statement, vocabulary, as_of)
    evidence = _evidence(fact_text)
    fact = Fact(id="evidence", claim=fact_text, when="", citations=())
    answer = Answer(reading, fact, compare(reading, evidence, fact, vocabulary, PAIR_POLICY))
    return explain(statement, answer, [], (), None)


@lru_cache(REMEMBERED)
def _evidence(text: str) -> FactReading:
    """Return what one given text tells; the last ones are remembered, for several statements on one text."""
    vocabulary = _shipped_vocabulary()
    return gather((read(text, vocabulary),), vocabulary)


@lru_cache(maxsize=1)
def _shipped_vocabulary() -> Vocabulary:
    return Vocabulary(compile_base(FactBase.shipped_language()).vocabulary)
