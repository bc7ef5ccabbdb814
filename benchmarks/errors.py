"""Where wrong verdicts on examples come from: a count by class.

    python benchmarks/errors.py [--list CLASS]

Each example with a wrong verdict, those marked open among them, is judged once more by its own fact alone. The first
of these that is so is its class:

- retrieval: the own fact is not among the candidates that are compared with the statement;
- decision: the own fact alone gives the right verdict, and another fact or the choice among several takes it away; or
  pieces that the fact leaves open were light enough to let a wrong "supported" pass; or a conflict is seen, as wanted,
  but what is shared is not enough, or too much else is open, for "contradicted";
- relation: a conflict is read where there is none, or none of the pieces is open and no conflict seen where there is
  one: two aligned pieces are related wrongly;
- reading: a name, number or date is left open ("the record does not say"), though the fact has what answers it;
- alignment: a word is left open, which means what a word of the fact means;
- limit: every piece agrees, but a limit of the fact (a plan, somebody's words, a list, a term) keeps it open.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict

from labelled import Labelled, statements

from kzfacts import Checker, FactBase, Verdict
from kzfacts.matching.link import Link
from kzfacts.matching.proof import Judgement
from kzfacts.matching.single_facts import CANDIDATES

CLASSES = ("retrieval", "reading", "alignment", "relation", "decision", "limit")
VALUES = ("name", "number", "date")


def error_class(labelled: Labelled, got: Verdict, candidates: list[str], own: Judgement) -> str:
    """Return the class of a wrong verdict by what the own fact alone makes of the statement."""
    if labelled.fact_id not in candidates:
        return "retrieval"
    if own.verdict is labelled.expected:
        return "decision"
    links = [link for link in own.links if link.unit is not None]
    left = [link for link in links if not link.agrees and not link.conflicts]
    if got is Verdict.SUPPORTED:
        return "decision" if left else "relation"
    if got is Verdict.CONTRADICTED:
        return "relation"
    if labelled.expected is Verdict.CONTRADICTED and own.conflicts:
        return "decision"
    if own.conflicts:
        return "relation"
    return _what_is_open(left, labelled.expected)


def _what_is_open(left: list[Link], expected: Verdict) -> str:
    """Return the class of a wrong "absent" by the pieces that the fact leaves open."""
    if any(link.aspect in VALUES for link in left):
        return "reading"
    if left:
        return "alignment"
    return "relation" if expected is Verdict.CONTRADICTED else "limit"


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", choices=CLASSES, metavar="CLASS", help=f"list the errors of a class: {CLASSES}")
    options = parser.parse_args()
    base = FactBase.load()
    checker = Checker(base)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    total = 0
    for labelled in statements(base):
        if not labelled.fact_id:
            continue
        total += 1
        finding = checker.check(labelled.statement, labelled.as_of)
        if finding.verdict is labelled.expected:
            continue
        entries = checker.entries(labelled.statement, labelled.as_of)
        candidates = [fact.id for fact, wrong in entries if not wrong][:CANDIDATES]
        candidates += [fact.id for fact, wrong in entries if wrong][:CANDIDATES]
        own = checker.judged_by(labelled.fact_id, labelled.statement, labelled.as_of)
        name = error_class(labelled, finding.verdict, candidates, own)
        counts[f"{labelled.expected}, found {finding.verdict}"][name] += 1
        if name == options.list:
            print(f"{labelled.expected} -> {finding.verdict} [{labelled.fact_id}] {labelled.statement}")
            print(f"   {finding.message}")
    print_counts(counts, total)


def print_counts(counts: dict[str, Counter[str]], total: int) -> None:
    """Print the table."""
    wrong = sum(counter.total() for counter in counts.values())
    print(f"| of {total:,} examples {wrong:,} wrong | {' | '.join(CLASSES)} | all |\n|{'---|' * (len(CLASSES) + 2)}")
    for name, counter in sorted(counts.items(), key=lambda pair: -pair[1].total()):
        print(f"| {name} | {' | '.join(str(counter[each]) for each in CLASSES)} | {counter.total()} |")
    together: Counter[str] = sum(counts.values(), Counter())
    print(f"| all | {' | '.join(str(together[each]) for each in CLASSES)} | {wrong} |")


if __name__ == "__main__":
    main()
