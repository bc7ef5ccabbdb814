"""Dates that conflict only at first sight: of another thing in the sentence, of a part of the time, of another term."""

from __future__ import annotations

import re
from itertools import pairwise

from kzfacts.factbase.edtf import DateSpan
from kzfacts.finding import Relation
from kzfacts.language.compiled import Term
from kzfacts.language.reading import Reading
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.aspects import extent, number
from kzfacts.matching.aspects.date import OTHER_ENDS
from kzfacts.matching.fact_reading import FactReading, held
from kzfacts.matching.link import Link


def settle_states(links: list[Link], statement: Reading) -> None:
    """Let no date conflict where the statement says who was in office then: a single event does not tell."""
    if extent.tells_a_state(statement):
        for link in links:
            if link.aspect == "date" and link.conflicts:
                link.relation = Relation.INDEPENDENCE


_YEAR = re.compile(r"\b(1[89]|20)\d\d\b")


A_YEAR = 364
"""How long a year is, by `_length`: from its first day to its last."""


def settle_dates(links: list[Link], statement: Reading) -> None:
    """Let no date conflict where another date of the statement agrees: the two date different things."""
    for link in links:
        before = statement.text[: link.unit.start].rstrip() if link.unit is not None else ""
        if link.aspect == "date" and link.conflicts and before.endswith(" ago"):
            link.relation, link.hard = Relation.INDEPENDENCE, False  # "three years ago this week"
    dates = [link for link in links if link.aspect == "date"]
    agreed = [_length(link) for link in dates if link.agrees]
    agreed += [
        A_YEAR for link in links if link.aspect == "name" and link.agrees and link.unit and _YEAR.search(link.unit.text)
    ]
    for link in dates:
        if link.conflicts and link.note != OTHER_ENDS and any(length <= _length(link) for length in agreed):
            link.relation = Relation.INDEPENDENCE


def _length(link: Link) -> int:
    """Return how many days a date names: one as fine as another dates something by itself."""
    mention = link.unit.date if link.unit is not None else None
    return mention.span.last - mention.span.first if mention is not None and mention.span is not None else 0


def settle_plans(links: list[Link]) -> None:
    """Let no word conflict that the statement itself calls planned: "the talks that were to take place"."""
    for before, link in pairwise(links):
        operator = before.unit
        planned = operator is not None and "commit" in (operator.role, operator.hint)
        planned = planned and operator is not None and (operator.verbal or operator.text.lower().endswith(" to"))
        if planned and link.aspect == "word" and link.conflicts and link.unit is not None and link.unit.verbal:
            link.relation, link.weight = Relation.INDEPENDENCE, 0.3 * link.weight


MONTH = 31


def settle_periods(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let the figure of a part of the time not conflict with that of the whole: half a year's with a year's."""
    whole = max((_length(link) for link in links if link.aspect == "date" and link.agrees), default=0)
    if reading.when is None or not whole:
        return
    length = reading.when.last - reading.when.first
    for link in links:
        if link.aspect != "number" or not link.conflicts:
            continue
        if length >= MONTH and whole > 1.5 * length + MONTH:
            link.relation, link.note = Relation.INDEPENDENCE, "the record counts a part of that time"
        elif length > 2 * whole + MONTH and link.unit is not None and number.is_amount(link.unit, statement.text):
            link.relation, link.note = Relation.INDEPENDENCE, "the record counts a longer time"


_NOT_THE_ONLY = re.compile(r"\b(?:first|second|third|another|last) (?:time|term|spell|stint)\b|\bagain\b", re.I)


def settle_other_terms(links: list[Link], reading: FactReading, vocabulary: Vocabulary) -> None:
    """Let a date outside a term not conflict where the same person held the office then, too."""
    for link in links:
        mention = link.unit.date if link.unit is not None else None
        window = mention.window() if mention is not None else None
        if link.aspect != "date" or not link.conflicts or mention is None or window is None:
            continue
        if mention.mode != "in":
            if _NOT_THE_ONLY.search(reading.claim.text):
                link.relation, link.note = Relation.INDEPENDENCE, "another term is on record"
            continue
        if _held_then(window, links, reading, vocabulary):
            link.relation, link.note = Relation.FORWARD_ENTAILMENT, "another term is on record"


def _held_then(window: DateSpan, links: list[Link], reading: FactReading, vocabulary: Vocabulary) -> bool:
    """Say whether somebody whom both sides name held the office of the fact in ``window``, by another term.

    Where the statement does not name that very office, any other counts: "in charge of the ministry" was the minister.
    """
    agreed = [link.unit for link in links if link.agrees and link.unit is not None]
    stated = {key for unit in agreed for key in unit.keys}
    people = {key for unit in agreed if unit.kind == "name" for key in unit.keys}
    for terms in (vocabulary.titles.get(person, ()) for person in sorted(people)):
        own = [term for term in terms if _is_term_of(reading, term)]
        office = {concept for term in own for concept in term.concepts}
        named = bool(office) and office <= stated
        others = [term for term in terms if not (named and term in own)]
        meant = office if named else reading.told.keys()
        if any(
            any(concept in meant for concept in term.concepts) and held(term.start, term.end, window) for term in others
        ):
            return True
    return False


def _is_term_of(reading: FactReading, term: Term) -> bool:
    """Say whether a person's term of office is the one that a fact is about."""
    if reading.term is None or not held(term.start, term.end, reading.term.possible):
        return False
    claimed = {key for unit in reading.claim.units for key in unit.keys}
    return claimed.issuperset(term.concepts)


_OPENED = re.compile(
    r"\b(?:open(?:s|ed)?|beg[au]n|begins?|start(?:s|ed)?|kick(?:s|ed) off|got under way|convened)\b", re.I
)


_CLOSED = re.compile(r"\b(?:clos(?:es|ed)|end(?:s|ed)?|finish(?:es|ed)|conclud(?:es|ed)|wound up|wrapped up)\b", re.I)


def settle_edges(links: list[Link], reading: FactReading) -> None:
    """Let the day agree on which a meeting of several days opened or ended: "opened on 14 May" of 14-15 May."""
    when = reading.when
    if when is None or not 0 < when.last - when.first < MONTH:
        return
    for verb, link in pairwise(
        link for link in links if link.unit is not None and link.aspect in ("word", "name", "date")
    ):
        mention = link.unit.date if link.unit is not None else None
        window = mention.window() if mention is not None and mention.mode == "in" else None
        if link.agrees or window is None or verb.unit is None:
            continue
        verbs = [other for other in links if other.unit is not None and other.aspect == "word"]
        for pattern, day in ((_OPENED, when.first), (_CLOSED, when.last)):
            told = next((v for v in verbs if v.unit and v.unit.verbal and pattern.fullmatch(v.unit.text)), None)
            if told is not None and not told.conflicts and window.first == window.last == day:
                for one in (told, link):
                    one.relation, one.note = Relation.EQUIVALENCE, "the first or last day on record"


_FIRST = re.compile(r"\bfirst\b", re.I)


def settle_none_before(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let "it had done so before May" conflict with a first time of which a wording says "never before May"."""
    if not _FIRST.search(reading.claim.text) or any(unit.sign < 0 for unit in statement.units):
        return
    for link in links:
        mention = link.unit.date if link.unit is not None else None
        if link.aspect != "date" or not link.agrees or mention is None or mention.mode != "before":
            continue
        having = [wording for wording in reading.readings if any(unit.date == mention for unit in wording.units)]
        if having and all(any(unit.sign < 0 for unit in wording.units) for wording in having):
            link.relation, link.fact = Relation.ALTERNATION, "the first time"
