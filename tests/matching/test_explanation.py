"""The finding in words: it names both values, corrects one, and says what the record leaves open."""

from __future__ import annotations

import pytest

from matching.sample import CONTRADICTED, SUPPORTED, check, fact

VISITS = "President Astrid Holm made 16 official visits abroad in 2014."
OPENING = "The Norlandic foreign minister, Erik Lund, opened the new embassy in Marenza on 9 June 2014."
REFUSAL = "Norland rejected the fishing offer of Ostria in 2014."


@pytest.mark.parametrize(
    ("statement", "record", "said", "recorded"),
    [
        ("Holm made 20 official visits abroad in 2014.", VISITS, "20", "16"),
        ("Holm made no official visits abroad in 2014.", VISITS, "official visits", "official visits"),
        ("It was Orsk who opened the new embassy in Marenza in June 2014.", OPENING, "Orsk", "Erik Lund"),
        ("Lund opened the new embassy in Marenza on 10 June 2014.", OPENING, "10 June 2014", "9 June 2014"),
        ("Norland accepted the fishing offer of Ostria in 2014.", REFUSAL, "accepted", "rejected"),
    ],
)
def test_a_contradiction_names_both_sides_and_the_source(statement: str, record: str, said: str, recorded: str) -> None:
    finding = check(statement, record)
    assert finding.verdict is CONTRADICTED
    assert said in finding.message
    assert recorded in finding.message.replace(said, "", 1)
    assert finding.message.endswith("(Haldor Courier, 10 January 2015)")


@pytest.mark.parametrize(
    ("statement", "record", "corrected"),
    [
        ("Holm made 20 official visits abroad in 2014.", VISITS, VISITS.replace("President Astrid ", "")),
        ("Holm made at most ten official visits abroad in 2014.", VISITS, VISITS.replace("President Astrid ", "")),
        (
            "Lund opened the new embassy in Marenza on 10 June 2014.",
            OPENING,
            "Lund opened the new embassy in Marenza on 9 June 2014.",
        ),
        (
            "It was Orsk who opened the new embassy in Marenza in June 2014.",
            OPENING,
            "It was Erik Lund who opened the new embassy in Marenza in June 2014.",
        ),
    ],
)
def test_one_value_in_conflict_is_corrected(statement: str, record: str, corrected: str) -> None:
    suggestion = check(statement, record).suggestion
    assert suggestion is not None
    mended = statement[: suggestion.start] + suggestion.replacement + statement[suggestion.end :]
    assert mended == corrected
    assert check(mended, record).verdict is SUPPORTED


@pytest.mark.parametrize(
    ("statement", "record"),
    [
        ("Norland accepted the fishing offer of Ostria in 2014.", REFUSAL),  # a word: the rest may need to change too
        ("Ostria rejected the fishing offer of Norland in 2014.", REFUSAL),  # sides: no value
        ("Norland did not reject the fishing offer of Ostria in 2014.", REFUSAL),
        ("It was Orsk who opened the new embassy in Marenza on 10 June 2014.", OPENING),  # two values
        ("Holm made 16 official visits abroad in 2014.", VISITS),
        ("Holm made 16 speeches in 2014.", VISITS),
    ],
)
def test_nothing_is_corrected_otherwise(statement: str, record: str) -> None:
    assert check(statement, record).suggestion is None


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("Westmark launched a satellite.", "the record holds nothing on this"),
        ("Erik Lund opened the new embassy in Ostria.", "“Ostria”"),
        ("Erik Lund closed the new embassy in Marenza.", "“closed”"),
    ],
)
def test_absence_says_what_is_missing(statement: str, reason: str) -> None:
    finding = check(statement, OPENING)
    assert finding.fact is None
    assert reason in finding.message


def test_the_reason_names_the_publisher_where_the_source_goes_by_nothing_else() -> None:
    from kzfacts.factbase import Citation, Fact

    bare = Fact("bare", VISITS, "2014", (Citation("courier"),))
    message = check("Holm made 16 official visits abroad in 2014.", bare).message
    assert message == "the record says so (Haldor Courier, 10 January 2015)"
    assert check("Holm made 16 official visits abroad in 2014.", fact(VISITS)).message.endswith("2015)")
