"""Words: the same meaning agrees, the opposite conflicts, what the fact does not tell stays open."""

from __future__ import annotations

import pytest

from kzfacts.finding import Relation, Verdict
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, check, known_bug, relation, step

TRADE = "Trade between Norland and Sudria grew in 2014."
REPORT = "The Sudrian embassy in Haldor published a long report on fisheries in 2014."
RATIFIED = "Sudria ratified the water treaty in 2014."
NOT_RATIFIED = "Sudria did not ratify the water treaty in 2014."
NO_SIGNS = "There were no clear signs of a quarrel between Norland and Sudria in 2014."
UNSAID = "Erik Lund did not say how Ostria pays for fishing rights in the Northern League."
REJECTED = "Sudria rejected the water treaty in 2014."


@pytest.mark.parametrize(
    ("statement", "fact", "piece", "expected"),
    [
        # the very word, a word of the same meaning, a word of the family
        ("Trade between Norland and Sudria grew in 2014.", TRADE, "Trade", Relation.EQUIVALENCE),
        ("Trade between Norland and Sudria increased in 2014.", TRADE, "increased", Relation.REVERSE_ENTAILMENT),
        ("The reporting of the Sudrian embassy in Haldor is on fisheries.", REPORT, "reporting", Relation.EQUIVALENCE),
        # the fact says more: who ratifies has signed
        ("Sudria signed the water treaty in 2014.", RATIFIED, "signed", Relation.REVERSE_ENTAILMENT),
        # the opposite, and the very word denied
        ("Trade between Norland and Sudria fell in 2014.", TRADE, "fell", Relation.ALTERNATION),
        ("Trade between Norland and Sudria did not grow in 2014.", TRADE, "grow", Relation.NEGATION),
        ("Sudria did not sign the water treaty in 2014.", RATIFIED, "sign", Relation.NEGATION),
        ("Sudria ratified the water treaty in 2014.", NOT_RATIFIED, "ratified", Relation.NEGATION),
        # nothing of the kind
        ("Trade between Norland and Sudria stalled in 2014.", TRADE, "stalled", Relation.INDEPENDENCE),
        ("Sudria published the water treaty in 2014.", RATIFIED, "published", Relation.INDEPENDENCE),
    ],
)
def test_relation_of_a_word(statement: str, fact: str, piece: str, expected: Relation) -> None:
    assert relation(check(statement, fact), piece) is expected


@pytest.mark.parametrize(
    ("statement", "fact", "verdict"),
    [
        # other words for the same
        ("Trade between Sudria and Norland rose in 2014.", TRADE, SUPPORTED),
        ("Trade between Norland and Sudria did not fall in 2014.", TRADE, SUPPORTED),
        ("In 2014 a long report on fisheries was published by the Sudrian embassy in Haldor.", REPORT, SUPPORTED),
        ("Sudria did not accept the water treaty in 2014.", REJECTED, SUPPORTED),
        ("The Sudrian refusal of the water treaty came in 2014.", REJECTED, SUPPORTED),
        ("The water treaty was not ratified by Sudria in 2014.", NOT_RATIFIED, SUPPORTED),
        ("Sudria failed to ratify the water treaty in 2014.", NOT_RATIFIED, SUPPORTED),
        # the opposite
        ("Trade between Norland and Sudria dropped in 2014.", TRADE, CONTRADICTED),
        ("Trade between Norland and Sudria did not grow in 2014.", TRADE, CONTRADICTED),
        ("Sudria accepted the water treaty in 2014.", REJECTED, CONTRADICTED),
        ("Sudria did not reject the water treaty in 2014.", REJECTED, CONTRADICTED),
        ("Sudria ratified the water treaty in 2014.", NOT_RATIFIED, CONTRADICTED),
        ("Sudria failed to ratify the water treaty in 2014.", RATIFIED, CONTRADICTED),
        ("Sudria never ratified the water treaty.", RATIFIED, CONTRADICTED),
        ("Sudria did not sign the water treaty in 2014.", RATIFIED, CONTRADICTED),
        # a denial that stands at another word
        ("Signs of a quarrel between Norland and Sudria were not clear in 2014.", NO_SIGNS, SUPPORTED),
        ("Nothing was a clear sign of a quarrel between Norland and Sudria in 2014.", NO_SIGNS, SUPPORTED),
        ("There were clear signs of a quarrel between Norland and Sudria in 2014.", NO_SIGNS, CONTRADICTED),
        # what somebody did not say may be so or not
        ("Erik Lund said how Ostria pays for fishing rights in the Northern League.", UNSAID, CONTRADICTED),
        ("Ostria pays for fishing rights in the Northern League.", UNSAID, ABSENT),
        # neither: entailment runs one way, and other matters are other matters
        ("Tourism between Norland and Sudria grew in 2014.", TRADE, ABSENT),
        ("Sudria ratified the water treaty in 2014.", "Sudria signed the water treaty in 2014.", ABSENT),
        ("Sudria did not sign the water treaty in 2014.", NOT_RATIFIED, ABSENT),
        ("Sudria signed the water treaty in 2014.", NOT_RATIFIED, ABSENT),
        ("The Ostrian embassy in Haldor published a long report on fisheries in 2014.", REPORT, ABSENT),
        pytest.param(
            "The Sudrian embassy in Haldor published a long report on forestry in 2014.",
            REPORT,
            ABSENT,
            marks=known_bug("in a long sentence one word that nothing explains is let pass"),
        ),
        pytest.param(
            "Trade between Norland and Sudria grew rapidly in 2014.",
            TRADE,
            ABSENT,
            marks=known_bug("in a long sentence one word that nothing explains is let pass"),
        ),
        pytest.param(
            "Sudria refused to accept the water treaty in 2014.",
            REJECTED,
            SUPPORTED,
            marks=known_bug("the complement of a word that denies is held against the fact as if asserted"),
        ),
        # what something is said to be, and how it compares
        ("The trade between Norland and Sudria that grew in 2014 was a disappointment.", TRADE, ABSENT),
        ("Trade between Norland and Sudria grew more slowly than ever in 2014.", TRADE, ABSENT),
        # a question claims nothing
        ("Did trade between Norland and Sudria grow in 2014?", TRADE, ABSENT),
        # the word in conflict is all there is beside names and a date
        ("Norland did not criticise Ostria in 2014.", "Norland criticised Ostria in 2014.", CONTRADICTED),
        ("Norland praised Ostria in 2014.", "Norland criticised Ostria in 2014.", CONTRADICTED),
    ],
)
def test_verdict_by_words(statement: str, fact: str, verdict: Verdict) -> None:
    assert check(statement, fact).verdict is verdict


def test_misspelt_words_are_met_all_the_same() -> None:
    finding = check("The Sudrian embasy in Haldor publishd a long report on fisheries in 2014.", REPORT)
    assert finding.verdict is SUPPORTED
    assert step(finding, "embasy").fact == "embassy"


def test_a_paraphrase_lends_its_words_but_the_claim_decides_the_sign() -> None:
    from matching.sample import fact

    record = fact(TRADE, "Commerce between Norland and Sudria expanded in 2014.")
    assert check("Commerce between Norland and Sudria expanded in 2014.", record).verdict is SUPPORTED
    assert check("Commerce between Norland and Sudria expanded in 2014.", TRADE).verdict is ABSENT
    assert check("Commerce between Norland and Sudria fell in 2014.", record).verdict is CONTRADICTED
