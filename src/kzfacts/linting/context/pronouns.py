"""Pronouns of a sentence: which of them its context tells, and what is written for them."""

from __future__ import annotations

import re

import msgspec

from kzfacts.language.words import LIGHT, PREPOSITIONS, looks_like_past
from kzfacts.linting.context.people import PRONOUNS, person_meant
from kzfacts.linting.context.referents import Mention, Referent
from kzfacts.linting.context.rewriting import Edit, owned
from kzfacts.linting.context.sighting import Sighting
from kzfacts.linting.context.story import Story

_THINGS = ("it", "its", "itself")
_MANY = ("they", "them", "their", "theirs")
_EMPTY_IT = re.compile(
    r"\b[Ii]t (?:seems|appears|turned out|turns out|follows|was said|is said|is reported|took|takes|rained|snowed|"
    r"did not rain|(?:is|was|were|has been|would be) (?:not )?(?:\w+ )?(?:clear|true|said|reported|hard|easy|possible|"
    r"only|time|likely|unlikely|the|[A-Z]\w+(?:'s|’s)?)\b)",
)
_THE_PAIR = re.compile(
    r"\b(?:the pair|the two|both of them|both men)(?= (?:have|had|were|are|met|signed|agreed|\w+ed)\b)", re.I
)
_THERE = re.compile(
    r"\b(was|were|been|be|arrived|go|goes|went|gone|come|came|returned|flew|travelled|spoke|stopped|met|held|"
    r"signed|died|stayed|took part|visit) (there)"
    r"(?= (?:on|in|for|at|to|by|from|with|late|early|as|again|twice|since|\w+ times)\b|[,.;]|$)"
)
_GOES = frozenset("go goes went gone come came returned flew travelled".split())
_CAPITAL = re.compile(r"\b[Tt]he capital\b(?! (?:of|city|cost|market|needed|flow))")
_OPEN_WORDS = re.compile(
    r"\b(?:(?:the )?(?:first|second|third|last|latter|former|rest|others?)(?= of (?:these|those|them))|"
    r"(?:of|in) (?:that|this) (?:kind|sort|type|generation|size|order)|the latter|"
    r"the former(?= (?:is|was|has|had|did)))\b",
    re.IGNORECASE,
)
_INANIMATE = frozenset(
    "organisation agreement event project region name body union bid country city thing publisher".split()
)
_OPENERS = ("when", "while", "after", "before", "as", "in", "during", "although", "though")
_NO_THINGS = ("person", "city", "region")
_REACH = 3


class Filled(msgspec.Struct):
    """What was filled into a sentence: edits, what they mention, words whose meaning is not plain or only guessed."""

    edits: list[Edit] = []
    mentions: list[Mention] = []
    unclear: list[str] = []
    guessed: list[str] = []


def fill_pronouns(sight: Sighting, story: Story, filled: Filled) -> None:
    """Add to ``filled`` what the pronouns mean that it does not cover yet."""
    filled.unclear += [match.group() for match in _OPEN_WORDS.finditer(sight.text)]
    fill_pair(sight, story, filled)
    fill_there(sight, story, filled)
    fill_capital(sight, story, filled)
    empty = [match.span() for match in _EMPTY_IT.finditer(sight.text)]
    for index, token in enumerate(sight.tokens):
        word = token.text
        covered = any(edit.start <= token.start < max(edit.end, edit.start + 1) for edit in filled.edits)
        if covered or any(start <= token.start < end and word == "it" for start, end in empty):
            continue
        if word in PRONOUNS:
            _person(sight, index, story, filled)
        elif word in _THINGS:
            _thing(sight, index, story, filled)
        elif word in _MANY:
            _several(sight, index, story, filled)


def _person(sight: Sighting, index: int, story: Story, filled: Filled) -> None:
    token = sight.tokens[index]
    gender = PRONOUNS[token.text]
    inside = [m.referent for m in (*sight.names, *filled.mentions) if m.referent.kind == "person"]
    if any(r.gender in ("", gender) for r in inside if _stands_before(r, sight, filled, token.start)):
        return
    if index and sight.tokens[index - 1].text == "of" and token.text in ("his", "hers"):
        return
    if _cataphora(sight, token.start, gender):
        return
    meant = person_meant(gender, story)
    if meant is None or not meant.name:
        filled.unclear.append(token.text)
        return
    _fill(sight, index, meant, filled)


def _stands_before(referent: Referent, sight: Sighting, filled: Filled, start: int) -> bool:
    return any(m.referent is referent and m.start < start for m in (*sight.names, *filled.mentions))


def _cataphora(sight: Sighting, start: int, gender: str) -> bool:
    """Say whether the sentence names the person only later: "When he spoke, Idrissov said"."""
    opens = sight.tokens[0].text in _OPENERS or sight.text[start : start + 3] in ("his", "her")
    cut = sight.text.find(",", start)
    if not opens or cut < 0:
        return False
    following = next((name for name in sight.names if name.start > cut), None)
    fits = following is not None and following.referent.kind == "person" and following.referent.gender in ("", gender)
    return fits and following is not None and following.start - cut < 4


def _thing(sight: Sighting, index: int, story: Story, filled: Filled) -> None:
    token = sight.tokens[index]
    before = [*sight.names, *filled.mentions]
    if any(m.referent.kind in _INANIMATE and m.start < token.start and not m.demonym for m in before):
        return
    if any(p.start < token.start and p.kind not in ("person", "post") and not p.plural for p in sight.phrases):
        return
    meant = thing_meant(story, subject=_is_subject(sight, index))
    if meant is None or not meant.name:
        filled.unclear.append(token.text)
        return
    _fill(sight, index, meant, filled)


def _is_subject(sight: Sighting, index: int) -> bool:
    """Say whether a pronoun may be what its sentence is about: no verb and no preposition just before it."""
    before = sight.tokens[index - 1].text if index else ","
    possessive = sight.tokens[index].text == "its"
    return possessive or (before not in PREPOSITIONS and not looks_like_past(before))


def thing_meant(story: Story, subject: bool = True) -> Referent | None:
    """Return what "it" means: what the nearest sentence is about, else the only thing in it.

    Where "it" is no ``subject``, it is only the one thing that there is, or what the sentence before goes on about.
    """
    for back, scene in enumerate(story.recent(_REACH)):
        things = {
            m.referent.key: m.referent
            for m in scene.mentions
            if m.referent.kind not in _NO_THINGS and not m.referent.plural and not m.demonym
            if m.subject or m.referent.kind != "country"
        }
        about = scene.about()
        if about is not None and about.referent.key in things and (subject or len(things) == 1 or about.resumed):
            return about.referent
        if scene.block != story.block:
            return None
        if about is not None and about.referent.kind == "city" and about.referent.country:
            return story.background.known(about.referent.country)
        resumed = [m.referent for m in scene.mentions if m.resumed and m.referent.key in things]
        if len(resumed) == 1 and not back:
            return resumed[0]
        outer = {m.referent.key: m.referent for m in scene.mentions if m.referent.key in things and not m.inside}
        if len(outer) == 1:
            return next(iter(outer.values()))
        if len(things) == 1:
            return next(iter(things.values()))
        if things:
            return None
    return None


def fill_pair(sight: Sighting, story: Story, filled: Filled) -> None:
    """Fill in "the pair", "the two" by the two persons spoken of."""
    for match in _THE_PAIR.finditer(sight.text):
        if len(story.pair) != 2:
            filled.unclear.append(match.group())
            continue
        pair = pair_of(story.pair)
        filled.edits.append(Edit(match.start(), match.end(), pair.name))
        filled.mentions.append(Mention(pair, match.start(), match.end()))


def fill_there(sight: Sighting, story: Story, filled: Filled) -> None:
    """Fill in "there" after a verb by the place that was named last."""
    for match in _THERE.finditer(sight.text):
        if any(name.end <= match.start() and name.referent.kind in ("city", "country") for name in sight.names):
            continue
        place = _place_meant(story)
        if place is not None:
            lead = "to " if match[1] in _GOES else "in "
            filled.edits.append(Edit(match.start(2), match.end(2), lead + place.name))


def fill_capital(sight: Sighting, story: Story, filled: Filled) -> None:
    """Fill in whose capital "the capital" is: that of the country spoken of."""
    for match in _CAPITAL.finditer(sight.text):
        country = story.country()
        if country is None or any(name.referent.country and name.start < match.start() for name in sight.names):
            continue
        name = owned(country.name)
        lead = name[:1].upper() + name[1:] if match.start() == 0 else name
        filled.edits.append(Edit(match.start(), match.start() + 3, lead))
        filled.guessed.append(match.group())


def _place_meant(story: Story) -> Referent | None:
    """Return the town named last, else the only country that the last sentence names as a place."""
    for kind in ("city", "country"):
        found = {
            m.referent.key: m.referent
            for scene in story.recent(1)
            for m in scene.mentions
            if m.referent.kind == kind and not m.demonym and (kind == "city" or m.after in ("to", "in"))
        }
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _several(sight: Sighting, index: int, story: Story, filled: Filled) -> None:
    token = sight.tokens[index]
    before = [m for m in (*sight.names, *filled.mentions) if m.start < token.start]
    if len(before) > 1 or any(m.referent.plural for m in before):
        return
    if any(p.start < token.start and (p.plural or p.kind in ("body", "country", "union")) for p in sight.phrases):
        return
    if token.text == "their" and index + 1 < len(sight.tokens) and sight.tokens[index + 1].text.startswith("neighbo"):
        filled.unclear.append(token.text)
        return
    if any(
        t.start < token.start and t.text.endswith("s") and len(t.text) > 3 and t.text not in LIGHT
        for t in sight.tokens[:index]
    ):
        return
    meant = several_meant(story)
    taken = {m.referent.country for m in before if m.referent.country}
    if meant is None or any(one.country in taken for one in story.pair):
        filled.unclear.append(token.text)
        return
    _fill(sight, index, meant, filled)


def several_meant(story: Story) -> Referent | None:
    """Return the two whom "they" means, None where it is not plain."""
    for scene in story.recent(2):
        about = scene.about()
        if about is not None and about.referent.plural:
            return about.referent if " and " in about.referent.name else None
        if any(m.referent.plural and " and " not in m.referent.name for m in scene.mentions if not m.inside):
            return None
    scenes = story.recent(2)
    if len(story.pair) == 2 and scenes and any(m.referent.key in _keys(story.pair) for s in scenes for m in s.mentions):
        return pair_of(story.pair)
    return None


def pair_of(pair: tuple[Referent, ...]) -> Referent:
    """Return two as one referent: "Islam Karimov and Nursultan Nazarbayev"."""
    name = " and ".join(one.name for one in pair)
    return Referent(name, "+".join(one.key for one in pair), pair[0].kind, plural=True)


def _keys(pair: tuple[Referent, ...]) -> set[str]:
    return {one.key for one in pair}


def _fill(sight: Sighting, index: int, meant: Referent, filled: Filled) -> None:
    token = sight.tokens[index]
    following = sight.tokens[index + 1] if index + 1 < len(sight.tokens) else None
    noun = following is not None and following.text[0].isalnum() and following.text not in LIGHT
    owns = token.text in ("his", "its", "their") or (token.text == "her" and noun)
    name = owned(meant.name) if owns else meant.name
    if token.start == 0:
        name = name[:1].upper() + name[1:]
    filled.edits.append(Edit(token.start, token.end, name))
    filled.mentions.append(Mention(meant, token.start, token.end, possessive=owns, inside=owns, resumed=True))
