"""One statement against one fact: every aspect in turn, then the decision."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from kzfacts.factbase.model import Fact
from kzfacts.finding import Relation, Verdict
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.language.words import SCANT_WORDS, SERIES, looks_like_past, stem
from kzfacts.matching.aspects import date, extent, modality, name, number, role, scope, term, transfer, word
from kzfacts.matching.compilation import LASTING_KINDS
from kzfacts.matching.fact_reading import FactReading, held
from kzfacts.matching.link import Link
from kzfacts.matching.proof import FLIPPED, FULL, SURE, Judgement, Policy, decide, reach

CHANGE_KINDS = frozenset(("event", "agreement", "visit", "statement"))
"""Kinds of facts that may tell of a change, and do not last."""
_YEAR = re.compile(r"\b(1[89]|20)\d\d\b")
_SPOKEN_KINDS = frozenset(("statement", "omission", "opinion"))
_UNDATED_KINDS = _SPOKEN_KINDS | {"status"}
_AGAIN = re.compile(r"\b(also|again|another|as well|too|once more)\b", re.I)
_MORE_THAN = re.compile(r"\b(?:more|less|fewer) (?!than\b)[^,;]*\bthan\b", re.I)
_TOGETHER = re.compile(r"\b(?:together|combined|altogether|between them|all told|in sum|added up)\b", re.I)
_AFTER_BE = re.compile(r"\b(?:is|was|are|were|be|been)(?: an?| the)? $", re.I)
_AND = re.compile(r"(?: [\w'’-]+){1,3}? (?:and|or) (?:the )?")
MONTH = 31
_ONCE = re.compile(
    r"\b(?:join|joined|found(?:ed|ing)|sign(?:ed|ing)|open(?:ed|ing)|launched|established|accession|acceded|ratif\w+"
    r"|adopted|initialled|clos(?:ed|ure)|created|renam\w+|nam(?:ed|e of)|appointed|inaugurated|completed|abolished"
    r"|admitted|in(?:to)? force|took effect|replaced|dissol\w+|removed|proclaimed|recogni[sz]ed"
    r"|delimit\w+|demarcat\w+|introduced|born|became)\b",
    re.I,
)


def compare(statement: Reading, reading: FactReading, fact: Fact, vocabulary: Vocabulary, policy: Policy) -> Judgement:
    """Judge ``statement`` by one fact."""
    links = [_link(unit, statement, reading, fact, vocabulary, policy) for unit in statement.units]
    if not statement.only and (_hopeless(links) or _out_of_reach(links, policy)):
        return Judgement(Verdict.ABSENT, reach(links), links)
    present = term.at_present(statement, reading.term) if reading.term is not None else None
    if present is not None:
        links.append(present)
    if not policy.same_matter and fact.kind is not None and fact.kind not in LASTING_KINDS:
        _settle_states(links, statement)
    role.mirror(links, statement, reading, vocabulary)
    _settle_dates(links)
    _settle_plans(links)
    _settle_firsts(links)
    _settle_sums(links, statement)
    _settle_parts(links, statement)
    _settle_series(links)
    _settle_periods(links, reading)
    _settle_first_time(links, statement, reading)
    _settle_exceptions(links, statement)
    if fact.kind == "office":
        _settle_other_terms(links, reading, vocabulary)
    if role.comparison_holds(statement, reading, vocabulary):
        _settle_comparison(links)
    name.substitute(statement, links, reading, vocabulary)
    _settle_scope(links, reading)
    scope.focus(statement, links, reading, vocabulary)
    flipped = any(link.aspect in ("word", "polarity") and link.conflicts for link in links)
    swapped = transfer.relate(statement, links, reading, vocabulary) or role.relate(
        statement, reading, vocabulary, flipped
    )
    if swapped is not None:
        links.append(swapped)
    exclusive = scope.relate(statement, links, reading, vocabulary)
    if exclusive is not None:
        links.append(exclusive)
    if not policy.same_matter:
        if fact.kind in CHANGE_KINDS and extent.tells_a_state(statement) and extent.tells_a_change(reading):
            return Judgement(Verdict.ABSENT, reach(links), links)  # how long it lasted, the day it began does not tell
        _demand_subject(links)
        _demand_predicate(statement, links)
        _demand_topic(links)
    judgement = decide(links, policy)
    if judgement.verdict is not Verdict.ABSENT:
        links.extend(_limits(statement, links, reading, fact, vocabulary, policy))
        judgement = decide(links, policy)
    if "denied" in statement.marks:
        sure = judgement.verdict is not Verdict.SUPPORTED or judgement.score >= SURE
        judgement.verdict = FLIPPED[judgement.verdict] if sure else Verdict.ABSENT
        note = "the statement denies the whole"
        judgement.links.append(Link("polarity", Relation.NEGATION, None, note=note, weight=0.0))
    return judgement


def _limits(
    statement: Reading, links: list[Link], reading: FactReading, fact: Fact, vocabulary: Vocabulary, policy: Policy
) -> list[Link]:
    """Return what limits the fact and the statement leaves out: such links can only take a verdict back."""
    nearest = reading.nearest(statement.units)
    limits = _denied_in_fact(links, nearest, fact) or _left_unsaid(links, fact, vocabulary)
    if not policy.same_matter:
        if "question" in statement.marks:
            limits.append(Link("modality", Relation.INDEPENDENCE, None, note="a question claims nothing"))
        if _MORE_THAN.search(statement.text) and not any(" than " in wording.text for wording in reading.readings):
            limits.append(Link("scope", Relation.FORWARD_ENTAILMENT, None, note="the record makes no such comparison"))
        limits.extend(extent.relate(statement, reading))
        limits.extend(modality.relate(statement, links, reading))
        outside = name.out_of_office(statement, links, vocabulary)
        if outside is not None and not any(link.conflicts for link in links):
            limits.append(outside)
        limits.extend(name.offices(statement, links, reading, vocabulary))
        limits.extend(name.scattered(links, reading, vocabulary))
    return limits


def _link(
    unit: Unit, statement: Reading, reading: FactReading, fact: Fact, vocabulary: Vocabulary, policy: Policy
) -> Link:
    match unit.kind:
        case "name":
            return name.relate(unit, reading, vocabulary, hard=not policy.same_matter)
        case "number":
            return number.relate(unit, reading, policy.same_matter)
        case "date" if reading.term is not None:
            return term.relate(unit, statement, reading.term)
        case "date":
            once = not _says_again(statement.text) and (
                _is_definite(statement.text)
                or _names_one_of_a_series(statement, reading)
                or fact.kind == "agreement"
                or (fact.kind != "quantity" and (_happens_once(fact.claim) or _both_first(statement.text, fact.claim)))
            )
            dated = any(other.date is not None for other in reading.claim.units)
            once = once and (dated or fact.kind not in _UNDATED_KINDS)
            reported = "report" in statement.marks
            occasion = fact.kind in _SPOKEN_KINDS and not reported and not _names_first(statement, reading)
            return date.relate(unit, reading, _lasts(fact, reading), once, occasion)
    return word.relate(unit, reading)


def _names_one_of_a_series(statement: Reading, reading: FactReading) -> bool:
    """Say whether the statement gives the number in a series that the record gives: there is but one 18th round."""
    mine = {
        unit.quantity.low for unit in statement.units if unit.quantity is not None and unit.quantity.unit == "ordinal"
    }
    theirs = {
        unit.quantity.low
        for unit in reading.claim.units
        if unit.quantity is not None and unit.quantity.unit == "ordinal"
    }
    return bool(mine & theirs)


def _lasts(fact: Fact, reading: FactReading) -> bool:
    """Say whether a fact holds all through its date; that of a month is known by the month, not day by day."""
    when = reading.when
    return fact.kind in LASTING_KINDS and (when is None or not 1 < when.last - when.first + 1 <= MONTH)


def _demand_subject(links: list[Link]) -> None:
    """Make the subject hard: what the statement is about must be in the fact ("Energy is one of the areas covered")."""
    for link in links:
        unit = link.unit
        if unit is None or unit.verbal:
            return
        if unit.kind == "word" and unit.role == "generic":
            continue
        if unit.kind in ("word", "name"):
            link.hard = link.hard or (unit.kind == "word" and link.weight >= FULL and not unit.preposition)
            return


def _demand_predicate(statement: Reading, links: list[Link]) -> None:
    """Make hard what "was" is said to be: "the visits were a disappointment", "the agreement is dead"."""
    for link in links:
        unit = link.unit
        if unit is None or unit.kind != "word" or unit.role == "generic" or link.weight < FULL or unit.verbal:
            continue
        before = statement.text[max(unit.start - 12, 0) : unit.start]
        link.hard = link.hard or bool(_AFTER_BE.search(before) and not looks_like_past(unit.text))


_PAPERS = frozenset(
    stem(word)
    for word in (
        "agreement treaty declaration memorandum deal document pact accord protocol contract resolution law".split()
    )
)


def _demand_topic(links: list[Link]) -> None:
    """Make hard what a paper is about: "an agreement on military cooperation"."""
    for before, link in pairwise(links):
        paper, unit = before.unit, link.unit
        if paper is None or unit is None or unit.kind != "word" or unit.preposition not in ("on", "about"):
            continue
        if (
            link.weight >= FULL
            and unit.role != "generic"
            and any(stem(w) in _PAPERS for w in paper.text.lower().split())
        ):
            link.hard = True


def _settle_states(links: list[Link], statement: Reading) -> None:
    """Let no date conflict where the statement says who was in office then: a single event does not tell."""
    if extent.tells_a_state(statement):
        for link in links:
            if link.aspect == "date" and link.conflicts:
                link.relation = Relation.INDEPENDENCE


def _settle_dates(links: list[Link]) -> None:
    """Let no date conflict where another date of the statement agrees: the two date different things."""
    dates = [link for link in links if link.aspect == "date"]
    agreed = [_length(link) for link in dates if link.agrees]
    agreed += [
        365 for link in links if link.aspect == "name" and link.agrees and link.unit and _YEAR.search(link.unit.text)
    ]
    for link in dates:
        if link.conflicts and any(length <= _length(link) for length in agreed):
            link.relation = Relation.INDEPENDENCE


def _settle_plans(links: list[Link]) -> None:
    """Let no word conflict that the statement itself calls planned: "the talks that were to take place"."""
    for before, link in pairwise(links):
        operator = before.unit
        planned = operator is not None and "commit" in (operator.role, operator.hint)
        planned = planned and operator is not None and (operator.verbal or operator.text.lower().endswith(" to"))
        if planned and link.aspect == "word" and link.conflicts and link.unit is not None and link.unit.verbal:
            link.relation, link.weight = Relation.INDEPENDENCE, 0.3 * link.weight


def _settle_firsts(links: list[Link]) -> None:
    """Let "second" not conflict with "first" where the statement dates another time."""
    if any(link.aspect == "date" and not link.agrees for link in links):
        for link in links:
            if link.aspect == "number" and link.conflicts and link.fact == "first":
                link.relation = Relation.INDEPENDENCE


def _settle_sums(links: list[Link], statement: Reading) -> None:
    """Let a number that counts two things together not conflict with that of one: "130 briefings and seminars"."""
    by_start = {unit.start: unit for unit in statement.units}
    for link in links:
        if link.aspect != "number" or not link.conflicts or link.unit is None:
            continue
        joined = _AND.match(statement.text, link.unit.end)
        other = by_start.get(joined.end()) if joined else None
        several = other is not None and other.kind == "word" and not other.verbal and other.text.endswith("s")
        if several or _TOGETHER.search(statement.text):
            link.relation, link.note = Relation.INDEPENDENCE, "the record counts these apart"


_PART = re.compile(r"\s*(?:of|out of|from)\s+(?:the|these|those|its|his|their|all)\b", re.I)


def _settle_parts(links: list[Link], statement: Reading) -> None:
    """Let a number of some out of the record's not conflict with it: "six of the documents", "650 tactical weapons"."""
    for link in links:
        unit = link.unit
        if link.aspect != "number" or not link.conflicts or unit is None:
            continue
        narrowed = any(
            other.unit is not None
            and other.aspect == "word"
            and other.relation is Relation.INDEPENDENCE
            and unit.token < other.unit.token < unit.head
            for other in links
        )
        if narrowed or _PART.match(statement.text, unit.end):
            link.relation, link.note = Relation.INDEPENDENCE, "the record counts the whole"


def _settle_series(links: list[Link]) -> None:
    """Let the number in a series not conflict, unless date or place show that it is the record's own of the series."""
    conflicts = [link for link in links if link.conflicts]
    known = any(
        link.agrees and link.unit is not None and (link.aspect == "date" or link.unit.preposition in ("in", "at"))
        for link in links
    )
    for link in conflicts:
        quantity = link.unit.quantity if link.unit is not None else None
        if quantity is None or quantity.unit != "ordinal" or link.unit is None:
            continue
        series = any(key[:2] == "w:" and key[2:] in SERIES for key in link.unit.counted)
        if len(conflicts) > 1 or (series and not known):
            link.relation, link.note = Relation.INDEPENDENCE, "the record speaks of another of the series"


def _settle_periods(links: list[Link], reading: FactReading) -> None:
    """Let the figure of a part of the time not conflict with that of the whole: of half a year, of the year."""
    whole = max((_length(link) for link in links if link.aspect == "date" and link.agrees), default=0)
    if reading.when is None or whole <= 1.5 * (reading.when.last - reading.when.first) + MONTH:
        return
    for link in links:
        if link.aspect == "number" and link.conflicts and reading.when.last - reading.when.first >= MONTH:
            link.relation, link.note = Relation.INDEPENDENCE, "the record counts a part of that time"


_FIRST_TIME = re.compile(r"\b(?:first|never before|not before|no .{2,60} before)\b", re.I)


def _settle_first_time(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let "never before January 2022 had X" agree with the record that X was first in January 2022."""
    if not (_NONE.search(statement.text) and _FIRST_TIME.search(reading.claim.text)) or reading.when is None:
        return
    for link in links:
        mention = link.unit.date if link.unit is not None else None
        if mention is None or mention.mode != "before" or mention.span is None or not mention.year:
            continue
        if not mention.span.overlaps(reading.when):
            return
        for other in links:
            if other is link or (other.unit is not None and other.unit.sign < 0 and other.unit.kind == "word"):
                other.relation, other.note = Relation.EQUIVALENCE, "the record says that it was the first time"
                other.aspect = "date" if other is link else "polarity"
            elif other.aspect == "polarity" and other.conflicts:
                other.relation = Relation.EQUIVALENCE
        return


_EXCEPTION = re.compile(
    r"\b(?:until|since|before|when|except|other than|but for|apart from|besides)\b"
    r"|^(?:no|not a|never an?) [\w ]{1,30}? but\b",
    re.I,
)
_NONE = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|n't|hadn't|hasn't|haven't)\b", re.I)


def _settle_exceptions(links: list[Link], statement: Reading) -> None:
    """Let "no leader came until X" not conflict with the record that X came."""
    if not (_NONE.search(statement.text) and _EXCEPTION.search(statement.text)):
        return
    for link in links:
        if link.aspect == "polarity" and link.conflicts:
            link.relation, link.note = Relation.INDEPENDENCE, "denied but with an exception"


def _settle_other_terms(links: list[Link], reading: FactReading, vocabulary: Vocabulary) -> None:
    """Let a date outside a term not conflict where the same person held the office then, too."""
    for link in links:
        mention = link.unit.date if link.unit is not None else None
        window = mention.window() if mention is not None else None
        if link.aspect != "date" or not link.conflicts or mention is None or window is None or mention.mode != "in":
            continue
        people = [other.unit for other in links if other.aspect == "name" and other.agrees and other.unit is not None]
        terms = [term for unit in people for key in unit.keys for term in vocabulary.titles.get(key, ())]
        offices = {key for key in reading.told if key.startswith("c:")}
        if any(offices & set(term.concepts) and held(term.start, term.end, window) for term in terms):
            link.relation, link.note = Relation.FORWARD_ENTAILMENT, "another term is on record"


def _settle_comparison(links: list[Link]) -> None:
    """Let opposite comparatives agree where the sides are turned round too: smaller than, bigger than."""
    for link in links:
        if link.aspect in ("word", "polarity") and link.conflicts:
            link.relation, link.note = Relation.EQUIVALENCE, "the comparison is turned round on both sides"


def _length(link: Link) -> int:
    """Return how many days a date names: one as fine as another dates something by itself."""
    mention = link.unit.date if link.unit is not None else None
    return mention.span.last - mention.span.first if mention is not None and mention.span is not None else 0


_CLEFT = re.compile(r"^it (?:was|is) (?:in|on|back in|only in)\b.+\bthat\b", re.I)
_DATED = re.compile(
    r"^(?:[Tt]he\b|[A-Z][\w'’-]+(?:'s|’s)\b).*\b(?:took place|happened|occurred|was held|were held|was|were|came|"
    r"dates? from|dates? back to|fell)\s+(?:only |back )?(?:in|on|to)\s+[\w ,]+\W*$"
)


@lru_cache(maxsize=4096)
def _is_definite(text: str) -> bool:
    """Say whether a statement dates one definite event: "It was in May that ...", "X's visit took place in May"."""
    return bool(_CLEFT.match(text) or _DATED.match(text))


@lru_cache(maxsize=4096)
def _says_again(text: str) -> bool:
    return bool(_AGAIN.search(text))


def _both_first(text: str, claim: str) -> bool:
    """Say whether both speak of a first or last time, of which there is but one."""
    return any(word in claim.lower().split() and word in text.lower().split() for word in ("first", "last", "maiden"))


@lru_cache(maxsize=4096)
def _happens_once(claim: str) -> bool:
    return bool(_ONCE.search(claim))


def _names_first(statement: Reading, reading: FactReading) -> bool:
    """Say whether the statement names the one whom the fact names first: the speaker of a fact on what was said."""
    return bool(reading.names) and any(reading.names[0] in unit.keys for unit in statement.units)


def speaks_to(statement: Reading, reading: FactReading) -> float:
    """Return the share of the statement's words and names that the fact tells anything of: a quick upper bound."""
    told = reading.told
    met = total = 0
    for unit in statement.units:
        if unit.kind in ("word", "name") and unit.role != "generic":
            total += 1
            met += any(key in told for key in unit.keys)
    return met / total if total else 0.0


def turns(misstatement: FactReading, fact: FactReading) -> list[Unit]:
    """Return what sets a misstatement apart from the fact: its words and names that the fact does not tell alike."""
    apart = []
    for unit in misstatement.claim.units:
        says = unit.kind in ("word", "name") and unit.role != "generic" and bool(unit.keys)
        if says and all(fact.told.get(key) != unit.sign for key in unit.keys):
            apart.append(unit)
    return apart


def makes_the_mistake(statement: Reading, misstatement: FactReading, fact: FactReading) -> bool:
    """Say whether a statement that goes with a misstatement has what is wrong in it.

    It must have most of what sets the misstatement apart, denied alike; where that is but the order of the names,
    the same order.
    """
    apart = turns(misstatement, fact)
    if not apart:
        return _same_order(statement, misstatement.claim)
    signs = {(key, unit.sign) for unit in statement.units for key in unit.keys}
    met = [unit for unit in apart if any((key, unit.sign) in signs for key in unit.keys)]
    return sum(unit.weight for unit in met) >= TURNED * sum(unit.weight for unit in apart)


TURNED = 0.6
"""How much of what sets a misstatement apart a statement must have to make the same mistake."""


def _same_order(statement: Reading, other: Reading) -> bool:
    """Say whether the names that two readings share stand in the same order."""
    mine = [unit.keys[0] for unit in statement.units if unit.kind == "name"]
    theirs = [unit.keys[0] for unit in other.units if unit.kind == "name"]
    shared = set(mine) & set(theirs)
    return [key for key in mine if key in shared] == [key for key in theirs if key in shared]


def share_met(statement: Reading, reading: FactReading) -> float:
    """Return the share of the claim's words and names that the statement has, by themselves or by kin."""
    keys = {key for unit in statement.units for key in unit.keys}
    claim = [unit for unit in reading.claim.units if unit.kind in ("word", "name") and unit.role != "generic"]
    return sum(not keys.isdisjoint(unit.keys) for unit in claim) / len(claim) if claim else 0.0


def _out_of_reach(links: list[Link], policy: Policy) -> bool:
    """Say whether the statement has too much that the fact is silent on, even if every name were to conflict."""
    total = open_words = 0.0
    for link in links:
        total += link.weight
        if link.aspect == "word" and link.relation is Relation.INDEPENDENCE:
            open_words += link.weight
    return open_words > (1 - min(policy.support, policy.contradict)) * total + SINGLED_OUT


SINGLED_OUT = 1.0
"""A word that is singled out may still turn into a conflict."""


def _hopeless(links: list[Link]) -> bool:
    """Say whether nothing that follows can make these links a verdict: a figure or date that the fact leaves open."""
    if any(link.conflicts for link in links):
        return False
    return any(link.hard and not link.agrees and link.aspect in ("number", "date") for link in links)


def _settle_scope(links: list[Link], reading: FactReading) -> None:
    """Let one negation that the two sides attach to different words cancel out: "nothing shows", "no clear sign"."""
    denied = [link for link in links if link.conflicts and link.unit is not None and link.unit.sign < 0]
    claimed = [link for link in links if link.aspect == "polarity" and link.unit is not None and link.unit.sign > 0]
    negations = sum(unit.sign < 0 for unit in reading.claim.units)
    if (
        len(denied) == 1
        and negations == 1
        and (claimed or _asserts_denied(links, reading) or _is_unmet(links, reading))
    ):
        for link in (*denied, *claimed):
            link.relation, link.aspect, link.note = Relation.EQUIVALENCE, "polarity", "denied on both sides"


def _asserts_denied(links: list[Link], reading: FactReading) -> bool:
    """Say whether the statement uses, undenied, the very word that the claim denies."""
    keys = {key for unit in reading.claim.units if unit.sign < 0 for key in unit.keys}
    return any(link.unit is not None and link.unit.sign > 0 and not keys.isdisjoint(link.unit.keys) for link in links)


def _is_unmet(links: list[Link], reading: FactReading) -> bool:
    """Say whether no word of the statement answers the one that the claim denies."""
    if any(link.conflicts and link.unit is not None and link.unit.sign < 0 and _is_same_word(link) for link in links):
        return False
    keys = {key for unit in reading.claim.units if unit.sign < 0 for key in unit.keys}
    return all(link.unit is None or keys.isdisjoint(link.unit.keys) for link in links)


def _is_same_word(link: Link) -> bool:
    return link.unit is not None and link.unit.text.lower()[:4] == link.fact.lower()[:4]


def _left_unsaid(links: list[Link], fact: Fact, vocabulary: Vocabulary) -> list[Link]:
    """Return the limit of a fact on what was not said, where the statement speaks of no silence."""
    if fact.kind != "omission" or any(link.conflicts for link in links):
        return []
    for link in links:
        unit = link.unit
        if unit is None or not link.agrees or unit.kind != "word":
            continue
        if not SCANT_WORDS.isdisjoint(unit.text.lower().split()):
            return []
        if unit.sign < 0 or any(-1 in vocabulary.entails.get("+" + key, {}).values() for key in unit.keys):
            return []
    return [Link("polarity", Relation.FORWARD_ENTAILMENT, None, "", "the record says that it was left unsaid")]


def _denied_in_fact(links: list[Link], nearest: Reading, fact: Fact) -> list[Link]:
    """Return the limit of a fact whose denial the statement leaves out: "did not say that ..."."""
    if any(link.conflicts for link in links):
        return []
    denied = [unit for unit in nearest.units if unit.sign < 0 and unit.kind == "word"]
    if not denied:
        return []
    met = [link for link in links if link.agrees and link.unit is not None and link.unit.kind == "word"]
    texts = {unit.text for unit in denied}
    if any(link.unit is not None and (link.unit.sign < 0 or link.fact in texts) for link in met):
        return []
    keys = {key for link in met if link.unit is not None for key in link.unit.keys}
    shared = [unit.token for unit in nearest.units if not keys.isdisjoint(unit.keys)]
    after = sum(token > denied[0].token for token in shared)
    if fact.kind == "omission" or 2 * after > len(shared):
        return [Link("polarity", Relation.FORWARD_ENTAILMENT, None, denied[0].text, "the record denies it")]
    return []
