"""Speed as a user meets it: a cold check beside a bare import, and statements a second through one process.

    python benchmarks/speed.py [STATEMENTS.jsonl]

Prints the machine's load first: figures from a busy machine say little.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 15
STATEMENT = "Kazakhstan's foreign ministry held 80 briefings in 2014."
OWN = Path(__file__).parents[1] / "tests/data/claims/article-own.jsonl"


def seconds(command: list[str], stdin: Path | None = None) -> float:
    """Return how long a command takes, in seconds of wall time."""
    begin = time.perf_counter()
    with open(stdin or os.devnull, "rb") as source:
        subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def median(command: list[str]) -> float:
    """Return the median time of several runs, after one to warm up."""
    seconds(command)
    return statistics.median(seconds(command) for _ in range(RUNS))


def main() -> None:
    """Measure and print."""
    kzfacts = [sys.executable, "-m", "kzfacts"]
    print(f"load average {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores")
    bare = median([sys.executable, "-c", "import click, rapidfuzz, yaml"])
    cold = median([*kzfacts, "check", STATEMENT])
    print(f"bare import {bare * 1000:.0f} ms; cold check {cold * 1000:.0f} ms, {cold / bare:.2f} times as long")
    print(f"--version {median([*kzfacts, '--version']) * 1000:.0f} ms")
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else OWN
    rows = [json.loads(line)["claim"] for line in path.read_text(encoding="utf-8").splitlines()]
    rows *= max(1, 4000 // len(rows))
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8", delete=False) as file:
        file.write("\n".join(rows) + "\n")
    batch = seconds([*kzfacts, "check", "--format", "jsonl", "-"], Path(file.name))
    os.unlink(file.name)
    rate = len(rows) / (batch - cold)
    print(f"{len(rows)} statements in {batch:.1f} s, start included: {rate:.0f} a second once started")


if __name__ == "__main__":
    main()
