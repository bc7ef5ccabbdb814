from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.factbase.model import Concept
from kzfacts.language.compiling import compile_vocabulary
from kzfacts.language.reader import read
from kzfacts.language.units import MAX_TOKENS
from kzfacts.language.vocabulary import Vocabulary
from language.sample import AS_OF, VOCABULARY, reading, unit


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "In 2014 President Nazarbayev made eight visits to Russia.",
            ["date 2014", "word President", "name Nazarbayev", "number eight", "word visits", "name Russia"],
        ),
        ("Nazarbayev left the treaty out.", ["name Nazarbayev", "word left", "word treaty"]),
        ("The head of state paid a visit to Turkey.", ["word head of state", "word paid a visit to", "name Turkey"]),
        ("Nazarbayev met Merkel.", ["name Nazarbayev", "word met", "name Merkel"]),
        ("So it was, too.", []),
        ("They may join.", ["word may", "word join"]),
        ("They joined in May, too.", ["word joined", "date May"]),
        ("The treaty has 16 articles.", ["word treaty", "number 16", "word articles"]),
        ("The treaty was signed on 16 December", ["word treaty", "word signed", "date 16 December"]),
        ("", []),
    ],
)
def test_units(text: str, units: list[str]) -> None:
    assert [f"{unit.kind} {unit.text}" for unit in reading(text).units] == units


@pytest.mark.parametrize(
    ("text", "piece", "keys"),
    [
        ("Nazarbayev visited Russia", "Nazarbayev", ("e:nazarbayev",)),
        ("nursultan nazarbayev visited russia", "nursultan nazarbayev", ("e:nazarbayev",)),
        ("NAZARBAYEV VISITED RUSSIA", "RUSSIA", ("e:russia",)),
        ("Nazarbayev visited Russia", "visited", ("c:visit", "w:visit")),
        ("the top diplomat", "top diplomat", ("c:top-diplomat",)),
        ("the Minister of Foreign Affairs", "Minister of Foreign Affairs", ("c:top-diplomat",)),
        ("they agreed to it", "agreed to", ("c:acceptance", "w:agre")),
        ("they took zebras", "zebras", ("w:zebra",)),
        # misspelt
        ("they met Nazarbaev", "Nazarbaev", ("e:nazarbayev",)),
        ("Kazakstan signed", "Kazakstan", ("e:kazakhstan",)),
        ("Kazakhstans trips", "Kazakhstans", ("e:kazakhstan",)),
        ("the treety", "treety", ("c:treaty", "w:treati")),
        # in disguise
        ("Kаzаkhstan signed", "Kаzаkhstan", ("e:kazakhstan",)),  # Cyrillic а
        ("a vis\u00adit", "vis\u00adit", ("c:visit", "w:visit")),
    ],
)
def test_keys(text: str, piece: str, keys: tuple[str, ...]) -> None:
    assert unit(text, piece).keys == keys


def test_an_unknown_name_has_a_key_of_its_own() -> None:
    first, second = unit("they met Merkel", "Merkel"), unit("they left Merkel’s side", "Merkel")
    assert (first.kind, first.keys) == ("name", second.keys)
    assert first.keys[0] == "n:merkel"


def test_a_misspelt_month_is_a_date() -> None:
    (found,) = reading("Decemeber 2014").units
    assert found.date is not None
    assert found.date.span is not None
    assert (found.date.span.start, found.date.span.end) == (date(2014, 12, 1), date(2014, 12, 31))


def test_as_of_resolves_relative_dates() -> None:
    text = "They met last year."
    spans = [read(text, VOCABULARY, as_of).units[-1].date for as_of in (AS_OF, date(2020, 1, 1), None)]
    assert [mention.span.start if mention and mention.span else None for mention in spans] == [
        date(2014, 1, 1),
        date(2019, 1, 1),
        None,
    ]


def test_capitals_tell_no_names_in_a_title() -> None:
    assert unit("Russia Signed The Zebra Treaty", "Zebra").kind == "word"
    assert unit("Russia signed the Zebra treaty", "Zebra").kind == "name"


def test_a_number_that_belongs_to_a_name_is_no_number() -> None:
    assert [u.text for u in reading("The Covid-19 visits").units if u.kind == "number"] == []
    assert unit("They watched Fargo 5", "5").kind == "word"


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("Nazarbayev made eight visits.", "eight", "c:visit"),
        ("Nazarbayev made eight official visits abroad.", "eight", "c:official-visit"),
        ("Nazarbayev signed a dozen very useful treaties.", "a dozen", "c:treaty"),
        ("They signed hundreds of treaties.", "hundreds", "c:treaty"),
        ("They held more than 60 briefings.", "more than 60", "w:=briefing"),
        ("Two of the treaties were signed.", "Two", "c:treaty"),
    ],
)
def test_what_a_number_counts(text: str, number: str, counted: str) -> None:
    assert counted in unit(text, number).counted


def test_a_number_with_its_noun_before_it() -> None:
    found = unit("The visits numbered 16", "16")
    assert found.counted == ()
    assert "c:visit" in found.before


@pytest.mark.parametrize(
    ("text", "piece", "preposition"),
    [
        ("They met in Russia", "Russia", "in"),
        ("They went from Russia to the big Turkey", "Turkey", "to"),
        ("Russia met them", "Russia", ""),
        ("The treaty was signed by Nazarbayev", "Nazarbayev", "by"),
        ("They visited Turkey rather than Russia", "Russia", "than"),
        ("They made more than 60 visits in 2014", "2014", "in"),
    ],
)
def test_prepositions(text: str, piece: str, preposition: str) -> None:
    assert unit(text, piece).preposition == preposition


@pytest.mark.parametrize(
    ("text", "piece", "passive"),
    [
        ("The treaty was signed", "signed", True),
        ("The treaty was not finally signed", "signed", True),
        ("Russia is being visited", "visited", True),
        ("Russia signed it", "signed", False),
        ("Russia has signed it", "signed", False),
        ("Russia is a visit away", "visit", False),
    ],
)
def test_voice(text: str, piece: str, passive: bool) -> None:
    assert unit(text, piece).passive is passive


@pytest.mark.parametrize(
    ("text", "piece", "possessive", "demonym"),
    [
        ("Nazarbayev’s visit", "Nazarbayev", True, False),
        ("Merkel, then Putin's visit", "Putin", True, False),
        ("Nazarbayev visits", "Nazarbayev", False, False),
        ("the Kazakh side", "Kazakh", False, True),
    ],
)
def test_names_that_own_or_describe(text: str, piece: str, possessive: bool, demonym: bool) -> None:
    name = unit(text, piece)
    assert (name.possessive, name.demonym) == (possessive, demonym)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Nazarbayev visited Russia.", set()),
        ("Did Nazarbayev visit Russia?", {"question"}),
        ("Nazarbayev may visit Russia.", {"possible"}),
        ("Could Russia join?", {"possible", "question"}),
        ("Perhaps Nazarbayev visited Russia.", {"possible"}),
        ("Nazarbayev plans to visit Russia.", {"commit"}),
        ("According to Idrissov, Nazarbayev visited Russia.", {"report"}),
        ("Idrissov says Nazarbayev may visit Russia.", {"report", "possible"}),
        ("Only Russia signed the treaty.", {"only"}),
        ("Russia made only two visits.", set()),  # part of the number
        ("It is not true that only Russia signed.", {"denied", "only"}),
    ],
)
def test_marks(text: str, marks: set[str]) -> None:
    assert reading(text).marks == marks


def test_roles_come_from_the_lexicon() -> None:
    text = "They failed to say that the matter was perhaps signed"
    roles = {u.text: u.role for u in reading(text).units}
    assert roles == {
        "failed to": "negative",
        "say": "report",
        "matter": "generic",
        "perhaps": "possible",
        "signed": "",
    }
    assert unit(text, "matter").weight == 0.2


def test_a_word_of_several_senses_has_no_role_but_a_hint() -> None:
    concepts = (Concept("plan", ("project",), role="commit"), Concept("scheme", ("project",)))
    sentence = read("The projects", Vocabulary(compile_vocabulary((), concepts, ())))
    assert [(u.role, u.hint) for u in sentence.units] == [("", "commit")]
    assert (sentence.marks, sentence.hints) == (frozenset(), frozenset({"commit"}))


def test_a_sentence_without_end_is_read_up_to_a_limit() -> None:
    units = reading("visit " * (MAX_TOKENS + 50)).units
    assert len(units) == MAX_TOKENS


PIECES = (
    "Nazarbayev", "nazarbaev", "Russia", "Kazakh", "U.S.", "the", "visit", "visited", "official visit", "treaty",
    "eight", "a dozen and", "half", "million", "and a half", "of", "more than", "½", "٣", "$", "%", "th", "2014", "26",
    "December", "late", "last year", "two years ago", "since", "from", "to", "between", "Q4", "autumn", "12/12/2014",
    "2014-02-30", "not", "no", "neither", "nor", "failed to", "without", "it is not true that", "don't", "only", "but",
    "whereas", "leave", "out", "'s", "n't", "’", "\u00ad", "\u0301", "İ", "ß", ",", ".", ";", "?", "(", "-",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
)


@given(TEXTS, st.sampled_from([None, AS_OF, date(2014, 12, 31)]))
def test_any_text_is_read_and_every_unit_is_a_piece_of_it(text: str, as_of: date | None) -> None:
    sentence = read(text, VOCABULARY, as_of)
    assert sentence.text == text
    assert all(0 <= u.start < u.end <= len(text) and text[u.start : u.end] == u.text for u in sentence.units)
    assert all(a.token < b.token and a.start <= b.start and a.end <= b.end for a, b in pairwise(sentence.units))
    assert all(u.sign in (1, -1) for u in sentence.units)
    assert all((u.kind == "number") == (u.quantity is not None) for u in sentence.units)
    assert all((u.kind == "date") == (u.date is not None) for u in sentence.units)


@given(st.sampled_from(["  ", "\t", "\u00a0", "\n", "\u2009"]))
def test_the_kind_of_space_makes_no_difference(space: str) -> None:
    text = "In late December 2014 Nazarbayev made no more than eight official visits to Russia"
    plain, spaced = reading(text).units, reading(text.replace(" ", space)).units
    assert [(u.kind, u.keys, u.sign, u.quantity, u.date) for u in spaced] == [
        (u.kind, u.keys, u.sign, u.quantity, u.date) for u in plain
    ]


def test_a_misspelt_month_with_a_capital_is_a_date() -> None:
    assert [unit.kind for unit in read("He came in Apirl 2014.", VOCABULARY).units if unit.text.endswith("2014")] == [
        "date"
    ]


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("Russia got 183 out of 193 votes.", "183", "w:vote"),
        ("Russia got 183 of 193 votes.", "183", "w:vote"),
    ],
)
def test_a_number_out_of_another_counts_the_same(text: str, number: str, counted: str) -> None:
    unit = next(unit for unit in read(text, VOCABULARY).units if unit.text == number)
    assert counted in unit.counted


def test_a_learned_first_name_is_part_of_the_unknown_name_after_it() -> None:
    vocabulary = Vocabulary(compile_vocabulary((), (), ["The envoy Philippe came to Ostria."]))
    names = [
        unit.text for unit in read("An envoy called Philippe Martinet came.", vocabulary).units if unit.kind == "name"
    ]
    assert names == ["Philippe Martinet"]


@pytest.mark.parametrize(
    "text",
    [
        "Skalda 2 has a new engine.",
        "The film Return to Skalda 2 earned praise.",
        "Everybody knows the Merry Seven of Skalda.",
    ],
)
def test_a_number_that_ends_a_title_is_no_number(text: str) -> None:
    reading = read(text, VOCABULARY)
    assert not [unit for unit in reading.units if unit.kind == "number"]
