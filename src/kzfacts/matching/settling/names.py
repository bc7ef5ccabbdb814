"""Names and wordings that conflict only at first sight: seats of government, venues, what the record itself says."""

from __future__ import annotations

import re

from kzfacts.factbase.model import Fact
from kzfacts.finding import Relation
from kzfacts.language.reading import Reading
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.language.words import SERIES
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link
from kzfacts.matching.proof import FULL
from kzfacts.matching.verbatim import sign_and_sense

ALL_BUT = 0.8
"""The share of a statement's units that a wording must have to be taken for what the statement says."""


def settle_wordings(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let nothing conflict that a wording of the fact has, where the statement is that wording or nearly.

    What another wording denies or leaves out is then no matter: the record itself puts it so. Where the wording has
    all of the statement, nothing stays open either.
    """
    if all(link.agrees for link in links) or not statement.units:
        return
    mine = [sign_and_sense(unit) for unit in statement.units]
    for wording in reading.readings:
        theirs = {sign_and_sense(unit) for unit in wording.units}
        denied = {key for sign, key in theirs if sign < 0}
        shared = sum(unit in theirs for unit in mine)
        if shared < ALL_BUT * len(mine) or {key for sign, key in mine if sign < 0} != denied:
            continue
        for link in links:
            open_to_it = link.conflicts or (shared == len(mine) and not link.agrees)
            kept = link.aspect in ("name", "modality") or link.unit is None
            if open_to_it and not kept and link.unit is not None and sign_and_sense(link.unit) in theirs:
                link.relation, link.note = Relation.EQUIVALENCE, "the record puts it so"


_INSTITUTION = re.compile(
    r"\b(?:mfa|ministry|government|parliament|chamber|house|president|premier|minister|pm|power|office|authorities)"
    r" in $",
    re.I,
)


def settle_seats(
    links: list[Link], statement: Reading, reading: FactReading, fact: Fact, seats: dict[str, str]
) -> None:
    """Let the seat of a government stand for its country: "prime minister in Budapest", "the ministry in Astana"."""
    meets = any(key[2:] in SERIES for unit in statement.units for key in unit.keys)
    for link in links:
        unit = link.unit
        if link.aspect != "name" or unit is None or link.agrees or link.conflicts or unit.preposition != "in":
            continue
        country = next((seats[key] for key in unit.keys if key in seats), "")
        governs = (fact.kind == "office" and not meets) or _INSTITUTION.search(statement.text[: unit.start])
        if governs and reading.told.get(country, 0) > 0:
            link.relation, link.note = Relation.REVERSE_ENTAILMENT, "the seat of its government"


def settle_comparison(links: list[Link]) -> None:
    """Let opposite comparatives agree where the sides are turned round too: smaller than, bigger than."""
    for link in links:
        if link.aspect in ("word", "polarity") and link.conflicts:
            link.relation, link.note = Relation.EQUIVALENCE, "the comparison is turned round on both sides"


_SITE = re.compile(r"\b(?:venue|site|setting|scene|place)\b", re.I)


_VENUE = re.compile(r"\b(?:venue|site|setting|scene|host(?:s|ed|ing)?|place where)\b", re.I)


def settle_venues(links: list[Link], statement: Reading, reading: FactReading, vocabulary: Vocabulary) -> None:
    """Leave a capital open as the venue of what the record has in another city of the country."""
    if not _VENUE.search(statement.text):
        return
    first = next((link for link in links if link.unit is not None), None)
    hosts = first is not None and first.agrees and first.unit is not None and first.unit.kind == "name"
    if (
        hosts
        and first is not None
        and first.unit is not None
        and any("l:" + k in reading.told for k in first.unit.keys)
    ):
        for link in links:
            if (
                link.aspect == "word"
                and link.relation is Relation.INDEPENDENCE
                and link.unit
                and _SITE.search(link.unit.text)
            ):
                link.relation, link.note = Relation.EQUIVALENCE, "the record has it there"
    seats, containers = vocabulary.compiled.seats, vocabulary.compiled.containers
    for link in links:
        unit = link.unit
        if link.aspect != "name" or not link.agrees or unit is None:
            continue
        country = next((seats[key] for key in unit.keys if key in seats), "")
        if not country or any(key in reading.told for key in unit.keys):
            continue
        elsewhere = any(country in containers.get(key, ()) and "l:" + key in reading.told for key in reading.names)
        if elsewhere:
            link.relation, link.note = Relation.INDEPENDENCE, "the record has it in another city"


def settle_ends(links: list[Link]) -> None:
    """Let "first" and "last" not conflict where they are said of different things: last to join, first to chair."""
    told = {link.fact for link in links if link.aspect == "word" and link.agrees and link.fact}
    other = any(
        link.aspect == "word" and link.relation is Relation.INDEPENDENCE and link.weight >= FULL for link in links
    )
    for link in links:
        end = link.unit is not None and link.unit.text.lower() in ("first", "last")
        if end and link.aspect == "word" and link.conflicts and (other or link.fact in told):
            link.relation, link.note = Relation.INDEPENDENCE, "said of another thing"


_ABSENT = re.compile(r"\b(?:out of|outside|absent|abstain\w*|stay\w*|missing|without)\b", re.I)


def settle_left_out(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Leave a name open that a record with a list has only to say that it is not on it: "Ostria was no founder"."""
    denied = any(unit.sign < 0 for unit in (*statement.units, *reading.claim.units))
    miscounted = any(link.aspect == "number" and link.conflicts for link in links)
    if denied or miscounted or not reading.lists or _ABSENT.search(statement.text):
        return
    for link in links:
        if link.aspect != "name" or not link.agrees or link.unit is None:
            continue
        keys = set(link.unit.keys)
        having = [wording for wording in reading.readings if any(keys & set(unit.keys) for unit in wording.units)]
        if having and reading.claim not in having and all(any(u.sign < 0 for u in w.units) for w in having):
            link.relation, link.hard, link.note = Relation.INDEPENDENCE, True, "the record names it to leave it out"
