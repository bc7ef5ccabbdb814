"""One statement against one fact: every aspect in turn, then the decision."""

from __future__ import annotations

import re

from kzfacts.factbase.model import Fact
from kzfacts.finding import Relation, Verdict
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.aspects import (
    extent,
    name,
    number,
    order,
    pairing,
    role,
    scope,
    slots,
    substitution,
    term,
    transfer,
    word,
)
from kzfacts.matching.compilation import LASTING_KINDS
from kzfacts.matching.dating import is_day_of_years, relate_date
from kzfacts.matching.demands import (
    demand_capitals,
    demand_circumstance,
    demand_class,
    demand_object,
    demand_pairs,
    demand_predicate,
    demand_saying,
    demand_subject,
    demand_topic,
)
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.limits import find_limits
from kzfacts.matching.link import Link
from kzfacts.matching.nearness import share_met
from kzfacts.matching.proof import FLIPPED, FULL, SURE, Judgement, Policy, decide, reach
from kzfacts.matching.settling.dates import (
    settle_dates,
    settle_edges,
    settle_other_terms,
    settle_periods,
    settle_plans,
    settle_states,
)
from kzfacts.matching.settling.denials import (
    settle_asides,
    settle_cancelled,
    settle_crossed,
    settle_exceptions,
    settle_first_time,
    settle_pioneers,
    settle_relatives,
    settle_scope,
    settle_silence,
    settle_superlatives,
)
from kzfacts.matching.settling.names import (
    settle_comparison,
    settle_ends,
    settle_left_out,
    settle_seats,
    settle_venues,
    settle_wordings,
)
from kzfacts.matching.settling.numbers import (
    settle_complements,
    settle_decades,
    settle_firsts,
    settle_narrower,
    settle_ordinals,
    settle_parties,
    settle_parts,
    settle_predecessors,
    settle_series,
    settle_sums,
    settle_tallies,
)

CHANGE_KINDS = frozenset(("event", "agreement", "visit", "statement"))
"""Kinds of facts that may tell of a change, and do not last."""


def compare(statement: Reading, reading: FactReading, fact: Fact, vocabulary: Vocabulary, policy: Policy) -> Judgement:
    """Judge ``statement`` by one fact."""
    links = [_link(unit, statement, reading, fact, vocabulary, policy) for unit in statement.units]
    if policy.same_matter:
        pairing.pair_numbers(links, statement, reading)
    settle_tallies(links, statement, reading)
    settle_parties(links, statement, reading)
    settle_edges(links, reading)
    if not statement.only and (_hopeless(links) or _out_of_reach(links, policy)):
        return Judgement(Verdict.ABSENT, reach(links), links)
    if statement.as_of is not None and term.is_present(statement) and not _holds_now(statement, reading, fact):
        return Judgement(Verdict.ABSENT, reach(links), links)
    if (
        not policy.same_matter
        and fact.kind in LASTING_KINDS
        and _is_of_another_office(statement, reading, fact, vocabulary)
    ):
        return Judgement(Verdict.ABSENT, reach(links), links)
    early = _is_yet_to_come(links, statement, reading)
    if early and fact.kind not in LASTING_KINDS:
        return Judgement(Verdict.ABSENT, reach(links), links)
    present = term.at_present(statement, reading.term) if reading.term is not None else None
    if present is not None:
        links.append(present)
    _settle(links, statement, reading, fact, vocabulary, policy)
    flipped = any(link.aspect in ("word", "polarity") and link.conflicts for link in links)
    handed = transfer.relate(statement, links, reading, vocabulary)
    if handed is not None and any(link.aspect == "date" and link.conflicts for link in links):
        return Judgement(Verdict.ABSENT, reach(links), links)  # handed back at another time
    swapped = handed or role.relate(statement, reading, vocabulary, flipped) or order.relate(statement, reading)
    if swapped is not None:
        links.append(swapped)
    exclusive = scope.relate(statement, links, reading, vocabulary)
    if exclusive is not None:
        links.append(exclusive)
    if not policy.same_matter:
        if fact.kind in CHANGE_KINDS and extent.tells_a_state(statement) and extent.tells_a_change(reading):
            return Judgement(Verdict.ABSENT, reach(links), links)  # how long it lasted, the day it began does not tell
        _demand(links, statement, reading)
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


def _settle(
    links: list[Link], statement: Reading, reading: FactReading, fact: Fact, vocabulary: Vocabulary, policy: Policy
) -> None:
    """Look at all links together: what is no conflict after all, what is one; each step sees what those before left."""
    if not policy.same_matter and fact.kind is not None and fact.kind not in LASTING_KINDS:
        settle_states(links, statement)
    role.mirror(links, statement, reading, vocabulary)
    settle_dates(links, statement)
    settle_plans(links)
    settle_firsts(links)
    settle_predecessors(links, statement)
    if not policy.same_matter:
        settle_sums(links, statement)
    settle_complements(links, statement, reading)
    settle_ordinals(links, statement, reading)
    settle_venues(links, statement, reading, vocabulary)
    settle_left_out(links, statement, reading)
    settle_decades(links)
    settle_asides(links, statement)
    settle_superlatives(links, statement, reading)
    settle_seats(links, statement, reading, fact, vocabulary.compiled.seats)
    if not policy.same_matter:
        settle_parts(links, statement)
        settle_series(links)
    settle_periods(links, reading)
    settle_narrower(links, statement, reading)
    settle_first_time(links, statement, reading)
    settle_pioneers(links, statement, reading)
    settle_exceptions(links, statement, reading)
    settle_silence(links, statement, fact)
    settle_relatives(links, statement, reading)
    transfer.settle_leaving(statement, links, reading, vocabulary)
    if fact.kind == "office":
        settle_other_terms(links, reading, vocabulary)
    if role.comparison_holds(statement, reading, vocabulary):
        settle_comparison(links)
    if policy.same_matter:
        slots.replace_names(links, statement, reading)
    else:
        substitution.substitute(statement, links, reading, vocabulary)
    settle_scope(links, reading)
    settle_crossed(links)
    settle_ends(links)
    settle_wordings(links, statement, reading)
    settle_cancelled(links, reading, fact)
    scope.focus(statement, links, reading, vocabulary)


def _demand(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Make hard what the fact must have whatever the rest."""
    demand_subject(links)
    demand_predicate(statement, links)
    demand_topic(links)
    demand_object(links)
    demand_circumstance(links)
    demand_saying(links, statement)
    demand_class(links, statement)
    demand_capitals(links, statement)
    demand_pairs(links, reading)


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


def _is_yet_to_come(links: list[Link], statement: Reading, reading: FactReading) -> bool:
    """Say whether a fact tells of what came only after the day on which the statement was made, by its dates."""
    if statement.as_of is None or reading.when is None:
        return False
    dated = any(link.aspect == "date" and link.agrees for link in links)
    return not dated and reading.when.first > statement.as_of.toordinal()


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


def _out_of_reach(links: list[Link], policy: Policy) -> bool:
    """Say whether the statement has too much that the fact is silent on, even if every name were to conflict."""
    total = open_words = 0.0
    for link in links:
        total += link.weight
        if link.aspect == "word" and link.relation is Relation.INDEPENDENCE:
            open_words += link.weight
    least = min(policy.support, policy.contradict, policy.figured)
    return open_words > (1 - least) * total + SINGLED_OUT


SINGLED_OUT = 1.0
"""A word that is singled out may still turn into a conflict."""


def _hopeless(links: list[Link]) -> bool:
    """Say whether nothing that follows can make these links a verdict: a figure or date that the fact leaves open."""
    if any(link.conflicts for link in links):
        return False
    return any(link.hard and not link.agrees and link.aspect in ("number", "date") for link in links)
