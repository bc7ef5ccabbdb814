"""The names and words that the reader knows, compiled from a fact base for fast look-up.

Names are matched letter by letter (folded, case aside), words of the lexicon by stem, phrases longest
first. A word that nothing explains is tried as a misspelling of a known one (rapidfuzz, optimal string
alignment), so that "Decemeber" and "Idrosov" are read as meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from kzfacts.factbase.model import Concept, Entity
from kzfacts.language import unknown_names
from kzfacts.language.dates import MONTHS
from kzfacts.language.logic import concept_key, entailments
from kzfacts.language.text import Token, tokenize
from kzfacts.language.words import ARTICLES, LIGHT, NEGATORS, stem

GAP = "_"
# Words around a content word that leave its meaning alone; particles (up, out, off, down, over, away) do not.
_FRAME_WORDS = ARTICLES | frozenset(
    "in on at to with for of from by as that between be is are was were been being have has had 's it".split()
)
MAX_GAP = 5


class NamePattern(msgspec.Struct, frozen=True, array_like=True):
    """One way to write a name: its tokens, whose it is, and whether capitals are needed to tell it from a word."""

    tokens: tuple[str, ...]
    entity: str
    cased: bool = False
    demonym: bool = False


class PhrasePattern(msgspec.Struct, frozen=True, array_like=True):
    """A lexicon entry of several words as stems, ``_`` for a gap, articles left out."""

    stems: tuple[str, ...]
    concept: str


class Term(msgspec.Struct, frozen=True, array_like=True):
    """An office held: the concept keys of its title, the key of what it is of, and EDTF dates."""

    concepts: tuple[str, ...]
    of: str
    start: str
    end: str


class Compiled(msgspec.Struct, frozen=True):
    """What `compile_vocabulary` makes of entities and concepts; goes into the cache as it is."""

    names: dict[str, list[NamePattern]]
    learned: list[str]  # words that the facts use as names only
    words: dict[str, list[str]]  # stem -> concept keys
    phrases: dict[str, list[PhrasePattern]]  # first stem -> patterns, longest first
    entails: dict[str, dict[str, int]]  # signed concept -> signs of keys
    roles: dict[str, str]  # concept key -> role
    weights: dict[str, float]  # concept key -> weight, where it is not 1
    groups: dict[str, str]  # concept key -> group of mutually exclusive emphases
    converses: dict[str, str]  # concept key -> concept key
    symmetric: list[str]
    containers: dict[str, list[str]]  # entity key -> keys of what contains it
    seats: dict[str, str]  # capital's key -> country's key
    kinds: dict[str, str]  # entity key -> kind
    titles: dict[str, list[Term]]  # person's key -> offices as concepts and country
    labels: dict[str, str]  # entity key -> name
    spellings: list[str]  # every known word, for misspellings


class Match(NamedTuple):
    """A run of tokens that means something: ``keys`` of the entity or concepts, ``skipped`` tokens inside."""

    first: int
    last: int
    keys: tuple[str, ...]
    demonym: bool
    members: tuple[int, ...]


def entity_key(entity_id: str) -> str:
    """Return the key of an entity."""
    return "e:" + entity_id


def compile_vocabulary(entities: Iterable[Entity], concepts: Iterable[Concept], texts: Iterable[str]) -> Compiled:
    """Compile names, words and their logic; ``texts`` (the facts) add spellings that must count as right."""
    entities, concepts, texts = tuple(entities), tuple(concepts), tuple(texts)
    words, phrases = _lexicon_patterns(concepts)
    titles = {entity_key(e.id): [_term(o.title, o.of, o.start, o.end, words, phrases) for o in e.offices] for e in entities}
    names = _name_patterns(entities)
    learned = _learn_names(texts, names, words)
    spellings = {token.text for text in texts for token in tokenize(text)}
    spellings |= {token for patterns in names.values() for pattern in patterns for token in pattern.tokens}
    spellings |= {token.text for concept in concepts for word in concept.words for token in tokenize(word)}
    spellings |= set(MONTHS) | set(LIGHT) | set(NEGATORS)
    return Compiled(
        names=names,
        learned=sorted(learned),
        words=words,
        phrases=phrases,
        entails=entailments(concepts),
        roles={concept_key(c.id): c.role for c in concepts if c.role},
        weights={concept_key(c.id): c.weight for c in concepts if c.weight != 1.0},
        groups={concept_key(c.id): c.group for c in concepts if c.group},
        converses=_converses(concepts),
        symmetric=[concept_key(c.id) for c in concepts if c.symmetric],
        containers={entity_key(e.id): [entity_key(p) for p in e.part_of] for e in entities if e.part_of},
        seats={entity_key(e.id): entity_key(e.capital_of) for e in entities if e.capital_of},
        kinds={entity_key(e.id): e.kind for e in entities},
        titles={key: terms for key, terms in titles.items() if terms},
        labels={entity_key(e.id): e.name for e in entities},
        spellings=sorted(word for word in spellings if word.isalpha()),
    )


def _learn_names(
    texts: Iterable[str], names: dict[str, list[NamePattern]], words: dict[str, list[str]]
) -> set[str]:
    """Add the names that the facts themselves use to ``names``; return the words that they consist of."""
    known = {token for patterns in names.values() for pattern in patterns for token in pattern.tokens}
    found = unknown_names.learn(texts, lambda word: stem(word) in words, known.__contains__)
    learned: set[str] = set()
    for name in found.values():
        fresh = [word for word in name if stem(word) not in words]
        learned.update(fresh)
        for pattern in {name, *((word,) for word in fresh)}:
            names.setdefault(pattern[0], []).append(NamePattern(pattern, unknown_names.name_keys(pattern)[0]))
            names[pattern[0]].sort(key=lambda p: -len(p.tokens))
    return learned


def _converses(concepts: Sequence[Concept]) -> dict[str, str]:
    pairs = [(concept_key(c.id), concept_key(c.converse)) for c in concepts if c.converse]
    return dict(pairs) | {there: here for here, there in pairs}


def _term(
    title: str, of: str, start: str, end: str, words: dict[str, list[str]], phrases: dict[str, list[PhrasePattern]]
) -> Term:
    """Read an office's title through the lexicon, so that "top diplomat" can mean a foreign minister."""
    stems = [stem(token.text) for token in tokenize(title)]
    keys: list[str] = []
    for pattern in phrases.get(stems[0], ()):
        if pattern.stems == tuple(s for s in stems if s not in ARTICLES):
            keys.append(pattern.concept)
    if not keys:
        keys = [key for word in stems for key in words.get(word, ())]
    return Term(tuple(dict.fromkeys(keys)), entity_key(of) if of else "", start, end)


def _lexicon_patterns(concepts: Sequence[Concept]) -> tuple[dict[str, list[str]], dict[str, list[PhrasePattern]]]:
    words: dict[str, list[str]] = {}
    phrases: dict[str, list[PhrasePattern]] = {}
    for concept in concepts:
        key = concept_key(concept.id)
        for entry in concept.words:
            stems = tuple(stem(piece) for piece in _pieces(entry))
            if len(stems) == 1:
                if key not in words.setdefault(stems[0], []):
                    words[stems[0]].append(key)
            elif stems:
                phrases.setdefault(stems[0], []).append(PhrasePattern(stems, key))
    for patterns in phrases.values():
        patterns.sort(key=lambda p: (-len([s for s in p.stems if s != GAP]), GAP in p.stems))
    return words, phrases


def _pieces(entry: str) -> list[str]:
    """Return the words of a lexicon entry that count: no articles, hyphens opened, gaps kept."""
    pieces: list[str] = []
    for part in entry.split():
        if part == GAP:
            pieces.append(GAP)
        else:
            pieces.extend(t.text for t in tokenize(part) if t.text not in ARTICLES and t.text[0].isalnum())
    while pieces and pieces[-1] == GAP:
        pieces.pop()
    return pieces


def _name_patterns(entities: Sequence[Entity]) -> dict[str, list[NamePattern]]:
    names: dict[str, list[NamePattern]] = {}
    by_id = {entity.id: entity for entity in entities}

    def add(text: str, entity: str, demonym: bool = False) -> None:
        tokens = tuple(t.text for t in tokenize(text) if t.text not in (".", ","))
        if tokens and tokens[0] == "the" and len(tokens) > 1:
            tokens = tokens[1:]
        if tokens:
            cased = len(tokens) == 1 and (len(tokens[0]) <= 4 or tokens[0] in _WORDLIKE_NAMES)
            pattern = NamePattern(tokens, entity_key(entity), cased, demonym)
            group = names.setdefault(tokens[0], [])
            if pattern not in group:
                group.append(pattern)

    for entity in entities:
        for alias in (entity.name, *entity.aliases):
            add(alias, entity.id)
        for demonym in entity.demonyms:
            add(demonym, entity.id, demonym=True)
        country = by_id.get(entity.capital_of)
        if country:
            for form in (country.name, *country.aliases[:3]):
                add(f"capital of {form}", entity.id)
                add(f"{form}'s capital", entity.id)
                add(f"{form}'s capital city", entity.id)
            for demonym in country.demonyms:
                add(f"{demonym} capital", entity.id)
    for patterns in names.values():
        patterns.sort(key=lambda p: -len(p.tokens))
    return names


_WORDLIKE_NAMES = frozenset("turkey china jordan chad georgia west east polish german dutch reading nice bush may".split())


class Vocabulary:
    """Look-up of names, words and misspellings in a `Compiled` vocabulary."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.entails = compiled.entails
        self.roles = compiled.roles
        self.symmetric = frozenset(compiled.symmetric)
        self.holders = _holders(compiled.titles)
        self._phrases: dict[tuple[str, str], list[PhrasePattern]] = {}
        for patterns in compiled.phrases.values():
            for pattern in patterns:
                self._phrases.setdefault((pattern.stems[0], pattern.stems[1]), []).append(pattern)
        self._spellings = frozenset(compiled.spellings)
        self._learned = frozenset(compiled.learned)
        self._corrections: dict[str, str] = {}

    def names_at(self, tokens: Sequence[Token], index: int, shouting: bool) -> Match | None:
        """Return the longest name that begins at ``index``."""
        for pattern in self.compiled.names.get(tokens[index].text, ()):
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
            if len(found) != size or (pattern.cased and not _cased(tokens[index], shouting)):
                continue
            learned = pattern.entity.startswith("n:")
            keys = unknown_names.name_keys(pattern.tokens) if learned else (pattern.entity,)
            return Match(index, cursor, keys, pattern.demonym, tuple(range(index, cursor)))
        return None

    def phrase_at(self, tokens: Sequence[Token], stems: Sequence[str], free: Sequence[bool], index: int) -> Match | None:
        """Return the longest lexicon phrase that begins at ``index``, over tokens that are still free."""
        best: list[int] | None = None
        keys: list[str] = []
        second = index + 1
        while second < len(stems) and (stems[second] in ARTICLES or stems[second] == "-"):
            second += 1
        first = stems[index]
        adjacent = self._phrases.get((first, stems[second]), ()) if second < len(stems) else ()
        for pattern in (*adjacent, *self._phrases.get((first, GAP), ())):
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
        content = [member for member in best if tokens[member].text not in _FRAME_WORDS]
        if len(content) == 1 and tokens[content[0]].text not in LIGHT:
            only = stems[content[0]]
            keys = [*keys, *self.concepts_of(only), "w:" + only]  # "held in" is also "held"
        return Match(best[0], best[-1] + 1, tuple(dict.fromkeys(keys)), False, tuple(best))

    def concepts_of(self, stemmed: str) -> list[str]:
        """Return the concept keys of a single word, by its stem."""
        return self.compiled.words.get(stemmed, _NOTHING)

    def corrected(self, word: str) -> str:
        """Return ``word`` as spelt in the vocabulary where it is a near miss of a known word, else as given."""
        if len(word) < 4 or word in self._spellings or not word.isalpha() or word in _CALENDAR_WORDS:
            return word
        if word not in self._corrections:
            self._corrections[word] = self._nearest(word)
        return self._corrections[word]

    def is_ordinary(self, word: str) -> bool:
        """Say whether ``word`` (lower case) is a word of the lexicon or of the facts, not a name of theirs."""
        return word not in self._learned and (word in self._spellings or stem(word) in self.compiled.words)

    def is_learned(self, word: str) -> bool:
        """Say whether the facts use ``word`` as a name only."""
        return word in self._learned

    def _nearest(self, word: str) -> str:
        if word[-1] == "s" and word[:-1] in self.compiled.names:
            return word[:-1]  # a possessive without its apostrophe
        if self._is_inflection(word):
            return word
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        limit = 2 if len(word) >= 9 else 1
        choices = [known for known in self._spellings if known[0] == word[0] and abs(len(known) - len(word)) <= limit]
        if len(word) < 6:  # short words have many neighbours: only a letter left out or two in the wrong order
            choices = [known for known in choices if len(known) == len(word) + 1 or sorted(known) == sorted(word)]
        best = process.extractOne(word, sorted(choices), scorer=OSA.distance, score_cutoff=limit)
        return str(best[0]) if best is not None else word

    def _is_inflection(self, word: str) -> bool:
        """Say whether ``word`` is a known word with an ending, such as "steering" or "plainly"."""
        for ending in _ENDINGS:
            if word.endswith(ending):
                root = word[: -len(ending)]
                if {root, root + "e", root + "y", root[:-1]} & self._spellings:
                    return True
        return False


def _holders(titles: dict[str, list[Term]]) -> dict[tuple[str, str], list[tuple[str, str, str]]]:
    """Return, for (country, title concept), who held the office: person's key, start, end."""
    holders: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for person, terms in titles.items():
        for term in terms:
            for concept in term.concepts:
                holders.setdefault((term.of, concept), []).append((person, term.start, term.end))
    return holders


_NOTHING: list[str] = []
_ENDINGS = ("s", "es", "ies", "d", "ed", "ied", "ing", "ly", "er", "ers", "est", "ness", "ment", "ments", "al", "ally")
_CALENDAR_WORDS = frozenset("month months weeks years today yesterday tomorrow monday tuesday wednesday thursday friday".split())


def _cased(token: Token, shouting: bool) -> bool:
    return shouting or (token.shout if len(token.text) <= 3 else token.capital)


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
