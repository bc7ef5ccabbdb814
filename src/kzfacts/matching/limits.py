"""What limits a fact and the statement leaves out: such links can only take a verdict back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzfacts.factbase.model import Fact
from kzfacts.finding import Relation
from kzfacts.language.reading import Reading
from kzfacts.language.vocabulary import Vocabulary, entity_key
from kzfacts.language.words import SCANT_WORDS
from kzfacts.matching.aspects import extent, membership, modality, name, offices, role
from kzfacts.matching.compilation import LASTING_KINDS
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link
from kzfacts.matching.proof import Policy

_OUTSIDE = re.compile(r"\b(?:stands?|stood|is|was|remain\w*|stay\w*|kept|left) outside\b", re.I)
_NO_CLAIMS = (
    (
        re.compile(r"^(?:how|why|where|what|which|who)\b[^?]*$|,? and (?:how|why) [A-Z][^,]*$"),
        "a heading claims nothing",
    ),
    (re.compile(r"\b(?:should|ought to|had better|let us)\b(?! have\b)", re.I), "what ought to be claims nothing"),
)
"""What makes no claim of a statement, unless a wording of the fact has it too; and what to say then."""
_FIRST_EVER = re.compile(r"^(?!.*\b(?:since|after|in \w+ years|from)\b).*\bfirst\b", re.I)
_NOT_FIRST_SINCE = re.compile(r"^(?!.*\bfirst\b.*\b(?:since|in (?:\w+ )?(?:years|months|decades))\b)", re.I)
_SAYS_MORE = (
    (
        re.compile(r"\b(?:more|less|fewer) (?!than\b)[^,;]*\bthan\b", re.I),
        re.compile(r" than "),
        "the record makes no such comparison",
    ),
    (_OUTSIDE, _OUTSIDE, "the record does not say outside"),
    (_FIRST_EVER, _NOT_FIRST_SINCE, "the record speaks of the first since some time"),
)
"""What says more than a fact unless a wording of it has the like: in the statement, in the wording, and what to say."""
_STILL_WAS = re.compile(r"\b(?:was|were) (?:still|already|no longer)\b", re.I)
_MORE_THAN = re.compile(r"\b(?:more|less|fewer) (?!than\b)[^,;]*\bthan\b", re.I)


_FIRST = re.compile(r"\bfirst\b", re.I)
_HAPPENED = frozenset(("visit", "event"))
"""Kinds of facts of which a first one may be put by a denial: "had not been there before"."""


def find_limits(
    statement: Reading, links: list[Link], reading: FactReading, fact: Fact, vocabulary: Vocabulary, policy: Policy
) -> list[Link]:
    """Return what limits the fact and the statement leaves out: such links can only take a verdict back."""
    nearest = reading.nearest(statement.units)
    firmly = (
        fact.kind in _HAPPENED and _FIRST.search(fact.claim) and not any(unit.sign < 0 for unit in reading.claim.units)
    )
    limits = ([] if firmly else _denied_in_fact(links, nearest, fact)) or _left_unsaid(links, fact, vocabulary)
    if not policy.same_matter:
        limits.extend(_unmatched(statement, reading))
        if _is_other_side(statement, reading, vocabulary):
            limits.append(Link("scope", Relation.FORWARD_ENTAILMENT, None, note="the record compares the other way"))
        dated = any(unit.date is not None for unit in statement.units)
        if fact.kind in LASTING_KINDS and not dated and _STILL_WAS.search(statement.text):
            limits.append(Link("scope", Relation.FORWARD_ENTAILMENT, None, note="the statement does not say when"))
        limits.extend(extent.relate(statement, links, reading))
        limits.extend(modality.relate(statement, links, reading))
        limits.extend(role.find_visitor(statement, reading, vocabulary))
        bodies = {entity_key(body) for body in fact.taking_part("of")}
        limits.extend(membership.find_membership(links, statement, reading, bodies, vocabulary.compiled.kinds))
        outside = offices.out_of_office(statement, links, reading, vocabulary, fact.kind == "office")
        if outside is not None and not any(link.conflicts for link in links):
            limits.append(outside)
        limits.extend(offices.offices(statement, links, reading, vocabulary))
        limits.extend(name.scattered(links, reading, vocabulary))
    return limits


def _unmatched(statement: Reading, reading: FactReading) -> Iterator[Link]:
    """Yield the limits that the very words of a statement set, where no wording of the fact has the like."""
    wordings = [wording.text for wording in reading.readings]
    if "question" in statement.marks:
        yield Link("modality", Relation.INDEPENDENCE, None, note="a question claims nothing", hard=True)
    for pattern, note in _NO_CLAIMS:
        if pattern.search(statement.text) and not any(map(pattern.search, wordings)):
            yield Link("modality", Relation.INDEPENDENCE, None, note=note, hard=True)
    for pattern, like, note in _SAYS_MORE:
        if pattern.search(statement.text) and not any(map(like.search, wordings)):
            yield Link("scope", Relation.FORWARD_ENTAILMENT, None, note=note)


_COMPARED = re.compile(
    r"\b(?:better|worse|more|less|fewer|greater|(?!(?:offi|minist|lead|memb|oth|aft|und|ov|ev|nev)er\b)\w{3,}er)\b",
    re.I,
)


def _is_other_side(statement: Reading, reading: FactReading, vocabulary: Vocabulary) -> bool:
    """Say whether a comparison without "than" has for its subject the side that the record compares with."""
    if reading.than is None or " than " in statement.text or not _COMPARED.search(statement.text):
        return False
    first = next((unit for unit in statement.units if unit.kind == "name"), None)
    return first is not None and not set(name.readings_of(first, vocabulary)).isdisjoint(reading.than[0].keys)


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
