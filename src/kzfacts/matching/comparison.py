"""One statement against one fact: every aspect in turn, then the decision."""

from __future__ import annotations

import re

from kzfacts.factbase.model import Fact
from kzfacts.finding import Relation
from kzfacts.language.reading import Reading
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.aspects import date, modality, name, number, role, scope, word
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link
from kzfacts.matching.proof import FLIPPED, Judgement, Policy, decide

_LASTING_KINDS = frozenset(("status", "membership", "office"))
_ONCE_KINDS = frozenset(("event", "agreement", "office", "membership"))
_AGAIN = re.compile(r"\b(also|again|another|as well|too|once more)\b", re.I)
_FIRST = re.compile(r"\b(first|last|join|joined|founded|founding|signed|opened|launched|established|accession)\b", re.I)


def compare(
    statement: Reading, reading: FactReading, fact: Fact, vocabulary: Vocabulary, policy: Policy
) -> Judgement:
    """Judge ``statement`` by one fact."""
    links = [_link(unit, statement, reading, fact, vocabulary) for unit in statement.units]
    name.substitute(statement, links, reading, vocabulary)
    flipped = any(link.aspect in ("word", "polarity") and link.conflicts for link in links)
    swapped = role.relate(statement, reading, vocabulary, flipped)
    if swapped is not None:
        links.append(swapped)
    exclusive = scope.relate(statement, links, reading)
    if exclusive is not None:
        links.append(exclusive)
    links.extend(modality.relate(statement, links, reading))
    links.extend(_denied_in_fact(links, reading))
    judgement = decide(links, policy)
    if "denied" in statement.marks:
        judgement.verdict = FLIPPED[judgement.verdict]
    return judgement


def _link(unit: object, statement: Reading, reading: FactReading, fact: Fact, vocabulary: Vocabulary) -> Link:
    from kzfacts.language.reading import Unit

    assert isinstance(unit, Unit)
    match unit.kind:
        case "name":
            return name.relate(unit, reading, vocabulary)
        case "number":
            return number.relate(unit, reading)
        case "date":
            lasting = fact.kind in _LASTING_KINDS
            once = not _AGAIN.search(statement.text) and (
                fact.kind in _ONCE_KINDS or (fact.kind is None and bool(_FIRST.search(fact.claim)))
            )
            return date.relate(unit, reading, lasting, once)
    return word.relate(unit, reading)


def _denied_in_fact(links: list[Link], reading: FactReading) -> list[Link]:
    """Return the limit of a fact whose denial the statement leaves out: "did not say that ..."."""
    met = [link for link in links if link.agrees and link.unit is not None]
    if any(link.unit is not None and link.unit.sign < 0 for link in met) or any(link.conflicts for link in links):
        return []
    told = reading.told
    for unit in reading.claim.units:
        if unit.sign > 0 or unit.kind != "word":
            continue
        keys = set(unit.keys)
        shared = any(
            link.unit is not None and (not keys.isdisjoint(link.unit.keys) or any(told.get(k) == 1 and "c:" in k for k in ()))
            for link in met
        )
        if shared:
            continue
        first = min((u.token for u in reading.claim.units if u.sign > 0 and u.kind == "word"), default=0)
        if unit.token <= first + 2:
            return [Link("polarity", Relation.FORWARD_ENTAILMENT, None, unit.text, "the record denies it")]
    return []
