"""What single facts say of a statement: the candidates compared with it one by one, and the answer that counts."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kzfacts.finding import Beside, Relation, Verdict
from kzfacts.language.reading import Reading
from kzfacts.matching.choosing import choose
from kzfacts.matching.comparison import compare
from kzfacts.matching.entries import Entries
from kzfacts.matching.explanation import Answer
from kzfacts.matching.link import Link
from kzfacts.matching.mistakes import makes_the_mistake
from kzfacts.matching.nearness import share_met, speaks_to
from kzfacts.matching.proof import Judgement, Policy, misstated, quoted
from kzfacts.matching.verbatim import is_wording

CANDIDATES = 8
"""How many facts are compared with a statement, and how many misstatements."""
NEAR, VERY_NEAR = 0.45, 0.6
"""The share of a statement's weight that a fact, or a misstatement, must have to be compared at all."""
SOME, MUCH = 0.6, 0.85
"""The share of a statement's units that a fact, or a misstatement, must tell anything of."""


class SingleFacts:
    """Has statements answered by one fact of the record at a time."""

    def __init__(self, entries: Entries, policy: Policy) -> None:
        self._entries = entries
        self._policy = policy

    def best(self, reading: Reading) -> Answer | None:
        """Return the answer that single facts give to a reading, None where there is no candidate."""
        return self.best_of(reading, self._entries.search(reading))

    def best_of(self, reading: Reading, found: list[tuple[int, float]]) -> Answer | None:
        """Return the answer that counts of those that the entries ``found`` give, None where there is no candidate."""
        answers: list[Answer] = []
        for position in self._candidates(reading, found):
            told = self._entries.told(position)
            nearness = round(share_met(reading, told), 2)
            if any(answer.judgement.beats_all_at(nearness) for answer in answers) and not is_wording(reading, told):
                continue
            answers.append(self._with_versions(self._answer_by(position, nearness, reading), position, reading))
        return choose(answers)

    def supporting(self, reading: Reading) -> list[Answer]:
        """Return the answers of all candidates that bear a reading out."""
        found = self._entries.search(reading)
        answers = (self._answer_by(position, 0.0, reading) for position in self._candidates(reading, found))
        return [answer for answer in answers if answer.judgement.verdict is Verdict.SUPPORTED]

    def by_fact(self, fact_id: str, reading: Reading) -> Judgement:
        """Return what one fact by itself makes of a statement; raises KzfactsError where there is none."""
        position = self._entries.home_of(fact_id)
        return self._answer_by(position, share_met(reading, self._entries.told(position)), reading).judgement

    def _candidates(self, reading: Reading, found: list[tuple[int, float]]) -> Iterator[int]:
        """Yield the best retrieved facts and misstatements that tell of enough of the statement."""
        left = {False: CANDIDATES, True: CANDIDATES}
        for position, share in found:
            wrong = self._entries.is_wrong(position)
            if share < NEAR:
                break
            if not left[wrong] or (wrong and share < VERY_NEAR):
                continue
            left[wrong] -= 1
            first = left[False] >= CANDIDATES - 1
            if first or speaks_to(reading, self._entries.told(position)) >= (MUCH if wrong else SOME):
                yield position

    def _answer_by(self, position: int, nearness: float, reading: Reading) -> Answer:
        """Return the answer that one fact or misstatement gives."""
        told = self._entries.told(position)
        judgement = self._judge(position, reading)
        judgement.nearness = nearness
        if self._entries.is_wrong(position):
            meant = self._entries.told(self._entries.home(position))
            if is_wording(reading, told) and not is_wording(reading, meant):
                judgement = quoted(judgement)
            else:
                makes_it = makes_the_mistake(reading, told, meant)
                mistaken = makes_it and not self._says_as_much(position, reading, judgement)
                judgement = misstated(judgement, nearness if mistaken else 0.0)
        else:
            judgement.verbatim = judgement.verdict is Verdict.SUPPORTED and is_wording(reading, told)
        return Answer(reading, self._entries.fact(position), judgement)

    def _judge(self, position: int, reading: Reading) -> Judgement:
        entries = self._entries
        return compare(reading, entries.told(position), entries.fact(position), entries.vocabulary, self._policy)

    def _says_as_much(self, position: int, reading: Reading, misstated: Judgement) -> bool:
        """Say whether the fact itself speaks to as much of a statement as its misstatement does, without conflict."""
        if misstated.verdict is not Verdict.SUPPORTED:
            return False
        own = self._judge(self._entries.home(position), reading)
        return not own.conflicts and own.score >= misstated.score

    def _with_versions(self, answer: Answer, position: int, reading: Reading) -> Answer:
        """Hold a verdict against the other facts on the same thing: one that they bear out goes before a conflict.

        What is disputed contradicts only where every version does.
        """
        versions = self._entries.versions(position)
        if not versions or answer.judgement.verdict is Verdict.ABSENT:
            return answer
        beside: list[Beside] = []
        open_version = False
        for other, bearing in versions:
            judged = self._answer_by(other, answer.judgement.nearness, reading)
            if answer.judgement.verdict is Verdict.CONTRADICTED and judged.judgement.verdict is Verdict.SUPPORTED:
                return self._with_versions(judged, other, reading)
            undecided = judged.judgement.verdict is Verdict.ABSENT and not _conflict_alike(answer, judged)
            open_version = open_version or (bearing == "disputes" and undecided)
            conflicts = judged.judgement.conflicts
            beside.append(Beside(judged.fact, bearing, conflicts[0].fact if conflicts else ""))
        if open_version and answer.judgement.verdict is Verdict.CONTRADICTED:
            link = Link("scope", Relation.INDEPENDENCE, None, note="the record is disputed")
            judgement = msgspec.structs.replace(
                answer.judgement, verdict=Verdict.ABSENT, links=[*answer.judgement.links, link]
            )
            return answer._replace(judgement=judgement)
        return answer._replace(beside=tuple(beside))


def _conflict_alike(answer: Answer, other: Answer) -> bool:
    """Say whether another version conflicts with a statement in the same pieces, though it settles nothing."""
    pieces = {link.unit.start for link in answer.judgement.conflicts if link.unit is not None}
    others = {link.unit.start for link in other.judgement.conflicts if link.unit is not None}
    return bool(pieces) and pieces <= others
