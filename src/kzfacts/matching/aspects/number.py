"""Numbers: a quantity of the statement against the quantity of the fact that counts the same thing.

Both are intervals. Agrees when the fact's lies inside the statement's ("at least 15" of 16), conflicts when
the two are disjoint, stays silent when they overlap or the fact counts nothing of the kind: thirty press
conferences say nothing about briefings. A number is always hard: nobody may be told "supported" with a
figure that the record does not hold.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from msgspec.structs import replace

from kzfacts.finding import Relation
from kzfacts.language.numbers import Quantity, middle
from kzfacts.language.reading import Unit
from kzfacts.language.words import stem
from kzfacts.matching.fact_reading import Counted, FactReading
from kzfacts.matching.link import RANK, Link

WEIGHT = 1.5
"""How much hangs on a number; 1 for a plain content word."""
MAGNITUDE = 3.0
"""Numbers that are more than so many times one another count something else."""
MOST_NAMED = 6
"""Up to so many, a number may count the names that a fact lists."""
_FIRST = re.compile(r"\bfirst\b", re.I)
_DAY, _YEAR, _DECADES = "w:day", "w:year", frozenset(("w:decad", "w:decade"))
_TIMES = frozenset(("w:day", "w:week", "w:month", "w:year", "w:hour", "w:minut", "w:minute", "w:decade"))
_COUNTS = frozenset(("", "times"))


def relate(unit: Unit, fact: FactReading, same_matter: bool = False) -> Link:
    """Relate one number unit to the fact; in a text on the ``same_matter`` a lone number of the kind will do."""
    quantity = unit.quantity
    assert quantity is not None
    if not _DECADES.isdisjoint(unit.counted):
        years = Quantity(10 * quantity.low, 10 * quantity.high, quantity.unit, quantity.bounded)
        return replace(relate(replace(unit, quantity=years, counted=(_YEAR,)), fact, same_matter), unit=unit)
    rivals = [counted for counted in fact.numbers if same_kind(quantity, counted) and _same_thing(unit, counted)]
    if rivals:
        return _against(unit, quantity, rivals, fact)
    if same := _same_measure(unit, quantity, fact):
        return _link(unit, Relation.EQUIVALENCE, same)
    if same_matter:
        return _loosely(unit, quantity, fact)
    if _counts_names(unit, fact):
        return _link(unit, Relation.REVERSE_ENTAILMENT, "as many are named")
    if _counts_days(unit, fact):
        return _link(unit, Relation.REVERSE_ENTAILMENT, "as many days")
    if quantity.unit == "ordinal" and quantity.low > 1 and _FIRST.search(fact.claim.text):
        return _link(unit, Relation.ALTERNATION, "first")
    return _link(unit, Relation.INDEPENDENCE, note="the record does not count this")


def _link(unit: Unit, relation: Relation, told: str = "", note: str = "") -> Link:
    """Return the link of a number, for which the fact must vouch, to the words ``told`` by the fact."""
    return Link("number", relation, unit, told, note, WEIGHT, hard=True)


def _against(unit: Unit, quantity: Quantity, rivals: list[Counted], fact: FactReading) -> Link:
    """Relate a number to the nearest of those that count the same thing."""
    if not quantity.exact:
        rivals = [counted for counted in rivals if shares(unit.counted, counted.nouns)] or rivals
    rivals = _finest(quantity, rivals, fact)
    best = min(rivals, key=lambda counted: RANK[compare(quantity, counted.unit.quantity)]).unit
    relation = compare(quantity, best.quantity)
    if relation is Relation.FORWARD_ENTAILMENT:
        relation = _by_named(quantity, best)
    if relation is Relation.REVERSE_ENTAILMENT and _CAP.match(unit.text) and _CAP.match(best.text):
        relation = Relation.ALTERNATION  # "up to 830" is another limit than "up to 430"
    if _FROM_TO.match(unit.text) and _FROM_TO.match(best.text) and relation is not Relation.EQUIVALENCE:
        relation = Relation.ALTERNATION if _one_end(quantity, best.quantity) else Relation.INDEPENDENCE
    if relation is Relation.REVERSE_ENTAILMENT and _is_far_below(quantity, best.quantity):
        relation = Relation.INDEPENDENCE  # "fewer than 1,000" of five
    return _link(unit, relation, best.text)


def _finest(quantity: Quantity, rivals: list[Counted], fact: FactReading) -> list[Counted]:
    """Leave out paraphrases that are vaguer than a wording which conflicts: "more than five" beside "5.28"."""
    against = [
        other
        for counted in rivals
        if (other := counted.unit.quantity) is not None and compare(quantity, other) is Relation.ALTERNATION
    ]
    return [
        counted
        for counted in rivals
        if compare(quantity, counted.unit.quantity) is not Relation.FORWARD_ENTAILMENT
        or counted.unit in fact.claim.units
        or not any(_is_vaguer(counted.unit, finer) for finer in against)
    ]


def _is_vaguer(unit: Unit, fine: Quantity) -> bool:
    """Say whether a number of a wording is a looser way to put another; a range of two numbers is not."""
    coarse = unit.quantity
    assert coarse is not None
    return names_one(coarse, unit.text) and compare(coarse, fine) is Relation.REVERSE_ENTAILMENT


def _by_named(quantity: Quantity, theirs: Unit) -> Relation:
    """Compare a number that a vaguer one of the record allows with the number which that one names.

    Whoever could say "over 30" does not say "over 10" (Grice's maxim of quantity); "about 930" is about 928.
    """
    other = theirs.quantity
    assert other is not None
    value = named(other, theirs.text)
    if other.high == math.inf and 0 < MUCH_MORE * value < quantity.low:
        return Relation.ALTERNATION
    near = quantity.low <= value <= quantity.high and names_one(other, theirs.text)
    loose = not quantity.exact or not (math.isinf(other.low) or math.isinf(other.high))
    return Relation.REVERSE_ENTAILMENT if near and loose else Relation.FORWARD_ENTAILMENT


MUCH_MORE = 1.5
"""So many times what the record calls a lower bound is more than it would let stand."""


_BELOW = re.compile(r"(?:nearly|almost|not quite|just under)\b", re.I)
_ABOVE = re.compile(r"just over\b", re.I)


def named(quantity: Quantity, text: str) -> float:
    """Return the number that a quantity, worded as ``text``, names: 60 of "more than 60", 30 of "about 30"."""
    if quantity.high == math.inf or _ABOVE.match(text):
        return quantity.low
    if quantity.low == -math.inf or _BELOW.match(text):
        return quantity.high
    return middle(quantity.low, quantity.high)


def names_one(quantity: Quantity, text: str) -> bool:
    """Say whether a quantity names one number, though it allows several; a range from one to another names two."""
    limited = math.isinf(quantity.high) or math.isinf(quantity.low)
    return limited or not quantity.bounded or bool(_HEDGED.search(text))


_HEDGED = re.compile(
    r"^(?:nearly|almost|not quite|just|about|around|roughly|approximately|some|circa|close to|an estimated)\b"
    r"|\b(?:or so|odd)$",
    re.I,
)


_FROM_TO = re.compile(r"from .+ to ", re.I)
_FAR_BELOW = 10
"""How many times what is counted a limit may be: "fewer than 1,000" tells of something else than five."""


def _one_end(quantity: Quantity, other: Quantity | None) -> bool:
    """Say whether two ranges have one end in common, and not the other."""
    return other is not None and (quantity.low == other.low) is not (quantity.high == other.high)


def _is_far_below(quantity: Quantity, other: Quantity | None) -> bool:
    """Say whether a number is so far below a limit that the two count different things."""
    return other is not None and quantity.low <= 0 < other.high and quantity.high > _FAR_BELOW * other.high


_ONLY = re.compile(r"(?:only|just|merely|no more than)\b", re.I)
_CAP = re.compile(r"(?:up to|at most|a maximum of|not more than|no more than)\b", re.I)


def _loosely(unit: Unit, quantity: Quantity, fact: FactReading) -> Link:
    """Relate a number to those of its kind in a text on the same matter that words what it counts differently.

    Numbers of another magnitude count something else; the nearest one decides.
    """
    rivals = [c.unit for c in fact.numbers if same_kind(quantity, c) and _same_magnitude(quantity, c.unit.quantity)]
    if not rivals:
        return _link(unit, Relation.INDEPENDENCE, note="the text does not count this")
    best = min(rivals, key=lambda other: RANK[compare(quantity, other.quantity)])
    return _link(unit, compare(quantity, best.quantity), best.text)


def _same_measure(unit: Unit, quantity: Quantity, fact: FactReading) -> str:
    """Return the fact's own amount of money, share or distance that is the statement's, "" where there is none.

    So many dollars are so many dollars whatever is said to have cost them.
    """
    for counted in fact.numbers:
        other = counted.unit.quantity
        if other is None or not same_kind(quantity, counted) or counted.unit not in fact.claim.units:
            continue
        measured = quantity.unit in _MEASURED or (_LENGTHS & {*unit.counted} and _LENGTHS & {*counted.unit.counted})
        relation = compare(quantity, other)
        if relation is Relation.FORWARD_ENTAILMENT:
            relation = _by_named(quantity, counted.unit)
        close = relation in (Relation.EQUIVALENCE, Relation.REVERSE_ENTAILMENT)
        if measured and close and (quantity.exact or _same_magnitude(quantity, other)):
            return counted.unit.text
    return ""


_MEASURED = frozenset(("dollar", "euro", "pound", "yen", "tenge", "ruble", "%", "fraction"))
_LENGTHS = frozenset("w:" + stem(word) for word in ("km", "kilometre", "kilometer", "mile", "tonne", "ton", "hectare"))


_WEIGHT = re.compile(r"\W*(?:metric )?(?:tonnes?|tons?|barrels?)\b", re.I)


def _same_magnitude(quantity: Quantity, other: Quantity | None) -> bool:
    if other is None:
        return False
    mine = quantity.low if quantity.low > -math.inf else quantity.high
    theirs = other.low if other.low > -math.inf else other.high
    return theirs == mine or (mine > 0 and theirs > 0 and 1 / MAGNITUDE <= theirs / mine <= MAGNITUDE)


def _counts_names(unit: Unit, fact: FactReading) -> bool:
    """Say whether a small number counts what the fact names: "the two presidents", "the four countries".

    Of two, what it counts must be told by the fact, too; that there were "only" so many is more than the names tell.
    """
    quantity = unit.quantity
    assert quantity is not None
    if not quantity.exact or quantity.unit or not 2 <= quantity.low <= MOST_NAMED or _ONLY.match(unit.text):
        return False
    if quantity.low > 2 and quantity.low in [len(listed) for listed in fact.lists]:
        return True
    counted = shares(unit.counted, fact.told) or not (unit.counted or unit.text.isdigit())
    return quantity.low == 2 and counted and len(set(fact.names)) >= 2


def _counts_days(unit: Unit, fact: FactReading) -> bool:
    """Say whether a number of days is how long the fact lasted: "for two days" of 1-2 December."""
    quantity, when = unit.quantity, fact.when
    assert quantity is not None
    if when is None or not quantity.exact or quantity.unit or _DAY not in unit.counted:
        return False
    return 1 < when.last - when.first + 1 == quantity.low


def compare(statement: Quantity, fact: Quantity | None) -> Relation:
    """Return the relation of a stated interval to one on record: inside is entailed, disjoint excludes.

    >>> compare(Quantity(60, math.inf), Quantity(80, 80)), compare(Quantity(10, 10), Quantity(8, 8))
    (<Relation.REVERSE_ENTAILMENT: 'reverse entailment'>, <Relation.ALTERNATION: 'alternation'>)
    """
    if fact is None:
        return Relation.INDEPENDENCE
    statement, fact = _in_percent(statement), _in_percent(fact)
    if statement.low <= fact.low and fact.high <= statement.high:
        same = statement.low == fact.low and statement.high == fact.high
        return Relation.EQUIVALENCE if same else Relation.REVERSE_ENTAILMENT
    if statement.high < fact.low or fact.high < statement.low:
        return Relation.ALTERNATION
    return Relation.FORWARD_ENTAILMENT


def _in_percent(quantity: Quantity) -> Quantity:
    """Return a fraction as a percentage: half is 50 per cent."""
    if quantity.unit != "fraction":
        return quantity
    return Quantity(100 * quantity.low, 100 * quantity.high, "%", quantity.bounded)


def same_kind(quantity: Quantity, counted: Counted) -> bool:
    """Say whether two numbers are of one kind: counts, shares, amounts in one currency."""
    other = counted.unit.quantity
    assert other is not None
    if {quantity.unit, other.unit} == {"fraction", "%"}:
        return True
    return quantity.unit == other.unit or (quantity.unit in _COUNTS and other.unit in _COUNTS)


def counts_time(unit: Unit) -> bool:
    """Say whether a number counts days, years and the like."""
    return not _TIMES.isdisjoint(unit.counted)


def is_amount(unit: Unit, text: str) -> bool:
    """Say whether a number in ``text`` is an amount that adds up over the years: of money, or of goods by weight."""
    assert unit.quantity is not None
    return unit.quantity.unit in _MEASURED - {"%", "fraction"} or bool(_WEIGHT.match(text, unit.end))


def _same_thing(unit: Unit, counted: Counted) -> bool:
    """Say whether the two numbers count the same noun, after them or before them."""
    if unit.counted[:1] and unit.counted[0].startswith("e:"):
        return any(key in counted.unit.nation or key in counted.unit.counted for key in unit.counted)
    if unit.counted and not _TIMES.isdisjoint(counted.unit.counted):
        return shares(unit.counted, counted.nouns)  # a trip that "lasted two days" counts no trips
    if unit.counted and counted.nouns:
        return shares(unit.counted, counted.nouns) or shares(unit.counted, counted.before)
    if unit.counted:
        return shares(unit.counted, counted.before)
    return shares(unit.before, counted.nouns) or (not counted.nouns and shares(unit.before, counted.before))


def shares(keys: Sequence[str], signs: dict[str, int]) -> bool:
    """Say whether one of ``keys`` is among those that are counted, undenied."""
    return any(signs.get(key, -1) > 0 for key in keys)
