"""A large file through ``kzfacts batch``: rows a second, peak memory, and runs that are killed and go on.

    python benchmarks/batch.py [--rows 1000000] [--jobs 2] [--kills 3] [--folder FOLDER]

Generates a CSV of statements (some with line breaks, some rows bad), checks a tenth of it and all of it, and prints the
peak memory of both, which must not grow with the rows. Then it checks all once more, killing the run at random rows
and going on with ``--resume``, and compares the bytes. Exits with 1 where memory grows or bytes differ.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CLAIMS = Path(__file__).parents[1] / "tests/data/claims/article-own.jsonl"
FRESH = 0.005  # the share of statements that are in no other row
BAD = 0.0001  # the share of rows with a cell too many
GROWTH = 1.25  # the most that all rows may need of what a tenth needs


def generate(path: Path, rows: int) -> None:
    """Write ``rows`` rows, the same each time."""
    chance = random.Random(rows)
    claims = [json.loads(line)["claim"] for line in CLAIMS.read_text(encoding="utf-8").splitlines()]
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "claim", "author"))
        for number in range(rows):
            claim = chance.choice(claims)
            if chance.random() < FRESH:
                claim = f"Kazakhstan's foreign ministry held {number + 1000} briefings in {chance.randint(1992, 2024)}."
            elif chance.random() < 0.01:
                claim = claim.replace(" ", "\r\n", 1)
            cells = (number, claim, f"writer {number % 97}")
            writer.writerow((*cells, "surplus") if chance.random() < BAD else cells)


def start(source: Path, target: Path, jobs: int) -> subprocess.Popen[bytes]:
    """Begin a run, or go on with the one that was killed."""
    command = [
        sys.executable,
        "-m",
        "kzfacts",
        "batch",
        str(source),
        "-o",
        str(target),
        "--resume",
        "--summary",
        "none",
    ]
    return subprocess.Popen([*command, "--jobs", str(jobs)], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def measured(source: Path, target: Path, jobs: int) -> tuple[float, float]:
    """Run to the end; return seconds and the peak memory of one process in MB."""
    begin = time.perf_counter()
    process = start(source, target, jobs)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if not target.exists():
        sys.exit(f"the run failed with status {process.returncode}")
    return time.perf_counter() - begin, usage.ru_maxrss / 1024


def rows_done(target: Path) -> int:
    """Return how many rows the partial file of a run has."""
    try:
        state = json.loads(target.with_name(f"{target.name}.part.state").read_bytes())
    except FileNotFoundError:
        return 0
    return int(state["tally"]["rows"])


def killed(source: Path, target: Path, jobs: int, at: int) -> int:
    """Run until ``at`` rows are done and kill the run; return how many rows there are then."""
    process = start(source, target, jobs)
    while process.poll() is None and rows_done(target) < at:
        time.sleep(0.01)
    if process.poll() is not None:
        sys.exit("the run ended before it could be killed: give more --rows")
    process.send_signal(signal.SIGKILL)
    process.wait()
    return rows_done(target)


def digest(path: Path) -> str:
    """Return the digest of a file."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=None)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        os.environ["KZFACTS_CACHE_DIR"] = f"{folder}/cache"  # to compile anew takes more memory than a run
        sys.exit(measure(Path(folder), given.rows, given.jobs, given.kills))


def measure(folder: Path, rows: int, jobs: int, kills: int) -> int:
    """Do all that the module tells of; return the exit status."""
    print(f"load average {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores; --jobs {jobs}")
    generate(folder / "first.csv", 1)
    measured(folder / "first.csv", folder / "first.out.csv", jobs)  # compiles the fact base, once
    peaks = []
    for count in (rows // 10, rows):
        source, target = folder / f"{count}.csv", folder / f"{count}.out.csv"
        generate(source, count)
        seconds, peak = measured(source, target, jobs)
        peaks.append(peak)
        size = source.stat().st_size / 1e6
        print(f"{count:,} rows ({size:.0f} MB): {seconds:.1f} s, {count / seconds:,.0f} rows/s, peak {peak:.0f} MB")
    again = folder / "again.csv"
    for at in sorted(random.sample(range(rows * 9 // 10), kills)):
        print(f"killed at row {killed(source, again, jobs, at):,}")
    measured(source, again, jobs)
    same = digest(again) == digest(target)
    print("resumed: the same bytes" if same else "resumed: the bytes DIFFER")
    grows = peaks[1] > GROWTH * peaks[0]
    if grows:
        print("memory GROWS with the rows")
    return int(grows or not same)


if __name__ == "__main__":
    main()
