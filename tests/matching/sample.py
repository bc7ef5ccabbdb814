"""An invented continent: a few entities and words, fact bases of single sentences, and marks for known mistakes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

import pytest

from kzfacts.checker import Checker
from kzfacts.factbase import Citation, Concept, Entity, Fact, FactBase, Office, Source
from kzfacts.factbase.model import Certainty, FactKind
from kzfacts.finding import Finding, Relation, Step, Verdict

SUPPORTED, CONTRADICTED, ABSENT = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.ABSENT

ENTITIES = (
    Entity(
        "holm",
        "Astrid Holm",
        "person",
        aliases=("Holm",),
        offices=(Office("president", of="norland", start="2010-05", end="2016-04"),),
    ),
    Entity(
        "lund",
        "Erik Lund",
        "person",
        aliases=("Lund",),
        offices=(Office("foreign minister", of="norland", start="2012-01", end="2016-04"),),
    ),
    Entity(
        "orsk",
        "Pavel Orsk",
        "person",
        aliases=("Orsk",),
        offices=(Office("president", of="sudria", start="2008-01", end="2018-01"),),
    ),
    Entity(
        "brandt",
        "Ulla Brandt",
        "person",
        aliases=("Brandt",),
        offices=(Office("prime minister", of="ostria", start="2011-01", end="2019-01"),),
    ),
    Entity("norland", "Norland", "country", demonyms=("Norlandic", "Norlanders"), part_of=("league",)),
    Entity("sudria", "Sudria", "country", demonyms=("Sudrian", "Sudrians"), part_of=("league",)),
    Entity("ostria", "Ostria", "country", demonyms=("Ostrian", "Ostrians")),
    Entity("westmark", "Westmark", "country", demonyms=("Westmarkian",)),
    Entity("haldor", "Haldor", "city", capital_of="norland", part_of=("norland",)),
    Entity("marenza", "Marenza", "city", capital_of="sudria", part_of=("sudria",)),
    Entity("league", "Northern League", "organisation", aliases=("NL",)),
    Entity("charter", "Haldor Charter", "agreement"),
)

CONCEPTS = (
    Concept("visit", ("visit", "trip", "travel to"), converse="hosting"),
    Concept("official-visit", ("official visit",), implies=("visit",)),
    Concept("hosting", ("host", "receive", "welcome")),
    Concept("meeting", ("meet", "meeting", "hold talks with"), symmetric=True),
    Concept("assistance", ("assist", "help", "aid", "support")),
    Concept("criticism", ("criticise", "criticism", "blame"), opposite=("praise",)),
    Concept("praise", ("praise", "commend")),
    Concept("acceptance", ("accept", "agree to")),
    Concept("refusal", ("refuse", "reject", "turn down"), negates="acceptance"),
    Concept("growth", ("grow", "rise", "increase"), opposite=("decline",)),
    Concept("decline", ("fall", "drop", "decrease", "decline")),
    Concept("size", ("big", "bigger", "large", "larger"), opposite=("smallness",)),
    Concept("smallness", ("small", "smaller")),
    Concept("occurrence", ("take place", "happen"), role="generic", weight=0.2),
    Concept("focus", ("above all", "first of all"), role="generic", weight=0.2),
    Concept("failure", ("fail to",), role="negative"),
    Concept("promise", ("promise", "pledge", "vow"), role="commit"),
    Concept("plan", ("plan", "plan to", "intend to"), role="commit"),
    Concept("chance", ("perhaps", "possibly", "likely to"), role="possible"),
    Concept("report", ("say", "declare", "according to"), role="report"),
    Concept("president", ("president", "head of state")),
    Concept("prime-minister", ("prime minister", "head of government")),
    Concept("foreign-minister", ("foreign minister", "top diplomat")),
    Concept("treaty", ("treaty", "pact", "agreement")),
    Concept("ratification", ("ratify", "ratification"), implies=("signature",)),
    Concept("signature", ("sign", "signature")),
    Concept("joining", ("join", "enter", "accede to"), opposite=("leaving",)),
    Concept("leaving", ("leave", "quit", "withdraw from")),
    Concept("closeness", ("close to", "closer to"), opposite=("distance",)),
    Concept("distance", ("far from", "farther from", "distant from")),
    Concept("economic-union", ("economic union",), group="union"),
    Concept("political-union", ("political union",), group="union"),
)

SOURCES = (Source("courier", "The year in figures", "Haldor Courier", "2015-01-10"),)


def fact(
    claim: str,
    *paraphrases: str,
    id: str = "recorded",
    when: str = "2014",
    kind: FactKind | None = None,
    certainty: Certainty = "reported",
    misstatements: Iterable[str] = (),
) -> Fact:
    """Return a fact of the invented continent, recorded by its one newspaper."""
    citation = Citation("courier", "p. 2", reports="Haldor Courier, 10 January 2015")
    return Fact(id, claim, when, (citation,), paraphrases, tuple(misstatements), kind, certainty)


def base(*facts: Fact | str) -> FactBase:
    """Return a fact base of these facts alone; a bare sentence is a fact of 2014."""
    recorded = [
        record if isinstance(record, Fact) else fact(record, id=f"recorded-{number}")
        for number, record in enumerate(facts)
    ]
    return FactBase.of(recorded, SOURCES, ENTITIES, CONCEPTS)


checker = cache(Checker)
"""The checker over a base, made once for each base."""


def check(statement: str, *facts: Fact | str, as_of: date | None = None) -> Finding:
    """Check a statement against these facts alone."""
    return checker(base(*facts)).check(statement, as_of)


def step(finding: Finding, piece: str) -> Step:
    """Return the step of the proof that is about ``piece`` of the statement."""
    steps = [step for step in finding.proof if step.statement is not None and step.statement.text == piece]
    assert steps, f"{piece!r} is none of {[step.statement and step.statement.text for step in finding.proof]}"
    return steps[0]


def relation(finding: Finding, piece: str) -> Relation:
    """Return how ``piece`` of the statement relates to the fact, by the proof."""
    return step(finding, piece).relation


def aspects(finding: Finding) -> set[str]:
    """Return the aspects in which the statement conflicts with the fact."""
    return {step.aspect for step in finding.proof if step.relation in (Relation.ALTERNATION, Relation.NEGATION)}


def known_bug(reason: str) -> pytest.MarkDecorator:
    """Mark a case that the engine gets wrong today; the mark must go when the case comes right."""
    return pytest.mark.xfail(strict=True, reason=reason)
