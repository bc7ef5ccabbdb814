"""Transfers: who handed something over, and who took it.

"A took over from B", "B handed over to A", "A succeeded B", "B was replaced by A", "A's predecessor was B": each has
a giver and a taker, whatever is subject. Conflicts where statement and fact have the same two the other way round;
silent wherever a side is missing or not named.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kzfacts.finding import Relation
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.aspects.name import with_countries
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link

_TAKING = (
    r"t(?:ake|akes|ook|aking|aken)\b(?: \S+){0,6}? over\b|t(?:ake|akes|ook|aking) over\b|succeed\w*"
    r"|replac(?:e|es|ed|ing)\b|inherit\w*|receiv\w+|assum\w+|follow(?:s|ed|ing)|reliev\w+|supplant\w*|got\b|t(?:ook|ake|akes|aking)\b"
)
_GIVING = (
    r"hand(?:s|ed|ing)?(?: \S+){0,6}? over|hand(?:s|ed|ing)? over|hand(?:s|ed|ing)?(?: on)?|pass(?:es|ed|ing)?(?: on)?"
    r"|transfer\w*|ced(?:e|es|ed|ing)|gave way|made way|yield\w*|surrender\w*|giv(?:e|es|ing)|gave"
)
_DEED = re.compile(rf"\b(?:(?P<taking>{_TAKING})|(?P<giving>{_GIVING}))", re.I)
_TAKEN_OVER = re.compile(r"\bt(?:ook|ake|akes|aking) over\b|\bt(?:ook|ake|akes|aking)(?: \S+){1,5}? over\b", re.I)
_NOUN = re.compile(r"(?:'s|’s) (?:\w+ )?(?P<noun>successor|replacement|predecessor)\b", re.I)
_BE = re.compile(r"\b(?:is|was|were|be|been|being|got)(?: \w+)?\s*$", re.I)


class Transfer(NamedTuple):
    """The keys of the two sides, none where one is not named, and the words that tell of it as offsets in the text."""

    giver: frozenset[str]
    taker: frozenset[str]
    start: int
    end: int


def relate(statement: Reading, links: list[Link], fact: FactReading, vocabulary: Vocabulary) -> Link | None:
    """Return the conflict of a transfer told the other way round, None when there is none.

    Where both tell of the same one, in whatever words, the words of the statement agree.
    """
    mine = find(statement, vocabulary)
    if mine is None:
        return None
    known = [theirs for reading in fact.readings if (theirs := find(reading, vocabulary)) is not None]
    if any(mine.giver & theirs.giver and mine.taker & theirs.taker for theirs in known):
        for link in links:
            inside = link.unit is not None and mine.start <= link.unit.start < mine.end
            if inside and link.aspect == "word" and not link.agrees and link.unit is not None and link.unit.sign > 0:
                link.relation, link.note = Relation.REVERSE_ENTAILMENT, "the same transfer"
            elif link.aspect == "polarity" and link.conflicts and link.unit is not None and not inside:
                link.relation, link.note = Relation.EQUIVALENCE, "the same transfer"  # gave up the chair to him
        return None
    unit = Unit("word", statement.text[mine.start : mine.end], mine.start, mine.end, -1, ())
    if known and all(_is_from_another(mine, theirs) for theirs in known):
        return Link("role", Relation.ALTERNATION, unit, "from another", "the record names another", weight=0.0)
    if not any(_is_swapped(mine, theirs) for theirs in known):
        return None
    return Link("role", Relation.ALTERNATION, unit, "the other way", "the two sides are swapped", weight=0.0)


def is_same(statement: Reading, fact: FactReading, vocabulary: Vocabulary) -> bool:
    """Say whether statement and fact tell of the same transfer."""
    mine = find(statement, vocabulary)
    if mine is None or not (mine.giver and mine.taker):
        return False
    known = (find(reading, vocabulary) for reading in fact.readings)
    return any(theirs and mine.giver & theirs.giver and mine.taker & theirs.taker for theirs in known)


_COMING = re.compile(
    r"\b(?:became|becomes|appoint\w*|named|sworn in|took (?:office|over|up)|assum\w+|enter\w* (?:on )?office|elected)"
    r"\b",
    re.I,
)
_LEAVING = re.compile(r"\b(?:left|leaves?|until|till|resign\w*|step\w* down|made way|hand\w*|pass\w*|by)\b", re.I)


def settle_leaving(statement: Reading, links: list[Link], fact: FactReading, vocabulary: Vocabulary) -> None:
    """Let the day on which somebody left not conflict with that on which he came: "became ambassador in 2013"."""
    if not _COMING.search(statement.text) or _LEAVING.search(statement.text):
        return
    known = [theirs for reading in fact.readings if (theirs := find(reading, vocabulary)) is not None]
    named = {key for unit in statement.units if unit.kind == "name" for key in unit.keys}
    if known and all(theirs.giver & named and not theirs.taker & named for theirs in known):
        for link in links:
            if link.aspect == "date" and link.conflicts:
                link.relation, link.note = Relation.INDEPENDENCE, "the record tells when that one left"


def _is_from_another(mine: Transfer, theirs: Transfer) -> bool:
    """Say whether the same one took over, but from somebody else."""
    same = bool(mine.taker & theirs.taker and mine.giver and theirs.giver)
    return same and not mine.giver & (theirs.giver | theirs.taker)


def _is_swapped(mine: Transfer, theirs: Transfer) -> bool:
    """Say whether two tell the same transfer the other way round; of a side that is missing nothing is asked."""
    if mine.giver and mine.taker:
        return bool(mine.giver & theirs.taker and mine.taker & theirs.giver)
    return bool(mine.taker & theirs.giver - theirs.taker) or bool(mine.giver & theirs.taker - theirs.giver)


def find(reading: Reading, vocabulary: Vocabulary) -> Transfer | None:
    """Return the transfer that a sentence tells of between two of its names."""
    names = [unit for unit in reading.units if unit.kind == "name"]
    noun = _NOUN.search(reading.text)
    if noun is not None:
        owner = next((unit for unit in reversed(names) if unit.end <= noun.start() + 1), None)
        other = next((unit for unit in names if unit.start >= noun.end()), None)
        if owner is None or other is None:
            return None
        sides = (other, owner) if noun["noun"].lower() == "predecessor" else (owner, other)
        return _transfer(*sides, noun.start("noun"), noun.end("noun"), vocabulary)
    for deed in _DEED.finditer(reading.text):
        sides_found = _sides(reading, names, deed)
        if sides_found is not None:
            return _transfer(*sides_found, deed.start(), deed.end(), vocabulary)
    taking = _TAKEN_OVER.search(reading.text)
    if taking is None or _BE.search(reading.text[: taking.start()]):
        return None
    before = [unit for unit in names if unit.end <= taking.start() and not unit.preposition and not unit.possessive]
    return Transfer(frozenset(), with_countries(before[0], vocabulary), *taking.span()) if len(before) == 1 else None


def _sides(reading: Reading, names: list[Unit], deed: re.Match[str]) -> tuple[Unit, Unit] | None:
    """Return giver and taker of one deed, by "from", "to" and "by", else by subject and object."""
    before = [unit for unit in names if unit.end <= deed.start()]
    after = [unit for unit in names if unit.start >= deed.start() and not unit.possessive]
    subject = next((unit for unit in before if unit.preposition in ("", "of") and not unit.possessive), None)
    source = next((unit for unit in after if unit.preposition == "from"), None)
    goal = next((unit for unit in after if unit.preposition in ("to", "for")), None)
    agent = next((unit for unit in after if unit.preposition == "by"), None)
    passive = bool(_BE.search(reading.text[: deed.start()]))
    if deed["giving"]:
        giver = source or agent or (None if passive else subject)
        return (giver, goal) if giver is not None and goal is not None else None
    if passive and agent is not None:
        return (subject, agent) if subject is not None else None
    direct = next((unit for unit in after if not unit.preposition), None)
    plain = deed["taking"].lower().startswith(("succe", "repl", "follow", "reliev", "supplant"))
    giver = source or (direct if plain else None)
    return (giver, subject) if giver is not None and subject is not None else None


def _transfer(giver: Unit, taker: Unit, start: int, end: int, vocabulary: Vocabulary) -> Transfer | None:
    sides = [with_countries(unit, vocabulary) for unit in (giver, taker)]
    return None if sides[0] & sides[1] else Transfer(sides[0], sides[1], start, end)
