"""Whether a fact can bear on a statement at all, as far as the first look at its links shows."""

from __future__ import annotations

from kzfacts.factbase.model import Fact
from kzfacts.finding import Relation
from kzfacts.language.reading import Reading
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.aspects import extent, name, term, transfer
from kzfacts.matching.compilation import LASTING_KINDS
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link
from kzfacts.matching.proof import Policy

SINGLED_OUT = 1.0
"""A word that is singled out may still turn into a conflict."""


def is_beside_the_point(
    links: list[Link], statement: Reading, reading: FactReading, fact: Fact, vocabulary: Vocabulary, policy: Policy
) -> bool:
    """Say whether a fact settles nothing, whatever a closer look at the links may find."""
    if not statement.only and (_hopeless(links) or _out_of_reach(links, policy)):
        return True
    if statement.as_of is not None and term.is_present(statement) and not _holds_now(statement, reading, fact):
        return True
    lasting = not policy.same_matter and fact.kind in LASTING_KINDS
    return lasting and _is_of_another_office(statement, reading, fact, vocabulary)


def is_yet_to_come(links: list[Link], statement: Reading, reading: FactReading) -> bool:
    """Say whether a fact tells of what came only after the day on which the statement was made, by its dates."""
    if statement.as_of is None or reading.when is None:
        return False
    dated = any(link.aspect == "date" and link.agrees for link in links)
    return not dated and reading.when.first > statement.as_of.toordinal()


def _holds_now(statement: Reading, reading: FactReading, fact: Fact) -> bool:
    """Say whether a fact can tell who is in office on the day of the statement: it lasts, or was seen that day."""
    assert statement.as_of is not None
    if not extent.names_an_office(statement) or reading.term is not None or fact.kind is None:
        return True
    day = statement.as_of.toordinal()
    seen = reading.when is not None and reading.when.first <= day <= reading.when.last
    return fact.kind in LASTING_KINDS and seen


def _is_of_another_office(statement: Reading, reading: FactReading, fact: Fact, vocabulary: Vocabulary) -> bool:
    """Say whether a statement tells who was in an office that a lasting fact but touches on.

    A state of things tells of no term in office; a term, of nobody's but its own holder's.
    """
    people = [u.keys for u in statement.units if u.kind == "name" and name.is_person(u.keys[0], vocabulary)]
    if not people or not extent.names_an_office(statement):
        return False
    if fact.kind != "office":
        told = any(extent.names_an_office(wording) for wording in reading.readings)
        return fact.kind == "status" and not told and extent.tells_a_state(statement)
    holder = next((u for u in reading.claim.units if u.kind == "name" and name.is_person(u.keys[0], vocabulary)), None)
    if holder is None or any(set(keys) & set(holder.keys) for keys in people):
        return False
    return people[0][0] in reading.direct and not transfer.find(statement, vocabulary)


def _out_of_reach(links: list[Link], policy: Policy) -> bool:
    """Say whether the statement has too much that the fact is silent on, even if every name were to conflict."""
    total = open_words = 0.0
    for link in links:
        total += link.weight
        if link.aspect == "word" and link.relation is Relation.INDEPENDENCE:
            open_words += link.weight
    least = min(policy.support, policy.contradict, policy.figured)
    return open_words > (1 - least) * total + SINGLED_OUT


def _hopeless(links: list[Link]) -> bool:
    """Say whether nothing that follows can make these links a verdict: a figure or date that the fact leaves open."""
    if any(link.conflicts for link in links):
        return False
    return any(link.hard and not link.agrees and link.aspect in ("number", "date") for link in links)
