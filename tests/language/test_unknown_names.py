from __future__ import annotations

import pytest

from kzfacts.language.text import tokenize
from kzfacts.language.unknown_names import find_runs, learn, name_keys, told_keys

ORDINARY = frozenset("visit minister foreign the met in".split())


def runs(text: str, learned: frozenset[str] = frozenset()) -> list[str]:
    tokens = tokenize(text)
    found = find_runs(tokens, [True] * len(tokens), ORDINARY.__contains__, learned.__contains__)
    return [text[tokens[first].start : tokens[end - 1].end] for first, end in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Tarnmouth Rovers", ["Tarnmouth Rovers"]),
        ("They met Tarnmouth, then Ludgrove", ["Tarnmouth", "Ludgrove"]),
        ("Jonas Pettrick met them", ["Jonas Pettrick"]),
        ("Pettrick met them", []),  # at the beginning any word has a capital
        ("It ended. Pettrick met them", []),
        ("They met the Foreign Minister Pettrick", ["Pettrick"]),
        ("They met in March on a Friday", []),
        ("They met X", []),
        ("They met pettrick", []),
    ],
)
def test_runs_of_capitalised_words_are_names(text: str, names: list[str]) -> None:
    assert runs(text) == names


def test_a_name_that_was_learned_may_begin_a_sentence() -> None:
    assert runs("Pettrick met them", frozenset(("pettrick",))) == ["Pettrick"]


def test_tokens_that_are_taken_make_no_name() -> None:
    tokens = tokenize("They met Tarnmouth Rovers")
    free = [True, True, True, False]
    assert find_runs(tokens, free, ORDINARY.__contains__, lambda _: False) == [(2, 3)]


@pytest.mark.parametrize(
    ("stated", "told", "met"),
    [
        ("tarnmouth rovers", "tarnmouth rovers", True),
        ("tarnmouth", "tarnmouth rovers", True),  # a part stands for the whole
        ("pettrick", "jonas pettrick", True),  # a bare surname for the full name
        ("jonas pettrick", "pettrick", True),
        ("jonas pettrick", "maria pettrick", False),
        ("tarnmouth rovers", "tarnmouth united", False),
        ("ludgrove", "tarnmouth rovers", False),
    ],
)
def test_which_names_can_mean_the_same(stated: str, told: str, met: bool) -> None:
    assert (not set(name_keys(stated.split())).isdisjoint(told_keys(told.split()))) is met


def test_names_are_learned_from_texts() -> None:
    texts = [
        "They met Tarnmouth Rovers at Ludgrove.",
        "They met Astana and the Harbour.",
        "The harbour is near.",
    ]
    assert learn(texts, ORDINARY.__contains__, frozenset(("astana",)).__contains__) == {
        "tarnmouth rovers": ("tarnmouth", "rovers"),
        "ludgrove": ("ludgrove",),
    }
