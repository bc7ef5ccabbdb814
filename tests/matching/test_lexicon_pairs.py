"""The lexicon on minimal pairs: statement and fact differ in one word or idiom, and the verdict hangs on it.

``tests/data/lexicon-pairs.tsv`` holds the pairs, a class of meaning under each heading: statement, fact, verdict.
`judge` takes the fact to be about the statement's matter, so that it supports what is mostly said; what a fact
leaves open shows under the policy for a fact base.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kzfacts.evidence import judge
from kzfacts.factbase import Fact, FactBase
from kzfacts.finding import Verdict
from kzfacts.language.reader import read
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.comparison import compare
from kzfacts.matching.compilation import compile_base
from kzfacts.matching.gathering import gather
from kzfacts.matching.proof import FLIPPED, Policy

TABLE = Path(__file__).parents[1] / "data" / "lexicon-pairs.tsv"
RIGHT = 0.9
"""The share of pairs that must come out as labelled."""


class Pair(NamedTuple):
    """A statement, the fact it is held against, the verdict expected, and the class of meaning it tests."""

    statement: str
    fact: str
    verdict: Verdict
    topic: str


def pairs() -> list[Pair]:
    """Return the pairs of the table."""
    found, topic = [], ""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            topic = line.lstrip("# ")
        else:
            statement, fact, verdict = line.split("\t")
            found.append(Pair(statement, fact, Verdict(verdict), topic))
    return found


def in_fact_base(pair: Pair) -> Verdict:
    """Judge a pair as a fact base would: nothing is known to be about the statement's matter."""
    vocabulary = shipped_vocabulary()
    fact = Fact(id="evidence", claim=pair.fact, when="", citations=())
    evidence = gather((read(pair.fact, vocabulary),), vocabulary)
    return compare(read(pair.statement, vocabulary), evidence, fact, vocabulary, Policy()).verdict


@cache
def shipped_vocabulary() -> Vocabulary:
    return Vocabulary(compile_base(FactBase.shipped_language()).vocabulary)


def shown(failures: Sequence[tuple[Pair, Verdict]]) -> str:
    return "\n".join(
        f"[{pair.topic}] {pair.statement} // {pair.fact}: {got}, not {pair.verdict}" for pair, got in failures
    )


def test_the_table_is_wide() -> None:
    table = pairs()
    assert len({(pair.statement, pair.fact) for pair in table}) == len(table) >= 300
    assert {pair.verdict for pair in table} == set(Verdict)


def test_most_pairs_come_out_right() -> None:
    table = pairs()
    failures = [(pair, got) for pair in table if (got := judge(pair.statement, pair.fact).verdict) is not pair.verdict]
    assert len(failures) <= (1 - RIGHT) * len(table), shown(failures)


def test_no_pair_comes_out_as_its_opposite() -> None:
    decided = [pair for pair in pairs() if pair.verdict is not Verdict.ABSENT]
    failures = [
        (pair, got) for pair in decided if (got := judge(pair.statement, pair.fact).verdict) is FLIPPED[pair.verdict]
    ]
    assert not failures, shown(failures)


def test_a_fact_base_says_nothing_of_what_a_fact_leaves_open() -> None:
    left_open = [pair for pair in pairs() if pair.verdict is Verdict.ABSENT]
    failures = [(pair, got) for pair in left_open if (got := in_fact_base(pair)) is not Verdict.ABSENT]
    assert len(failures) <= (1 - RIGHT) * len(left_open), shown(failures)


def test_a_fact_base_turns_no_verdict_round() -> None:
    decided = [pair for pair in pairs() if pair.verdict is not Verdict.ABSENT]
    failures = [(pair, got) for pair in decided if (got := in_fact_base(pair)) is FLIPPED[pair.verdict]]
    assert not failures, shown(failures)
