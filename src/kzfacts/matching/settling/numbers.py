"""Numbers that conflict only at first sight: of a part, of a sum, of another in the series, of another thing."""

from __future__ import annotations

import re
from itertools import pairwise

from kzfacts.factbase.edtf import render
from kzfacts.finding import Relation
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.words import SERIES, stem
from kzfacts.matching.aspects import number
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link


def settle_firsts(links: list[Link]) -> None:
    """Let "second" not conflict with "first" where the statement dates another time."""
    if any(link.aspect == "date" and not link.agrees for link in links):
        for link in links:
            if link.aspect == "number" and link.conflicts and link.fact == "first":
                link.relation = Relation.INDEPENDENCE


_BEHIND = re.compile(r",? (?:after|behind|following|next to) ", re.I)


def settle_predecessors(links: list[Link], statement: Reading) -> None:
    """Let it not matter whom the statement puts before the one that the record calls the first: "second, after X"."""
    ranked = next(
        (link.unit for link in links if link.aspect == "number" and link.conflicts and link.fact == "first"), None
    )
    behind = _BEHIND.search(statement.text, ranked.end) if ranked is not None else None
    if behind is None:
        return
    for link in links:
        if link.unit is not None and link.unit.start >= behind.start() and link.relation is Relation.INDEPENDENCE:
            link.hard, link.weight = False, 0.05 * link.weight


_TOGETHER = re.compile(r"\b(?:together|combined|altogether|between them|all told|in sum|added up)\b", re.I)


_AND = re.compile(r"(?: [\w'’-]+){1,3}? (?:and|or) (?:the )?")


def settle_sums(links: list[Link], statement: Reading) -> None:
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


def settle_parts(links: list[Link], statement: Reading) -> None:
    """Let a number of some out of the record's not conflict with it: "six of the documents", "650 tactical weapons"."""
    for link in links:
        unit = link.unit
        if link.aspect != "number" or not link.conflicts or unit is None:
            continue
        if unit.quantity is not None and unit.quantity.unit in ("ordinal", "%", "fraction"):
            continue  # "meeting no. 4 of the council" is no part of it, and shares are of the whole on both sides
        narrowed = any(
            other.unit is not None
            and other.aspect == "word"
            and other.relation is Relation.INDEPENDENCE
            and unit.token < other.unit.token < unit.head
            for other in links
        )
        if narrowed or _PART.match(statement.text, unit.end):
            link.relation, link.note = Relation.INDEPENDENCE, "the record counts the whole"


def settle_series(links: list[Link]) -> None:
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


_DEEDS = frozenset("w:" + stem(word) for word in ("visit", "trip", "journey", "meeting", "talks", "tour"))


LENGTHS = frozenset("w:" + stem(word) for word in ("km", "kilometre", "kilometer", "mile"))


_SECTION = re.compile(r"\b(?:section|stretch|segment|leg)\b|\bkm of (?:the|it)\b", re.I)


def settle_narrower(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let a greater number of visits not conflict with that of a fact which names a place: two of ten to Tashkent.

    Nor the length of a line with that of a section of it.
    """
    met = {key for link in links if link.unit is not None and link.unit.kind == "name" for key in link.unit.keys}
    wider = [
        unit
        for unit in reading.claim.units
        if unit.kind == "name"
        and unit.preposition
        and met.isdisjoint((*unit.keys, *reading.around.get(unit.keys[0], ())))
    ]
    of_a_section = _SECTION.search(reading.claim.text) and not _SECTION.search(statement.text)
    narrowed = (_DEEDS if wider else frozenset()) | (LENGTHS if of_a_section else frozenset())
    if not narrowed:
        return
    by_text = {counted.unit.text: counted.unit.quantity for counted in reading.numbers}
    for link in links:
        mine = link.unit.quantity if link.unit is not None else None
        theirs = by_text.get(link.fact)
        if link.aspect == "number" and link.conflicts and mine is not None and theirs is not None:
            deeds = link.unit is not None and not narrowed.isdisjoint(link.unit.counted)
            if deeds and mine.unit != "ordinal" and mine.low > theirs.high:
                link.relation, link.note = Relation.INDEPENDENCE, "the record counts a part of that"


_KNOWN = re.compile(r"\b(?:the|these|those|their|both)(?: \w+)? $", re.I)


_PARTIES = frozenset(
    "w:" + stem(word)
    for word in "country side state leader president nation neighbour party government capital minister power".split()
)


def settle_parties(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let it not matter how many the parties are that the statement takes for known: "the two countries' trade"."""
    for link in links:
        unit = link.unit
        if link.aspect != "number" or unit is None or unit.quantity is None or link.agrees or link.conflicts:
            continue
        named = len(set(reading.names))
        few = unit.quantity.exact and not unit.quantity.unit and unit.quantity.low <= min(FEW, named)
        if few and _KNOWN.search(statement.text[: unit.start]) and not _PARTIES.isdisjoint(unit.counted):
            link.hard, link.weight = False, 0.05 * link.weight


FEW = 5
"""So many parties at most are taken for known."""


_TALLY = re.compile(
    r"\b(?P<yes>\d{1,3}) (?:votes? )?(?:to|in favou?r,?|for,?)(?: and| with)? (?P<no>\d{1,3})\b"
    r"(?:\D{1,30}(?P<withheld>\d+) abst)?",
    re.I,
)


_VOTED = re.compile(r"\b(?:vot\w+|abst\w+|adopted)\b", re.I)


_VOTES = {
    "no": re.compile(r"\b(?:vot\w+ (?:it )?(?:against|no|down)|said no|oppos\w+|against|rejected)\b", re.I),
    "withheld": re.compile(r"\b(?:abst\w+|withheld)\b", re.I),
    "yes": re.compile(r"\b(?:vot\w+ (?:for|yes|in favou?r)|in favou?r|back\w*|support\w*|said yes|approv\w+)\b", re.I),
}


def settle_tallies(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Hold the number of those who voted one way against that of a tally: "by 133 votes to 23, with 28 abstentions"."""
    tally = _TALLY.search(reading.claim.text) if _VOTED.search(reading.claim.text) else None
    ways = [way for way, words in _VOTES.items() if words.search(statement.text)]
    counted = [link for link in links if link.aspect == "number" and link.unit is not None and link.unit.quantity]
    if tally is None or len(ways) != 1 or len(counted) != 1 or not tally[ways[0]]:
        return
    count, recorded = counted[0], float(tally[ways[0]])
    assert count.unit is not None
    assert count.unit.quantity is not None
    agrees = count.unit.quantity.low <= recorded <= count.unit.quantity.high
    count.relation = Relation.EQUIVALENCE if agrees else Relation.ALTERNATION
    count.fact, count.hard, count.note = tally[ways[0]], True, ""
    way = _VOTES[ways[0]].search(statement.text)
    for link in links:
        told = way is not None and link.unit is not None and way.start() <= link.unit.start < way.end()
        if told and link.aspect in ("word", "polarity"):
            link.relation, link.aspect, link.note = Relation.EQUIVALENCE, "word", "a way of voting on record"


def settle_decades(links: list[Link]) -> None:
    """Let the word "decades" go with its number, which was held against years."""
    counted = {link.unit.head for link in links if link.aspect == "number" and link.unit is not None and link.fact}
    for link in links:
        if link.unit is not None and link.unit.token in counted and link.unit.text.lower().startswith("decade"):
            link.relation, link.note = Relation.EQUIVALENCE, "ten years each"


def settle_complements(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Hold a number against that of the claim which counts the same of the same: tonnes of plutonium, not of steel."""
    numbers = [unit for unit in reading.claim.units if unit.quantity is not None]
    for link in links:
        unit = link.unit
        if link.aspect != "number" or unit is None or unit.quantity is None or not unit.counted:
            continue
        rivals = [other for other in numbers if set(other.counted) & set(unit.counted)]
        counted_of = _complement(unit, statement)
        same = [other for other in rivals if counted_of & _complement(other, reading.claim)]
        if len(rivals) > 1 and len(same) == 1:
            link.relation, link.fact = number.compare(unit.quantity, same[0].quantity), same[0].text


def _complement(unit: Unit, reading: Reading) -> set[str]:
    """Return the keys of what a measured amount is of: "3 tonnes of plutonium"."""
    after = [other for other in reading.units if other.token > unit.head >= 0]
    of = [other for other in after[:2] if reading.text[: other.start].endswith(" of ")]
    return {key for other in of for key in other.keys}


def settle_ordinals(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Leave "the first congress" open where the record speaks of the second one, and of no first."""
    ordinals = {
        unit.counted: unit
        for unit in reading.claim.units
        if unit.quantity is not None and unit.quantity.unit == "ordinal" and unit.quantity.low > 1 and unit.counted
    }
    if not ordinals or A_FIRST.search(reading.claim.text):
        return
    for before, link in pairwise(link for link in links if link.unit is not None):
        assert before.unit is not None
        assert link.unit is not None
        between = statement.text[before.unit.end : link.unit.start].strip()
        if before.unit.text.lower() != "first" or between or not before.agrees:
            continue
        other = next((unit for keys, unit in ordinals.items() if set(keys) & set(link.unit.keys)), None)
        if other is not None:
            before.relation, before.hard, before.fact = Relation.INDEPENDENCE, True, other.text
            before.note = "the record speaks of another of the series"


A_FIRST = re.compile(r"\b(?:first|maiden|inaugural)\b", re.I)


def settle_rows_of_years(links: list[Link], reading: FactReading) -> None:
    """Hold "first" and "last" against a row of years in the claim: of visits in 1994, 1999, 2008 and 2016."""
    years = [unit.date.span for unit in reading.claim.units if unit.date is not None and unit.date.span is not None]
    starts = {span.first: span for span in years}
    row = sorted(starts)
    if len(row) < ROW or any(span.last - span.first > YEAR for span in years):
        return
    dates = [link for link in links if link.aspect == "date" and link.agrees]
    ranks = [link for link in links if link.aspect == "word" and link.unit is not None and not link.agrees]
    for rank in ranks:
        assert rank.unit is not None
        end = _RANK_ENDS.get(rank.unit.text.lower().split()[0])
        if end is None or len(dates) != 1 or dates[0].unit is None or dates[0].unit.date is None:
            continue
        span = dates[0].unit.date.span
        if span is None:
            continue
        rank.relation, rank.note = Relation.EQUIVALENCE, "of a row of years"
        if not span.first <= row[end] <= span.last:
            dates[0].relation, dates[0].fact, dates[0].note = Relation.ALTERNATION, render(starts[row[end]]), ""


ROW, YEAR = 3, 366
_RANK_ENDS = {"first": 0, "maiden": 0, "last": -1, "latest": -1, "final": -1}
