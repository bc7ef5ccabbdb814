"""Many drafts through ``kzfacts lint``, beside other linters that a repository of articles would run.

    python benchmarks/lint.py [--files 500] [--words 600] [--runs 1] [--keep FOLDER]

Generates Markdown drafts, the same each time: front matter, headings, links, emphasis and lists, made of sentences of
tests/data/clean (their figures changed, so that hardly one comes twice), passages of the labelled tests/data/drafts,
and wordings of the facts. Then it times ``kzfacts lint`` with one process and with one a core, and ``proselint``,
``codespell`` and ``yamllint`` where they are installed (``pip install proselint codespell yamllint``). Each program has
all drafts in one call, and ``yamllint`` reads them as they are. Of several runs the fastest counts. Prints the
machine's load first: figures from a busy machine say little, but processor seconds say more than those on the wall.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kzfacts import FactBase

DATA = Path(__file__).parents[1] / "tests/data"
SEED = 2014
RECORD, PASSAGE = 0.4, 0.1
"""The share of sentences that are a wording of a fact, and of steps that take a passage of a labelled draft."""
PARAGRAPH, SECTION = 5, 3
"""How many sentences a paragraph has, and paragraphs a section, at most."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FIGURE = re.compile(rf"(?<![\w.,-])\d{{1,3}}(?![\w.,-]| (?:{_MONTHS}))")
_NAME = re.compile(r"(?<=[a-z] )[A-Z]\w+(?: [A-Z]\w+)*")


class Pool(NamedTuple):
    """What drafts are made of: single sentences, passages in their order, and wordings of the facts by topic."""

    clean: list[str]
    passages: list[list[str]]
    record: dict[str, list[str]]


class Timing(NamedTuple):
    """How long a command took, in seconds, and its exit status."""

    wall: float
    processor: float
    status: int


def pool() -> Pool:
    """Return the sentences of the test data and of the shipped facts."""
    clean = [
        line
        for path in sorted((DATA / "clean").glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    labelled = (path.read_text(encoding="utf-8") for path in sorted((DATA / "drafts").glob("*.gold.jsonl")))
    passages = [
        [line for line in (json.loads(row)["sentence"] for row in rows.splitlines()) if line.endswith(".")]
        for rows in labelled
    ]
    record: dict[str, list[str]] = {}
    for fact in FactBase.load().facts:
        record.setdefault(fact.topic, []).extend((fact.claim, *fact.paraphrases))
    return Pool(clean, passages, record)


def draft(chance: random.Random, of: Pool, words: int) -> str:
    """Return one draft of at least so many words."""
    topics = chance.sample(sorted(of.record), 3)
    said = _sentences(chance, of, [wording for topic in topics for wording in of.record[topic]])
    day = f"{chance.randint(2012, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    parts = [f"---\ntitle: {topics[0]} and {topics[1]}\ndate: {day}\nauthor: A correspondent\n---"]
    parts.append(f"# {topics[0].replace('-', ' ').capitalize()}")
    count = 0
    while count < words:
        for _ in range(chance.randint(1, SECTION)):
            sentences = [next(said) for _ in range(chance.randint(2, PARAGRAPH))]
            count += sum(len(sentence.split()) for sentence in sentences)
            parts.append(_block(chance, sentences))
            if count >= words:
                break
        parts.append("## " + next(said).rstrip(".?!").partition(",")[0])
        count += len(parts[-1].split())
    return "\n\n".join(parts[:-1]) + "\n"


def _sentences(chance: random.Random, of: Pool, record: Sequence[str]) -> Iterator[str]:
    """Yield sentences without end."""
    while True:
        kind = chance.random()
        if kind < RECORD:
            yield chance.choice(record)
        elif kind < RECORD + PASSAGE:
            passage = chance.choice(of.passages)
            start = chance.randrange(len(passage))
            yield from passage[start : start + chance.randint(2, 4)]
        else:
            yield _FIGURE.sub(lambda _: str(chance.randint(2, 999)), chance.choice(of.clean))


def _block(chance: random.Random, sentences: list[str]) -> str:
    """Return sentences as a paragraph, some with a link or emphasis, or as a list or quotation."""
    kind = chance.random()
    marked = [_marked(chance, sentence) for sentence in sentences]
    if kind < 0.1:
        return "\n".join(f"- {sentence}" for sentence in marked)
    if kind < 0.15:
        return "> " + " ".join(marked)
    return " ".join(marked)


def _marked(chance: random.Random, sentence: str) -> str:
    """Return a sentence, one in five with a link or emphasis on its first name."""
    kind = chance.random()
    if kind > 0.2:
        return sentence
    return _NAME.sub(lambda name: f"[{name[0]}](https://example.org/)" if kind < 0.1 else f"**{name[0]}**", sentence, 1)


def generate(folder: Path, files: int, words: int) -> list[Path]:
    """Write the drafts; return their paths."""
    of = pool()
    paths = []
    for number in range(files):
        path = folder / f"draft-{number:04}.md"
        path.write_text(draft(random.Random(f"{SEED} {number}"), of, words), encoding="utf-8")
        paths.append(path)
    return paths


def timed(command: list[str], runs: int) -> Timing:
    """Return the fastest of several runs."""
    return min(_timed(command) for _ in range(runs))


def _timed(command: list[str]) -> Timing:
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Timing(time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, process.returncode)


def programs(cores: int) -> dict[str, list[str]]:
    """Return the commands to time, by name."""
    lint = [sys.executable, "-m", "kzfacts", "lint", "--format", "json"]
    commands = {f"kzfacts lint --jobs {jobs}": [*lint, "--jobs", str(jobs)] for jobs in sorted({1, cores})}
    commands["proselint"] = ["proselint", "check"]
    commands["codespell"] = ["codespell"]
    commands["yamllint"] = ["yamllint", "--no-warnings"]
    return {name: command for name, command in commands.items() if command[0] == sys.executable or _find(command)}


def _find(command: list[str]) -> bool:
    """Say whether a program stands beside this Python, and put its path in the command."""
    beside = Path(sys.executable).with_name(command[0])
    command[0] = str(beside)
    return beside.exists()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="write the drafts to this folder and leave them there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        measure(generate(folder, given.files, given.words), given.runs)


def measure(paths: Sequence[Path], runs: int) -> None:
    """Time all programs on the drafts and print a table."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    size = sum(path.stat().st_size for path in paths)
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in paths)
    print(f"load average {os.getloadavg()[0]:.2f} on {cores} cores")
    print(f"{len(paths)} drafts, {words:,} words, {size / 1e6:.1f} MB")
    _timed([sys.executable, "-m", "kzfacts", "check", "Kazakhstan held 80 briefings."])  # compiles the base, once
    print(f"{'':24} {'files/s':>8} {'wall s':>8} {'CPU s':>8}  status")
    for name, command in programs(cores).items():
        wall, processor, status = timed([*command, *map(str, paths)], runs)
        print(f"{name:24} {len(paths) / wall:8.1f} {wall:8.1f} {processor:8.1f}  {status}", flush=True)


if __name__ == "__main__":
    main()
