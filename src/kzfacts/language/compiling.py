"""Entities and lexicon compiled into the tables of `Compiled`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kzfacts.factbase.model import Concept, Entity
from kzfacts.language import unknown_names
from kzfacts.language.cardinals import NUMBER_WORDS
from kzfacts.language.compiled import GAP, Compiled, Holder, NamePattern, PhrasePattern, Term, encode_rows
from kzfacts.language.dates import MONTHS
from kzfacts.language.logic import concept_key, entailments
from kzfacts.language.text import tokenize
from kzfacts.language.vocabulary import entity_key, office_key
from kzfacts.language.words import ARTICLES, KNOWN_FORMS, LIGHT, NEGATORS, stem


def compile_vocabulary(entities: Iterable[Entity], concepts: Iterable[Concept], texts: Iterable[str]) -> Compiled:
    """Compile names, words and their logic; ``texts`` (the facts) add spellings that must count as right."""
    entities, concepts, texts = tuple(entities), tuple(concepts), tuple(texts)
    words, phrases = _lexicon_patterns(concepts)
    titles = {
        entity_key(e.id): [_term(o.title, o.of, o.start, o.end, words, phrases) for o in e.offices] for e in entities
    }
    lexical = {token.text for concept in concepts for word in concept.words for token in tokenize(word)}
    names = _name_patterns(entities, lexical)
    learned = _learn_names(texts, names, words, lexical)
    spellings = {token.text for text in texts for token in tokenize(text)}
    spellings |= {token for patterns in names.values() for pattern in patterns for token in pattern.tokens}
    likely = sorted(word for word in {token.text for text in texts for token in tokenize(text)} if word.isalpha())
    spellings |= lexical
    spellings |= set(MONTHS) | LIGHT | NEGATORS | KNOWN_FORMS | NUMBER_WORDS
    return Compiled(
        names=encode_rows(names),
        learned=sorted(learned),
        words=encode_rows(words),
        phrases=encode_rows(_by_two_stems(phrases)),
        entails=encode_rows(entailments(concepts)),
        roles={concept_key(c.id): c.role for c in concepts if c.role},
        weights={concept_key(c.id): c.weight for c in concepts if c.weight != 1.0},
        groups={concept_key(c.id): c.group for c in concepts if c.group},
        converses=_converses(concepts),
        symmetric=[concept_key(c.id) for c in concepts if c.symmetric],
        containers={entity_key(e.id): [entity_key(p) for p in e.part_of] for e in entities if e.part_of},
        seats={entity_key(e.id): entity_key(e.capital_of) for e in entities if e.capital_of},
        kinds={entity_key(e.id): e.kind for e in entities},
        titles=encode_rows({key: terms for key, terms in titles.items() if terms}),
        holders=encode_rows(_holders(titles)),
        labels={entity_key(e.id): e.name for e in entities},
        likely="\n".join(likely),
        spellings="\n".join(sorted(word for word in spellings if word.isalpha())),
    )


def _learn_names(
    texts: Iterable[str], names: dict[str, list[NamePattern]], words: dict[str, list[str]], lexical: set[str]
) -> set[str]:
    """Add the names that the facts themselves use to ``names``; return the words that they consist of."""
    known = {token for patterns in names.values() for pattern in patterns for token in pattern.tokens}
    found = unknown_names.learn(texts, lambda word: stem(word) in words or word in lexical, known.__contains__)
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
    stems = [stem(token.text) for token in tokenize(title.split(" to ")[0])]  # not what an ambassador is sent to
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


def _name_patterns(entities: Sequence[Entity], lexical: set[str]) -> dict[str, list[NamePattern]]:
    names: dict[str, list[NamePattern]] = {}
    by_id = {entity.id: entity for entity in entities}

    def add(text: str, entity: str, demonym: bool = False) -> None:
        tokens = tuple(t.text for t in tokenize(text) if t.text not in (".", ","))
        if tokens and tokens[0] == "the" and len(tokens) > 1:
            tokens = tokens[1:]
        if tokens:
            cased = len(tokens) == 1 and (len(tokens[0]) <= 4 or tokens[0] in _WORDLIKE_NAMES or tokens[0] in lexical)
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
    for surname, bearers in _surnames(entities).items():
        if len(bearers) == 1 and surname.lower() not in names and surname.lower() not in lexical:
            add(surname, bearers[0])
    for patterns in names.values():
        patterns.sort(key=lambda p: -len(p.tokens))
    return names


def _surnames(entities: Sequence[Entity]) -> dict[str, list[str]]:
    """Return the people by the last word of their names."""
    found: dict[str, list[str]] = {}
    for entity in entities:
        if entity.kind == "person" and len(words := entity.name.split()) > 1 and len(words[-1]) >= SURNAME:
            found.setdefault(words[-1], []).append(entity.id)
    return found


SURNAME = 3
"""The shortest last word of a name that can stand for the person."""


_WORDLIKE_NAMES = frozenset(
    "turkey china jordan chad georgia west east polish german dutch reading nice bush may".split()
)


def _holders(titles: dict[str, list[Term]]) -> dict[str, list[Holder]]:
    """Return who held each office, by `office_key`."""
    holders: dict[str, list[Holder]] = {}
    for person, terms in titles.items():
        for term in terms:
            for concept in term.concepts:
                holders.setdefault(office_key(term.of, concept), []).append(Holder(person, term.start, term.end))
    return holders


def _by_two_stems(phrases: dict[str, list[PhrasePattern]]) -> dict[str, list[PhrasePattern]]:
    rows: dict[str, list[PhrasePattern]] = {}
    for patterns in phrases.values():
        for pattern in patterns:
            rows.setdefault(f"{pattern.stems[0]} {pattern.stems[1]}", []).append(pattern)
    return rows
