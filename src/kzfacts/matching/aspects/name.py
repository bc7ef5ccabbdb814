"""Names: a person, country, city, body or agreement of the statement against those of the fact.

Agrees when the fact names the same entity (by any alias), its capital as the seat of its government, or the
bearer of an office that the statement names. Another name is independent: that Astana promised to help
Kyrgyzstan says nothing on Tajikistan. It conflicts only where the statement pins down the very event of the
record: an identity ("the president who came was X"), an office that the record gives to someone else, a full
date, a counted whole ("the 65 countries"), or a named agreement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kzfacts.finding import Relation
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary, office_key
from kzfacts.language.words import COPULAS, ONLY_WORDS
from kzfacts.matching.fact_reading import FactReading, held
from kzfacts.matching.link import Link

WEIGHT = 1.5
MANY_NAMES = 3
"""So many names of the record make the event the record's own."""
_PLACE_PREPOSITIONS = frozenset(("in", "at", "inside", "near", "outside", "within"))
_CLOSED = re.compile(r"\b(?:" + "|".join(sorted(ONLY_WORDS)) + r")\b", re.I)


def relate(unit: Unit, fact: FactReading, vocabulary: Vocabulary, hard: bool = True) -> Link:
    """Relate one name unit to the fact; a name that need not be there (not ``hard``) weighs little when missing."""
    for key in _readings_of(unit, vocabulary):
        sign = fact.told.get(key)
        if sign is not None and _is_elsewhere(key, unit, fact, vocabulary):
            continue
        if sign is not None:
            text = fact.texts.get(key, "") or vocabulary.compiled.labels.get(key, "")
            if unit.sign < 0 and sign > 0:
                return Link("polarity", Relation.NEGATION, unit, text, weight=WEIGHT, hard=True)
            relation = Relation.EQUIVALENCE if key in unit.keys else Relation.REVERSE_ENTAILMENT
            return Link("name", relation, unit, text, weight=WEIGHT, hard=True)
    weight = WEIGHT if hard else 0.4
    return Link("name", Relation.INDEPENDENCE, unit, note="the record does not name it", weight=weight, hard=hard)


def _is_elsewhere(key: str, unit: Unit, fact: FactReading, vocabulary: Vocabulary) -> bool:
    """Say whether the statement has as a place what the fact has only as an actor: "in Brussels" for the EU."""
    here = unit.preposition in _PLACE_PREPOSITIONS or unit.goal
    if not here or vocabulary.compiled.kinds.get(key) != "city":
        return False
    return "l:" + key not in fact.told and key in fact.direct


def _readings_of(unit: Unit, vocabulary: Vocabulary) -> list[str]:
    """Return what a name may stand for: itself, and for a capital in the place of a government its country."""
    keys = list(unit.keys)
    if unit.preposition not in _PLACE_PREPOSITIONS and not unit.goal:
        keys.extend(vocabulary.compiled.seats[key] for key in unit.keys if key in vocabulary.compiled.seats)
    return keys


def offices(statement: Reading, met: list[Link], fact: FactReading, vocabulary: Vocabulary) -> list[Link]:
    """Return a link for each office that the statement names by country ("Iran's president") and the fact does not.

    That the fact tells of the country and, elsewhere, of a president is not enough.
    """
    links: list[Link] = []
    known_names = {id(link.unit) for link in met if link.agrees}
    for left, right in pairwise(statement.units):
        for country, title in ((left, right), (right, left)):
            if (
                id(country) not in known_names
                or country.kind != "name"
                or title.kind != "word"
                or left.clause != right.clause
            ):
                continue
            between = statement.text[left.end : right.start].strip().lower()
            of = between == "of" or (not between and left.text.lower().endswith(" of"))
            if between not in ("", "'s", "’s", "of") or (title is right) == of:
                continue
            keys = [office_key(country.keys[0], key) for key in title.keys if key[0] == "c"]
            known = [key for key in keys if key in vocabulary.holders]
            if known and all("o:" + key not in fact.told for key in keys):
                note = "the record speaks of no such office"
                links.append(Link("name", Relation.FORWARD_ENTAILMENT, title, "", note, weight=0.0, hard=True))
    return links


def out_of_office(statement: Reading, links: Sequence[Link], vocabulary: Vocabulary) -> Link | None:
    """Return the conflict of "X was minister in 2003" with the terms on record of X as minister, None without one."""
    dates = [unit for unit in statement.units if unit.date is not None and unit.date.span is not None]
    if len(dates) != 1 or not _STATIVE.search(statement.text):
        return None
    mention = dates[0].date
    window = mention.window() if mention is not None and mention.year else None
    if window is None:
        return None
    titles = {key for unit in statement.units if unit.kind == "word" for key in unit.keys if key.startswith("c:")}
    kinds = vocabulary.compiled.kinds
    named = {key for unit in statement.units if unit.kind == "name" for key in unit.keys}
    countries = {key for key in named if kinds.get(key) == "country"}
    for link in links:
        unit = link.unit
        if unit is None or unit.kind != "name" or not link.agrees or unit.sign < 0:
            continue
        terms = [
            term
            for term in vocabulary.titles.get(unit.keys[0], ())
            if titles & set(term.concepts) and (term.of in named or not countries or kinds.get(term.of) != "country")
        ]
        if terms and not any(held(term.start, term.end, window) for term in terms):
            text = "; ".join(f"{term.start}/{term.end}" for term in terms)
            note = "outside the term on record"
            return Link("date", Relation.ALTERNATION, dates[0], text, note, weight=0.0, hard=True)
    return None


_STATIVE = re.compile(r"\b(?:was|is|were|remained|served as|headed|led|ran|chaired)\b", re.I)


def substitute(statement: Reading, links: list[Link], fact: FactReading, vocabulary: Vocabulary) -> None:
    """Turn the one name that the fact lacks into a conflict where the statement pins down the record's event."""
    _misplaced_office(statement, links, fact, vocabulary)
    gaps = [link for link in links if link.aspect == "name" and link.relation is Relation.INDEPENDENCE]
    _closed_list(links, gaps, fact, vocabulary)
    _not_on_list(statement, gaps, fact, vocabulary)
    if len(gaps) != 1 or gaps[0].unit is None or (gaps[0].unit.demonym and gaps[0].unit.sign > 0):
        return
    gap, unit = gaps[0], gaps[0].unit
    met = {
        key for link in links if link.agrees and link.unit is not None for key in _readings_of(link.unit, vocabulary)
    }
    rivals = [
        key
        for key in fact.names
        if key not in met and _alike(unit.keys[0], key, vocabulary) and not _related(unit.keys[0], key, vocabulary)
    ]
    if not rivals:
        return
    rival = (
        _officeholder(statement, links, unit, rivals, vocabulary)
        or (rivals[0] if len(set(rivals)) == 1 and pins_down(statement, links, unit) else "")
        or _counterpart(statement, links, unit, rivals, fact, vocabulary)
    )
    if rival:
        gap.relation = Relation.ALTERNATION
        gap.fact = fact.texts.get(rival, "") or vocabulary.compiled.labels.get(rival, "")
        gap.note = ""


def _counterpart(
    statement: Reading, links: list[Link], unit: Unit, rivals: Sequence[str], fact: FactReading, vocabulary: Vocabulary
) -> str:
    """Return the rival in the very place of ``unit``, where all the rest agrees and but one can stand there.

    That is a city where something took place, who held an office at the time, and who was first.
    """
    rest = sum(link.weight for link in links if not link.agrees and link.unit is not unit and link.unit is not None)
    if rest >= BARELY or unit.sign < 0 or _INDEFINITE.search(statement.text):
        return ""
    kinds = vocabulary.compiled.kinds
    dated = any(link.aspect == "date" and link.agrees for link in links)
    alike = [key for key in dict.fromkeys(rivals) if kinds.get(key) == kinds.get(unit.keys[0])]
    if kinds.get(unit.keys[0]) == "city" and (unit.preposition in _PLACE_PREPOSITIONS or unit.goal):
        places = [key for key in alike if "l:" + key in fact.told]
        return places[0] if len(places) == 1 and (dated or _ONCE.search(fact.claim.text)) else ""
    if len(alike) != 1:
        return ""
    if fact.term is not None and dated and not _SEVERAL.search(statement.text) and _HELD.search(fact.claim.text):
        return alike[0]
    parallel = rest < BARELY / 2 and kinds.get(alike[0]) in ("person", "country", "city")
    once = _ONCE.search(fact.claim.text) and _ONCE.search(statement.text) and not _SOCIAL.search(statement.text)
    if parallel and once and _is_parallel(statement, unit, alike[0], fact):
        return alike[0]
    if _is_first_name(statement, unit) and any(
        pattern.search(statement.text) and pattern.search(fact.claim.text) for pattern in _SINGULAR
    ):
        return alike[0]
    return ""


BARELY = 0.5
"""The weight of other words that may be open where a name stands in the place of the record's."""
_ONCE = re.compile(
    r"\b(?:sign\w*|founded|established|opened|inaugurated|launched|accession|adopted|initialled)\b", re.I
)
_INDEFINITE = re.compile(
    r"\b(?:sign|conclud|initial|adopt|ratif|open|launch|hold|held|host|ma[kd]e|paid|pay)\w*"
    r" (?:an?|another|several|some|new)\b",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:deput\w+|one of|among|members?|acting|an? (?!year)\w+ (?:minister|ambassador|envoy))\b", re.I
)
_HELD = re.compile(
    r"\b(?:president|premier|minister|secretary|chair\w*|head\w*|led|leader|chancellor|mayor|akim|governor|king"
    r"|speaker|director\w*|pope|emir)\b",
    re.I,
)
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


def _is_person(key: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.compiled.kinds.get(key, "person") == "person"


def scattered(links: list[Link], fact: FactReading, vocabulary: Vocabulary) -> list[Link]:
    """Return a limit where no single wording of the fact has all the people that the statement takes from it.

    Wordings name different surroundings of the fact; who visited whom must not be put together from two of them.
    """
    wanted = [
        set(link.unit.keys)
        for link in links
        if link.unit is not None and link.aspect == "name" and link.agrees and _is_person(link.unit.keys[0], vocabulary)
    ]
    if len(wanted) < 2 or len(fact.readings) < 2:
        return []
    bare = [keys for keys in wanted if any(key in fact.direct for key in keys)]
    for reading in fact.readings:
        own = {key for unit in reading.units if unit.kind == "name" for key in unit.keys}
        if all(keys & own or any(key in fact.around.get(name, ()) for name in own for key in keys) for keys in bare):
            return []
    return [Link("name", Relation.FORWARD_ENTAILMENT, None, note="no wording of the record has these names together")]


def _misplaced_office(statement: Reading, links: list[Link], fact: FactReading, vocabulary: Vocabulary) -> None:
    """Find a person whom the statement gives an office that the record gives to another: "French President Renzi"."""
    titles = vocabulary.titles
    for link in links:
        unit = link.unit
        if unit is None or not link.agrees or unit.kind != "name" or unit.keys[0] not in titles:
            continue
        title, country = _title_before(statement, unit)
        if (
            not title
            or not country
            or any(title & set(term.concepts) and term.of == country for term in titles.get(unit.keys[0], ()))
        ):
            continue
        for other in fact.names:
            if any(title & set(term.concepts) and term.of == country for term in titles.get(other, ())):
                link.relation = Relation.ALTERNATION
                link.fact = fact.texts.get(other, "") or vocabulary.compiled.labels.get(other, "")


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


def _closed_list(links: list[Link], gaps: list[Link], fact: FactReading, vocabulary: Vocabulary) -> None:
    """Find a person put on a list that the record closes: "only two came, Hollande and Renzi"."""
    if not _CLOSED.search(fact.claim.text) or not fact.lists:
        return
    kinds = vocabulary.compiled.kinds
    people = [link for link in gaps if link.unit is not None and kinds.get(link.unit.keys[0], "person") == "person"]
    others = [link for link in gaps if link not in people and link.unit is not None and not link.unit.demonym]
    if len(people) != 1 or others or any(_is_host(link, fact, vocabulary) for link in people):
        return
    counted = [number.nouns for number in fact.numbers if number.unit in fact.claim.units]
    if not any(
        signs.get(key, 0) > 0
        for link in links
        if link.unit and link.agrees
        for key in link.unit.keys
        for signs in counted
    ):
        return
    for link in gaps:
        link.relation, link.note = Relation.ALTERNATION, "the record closes the list"
        link.fact = fact.claim.text


_MEMBERSHIP = re.compile(
    r"\b(?:among|amongst|one of|includ\w+|inclusive|counted|belong\w*|also|too|as well|along with|together with"
    r"|alongside|joined|part of|signator\w+|found\w+|members?|participa\w+|abstain\w*|voted|signed)\b",
    re.I,
)
_ALL = re.compile(r"\b(?:all|every|the (?:only|sole))\b", re.I)


def _not_on_list(statement: Reading, gaps: list[Link], fact: FactReading, vocabulary: Vocabulary) -> None:
    """Find the one name put on a list that the claim gives in full: "the six signatories were ..."."""
    if len(gaps) != 1 or gaps[0].unit is None or gaps[0].unit.sign < 0 or not _MEMBERSHIP.search(statement.text):
        return
    kinds = vocabulary.compiled.kinds
    kind = kinds.get(gaps[0].unit.keys[0])
    for names in fact.lists:
        alike = kind and all(
            _GROUP.get(kinds.get(name, ""), kinds.get(name)) == _GROUP.get(kind, kind) for name in names
        )
        if alike and _is_complete(names, fact):
            gaps[0].relation, gaps[0].note = Relation.ALTERNATION, "the record closes the list"
            gaps[0].fact = fact.claim.text
            return


def _is_complete(names: Sequence[str], fact: FactReading) -> bool:
    """Say whether a list of the claim has as many names as the claim counts, or is called all there are."""
    quantities = [unit.quantity for unit in fact.claim.units if unit.quantity is not None]
    counted = any(not one.unit and one.low == one.high == len(names) for one in quantities)
    return counted or bool(_ALL.search(fact.claim.text))


def _is_host(link: Link, fact: FactReading, vocabulary: Vocabulary) -> bool:
    """Say whether a person holds an office of a country that the fact names, and may be there but as the host."""
    keys = link.unit.keys if link.unit is not None else ()
    return any(term.of in fact.names for key in keys for term in vocabulary.titles.get(key, ()))


def _alike(key: str, other: str, vocabulary: Vocabulary) -> bool:
    """Say whether two names are of one kind; an unknown name may be of any."""
    kinds = vocabulary.compiled.kinds
    if key not in kinds or other not in kinds:
        return key[0] == "n" or other[0] == "n"
    return _GROUP.get(kinds[key], kinds[key]) == _GROUP.get(kinds[other], kinds[other])


_GROUP = {"organisation": "body", "country": "place", "city": "place", "region": "place"}


def _officeholder(
    statement: Reading, links: list[Link], unit: Unit, rivals: Sequence[str], vocabulary: Vocabulary
) -> str:
    """Return the rival who holds the office that the statement gives to ``unit``: "French President Renzi"."""
    titles = _titles_at(statement, unit)
    own = vocabulary.titles.get(unit.keys[0], [])
    countries = {key for other in statement.units if other.kind == "name" and other.demonym for key in other.keys}
    if not countries and not pins_down(statement, links, unit):
        return ""
    for rival in rivals:
        for term in vocabulary.titles.get(rival, ()):
            if not titles & set(term.concepts) or (countries and term.of not in countries):
                continue
            if not any(titles & set(mine.concepts) and mine.of == term.of for mine in own):
                return rival
    return ""


def _titles_at(statement: Reading, unit: Unit) -> set[str]:
    """Return the concepts of the title that stands right before a name, or after it with a comma or "as"."""
    position = statement.units.index(unit)
    near = statement.units[max(position - 1, 0) : position] + statement.units[position + 1 : position + 2]
    return {key for other in near if other.kind == "word" for key in other.keys if key.startswith("c:")}


def pins_down(statement: Reading, links: Sequence[Link], unit: Unit) -> bool:
    """Say whether the statement can only speak of the record's own event."""
    for link in links:
        if link.unit is None or not link.agrees:
            continue
        mention = link.unit.date
        same_day = mention is not None and mention.span is not None and mention.span.first == mention.span.last
        if same_day and not _SOCIAL.search(statement.text):
            return True
        if link.aspect == "number" and _is_definite(statement.text, link.unit) and not _ONE_OF.search(statement.text):
            return True  # "the 65 countries"
    named = sum(link.aspect == "name" and link.agrees for link in links)
    if named >= MANY_NAMES and statement.text.lstrip("“\"' ").lower().startswith("the "):
        return True
    return _is_identity(statement, unit) or _has_definite_subject(statement, links)


_SOCIAL = re.compile(
    r"\b(?:met|meet\w*|talk\w*|spoke|speak\w*|discuss\w*|join\w*|took part|attend\w*|visit\w*|receiv\w*|host\w*"
    r"|welcom\w*|call\w*|telephon\w*|lobb\w*|said|says|told|pledg\w*|saw|thank\w*|praise\w*)\b",
    re.I,
)
"""What people do with several others on one day."""
_ONE_OF = re.compile(r"\b(?:one of|among|amongst)\b", re.I)


def _is_definite(text: str, unit: Unit) -> bool:
    return text[: unit.start].lower().rstrip().endswith((" the", "all")) or text[: unit.start].strip().lower() == "the"


def _is_identity(statement: Reading, unit: Unit) -> bool:
    """Recognise "It was X who ..." and "The president who came was X"."""
    before = statement.text[: unit.start].lower().split()
    after = statement.text[unit.end :].lower().split()
    if before[:2] in (["it", "was"], ["it", "is"]) and len(before) <= 4 and set(after[:2]) & {"who", "that", "which"}:
        return True
    while before and before[-1].strip(",") in ("the", "a", "an", "president", "minister"):
        before.pop()
    ends_with_copula = bool(before) and before[-1] in COPULAS
    return ends_with_copula and bool(set(before) & {"who", "that", "which", "whose", "whom"}) and len(after) <= 2


def _has_definite_subject(statement: Reading, links: Sequence[Link]) -> bool:
    """Recognise a subject such as "The November 2014 talks": an article, then a date or number of the record."""
    words = statement.text.split()
    if not words or words[0].lower() not in ("the", "this", "that"):
        return False
    head = len(" ".join(words[:6]))
    return any(
        link.agrees and link.unit is not None and link.unit.kind == "date" and link.unit.start < head for link in links
    )
