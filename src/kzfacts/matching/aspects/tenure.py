"""Tenure: a former or later holder of an office in the place of the one who held it on the day.

"Hu Jintao paid a state visit to Kazakhstan in September 2013" has all of the record but the man: the visit was that of
China's president, and he was not president then. An office that somebody had at the same time may have taken him to the
same table; then only a word for the office shows the mistake.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzfacts.factbase.edtf import DateSpan
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.fact_reading import held
from kzfacts.matching.link import Link

MONTHS = 62
"""Days within which a date must lie to tell who was in office."""

_IN_OFFICE = re.compile(
    r"\b(?:presidents?|premiers?|prime minister|chancellor|king|emir|ministers?|secretary|chair\w*|pope|ambassador"
    r"|official visit|state visit|official trip|took over from|succeed\w*|head of state|head of government)\b",
    re.I,
)
"""Words that show somebody to act in office."""


def find_holder(
    statement: Reading, links: Sequence[Link], unit: Unit, rivals: Sequence[str], vocabulary: Vocabulary
) -> str:
    """Return the rival who held, on the day, the office that the person of ``unit`` held at other times only."""
    window = _day(links)
    if window is None or vocabulary.compiled.kinds.get(unit.keys[0]) != "person":
        return ""
    mine = vocabulary.titles.get(unit.keys[0], ())
    busy = any((term.start or term.end) and held(term.start, term.end, window) for term in mine)
    acts = bool(_IN_OFFICE.search(statement.text))
    if busy and not acts:
        return ""
    for rival in rivals:
        for term in vocabulary.titles.get(rival, ()):
            if not term.start or not held(term.start, term.end, window):
                continue
            same = [own for own in mine if own.of == term.of and set(own.concepts) & set(term.concepts)]
            if not same or any(held(own.start, own.end, window) for own in same):
                continue
            if acts or window.last == window.first or not _is_at_home(term.of, links, vocabulary):
                return rival
    return ""


def held_too(links: Sequence[Link], unit: Unit, rival: str, vocabulary: Vocabulary) -> bool:
    """Say whether the person of ``unit`` had an office of the rival's, too, at some time of the statement's date."""
    theirs = vocabulary.titles.get(rival, ())
    for link in links:
        mention = link.unit.date if link.unit is not None else None
        window = mention.window() if mention is not None and link.agrees else None
        if window is None:
            continue
        at_the_time = [term for term in theirs if held(term.start, term.end, window)]
        for own in vocabulary.titles.get(unit.keys[0], ()):
            shared = any(own.of == term.of and set(own.concepts) & set(term.concepts) for term in at_the_time)
            if shared and (own.start or own.end) and held(own.start, own.end, window):
                return True
    return False


def _is_at_home(country: str, links: Sequence[Link], vocabulary: Vocabulary) -> bool:
    """Say whether the statement is set in a country, where visitors also meet those no longer in office."""
    containers = vocabulary.compiled.containers
    return any(
        key == country or country in containers.get(key, ())
        for link in links
        if link.unit is not None and link.unit.kind == "name"
        for key in link.unit.keys
    )


def _day(links: Sequence[Link]) -> DateSpan | None:
    """Return the day or month on which the statement and the record agree."""
    for link in links:
        mention = link.unit.date if link.unit is not None else None
        window = mention.window() if mention is not None and link.agrees else None
        if window is not None and window.last - window.first <= MONTHS:
            return window
    return None
