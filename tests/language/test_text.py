from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.language.text import fold, tokenize


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("plain letters stay", "plain letters stay"),
        ("“Eight” visits, ‘all’ told", "\"Eight\" visits, 'all' told"),
        ("Kazakhstan’s", "Kazakhstan's"),
        ("don´t", "don't"),
        ("«союз»", '"союз"'),
        ("2014–2015 — and ‑ so − on", "2014-2015 - and - so - on"),
        ("and so on…", "and so on."),
        ("８ visits ｉｎ ２０１４", "8 visits in 2014"),
        ("①", "1"),
        ("eight\u00a0visits\u2009abroad", "eight visits abroad"),
        ("Nazarbaýev, café, Türkiye, İstanbul", "Nazarbayev, cafe, Turkiye, Istanbul"),
        ("Nazarbay\u0301ev", "Nazarbayev"),
        ("Østerås, Łódź, Đà", "Osteras, Lodz, Da"),
        ("Straße", "Strase"),
        ("2½", "2 1/2"),
        ("ﬁve", "five"),
        ("vis\u00adit", "visit"),
        ("Kazakh\u200bstan\ufeff", "Kazakhstan"),
        ("eight\x85visits", "eight visits"),
        ("Nаzаrbаyеv", "Nazarbayev"),  # Cyrillic а, е
        ("Аstаnа", "Astana"),
        ("Казахстан", "Казахстан"),  # Cyrillic throughout: no disguise
    ],
)
def test_fold_brings_disguised_letters_to_plain_ones(text: str, folded: str) -> None:
    assert fold(text)[0] == folded


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("plain", None),
        ("“Eight” visits", None),  # one for one: nothing moved
        ("vis\u00adit", [0, 1, 2, 4, 5]),
        ("y\u0301es", [0, 2, 3]),
        ("ﬁve", [0, 0, 1, 2]),
        ("\ufeff8", [1]),
    ],
)
def test_fold_tells_where_each_letter_stood(text: str, offsets: list[int] | None) -> None:
    assert fold(text)[1] == offsets


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Eight visits, in 2014.", ["eight", "visits", ",", "in", "2014", "."]),
        ("1,500 or 12,345.67 or 29.05.2014", ["1,500", "or", "12,345.67", "or", "29.05.2014"]),
        ("It cost $5 (50%).", ["it", "cost", "$", "5", "(", "50", "%", ")", "."]),
        ("2014–15", ["2014", "-", "15"]),
        ("the U.S. and the U.S.A.", ["the", "us", "and", "the", "usa"]),
        ("Kazakhstan's", ["kazakhstan", "'s"]),
        ("the Kazakhs' land", ["the", "kazakhs", "land"]),
        ("film 's", ["film", "'s"]),
        ("o'clock", ["oclock"]),
        ("they're, we've, I'll", ["they", "'re", ",", "we", "'ve", ",", "i", "'ll"]),
        ("didn't isn’t hasn´t", ["did", "not", "is", "not", "has", "not"]),
        ("can't, won't, shan't, cannot", ["can", "not", ",", "will", "not", ",", "shall", "not", ",", "can", "not"]),
        ("162nd", ["162", "nd"]),
        ("December '14, Dec. '14", ["december", "'14", ",", "dec", ".", "'14"]),
        ("he said: '14 visits'", ["he", "said", ":", "14", "visits"]),
        (" \t\n ", []),
        ("", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Kazakhstan’s visit", ["Kazakhstan", "’s", "visit"]),
        ("It didn’t", ["It", "did", "n’t"]),
        ("It cannot", ["It", "can", "not"]),
        ("A vis\u00adit, now", ["A", "vis\u00adit", ",", "now"]),
        ("Nazarbay\u0301ev won", ["Nazarbay\u0301ev", "won"]),
        ("ﬁve ﬂags", ["ﬁve", "ﬂags"]),
        ("\ufeffU.S. ８", ["U.S.", "８"]),
        ("№ 5", ["№", "5"]),
        ("Nаzаrbаyеv", ["Nаzаrbаyеv"]),
    ],
)
def test_offsets_point_into_the_text_as_given(text: str, pieces: list[str]) -> None:
    assert [text[token.start : token.end] for token in tokenize(text)] == pieces


@pytest.mark.parametrize(
    ("text", "capitals", "shouts"),
    [
        ("Nazarbayev met the EEU", ["nazarbayev", "eeu"], ["eeu"]),
        ("A visit", ["a"], []),
        ("Аstana", ["astana"], []),  # Cyrillic capital А
        ("the U.S. side", ["us"], ["us"]),
    ],
)
def test_capitals(text: str, capitals: list[str], shouts: list[str]) -> None:
    tokens = tokenize(text)
    assert [token.text for token in tokens if token.capital] == capitals
    assert [token.text for token in tokens if token.shout] == shouts


def test_small_words_with_letters_turned_round() -> None:
    assert [token.text for token in tokenize("Teh end fo it")] == ["the", "end", "of", "it"]


def test_glued_tokens_have_no_space_before_them() -> None:
    assert [(token.text, token.glued) for token in tokenize("5-10 % of it's")] == [
        ("5", False),
        ("-", True),
        ("10", True),
        ("%", False),
        ("of", False),
        ("it", False),
        ("'s", True),
    ]


@given(st.text())
def test_every_token_is_inside_the_text_and_none_goes_back(text: str) -> None:
    tokens = tokenize(text)
    assert all(0 <= token.start < token.end <= len(text) and token.text for token in tokens)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(tokens))


@given(st.lists(st.text("abcdefgXYZ", min_size=1), min_size=1), st.sampled_from([" ", "  ", ", ", "\n"]))
def test_plain_words_are_their_own_tokens(words: list[str], between: str) -> None:
    text = between.join(words)
    tokens = [token for token in tokenize(text) if token.text != ","]
    assert [text[token.start : token.end] for token in tokens] == words
    assert [token.text for token in tokens] == [word.lower() for word in words]


SENTENCE = "Nazarbayev visited Kazakhstan’s biggest neighbour in 2014"
CYRILLIC = str.maketrans("aeopcx", "аеорсх")


@st.composite
def disguises(draw: st.DrawFn) -> str:
    """Draw the sentence with letters in disguise; every word keeps a letter that is Latin for certain."""
    disguised = []
    for char in SENTENCE:
        kind = draw(st.sampled_from(["plain", "plain", "wide", "soft", "accent", "cyrillic"]))
        if kind == "wide" and char.isascii() and char.isalnum():
            char = chr(ord(char) + 0xFEE0)
        elif kind == "soft" and char.isalnum():
            char += "\u00ad"
        elif kind == "accent" and char.isalpha():
            char += "\u0301"
        elif kind == "cyrillic":
            char = char.translate(CYRILLIC)
        disguised.append(char)
    return "".join(disguised)


@given(disguises())
def test_a_sentence_in_disguise_reads_as_the_plain_one(text: str) -> None:
    tokens = tokenize(text)
    assert [token.text for token in tokens] == [token.text for token in tokenize(SENTENCE)]
    assert all(fold(text[token.start : token.end])[0].lower() == token.text for token in tokens)
