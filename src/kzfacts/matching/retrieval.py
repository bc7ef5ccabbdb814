"""Which facts to compare a statement with: rare shared keys first.

An inverted index over the keys that the facts' wordings tell (entities, concepts, stems), weighted by inverse
document frequency: of the measured ways to find the right entry, idf-weighted words did far better than a plain
string ratio (docs/design.md has the figures). Misspellings were put right while reading, by rapidfuzz.
"""

from __future__ import annotations

import math
from collections import defaultdict

from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary


class Index:
    """Postings from keys to entries, with the weight of each key."""

    def __init__(self, postings: dict[str, list[int]], size: int) -> None:
        self._postings = postings
        self._idf = {key: math.log(1 + size / len(found)) for key, found in postings.items()}
        self._highest = math.log(1 + size)

    def search(self, statement: Reading, vocabulary: Vocabulary) -> list[tuple[int, float]]:
        """Return all entries that share a key with ``statement`` as (position, share of its weight), best first."""
        scores: dict[int, float] = defaultdict(float)
        total = 0.0
        for unit in statement.units:
            if unit.kind not in ("word", "name") or unit.role == "generic":
                continue
            best, found = self._find(unit, vocabulary)
            total += best or self._highest
            for position, weight in found.items():
                scores[position] += weight
        if not total:
            return []
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        return [(position, min(1.0, score / total)) for position, score in ranked]

    def _find(self, unit: Unit, vocabulary: Vocabulary) -> tuple[float, dict[int, float]]:
        """Return the weight of a unit's rarest key and, for each entry that has a key of it, the weight found."""
        seats = vocabulary.compiled.seats
        keys = (*unit.keys, *(seats[key] for key in unit.keys if key in seats)) if unit.kind == "name" else unit.keys
        best = 0.0
        found: dict[int, float] = {}
        for key in keys:
            weight = self._idf.get(key, 0.0)
            best = max(best, weight)
            for position in self._postings.get(key, ()):
                if weight > found.get(position, 0.0):
                    found[position] = weight
        return best, found
