"""What a fact must have whatever the rest, and what counts for less than it looks: verdicts of an invented world."""

from __future__ import annotations

import pytest

from kzfacts.checker import Checker
from kzfacts.factbase import Concept, Fact, FactBase
from kzfacts.finding import Verdict
from matching.sample import ABSENT, CONCEPTS, CONTRADICTED, ENTITIES, SOURCES, SUPPORTED, check, fact

FIRST = fact("Norland was the first northern country to sign a water treaty with Sudria in 2014.", kind="event")
HER_FIRST = fact(
    "The visit of President Astrid Holm to Sudria in May 2014 was her first.", when="2014-05", kind="visit"
)
SINCE = fact("Holm, in May 2014, was the first guest to visit Sudria since the drought began.", when="2014-05")
TWO_VISITS = fact("Two presidents came to Norland, Orsk in 2009 and Brandt in 2013.", when="2013", kind="quantity")
MEDAL = fact("Holm received the Order of the Gull in Marenza in May 2014.", when="2014-05", kind="event")
TALLY = fact("The council adopted the water law in May 2014 by 133 votes to 23, with 28 abstentions.", when="2014-05")
SILENT = fact("Holm did not say in May 2014 what the harbour had cost.", when="2014-05", kind="omission")
PLAN = fact("Norland and Sudria signed a water map for 2022-2027 in May 2014.", when="2014-05", kind="agreement")
COST = fact("Norland paid 50 million dollars for the harbour in 2014.", kind="event")
LEASE = fact("Norland leased the harbour to Sudria for 20 years in 2014.", kind="agreement")
LINE = fact("The northern section of the water line is 85 km long.", kind="status", when="2014")
ENVOY = fact("Erik Lund was the ambassador of Norland to Sudria in 2014.", kind="office")
LAST_DAYS = fact("Holm paid a visit to Sudria on 13-15 May 2014.", when="2014-05-13/2014-05-15", kind="visit")
REGULAR = fact("Since 2010 Holm and Orsk have been meeting regularly.", when="2010/..", kind="status")
PAPER = fact("Norland and Sudria signed an agreement in May 2014.", when="2014-05", kind="agreement")
HELP = fact("The treaty of Norland and Sudria helped trade in Haldor in May 2014.", when="2014-05", kind="event")
ROUND_TRIP = fact(
    "Holm visited Marenza in Sudria, signed the water treaty and met Orsk in May 2014.", when="2014-05", kind="visit"
)
PRESENT = fact(
    "Norland and Sudria signed the water treaty in Haldor on 5 May 2014; Holm was there.",
    when="2014-05-05",
    kind="agreement",
)
TALKS = fact("Norland held talks with Sudria on 3 June 2014.", when="2014-06-03", kind="event")
SEAT = fact("Pavel Orsk was president of Sudria in 2014.", kind="office")


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        # the class in which something is the first
        ("Norland was the first northern country to sign a water treaty with Sudria.", FIRST, SUPPORTED),
        ("Norland was the first wealthy northern country to sign a water treaty with Sudria.", FIRST, ABSENT),
        ("In May 2014 Holm paid her first visit to Sudria.", HER_FIRST, SUPPORTED),
        ("Holm was the first president to visit Sudria.", HER_FIRST, ABSENT),
        ("Holm was the first guest to visit Sudria since the drought began.", SINCE, SUPPORTED),
        ("Holm was the first guest to visit Sudria.", SINCE, ABSENT),
        # a date that belongs to another name
        ("Orsk came to Norland in 2009.", TWO_VISITS, SUPPORTED),
        ("Orsk came to Norland in 2013.", TWO_VISITS, ABSENT),
        # names that nobody knows, and particles that turn a verb round
        ("Holm received the Order of the Gull in Marenza.", MEDAL, SUPPORTED),
        ("Holm received the Order of the Tern in Marenza.", MEDAL, ABSENT),
        ("Holm sent back the Order of the Gull in Marenza.", MEDAL, ABSENT),
        # what was left unsaid
        ("Holm said nothing in May 2014 of what the harbour had cost.", SILENT, SUPPORTED),
        ("What the harbour had cost, Holm did not say in May 2014.", SILENT, SUPPORTED),
        # both ends of a period
        ("Norland and Sudria signed a water map for 2022-2027 in May 2014.", PLAN, SUPPORTED),
        ("Norland and Sudria signed a water map for 2022-2035 in May 2014.", PLAN, CONTRADICTED),
        # amounts
        ("$50m was what Norland paid for the harbour in 2014.", COST, SUPPORTED),
        ("Norland leased the harbour to Sudria for two decades in 2014.", LEASE, SUPPORTED),
        ("Norland leased the harbour to Sudria for three decades in 2014.", LEASE, CONTRADICTED),
        ("The water line is 930 km long.", LINE, ABSENT),
        ("The northern section of the water line is 930 km long.", LINE, CONTRADICTED),
        # what a paper is about, what a verb has for object, in what circumstance, who is said to have said it
        ("Norland and Sudria signed an agreement in May 2014.", PAPER, SUPPORTED),
        ("Norland and Sudria signed an agreement on fishing in May 2014.", PAPER, ABSENT),
        ("In May 2014 the treaty of Norland and Sudria in Haldor helped trade.", HELP, SUPPORTED),
        ("In May 2014 the treaty of Norland and Sudria in Haldor helped fishing.", HELP, ABSENT),
        ("In May 2014 Holm visited Marenza in Sudria, signed the water treaty and met Orsk.", ROUND_TRIP, SUPPORTED),
        (
            "In May 2014 Holm visited Marenza in Sudria, signed the water treaty and met Orsk in heavy fog.",
            ROUND_TRIP,
            ABSENT,
        ),
        ("Norland and Sudria signed the water treaty in Haldor on 5 May 2014.", PRESENT, SUPPORTED),
        ("Holm suggested that Norland and Sudria signed the water treaty in Haldor on 5 May 2014.", PRESENT, ABSENT),
        # a day in between bears out neither end
        ("Norland held talks with Sudria in June 2014.", TALKS, SUPPORTED),
        ("Norland held talks with Sudria from May 2014 to July 2014.", TALKS, ABSENT),
        # who is posted where, and when
        ("Ulla Brandt was Norland's ambassador to Sudria in 2014.", ENVOY, CONTRADICTED),
        ("Ulla Brandt was Ostria's ambassador to Sudria in 2014.", ENVOY, ABSENT),
        ("Orsk was president in Marenza in 2014.", SEAT, SUPPORTED),
        ("Holm was in Sudria on 14 May 2014.", LAST_DAYS, ABSENT),
        ("Holm was in Sudria on 3-4 May 2014.", LAST_DAYS, CONTRADICTED),
        ("Holm and Orsk met on 5 November 2014.", REGULAR, ABSENT),
    ],
)
def test_verdict_by_what_is_demanded(statement: str, record: Fact, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Only 23 voted against the water law of the council in May 2014.", SUPPORTED),
        ("In the council 133 voted for the water law in May 2014.", SUPPORTED),
        ("In the council 28 abstained on the water law in May 2014.", SUPPORTED),
        ("In the council 133 voted against the water law in May 2014.", CONTRADICTED),
        ("In the council 23 abstained on the water law in May 2014.", CONTRADICTED),
    ],
)
def test_votes_are_held_against_those_cast_the_same_way(statement: str, verdict: Verdict) -> None:
    assert check(statement, TALLY).verdict is verdict


IN_THE_LEAGUE = fact("Norland and Ostria joined the Northern League in 2005.", when="2005", kind="event")
ITS_PROGRAMME = fact("Norland joined the Northern League's water programme in 2005.", when="2005", kind="event")
ITS_MEMBERS = fact("In 2014 twelve members of the Northern League helped Norland.", kind="event")


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        ("Norland joined the Northern League in 2005.", IN_THE_LEAGUE, SUPPORTED),
        ("Norland joined the Northern League in 2005.", ITS_PROGRAMME, ABSENT),
        ("Norland was a member of the Northern League in 2014.", ITS_MEMBERS, ABSENT),
    ],
)
def test_who_is_in_a_body(statement: str, record: Fact, verdict: Verdict) -> None:
    concepts = (*CONCEPTS, Concept("membership", ("member", "be a member of")))
    assert Checker(FactBase.of([record], SOURCES, ENTITIES, concepts)).check(statement).verdict is verdict
