"""What a concept of the lexicon entails and excludes, as signed literals.

A literal is a key and a sign: ``("c:visit", +1)`` says that there was a visit, ``("c:visit", -1)`` that there
was none. `Lexicon entries <kzfacts.factbase.model.Concept>` give the edges (implication with its
contraposition, alternation, negation, converse); `entailments` follows them a few steps, as the closure of
natural logic's lexical relations (MacCartney & Manning 2007, section 3.4).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kzfacts.factbase.model import Concept

Literal = tuple[str, int]
Edge = tuple[Literal, bool]
EXCLUDED = -2
"""The sign of a key that is denied only because it cannot hold beside what is said (alternation)."""
MAX_STEPS = 3
"""How many edges to follow: word meanings blur with every step."""


def concept_key(concept_id: str) -> str:
    """Return the literal key of a concept."""
    return "c:" + concept_id


def edges(concepts: Iterable[Concept]) -> dict[Literal, list[Edge]]:
    """Return what follows from each literal in one step, and whether the step is an exclusion, which ends a chain."""
    graph: dict[Literal, list[Edge]] = defaultdict(list)
    for concept in concepts:
        key = concept_key(concept.id)
        for wider in concept.implies:
            graph[key, 1].append(((concept_key(wider), 1), False))
            graph[concept_key(wider), -1].append(((key, -1), False))
        for other in concept.opposite:
            graph[key, 1].append(((concept_key(other), -1), True))
            graph[concept_key(other), 1].append(((key, -1), True))
        if concept.negates:
            denied = concept_key(concept.negates)
            for sign in (1, -1):
                graph[key, sign].append(((denied, -sign), False))
                graph[denied, sign].append(((key, -sign), False))
        if concept.converse:
            mirrored = concept_key(concept.converse)
            for sign in (1, -1):
                graph[key, sign].append(((mirrored, sign), False))
                graph[mirrored, sign].append(((key, sign), False))
    return graph


def entailments(concepts: Iterable[Concept]) -> dict[str, dict[str, int]]:
    """Return, for each signed concept (``"+c:visit"``, ``"-c:visit"``), the sign it gives to other keys.

    A key that would get both signs is left out: the lexicon is at odds with itself there.
    """
    concepts = tuple(concepts)
    graph = edges(concepts)
    return {
        ("+" if sign > 0 else "-") + concept_key(concept.id): _closure(graph, (concept_key(concept.id), sign))
        for concept in concepts
        for sign in (1, -1)
    }


def _closure(graph: dict[Literal, list[Edge]], start: Literal) -> dict[str, int]:
    """Return the signs that ``start`` gives to other keys; `EXCLUDED` where it does so by alternation."""
    told: dict[str, int] = {start[0]: start[1]}
    torn: set[str] = set()
    frontier = [start]
    for _ in range(MAX_STEPS):
        following: list[Literal] = []
        for literal in frontier:
            for (key, sign), excludes in graph.get(literal, ()):
                if key not in told:
                    told[key] = EXCLUDED if excludes else sign
                    if not excludes:
                        following.append((key, sign))
                elif (told[key] > 0) != (sign > 0):
                    torn.add(key)
        frontier = following
    return {key: sign for key, sign in told.items() if key not in torn or key == start[0]}
