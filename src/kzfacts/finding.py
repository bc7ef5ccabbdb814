"""What comes out of a check: a `Finding` with its verdict, its fact and its proof.

Offsets are code points from 0 in the statement as the user typed it, ends exclusive; scores run from
0 to 1. Relations are those of natural logic (MacCartney & Manning 2007).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec

from kzfacts.factbase.model import Fact


class Verdict(StrEnum):
    """The three answers, as FEVER's SUPPORTS, REFUTES and NOT ENOUGH INFO."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    ABSENT = "absent"


class Relation(StrEnum):
    """How a piece of the statement relates to its counterpart in the fact."""

    EQUIVALENCE = "equivalence"
    FORWARD_ENTAILMENT = "forward entailment"  # the statement says more than the fact
    REVERSE_ENTAILMENT = "reverse entailment"  # the fact entails the statement
    NEGATION = "negation"
    ALTERNATION = "alternation"
    COVER = "cover"  # of the seven by MacCartney & Manning; no aspect gives it
    INDEPENDENCE = "independence"


class Span(msgspec.Struct, frozen=True):
    """A piece of the statement: ``text`` from ``start`` to ``end`` (code points from 0)."""

    text: str
    start: int
    end: int


class Step(msgspec.Struct, frozen=True):
    """One line of a proof: an aspect, the two aligned pieces and how they relate.

    ``statement`` is None where the fact says something the statement leaves out, ``fact`` is empty where
    nothing in the fact answers the statement.
    """

    aspect: str  # number, date, name, role, polarity, modality, scope, word ...
    relation: Relation
    statement: Span | None
    fact: str
    note: str = ""


class Suggestion(msgspec.Struct, frozen=True):
    """What to write in the place of the one value in conflict: ``start`` to ``end`` (code points from 0)."""

    start: int
    end: int
    replacement: str


class Related(msgspec.Struct, frozen=True):
    """A fact near the statement; ``score`` is the share of the statement's weight that its wordings have (0 to 1)."""

    fact: Fact
    score: float


Bearing = Literal["disputes", "refines", "is less exact"]
"""How another fact bears on the one that decides: a rival version, or the same told more or less exactly."""


class Beside(msgspec.Struct, frozen=True):
    """A fact to read beside the one that decides; ``value`` is what it has in the place of the statement's, if any."""

    fact: Fact
    bearing: Bearing
    value: str = ""


class Finding(msgspec.Struct, frozen=True):
    """The answer to one statement.

    ``score`` of a supported or contradicted one is the probability that it is right (`kzfacts.matching.confidence`).
    That of an absent one tells how far the record is from the statement: from 0.5, where a fact speaks to all of it and
    yet settles nothing, to 1, where none speaks to any of it; below 0.5 where a verdict was withheld for its low score.
    ``fact`` is None when the verdict is absent; ``suggestion`` is None unless exactly one value is in
    conflict. For a statement of several parts, ``fact`` is the one that decides and ``message`` names the
    others. ``beside`` are other facts on the same thing, by sources that disagree or are more exact.
    """

    statement: str
    verdict: Verdict
    score: float
    message: str
    fact: Fact | None = None
    proof: tuple[Step, ...] = ()
    suggestion: Suggestion | None = None
    related: tuple[Related, ...] = ()
    beside: tuple[Beside, ...] = ()
