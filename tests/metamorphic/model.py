"""What a transformation is: a rule that changes a fact's own sentence, and the verdict that must come of it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from random import Random
from typing import Literal, NamedTuple

import msgspec

from kzfacts import Fact, Finding, Verdict
from metamorphic.world import World


class Sentence(NamedTuple):
    """A wording of a fact: its claim, one of its paraphrases or one of its misstatements."""

    text: str
    fact: Fact


Transform = Callable[[Sentence, World, Random], str | None]
"""Returns the changed sentence, or None where the rule does not apply; draws from the generator alone."""


class Expectation(StrEnum):
    """What must be said of the changed sentence."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    ABSENT = "absent"
    NOT_SUPPORTED = "not supported"
    NOT_BY_ITSELF = "not supported by the fact itself"  # another fact may bear it out
    UNCHANGED = "the same verdict as before"  # or supported, which is right of every claim


class Transformation(msgspec.Struct, frozen=True):
    """A named rule; ``of`` says which wordings of a fact it changes."""

    name: str
    family: str
    transform: Transform
    expected: Expectation
    of: Literal["claim", "paraphrases", "misstatements"] = "claim"


def wordings(transformation: Transformation, fact: Fact) -> tuple[Sentence, ...]:
    """Return the sentences of a fact that a transformation changes."""
    texts = {"claim": (fact.claim,), "paraphrases": fact.paraphrases, "misstatements": fact.misstatements}
    return tuple(Sentence(text, fact) for text in texts[transformation.of])


def holds(expected: Expectation, finding: Finding, sentence: Sentence, before: Finding | None) -> bool:
    """Say whether the finding on the changed sentence is as expected.

    ``before`` is that on the sentence itself, needed for `Expectation.UNCHANGED` alone.
    """
    match expected:
        case Expectation.UNCHANGED:
            return finding.verdict is Verdict.SUPPORTED or (before is not None and finding.verdict is before.verdict)
        case Expectation.NOT_SUPPORTED:
            return finding.verdict is not Verdict.SUPPORTED
        case Expectation.NOT_BY_ITSELF:
            by_itself = finding.fact is not None and finding.fact.id == sentence.fact.id
            return finding.verdict is not Verdict.SUPPORTED or not by_itself
        case _:
            return finding.verdict == expected.value
