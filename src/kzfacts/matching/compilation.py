"""A fact base made ready for comparing: its vocabulary, the readings of all wordings, and the search index.

This is what the cache keeps between runs. What a single fact tells is gathered from its readings only when it
becomes a candidate, so that a cold check pays for a few facts and not for all.
"""

from __future__ import annotations

from collections import defaultdict

import msgspec

from kzfacts.factbase import Fact, FactBase
from kzfacts.factbase.cache import cached, fingerprint_of
from kzfacts.factbase.edtf import parse as parse_edtf
from kzfacts.language.reading import Reading, read
from kzfacts.language.vocabulary import Compiled, Vocabulary, compile_vocabulary, entity_key
from kzfacts.matching.fact_reading import FactReading, gather

_LIMITS = {"planned": "commit", "speculated": "possible"}


class Entry(msgspec.Struct, frozen=True):
    """Wordings that are compared as one: a fact's claim and paraphrases, or one misstatement of it."""

    fact: int  # position in the fact base
    readings: tuple[Reading, ...]
    wrong: bool = False  # a misstatement: what says it contradicts the fact


class CompiledBase(msgspec.Struct, frozen=True):
    """The vocabulary of a fact base, its entries in the order of its facts, and the postings to find them."""

    vocabulary: Compiled
    entries: tuple[Entry, ...]
    postings: dict[str, list[int]]  # key -> positions of entries


def compile_base(base: FactBase) -> CompiledBase:
    """Return the compiled form of ``base``, from the cache where it holds one."""
    return cached("compiled", fingerprint_of([base.digest.encode()]), CompiledBase, lambda: _compile(base))


def _compile(base: FactBase) -> CompiledBase:
    texts = [text for fact in base.facts for text in (fact.claim, *fact.paraphrases)]
    compiled = compile_vocabulary(base.entities.values(), base.concepts.values(), texts)
    vocabulary = Vocabulary(compiled)
    entries: list[Entry] = []
    for position, fact in enumerate(base.facts):
        entries.append(Entry(position, tuple(read(text, vocabulary) for text in (fact.claim, *fact.paraphrases))))
        entries.extend(Entry(position, (read(text, vocabulary),), wrong=True) for text in fact.misstatements)
    postings: dict[str, list[int]] = defaultdict(list)
    for position, entry in enumerate(entries):
        for key in gather_fact(base.facts[entry.fact], entry, vocabulary).told:
            if key[0] != "p":
                postings[key].append(position)
    return CompiledBase(compiled, tuple(entries), dict(postings))


def gather_fact(fact: Fact, entry: Entry, vocabulary: Vocabulary) -> FactReading:
    """Return what an entry of ``fact`` tells, with the fact's date, attribution and participants."""
    names = [entity_key(fact.attributed_to)] if fact.attributed_to else []
    for value in fact.participants.values():
        names.extend(entity_key(name) for name in ((value,) if isinstance(value, str) else value))
    limit = "" if entry.wrong else _LIMITS.get(fact.certainty, "")
    return gather(entry.readings, vocabulary, parse_edtf(fact.when), names, limit)
