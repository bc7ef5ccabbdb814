"""Is the right fact among the first candidates? Finding measured apart from judging.

    python benchmarks/retrieval.py [--misses]

The queries are the examples that a fact supports or contradicts, the fact itself is the one to be found among all facts
of the base. ``--misses`` lists those that are not among the first five, with their class:

- other holder: the fact is on who held an office, and the statement names another person for it;
- other fact: another fact gives the right verdict;
- no common words: the fact is not among the entries that a search returns at all;
- outranked: the rest; like facts come first.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from labelled import Labelled, statements

from kzfacts import Checker, FactBase, Verdict
from kzfacts.language.reader import read

RANKS = (1, 3, 5, 8, 10)
WANTED = 5


class Found(NamedTuple):
    """A labelled statement with the rank of its own fact, from 1; 0 where it was not found."""

    labelled: Labelled
    rank: int
    with_misstatements: int  # the rank where a misstatement stands for its fact
    right: bool  # the verdict is the label's

    def within(self, most: int) -> bool:
        """Say whether the fact is among the first so many."""
        return 0 < self.rank <= most


def search_all(base: FactBase, checker: Checker) -> Iterator[Found]:
    """Yield the rank of the own fact of each example that is supported or contradicted."""
    for labelled in statements(base):
        if not labelled.fact_id or labelled.expected is Verdict.ABSENT:
            continue
        entries = checker.entries(labelled.statement, labelled.as_of)
        plain = [fact.id for fact, wrong in entries if not wrong]
        every = list(dict.fromkeys(fact.id for fact, _ in entries))
        right = checker.check(labelled.statement, labelled.as_of).verdict is labelled.expected
        yield Found(labelled, _rank(labelled.fact_id, plain), _rank(labelled.fact_id, every), right)


def _rank(fact_id: str, ids: list[str]) -> int:
    return ids.index(fact_id) + 1 if fact_id in ids else 0


def miss_class(found: Found, base: FactBase, checker: Checker) -> str:
    """Return why the own fact is not among the first, as the docstring has it."""
    fact = base.fact(found.labelled.fact_id)
    if fact.kind == "office":
        people = {entity.id for entity in base.entities.values() if entity.kind == "person"}
        reading = read(found.labelled.statement, checker.vocabulary)
        named = {key[2:] for unit in reading.units if unit.kind == "name" for key in unit.keys} & people
        if named and named.isdisjoint(fact.participants.values()):
            return "other holder"
    if found.right:
        return "other fact"
    return "outranked" if found.rank else "no common words"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    base = FactBase.load()
    checker = Checker(base)
    every = list(search_all(base, checker))
    print(f"| of {len(every):,} examples | {' | '.join(f'first {rank}' for rank in RANKS)} |")
    print(f"|{'---|' * (len(RANKS) + 1)}")
    for verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED):
        print(
            row(
                f"own fact, {verdict}",
                [[one.within(r) for one in every if one.labelled.expected is verdict] for r in RANKS],
            )
        )
    print(row("own fact, both", [[one.within(rank) for one in every] for rank in RANKS]))
    print(
        row(
            "own fact or its misstatement",
            [[0 < one.with_misstatements <= r or one.within(r) for one in every] for r in RANKS],
        )
    )
    print(
        row("own fact, or another that answers rightly", [[one.right or one.within(r) for one in every] for r in RANKS])
    )
    misses = [(miss_class(one, base, checker), one) for one in every if not one.within(WANTED)]
    print(f"\n| own fact not among the first {WANTED} | examples |\n|---|---|")
    for name, count in Counter(name for name, _ in misses).most_common():
        print(f"| {name} | {count} |")
    for name, one in sorted(misses) if options.misses else ():
        print(f"{name}: {one.rank or '-'} {one.labelled.fact_id}: {one.labelled.statement}")


def row(name: str, hits: list[list[bool]]) -> str:
    """Return a row of the table: the share of hits by rank."""
    return f"| {name} | {' | '.join(f'{sum(some) / len(some):.3f}' for some in hits)} |"


if __name__ == "__main__":
    main()
