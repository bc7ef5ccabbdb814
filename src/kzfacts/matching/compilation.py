"""A fact base made ready for comparing: its vocabulary, the readings of all wordings, and the search index.

This is what the cache keeps between runs. Readings stay encoded until their fact becomes a candidate, and what
a fact tells is gathered from them only then, so that a cold check pays for a few facts and not for all.
"""

from __future__ import annotations

from collections import defaultdict

import msgspec

from kzfacts.factbase import Fact, FactBase
from kzfacts.factbase.cache import cached, fingerprint_of
from kzfacts.factbase.edtf import parse as parse_edtf
from kzfacts.factbase.edtf import parse_term
from kzfacts.factbase.rows import Rows
from kzfacts.language.compiled import Compiled
from kzfacts.language.reader import read
from kzfacts.language.reading import Reading
from kzfacts.language.vocabulary import Vocabulary, entity_key
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.gathering import Circumstances, gather
from kzfacts.matching.retrieval import HOLDER, MOST_YEARS, TERM_YEARS, span_keys, value_keys
from kzfacts.matching.versions import Version, find_versions

LASTING_KINDS = frozenset(("status", "membership", "office"))
"""Kinds of facts that hold all through their date."""
_LIMITS = {"planned": "commit", "speculated": "possible"}
_READINGS = msgspec.msgpack.Decoder(list[Reading])


class CompiledBase(msgspec.Struct, frozen=True):
    """The vocabulary of a fact base and its entries: wordings that are compared as one.

    An entry is a fact's claim with its paraphrases, or one misstatement of it (``wrong``: what says it
    contradicts the fact). ``facts`` are positions in the fact base, ``postings`` has positions of entries.
    """

    vocabulary: Compiled
    facts: list[int]
    wrong: list[bool]
    readings: Rows  # of each entry, list[Reading] in msgpack
    keys: list[str]  # all keys that entries tell, sorted
    postings: Rows  # of each key, the entries that tell it: list[int] in msgpack
    sizes: list[int]  # of each entry, how many words and names its first wording has
    versions: dict[int, list[Version]]  # position of a fact -> other facts on the same thing


def compile_base(base: FactBase) -> CompiledBase:
    """Return the compiled form of ``base``, from the cache where it holds one."""
    return cached("compiled", fingerprint_of([base.digest.encode()]), CompiledBase, lambda: _compile(base))


def _compile(base: FactBase) -> CompiledBase:
    from kzfacts.language.compiling import compile_vocabulary  # only needed when nothing is cached

    texts = [text for fact in base.facts for text in (fact.claim, *fact.paraphrases)]
    compiled = compile_vocabulary(base.entities.values(), base.concepts.values(), texts)
    vocabulary = Vocabulary(compiled)
    facts: list[int] = []
    wrong: list[bool] = []
    rows: list[list[Reading]] = []
    for position, fact in enumerate(base.facts):
        for wordings, misstated in (
            ((fact.claim, *fact.paraphrases), False),
            *(((m,), True) for m in fact.misstatements),
        ):
            facts.append(position)
            wrong.append(misstated)
            rows.append([read(text, vocabulary) for text in wordings])
    postings: dict[str, list[int]] = defaultdict(list)
    for entry, readings in enumerate(rows):
        told = gather_fact(base.facts[facts[entry]], readings, wrong[entry], vocabulary).told
        for key in (*told, *_value_keys(base.facts[facts[entry]], readings)):
            if key[:2] != "p:":
                postings[key].append(entry)
    encode = msgspec.msgpack.encode
    keys = sorted(postings)
    return CompiledBase(
        compiled,
        facts,
        wrong,
        Rows.of(encode(row) for row in rows),
        keys,
        Rows.of(encode(postings[key]) for key in keys),
        [sum(unit.kind in ("word", "name") and unit.role != "generic" for unit in row[0].units) for row in rows],
        find_versions(base.facts),
    )


def _value_keys(fact: Fact, readings: list[Reading]) -> set[str]:
    """Return the keys of the fact's date, of the numbers and dates in its wordings, and of who held the office."""
    most = TERM_YEARS if fact.kind in LASTING_KINDS else MOST_YEARS
    keys = set(span_keys(parse_edtf(fact.when), most))
    keys.update(key for reading in readings for unit in reading.units for key in value_keys(unit))
    if fact.kind == "office":
        keys.update(HOLDER + entity_key(name) for name in fact.taking_part("holder"))
    return keys


def decode_readings(base: CompiledBase, entry: int) -> list[Reading]:
    """Return the readings of an entry."""
    return _READINGS.decode(base.readings[entry])


def gather_fact(fact: Fact, readings: list[Reading], wrong: bool, vocabulary: Vocabulary) -> FactReading:
    """Return what wordings of ``fact`` tell, with the fact's date, attribution and participants."""
    names = [entity_key(fact.attributed_to)] if fact.attributed_to else []
    names.extend(entity_key(name) for role in fact.participants for name in fact.taking_part(role))
    limit = "" if wrong else _LIMITS.get(fact.certainty, "")
    term = parse_term(fact.when) if fact.kind in LASTING_KINDS else None
    circumstances = Circumstances(parse_edtf(fact.when), names, limit, term, office=fact.kind == "office")
    return gather(readings, vocabulary, circumstances)
