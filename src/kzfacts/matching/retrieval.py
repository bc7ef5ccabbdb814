"""Which facts to compare a statement with: rare shared keys first.

An inverted index over the keys that the facts' wordings tell (entities, concepts, stems), weighted by inverse
document frequency: of the measured ways to find the right entry, idf-weighted words did far better than a plain
string ratio (docs/design.md has the figures). Misspellings were put right while reading, by rapidfuzz.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

import msgspec

from kzfacts.factbase.edtf import DateSpan
from kzfacts.factbase.rows import Rows
from kzfacts.language.reading import Reading, Unit, UnitKind
from kzfacts.language.vocabulary import Vocabulary, office_key
from kzfacts.matching.aspects.extent import names_an_office

COMMON, MANY, FEW = 3, 50, 3
"""A key in more than a third of many entries is passed over, unless the statement has but a few units."""
HOLDER = "h:"
"""What the key of a person begins with under which the facts on the person's own offices are found."""
MOST_YEARS, TERM_YEARS = 5, 60
"""A longer span tells facts apart no more; what lasts is found by every year of it."""
WIDE = 12
"""A key that more than a twelfth of many entries have brings in no entry that has nothing rarer of the statement."""
PER_UNIT = 0.15
"""What each word and name of a claim takes from its score: of two that have all, the shorter is meant."""
KEPT = 256
"""For how many words and names what was found of late is kept."""
DEPTH = 80
"""How many entries a search returns: enough to pick facts and misstatements from."""


_ENTRIES = msgspec.msgpack.Decoder(list[int])


def value_keys(unit: Unit) -> list[str]:
    """Return the keys by which a number or date is found: its value, its years and its month."""
    if unit.quantity is not None and unit.quantity.exact:
        return [f"#:{unit.quantity.low:g}"]
    span = unit.date.span if unit.date is not None and unit.date.year else None
    return span_keys(span) if span is not None else []


def span_keys(span: DateSpan, most: int = MOST_YEARS) -> list[str]:
    """Return a key for each year of a span of at most so many, and one for the month where it lies within one.

    A span without an end counts for ``most`` years.
    """
    start, end = span.start, span.end
    if start is None or (end is None and most <= MOST_YEARS):
        return []
    last = end.year if end is not None else start.year + most - 1
    if last - start.year >= most:
        return []
    keys = [f"y:{year}" for year in range(start.year, last + 1)]
    same_month = end is not None and (start.year, start.month) == (end.year, end.month)
    return [*keys, f"y:{start.year}-{start.month:02}"] if same_month else keys


class Index:
    """Postings from keys to entries, with the weight of each key."""

    def __init__(self, keys: Sequence[str], postings: Rows, sizes: Sequence[int]) -> None:
        """Take the sorted keys, the entries of each (list[int] in msgpack), and the length of each entry's claim."""
        size = len(sizes)
        self._sizes = sizes
        self._keys = keys
        self._postings = postings
        self._size = size
        self._weighed: dict[str, tuple[float, dict[int, float]]] = {}
        self._highest = math.log(1 + size)
        self._common = max(size // COMMON, MANY)
        self._wide = max(size // WIDE, MANY)
        self._costs = [PER_UNIT * size for size in sizes]
        self._kept = lru_cache(KEPT)(self._found)

    def search(self, statement: Reading, vocabulary: Vocabulary) -> list[tuple[int, float]]:
        """Return the entries nearest to ``statement`` as (position, share of its weight), best first.

        Numbers and dates that an entry has, too, put it before its like: the 18th round before the 17th.
        """
        total = 0.0
        told: list[dict[int, float]] = []
        for unit in statement.units:
            if unit.kind not in ("word", "name") or unit.role == "generic":
                continue
            best, found = self._find(unit, vocabulary)
            if best and len(found) > self._common and len(statement.units) > FEW:
                continue  # nearly every entry has it
            total += best or self._highest
            told.append(found)
        if not total:
            return []
        scores: dict[int, float] = {}
        for found in sorted(told, key=len):
            _add(found, scores, new=len(found) <= self._wide or not scores)
        for weights in self._bonuses(statement):
            _add(weights, scores, new=False)
        return [(position, min(1.0, score / total)) for position, score in self._best_first(scores)]

    def _best_first(self, scores: Mapping[int, float]) -> list[tuple[int, float]]:
        """Return the first entries: by the score, less a little for what the claim has besides; then by position."""
        if not scores:
            return []
        costs, sizes = self._costs, self._sizes
        ranks = [costs[position] - score for position, score in scores.items()]
        last = sorted(ranks)[min(len(ranks), DEPTH) - 1]
        first = [(rank, sizes[at], at) for rank, at in zip(ranks, scores, strict=True) if rank <= last]
        return [(position, scores[position]) for _, _, position in sorted(first)[:DEPTH]]

    def _bonuses(self, statement: Reading) -> Iterator[Mapping[int, float]]:
        """Yield what entries gain by a number or date, and facts on offices by who is said to be in one."""
        in_office = names_an_office(statement)
        for unit in statement.units:
            if unit.kind in ("date", "number"):
                yield from (self._weigh(key)[1] for key in value_keys(unit))
            elif in_office and unit.kind == "name":
                for key in unit.keys:
                    yield dict.fromkeys(self._weigh(HOLDER + key)[1], self._highest)
        if in_office:
            for left, right in pairwise(statement.units):
                yield from (self._weigh("o:" + office_key(*pair))[1] for pair in _offices(left, right))

    def _find(self, unit: Unit, vocabulary: Vocabulary) -> tuple[float, dict[int, float]]:
        """Return what `_found` does for a unit."""
        return self._kept(unit.kind, unit.keys, vocabulary)

    def _found(self, kind: UnitKind, keys: tuple[str, ...], vocabulary: Vocabulary) -> tuple[float, dict[int, float]]:
        """Return the weight of a unit's rarest key and, for each entry that has a key of it, the weight found.

        The dictionary is not to be changed.
        """
        seats = vocabulary.compiled.seats
        keys = (*keys, *(seats[key] for key in keys if key in seats)) if kind == "name" else keys
        weighed = sorted((self._weigh(key) for key in keys), key=itemgetter(0))
        found: dict[int, float] = {}
        for _, weights in weighed:  # the rarest last, so that it counts where an entry has several
            found = found | weights if found else weights
        best = weighed[-1][0] if weighed else 0.0
        return best, found

    def rarity(self, unit: Unit, vocabulary: Vocabulary) -> float:
        """Return how rare the rarest key of a unit is, from 0 (no entry has it) to 1 (but one has)."""
        return self._find(unit, vocabulary)[0] / self._highest

    def _weigh(self, key: str) -> tuple[float, dict[int, float]]:
        """Return the weight of a key, by itself and for each entry that has it; the dictionary is not to be changed."""
        known = self._weighed.get(key)
        if known is None:
            place = bisect_left(self._keys, key)
            if place == len(self._keys) or self._keys[place] != key:
                return 0.0, {}
            entries = _ENTRIES.decode(self._postings[place])
            weight = math.log(1 + self._size / len(entries))
            known = self._weighed[key] = (weight, dict.fromkeys(entries, weight))
        return known


def _offices(left: Unit, right: Unit) -> Iterator[tuple[str, str]]:
    """Yield the offices that two units side by side may name, as country or body and title: "Iran's president"."""
    for name, word in ((left, right), (right, left)):
        if name.kind == "name" and word.kind == "word":
            yield from ((of, title) for of in name.keys for title in word.keys if title.startswith("c:"))


def _add(weights: Mapping[int, float], scores: dict[int, float], *, new: bool) -> None:
    """Add weights to scores; where ``new`` is false, only to those of entries that have one already."""
    sums = {position: scores[position] + weights[position] for position in scores.keys() & weights.keys()}
    if new:
        scores.update(weights)
    scores.update(sums)
