"""Every transformation of tests/metamorphic over every shipped fact, and how often the verdict is as it must be.

    python benchmarks/metamorphic.py [NAME ...] [--failures] [--examples N] [--sample N]

Without names all of them. The same on every run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from math import floor
from pathlib import Path

sys.path = [str(Path(__file__).parents[1] / "tests"), *sys.path[1:]]  # this file bears the name of that package

from metamorphic.measuring import Trial, Trials, share  # noqa: E402
from metamorphic.table import BY_NAME  # noqa: E402
from metamorphic.world import World  # noqa: E402

from kzfacts import Checker, FactBase  # noqa: E402

GOAL = 0.98


def main() -> None:
    """Measure and print."""
    options = parsed()
    base = FactBase.load()
    trials = Trials(Checker(base), World(base))
    print(f"{'transformation':30} {'must be':36} {'applied':>7} {'held':>7} {'share':>6}")
    for transformation in [BY_NAME[name] for name in options.names or BY_NAME]:
        if options.sample:
            tried = trials.sample(transformation, options.sample)
        else:
            tried = list(trials.of(transformation, base.facts))
        print(row(transformation.name, transformation.expected, tried), flush=True)
        list_examples(tried, options.examples)
        for trial in tried if options.failures else ():
            if not trial.holds:
                print(described(trial))


def parsed() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = ", ".join(BY_NAME)
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[[], *BY_NAME], help=f"one or more of {names}")
    parser.add_argument(
        "--failures",
        action="store_true",
        help="list what does not hold: fact, verdicts before and after, the fact that decided, both sentences",
    )
    parser.add_argument(
        "--examples", type=int, default=0, metavar="N", help="also list N sentences of each before and after it"
    )
    parser.add_argument(
        "--sample",
        type=int,
        default=0,
        metavar="N",
        help="try each on N sentences only, those that the test suite takes for this N (default: on every fact)",
    )
    return parser.parse_args()


def row(name: str, expected: str, tried: Sequence[Trial]) -> str:
    """Return a row of the table; "<" marks a share under the goal."""
    held, part = sum(trial.holds for trial in tried), share(list(tried))
    low = "" if part >= GOAL else " <"
    return f"{name:30} {expected:36} {len(tried):7} {held:7} {floor(part * 1000) / 1000:6.3f}{low}"


def list_examples(tried: Sequence[Trial], count: int) -> None:
    """Print some changed sentences, evenly spread."""
    for trial in tried[:: max(1, len(tried) // count)] if count else ():
        print(f"    {trial.sentence.text}\n    -> {trial.changed}\n")


def described(trial: Trial) -> str:
    """Return what does not hold, in three lines."""
    fact = trial.finding.fact
    by = f" by {fact.id}" if fact else ""
    before = f"{trial.before.verdict} -> " if trial.before else ""
    changed = trial.changed.replace("\n", "\\n")
    verdict = f"{trial.sentence.fact.id}: {before}{trial.finding.verdict}{by}: {trial.finding.message}"
    return f"  {verdict}\n    {trial.sentence.text}\n    -> {changed}"


if __name__ == "__main__":
    main()
