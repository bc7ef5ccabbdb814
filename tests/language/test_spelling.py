from __future__ import annotations

import pytest

from kzfacts.language.spelling import Spelling

KNOWN = "\n".join("treaty visit steer plain conference ministry kazakhstan tenge form from".split())


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return Spelling(KNOWN, frozenset(("kazakhstan",)).__contains__)


@pytest.mark.parametrize(
    ("word", "corrected"),
    [
        ("treety", "treaty"),  # a letter changed
        ("traety", "treaty"),  # two swapped
        ("treatyy", "treaty"),  # one put in
        ("minstry", "ministry"),  # one left out
        ("vist", "visit"),
        ("conferrance", "conference"),  # two slips in a long word
        ("kazakhstans", "kazakhstan"),  # a possessive without its apostrophe
    ],
)
def test_a_near_miss_is_put_right(spelling: Spelling, word: str, corrected: str) -> None:
    assert spelling.corrected(word) == corrected
    assert spelling.corrected(word) == corrected  # kept, and told again


@pytest.mark.parametrize(
    "word",
    [
        "treaty",
        "visits",  # inflections
        "steering",
        "plainly",
        "conferences",
        "ministries",
        "vizit",  # in a short word a changed letter may make another
        "form",
        "from",
        "tre",
        "2014",
        "monday",
        "greaty",  # the first letter is nearly never wrong
        "zebra",
    ],
)
def test_other_words_are_left_alone(spelling: Spelling, word: str) -> None:
    assert spelling.corrected(word) == word


def test_known_words(spelling: Spelling) -> None:
    assert spelling.words == set(KNOWN.split())
