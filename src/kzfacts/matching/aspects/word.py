"""Words: a content word of the statement against everything that the fact's wordings tell.

Agrees when the fact says the word, a word of the same meaning, or one that entails it, with the same sign.
Conflicts when the fact entails the opposite (``polarity`` where one side denies the very word). Stays silent
(independent) when the fact tells nothing of it.
"""

from __future__ import annotations

from kzfacts.finding import Relation
from kzfacts.language.reading import Unit
from kzfacts.language.words import NEGATORS, PLAIN_ADVERBS
from kzfacts.matching.fact_reading import EITHER, MAX_SENSES, PREFIX, FactReading
from kzfacts.matching.link import Link

PLANNED = "the record speaks of a plan or promise"
POSSIBLE = "the record holds it possible only"
SAME_FAMILY = "same family"
GENERIC_WEIGHT = 0.15
"""How much hangs on a word that says next to nothing; 1 for a plain content word."""
OPERATOR_WEIGHT = 0.3
"""... on one that only denies, doubts or reports another."""
FAMILY = 0.8
"""What is left of a word's weight where the fact has but a relative of it."""


def weigh(unit: Unit) -> float:
    """Return how much of the statement hangs on this word, 1 for a plain content word."""
    if unit.role == "generic" or not unit.keys:
        return GENERIC_WEIGHT
    return OPERATOR_WEIGHT if unit.role in ("negative", "possible", "report") else unit.weight


def relate(unit: Unit, fact: FactReading) -> Link:
    """Relate one word unit to the fact: by its own stem first, then by its meanings, then by words of its family."""
    told = fact.told
    against = ""
    if unit.sign < 0 and "commit" in fact.marks and not fact.planned.isdisjoint(unit.keys):
        return Link("modality", Relation.INDEPENDENCE, unit, "", PLANNED, weigh(unit), hard=True)  # and was not done
    stem = unit.keys[-1] if unit.keys else ""
    if stem[:2] == "w:" and told.get(stem) == -unit.sign and unit.role != "generic" and stem in fact.claimed:
        return _conflict(unit, stem, fact)  # the very word, denied on one side
    refused = _refused_by_claim(unit, fact)
    if refused:
        return _conflict(unit, refused, fact)
    for key in unit.keys:
        sign = told.get(key)
        if sign is None or sign == EITHER:
            continue
        if sign == unit.sign and (sign > 0 or key in fact.claimed):
            if unit.verbal and not unit.planned and sign > 0 and not fact.planned.isdisjoint(unit.keys):
                note = PLANNED if "commit" in fact.marks else POSSIBLE
                return Link("modality", Relation.FORWARD_ENTAILMENT, unit, fact.texts.get(key, ""), note, weigh(unit))
            relation = Relation.EQUIVALENCE if key[0] == "w" else Relation.REVERSE_ENTAILMENT
            return Link("word", relation, unit, fact.texts.get(key, ""), weight=weigh(unit))
        if key in fact.claimed:
            against = against or key
    if against and unit.role != "generic" and (unit.senses <= MAX_SENSES or against[0] == "w"):
        return _conflict(unit, against, fact)
    return _relative(unit, fact)


def _refused_by_claim(unit: Unit, fact: FactReading) -> str:
    """Return the key of a verb that the claim itself denies, and has nowhere undenied; "" where there is none."""
    if not unit.verbal or unit.role or unit.senses > MAX_SENSES:
        return ""
    mine = [other for other in fact.claim.units if other.kind == "word" and not set(unit.keys).isdisjoint(other.keys)]
    if not mine or any(other.sign == unit.sign for other in mine):
        return ""
    return next((key for key in unit.keys if key in mine[0].keys and fact.told.get(key) == -unit.sign), "")


def _turns_the_sense(unit: Unit) -> bool:
    """Say whether a phrase has a negator in it: "can do without", "nothing to do with"."""
    return " " in unit.text and not NEGATORS.isdisjoint(unit.text.lower().split())


def _is_manner(unit: Unit) -> bool:
    """Say whether a word tells how something was done: "secretly", "reluctantly"; that, the record must say."""
    text = unit.text.lower()
    return text.endswith("ly") and len(text) > MANNER and text not in PLAIN_ADVERBS and unit.role in ("", "possible")


MANNER = 6
"""Adverbs in -ly are longer than this."""


def _conflict(unit: Unit, key: str, fact: FactReading) -> Link:
    """Name the conflict: the very word denied on one side, or a word that excludes it."""
    text = fact.texts.get(key, "")
    direct = any(key in other.keys for other in fact.claim.units)
    if direct or unit.sign < 0:
        return Link("polarity", Relation.NEGATION, unit, text, weight=weigh(unit))
    return Link("word", Relation.ALTERNATION, unit, text, weight=weigh(unit))


def _relative(unit: Unit, fact: FactReading) -> Link:
    """Look for a word of the same family, else leave the unit independent."""
    last = unit.keys[-1] if unit.keys else ""
    if last.startswith("w:") and len(last) >= PREFIX + 2 and unit.sign > 0:
        key = "p:" + last[2 : 2 + PREFIX]
        if key in fact.told:
            return Link("word", Relation.EQUIVALENCE, unit, fact.texts.get(key, ""), SAME_FAMILY, FAMILY * weigh(unit))
    hard = (
        unit.sign < 0
        or (_turns_the_sense(unit) and unit.role != "negative")
        or last.startswith("w:@")
        or _is_manner(unit)
    )
    return Link("word", Relation.INDEPENDENCE, unit, weight=weigh(unit), hard=hard)
