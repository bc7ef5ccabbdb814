"""What some of the transformations make of a sentence."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from kzfacts import Fact, FactBase
from metamorphic.model import Sentence
from metamorphic.table import BY_NAME
from metamorphic.world import World


@cache
def world() -> World:
    return World(FactBase.load())


def changed(name: str, text: str, **fields: str) -> str | None:
    fact = Fact(id="nur-sultan-talks", claim=text, citations=(), **({"when": "2014"} | fields))  # type: ignore[arg-type]
    return BY_NAME[name].transform(Sentence(text, fact), world(), Random(name))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("denied", "China ratified the treaty in 2014.", "China did not ratify the treaty in 2014."),
        ("denied", "The treaty was signed in 2014.", "The treaty was not signed in 2014."),
        ("never", "China ratified the treaty in 2014.", "China never ratified the treaty in 2014."),
        ("affirmed", "Idrissov did not mention the border.", "Idrissov mentioned the border."),
        ("digits-for-words", "China sent eight envoys.", "China sent 8 envoys."),
        ("words-for-digits", "China sent 33 envoys.", "China sent thirty-three envoys."),
        ("american-dates", "It was on 3 December 2014.", "It was on December 3, 2014."),
        ("iso-dates", "It was on 3 December 2014.", "It was on 2014-12-03."),
        ("dollar-sign", "It cost 5 billion US dollars.", "It cost $5 billion."),
        ("adjective-for-genitive", "Kazakhstan's president came.", "The Kazakh president came."),
        ("passive-for-active", "Kazakhstan signed the treaty in 2014.", "The treaty was signed by Kazakhstan in 2014."),
        ("active-for-passive", "The treaty was signed by Kazakhstan in 2014.", "Kazakhstan signed the treaty in 2014."),
        ("date-first", "Kazakhstan signed the treaty in 2014.", "In 2014, Kazakhstan signed the treaty."),
        ("partners-swapped", "Kazakhstan and China agreed.", "China and Kazakhstan agreed."),
        ("said-for-according", "According to TASS, oil rose.", "TASS said that oil rose."),
        ("according-for-said", "TASS said that oil rose.", "According to TASS, oil rose."),
    ],
)
def test_a_sentence_changes_by_rule(name: str, text: str, expected: str) -> None:
    assert changed(name, text) == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("denied", "Kazakhstan did not sign the treaty."),
        ("american-dates", "It was on 6-8 September 2013."),
        ("iso-dates", "It was on 6 and 7 September 2013."),
        ("dollar-sign", "It rose to 4.2 billion US dollars, from 1.5 billion in 2017."),
        ("adjective-for-genitive", "He was acting president of Kazakhstan."),
        ("another-city", "Kazakhstan signed the treaty."),
        ("without-speaker", "According to TASS, oil rose."),  # reported, not stated: the fact itself says so
    ],
)
def test_a_rule_that_could_go_wrong_does_not_apply(name: str, text: str) -> None:
    assert changed(name, text) is None


def test_another_day_is_of_the_same_month() -> None:
    fact = world().facts["cica-secretariat-almaty-2006"]
    assert "summit of 17 June 2006" in fact.claim
    new = BY_NAME["another-day"].transform(Sentence(fact.claim, fact), world(), Random(1))
    assert new is not None
    assert " June 2006" in new
    assert "17 June" not in new
