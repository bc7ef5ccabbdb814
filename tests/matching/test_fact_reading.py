"""What a fact tells: its words, what they entail, its people's offices at its date, its lists and numbers."""

from __future__ import annotations

import pytest

from kzfacts.factbase import Fact
from kzfacts.factbase.edtf import render
from kzfacts.language.reader import read
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.compilation import compile_base, gather_fact
from kzfacts.matching.fact_reading import EITHER, FactReading
from matching.sample import base, fact


def told(record: Fact) -> FactReading:
    """Return what a fact of the sample continent tells."""
    vocabulary = Vocabulary(compile_base(base(record)).vocabulary)
    return gather_fact(
        record, [read(text, vocabulary) for text in (record.claim, *record.paraphrases)], False, vocabulary
    )


@pytest.mark.parametrize(
    ("claim", "signs"),
    [
        # the words themselves, what they mean, what that entails
        ("Sudria ratified the treaty.", {"c:ratification": 1, "c:signature": 1, "c:treaty": 1, "e:sudria": 1}),
        ("Sudria did not sign the treaty.", {"c:signature": -1, "c:ratification": -1, "c:treaty": 1}),
        ("Sudria did not ratify the treaty.", {"c:ratification": -1, "c:signature": None}),
        # the opposite is denied, nothing follows from a denied opposite
        ("Trade grew.", {"c:growth": 1, "c:decline": -1}),
        ("Trade did not grow.", {"c:growth": -1, "c:decline": None}),
        ("Sudria refused the offer.", {"c:refusal": 1, "c:acceptance": -1}),
        ("Sudria did not refuse the offer.", {"c:refusal": -1, "c:acceptance": 1}),
        # the other side of the same event
        ("Orsk visited Norland.", {"c:visit": 1, "c:hosting": 1}),
        # a capital stands for its country, a city lies in it
        ("Haldor rejected the offer.", {"e:haldor": 1, "e:norland": 1, "e:sudria": None}),
        # people bring their offices and countries
        ("Astrid Holm gave a speech.", {"e:holm": 1, "e:norland": 1, "c:president": 1, "c:prime-minister": None}),
        # an office brings its holder
        ("Norland's president gave a speech.", {"e:holm": 1, "e:orsk": None}),
    ],
)
def test_signs_of_what_is_told(claim: str, signs: dict[str, int | None]) -> None:
    reading = told(fact(claim))
    assert {key: reading.told.get(key) for key in signs} == signs


def test_offices_are_those_of_the_facts_own_date() -> None:
    assert "c:president" in told(fact("Astrid Holm gave a speech.", when="2014")).told
    assert "c:president" not in told(fact("Astrid Holm gave a speech.", when="2019")).told
    assert "e:holm" not in told(fact("Norland's president gave a speech.", when="2019")).told


def test_the_claim_settles_a_sign_and_paraphrases_cancel_each_other_out() -> None:
    reading = told(fact("The treaty failed.", "Nobody signed it.", "Ostria signed the charter."))
    assert reading.told["c:signature"] == EITHER
    reading = told(fact("Sudria signed the treaty.", "Ostria did not sign it."))
    assert reading.told["c:signature"] == 1


def test_only_the_claim_or_two_paraphrases_can_contradict() -> None:
    reading = told(fact("Trade grew.", "Relations were warm in 2014.", "Tourism rose.", "There was a rise in tourism."))
    tourism, warm = (read_key(reading, text) for text in ("Tourism", "warm"))
    assert "c:growth" in reading.claimed
    assert tourism in reading.claimed
    assert warm in reading.told
    assert warm not in reading.claimed


def read_key(reading: FactReading, text: str) -> str:
    return next(unit.keys[-1] for wording in reading.readings for unit in wording.units if unit.text == text)


def test_lists_numbers_and_dates() -> None:
    reading = told(
        fact("Norland, Sudria and Ostria held 12 meetings on 3 May.", "They met a dozen times.", when="2014-05")
    )
    assert [len(names) for names in reading.lists] == [3]
    assert [counted.unit.text for counted in reading.numbers] == ["12", "a dozen times"]
    assert "c:meeting" in reading.numbers[0].nouns
    assert [render(mention.span) for mention in reading.dates if mention.span] == ["3 May 2014", "May 2014"]


def test_participants_and_the_speaker_are_told_though_no_wording_names_them() -> None:
    record = fact("The minister called the talks useful.", kind="statement")
    assert "e:lund" not in told(record).told
    named = Fact(
        record.id, record.claim, record.when, record.citations, attributed_to="lund", participants={"theme": ("orsk",)}
    )
    assert told(named).told["e:lund"] == told(named).told["e:orsk"] == 1


@pytest.mark.parametrize(
    ("record", "marks"),
    [
        (fact("Norland left the league."), set()),
        (fact("Norland promised to leave the league."), {"commit"}),
        (fact("Norland may leave the league."), {"possible"}),
        (fact("Norland left the league.", certainty="planned"), {"commit"}),
        (fact("Norland left the league.", certainty="speculated"), {"possible"}),
    ],
)
def test_limits_from_words_and_from_the_record(record: Fact, marks: set[str]) -> None:
    assert told(record).marks & {"commit", "possible", "report"} == marks
