"""Scope: exclusive words ("only", "sole", "alone") against what the fact lists or counts.

"The only head of state" says one; it conflicts with a record of two. "Trade is the only subject" conflicts with
a record that lists further members or leaves its list open ("among", "including", "and others"). Where the fact
says neither, exclusiveness is more than it tells: the statement is at most absent.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kzfacts.finding import Relation
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.language.words import ONLY_WORDS
from kzfacts.matching.aspects.name import is_person
from kzfacts.matching.aspects.number import shares
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link

_ONLY = "|".join(sorted(ONLY_WORDS))
_OPEN_LIST = re.compile(
    r"\b(includ\w+|among|amongst|such as|and others|other|others|several|various|different|one of)\b", re.I
)
REACH = 5
"""How many tokens after an exclusive word the noun stands at most that it limits."""
ONLY = re.compile(rf"\b(?:{_ONLY})\b", re.I)
_EXCLUSIVE = re.compile(rf"\b({_ONLY}|merely|just|no more than|nothing but|purely)\b", re.I)


def relate(statement: Reading, links: list[Link], fact: FactReading, vocabulary: Vocabulary) -> Link | None:
    """Return the link of the statement's exclusive word, None when it has none."""
    if not statement.only:
        return None
    word = _only_unit(statement)
    if _restricts_any(statement, links, fact):
        return Link("scope", Relation.ALTERNATION, word, "any", "the record sets no such limit", weight=0.0, hard=True)
    counted = _following(statement)
    if counted is not None:
        for number in fact.numbers:
            quantity = number.unit.quantity
            if quantity is not None and not quantity.unit and quantity.low > 1 and shares(counted.keys, number.nouns):
                named = _people(statement, vocabulary)
                if _is_plural(counted) or (named > 1 and quantity.low <= named):
                    break
                return Link(
                    "scope", Relation.ALTERNATION, word, number.unit.text, "not the only one", weight=0.0, hard=True
                )
    if any(_EXCLUSIVE.search(reading.text) for reading in fact.readings):
        return Link("scope", Relation.EQUIVALENCE, word, "only", weight=0.0)
    if any(_OPEN_LIST.search(reading.text) for reading in fact.readings[:1]):
        return Link(
            "scope", Relation.ALTERNATION, word, fact.claim.text, "the record lists more", weight=0.0, hard=True
        )
    return Link("scope", Relation.INDEPENDENCE, word, note="the record does not say that there is no other", hard=True)


def _people(statement: Reading, vocabulary: Vocabulary) -> int:
    """Return how many people the statement names."""
    return sum(unit.kind == "name" and is_person(unit.keys[0], vocabulary) for unit in statement.units)


_FOCUS = re.compile(
    r"\b(first of all|above all|first and foremost|foremost|chiefly|mainly|mostly|primarily|principally|largely|merely|"
    r"purely|only|solely|essentially|in essence|at heart|more than anything|nothing but|no more than|just)\b",
    re.I,
)


def focus(statement: Reading, links: list[Link], fact: FactReading, vocabulary: Vocabulary) -> None:
    """Turn a singled-out member of a lexicon group into a conflict with the member that the record singles out.

    "Above all a political union" excludes "first of all an economic mechanism"; "a political union" does not.
    """
    if _focus_end(statement.text) < 0:
        return
    groups = vocabulary.compiled.groups
    mine = _singled_out(statement, groups)
    if mine is None:
        return
    for reading in fact.readings:
        theirs = _singled_out(reading, groups)
        if theirs is None or not {groups.get(k) for k in mine.keys} & {groups.get(k) for k in theirs.keys} - {None}:
            continue
        if set(mine.keys) & set(theirs.keys):
            return
        for link in links:
            if link.unit is mine:
                link.relation, link.fact = Relation.ALTERNATION, theirs.text
        return


@lru_cache(maxsize=4096)
def _focus_end(text: str) -> int:
    """Return where the word that singles out ends; -1 when there is none."""
    match = _FOCUS.search(text)
    return match.end() if match else -1


def _singled_out(reading: Reading, groups: dict[str, str]) -> Unit | None:
    """Return the first member of a group after the word that singles out."""
    end = _focus_end(reading.text)
    if end < 0:
        return None
    return next((u for u in reading.units if u.start >= end and any(k in groups for k in u.keys)), None)


_ANY = re.compile(r"\b(any|whenever|whichever|whatever|every|all|no matter)\b", re.I)
_CONDITION = re.compile(r"\bonly (if|when|after|before|on|at|in|with|for|once|provided)\b", re.I)


def _restricts_any(statement: Reading, links: list[Link], fact: FactReading) -> bool:
    """Say whether "only if ..." limits what the record leaves free ("at any time").

    What the condition is then no longer counts.
    """
    if not _CONDITION.search(statement.text) or not _ANY.search(fact.claim.text):
        return False
    for link in links:
        if link.unit is not None and link.unit.token > statement.only[0] and not link.agrees:
            link.hard, link.weight = False, 0.0
    return True


def _only_unit(statement: Reading) -> Unit:
    """Return a unit that stands for the exclusive word itself."""
    match = ONLY.search(statement.text)
    start, end = match.span() if match else (0, 0)
    return Unit("word", statement.text[start:end], start, end, statement.only[0], ())


def _following(statement: Reading) -> Unit | None:
    """Return the noun that the exclusive word limits: the last word unit of the phrase after it."""
    first = statement.only[0]
    after = [unit for unit in statement.units if unit.kind == "word" and first < unit.token <= first + REACH]
    return after[-1] if len(after) == 1 else next((unit for unit in after if not unit.role), None)


def _is_plural(unit: Unit) -> bool:
    return unit.text.endswith("s") and not unit.text.endswith("ss")
