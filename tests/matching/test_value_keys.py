"""Numbers and dates as keys of the index, which put the fact that has them before its like."""

from __future__ import annotations

import pytest

from kzfacts.factbase.edtf import parse
from kzfacts.language.reader import read
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.compilation import compile_base
from kzfacts.matching.retrieval import TERM_YEARS, span_keys, value_keys
from matching.sample import base, checker, fact

VOCABULARY = Vocabulary(compile_base(base()).vocabulary)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("They sold 40 ships.", ["#:40"]),
        ("They sold forty ships.", ["#:40"]),
        ("The 18th round was held.", ["#:18"]),
        ("They sold 1,500 ships.", ["#:1500"]),
        ("They sold 1.5 million ships.", []),  # rounded
        ("They sold more than 40 ships.", []),
        ("They met in 2014.", ["y:2014"]),
        ("They met in May 2014.", ["y:2014", "y:2014-05"]),
        ("They met on 5 May 2014.", ["y:2014", "y:2014-05"]),
        ("They met in 2014-2016.", ["y:2014", "y:2015", "y:2016"]),
        ("They met on 5 May.", []),  # of any year
        ("They met last year.", []),  # of no day known
        ("They met between 1990 and 2014.", []),
    ],
)
def test_keys_of_a_number_or_date(text: str, keys: list[str]) -> None:
    units = [unit for unit in read(text, VOCABULARY).units if unit.kind in ("number", "date")]
    assert len(units) == 1
    assert value_keys(units[0]) == keys


@pytest.mark.parametrize(
    ("when", "keys"),
    [
        ("2014", ["y:2014"]),
        ("2014-05", ["y:2014", "y:2014-05"]),
        ("2014-12/2015-01", ["y:2014", "y:2015"]),
        ("2010/2014", ["y:2010", "y:2011", "y:2012", "y:2013", "y:2014"]),
        ("2010/2015", []),
        ("2014/..", []),
        ("../2014", []),
    ],
)
def test_keys_of_a_span(when: str, keys: list[str]) -> None:
    assert span_keys(parse(when)) == keys


def test_what_lasts_has_a_key_for_every_year_of_it() -> None:
    assert span_keys(parse("2010/2016"), TERM_YEARS) == [f"y:{year}" for year in range(2010, 2017)]
    assert span_keys(parse("2010/.."), TERM_YEARS) == [f"y:{year}" for year in range(2010, 2010 + TERM_YEARS)]
    assert span_keys(parse("../2010"), TERM_YEARS) == []


ROUNDS = checker(
    base(
        *(
            fact(f"Norland held round no. {number} of the water talks.", id=f"round-{number}", when=str(2000 + number))
            for number in range(1, 8)
        )
    )
)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Norland held round no. 5 of the water talks.", "round-5"),
        ("Norland held the sixth round of the water talks.", "round-6"),
        ("Norland held a round of the water talks in 2004.", "round-4"),
        ("Norland held a round of the water talks in May 2003.", "round-3"),
    ],
)
def test_the_fact_with_the_number_or_the_year_comes_first(text: str, first: str) -> None:
    assert ROUNDS.search(text)[0].fact.id == first
    assert [found.fact.id for found in ROUNDS.search("the zebras of 2004")] == []  # a year alone finds nothing
