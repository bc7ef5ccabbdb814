"""One statement against one given text, in place of the fact base."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kzfacts.factbase import Fact, FactBase
from kzfacts.finding import Finding
from kzfacts.language.reader import read
from kzfacts.language.text import REMEMBERED
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.comparison import compare
from kzfacts.matching.compilation import compile_base
from kzfacts.matching.explanation import Answer, explain
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.gathering import gather
from kzfacts.matching.proof import Policy

PAIR_POLICY = Policy(
    support=0.45,
    figured=0.3,
    ended=0.7,
    strangers=2,
    contradict=0.4,
    wording=0.0,
    matched=0.5,
    words=0,
    same_matter=True,
)
"""The text is known to be about the matter of the statement."""


def judge(statement: str, fact_text: str, as_of: date | None = None) -> Finding:
    """Judge ``statement`` by ``fact_text`` alone, with the shipped names and lexicon but no fact base.

    The text is taken to be on the same matter, as in the claim and evidence pairs of FEVER and VitaminC (Schuster and
    others 2021), so less is asked of it than of a fact. Its finding names a fact with the id "evidence" and no source.

    >>> judge("The ministry held 30 briefings.", "The ministry held 80 briefings in 2014.").verdict
    <Verdict.CONTRADICTED: 'contradicted'>
    """
    vocabulary = _shipped_vocabulary()
    reading = read(statement, vocabulary, as_of)
    evidence = _evidence(fact_text)
    fact = Fact(id="evidence", claim=fact_text, when="", citations=())
    answer = Answer(reading, fact, compare(reading, evidence, fact, vocabulary, PAIR_POLICY))
    return explain(statement, answer, [], (), None)


@lru_cache(REMEMBERED)
def _evidence(text: str) -> FactReading:
    """Return what one given text tells; the last ones are remembered, for several statements on one text."""
    vocabulary = _shipped_vocabulary()
    return gather((read(text, vocabulary),), vocabulary)


@lru_cache(maxsize=1)
def _shipped_vocabulary() -> Vocabulary:
    return Vocabulary(compile_base(FactBase.shipped_language()).vocabulary)
