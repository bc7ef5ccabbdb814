"""Modality: what the fact reports as promised, possible or said may not be stated as done, certain or flat.

Looks at the marks of both sides (lexicon roles ``commit``, ``possible``, ``report``). When the fact is limited
by one of them and the statement is not, the statement says more than the record: forward entailment, and so
at most absent. The other way round, a plan is not shown by the deed, while "may" and "said" weaken and pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzfacts.finding import Relation
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.words import PREPOSITIONS, stem
from kzfacts.matching.aspects.word import PLANNED, POSSIBLE
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link

_NOTES = {
    "commit": PLANNED,
    "possible": POSSIBLE,
    "report": "the record reports it as somebody's words",
}


NEAR_SPEAKER = 5
"""How many tokens stand at most between a speaker and the word of speaking."""


def relate(statement: Reading, links: list[Link], fact: FactReading) -> Iterator[Link]:
    """Yield a link for every limit of the fact that the statement drops."""
    planned = "commit" in statement.marks and not _is_done(statement) and not _promises_by_paper(statement, fact)
    if planned and not any("commit" in reading.hints for reading in fact.readings):
        yield Link("modality", Relation.INDEPENDENCE, None, "", "the record speaks of no plan or promise")
    if fact.marks <= statement.hints:
        return
    met = {id(link.unit) for link in links if link.agrees}
    for mark, note in _NOTES.items():
        if mark not in fact.marks or mark in statement.hints:
            continue
        operator = next((unit for unit in fact.claim.units if unit.role == mark), None)
        if operator is not None and (_shared(operator, statement, met) or _is_means(operator, fact.claim.text)):
            continue
        if mark == "report" and _names_speaker(operator, statement, fact):
            continue
        yield Link("modality", Relation.FORWARD_ENTAILMENT, None, operator.text if operator else "", note)


_PLEDGES = re.compile(r"(?:pledg|vow|promis|commit|undert[ao]k|agree|swear|swor)\w*(?: to)?", re.I)
_PAPERS = frozenset(
    "w:" + stem(word) for word in "agreement treaty declaration statement memorandum pact accord".split()
)


def _promises_by_paper(statement: Reading, fact: FactReading) -> bool:
    """Say whether all that the statement promises is in a paper on record: a treaty or declaration is a promise."""
    promises = [unit for unit in statement.units if unit.role == "commit"]
    papers = any(fact.told.get(key, 0) > 0 for key in _PAPERS)
    return papers and all(_PLEDGES.fullmatch(unit.text) for unit in promises)


def _is_done(statement: Reading) -> bool:
    """Say whether the only duty that the statement speaks of is one of the past: "had to make room"."""
    return all(unit.text.lower() == "had to" for unit in statement.units if unit.role == "commit")


def _is_means(operator: Unit, text: str) -> bool:
    """Say whether a word such as "decision" is but what something was done by: "founded by a decision of May"."""
    return not operator.verbal and bool(_BY.search(text[: operator.start]))


_BY = re.compile(r"\b(?:by|under|with|through|following|in line with) (?:an?|the|its|his|her|their) $", re.I)


def _shared(operator: Unit, statement: Reading, met: set[int]) -> bool:
    """Say whether the statement has the limiting word itself, under another form."""
    keys = set(operator.keys)
    return any(id(unit) in met and not keys.isdisjoint(unit.keys) for unit in statement.units)


def _names_speaker(operator: Unit | None, statement: Reading, fact: FactReading) -> bool:
    """Say whether the statement names the one who speaks in the fact ("for Idrissov, ...")."""
    if operator is None:
        return False
    after = operator.text.lower().split()[0] in PREPOSITIONS  # "according to X", as against "X said"
    speakers = [
        unit
        for unit in fact.claim.units
        if unit.kind == "name" and 0 < (unit.token - operator.token) * (1 if after else -1) <= NEAR_SPEAKER
    ]
    keys = {key for unit in speakers for key in unit.keys}
    return any(unit.kind == "name" and not keys.isdisjoint(unit.keys) for unit in statement.units)
