"""What a sentence mentions, as far as the sentence itself tells: names on record, other names, noun phrases."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from kzfacts.language.reader import read
from kzfacts.language.reading import Unit
from kzfacts.language.text import Token, tokenize
from kzfacts.language.words import ARTICLES, AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, looks_like_past
from kzfacts.linting.context.background import Background, wider
from kzfacts.linting.context.given_names import gender_of
from kzfacts.linting.context.nouns import KINDS, SPEECH_VERBS
from kzfacts.linting.context.phrases import Phrase, find_phrases
from kzfacts.linting.context.referents import Mention, Referent

_LEADS_IN = (
    CONJUNCTIONS
    | ARTICLES
    | frozenset(
        "and but yet so then later also too now still earlier afterwards meanwhile however instead indeed in fact for "
        "its his her their both when while after although though as both only even just , mr mrs ms president minister "
        "foreign prime former at first by contrast last next this month year week autumn spring summer winter two "
        "three four five six days months years weeks until since today yesterday once again".split()
    )
)
_BODY_WORDS = frozenset(
    "institute university ministry bank council committee centre center agency company group party union association "
    "fund office foundation press times post news academy college forum court department club house street".split()
)


class Sighting(msgspec.Struct, frozen=True):
    """A sentence with its tokens, names and noun phrases; offsets are code points from 0 in ``text``."""

    text: str
    tokens: tuple[Token, ...]
    names: tuple[Mention, ...]
    phrases: tuple[Phrase, ...]
    units: tuple[Unit, ...]


def look_at(text: str, background: Background) -> Sighting:
    """Return what a sentence mentions."""
    tokens = tuple(tokenize(text))
    units = tuple(read(text, background.vocabulary, background.as_of).units)
    names = tuple(_name(unit, text, tokens, background) for unit in units if _is_name(unit, text))
    starts = {token.start: index for index, token in enumerate(tokens)}
    by_token = {starts[name.start]: name for name in names if name.start in starts}
    return Sighting(text, tokens, names, tuple(find_phrases(tokens, by_token)), units)


def _is_name(unit: Unit, text: str) -> bool:
    """Say whether a unit is a name written as one; "sushi" is no misspelt city."""
    return unit.kind == "name" and text[unit.start : unit.end][:1].isupper()


def _name(unit: Unit, text: str, tokens: Sequence[Token], background: Background) -> Mention:
    key = unit.keys[0]
    referent = background.known(key) if key.startswith("e:") else _stranger(unit, text)
    index = next(i for i, token in enumerate(tokens) if token.start == unit.start)
    before = index - 1
    if before >= 0 and tokens[before].text == "the":
        before -= 1
        if referent.kind != "person" and not referent.name.startswith("the ") and not unit.demonym:
            referent = msgspec.structs.replace(referent, name="the " + referent.name)
    word = tokens[before].text if before >= 0 else ""
    title = tokens[index - 1].text if index else ""
    if referent.kind == "person" and not referent.gender:
        referent = msgspec.structs.replace(referent, gender=gender_of(referent.name, title))
    last = next((i for i, token in enumerate(tokens) if token.start >= unit.end), len(tokens))
    possessive = last < len(tokens) and (
        tokens[last].text == "'s" or (text[unit.end : unit.end + 1] in "'’" and text[unit.end - 1] == "s")
    )
    after = word if word in PREPOSITIONS else ""
    return Mention(
        referent, unit.start, unit.end, demonym=unit.demonym, possessive=possessive, after=after, inside=unit.demonym
    )


def _stranger(unit: Unit, text: str) -> Referent:
    """Return the referent of a name without a record: a person where a given name or a speech verb tells so."""
    name = text[unit.start : unit.end]
    words = name.lower().split()
    gender = gender_of(name)
    spoken = re.match(r",?\s+(\w+)", text[unit.end :])
    speaks = spoken is not None and spoken[1].lower() in SPEECH_VERBS
    titled = re.search(r"\b(?:Mr|Mrs|Ms|Dr|Professor|President|Minister|Ambassador)\.?\s$", text[: unit.start])
    appositive = re.match(r", (?:an?|the) (?:[\w-]+ ){0,3}(\w+)", text[unit.end :])
    described = appositive is not None and KINDS.get(appositive[1].lower()) in ("person", "post")
    person = not _BODY_WORDS & set(words) and (
        (bool(gender) and len(words) > 1) or (speaks and len(words) == 2) or titled is not None or described
    )
    return Referent(name, "n:" + words[-1], "person" if person else "name", gender if person else "")


def is_led_in(tokens: Sequence[Token], index: int) -> bool:
    """Say whether what begins at the token is what its sentence is about: nothing but lead-in words before it.

    Before it may stand adverbs, and one phrase closed by a comma that has no verb ("In the other direction, he").
    """
    before = [token.text for token in tokens[:index]]
    beside = "," not in before  # "his successor Abe came", unlike "his predecessor, Abe, had come"
    if all(word in _LEADS_IN or (beside and KINDS.get(word) in ("person", "post")) for word in before):
        return True
    if "," not in before:
        return False
    cut = len(before) - 1 - before[::-1].index(",")
    if any(word not in _LEADS_IN for word in before[cut + 1 :]):
        return False
    opening = before[:cut]
    return (
        opening[0] in PREPOSITIONS | CONJUNCTIONS
        and "," not in opening
        and (opening[0] in CONJUNCTIONS or not any(word in AUXILIARIES or looks_like_past(word) for word in opening))
    )


def with_posts(referent: Referent, phrases: Sequence[Phrase]) -> Referent:
    """Return a person with the posts that phrases beside the name give: "Japan's foreign minister, Fumio Kishida"."""
    for phrase in phrases:
        if phrase.named is None or phrase.named.referent.key != referent.key or phrase.kind != "post":
            continue
        country = phrase.owner.referent.country if phrase.owner is not None else ""
        posts = wider(referent.posts | {phrase.head})
        referent = msgspec.structs.replace(referent, kind="person", posts=posts, country=country or referent.country)
    return referent
