"""What a score means: fits the points of `kzfacts.matching.confidence`, and shows how well they hold.

    python benchmarks/calibrate.py --table    # of findings with a score, how many are right
    python benchmarks/calibrate.py --trade    # what --min-score gains in precision and costs in recall
    python benchmarks/calibrate.py --points   # the points by themselves
    python benchmarks/calibrate.py --write    # fits them anew, into src/kzfacts/matching/points.py

Fitted on one half of the examples (benchmarks/labelled.py), shown on the other and the claims; ``--claims`` shows them
on tests/data/claims alone. A finding is right where its verdict is the label's. The fit is a logistic regression on the
traits of a proof, with a penalty on high points, where a step can only add: more shared is never less sure.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from labelled import Labelled, statements

from kzfacts import Checker, FactBase, Finding, Verdict
from kzfacts.matching.confidence import START, confidence, traits
from kzfacts.matching.explanation import deciding

VERDICTS = (Verdict.SUPPORTED, Verdict.CONTRADICTED)
PENALTY, ROUNDS = 2.0, 80
EDGES = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 1.01)
MIN_SCORES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97)
POINTS = Path(__file__).parents[1] / "src/kzfacts/matching/points.py"
HEAD = '''"""The points of the scorecard in `kzfacts.matching.confidence`: what each trait of a proof adds, by verdict.

Written by ``python benchmarks/calibrate.py --write`` on {day}, from {count} findings; not to be changed by hand.
"""

from __future__ import annotations

POINTS: dict[str, dict[str, float]] = {{
'''


class Case(NamedTuple):
    """A labelled statement with its finding, and the traits of the answer that decides, none where it is absent."""

    labelled: Labelled
    finding: Finding
    traits: tuple[str, ...]
    score: float
    fitted: bool  # the answer is one that points are for: no wording on record

    @property
    def right(self) -> bool:
        """Whether the verdict is the label's."""
        return self.finding.verdict is self.labelled.expected


def judge_all(base: FactBase) -> list[Case]:
    """Check every labelled statement."""
    checker = Checker(base)
    cases = []
    for labelled in statements(base):
        finding = checker.check(labelled.statement, labelled.as_of)
        if finding.verdict is Verdict.ABSENT:
            cases.append(Case(labelled, finding, (), finding.score, False))
            continue
        heard = checker.hear(labelled.statement, labelled.as_of)
        answer = deciding(heard.whole, heard.parts)
        assert answer is not None
        whole = answer is heard.whole
        found = tuple(traits(answer, whole=whole))
        cases.append(Case(labelled, finding, found, confidence(answer, whole=whole), not answer.judgement.verbatim))
    return cases


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Return the points of each trait, by coordinate descent on the penalised likelihood."""
    having: dict[str, list[int]] = defaultdict(list)
    for place, case in enumerate(cases):
        for trait in case.traits:
            having[trait].append(place)
    right = sum(case.right for case in cases)
    points = dict.fromkeys(sorted(having), 0.0)
    start = math.log((right + 1) / (len(cases) - right + 1))
    logits = [start] * len(cases)
    everywhere = range(len(cases))
    for _ in range(ROUNDS):
        start += _step(cases, logits, everywhere, 0.0, 0.0)
        for trait, places in having.items():
            step = _step(cases, logits, places, points[trait], PENALTY, floor=not trait.startswith("conflict"))
            points[trait] += step
    kept = {trait: round(value, 2) for trait, value in points.items() if abs(value) >= 0.005}
    return {START: round(start, 2), **kept}


def _step(
    cases: Sequence[Case], logits: list[float], places: Sequence[int], value: float, penalty: float, floor: bool = False
) -> float:
    """Move the logits of those that have a trait by one Newton step, not below a ``floor`` of 0; return the step."""
    slope, bend = -penalty * value, penalty
    for place in places:
        likely = 1 / (1 + math.exp(-logits[place]))
        slope += cases[place].right - likely
        bend += likely * (1 - likely)
    step = slope / bend
    if floor:
        step = max(step, -value)
    for place in places:
        logits[place] += step
    return step


def write(cases: Sequence[Case]) -> None:
    """Fit the points on the half that is not held out, and write them."""
    learnt = [case for case in cases if not case.labelled.held_out and case.fitted]
    lines = [HEAD.format(day=date.today().isoformat(), count=len(learnt))]
    for verdict in VERDICTS:
        lines.append(f'    "{verdict}": {{\n')
        points = fit([case for case in learnt if case.finding.verdict is verdict])
        lines += [f'        "{trait}": {value},\n' for trait, value in points.items()]
        lines.append("    },\n")
    POINTS.write_text("".join([*lines, "}\n"]), encoding="utf-8")
    print(f"{POINTS}: fitted on {len(learnt)} findings")


def print_table(cases: Sequence[Case]) -> None:
    """Print the reliability table: by bins of the score, how many findings there are, mean score, share right."""
    print("| score | findings | mean score | right |\n|---|---|---|---|")
    judged = [case for case in cases if case.finding.verdict in VERDICTS]
    off = 0.0
    for low, high in pairwise(EDGES):
        some = [case for case in judged if low <= case.score < high]
        if not some:
            continue
        mean, right = sum(case.score for case in some) / len(some), sum(case.right for case in some) / len(some)
        off += abs(mean - right) * len(some) / len(judged)
        name = f"{low:.2f} to {min(high, 1.0) - 0.01:.2f}" if high <= 1 else f"{low:.2f} and more"
        print(f"| {name} | {len(some):,} | {mean:.2f} | {right:.2f} |")
    mean, right = (sum(values) / len(judged) for values in ([c.score for c in judged], [c.right for c in judged]))
    print(f"| all | {len(judged):,} | {mean:.2f} | {right:.2f} |")
    print(f"\nMean distance of score and share right (expected calibration error): {off:.3f}")


def print_trade(cases: Sequence[Case]) -> None:
    """Print precision and recall of both verdicts by the least score."""
    names = [f"{verdict}, {figure}" for verdict in VERDICTS for figure in ("precision", "recall")]
    print(f"| --min-score | {' | '.join(names)} |\n|{'---|' * (len(names) + 1)}")
    for least in MIN_SCORES:
        figures = []
        for verdict in VERDICTS:
            given = [case for case in cases if case.finding.verdict is verdict and case.score >= least]
            right = sum(case.right for case in given)
            labelled = sum(case.labelled.expected is verdict for case in cases)
            figures += [f"{right / max(1, len(given)):.3f}", f"{right / max(1, labelled):.3f}"]
        print(f"| {least:g} | {' | '.join(figures)} |")


def print_points() -> None:
    """Print the points of both verdicts side by side."""
    from kzfacts.matching.points import POINTS as points

    print("| trait | supported | contradicted |\n|---|---|---|")
    for trait in dict.fromkeys(trait for table in points.values() for trait in table):
        cells = [f"{table[trait]:+.2f}" if trait in table else "" for table in points.values()]
        print(f"| {trait} | {' | '.join(cells)} |")


def main() -> None:
    """Do what the options say."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--table", "--trade", "--points", "--write", "--claims"):
        parser.add_argument(option, action="store_true")
    options = parser.parse_args()
    if options.points:
        print_points()
        return
    cases = judge_all(FactBase.load())
    if options.write:
        write(cases)
        return
    held_out = [case for case in cases if not case.labelled.fact_id or not options.claims]
    if not options.claims:
        held_out = [case for case in held_out if case.labelled.held_out]
    if options.table or not options.trade:
        print_table(held_out)
    if options.trade:
        print_trade(held_out)


if __name__ == "__main__":
    main()
