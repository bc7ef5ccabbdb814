"""A small made-up vocabulary, the days it is used on, and the mark for what is still read wrong."""

from __future__ import annotations

from datetime import date

import pytest

from kzfacts.factbase.model import Concept, Entity, Office
from kzfacts.language.compiling import compile_vocabulary
from kzfacts.language.reader import read
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary

AS_OF = date(2015, 3, 18)
"""A Wednesday in the first quarter of 2015, on which the statements of the tests are made."""

ENTITIES = (
    Entity(
        "nazarbayev",
        "Nursultan Nazarbayev",
        "person",
        aliases=("Nazarbayev", "N. A. Nazarbayev"),
        offices=(Office("president", of="kazakhstan", start="1991", end="2019-03-20"),),
    ),
    Entity(
        "idrissov",
        "Erlan Idrissov",
        "person",
        aliases=("Idrissov", "Idrisov"),
        offices=(Office("minister of foreign affairs", of="kazakhstan", start="2012-09-28", end="2016-12-28"),),
    ),
    Entity(
        "kazakhstan",
        "Kazakhstan",
        "country",
        aliases=("Republic of Kazakhstan",),
        demonyms=("Kazakh", "Kazakhs", "Kazakhstani"),
        part_of=("union",),
    ),
    Entity("russia", "Russia", "country", aliases=("Russian Federation",), demonyms=("Russian", "Russians")),
    Entity("turkey", "Turkey", "country", demonyms=("Turkish", "Turks")),
    Entity("america", "United States", "country", aliases=("US", "USA"), demonyms=("American", "Americans")),
    Entity("astana", "Astana", "city", capital_of="kazakhstan"),
    Entity("union", "Eurasian Economic Union", "organisation", aliases=("EEU",)),
)

CONCEPTS = (
    Concept("visit", ("visit", "trip", "pay _ visit to"), implies=("contact",), converse="hosting"),
    Concept("official-visit", ("official visit",), implies=("visit",), opposite=("private-visit",)),
    Concept("private-visit", ("private visit",)),
    Concept("hosting", ("host", "receive")),
    Concept("contact", ("contact",)),
    Concept("meeting", ("meet",), symmetric=True),
    Concept("acceptance", ("accept", "agree to")),
    Concept("refusal", ("refuse", "reject", "turn down"), negates="acceptance"),
    Concept("omission", ("leave _ out", "omit")),
    Concept("failure", ("fail to", "fail", "decline to", "refrain from"), role="negative"),
    Concept("denial", ("not yet", "have yet to", "not a single"), role="negative"),
    Concept("plan", ("plan to", "intend to"), role="commit"),
    Concept("report", ("say", "according to"), role="report"),
    Concept("chance", ("perhaps", "possibly"), role="possible"),
    Concept("matter", ("matter",), role="generic", weight=0.2),
    Concept("head-of-state", ("president", "head of state")),
    Concept("top-diplomat", ("foreign minister", "minister of foreign affairs", "top diplomat")),
    Concept("signature", ("sign",)),
    Concept("ratification", ("ratify",), implies=("signature",)),
    Concept("treaty", ("treaty", "agreement")),
    Concept("joining", ("join", "enter")),
    Concept("security-union", ("security union",), group="union"),
)

TEXTS = ("Briefings and conferences for journalists were held in the ministry.",)

VOCABULARY = Vocabulary(compile_vocabulary(ENTITIES, CONCEPTS, TEXTS))


def known_bug(reason: str) -> pytest.MarkDecorator:
    """Mark a case that the reader gets wrong today; the mark must go when the case comes right."""
    return pytest.mark.xfail(strict=True, reason=reason)


def reading(text: str) -> Reading:
    """Read ``text`` with the sample vocabulary on the sample day."""
    return read(text, VOCABULARY, AS_OF)


def unit(text: str, piece: str) -> Unit:
    """Return the first unit of ``text`` that reads ``piece``."""
    units = reading(text).units
    found = next((unit for unit in units if unit.text == piece), None)
    assert found is not None, f"{piece!r} is none of {[unit.text for unit in units]}"
    return found
