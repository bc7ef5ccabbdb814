"""Which of several facts' answers to take, and when another fact takes a contradiction back.

The base does not contradict itself. So where a fact vouches for the whole, one that has another number, date or name is
of a different event; and a value is not in conflict if another fact on the matter has that very value, or bears out
most of the statement.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kzfacts.finding import Relation, Verdict
from kzfacts.matching.compilation import LASTING_KINDS
from kzfacts.matching.explanation import Answer
from kzfacts.matching.link import Link
from kzfacts.matching.proof import SURE, VALUES, Judgement, reach

NEAR = 0.9
"""The share of a statement that another fact must speak to, to be on the same matter."""


def choose(answers: Sequence[Answer]) -> Answer | None:
    """Return the answer that counts, the earliest among equals; None where there is none."""
    best = max(answers, key=lambda answer: answer.judgement.strength, default=None)
    said = next((answer for answer in answers if answer.judgement.verbatim), None)
    if said is not None:
        return said
    if best is not None and best.judgement.verdict is Verdict.SUPPORTED and not _is_sure(best.judgement):
        return next((answer for answer in answers if _makes_a_mistake(answer.judgement)), best)
    if best is None or not _rests_on_values(best.judgement):
        return best
    sure = [answer for answer in answers if _is_sure(answer.judgement)]
    if sure:
        return max(sure, key=lambda answer: answer.judgement.strength)
    other = next(
        (
            answer
            for answer in answers
            if answer.judgement.verdict is Verdict.SUPPORTED or _tells(answer, best.judgement.conflicts)
        ),
        None,
    )
    if other is None:
        return best
    note = f"another fact has it so ({other.fact.id})"
    links = [*best.judgement.links, Link("scope", Relation.INDEPENDENCE, None, note=note)]
    return best._replace(judgement=replace(best.judgement, verdict=Verdict.ABSENT, links=links))


def _rests_on_values(judgement: Judgement) -> bool:
    """Say whether a contradiction is one of numbers, dates or names alone."""
    contradicted = judgement.verdict is Verdict.CONTRADICTED and not judgement.wrong
    return contradicted and all(link.aspect in VALUES for link in judgement.conflicts)


def _makes_a_mistake(judgement: Judgement) -> bool:
    """Say whether a statement is a misstatement on record, word for word or nearly so."""
    return judgement.wrong and judgement.verdict is Verdict.CONTRADICTED and judgement.score >= SURE


def _is_sure(judgement: Judgement) -> bool:
    return judgement.verdict is Verdict.SUPPORTED and judgement.score >= SURE


def _tells(answer: Answer, conflicts: Sequence[Link]) -> bool:
    """Say whether another fact on the matter has every value in conflict, or holds through a time with that date in it.

    It must have all the rest that a fact must have, the names above all.
    """
    judgement = answer.judgement
    if judgement.wrong or judgement.verdict is not Verdict.ABSENT or judgement.conflicts:
        return False
    if reach(judgement.links) < NEAR:
        return False
    lasting = answer.fact.kind in LASTING_KINDS
    links = [link for link in judgement.links if link.unit is not None]
    if any(link.hard and not _fits(link, lasting) for link in links):
        return False
    mine = {link.unit.start: link for link in links if link.unit is not None}
    return all(link.unit is not None and _fits(mine.get(link.unit.start), lasting) for link in conflicts)


def _fits(link: Link | None, lasting: bool) -> bool:
    """Say whether a value is vouched for, or a date within one that a ``lasting`` fact has."""
    within = link is not None and link.aspect == "date" and link.relation is Relation.FORWARD_ENTAILMENT
    return link is not None and (link.agrees or (lasting and within))
