"""Lists that the record gives in full, and names that a statement puts on them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzfacts.finding import Relation
from kzfacts.language.reading import Reading
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.aspects.name import alike, is_person
from kzfacts.matching.aspects.scope import ONLY
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link


def close_list(links: list[Link], gaps: list[Link], fact: FactReading, vocabulary: Vocabulary) -> None:
    """Find a person put on a list that the record closes: "only two came, Hollande and Renzi"."""
    if not ONLY.search(fact.claim.text) or not fact.lists:
        return
    people = [link for link in gaps if link.unit is not None and is_person(link.unit.keys[0], vocabulary)]
    others = [link for link in gaps if link not in people and link.unit is not None and not link.unit.demonym]
    if len(people) != 1 or others or any(_is_host(link, fact, vocabulary) for link in people):
        return
    counted = [number.nouns for number in fact.numbers if number.unit in fact.claim.units]
    if not any(
        signs.get(key, 0) > 0
        for link in links
        if link.unit and link.agrees
        for key in link.unit.keys
        for signs in counted
    ):
        return
    for link in gaps:
        link.relation, link.note = Relation.ALTERNATION, "the record closes the list"
        link.fact = fact.claim.text


_MEMBERSHIP = re.compile(
    r"\b(?:among|amongst|one of|includ\w+|inclusive|counted|belong\w*|also|too|as well|along with|together with"
    r"|alongside|joined|part of|signator\w+|found\w+|members?|participa\w+|abstain\w*|voted|signed|inked"
    r"|contribut\w+|supplied|put (?:its|their|his|her) names?)\b",
    re.I,
)


_DENIED = re.compile(r"\b(?:not|never|no|neither|nor|without|outside)\b|n't\b|n’t\b", re.I)
_ADDED = re.compile(r"\b(?:added|extended to|later|newly|since then)\b", re.I)
"""Words for what came onto a list after it was made."""
_GROUP = re.compile(r"\b(?:states|countries|nations|republics|members|powers)$", re.I)
"""What a list of such may be called as a whole."""
_ALL = re.compile(r"\b(?:all|every|the (?:only|sole)|no other|none other|founded by|made up of|consist\w* of)\b", re.I)
"""Words that tell that a list names all there are."""


def find_not_on_list(statement: Reading, gaps: list[Link], fact: FactReading, vocabulary: Vocabulary) -> None:
    """Find the one name put on a list that the claim gives in full: "the six signatories were ..."."""
    if len(gaps) != 1 or gaps[0].unit is None or gaps[0].unit.sign < 0 or not _MEMBERSHIP.search(statement.text):
        return
    if _DENIED.search(statement.text) or _ADDED.search(statement.text) or _GROUP.search(gaps[0].unit.text):
        return
    kinds = vocabulary.compiled.kinds
    kind = kinds.get(gaps[0].unit.keys[0])
    for names in fact.lists:
        same_kind = kind and all(alike(gaps[0].unit.keys[0], name, vocabulary) for name in names)
        if same_kind and _is_complete(names, fact):
            gaps[0].relation, gaps[0].note = Relation.ALTERNATION, "the record closes the list"
            gaps[0].fact = fact.claim.text
            return


def _is_complete(names: Sequence[str], fact: FactReading) -> bool:
    """Say whether a list of the claim has as many names as the claim counts, or is called all there are."""
    quantities = [unit.quantity for unit in fact.claim.units if unit.quantity is not None]
    counted = any(not one.unit and one.low == one.high == len(names) for one in quantities)
    return counted or bool(_ALL.search(fact.claim.text))


def _is_host(link: Link, fact: FactReading, vocabulary: Vocabulary) -> bool:
    """Say whether a person holds an office of a country that the fact names, and may be there but as the host."""
    keys = link.unit.keys if link.unit is not None else ()
    return any(term.of in fact.names for key in keys for term in vocabulary.titles.get(key, ()))
