"""A statement in, a finding out: the one place where the steps meet.

Read the statement, find candidate facts, compare it with each, take the strongest verdict; a statement of
several assertions is judged part by part where no fact answers the whole. Nothing here reads files, looks at
the clock or prints.
"""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import NamedTuple

from kzfacts.factbase import Fact, FactBase
from kzfacts.finding import Finding, Related, Verdict
from kzfacts.language.clauses import leaves_out, split
from kzfacts.language.reader import read
from kzfacts.language.reading import Reading
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.entries import Entries
from kzfacts.matching.explanation import Answer, explain
from kzfacts.matching.proof import Judgement, Policy
from kzfacts.matching.single_facts import SingleFacts
from kzfacts.matching.two_facts import TwoFacts
from kzfacts.matching.withholding import withheld

AT_HOME = 0.5
"""The share of a fact's claim that a part of a statement must have to be contradicted by it."""
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
    """Checks statements against a fact base; make one and use it for many statements.

    ``policy`` says how much a verdict needs. What facts tell is read when they are first compared, and kept.

    >>> Checker(FactBase.load()).check("Nazarbayev made ten official visits abroad in 2014.").message
    'says “ten official visits”; the record has “eight” (MFA.kz, 26 December 2014)'
    """

    def __init__(self, fact_base: FactBase, policy: Policy | None = None) -> None:
        self.fact_base = fact_base
        self.policy = policy or Policy()
        self._entries = Entries(fact_base)
        self._single = SingleFacts(self._entries, self.policy)
        self._two = TwoFacts(self._entries, self._single)

    @property
    def vocabulary(self) -> Vocabulary:
        """The names and words that it knows."""
        return self._entries.vocabulary

    def check(self, statement: str, as_of: date | None = None) -> Finding:
        """Return the finding for one statement, said on the day ``as_of`` (needed for "last year" and the like).

        Any text will do: one that claims nothing is absent. Offsets in the finding count characters of ``statement``
        from 0. The same base, statement and day give the same finding.
        """
        heard = self.hear(statement, as_of)
        related = tuple(self._related(heard.found, RELATED))
        finding = explain(statement, heard.whole, heard.parts, related, self.fact_base)
        if finding.verdict is Verdict.ABSENT or finding.score >= self.policy.min_score:
            return finding
        return withheld(finding, self.policy.min_score, self._related(heard.found, len(heard.found)))

    def hear(self, statement: str, as_of: date | None = None) -> Heard:
        """Return what the candidates say to a statement, before it is put into a finding; no ``min_score`` counts."""
        reading = read(statement, self.vocabulary, as_of)
        found = self._entries.search(reading)
        whole = self._two.best_of(reading, found) or self._single.best_of(reading, found)
        silent = whole is None or whole.judgement.verdict is Verdict.ABSENT
        return Heard(whole, self._by_parts(reading) if silent else [], found)

    def judged_by(self, fact_id: str, statement: str, as_of: date | None = None) -> Judgement:
        """Return what one fact by itself makes of a statement; raises KzfactsError where there is none."""
        return self._single.by_fact(fact_id, read(statement, self.vocabulary, as_of))

    def entries(self, statement: str, as_of: date | None = None) -> list[tuple[Fact, bool]]:
        """Return what is retrieved for a statement, best first: facts, with True where it is a misstatement of one."""
        found = self._entries.search(read(statement, self.vocabulary, as_of))
        return [(self._entries.fact(position), self._entries.is_wrong(position)) for position, _ in found]

    def search(self, text: str, limit: int = 10) -> list[Related]:
        """Return the facts nearest to ``text``, best first, with retrieval scores from 0 to 1."""
        return self._related(self._entries.search(read(text, self.vocabulary)), limit)

    def _by_parts(self, reading: Reading) -> list[Answer]:
        """Return the answers to the assertions of a compound statement, as far as they count by themselves."""
        parts = split(reading)
        answers = [answer for part in parts if (answer := self._single.best(part)) is not None]
        if len(answers) < len(parts) or leaves_out(reading, parts):  # not all is known: nothing bears it out
            answers = [answer for answer in answers if answer.judgement.verdict is Verdict.CONTRADICTED]
        return [answer for answer in answers if not _is_stray(answer.judgement)]

    def _related(self, found: list[tuple[int, float]], limit: int) -> list[Related]:
        facts = ((position, share) for position, share in found if not self._entries.is_wrong(position))
        return [Related(self._entries.fact(position), round(share, 4)) for position, share in islice(facts, limit)]


def _is_stray(judgement: Judgement) -> bool:
    """Say whether a part is contradicted by a fact that has little in common with it: cut out, it may mean another."""
    return judgement.verdict is Verdict.CONTRADICTED and not judgement.wrong and judgement.nearness < AT_HOME
