from __future__ import annotations

from itertools import combinations

import pytest

from kzfacts.language.words import LIGHT, looks_like_past, stem


@pytest.mark.parametrize(
    "forms",
    [
        "visit visits visited visiting",
        "sign signs signed signing",
        "country countries",
        "ratify ratifies ratified",
        "meet meets met meeting",
        "withdraw withdraws withdrew withdrawn withdrawing",
        "hold holds held holding",
        "become becomes became",
        "win wins won",
        "lead leads led leading",
        "rise rises rose risen",
        "man men",
        "crisis crises",
        "person people persons",
        "realisation realization realisations realizations",
        "realise realize realised realized realising realizing",
        "neighbour neighbor neighbours",
        "neighbouring neighboring",
        "defence defense",
        "programme program programmes",
        "travelling traveling travelled traveled",
        "briefing briefings",
        "promise promises promised promising",
        "leave leaves left leaving",
        "live lives lived",
        "go goes went gone going",
        "raise raises raised raising",
        "rise rising",
        "license licensed licensing licence",
        "life lives",
        "check checks checked checking",
        "arise arises arising arose",
        "neighbor neighbors neighbour",
        "programme programs",
        "organization organizations",
        "center centers centre",
        "organise organises organize",
        "authorise authorised authorize",
    ],
)
def test_inflections_and_spellings_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "nation national international",
        "position positive opposition",
        "import important",
        "unit unity united",
        "university universe",
        "relation relative relatively",
        "general generally",
        "new news",
        "brief briefing",
        "minister ministry",
        "organisation organ",
        "majority major",
    ],
)
def test_words_of_another_meaning_keep_apart(words: str) -> None:
    stems = {word: stem(word) for word in words.split()}
    assert not [pair for pair in combinations(stems, 2) if stems[pair[0]] == stems[pair[1]]]


@pytest.mark.parametrize(
    ("word", "past"),
    [
        ("visited", True),
        ("agreed", True),
        ("met", True),
        ("held", True),
        ("written", True),
        ("visit", False),
        ("meet", False),
        ("holds", False),
        ("need", False),
        ("bed", False),
        ("visiting", False),
        ("goes", False),
        ("leaves", False),
    ],
)
def test_past_forms(word: str, past: bool) -> None:
    assert looks_like_past(word) is past


@pytest.mark.parametrize("word", ["the", "of", "is", "made", "also", "mr", "who"])
def test_grammar_words_carry_no_claim(word: str) -> None:
    assert word in LIGHT


@pytest.mark.parametrize("word", ["says", "visit", "not", "never", "eight", "minister"])
def test_words_of_content_and_denial_are_no_grammar_words(word: str) -> None:
    assert word not in LIGHT
