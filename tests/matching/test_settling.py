"""What looks like a conflict and is none: parts and wholes, series, periods, exceptions, first times, other terms."""

from __future__ import annotations

import pytest

from kzfacts.checker import Checker
from kzfacts.factbase import Entity, Fact, FactBase, Office
from kzfacts.finding import Relation, Verdict
from matching.sample import (
    ABSENT,
    CONCEPTS,
    CONTRADICTED,
    ENTITIES,
    SOURCES,
    SUPPORTED,
    check,
    fact,
    known_bug,
    relation,
    step,
)

DOCUMENTS = "Norland published 30 water documents in 2014."
ROUND = fact("The 18th round of the Norland talks took place in Marenza in May 2014.", when="2014-05", kind="event")
PRIZE = fact("Norland won the third prize of the water league in May 2014.", when="2014-05", kind="event")
HELD = fact("Norland's council held its third meeting in May 2014.", when="2014-05", kind="event")
HALF_YEAR = fact("Norland sold 40 ships to Ostria.", when="2014-01/2014-06", kind="quantity")
YEAR = fact("Norland sold 40 ships to Ostria.", when="2014", kind="quantity")
DAY = fact("Norland sold 40 ships to Ostria.", when="2014-05-05", kind="quantity")


@pytest.mark.parametrize(
    ("statement", "record", "verdict", "note"),
    [
        # some of the whole
        ("Norland published six of the water documents in 2014.", DOCUMENTS, ABSENT, "the record counts the whole"),
        ("Norland published six of its water documents in 2014.", DOCUMENTS, ABSENT, "the record counts the whole"),
        ("Norland published six secret water documents in 2014.", DOCUMENTS, ABSENT, "the record counts the whole"),
        ("Norland published six water documents in 2014.", DOCUMENTS, CONTRADICTED, ""),
        ("Norland published 30 of the water documents in 2014.", DOCUMENTS, SUPPORTED, ""),
        # another of the series, unless time or place show that it is this one
        ("The 17th round of the Norland talks took place.", ROUND, ABSENT, "another of the series"),
        ("The 17th round of the Norland talks took place in Haldor in March 2013.", ROUND, ABSENT, "of the series"),
        ("The 17th round of the Norland talks took place in May 2014.", ROUND, CONTRADICTED, ""),
        ("The 17th round of the Norland talks took place in Marenza.", ROUND, CONTRADICTED, ""),
        ("The 18th round of the Norland talks took place in March 2013.", ROUND, CONTRADICTED, ""),
        ("Norland won the fourth prize of the water league.", PRIZE, CONTRADICTED, ""),  # prizes are no series
        ("Norland won the fourth prize of the water league in March 2014.", PRIZE, ABSENT, "of the series"),
        ("Norland's council held meeting no. 3 in May 2014.", HELD, SUPPORTED, ""),
        ("Norland's council held meeting no. 4 in May 2014.", HELD, CONTRADICTED, ""),
        ("Norland's council held meeting no. 4 of the council in May 2014.", HELD, CONTRADICTED, ""),
        pytest.param(
            "In May 2014 Round 17 of the Norland talks took place in Marenza.",
            ROUND,
            CONTRADICTED,
            "",
            marks=known_bug("a number after a word with a capital is taken for a part of a name and weighs nothing"),
        ),
        pytest.param(
            "Round 18 of the Norland talks took place in Marenza in May 2014.",
            ROUND,
            SUPPORTED,
            "",
            marks=known_bug("'the 18th round of the talks' counts talks, 'Round 18' rounds"),
        ),
        # of a part of the time, or of the whole
        ("Norland sold 90 ships to Ostria in 2014.", HALF_YEAR, ABSENT, "the record counts a part of that time"),
        ("Norland sold 90 ships to Ostria in the first half of 2014.", HALF_YEAR, CONTRADICTED, ""),
        ("Norland sold 90 ships to Ostria in 2014.", YEAR, CONTRADICTED, ""),
        ("Norland sold 90 ships to Ostria in 2014.", DAY, CONTRADICTED, ""),
        ("Norland sold 40 ships to Ostria in 2014.", HALF_YEAR, SUPPORTED, ""),
    ],
)
def test_numbers_that_count_something_else(statement: str, record: Fact | str, verdict: Verdict, note: str) -> None:
    finding = check(statement, record)
    assert finding.verdict is verdict
    notes = [step.note for step in finding.proof if step.aspect == "number"]
    assert all(note in given for given in notes)
    assert len(notes) == 1


FIRST = fact("Astrid Holm first visited Ostria in May 2014.", when="2014-05", kind="visit")
VISIT = fact("Astrid Holm visited Ostria in May 2014.", when="2014-05", kind="visit")


@pytest.mark.parametrize(
    ("statement", "record", "verdict", "expected"),
    [
        # the record of a first time says that there was none before
        ("Astrid Holm had never visited Ostria before May 2014.", FIRST, SUPPORTED, Relation.EQUIVALENCE),
        ("Astrid Holm had never visited Ostria before 2014.", FIRST, SUPPORTED, Relation.EQUIVALENCE),
        ("Astrid Holm had never visited Ostria before 2012.", FIRST, ABSENT, Relation.INDEPENDENCE),
        ("Astrid Holm had never visited Ostria before May 2014.", VISIT, ABSENT, Relation.INDEPENDENCE),
        ("Astrid Holm visited Ostria before May 2014.", FIRST, CONTRADICTED, Relation.REVERSE_ENTAILMENT),
        # an exception leaves the record alone
        ("Astrid Holm never visited Ostria except in May 2014.", VISIT, ABSENT, Relation.INDEPENDENCE),
        ("Astrid Holm never visited Ostria until May 2014.", VISIT, SUPPORTED, Relation.REVERSE_ENTAILMENT),
        ("Astrid Holm never visited Ostria in May 2014.", VISIT, CONTRADICTED, Relation.NEGATION),
        ("Astrid Holm never visited Ostria.", VISIT, CONTRADICTED, Relation.NEGATION),
    ],
)
def test_denials_with_a_time_or_an_exception(
    statement: str, record: Fact, verdict: Verdict, expected: Relation
) -> None:
    finding = check(statement, record)
    assert finding.verdict is verdict
    assert relation(finding, "visited") is expected


TWICE = Entity(
    "lund",
    "Erik Lund",
    "person",
    offices=(
        Office("foreign minister", of="norland", start="2003-01", end="2007-04"),
        Office("foreign minister", of="norland", start="2012-01", end="2016-04"),
        Office("president", of="norland", start="2020-01", end="2022-01"),
    ),
)
MINISTER = fact(
    "Erik Lund was foreign minister of Norland from January 2012 to April 2016.",
    when="2012-01/2016-04",
    kind="office",
)


@pytest.mark.parametrize(
    ("statement", "verdict", "note"),
    [
        ("Erik Lund was foreign minister of Norland in 2014.", SUPPORTED, ""),
        ("Erik Lund was foreign minister of Norland in 2005.", ABSENT, "another term is on record"),
        ("Erik Lund was foreign minister of Norland in 2009.", CONTRADICTED, "outside the term on record"),
        ("Erik Lund was foreign minister of Norland in 2021.", CONTRADICTED, "outside the term on record"),
    ],
)
def test_who_held_an_office_twice(statement: str, verdict: Verdict, note: str) -> None:
    entities = [TWICE if entity.id == TWICE.id else entity for entity in ENTITIES]
    finding = Checker(FactBase.of([MINISTER], SOURCES, entities, CONCEPTS)).check(statement)
    assert finding.verdict is verdict
    assert step(finding, statement.rstrip(".").split()[-1]).note == note


LUND = fact(
    "Erik Lund was foreign minister of Norland from January 2012 to April 2016.", when="2012-01/2016-04", kind="office"
)


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Erik Lund was foreign minister of Norland from 2012 to 2016.", SUPPORTED),
        ("Erik Lund was foreign minister of Norland from 2003 to 2016.", CONTRADICTED),  # it is no other term
    ],
)
def test_a_term_with_another_beginning(statement: str, verdict: Verdict) -> None:
    assert check(statement, LUND).verdict is verdict


REFUSED = fact("In May 2014 Norland refused the water plan.", when="2014-05", kind="event")
SIGNED = fact("Norland and Sudria signed a water treaty on 5 May 2014.", when="2014-05-05", kind="agreement")
FIRST_OF_ALL = fact("Holm was the first president to visit Sudria in May 2014.", when="2014-05", kind="event")
MET = fact("Pavel Orsk met Astrid Holm, the president of Norland, on 5 May 2014.", when="2014-05-05", kind="visit")
BRIEFINGS = fact("Norland held 80 briefings in 2014.", kind="quantity")
TWO_VISITS = fact("Holm made two visits to Ostria in 2014.", kind="quantity")
UNSAID = fact("Holm did not mention the harbour in her speech in May 2014.", when="2014-05", kind="omission")
JOINED = fact("Norland accepted the treaty and joined the league in 2014.", kind="event")
BIGGEST = fact("The Haldor bridge is the biggest big thing in Norland.", kind="status")
UNSHOWN = fact("Nothing shows that Norland accepted the treaty in 2014.", kind="status")
NEVER = fact("Norland visited Sudria with 30 ships.", "Norland never visited Sudria with 40 ships.", when="2014-05")


@pytest.mark.parametrize(
    ("statement", "record", "piece", "expected", "verdict"),
    [
        # who was in office, a single day does not tell
        ("Astrid Holm was president of Norland on 6 May 2014.", MET, "6 May 2014", Relation.INDEPENDENCE, ABSENT),
        # another date of the same sentence dates something else
        (
            "Norland and Sudria signed a water treaty on 5 May 2014, before that of 9 June 2014.",
            SIGNED,
            "9 June 2014",
            Relation.INDEPENDENCE,
            ABSENT,
        ),
        # a plan is no deed
        ("In May 2014 Norland planned to accept the water plan.", REFUSED, "accept", Relation.INDEPENDENCE, ABSENT),
        ("In May 2014 Norland accepted the water plan.", REFUSED, "accepted", Relation.ALTERNATION, CONTRADICTED),
        # the second at another time, and the second after one whom the record need not name
        (
            "Holm was the second president to visit Sudria in March 2017.",
            FIRST_OF_ALL,
            "second",
            Relation.INDEPENDENCE,
            ABSENT,
        ),
        (
            "Holm was the second president to visit Sudria, after Brandt.",
            FIRST_OF_ALL,
            "second",
            Relation.ALTERNATION,
            CONTRADICTED,
        ),
        # a sum, and the whole of which the record counts a part
        ("Norland held 130 briefings and seminars in 2014.", BRIEFINGS, "130", Relation.INDEPENDENCE, ABSENT),
        ("Norland held 130 briefings in 2014.", BRIEFINGS, "130", Relation.ALTERNATION, CONTRADICTED),
        ("Holm made ten visits in 2014.", TWO_VISITS, "ten", Relation.INDEPENDENCE, ABSENT),
        ("Holm made ten visits to Ostria in 2014.", TWO_VISITS, "ten", Relation.ALTERNATION, CONTRADICTED),
        # denials that say what the record says
        ("Nothing in Norland is bigger than the Haldor bridge.", BIGGEST, "bigger", Relation.EQUIVALENCE, SUPPORTED),
        (
            "Holm left out any mention of the harbour in her speech in May 2014.",
            UNSAID,
            "mention",
            Relation.EQUIVALENCE,
            ABSENT,
        ),
        (
            "Norland showed nothing of the treaty that it accepted in 2014.",
            UNSHOWN,
            "accepted",
            Relation.EQUIVALENCE,
            SUPPORTED,
        ),
        ("Norland never visited Sudria with 40 ships.", NEVER, "visited", Relation.EQUIVALENCE, SUPPORTED),
        # what others did, from whom the statement sets somebody apart
        (
            "Norland, unlike those that refused the treaty, joined the league in 2014.",
            JOINED,
            "refused",
            Relation.INDEPENDENCE,
            ABSENT,
        ),
        ("Norland refused the treaty and joined the league.", JOINED, "refused", Relation.ALTERNATION, CONTRADICTED),
    ],
)
def test_conflicts_that_are_none(
    statement: str, record: Fact, piece: str, expected: Relation, verdict: Verdict
) -> None:
    finding = check(statement, record)
    assert relation(finding, piece) is expected
    assert finding.verdict is verdict


LEAGUE = fact("Norland founded the league on 13 May 2014.", when="2014-05-13/2014-05-15", kind="event")
GUESTS = fact("Only two leaders came to Sudria in 2014, Holm and Brandt.", kind="event")
TOLD = fact("Holm told the league that Norland accepted the treaty.", when="2014-05", kind="statement")
SAID = fact("Holm said that Norland helped Sudria in 2014.", kind="statement")
GROWTH = fact("Norland saw growth and stagnant trade in 2014.", kind="event")
TRADE = fact("Norland's and Sudria's trade doubled in 2014.", kind="event")


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        # how many the parties are that are known anyhow
        ("In 2014 the trade of these two countries doubled, Norland's and Sudria's.", TRADE, SUPPORTED),
        # what is ruled out in passing
        ("Growth, not stagnant trade, was what Norland saw in 2014.", GROWTH, SUPPORTED),
        # a day of three, and one outside of them
        ("Norland founded the league on 14 May 2014.", LEAGUE, ABSENT),
        ("Norland founded the league on 24 May 2014.", LEAGUE, CONTRADICTED),
        # the day of the speaking is not that of what was spoken of
        ("Norland accepted the treaty in May 2014.", TOLD, ABSENT),
        # "for" her tells whose words it was
        ("For Holm, Norland helped Sudria in 2014.", SAID, SUPPORTED),
        ("Norland helped Sudria in 2014.", SAID, ABSENT),
        # the host is not on the list of guests
        ("Two leaders, Holm and Brandt, met Orsk in Sudria in 2014.", GUESTS, ABSENT),
    ],
)
def test_what_the_record_leaves_open(statement: str, record: Fact, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict


AMOUNTS = fact(
    "Norland bought over 10 tonnes of silver and 3 tonnes of gold in May 2014.", when="2014-05", kind="event"
)
SECOND = fact("The second Norland congress met in Marenza in May 2014.", when="2014-05", kind="event")
DAYS = fact("The Norland talks took place in Marenza on 14-15 May 2014.", when="2014-05-14/2014-05-15", kind="event")
GROWTH = fact("Norland's trade grew from 800 to 4,100 tonnes.", when="2014", kind="quantity")
FEW_STATES = fact("Five states of the north sent soldiers to Norland in May 2014.", when="2014-05", kind="event")


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        # the same measure of another thing
        ("Norland bought 30 tonnes of gold in May 2014.", AMOUNTS, CONTRADICTED),
        ("Norland bought 3 tonnes of gold in May 2014.", AMOUNTS, SUPPORTED),
        ("Norland bought less than 10 tonnes of silver in May 2014.", AMOUNTS, CONTRADICTED),
        # the first of a series of which the record has the second
        ("The first Norland congress met in Marenza in May 2014.", SECOND, ABSENT),
        ("The second Norland congress met in Marenza in May 2014.", SECOND, SUPPORTED),
        # the first and the last of several days
        ("The Norland talks opened in Marenza on 14 May 2014.", DAYS, SUPPORTED),
        ("The Norland talks ended in Marenza on 15 May 2014.", DAYS, SUPPORTED),
        ("The Norland talks opened in Marenza on 15 May 2014.", DAYS, ABSENT),
        # a growth told by both ends
        ("Norland's trade grew from 800 to 14,100 tonnes.", GROWTH, CONTRADICTED),
        ("Norland's trade grew from 800 to 4,100 tonnes.", GROWTH, SUPPORTED),
        # what is denied of another time
        ("Astrid Holm did not visit Ostria in 2012.", VISIT, ABSENT),
        ("Fewer than 1,000 soldiers were sent to Norland in May 2014.", FEW_STATES, ABSENT),
    ],
)
def test_what_only_looks_like_the_same(statement: str, record: Fact, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict


PIONEER = fact("Astrid Holm was the first president to visit Ostria, in May 2014.", when="2014-05", kind="visit")
TALKS_IN = fact("The first Norland congress was held in Marenza in May 2014.", when="2014-05", kind="event")
ADOPTED = fact("The Norland congress adopted a water treaty in May 2014.", when="2014-05", kind="event")


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        ("No president had visited Ostria until Astrid Holm did.", PIONEER, SUPPORTED),
        ("No president had visited Ostria before Pavel Orsk.", PIONEER, ABSENT),
        ("Marenza was the venue of the first Norland congress in May 2014.", TALKS_IN, SUPPORTED),
        ("In May 2014 the Norland congress rejected a water treaty.", ADOPTED, CONTRADICTED),
    ],
)
def test_firsts_venues_and_refusals(statement: str, record: Fact, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict


FOUNDERS = fact(
    "The three founders of the Northern League were Norland, Ostria and Sudria.",
    "Westmark was not among the founders of the Northern League.",
    when="2014-05",
    kind="event",
)


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Westmark was a founder of the Northern League.", CONTRADICTED),
        ("Westmark was not among the founders of the Northern League.", SUPPORTED),
        ("Ostria was a founder of the Northern League.", SUPPORTED),
    ],
)
def test_whom_the_record_names_to_leave_out(statement: str, verdict: Verdict) -> None:
    assert check(statement, FOUNDERS).verdict is verdict


PLEDGE = fact("Norland pledged not to join any water leagues and not to allow any bases in May 2014.", when="2014-05")


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Norland pledged to join no water leagues in May 2014.", SUPPORTED),
        ("Norland pledged to join water leagues in May 2014.", CONTRADICTED),
    ],
)
def test_a_denied_object_for_a_denied_verb(statement: str, verdict: Verdict) -> None:
    assert check(statement, PLEDGE).verdict is verdict


NO_PLAN = fact("The Northern League summit of May 2014 did not close the treaty that Norland wanted.", when="2014-05")
NOT_RATIFIED = fact(
    "Norland did not ratify the Haldor Charter in May 2014.",
    "The ratification of the Haldor Charter in May 2014 went without Norland.",
    when="2014-05",
)
DEPOSITARY = fact(
    "Norland keeps the Haldor Charter.",
    "Norland keeps the Haldor Charter and receives each ratification of it.",
    when="2010/..",
    kind="status",
)


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        # the object of the verb that the record denies
        (
            "Norland did not get the treaty it wanted from the Northern League summit of May 2014.",
            NO_PLAN,
            SUPPORTED,
        ),
        # a paraphrase with the noun does not save what the claim denies
        ("Norland ratified the Haldor Charter in May 2014.", NOT_RATIFIED, CONTRADICTED),
        # a state of years has the noun, and tells of no dated deed
        ("Norland ratified the Haldor Charter in May 2014.", DEPOSITARY, ABSENT),
    ],
)
def test_what_the_claim_itself_says(statement: str, record: Fact, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict


FOUNDED = fact("The Haldor Charter was founded by Norland, the Sudrians and Ostria in May 2014.", when="2014-05")


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Ostria was among those that founded the Haldor Charter in May 2014.", SUPPORTED),
        ("Westmark was among those that founded the Haldor Charter in May 2014.", CONTRADICTED),
        ("Westmark was among those that were later added to the Haldor Charter.", ABSENT),
    ],
)
def test_a_list_of_all_there_are(statement: str, verdict: Verdict) -> None:
    assert check(statement, FOUNDED).verdict is verdict


VISITS = fact("Astrid Holm visited Ostria four times, in 1994, 1999, 2008 and 2014.", when="1994/2014", kind="quantity")
DEBUT = fact(
    "In May 2014 Norland helped Sudria for the first time.",
    "Norland had not helped Sudria before May 2014.",
    when="2014-05",
    kind="event",
)
SINCE = fact("Holm's visit of May 2014 was the first visit to Ostria since the storm.", when="2014-05", kind="visit")


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        ("Astrid Holm's first visit to Ostria was in 1994.", VISITS, SUPPORTED),
        ("Astrid Holm's first visit to Ostria was in 1999.", VISITS, CONTRADICTED),
        ("Astrid Holm's last visit to Ostria was in 2008.", VISITS, CONTRADICTED),
        ("Astrid Holm visited Ostria in 2008.", VISITS, SUPPORTED),
        ("Norland had helped Sudria before May 2014.", DEBUT, CONTRADICTED),
        ("Norland had not helped Sudria before May 2014.", DEBUT, SUPPORTED),
        ("Holm's visit of May 2014 was the first visit to Ostria.", SINCE, ABSENT),
        ("Holm's visit of May 2014 was the first visit to Ostria since the storm.", SINCE, SUPPORTED),
    ],
)
def test_the_first_and_last_of_several(statement: str, record: Fact, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict
