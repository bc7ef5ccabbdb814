"""Which facts to compare a statement with: rare shared keys first.

An inverted index over the keys that the facts' wordings name (entities, concepts, stems), weighted by inverse
document frequency, as BM25-like weighting found the right entry more often than any plain string ratio (docs/design.md
has the figures). Misspellings were put right while reading, by rapidfuzz.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from kzfacts.language.reading import Reading
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.fact_reading import FactReading


class Index:
    """Postings from keys to facts (positions in the fact base)."""

    def __init__(self, facts: Sequence[FactReading]) -> None:
        self._postings: dict[str, list[int]] = defaultdict(list)
        for position, reading in enumerate(facts):
            for key in reading.told:
                self._postings[key].append(position)
        size = len(facts)
        self._idf = {key: math.log(1 + size / len(found)) for key, found in self._postings.items()}
        self._highest = math.log(1 + size)

    def search(self, statement: Reading, vocabulary: Vocabulary, limit: int) -> list[tuple[int, float]]:
        """Return up to ``limit`` facts as (position, share of the statement's weight found there), best first."""
        scores: dict[int, float] = defaultdict(float)
        total = 0.0
        for unit in statement.units:
            if unit.kind not in ("word", "name") or unit.role == "generic":
                continue
            keys = unit.keys
            if unit.kind == "name":
                keys = (*keys, *(vocabulary.compiled.seats[k] for k in keys if k in vocabulary.compiled.seats))
            best = 0.0
            seen: dict[int, float] = {}
            for key in keys:
                weight = self._idf.get(key, 0.0)
                best = max(best, weight)
                for position in self._postings.get(key, ()):
                    if weight > seen.get(position, 0.0):
                        seen[position] = weight
            total += best or self._highest
            for position, weight in seen.items():
                scores[position] += weight
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]
        return [(position, min(1.0, score / total)) for position, score in ranked] if total else []
