"""Roles: who did it to whom, in active, passive and noun form, with converse words, and around "than"."""

from __future__ import annotations

import pytest

from kzfacts.checker import Checker
from kzfacts.factbase import Concept, Fact, FactBase
from kzfacts.finding import Verdict
from matching.sample import (
    ABSENT,
    CONCEPTS,
    CONTRADICTED,
    ENTITIES,
    SOURCES,
    SUPPORTED,
    aspects,
    check,
    fact,
    step,
)

AID = "Norland assisted Sudria in 2014."
VISIT = fact("Pavel Orsk visited Astrid Holm for talks on water in May 2014.", when="2014-05", kind="visit")
MEETING = fact("Astrid Holm met Pavel Orsk in Marenza in May 2014.", when="2014-05")
BLAME = "Norland's criticism of Ostria grew in 2014."
TIMBER = "Norland exported timber from Haldor to Marenza in 2014."
ECONOMY = "The economy of Norland is bigger than the economy of Sudria."
PORTS = "The port of Haldor is closer to Westmark than the port of Marenza."


@pytest.mark.parametrize(
    ("statement", "record", "swapped"),
    [
        # active and passive
        ("Norland helped Sudria in 2014.", AID, False),
        ("Sudria was assisted by Norland in 2014.", AID, False),
        ("Sudria assisted Norland in 2014.", AID, True),
        ("Norland was assisted by Sudria in 2014.", AID, True),
        ("In 2014, Sudria assisted Norland.", AID, True),
        ("In 2014 Sudria assisted Norland.", AID, True),
        ("Sudria assisted Norland in 2014.", "In 2014 Norland assisted Sudria.", True),
        # nouns
        ("Norland's assistance to Sudria came in 2014.", AID, False),
        ("Sudria's assistance to Norland came in 2014.", AID, True),
        ("Norland's criticism of Ostria increased in 2014.", BLAME, False),
        ("Ostria's criticism of Norland grew in 2014.", BLAME, True),
        ("The criticism of Norland by Ostria grew in 2014.", BLAME, True),
        ("Pavel Orsk's visit to Astrid Holm took place in May 2014.", VISIT, False),
        ("Astrid Holm's visit to Pavel Orsk took place in May 2014.", VISIT, True),
        # converse words: who visits is hosted
        ("Astrid Holm hosted Pavel Orsk for talks on water in May 2014.", VISIT, False),
        ("Pavel Orsk was welcomed by Astrid Holm for talks on water in May 2014.", VISIT, False),
        ("Pavel Orsk hosted Astrid Holm for talks on water in May 2014.", VISIT, True),
        ("Astrid Holm was hosted by Pavel Orsk for talks on water in May 2014.", VISIT, True),
        # sides that do not matter
        ("Pavel Orsk met Astrid Holm in Marenza in May 2014.", MEETING, False),
        ("Pavel Orsk held talks with Astrid Holm in Marenza in 2014.", MEETING, False),
        # from and to
        ("Norland exported timber to Marenza in 2014.", TIMBER, False),
        ("Norland exported timber from Marenza to Haldor in 2014.", TIMBER, True),
        # more so than
        ("The economy of Norland is larger than the economy of Sudria.", ECONOMY, False),
        ("The economy of Sudria is bigger than the economy of Norland.", ECONOMY, True),
        ("The port of Marenza is closer to Westmark than the port of Haldor.", PORTS, True),
        ("The economy of Sudria is smaller than the economy of Norland.", ECONOMY, False),
        ("The port of Marenza is farther from Westmark than the port of Haldor.", PORTS, False),
    ],
)
def test_swapped_sides_are_contradicted(statement: str, record: Fact | str, swapped: bool) -> None:
    finding = check(statement, record)
    assert finding.verdict is (CONTRADICTED if swapped else SUPPORTED)
    assert aspects(finding) == ({"role"} if swapped else set())


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        ("The economy of Norland is smaller than the economy of Sudria.", ECONOMY, CONTRADICTED),
        ("The port of Haldor is farther from Westmark than the port of Marenza.", PORTS, CONTRADICTED),
        ("Norland assisted Ostria in 2014.", AID, ABSENT),
        ("Ostria assisted Norland in 2014.", AID, ABSENT),
        # each has visited the other
        ("Sudria visited Norland in 2014.", "Norland visited Sudria in 2014, and Sudria visited Norland.", SUPPORTED),
    ],
)
def test_sides_that_are_not_swapped(statement: str, record: str, verdict: Verdict) -> None:
    finding = check(statement, record)
    assert finding.verdict is verdict
    assert "role" not in aspects(finding)


def test_who_comes_as_a_guest_need_not_be_a_host() -> None:
    record = "Pavel Orsk visited Marenza for talks on water with Ulla Brandt in 2014."
    finding = check("Talks on water with Ulla Brandt were hosted in 2014.", record)
    assert finding.verdict is ABSENT
    assert "the other side" in step(finding, "hosted").note


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Pavel Orsk visited Norland in May 2014.", SUPPORTED),
        ("Astrid Holm visited Sudria in May 2014.", ABSENT),
    ],
)
def test_the_visit_of_another(statement: str, verdict: Verdict) -> None:
    record = fact(
        "President Pavel Orsk of Sudria visited Norland and met Astrid Holm in May 2014.", when="2014-05", kind="visit"
    )
    assert check(statement, record).verdict is verdict


LEASE = fact("In 2014 Norland let the port of Haldor to Sudria.", "Sudria rents the port of Haldor from Norland.")
LET = Concept("lease", ("let", "lease", "rent"))


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Sudria leased the port of Haldor from Norland in 2014.", SUPPORTED),
        ("Norland leased the port of Haldor to Sudria in 2014.", SUPPORTED),
        ("Norland rents the port of Haldor from Sudria.", CONTRADICTED),
        ("Sudria leased the port of Haldor to Norland in 2014.", CONTRADICTED),
    ],
)
def test_who_lets_and_who_rents(statement: str, verdict: Verdict) -> None:
    assert Checker(FactBase.of([LEASE], SOURCES, ENTITIES, (*CONCEPTS, LET))).check(statement).verdict is verdict
