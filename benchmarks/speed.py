"""Speed as a user meets it: a cold check beside a bare import, and statements a second through one process.

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
from pathlib import Path

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


if __name__ == "__main__":
    main()
