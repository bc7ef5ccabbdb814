"""Names: a person, country, city, body or agreement of the statement against those of the fact.

Agrees when the fact names the same entity (by any alias), its capital as the seat of its government, or the
bearer of an office that the statement names. Another name is independent: that Astana promised to help
Kyrgyzstan says nothing on Tajikistan. It conflicts only where the statement pins down the very event of the
record: an identity ("the president who came was X"), an office that the record gives to someone else, a full
date, a counted whole ("the 65 countries"), or a named agreement.
"""

from __future__ import annotations

from kzfacts.finding import Relation
from kzfacts.language.reading import Unit
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.fact_reading import PLACE_PREPOSITIONS, FactReading
from kzfacts.matching.link import Link

WEIGHT = 1.5
"""How much hangs on a name; 1 for a plain content word."""
LIGHT_WEIGHT = 0.4
"""... on one that the text need not have."""


def relate(unit: Unit, fact: FactReading, vocabulary: Vocabulary, hard: bool = True) -> Link:
    """Relate one name unit to the fact; a name that need not be there (not ``hard``) weighs little when missing."""
    for key in readings_of(unit, vocabulary):
        sign = fact.told.get(key)
        if sign is not None and _is_elsewhere(key, unit, fact, vocabulary):
            continue
        if sign is not None:
            text = fact.texts.get(key, "") or vocabulary.compiled.labels.get(key, "")
            if unit.sign < 0 and sign > 0:
                return Link("polarity", Relation.NEGATION, unit, text, weight=WEIGHT, hard=True)
            relation = Relation.EQUIVALENCE if key in unit.keys else Relation.REVERSE_ENTAILMENT
            return Link("name", relation, unit, text, weight=WEIGHT, hard=True)
    weight = WEIGHT if hard else LIGHT_WEIGHT
    return Link("name", Relation.INDEPENDENCE, unit, note="the record does not name it", weight=weight, hard=hard)


def with_countries(unit: Unit, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the keys of a name and, of capitals, those of their countries, wherever it stands."""
    seats = vocabulary.compiled.seats
    return frozenset((*unit.keys, *(seats[key] for key in unit.keys if key in seats)))


def _is_elsewhere(key: str, unit: Unit, fact: FactReading, vocabulary: Vocabulary) -> bool:
    """Say whether the statement has as a place what the fact has only as an actor: "in Brussels" for the EU."""
    here = unit.preposition in PLACE_PREPOSITIONS or unit.goal
    if not here or vocabulary.compiled.kinds.get(key) != "city" or key not in vocabulary.compiled.seats:
        return False
    return "l:" + key not in fact.told and key in fact.direct


def readings_of(unit: Unit, vocabulary: Vocabulary) -> list[str]:
    """Return what a name may stand for: itself, and for a capital in the place of a government its country."""
    keys = list(unit.keys)
    if unit.preposition not in PLACE_PREPOSITIONS and not unit.goal:
        keys.extend(vocabulary.compiled.seats[key] for key in unit.keys if key in vocabulary.compiled.seats)
    return keys


def is_person(key: str, vocabulary: Vocabulary) -> bool:
    """Say whether a name is that of a person; an unknown one is taken for such."""
    return vocabulary.compiled.kinds.get(key, "person") == "person"


def scattered(links: list[Link], fact: FactReading, vocabulary: Vocabulary) -> list[Link]:
    """Return a limit where no single wording of the fact has all the people that the statement takes from it.

    Wordings name different surroundings of the fact; who visited whom must not be put together from two of them.
    """
    wanted = [
        set(link.unit.keys)
        for link in links
        if link.unit is not None and link.aspect == "name" and link.agrees and is_person(link.unit.keys[0], vocabulary)
    ]
    if len(wanted) < 2 or len(fact.readings) < 2:
        return []
    bare = [keys for keys in wanted if any(key in fact.direct for key in keys)]
    for reading in fact.readings:
        own = {key for unit in reading.units if unit.kind == "name" for key in unit.keys}
        if all(keys & own or any(key in fact.around.get(name, ()) for name in own for key in keys) for keys in bare):
            return []
    return [Link("name", Relation.FORWARD_ENTAILMENT, None, note="no wording of the record has these names together")]


def alike(key: str, other: str, vocabulary: Vocabulary) -> bool:
    """Say whether two names are of one kind; an unknown name may be of any."""
    kinds = vocabulary.compiled.kinds
    if key not in kinds or other not in kinds:
        return key[0] == "n" or other[0] == "n"
    return GROUPS.get(kinds[key], kinds[key]) == GROUPS.get(kinds[other], kinds[other])


GROUPS = {"organisation": "body", "country": "place", "city": "place", "region": "place"}
