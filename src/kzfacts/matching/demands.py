"""What a fact must have whatever the rest: the subject, what "was" is said to be, what a paper is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kzfacts.finding import Relation
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.words import looks_like_past, stem
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link
from kzfacts.matching.proof import FULL


def demand_subject(links: list[Link]) -> None:
    """Make the subject hard: what the statement is about must be in the fact ("Energy is one of the areas covered")."""
    for link in links:
        unit = link.unit
        if unit is None or unit.verbal:
            return
        if unit.kind == "word" and (unit.role == "generic" or unit.text.lower() == "number of"):
            continue
        if unit.kind in ("word", "name"):
            link.hard = link.hard or (unit.kind == "word" and link.weight >= FULL and not unit.preposition)
            return


_AFTER_BE = re.compile(r"\b(?:is|was|are|were|be|been)(?: an?| the)? $", re.I)


def demand_predicate(statement: Reading, links: list[Link]) -> None:
    """Make hard what "was" is said to be: "the visits were a disappointment", "the agreement is dead"."""
    for link in links:
        unit = link.unit
        if unit is None or unit.kind != "word" or unit.role == "generic" or link.weight < FULL or unit.verbal:
            continue
        before = statement.text[max(unit.start - 12, 0) : unit.start]
        link.hard = link.hard or bool(_AFTER_BE.search(before) and not looks_like_past(unit.text))


_PAPERS = frozenset(
    stem(word)
    for word in (
        "agreement treaty declaration memorandum deal document pact accord protocol contract resolution law".split()
    )
)


def demand_topic(links: list[Link]) -> None:
    """Make hard what a paper is about: "an agreement on military cooperation"."""
    for before, link in pairwise(links):
        paper, unit = before.unit, link.unit
        if paper is None or unit is None or unit.kind != "word" or unit.preposition not in ("on", "about"):
            continue
        if (
            link.weight >= FULL
            and unit.role != "generic"
            and any(stem(w) in _PAPERS for w in paper.text.lower().split())
        ):
            link.hard = True


def demand_object(links: list[Link]) -> None:
    """Make hard the one word that a verb is followed by at the end: "the agreement covers trade"."""
    if len(links) < 2:
        return
    verb, last = links[-2].unit, links[-1].unit
    if verb is None or last is None or last.kind != "word" or last.verbal or last.role:
        return
    if verb.kind == "word" and verb.verbal and links[-1].weight >= FULL:
        links[-1].hard = True


def demand_circumstance(links: list[Link]) -> None:
    """Make hard the circumstance that the statement ends with, where nothing of it is in the fact: "in heavy fog"."""
    ordered = [link for link in links if link.unit is not None]
    tail: list[Link] = []
    for link in reversed(ordered):
        unit = link.unit
        assert unit is not None
        if unit.kind != "word" or not unit.preposition or link.agrees or link.conflicts:
            break
        tail.append(link)
    heavy = [link for link in tail if link.weight >= FULL and link.unit is not None and not link.unit.verbal]
    if len(heavy) >= SCENE and len(tail) < len(ordered):
        for link in heavy:
            link.hard = True


SCENE = 2
"""So many words of a circumstance, none of them in the fact, tell something that the record does not."""


_RANKED = re.compile(
    r"\b(?:first|second|third|(?:the|its|his|her|their) last|only|sole|(?:most|least) \w+"
    r"|(?:larg|bigg|long|high|low|old|young|small|short|great|fast|strong|rich|deep|wid)est|(?:lat|earli|near|clos|busi|mighti|heavi)est)\b",
    re.I,
)


def demand_class(links: list[Link], statement: Reading) -> None:
    """Make hard what marks off the class in which something is the first or only one: "the first Muslim country"."""
    ranked = _RANKED.search(statement.text)
    if ranked is None:
        return
    for link in links:
        unit = link.unit
        if unit is None or unit.kind != "word" or unit.verbal or unit.role or link.weight < FULL or link.agrees:
            continue
        link.hard = link.hard or unit.start > ranked.start()


def demand_capitals(links: list[Link], statement: Reading) -> None:
    """Make hard a word with a capital within a sentence: it is a name, though no name on record ("King Abdullah")."""
    words = [link for link in links if link.unit is not None and link.unit.kind == "word"]
    with_capital = [link for link in words if link.unit is not None and link.unit.text[:1].isupper()]
    if 2 * len(with_capital) > len(words) + 2 or any(link.conflicts for link in links):
        return  # a headline, or wrong anyhow
    for link in with_capital:
        unit = link.unit
        if (
            unit is not None
            and unit.start > 0
            and not unit.text.isupper()
            and statement.text[unit.start - 1] == " "
            and link.weight >= FULL
        ):
            link.hard = link.hard or not (link.agrees or link.conflicts)


def demand_pairs(links: list[Link], reading: FactReading) -> None:
    """Leave open a date that the claim gives to another of its names: "Mitterrand in 1993 and Sarkozy in 2009"."""
    pairs = {
        key: after.date.window()
        for before, after in pairwise(reading.claim.units)
        if before.kind == "name" and after.date is not None and after.token - before.token <= PAIRED
        for key in before.keys
    }
    if len(set(pairs.values())) < 2:
        return
    met = {key for link in links if link.aspect == "name" and link.agrees and link.unit for key in link.unit.keys}
    windows = [window for key, window in pairs.items() if key in met and window is not None]
    for link in links:
        mention = link.unit.date if link.unit is not None else None
        window = mention.window() if mention is not None else None
        dated = link.aspect == "date" and link.agrees and window is not None
        if dated and windows and not any(window.overlaps(other) for other in windows if window is not None):
            link.relation, link.hard = Relation.INDEPENDENCE, True
            link.note = "the record gives that date to another"


PAIRED = 3
"""How many tokens from its name a date stands at most that belongs to it: "Sarkozy in 2009"."""


def demand_saying(links: list[Link], statement: Reading) -> None:
    """Make hard a verb that leads in what somebody thought or said: "suggested that", where the fact has none such."""
    if any(link.conflicts for link in links):
        return
    for link in links:
        unit = link.unit
        if unit is None or unit.kind != "word" or not unit.verbal or link.agrees:
            continue
        if statement.text[unit.end :].lstrip().startswith("that "):
            link.hard = True


def demand_deed(links: list[Link], reading: FactReading) -> None:
    """Leave open a dated deed of which a fact on a state of years has but the noun: "ratified it in February"."""
    if reading.term is None or reading.term.held.last - reading.term.held.first <= A_YEAR:
        return
    if not any(_is_brief(link) for link in links if link.aspect == "date" and link.agrees):
        return
    done = {key for wording in reading.readings for unit in _deeds(wording) for key in unit.keys}
    for link in links:
        unit = link.unit
        if unit is None or not unit.verbal or not link.agrees or not looks_like_past(unit.text):
            continue
        if done.isdisjoint(unit.keys):
            link.relation, link.hard, link.note = Relation.INDEPENDENCE, True, "the record tells of no such deed"


def _is_brief(link: Link) -> bool:
    """Say whether a date names a month at most."""
    span = link.unit.date.span if link.unit is not None and link.unit.date is not None else None
    return span is not None and span.last - span.first <= A_MONTH


def _deeds(reading: Reading) -> Iterator[Unit]:
    """Yield the verbs of what was done or is so; not of what must be, or of what all depends on."""
    for unit in reading.units:
        if unit.verbal and not _CONDITION.search(reading.text[: unit.start]):
            yield unit


_CONDITION = re.compile(
    r"\b(?:must|ha(?:s|ve) to|needs? to|only (?:when|after|once|if)\b.*|until\b.*)(?: \w+ly)? $", re.I
)


A_MONTH, A_YEAR = 31, 366
