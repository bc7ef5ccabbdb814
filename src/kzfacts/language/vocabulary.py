"""The names and words that the reader knows: look-up in a compiled vocabulary.

Names are matched letter by letter (folded, case aside), words of the lexicon by stem, phrases longest
first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from kzfacts.language import unknown_names
from kzfacts.language.compiled import GAP, Compiled, Holder, NamePattern, PhrasePattern, Table, Term
from kzfacts.language.spelling import Spelling
from kzfacts.language.text import Token
from kzfacts.language.words import ARTICLES, LIGHT, NEGATORS, stem

# Words around a content word that leave its meaning alone; particles (up, out, off, down, over, away) do not.
_FRAME_WORDS = ARTICLES | frozenset(
    "in on at to with for of from by as that between be is are was were been being have has had 's it".split()
)
MAX_GAP = 5
"""How many words may stand in a gap of a phrase."""

_NAMES = msgspec.msgpack.Decoder(list[NamePattern])
_KEYS = msgspec.msgpack.Decoder(list[str])
_PHRASES = msgspec.msgpack.Decoder(list[PhrasePattern])
_SIGNS = msgspec.msgpack.Decoder(dict[str, int])
_TERMS = msgspec.msgpack.Decoder(list[Term])
_HOLDERS = msgspec.msgpack.Decoder(list[Holder])


class Match(NamedTuple):
    """A run of tokens that means something: ``keys`` of the entity or concepts, ``skipped`` tokens inside."""

    first: int
    last: int
    keys: tuple[str, ...]
    demonym: bool
    members: tuple[int, ...]
    own: int = 1  # how many of the keys are the phrase's own, not those of a word in it


class Senses(NamedTuple):
    """What the lexicon says of a word: the role of all its senses, of any of them, the least weight, how many."""

    role: str
    hint: str
    weight: float
    number: int


_LIMITING = ("possible", "commit", "report")
"""The roles of which one sense is enough for a hint."""


def entity_key(entity_id: str) -> str:
    """Return the key of an entity."""
    return "e:" + entity_id


def office_key(country: str, title: str) -> str:
    """Return the key of an office: the country's key and the key of the title's concept."""
    return f"{country} {title}"


class Vocabulary:
    """Look-up of names, words, phrases and what they entail."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.entails = Table(compiled.entails, _SIGNS)
        self.titles = Table(compiled.titles, _TERMS)
        self.holders = Table(compiled.holders, _HOLDERS)
        self.roles = compiled.roles
        self.symmetric = frozenset(compiled.symmetric)
        self.spelling = Spelling(compiled.spellings, compiled.names.__contains__, compiled.likely)
        self._names = Table(compiled.names, _NAMES)
        self._words = Table(compiled.words, _KEYS)
        self._phrases = Table(compiled.phrases, _PHRASES)
        self._learned = frozenset(compiled.learned)
        self._keys: dict[str, tuple[str, ...]] = {}
        self._senses: dict[tuple[tuple[str, ...], int], Senses] = {}
        self._openers: dict[str, set[str]] = {}  # the first stem of each phrase -> the second ones
        for pair in compiled.phrases:
            opener, _, following = pair.partition(" ")
            self._openers.setdefault(opener, set()).add(following)
        self.begins_name = compiled.names.__contains__

    def names_at(self, tokens: Sequence[Token], index: int, shouting: bool) -> Match | None:
        """Return the longest name that begins at ``index``."""
        for pattern in self._names.get(tokens[index].text, ()):
            size = len(pattern.tokens)
            found = [index]
            cursor = index + 1
            for wanted in pattern.tokens[1:]:
                while cursor < len(tokens) and tokens[cursor].text in (".", "-") and wanted != tokens[cursor].text:
                    cursor += 1
                if cursor >= len(tokens) or tokens[cursor].text != wanted:
                    break
                found.append(cursor)
                cursor += 1
            if len(found) != size or (pattern.cased and not self._cased(tokens[index], pattern, shouting)):
                continue
            learned = pattern.entity.startswith("n:")
            keys = unknown_names.name_keys(pattern.tokens) if learned else (pattern.entity,)
            return Match(index, cursor, keys, pattern.demonym, tuple(range(index, cursor)))
        return None

    def _cased(self, token: Token, pattern: NamePattern, shouting: bool) -> bool:
        """Say whether a short name is written as names are: US in capitals, Turkey and Xi with one."""
        short = len(token.text) <= 3 and self.compiled.kinds.get(pattern.entity) != "person"
        return shouting or (token.shout if short else token.capital)

    def phrase_at(
        self, tokens: Sequence[Token], stems: Sequence[str], free: Sequence[bool], index: int
    ) -> Match | None:
        """Return the longest lexicon phrase that begins at ``index``, over tokens that are still free."""
        first = stems[index]
        followers = self._openers.get(first)
        if followers is None:
            return None
        best: list[int] | None = None
        keys: list[str] = []
        second = index + 1
        while second < len(stems) and (stems[second] in ARTICLES or stems[second] == "-"):
            second += 1
        adjoins, gapped = second < len(stems) and stems[second] in followers, GAP in followers
        if not (adjoins or gapped):
            return None
        adjacent = self._phrases.get(f"{first} {stems[second]}", ()) if adjoins else ()
        for pattern in (*adjacent, *(self._phrases.get(f"{first} {GAP}", ()) if gapped else ())):
            if pattern.stems[1] == GAP and pattern.stems[2] not in stems:
                continue
            members = _match_stems(pattern.stems, stems, free, index)
            if members is None:
                continue
            if best is None or len(members) > len(best):
                best, keys = members, []
            if members == best:
                keys.append(pattern.concept)
        if best is None:
            return None
        own = len(dict.fromkeys(keys))
        content = [member for member in best if tokens[member].text not in _FRAME_WORDS]
        if len(content) == 1 and tokens[content[0]].text not in LIGHT | NEGATORS:
            only = stems[content[0]]
            keys = [*keys, *self.concepts_of(only), "w:" + only]  # "held in" is also "held"
        return Match(best[0], best[-1] + 1, tuple(dict.fromkeys(keys)), False, tuple(best), own)

    def concepts_of(self, stemmed: str) -> list[str]:
        """Return the concept keys of a single word, by its stem."""
        return self._words.get(stemmed, _NOTHING)

    def keys_of(self, stemmed: str) -> tuple[str, ...]:
        """Return all keys of a single word, by its stem: its concepts, then the stem itself."""
        keys = self._keys.get(stemmed)
        if keys is None:
            keys = self._keys[stemmed] = (*self.concepts_of(stemmed), "w:" + stemmed)
        return keys

    def senses_of(self, keys: tuple[str, ...], own: int) -> Senses:
        """Return what the lexicon says of the concepts among the first ``own`` of ``keys``."""
        senses = self._senses.get((keys, own))
        if senses is None:
            concepts = [key for key in keys[:own] if key[0] == "c"]
            roles = {self.roles.get(key, "") for key in concepts}
            role = next(iter(roles)) if len(roles) == 1 else ""
            hint = next((r for r in _LIMITING if r in roles), "")
            weight = min((self.compiled.weights.get(key, 1.0) for key in concepts), default=1.0)
            senses = self._senses[keys, own] = Senses(role, hint, weight, len(concepts))
        return senses

    def is_ordinary(self, word: str) -> bool:
        """Say whether ``word`` (lower case) is a word of the lexicon or of the facts, not a name of theirs."""
        return word not in self._learned and (stem(word) in self._words or word in self.spelling.words)

    def is_learned(self, word: str) -> bool:
        """Say whether the facts use ``word`` as a name only."""
        return word in self._learned


_NOTHING: list[str] = []


def _match_stems(pattern: Sequence[str], stems: Sequence[str], free: Sequence[bool], index: int) -> list[int] | None:
    """Return the positions of the pattern's words from ``index`` on; articles in the text are stepped over."""
    members = [index]
    cursor = index + 1
    gap = 0
    for wanted in pattern[1:]:
        if wanted == GAP:
            gap = MAX_GAP
            continue
        while cursor < len(stems) and (stems[cursor] in ARTICLES or stems[cursor] == "-"):
            cursor += 1
        while gap and cursor < len(stems) and stems[cursor] != wanted and stems[cursor] not in _STOPS:
            cursor += 1
            gap -= 1
        if cursor >= len(stems) or stems[cursor] != wanted or not free[cursor]:
            return None
        members.append(cursor)
        cursor += 1
        gap = 0
    return members


_STOPS = frozenset(";.:()?!")
