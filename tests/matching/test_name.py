"""Names: aliases, offices and capitals agree; another name is open unless the statement pins the event down."""

from __future__ import annotations

import pytest

from kzfacts.factbase import Fact
from kzfacts.finding import Relation, Verdict
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, check, fact, relation, step

OPENING = "The Norlandic foreign minister, Erik Lund, opened the new embassy in Marenza in June 2014."
REFUSAL = "Norland rejected the fishing offer of Ostria in 2014."
TALKS = fact("Astrid Holm hosted Pavel Orsk for talks in June 2014.", when="2014-06")
LATER_TALKS = fact("Astrid Holm hosted Pavel Orsk for talks in June 2017.", when="2017-06")
CONFERENCE = "Astrid Holm and Pavel Orsk opened a water conference in 2014."
CLOSED = "Only two prime ministers, Ulla Brandt and Karl Vinter, came to Norland in 2014."

SIGNATORIES = "The three signatories of the Haldor Charter in 2014 were Norland, Sudria and Ostria."
SOME_SIGNATORIES = "The signatories of the Haldor Charter in 2014 included Norland, Sudria and Ostria."


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        # aliases, offices, a city in its country
        ("Erik Lund opened the new embassy in Marenza in June 2014.", OPENING, SUPPORTED),
        ("Lund opened the new embassy in Sudria in 2014.", OPENING, SUPPORTED),
        ("Norland's top diplomat opened the new embassy in Marenza in June 2014.", OPENING, SUPPORTED),
        # somebody or somewhere else may be true as well
        ("Pavel Orsk opened the new embassy in Marenza in June 2014.", OPENING, ABSENT),
        ("Karl Vinter opened the new embassy in Marenza in June 2014.", OPENING, ABSENT),
        # ... but the one embassy was opened in one city
        ("Lund opened the new embassy in Haldor in June 2014.", OPENING, CONTRADICTED),
        # the event is pinned down: it was one person's
        ("It was Pavel Orsk who opened the new embassy in Marenza in June 2014.", OPENING, CONTRADICTED),
        ("The foreign minister who opened the new embassy in Marenza was Ulla Brandt.", OPENING, CONTRADICTED),
        # an office with the wrong holder
        (
            "Norlandic foreign minister Pavel Orsk opened the new embassy in Marenza in June 2014.",
            OPENING,
            CONTRADICTED,
        ),
        ("Sudrian president Pavel Orsk opened a water conference in 2014.", CONFERENCE, SUPPORTED),
        ("Norlandic president Pavel Orsk opened a water conference in 2014.", CONFERENCE, CONTRADICTED),
        # a capital stands for its government, not for a place
        ("Haldor rejected the fishing offer of Ostria in 2014.", REFUSAL, SUPPORTED),
        ("Marenza rejected the fishing offer of Ostria in 2014.", REFUSAL, ABSENT),
        ("The fishing offer of Ostria was rejected in Haldor in 2014.", REFUSAL.replace("Norland", "Haldor"), ABSENT),
        ("In Haldor the fishing offer of Ostria was rejected in 2014.", REFUSAL, ABSENT),
        (
            "Erik Lund opened the conference in Haldor in 2014.",
            "Erik Lund opened the conference in Norland in 2014.",
            ABSENT,
        ),
        (
            "Erik Lund opened the conference in Norland in 2014.",
            "Erik Lund opened the conference in Haldor in 2014.",
            SUPPORTED,
        ),
        # whoever held an office at the time
        ("Norland's president hosted the president of Sudria for talks in June 2014.", TALKS, SUPPORTED),
        ("Norland's foreign minister hosted Pavel Orsk for talks in June 2014.", TALKS, ABSENT),
        ("The prime minister of Sudria was hosted by Astrid Holm for talks in June 2014.", TALKS, ABSENT),
        ("Astrid Holm hosted the president of Sudria for talks in June 2017.", LATER_TALKS, SUPPORTED),
        ("Norland's president hosted Pavel Orsk for talks in June 2017.", LATER_TALKS, ABSENT),
        # a closed list
        ("Ulla Brandt came to Norland in 2014.", CLOSED, SUPPORTED),
        ("Prime minister Otto Falk came to Norland in 2014.", CLOSED, CONTRADICTED),
        ("The prime ministers who came to Norland in 2014 were Ulla Brandt and Otto Falk.", CLOSED, CONTRADICTED),
        ("Prime minister Otto Falk came to Norland in 2014.", CLOSED.replace("Only two", "Two"), ABSENT),
        ("Sudria was among the signatories of the Haldor Charter in 2014.", SIGNATORIES, SUPPORTED),
        ("Westmark was among the signatories of the Haldor Charter in 2014.", SIGNATORIES, CONTRADICTED),
        ("Westmark was among the signatories of the Haldor Charter in 2014.", SOME_SIGNATORIES, ABSENT),
        ("Ulla Brandt was among the signatories of the Haldor Charter in 2014.", SIGNATORIES, ABSENT),
    ],
)
def test_verdict_by_names(statement: str, record: Fact | str, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict


@pytest.mark.parametrize(
    ("statement", "piece", "expected", "met"),
    [
        ("Lund opened the new embassy in Marenza.", "Lund", Relation.EQUIVALENCE, "Erik Lund"),
        ("Pavel Orsk opened the new embassy in Marenza.", "Pavel Orsk", Relation.INDEPENDENCE, ""),
        ("It was Orsk who opened the new embassy in Marenza.", "Orsk", Relation.ALTERNATION, "Erik Lund"),
    ],
)
def test_relation_of_a_name(statement: str, piece: str, expected: Relation, met: str) -> None:
    finding = check(statement, OPENING)
    assert step(finding, piece).aspect == "name"
    assert step(finding, piece).fact == met
    assert relation(finding, piece) is expected


def test_people_of_different_wordings_are_not_put_together() -> None:
    record = fact(
        "Astrid Holm opened the water conference in Marenza in 2014.",
        "The water conference of 2014 in Marenza, where Erik Lund spoke, was opened by the head of state of Norland.",
        "Before Ulla Brandt gave a speech, Astrid Holm opened the water conference in Marenza in 2014.",
    )
    assert check("Astrid Holm opened the water conference in Marenza in 2014.", record).verdict is SUPPORTED
    finding = check("Erik Lund opened the water conference in Marenza for Ulla Brandt in 2014.", record)
    assert finding.verdict is ABSENT
