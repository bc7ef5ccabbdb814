from __future__ import annotations

import pytest

from kzfacts.factbase.model import Concept, Entity
from kzfacts.language.compiling import compile_vocabulary
from kzfacts.language.text import tokenize
from kzfacts.language.vocabulary import Match, Vocabulary, office_key
from kzfacts.language.words import stem
from language.sample import VOCABULARY


def names(text: str, shouting: bool = False) -> dict[str, str]:
    """Return the names in ``text``, each with the entity it stands for."""
    tokens = tokenize(text)
    named: dict[str, str] = {}
    index = 0
    while index < len(tokens):
        match = VOCABULARY.names_at(tokens, index, shouting)
        if match is not None:
            (key,) = match.keys
            named[text[tokens[match.first].start : tokens[match.last - 1].end]] = key.removeprefix("e:")
        index = match.last if match is not None else index + 1
    return named


def phrase(text: str) -> tuple[Match | None, list[str]]:
    """Return the first phrase in ``text`` and the words that belong to it."""
    tokens = tokenize(text)
    stems = [stem(token.text) for token in tokens]
    for index in range(len(tokens)):
        match = VOCABULARY.phrase_at(tokens, stems, [True] * len(tokens), index)
        if match is not None:
            return match, [tokens[member].text for member in match.members]
    return None, []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Nursultan Nazarbayev spoke.", {"Nursultan Nazarbayev": "nazarbayev"}),
        ("Nazarbayev spoke.", {"Nazarbayev": "nazarbayev"}),
        ("N. A. Nazarbayev spoke.", {"N. A. Nazarbayev": "nazarbayev"}),
        ("NURSULTAN NAZARBAYEV", {"NURSULTAN NAZARBAYEV": "nazarbayev"}),
        ("nursultan nazarbayev", {"nursultan nazarbayev": "nazarbayev"}),
        ("Nursultan-Nazarbayev", {"Nursultan-Nazarbayev": "nazarbayev"}),
        ("Nazarbayev’s visit", {"Nazarbayev": "nazarbayev"}),
        ("Nаzаrbayev", {"Nаzаrbayev": "nazarbayev"}),  # Cyrillic а
        ("Nazarbaýev", {"Nazarbaýev": "nazarbayev"}),
        ("Idrisov met Idrissov.", {"Idrisov": "idrissov", "Idrissov": "idrissov"}),
        ("the Republic of Kazakhstan", {"Republic of Kazakhstan": "kazakhstan"}),
        ("Kazakhs and the Kazakhstani side", {"Kazakhs": "kazakhstan", "Kazakhstani": "kazakhstan"}),
        ("the Eurasian Economic Union (EEU)", {"Eurasian Economic Union": "union", "EEU": "union"}),
        ("a Eurasian economic union", {"Eurasian economic union": "union"}),
        ("the US, the U.S. and the USA", {"US": "america", "U.S.": "america", "USA": "america"}),
        ("Astana", {"Astana": "astana"}),
        ("Kazakhstan's capital", {"Kazakhstan's capital": "astana"}),
        ("the capital of Kazakhstan", {"capital of Kazakhstan": "astana"}),
        ("the Kazakh capital", {"Kazakh capital": "astana"}),
        ("Turkey", {"Turkey": "turkey"}),
        # a name in a word, a word that only looks like a name, a part of a name
        ("Kazakhstanization", {}),
        ("they told us about turkey", {}),
        ("Nursultan Bekov", {}),
        ("the Eurasian idea", {}),
        ("an economic union", {}),
    ],
)
def test_names(text: str, named: dict[str, str]) -> None:
    assert names(text) == named


def test_in_capitals_throughout_case_cannot_tell_a_name_from_a_word() -> None:
    assert names("TURKEY", shouting=True) == {"TURKEY": "turkey"}


@pytest.mark.parametrize(("text", "demonym"), [("Kazakh", True), ("Russians", True), ("Kazakhstan", False)])
def test_demonyms_are_told_apart(text: str, demonym: bool) -> None:
    match = VOCABULARY.names_at(tokenize(text), 0, shouting=False)
    assert match is not None
    assert match.demonym is demonym


@pytest.mark.parametrize(
    ("text", "concept", "members"),
    [
        ("the head of state", "head-of-state", ["head", "of", "state"]),
        ("heads of the states", "head-of-state", ["heads", "of", "states"]),
        ("a top diplomat", "top-diplomat", ["top", "diplomat"]),
        ("a top-diplomat", "top-diplomat", ["top", "diplomat"]),
        ("official visits", "official-visit", ["official", "visits"]),
        ("agreed to it", "acceptance", ["agreed", "to"]),
        ("failing to go", "failure", ["failing", "to"]),
        # gaps
        ("left out", "omission", ["left", "out"]),
        ("left Russia out", "omission", ["left", "out"]),
        ("left all of the neighbours out", "omission", ["left", "out"]),
        ("paid a long and friendly visit to Russia", "visit", ["paid", "visit", "to"]),
    ],
)
def test_phrases(text: str, concept: str, members: list[str]) -> None:
    match, words = phrase(text)
    assert match is not None
    assert match.keys[0] == "c:" + concept
    assert words == members


@pytest.mark.parametrize(
    "text",
    [
        "the head of the union",
        "official talks and visits",
        "left the neighbours and all of their friends out",  # more than five words
        "left. It went out",  # over the end of a sentence
        "paid to visit",
        "diplomat top",
    ],
)
def test_words_that_make_no_phrase(text: str) -> None:
    assert phrase(text)[0] is None


def test_the_longest_phrase_wins() -> None:
    concepts = (Concept("union", ("customs union",)), Concept("bloc", ("customs union of five states",)))
    vocabulary = Vocabulary(compile_vocabulary((), concepts, ()))
    tokens = tokenize("customs union of five states")
    match = vocabulary.phrase_at(tokens, [stem(token.text) for token in tokens], [True] * 5, 0)
    assert match is not None
    assert (match.keys, match.last) == (("c:bloc",), 5)


def test_a_phrase_takes_no_words_that_are_taken() -> None:
    tokens = tokenize("head of state")
    stems = [stem(token.text) for token in tokens]
    assert VOCABULARY.phrase_at(tokens, stems, [True, True, True], 0) is not None
    assert VOCABULARY.phrase_at(tokens, stems, [True, True, False], 0) is None


@pytest.mark.parametrize(
    ("word", "concepts"),
    [("visited", ["c:visit"]), ("trips", ["c:visit"]), ("treaties", ["c:treaty"]), ("president", ["c:head-of-state"])],
)
def test_concepts_of_a_word_in_any_inflection(word: str, concepts: list[str]) -> None:
    assert VOCABULARY.concepts_of(stem(word)) == concepts


def test_a_word_has_all_the_concepts_that_list_it() -> None:
    concepts = (Concept("meet", ("hold",)), Concept("own", ("hold",)))
    vocabulary = Vocabulary(compile_vocabulary((), concepts, ()))
    assert vocabulary.concepts_of(stem("held")) == ["c:meet", "c:own"]


@pytest.mark.parametrize(
    ("word", "corrected"),
    [
        # a letter too few, too many, wrong, or two in the wrong order
        ("nazarbaev", "nazarbayev"),
        ("nazarbayeev", "nazarbayev"),
        ("nazarbajev", "nazarbayev"),
        ("nazarbyaev", "nazarbayev"),
        ("nazarbyev", "nazarbayev"),
        ("idrosov", "idrisov"),
        ("kazakstan", "kazakhstan"),
        ("kazakhstans", "kazakhstan"),
        ("rusia", "russia"),
        ("decemeber", "december"),
        ("janurary", "january"),
        ("treety", "treaty"),
        ("konferences", "konferences"),  # a wrong first letter
        ("vist", "visit"),
        ("ratfy", "ratify"),
        ("ministy", "ministry"),
        # right as they are
        ("nazarbayev", "nazarbayev"),
        ("visiting", "visiting"),
        ("treaties", "treaties"),
        ("yesterday", "yesterday"),
        ("went", "went"),
        ("zebra", "zebra"),
        ("rejoice", "rejoice"),
        ("2014", "2014"),
        ("us", "us"),
    ],
)
def test_misspellings_are_read_as_meant(word: str, corrected: str) -> None:
    assert VOCABULARY.spelling.corrected(word) == corrected


def test_words_of_the_facts_count_as_right() -> None:
    concepts = (Concept("treaty", ("treaty",)),)
    without = Vocabulary(compile_vocabulary((), concepts, ()))
    beside = Vocabulary(compile_vocabulary((), concepts, ("The threaty of Ankara.",)))
    assert without.spelling.corrected("threaty") == "treaty"
    assert beside.spelling.corrected("threaty") == "threaty"


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("head-of-state", [("e:nazarbayev", "1991", "2019-03-20")]),
        ("top-diplomat", [("e:idrissov", "2012-09-28", "2016-12-28")]),
        ("visit", []),
    ],
)
def test_offices_are_read_through_the_lexicon(title: str, held: list[tuple[str, str, str]]) -> None:
    holders = VOCABULARY.holders.get(office_key("e:kazakhstan", "c:" + title), [])
    assert [(holder.person, holder.start, holder.end) for holder in holders] == held


def test_what_the_records_say_is_kept_by_key() -> None:
    compiled = VOCABULARY.compiled
    assert compiled.seats == {"e:astana": "e:kazakhstan"}
    assert compiled.containers == {"e:kazakhstan": ["e:union"]}
    assert compiled.labels["e:union"] == "Eurasian Economic Union"
    assert compiled.kinds["e:astana"] == "city"
    assert compiled.roles == {
        "c:failure": "negative",
        "c:denial": "negative",
        "c:plan": "commit",
        "c:report": "report",
        "c:chance": "possible",
        "c:matter": "generic",
    }
    assert compiled.weights == {"c:matter": 0.2}
    assert compiled.groups == {"c:security-union": "union"}
    assert compiled.symmetric == ["c:meeting"]
    assert compiled.converses == {"c:visit": "c:hosting", "c:hosting": "c:visit"}


def test_a_name_may_belong_to_the_longer_one() -> None:
    entities = (Entity("new-york", "New York", "city"), Entity("times", "New York Times", "publisher"))
    vocabulary = Vocabulary(compile_vocabulary(entities, (), ()))
    match = vocabulary.names_at(tokenize("New York Times"), 0, shouting=False)
    assert match is not None
    assert (match.keys, match.last) == (("e:times",), 3)
