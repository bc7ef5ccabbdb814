"""Another name in the place of the record's: when it is a conflict, and not merely something else.

That Astana promised to help Kyrgyzstan says nothing on Tajikistan. But who was minister, where a treaty was signed, who
was first: there is room for one name only, and a list given in full excludes all others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kzfacts.factbase.edtf import DateSpan
from kzfacts.finding import Relation
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.aspects.extent import names_an_office
from kzfacts.matching.aspects.lists import close_list, find_not_on_list
from kzfacts.matching.aspects.name import alike, readings_of
from kzfacts.matching.aspects.pinning import ONE_OF, SOCIAL, pins_down
from kzfacts.matching.aspects.tenure import find_holder, held_too
from kzfacts.matching.fact_reading import PLACE_PREPOSITIONS, FactReading
from kzfacts.matching.link import Link


class _Case(NamedTuple):
    """A statement beside a fact, with the links between them."""

    statement: Reading
    links: list[Link]
    fact: FactReading
    vocabulary: Vocabulary


def substitute(statement: Reading, links: list[Link], fact: FactReading, vocabulary: Vocabulary) -> None:
    """Turn the one name that the fact lacks into a conflict where the statement pins down the record's event."""
    case = _Case(statement, links, fact, vocabulary)
    _misplaced_office(case)
    gaps = [link for link in links if link.aspect == "name" and link.relation is Relation.INDEPENDENCE]
    beside = [link.unit for link in gaps if link.unit and _BESIDE.search(statement.text[: link.unit.start])]
    if any(unit.keys[0] not in vocabulary.compiled.kinds for unit in beside):
        return  # who else was there, the record need not tell
    close_list(links, gaps, fact, vocabulary)
    find_not_on_list(statement, gaps, fact, vocabulary)
    if len(gaps) != 1 or gaps[0].unit is None or beside or _leaves_room(case, gaps[0].unit):
        return
    gap, unit = gaps[0], gaps[0].unit
    rivals = _rivals(case, unit)
    if any(key not in unit.keys and fact.texts.get(key, "").lower() == unit.text.lower() for key in rivals):
        gap.relation = Relation.EQUIVALENCE  # one name for two things that lie together
        return
    rival = _rival_in_place(case, unit, rivals) if rivals and not _is_at_vague_end(case) else ""
    if rival and fact.texts.get(rival, "").lower() != unit.text.lower():
        gap.relation, gap.fact, gap.note = Relation.ALTERNATION, _text_of(rival, case), ""


def _is_at_vague_end(case: _Case) -> bool:
    """Say whether a date lies in the year in which a term began or ended: another may have followed by then."""
    term = case.fact.term
    ends = [end for end in (term.start, term.end) if end is not None] if term is not None else []
    for link in case.links:
        mention = link.unit.date if link.unit is not None and link.agrees else None
        window = mention.window() if mention is not None else None
        if window is not None and any(end.last - end.first > _MONTH and _is_within(window, end) for end in ends):
            return True
    return False


def _is_within(window: DateSpan, end: DateSpan) -> bool:
    return end.contains(window) and window != end


_MONTH = 31


def _leaves_room(case: _Case, unit: Unit) -> bool:
    """Say whether a name may stand beside those of the record: one of several, or one who did so too."""
    text = case.statement.text
    if unit.demonym and unit.sign > 0:
        return True
    if ONE_OF.search(text) or ALSO.search(text):
        return True  # only a full list tells who is not among them
    unique = any(pattern.search(text) for pattern in _SINGULAR)
    state = case.vocabulary.compiled.kinds.get(unit.keys[0]) == "country"
    return state and not unique and bool(_SHARED_DEED.search(text)) and _is_first_name(case.statement, unit)


def _rivals(case: _Case, unit: Unit) -> list[str]:
    """Return the keys of a fact's names in whose place a name may stand: its like, and not in the statement."""
    vocabulary = case.vocabulary
    agreed = [link.unit for link in case.links if link.agrees and link.unit is not None]
    met = {key for other in agreed for key in readings_of(other, vocabulary)}
    mine = unit.keys[0]
    return [
        key
        for key in case.fact.names
        if key not in met and alike(mine, key, vocabulary) and not _related(mine, key, vocabulary)
    ]


def _rival_in_place(case: _Case, unit: Unit, rivals: Sequence[str]) -> str:
    """Return the rival that the record has in the place of a name, "" where there may be another such event."""
    holder = _officeholder(case, unit, rivals)
    if not holder and len(set(rivals)) == 1 and _pinned(case, unit, rivals[0]):
        return rivals[0]
    return holder or _counterpart(case, unit, rivals)


def _text_of(key: str, case: _Case) -> str:
    """Return the words of the fact for a name, or else the name on record."""
    return case.fact.texts.get(key, "") or case.vocabulary.compiled.labels.get(key, "")


def _pinned(case: _Case, unit: Unit, rival: str) -> bool:
    """Say whether a statement can only mean the record's event; a body must stand in the very place of the record's."""
    body = case.vocabulary.compiled.kinds.get(unit.keys[0]) == "organisation"
    if body and not _is_parallel(case.statement, unit, rival, case.fact):
        return False
    return pins_down(case.statement, case.links, unit)


def _counterpart(case: _Case, unit: Unit, rivals: Sequence[str]) -> str:
    """Return the rival in the very place of ``unit``, where all the rest agrees and but one can stand there.

    That is a city where something took place, who held an office at the time, and who was first.
    """
    statement, links, fact, vocabulary = case
    rest = sum(link.weight for link in links if not link.agrees and link.unit is not unit and link.unit is not None)
    if rest >= BARELY or unit.sign < 0:
        return ""
    kinds = vocabulary.compiled.kinds
    dated = any(link.aspect == "date" and link.agrees for link in links)
    identified = bool(_IS.search(statement.text[: unit.start]))
    kind = kinds.get(unit.keys[0], "person" if identified and unit.keys[0].startswith("n:") else None)
    likes = [key for key in dict.fromkeys(rivals) if kinds.get(key) == kind]
    holder = find_holder(statement, links, unit, likes, vocabulary)
    if holder or _INDEFINITE.search(statement.text):
        return holder
    if kinds.get(unit.keys[0]) == "city" and (unit.preposition in PLACE_PREPOSITIONS or unit.goal):
        places = [key for key in likes if "l:" + key in fact.told]
        known = dated or _ONCE.search(fact.claim.text) or _both(_SINGULAR[0], statement, fact)
        return places[0] if len(places) == 1 and known else ""
    if len(likes) != 1:
        return ""
    bodies = {key for key in fact.names if kinds.get(key) == "organisation"}
    met = {key for link in links if link.agrees and link.unit is not None for key in link.unit.keys}
    if dated and bodies <= met and not _SEVERAL.search(statement.text) and _is_same_office(statement, fact):
        envoys = _ENVOY.search(fact.claim.text)  # who is posted elsewhere is not posted here
        return "" if not envoys and held_too(links, unit, likes[0], vocabulary) else likes[0]
    parallel = rest < BARELY / 2 and kinds.get(likes[0]) in ("person", "country", "city")
    once = _ONCE.search(fact.claim.text) and _ONCE.search(statement.text) and not SOCIAL.search(statement.text)
    if parallel and once and _is_parallel(statement, unit, likes[0], fact):
        return likes[0]
    first = _is_first_name(statement, unit)
    if (first or identified) and any(_both(pattern, statement, fact) for pattern in _SINGULAR):
        return likes[0]
    return likes[0] if first and _both(_THE_ONE, statement, fact) else ""


def _both(pattern: re.Pattern[str], statement: Reading, fact: FactReading) -> bool:
    return bool(pattern.search(statement.text) and pattern.search(fact.claim.text))


_IS = re.compile(r"\b(?:was|is|were)(?: to| in)? $", re.I)
"""What comes right before the name in "the first president to come was X", "the first trip was to X"."""
_THE_ONE = re.compile(r"^(?:[\w'’-]+ ){1,4}(?:is|was) the [\w-]+ of\b", re.I)
"""Somebody is called the one of his sort: "Norland is the depositary of the treaty"."""


_BESIDE = re.compile(
    r"\b(?:together with|alongside|along with|accompanied by|at the (?:request|side) of|on behalf of"
    r"|in the (?:presence|company|name) of|assisted by|as well as|besides|in addition to)(?: [\w'’-]+){0,3} ?$",
    re.I,
)
"""Words that bring in another besides those of the record, and put nobody in their place."""
BARELY = 0.5
"""The weight of other words that may be open where a name stands in the place of the record's."""


_ONCE = re.compile(
    r"\b(?:sign\w*|founded|established|opened|inaugurated|launched|accession|adopted|initialled)\b", re.I
)
"""What is done but once to a thing, such as a treaty."""


_INDEFINITE = re.compile(
    r"\b(?:sign|conclud|initial|adopt|ratif|open|launch|hold|held|host|ma[kd]e|paid|pay)\w*"
    r" (?:an?|another|several|some|new)\b",
    re.I,
)
"""Speaks of one of several such deeds: "signed an agreement"."""


ALSO = re.compile(r"\b(?:also|as well|too)\b(?! \w+ to\b)", re.I)
"""Words for what came beside the record's."""


_SHARED_DEED = re.compile(
    r"\b(?:ratif\w+|recogni[sz]\w+|acced\w+|embassy|embassies|abstain\w+|attended|found\w* an?|establish\w* an?)\b",
    re.I,
)
"""What one state does without hindering another from doing it as well."""


_SEVERAL = re.compile(
    r"\b(?:deput\w+|one of|among|members?|acting|an? (?!year)\w+ (?:minister|ambassador|envoy))\b", re.I
)
"""Offices that several hold at a time."""


_HELD = re.compile(
    r"\b(?:president|premier|minister|secretary|chair\w*|head\w*|led|leader|chancellor|mayor|akim|governor|king"
    r"|speaker|director\w*|pope|emir)\b",
    re.I,
)
"""Titles of offices that one holds at a time."""


_ENVOY = re.compile(r"\b(?:ambassador|envoy|representative)\b", re.I)
"""Those whom a country sends; it has one in each other country."""


def _is_same_office(statement: Reading, fact: FactReading) -> bool:
    """Say whether both tell of who is in an office that one has at a time; an envoy's, of the same country."""
    claim = fact.claim
    if _ENVOY.search(statement.text) or _ENVOY.search(claim.text):
        told = names_an_office(claim) and names_an_office(statement)
        return told and bool(_ENVOY.search(statement.text)) and _senders(claim) == _senders(statement) != set()
    if fact.term is not None:
        return bool(_HELD.search(claim.text))
    titles = [title.group().lower() for title in _HELD.finditer(statement.text) if title.group().lower() != "led"]
    return names_an_office(claim) and names_an_office(statement) and any(t in claim.text.lower() for t in titles)


def _senders(reading: Reading) -> set[str]:
    """Return the keys of the countries whose envoy a text speaks of: "France's", "French", "the US ambassador"."""
    word = _ENVOY.search(reading.text)
    return {
        unit.keys[0]
        for unit in reading.units
        if unit.kind == "name"
        and (
            unit.demonym
            or unit.possessive
            or (word is not None and (unit.end + 1 == word.start() or _OF.match(reading.text[word.end() : unit.start])))
        )
    }


_OF = re.compile(r" of (?:the )?$", re.I)
_SINGULAR = (
    re.compile(r"\b(?:first|before any other)\b", re.I),
    re.compile(r"\b(?:last)\b", re.I),
    re.compile(r"\b(?:largest|biggest|greatest|number one|top|main|leading|more \w+ .{0,40}than any other)\b", re.I),
    re.compile(r"\b(?:sole|only)\b", re.I),
)
"""What there is but one of."""


def _is_parallel(statement: Reading, unit: Unit, rival: str, fact: FactReading) -> bool:
    """Say whether a name stands where the rival does in a wording of the fact: after the same preposition, or first."""
    for reading in fact.readings:
        for other in reading.units:
            if rival not in other.keys or other.kind != "name":
                continue
            if unit.preposition != other.preposition or unit.demonym != other.demonym:
                continue
            if unit.preposition or _is_first_name(statement, unit) == _is_first_name(reading, other):
                return True
    return False


def _is_first_name(statement: Reading, unit: Unit) -> bool:
    return next((other for other in statement.units if other.kind == "name"), None) is unit


def _misplaced_office(case: _Case) -> None:
    """Find a person whom the statement gives an office that the record gives to another: "French President Renzi"."""
    for link in case.links:
        unit = link.unit
        if unit is None or not link.agrees or unit.kind != "name" or unit.keys[0] not in case.vocabulary.titles:
            continue
        title, country = _title_before(case.statement, unit)
        if not title or not country or _bears(unit.keys[0], title, country, case.vocabulary):
            continue
        for other in case.fact.names:
            if _bears(other, title, country, case.vocabulary):
                link.relation, link.fact = Relation.ALTERNATION, _text_of(other, case)


def _bears(person: str, title: set[str], of: str, vocabulary: Vocabulary) -> bool:
    """Say whether somebody ever held an office: one of the concepts of its ``title``, ``of`` a country or body."""
    return any(title & set(term.concepts) and term.of == of for term in vocabulary.titles.get(person, ()))


def _title_before(statement: Reading, unit: Unit) -> tuple[set[str], str]:
    """Return the title's concepts and the country's key in "French President X"; empty where there are none."""
    position = statement.units.index(unit)
    if position < 2:
        return set(), ""
    country, title = statement.units[position - 2 : position]
    between = statement.text[title.end : unit.start].strip()
    if title.kind != "word" or country.kind != "name" or between or country.clause != unit.clause:
        return set(), ""
    return {key for key in title.keys if key.startswith("c:")}, country.keys[0]


def _related(key: str, other: str, vocabulary: Vocabulary) -> bool:
    """Say whether one of two places holds the other, so that both can be right."""
    compiled = vocabulary.compiled
    around = {compiled.seats.get(key, ""), *compiled.containers.get(key, ())}
    across = {compiled.seats.get(other, ""), *compiled.containers.get(other, ())}
    return other in around or key in across


def _officeholder(case: _Case, unit: Unit, rivals: Sequence[str]) -> str:
    """Return the rival who holds the office that the statement gives to ``unit``: "French President Renzi"."""
    statement, links, _, vocabulary = case
    titles = _titles_at(statement, unit)
    countries = {key for other in statement.units if other.kind == "name" and other.demonym for key in other.keys}
    if not countries and not pins_down(statement, links, unit):
        return ""
    for rival in rivals:
        for term in vocabulary.titles.get(rival, ()):
            if not titles & set(term.concepts) or (countries and term.of not in countries):
                continue
            if not _bears(unit.keys[0], titles, term.of, vocabulary):
                return rival
    return ""


def _titles_at(statement: Reading, unit: Unit) -> set[str]:
    """Return the concepts of the title that stands right before a name, or after it with a comma or "as"."""
    position = statement.units.index(unit)
    near = statement.units[max(position - 1, 0) : position] + statement.units[position + 1 : position + 2]
    return {key for other in near if other.kind == "word" for key in other.keys if key.startswith("c:")}
