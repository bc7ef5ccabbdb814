"""Speed as a user meets it: a cold check beside a bare import, and statements a second through one process.

The last line sets different statements, in one process, beside a plain fuzzy search of the claims by rapidfuzz.

    python benchmarks/speed.py [STATEMENTS.jsonl] [--runs N]

Prints the machine's load first: figures from a busy machine say little.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import process

from kzfacts import Checker, FactBase

STATEMENT = "Kazakhstan's foreign ministry held 80 briefings in 2014."
OWN = Path(__file__).parents[1] / "tests/data/claims/article-own.jsonl"


def seconds(command: list[str], stdin: Path | None = None) -> float:
    """Return how long a command takes, in seconds of wall time."""
    begin = time.perf_counter()
    with open(stdin or os.devnull, "rb") as source:
        subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def median(command: list[str], runs: int) -> float:
    """Return the median time of several runs, after one to warm up."""
    seconds(command)
    return statistics.median(seconds(command) for _ in range(runs))


def rate_of(answer: Callable[[str], object], rows: list[str]) -> float:
    """Return how many rows a second are answered; the first is left out, for what it loads."""
    answer(rows[0])
    begin = time.perf_counter()
    for row in rows[1:]:
        answer(row)
    return (len(rows) - 1) / (time.perf_counter() - begin)


def parsed() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", type=Path, default=OWN, metavar="STATEMENTS.jsonl", help="rows with a claim")
    parser.add_argument("--runs", type=int, default=15, metavar="N", help="runs that a median is of (default: 15)")
    return parser.parse_args()


def main() -> None:
    """Measure and print."""
    options = parsed()
    kzfacts = [sys.executable, "-m", "kzfacts"]
    print(f"load average {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores")
    bare = median([sys.executable, "-c", "import click, rapidfuzz, yaml"], options.runs)
    cold = median([*kzfacts, "check", STATEMENT], options.runs)
    print(f"bare import {bare * 1000:.0f} ms; cold check {cold * 1000:.0f} ms, {cold / bare:.2f} times as long")
    print(f"--version {median([*kzfacts, '--version'], options.runs) * 1000:.0f} ms")
    rows = [json.loads(line)["claim"] for line in options.path.read_text(encoding="utf-8").splitlines()]
    rows *= max(1, 4000 // len(rows))
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8", delete=False) as file:
        file.write("\n".join(rows) + "\n")
    batch = seconds([*kzfacts, "check", "--format", "jsonl", "-"], Path(file.name))
    os.unlink(file.name)
    rate = len(rows) / (batch - cold)
    print(f"{len(rows)} statements in {batch:.1f} s, start included: {rate:.0f} a second once started")
    base = FactBase.load()
    checker, claims = Checker(base), [fact.claim for fact in base.facts]
    rows = list(dict.fromkeys(rows))
    own = rate_of(lambda row: checker.check(row), rows)
    plain = rate_of(lambda row: process.extractOne(row, claims), rows)
    print(f"{len(rows)} different statements, one core: kzfacts {own:.0f} a second, extractOne {plain:.0f} a second")


if __name__ == "__main__":
    main()
