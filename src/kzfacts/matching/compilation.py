"""A fact base made ready for comparing: its vocabulary and its facts, read once and kept in the cache."""

from __future__ import annotations

import msgspec

from kzfacts.factbase import FactBase
from kzfacts.factbase.cache import cached, fingerprint_of
from kzfacts.language.vocabulary import Compiled, Vocabulary, compile_vocabulary
from kzfacts.matching.fact_reading import FactReading, read_fact


class CompiledBase(msgspec.Struct, frozen=True):
    """The vocabulary of a fact base and the readings of its facts, in their order."""

    vocabulary: Compiled
    readings: list[FactReading]


def compile_base(base: FactBase) -> CompiledBase:
    """Return the compiled form of ``base``, from the cache where it holds one."""
    return cached("compiled", fingerprint_of([base.digest.encode()]), CompiledBase, lambda: _compile(base))


def _compile(base: FactBase) -> CompiledBase:
    texts = [text for fact in base.facts for text in (fact.claim, *fact.paraphrases)]
    compiled = compile_vocabulary(base.entities.values(), base.concepts.values(), texts)
    vocabulary = Vocabulary(compiled)
    return CompiledBase(compiled, [read_fact(fact, vocabulary) for fact in base.facts])
