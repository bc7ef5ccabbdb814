"""One statement against one fact: every aspect in turn, then the decision."""

from __future__ import annotations

import re

from kzfacts.factbase.model import Fact
from kzfacts.finding import Relation, Verdict
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.aspects import extent, name, number, order, pairing, role, scope, term, transfer, word
from kzfacts.matching.compilation import LASTING_KINDS
from kzfacts.matching.dating import is_day_of_years, relate_date
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.limits import find_limits
from kzfacts.matching.link import Link
from kzfacts.matching.nearness import share_met
from kzfacts.matching.proof import FLIPPED, FULL, SURE, Judgement, Policy, decide, reach
from kzfacts.matching.relevance import is_beside_the_point, is_yet_to_come
from kzfacts.matching.settlement import demand, settle
from kzfacts.matching.settling.dates import settle_edges
from kzfacts.matching.settling.numbers import settle_parties, settle_tallies

CHANGE_KINDS = frozenset(("event", "agreement", "visit", "statement"))
"""Kinds of facts that may tell of a change, and do not last."""


def compare(statement: Reading, reading: FactReading, fact: Fact, vocabulary: Vocabulary, policy: Policy) -> Judgement:
    """Judge ``statement`` by one fact, and by what the fact tells (``reading``).

    Each unit is linked to what it meets in the fact, the links are weighed together, and the verdict follows from their
    relations, as in natural logic (MacCartney & Manning 2007). Absent where the fact does not bear on the statement.
    """
    links = _relate(statement, reading, fact, vocabulary, policy)
    early = is_yet_to_come(links, statement, reading)
    if is_beside_the_point(links, statement, reading, fact, vocabulary, policy):
        return _silent(links)
    if early and fact.kind not in LASTING_KINDS:
        return _silent(links)
    present = term.at_present(statement, reading.term) if reading.term is not None else None
    if present is not None:
        links.append(present)
    settle(links, statement, reading, fact, vocabulary, policy)
    flipped = any(link.aspect in ("word", "polarity") and link.conflicts for link in links)
    handed = transfer.relate(statement, links, reading, vocabulary)
    if handed is not None and any(link.aspect == "date" and link.conflicts for link in links):
        return _silent(links)  # handed back at another time
    swapped = handed or role.relate(statement, reading, vocabulary, flipped) or order.relate(statement, reading)
    if swapped is not None:
        links.append(swapped)
    exclusive = scope.relate(statement, links, reading, vocabulary)
    if exclusive is not None:
        links.append(exclusive)
    if not policy.same_matter:
        if fact.kind in CHANGE_KINDS and extent.tells_a_state(statement) and extent.tells_a_change(reading):
            return _silent(links)  # how long it lasted, the day it began does not tell
        demand(links, statement, reading, fact)
    same = transfer.is_same(statement, reading, vocabulary)
    matters = _matters(links, fact, vocabulary) + (handed is not None or same)
    judgement = decide(links, policy, matters)
    if judgement.verdict is not Verdict.ABSENT:
        links.extend(find_limits(statement, links, reading, fact, vocabulary, policy))
        judgement = decide(links, policy, matters)
    far = not policy.same_matter and _is_far(judgement, statement, reading)
    if (judgement.verdict is Verdict.SUPPORTED and early) or (judgement.verdict is Verdict.CONTRADICTED and far):
        judgement.verdict = Verdict.ABSENT
    if "denied" in statement.marks:
        _flip(judgement)
    return judgement


def _relate(statement: Reading, reading: FactReading, fact: Fact, vocabulary: Vocabulary, policy: Policy) -> list[Link]:
    """Return what each unit of a statement has in the fact, and figures as they hang together."""
    links = [_link(unit, statement, reading, fact, vocabulary, policy) for unit in statement.units]
    if policy.same_matter:
        pairing.pair_numbers(links, statement, reading)
    settle_tallies(links, statement, reading)
    settle_parties(links, statement, reading)
    settle_edges(links, reading)
    return links


def _link(
    unit: Unit, statement: Reading, reading: FactReading, fact: Fact, vocabulary: Vocabulary, policy: Policy
) -> Link:
    match unit.kind:
        case "name":
            return name.relate(unit, reading, vocabulary, hard=not policy.same_matter)
        case "number":
            return number.relate(unit, reading, policy.same_matter)
        case "date" if reading.term is not None and not is_day_of_years(unit, reading, fact):
            return term.relate(unit, statement, reading.term)
        case "date":
            return relate_date(unit, statement, reading, fact)
    return word.relate(unit, reading)


def _silent(links: list[Link]) -> Judgement:
    """Return the judgement that a fact settles nothing."""
    return Judgement(Verdict.ABSENT, reach(links), links)


def _flip(judgement: Judgement) -> None:
    """Turn the verdict on what a statement denies as a whole into one on the statement; an unsure one is absent."""
    sure = judgement.verdict is not Verdict.SUPPORTED or judgement.score >= SURE
    judgement.verdict = FLIPPED[judgement.verdict] if sure else Verdict.ABSENT
    note = "the statement denies the whole"
    judgement.links.append(Link("polarity", Relation.NEGATION, None, note=note, weight=0.0))


FAR = 0.3
"""The share of a claim below which a word that clashes with it may be said of another matter."""


def _is_far(judgement: Judgement, statement: Reading, reading: FactReading) -> bool:
    """Say whether words alone conflict with a claim that the statement has little of, and tells more than."""
    if {link.aspect for link in judgement.conflicts} != {"word"}:
        return False
    return _tells_more(judgement.links) and share_met(statement, reading) < FAR


def _tells_more(links: list[Link]) -> bool:
    """Say whether the fact is silent on a word that counts in full."""
    return any(link.weight >= FULL and not (link.agrees or link.conflicts) for link in links if link.unit is not None)


_MATTERS = frozenset(("event", "agreement"))
"""Kinds of entities whose name tells what a statement is about, as a word would."""
_WHO_WHERE = frozenset(("visit", "office"))
"""Kinds of facts that a person and a place sum up."""


def _matters(links: list[Link], fact: Fact, vocabulary: Vocabulary) -> int:
    """Return how many names on both sides stand for words: an event's, a treaty's; who was where, of a visit.

    None do where the statement tells of more than the record.
    """
    if _tells_more(links):
        return 0
    kinds = vocabulary.compiled.kinds
    shared = {link.unit.keys[0] for link in links if link.unit is not None and link.aspect == "name" and link.agrees}
    events = sum(kinds.get(key) in _MATTERS for key in shared)
    seats = any(link.unit and link.agrees and _SEAT.search(link.unit.text) for link in links)
    seats = seats and bool(_SEAT.search(fact.claim))
    return events + (fact.kind in _WHO_WHERE and len(shared) > 1) + seats


_SEAT = re.compile(r"\bcapital\b", re.I)
"""A name that tells what a place is: "Norland's capital"."""
