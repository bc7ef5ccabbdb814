"""Runs that are killed and go on, and memory: each run is a process of its own."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("program.py")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and peak memory as POSIX has them")


def start(*arguments: str | Path, seconds: float = 0.0) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), "batch", *map(str, arguments)],
        env={**os.environ, "CHECK_SECONDS": str(seconds)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def finish(process: subprocess.Popen[bytes]) -> str:
    _, errors = process.communicate(timeout=60)
    return errors.decode()


def generate(path: Path, rows: int) -> Path:
    chance = random.Random(rows)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("id;claim\r\n")
        for number in range(rows):
            words = chance.choice(("ten", "eight", "no", 'the\r\n""other""', "odd"))
            surplus = ";x;y" if chance.random() < 0.02 else ""
            file.write(f'{number};"Row {number}: {words} visits."{surplus}\r\n')
    return path


@POSIX
@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_at_random_rows_and_resumed(tmp_path: Path, jobs: int) -> None:
    source = generate(tmp_path / "in.csv", 1500)
    whole, target = tmp_path / "whole.csv", tmp_path / "out.csv"
    summary = finish(start(source, "-o", whole)).splitlines()[-2:]
    part, state = tmp_path / "out.csv.part", tmp_path / "out.csv.part.state"
    chance = random.Random(jobs)
    reached = []
    for _ in range(4):
        process = start(source, "-o", target, "--resume", "--jobs", str(jobs), seconds=0.001)
        while process.poll() is None and not state.exists():
            time.sleep(0.01)  # on a busy machine a start takes long
        time.sleep(chance.uniform(0.1, 0.5))
        process.send_signal(signal.SIGKILL)
        finish(process)
        if target.exists():
            break
        if part.exists():
            written = part.read_bytes()
            assert whole.read_bytes().startswith(written)
            reached.append(json.loads(state.read_bytes())["tally"]["rows"])
    assert reached == sorted(reached)
    assert reached
    process = start(source, "-o", target, "--resume", "--jobs", str(jobs))
    assert finish(process).splitlines()[-2:] == summary
    assert process.returncode == 2
    assert target.read_bytes() == whole.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv", "whole.csv"]


@POSIX
def test_one_run_at_a_time(tmp_path: Path) -> None:
    source = generate(tmp_path / "in.csv", 3000)
    first = start(source, "-o", tmp_path / "out.csv", seconds=0.01)
    while not (tmp_path / "out.csv.part.state").exists():
        time.sleep(0.02)
    second = start(source, "-o", tmp_path / "out.csv", "--resume")
    assert "another run is writing it" in finish(second)
    assert second.returncode == 2
    first.kill()
    finish(first)


@POSIX
def test_interrupted_says_how_to_go_on(tmp_path: Path) -> None:
    source = generate(tmp_path / "in.csv", 3000)
    process = start(source, "-o", tmp_path / "out.csv", "--jobs", "2", seconds=0.002)
    while not (tmp_path / "out.csv.part").exists():
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    errors = finish(process)
    assert process.returncode == 130
    assert "--resume goes on from there" in errors
    assert "Traceback" not in errors
    assert not (tmp_path / "out.csv").exists()


@POSIX
def test_workers_end_with_the_run(tmp_path: Path) -> None:
    source = generate(tmp_path / "in.csv", 3000)
    process = start(source, "-o", tmp_path / "out.csv", "--jobs", "2", seconds=0.01)
    children: list[str] = []
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not listed.exists():
        process.kill()
        finish(process)
        pytest.skip("no list of processes")
    while len(children) < 2:
        time.sleep(0.02)
        children = listed.read_text().split()
    process.kill()
    finish(process)
    deadline = time.monotonic() + 20
    while any(Path(f"/proc/{child}").exists() for child in children):
        assert time.monotonic() < deadline
        time.sleep(0.05)


@POSIX
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_memory_does_not_grow_with_the_rows(tmp_path: Path, jobs: str) -> None:
    peaks = []
    for rows in (2_000, 40_000):
        source = generate(tmp_path / f"{rows}.csv", rows)
        process = start(source, "-o", tmp_path / f"{rows}.out.csv", "--jobs", jobs)
        assert process.stderr is not None
        process.stderr.read()
        process.stderr.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 2
        peaks.append(usage.ru_maxrss / 1024)  # MB
    assert peaks[1] - peaks[0] < 25  # what is remembered fills up; the rows themselves would be far more
