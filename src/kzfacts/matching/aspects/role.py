"""Roles: who did it to whom, and who is more so than whom.

Compares the names on the two sides of a shared word. Conflicts when both sides appear with places changed
("Kyrgyzstan promised to assist Kazakhstan"), taking passives, nouns ("X's visit to Y"), and converse words
(host, visit) into account. For comparisons the name after "than" is looked at. Silent for words whose sides do
not matter (meet) and wherever a side is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzfacts.finding import Relation
from kzfacts.language.reading import Frame, Reading, Unit
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.aspects.extent import names_a_holder
from kzfacts.matching.aspects.name import with_countries
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link

_REACH = 14  # tokens between a word and the name on its side


def relate(statement: Reading, fact: FactReading, vocabulary: Vocabulary, flipped: bool) -> Link | None:
    """Return the role conflict between statement and fact, None when there is none.

    ``flipped`` says that their comparatives point opposite ways (better, worse).
    """
    turned = _turned_round(statement, fact, vocabulary)
    if turned is not None:
        return turned
    compared = _compared(statement, fact, vocabulary, flipped)
    if compared is not None:
        return compared
    if sum(unit.kind == "name" for unit in statement.units) < 2:
        return None
    converse = vocabulary.compiled.converses
    for frame in frames(statement, vocabulary):
        wanted = {*frame.word.keys, *(converse[key] for key in frame.word.keys if key in converse)}
        known = [other for other in fact_frames(fact, vocabulary) if not wanted.isdisjoint(other.word.keys)]
        if not _alike(frame, vocabulary) or _AGENT.search(frame.word.text):
            continue
        verdicts = {_compare(frame, other, vocabulary) for other in known}
        if "swapped" in verdicts and "same" not in verdicts:
            other = next(o for o in known if _compare(frame, o, vocabulary) == "swapped")
            return Link(
                "role", Relation.ALTERNATION, frame.word, other.word.text, "the two sides are swapped", weight=0.0
            )
    return None


_AGENT = re.compile(r"(?:[eo]r|man|chair|head|chief|replacement|government|leadership|membership)s?$", re.I)
"""Nouns for who does it: in "X's successor was Y" it is Y who succeeds."""


def _alike(frame: Frame, vocabulary: Vocabulary) -> bool:
    """Say whether the two sides are of one kind, and so could stand in each other's place at all."""
    kinds = vocabulary.compiled.kinds
    agents = {_GROUP.get(kinds.get(key, ""), kinds.get(key, "")) for key in frame.agent}
    patients = {_GROUP.get(kinds.get(key, ""), kinds.get(key, "")) for key in frame.patient}
    return bool(agents & patients) or "" in agents | patients


_GROUP = {"city": "country", "region": "country"}


def mirror(links: list[Link], statement: Reading, fact: FactReading, vocabulary: Vocabulary) -> None:
    """Leave open a word that the fact has only from the other side (host, visit), unless the sides are known to fit."""
    converses = vocabulary.compiled.converses
    for link in links:
        unit = link.unit
        if unit is None or not link.agrees or link.aspect != "word":
            continue
        if not fact.direct.isdisjoint(unit.keys):
            continue
        if not any(converses.get(key) in fact.direct for key in unit.keys):
            continue
        mine = [frame for frame in frames(statement, vocabulary) if frame.word is unit]
        fits = any(_compare(m, other, vocabulary) == "same" for m in mine for other in fact_frames(fact, vocabulary))
        if not fits:
            link.relation, link.note = Relation.INDEPENDENCE, "the record tells it from the other side"


_VISIT = "c:visit"


def find_visitor(statement: Reading, fact: FactReading, vocabulary: Vocabulary) -> list[Link]:
    """Return a limit where the fact tells of a visit, but not of one by the person whom the statement names."""
    kinds = vocabulary.compiled.kinds
    mine = [frame for frame in frames(statement, vocabulary) if _VISIT in frame.word.keys]
    known = [other for other in fact_frames(fact, vocabulary) if _VISIT in other.word.keys]
    people = any(kinds.get(key) == "person" for other in known for key in other.agent)
    if not mine or not people or any(kinds.get(key) != "person" for frame in mine for key in frame.agent):
        return []
    if any(frame.agent & other.agent for frame in mine for other in known):
        return []
    return [Link("role", Relation.FORWARD_ENTAILMENT, None, note="the record tells of another's visit")]


def fact_frames(fact: FactReading, vocabulary: Vocabulary) -> list[Frame]:
    """Return the frames of all wordings of a fact, found when first needed."""
    if fact.frames is None:
        fact.frames = [frame for reading in fact.readings for frame in frames(reading, vocabulary)]
    return fact.frames


def frames(reading: Reading, vocabulary: Vocabulary) -> list[Frame]:
    """Return the words of a reading that stand between two names."""
    if reading.frames is None:
        reading.frames = list(_find_frames(reading, vocabulary))
    return reading.frames


def _find_frames(reading: Reading, vocabulary: Vocabulary) -> Iterator[Frame]:
    names = [unit for unit in reading.units if unit.kind == "name"]
    for unit in reading.units:
        if unit.kind != "word" or unit.role == "generic" or vocabulary.symmetric.intersection(unit.keys):
            continue
        left = [n for n in names if n.token < unit.token and n.clause == unit.clause and unit.token - n.token <= _REACH]
        right = [
            n for n in names if n.token > unit.token and n.clause == unit.clause and n.token - unit.token <= _REACH
        ]
        if not unit.verbal and not _is_deed(unit, left, right):
            continue
        sides = _sides(unit, left, right, vocabulary)
        if sides is not None:
            yield sides


def _is_deed(unit: Unit, left: list[Unit], right: list[Unit]) -> bool:
    """Say whether a noun between names is something done: "X's visit to Y", "the defeat of X by Y"; no title is."""
    if names_a_holder(unit.text):
        return False
    return bool(left and (left[-1].possessive or left[-1].demonym)) or any(name.preposition == "by" for name in right)


def _sides(unit: Unit, left: list[Unit], right: list[Unit], vocabulary: Vocabulary) -> Frame | None:
    by = next((name for name in right if name.preposition == "by"), None)
    others = [name for name in right if name.preposition not in ("by", "than")]
    subjects = [name for name in left if name.preposition in ("", "of", "between")]
    if by is not None:
        patient = subjects[0] if subjects else others[0] if others else None
        agent: Unit | None = by
    else:
        direct = [name for name in subjects if not name.preposition]
        agent = direct[-1] if direct else subjects[-1] if subjects else None
        patient = others[0] if others else None
        if unit.passive:
            agent, patient = None, agent
    if agent is None or patient is None:
        return None
    return Frame(unit, with_countries(agent, vocabulary), with_countries(patient, vocabulary))


def _compare(frame: Frame, other: Frame, vocabulary: Vocabulary) -> str:
    converse = vocabulary.compiled.converses
    keys = set(frame.word.keys)
    same_word = not keys.isdisjoint(other.word.keys)
    mirrored = not same_word and any(converse.get(key) in other.word.keys for key in keys)
    if not (same_word or mirrored) or frame.agent & frame.patient or other.agent & other.patient:
        return "unlike"
    straight = bool(frame.agent & other.agent) and bool(frame.patient & other.patient)
    crossed = bool(frame.agent & other.patient) and bool(frame.patient & other.agent)
    if straight == crossed:
        return "unlike"
    return "same" if straight is same_word else "swapped"


def _turned_round(statement: Reading, fact: FactReading, vocabulary: Vocabulary) -> Link | None:
    """Find "from Y to X" where the record has "from X to Y"."""
    mine, theirs = _ways(statement, vocabulary), _ways(fact.claim, vocabulary)
    if mine and theirs and mine[0] & theirs[1] and mine[1] & theirs[0] and not mine[0] & theirs[0]:
        word = next(unit for unit in statement.units if unit.preposition in _FROM and unit.kind == "name")
        return Link("role", Relation.ALTERNATION, word, "the other way", "the direction is turned round", weight=0.0)
    return _other_way(statement, fact, vocabulary)


def _other_way(statement: Reading, fact: FactReading, vocabulary: Vocabulary) -> Link | None:
    """Find "rented it from Y" where the record has "rented it to Y", and no wording has it as the statement does."""
    theirs = [
        (with_countries(name, vocabulary), comes) for reading in fact.readings for name, comes in _courses(reading)
    ]
    known = {key for unit in statement.units if unit.kind == "name" for key in with_countries(unit, vocabulary)}
    for name, comes in _courses(statement):
        mine = with_countries(name, vocabulary)
        told = [(other, course) for other, course in theirs if other & known]
        if told and not any(bool(mine & other) is (comes is course) for other, course in told):
            note = "the direction is turned round"
            return Link("role", Relation.ALTERNATION, name, "the other way", note, weight=0.0)
    return None


def _courses(reading: Reading) -> Iterator[tuple[Unit, bool]]:
    """Yield the names that something is let to or rented from, and whether it is rented from there."""
    for place, name in enumerate(reading.units):
        if name.kind != "name" or name.preposition not in ("from", "to"):
            continue
        before = [unit for unit in reading.units[:place] if unit.clause == name.clause]
        if any(unit.kind == "word" and not _GIVE_AND_TAKE.isdisjoint(unit.keys) for unit in before):
            yield name, name.preposition == "from"


_GIVE_AND_TAKE = frozenset(("c:lease",))
"""Words for both sides of one deal: who lets and who rents "leases"."""


_FROM, _TO = ("from",), ("to", "into", "for")


def _ways(reading: Reading, vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the keys of where a sentence comes from and where it goes, None unless it has both."""
    names = [unit for unit in reading.units if unit.kind == "name"]
    origin = next((with_countries(name, vocabulary) for name in names if name.preposition in _FROM), None)
    goal = next((with_countries(name, vocabulary) for name in names if name.preposition in _TO), None)
    return (origin, goal) if origin and goal else None


def _compared(statement: Reading, fact: FactReading, vocabulary: Vocabulary, flipped: bool) -> Link | None:
    """Hold "A is closer than B" against the record: the same order with the same direction, or both turned."""
    mine = _than(statement)
    if _NONE_MORE.search(statement.text):
        return None  # "nowhere is there a longer one than between A and B"
    if flipped or mine is None or fact.than is None or not _turns(statement, mine, fact, vocabulary):
        return None  # opposite comparatives conflict as words, or agree where the sides are turned too
    note = "the comparison is turned round"
    return Link("role", Relation.ALTERNATION, mine, f"than {fact.than[0].text}", note, weight=0.0)


def comparison_holds(statement: Reading, fact: FactReading, vocabulary: Vocabulary) -> bool:
    """Say whether both compare the same two, with order and direction both turned: smaller than, bigger than."""
    mine = _than(statement)
    if mine is None or fact.than is None or with_countries(mine, vocabulary) & with_countries(fact.than[0], vocabulary):
        return False
    if not _share_sides(statement, mine, fact, vocabulary):
        return False
    return _points_down(statement, mine) != _points_down(fact.than[1], fact.than[0])


def _turns(statement: Reading, mine: Unit, fact: FactReading, vocabulary: Vocabulary) -> bool:
    assert fact.than is not None
    than, reading = fact.than
    down, their_down = _points_down(statement, mine), _points_down(reading, than)
    if with_countries(mine, vocabulary) & with_countries(than, vocabulary):
        return down != their_down
    return _share_sides(statement, mine, fact, vocabulary) and down == their_down


def _share_sides(statement: Reading, mine: Unit, fact: FactReading, vocabulary: Vocabulary) -> bool:
    """Say whether the name after "than" of each is a name of the other."""
    assert fact.than is not None
    than, reading = fact.than
    named = {key for unit in statement.units if unit.kind == "name" for key in with_countries(unit, vocabulary)}
    known = {key for unit in reading.units if unit.kind == "name" for key in with_countries(unit, vocabulary)}
    return bool(with_countries(mine, vocabulary) & known and with_countries(than, vocabulary) & named)


_DOWNWARD = re.compile(
    r"\b(less|fewer|worse|poorer|weaker|lower|smaller|inferior|farther|further|later|colder|cooler)\b", re.I
)


def _points_down(reading: Reading, name: Unit) -> bool:
    """Say whether the comparative before "than" is one of less, not of more."""
    return bool(_DOWNWARD.search(reading.text[: name.start]))


_NONE_MORE = re.compile(r"\b(?:no|nowhere|none|nothing|never)\b.*\bthan\b", re.I)


def _than(reading: Reading) -> Unit | None:
    """Return the name after "than" that stands on that side alone."""
    names = [unit for unit in reading.units if unit.kind == "name"]
    return next((u for u in names if u.preposition == "than" and sum(u.keys == n.keys for n in names) == 1), None)
