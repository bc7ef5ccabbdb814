"""Names where but one can stand: a place of signing, the holder of an office, a first, a list in full, a term."""

from __future__ import annotations

import pytest

from kzfacts.factbase import Fact
from kzfacts.finding import Relation, Verdict
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, check, fact, known_bug, relation, step

SIGNED = "Norland and Sudria signed a water treaty in Marenza in May 2014."
TALKED = "Norland and Sudria held water talks in Marenza in May 2014."
IN_TWO = "Norland and Sudria signed a water treaty in Marenza and Haldor in May 2014."
OPENED = "Erik Lund opened the embassy of Norland in Marenza in June 2014."
VISITED = "Erik Lund visited the embassy of Norland in Marenza in June 2014."

MINISTER = fact(
    "Otto Falk was foreign minister of Norland from 28 September 2012 to 28 December 2016.",
    when="2012-09-28/2016-12-28",
    kind="office",
)
MEMBER = fact("Otto Falk was member of the water council from 2012 to 2016.", when="2012/2016", kind="membership")
LIVED = fact("Otto Falk lived in the water tower from 2012 to 2016.", when="2012/2016", kind="status")

FIRST = "Norland was the first country to ratify the water treaty."
LARGEST = "Ostria was the largest buyer of Norlandic grain in 2014."
A_BUYER = "Ostria was a buyer of Norlandic grain in 2014."


@pytest.mark.parametrize(
    ("statement", "name", "record", "rival"),
    [
        # the city where something was signed, or took place at the time
        ("Norland and Sudria signed the water treaty in Haldor in May 2014.", "Haldor", SIGNED, "Marenza"),
        ("Norland and Sudria signed the water treaty in Haldor.", "Haldor", SIGNED, "Marenza"),
        ("Norland and Sudria signed a water treaty in Haldor in May 2014.", "Haldor", SIGNED, ""),
        ("Norland and Sudria signed another water treaty in Haldor in May 2014.", "Haldor", SIGNED, ""),
        ("Norland and Sudria signed the water treaty in Haldor in May 2014.", "Haldor", IN_TWO, None),
        ("Norland and Sudria held the water talks in Haldor in May 2014.", "Haldor", TALKED, "Marenza"),
        ("Norland and Sudria held the water talks in Haldor.", "Haldor", TALKED, ""),
        # who did what is done but once, in the very place of the record's name
        ("Pavel Orsk opened the embassy of Norland in Marenza in June 2014.", "Pavel Orsk", OPENED, "Erik Lund"),
        ("Erik Lund opened the embassy of Ostria in Marenza in June 2014.", "Ostria", OPENED, "Norland"),
        ("Pavel Orsk visited the embassy of Norland in Marenza in June 2014.", "Pavel Orsk", VISITED, ""),
        # who held an office at the time
        ("Mira Sten was foreign minister of Norland in 2014.", "Mira Sten", MINISTER, "Otto Falk"),
        ("Mira Sten was deputy foreign minister of Norland in 2014.", "Mira Sten", MINISTER, ""),
        ("Mira Sten was foreign minister of Norland.", "Mira Sten", MINISTER, ""),
        ("Mira Sten was foreign minister of Norland in 2018.", "Mira Sten", MINISTER, ""),
        ("Mira Sten was one of the foreign ministers of Norland in 2014.", "Mira Sten", MINISTER, ""),
        ("Mira Sten was member of the water council in 2014.", "Mira Sten", MEMBER, ""),
        ("Mira Sten lived in the water tower in 2014.", "Mira Sten", LIVED, ""),  # others may live there, too
        # who was first, or the largest
        ("Sudria was the first country to ratify the water treaty.", "Sudria", FIRST, "Norland"),
        ("Sudria was the last country to ratify the water treaty.", "Sudria", FIRST, ""),
        ("Sudria was a country to ratify the water treaty.", "Sudria", FIRST, ""),
        ("Westmark was the largest buyer of Norlandic grain in 2014.", "Westmark", LARGEST, "Ostria"),
        ("Westmark was a buyer of Norlandic grain in 2014.", "Westmark", LARGEST, ""),
        ("Westmark was the largest buyer of Norlandic grain in 2014.", "Westmark", A_BUYER, ""),
    ],
)
def test_another_name_in_the_very_place(statement: str, name: str, record: Fact | str, rival: str | None) -> None:
    """``rival`` is the record's name, empty where both may be true, None where the record has ``name`` as well."""
    finding = check(statement, record)
    assert finding.verdict is (SUPPORTED if rival is None else CONTRADICTED if rival else ABSENT)
    if rival is not None:
        assert relation(finding, name) is (Relation.ALTERNATION if rival else Relation.INDEPENDENCE)
        assert step(finding, name).fact == rival


THREE = "The three signatories of the water treaty were Norland, Sudria and Ostria."
EVERY = "All the signatories of the water treaty were Norland, Sudria and Ostria."
OPEN = "The signatories of the water treaty were Norland, Sudria and Ostria."
SOME_OF_FOUR = "The four signatories of the water treaty included Norland, Sudria and Ostria."


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        ("Westmark was among the signatories of the water treaty.", THREE, CONTRADICTED),
        ("Westmark was among the signatories of the water treaty.", EVERY, CONTRADICTED),
        ("Westmark was among the signatories of the water treaty.", OPEN, ABSENT),
        ("Westmark was among the signatories of the water treaty.", SOME_OF_FOUR, ABSENT),
        ("Ostria was among the signatories of the water treaty.", THREE, SUPPORTED),
        ("The signatories of the water treaty included Westmark.", THREE, CONTRADICTED),
        ("Pavel Orsk was among the signatories of the water treaty.", THREE, ABSENT),  # a person among countries
        ("Westmark read the water treaty.", THREE, ABSENT),  # no word of belonging
        pytest.param(
            "Westmark was not among the signatories of the water treaty.",
            THREE,
            SUPPORTED,
            marks=known_bug("a closed list contradicts whom the statement leaves out as well"),
        ),
    ],
)
def test_one_more_on_a_list_in_full(statement: str, record: str, verdict: Verdict) -> None:
    finding = check(statement, record)
    assert finding.verdict is verdict
    if verdict is CONTRADICTED:
        assert step(finding, "Westmark").note == "the record closes the list"


LONG = fact(
    "Astrid Holm was in charge of Norland.", "Astrid Holm was president of Norland.", when="2003/2012", kind="status"
)
COUNCIL = fact("Astrid Holm was head of the water council of Norland.", when="2003/2012", kind="status")


@pytest.mark.parametrize(
    ("statement", "record", "verdict"),
    [
        ("Astrid Holm was president of Norland in 2012.", LONG, SUPPORTED),
        ("Astrid Holm was president of Norland in 2003.", LONG, CONTRADICTED),
        ("Astrid Holm was president of Norland.", LONG, SUPPORTED),
        # an office without a term among the entities
        ("Astrid Holm was head of the water council of Norland in 2003.", COUNCIL, SUPPORTED),
    ],
)
def test_terms_of_the_entities_limit_what_a_fact_bears_out(statement: str, record: Fact, verdict: Verdict) -> None:
    finding = check(statement, record)
    assert finding.verdict is verdict
    outside = [step.fact for step in finding.proof if step.note == "outside the term on record"]
    assert outside == (["from May 2010 to April 2016"] if verdict is CONTRADICTED else [])
