"""Prose of which the record is silent stays clean; `benchmarks/clean.py` checks all of it, and the facts too."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kzfacts import Checker, FactBase, Finding, Verdict

PROSE = Path(__file__).parent / "data" / "clean"
SAMPLE, SEED = 300, 20_141_226
MOST_CONTRADICTED, MOST_SUPPORTED = 1, 2
"""Of the sample: the shares measured over all the prose, 3 and 5 in 1,000, rounded up."""


def prose() -> list[str]:
    """Return every sentence: one a line, ``#`` begins a comment."""
    lines = (line.strip() for path in sorted(PROSE.glob("*.txt")) for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    """Return what the shipped record says of a sample that is always the same."""
    checker = Checker(FactBase.load())
    return [checker.check(sentence) for sentence in random.Random(SEED).sample(prose(), SAMPLE)]


def statements(findings: list[Finding], verdict: Verdict) -> list[str]:
    return [f"{finding.statement} {finding.message}" for finding in findings if finding.verdict is verdict]


def test_there_is_enough_of_it_and_no_sentence_twice() -> None:
    sentences = prose()
    assert len(sentences) >= 2_200
    assert len(set(sentences)) == len(sentences)


def test_hardly_a_sentence_is_contradicted(findings: list[Finding]) -> None:
    contradicted = statements(findings, Verdict.CONTRADICTED)
    assert len(contradicted) <= MOST_CONTRADICTED, contradicted


def test_hardly_a_sentence_is_supported(findings: list[Finding]) -> None:
    supported = statements(findings, Verdict.SUPPORTED)
    assert len(supported) <= MOST_SUPPORTED, supported
