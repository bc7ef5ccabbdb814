"""Finding candidates: rare shared keys first, whatever the word order, and nothing where nothing is shared."""

from __future__ import annotations

import pytest

from matching.sample import base, checker, fact

TREATY = fact("Norland and Sudria signed a water treaty in Marenza in 2014.", id="treaty")
VISIT = fact("Astrid Holm visited Sudria in 2014.", "The president of Norland went on a trip to Marenza.", id="visit")
EMBASSY = fact("Ostria opened an embassy in Norland.", id="embassy", misstatements=["Ostria closed a zoo in Norland."])
LEAGUE = fact("Norland is a member of the Northern League.", id="league")
CHECKER = checker(base(TREATY, VISIT, EMBASSY, LEAGUE))


def found(text: str, limit: int = 10) -> list[str]:
    return [related.fact.id for related in CHECKER.search(text, limit)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Norland and Sudria signed a water treaty in Marenza in 2014.", "treaty"),
        ("the water treaty with Sudria", "treaty"),
        ("A pact on water", "treaty"),  # a word of the same meaning
        ("Ostrian embassies", "embassy"),  # a demonym, a plural
        ("Holm's trip", "visit"),  # an alias, a word of a paraphrase
        ("trip to Marenza", "visit"),
        ("members of the NL", "league"),
        ("norland northern leage", "league"),  # misspelt, without capitals
    ],
)
def test_the_fact_meant_comes_first(text: str, first: str) -> None:
    assert found(text)[0] == first


def test_nothing_shared_nothing_found() -> None:
    assert found("Volcanoes erupt in Iceland.") == []
    assert found("of the") == []
    assert found("") == []


def test_scores_fall_from_one_to_nil() -> None:
    scores = [related.score for related in CHECKER.search("Norland and Sudria signed a water treaty in Marenza.")]
    assert scores[0] == 1.0
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_the_limit_holds_and_rarer_words_weigh_more() -> None:
    assert found("the zoo, the embassy, Norland", limit=1) == ["embassy"]
    assert len(found("Norland")) > 2
    assert len(found("Norland", limit=2)) == 2


def test_a_misstatement_is_no_fact_to_be_found() -> None:
    assert found("closed a zoo") == []
