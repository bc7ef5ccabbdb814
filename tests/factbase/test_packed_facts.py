"""`PackedFacts`: a sequence that decodes a fact when it is asked for, and but once."""

from __future__ import annotations

import msgspec
import pytest

from kzfacts.factbase import Citation, Fact, FactBase
from kzfacts.factbase.base import PackedFacts

FACTS = [Fact(name, f"Claim {name}.", "2014", (Citation("s"),), paraphrases=(f"So {name}.",)) for name in "abc"]


def packed(facts: list[Fact]) -> PackedFacts:
    return PackedFacts([memoryview(msgspec.msgpack.encode(fact)) for fact in facts])


def test_it_is_the_sequence_of_its_facts() -> None:
    facts = packed(FACTS)
    assert len(facts) == 3
    assert list(facts) == FACTS
    assert [facts[0], facts[2], facts[-1]] == [FACTS[0], FACTS[2], FACTS[2]]
    assert facts[1:] == FACTS[1:]
    assert facts[::-1] == FACTS[::-1]
    assert FACTS[1] in facts
    assert facts.index(FACTS[1]) == 1
    assert list(packed([])) == []


@pytest.mark.parametrize("position", [3, -4, 100])
def test_no_fact_beyond_the_ends(position: int) -> None:
    with pytest.raises(IndexError):
        packed(FACTS)[position]


def test_a_fact_is_decoded_when_asked_for() -> None:
    good = memoryview(msgspec.msgpack.encode(FACTS[0]))
    facts = PackedFacts([good, memoryview(b"\xc1")])
    assert facts[0] == FACTS[0]
    with pytest.raises(msgspec.DecodeError):
        facts[1]


def test_a_fact_is_decoded_once() -> None:
    facts = packed(FACTS)
    assert facts[1] is facts[1]
    assert facts[1:2][0] is facts[1]


def test_a_base_keeps_its_facts_packed_in_the_order_of_their_ids() -> None:
    base = FactBase.of(FACTS[::-1])
    assert isinstance(base.facts, PackedFacts)
    assert list(base.facts) == FACTS
    assert base.facts[0] is base.fact("a")
