"""README.md and docs/: commands print what is shown, statements get the answer in their table, modules are there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from kzfacts import Checker, FactBase
from kzfacts.cli import main

ROOT = Path(__file__).parents[1]
DOCUMENTS = ["README.md", "docs/batch.md", "docs/design.md", "docs/drafts.md", "docs/facts.md"]
FILES = {
    "visits.md": ("README.md", "```markdown\n---\ndate", ""),
    "claims.csv": ("docs/batch.md", "```csv\nid,statement", ""),
    "summit.yaml": ("README.md", "```yaml\n- id: osce-summit-2010", ""),
    "osce.yaml": ("docs/facts.md", "```yaml\n- id: osce-summit-2010", ""),
    "early.yaml": ("README.md", "```yaml\n- id: osce-summit-2010", "2010-07"),
}
"""Files that examples read: the document that shows each, how the block begins, another day for its source."""
LAYOUT = re.compile(r"[\s^]+")
"""What differs with the width of a terminal."""
BY_ASPECT = {"agrees": "supported", "conflicts": "contradicted", "silent": "absent"}
DECIDED_ELSEWHERE = {"Karimov met Nazarbayev regularly."}
"""Statements on which the aspect in question is silent and others decide."""


class Shown(NamedTuple):
    """A command of a document and what it shows below it."""

    command: str
    output: str


def shown() -> Iterator[Shown]:
    for name in DOCUMENTS:
        text = (ROOT / name).read_text(encoding="utf-8")
        for block in re.findall(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                yield Shown(command, output)


def answers() -> Iterator[tuple[str, str]]:
    """Yield each statement of a table with the answer that the table has for it."""
    header: list[str] = []
    for line in (ROOT / "docs/design.md").read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            header = []
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        header = header or cells
        row = dict(zip(header, cells, strict=True))
        statement = row.get("statement", "").replace("*", "")
        answer = row.get("kzfacts says") or row.get("answer") or BY_ASPECT.get(row.get("aspect says", ""))
        if cells is not header and not cells[0].startswith("---") and statement and answer:
            yield statement, answer


MODULE = re.compile(r"`([\w/]+\.py|(?:\w+/)+)`")
"""A module or folder of the program, as documents name it: by its whole path, or by the end of it."""


@pytest.mark.parametrize("document", [*DOCUMENTS, "CONTRIBUTING.md", "docs/accuracy.md"])
def test_modules_and_folders_that_are_named_exist(document: str) -> None:
    folders = [ROOT / name for name in ("src", "tests", "benchmarks", "facts", "docs")]
    paths = [path for folder in folders for path in (folder, *folder.rglob("*")) if "__pycache__" not in path.parts]
    known = {f"/{path.relative_to(ROOT).as_posix()}" for path in paths}
    named = {name.rstrip("/") for name in MODULE.findall((ROOT / document).read_text(encoding="utf-8"))}
    assert not {name for name in named if not any(path.endswith(f"/{name}") for path in known)}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files of the examples, in which commands run without colour."""
    for name, (document, start, published) in FILES.items():
        text = (ROOT / document).read_text(encoding="utf-8")
        begin = text.index("\n", text.index(start)) + 1
        content = text[begin : text.index("\n```", begin) + 1]
        (tmp_path / name).write_text(content.replace("2010-12-03", published or "2010-12-03"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("FORCE_COLOR", "GITHUB_ACTIONS", "KZFACTS_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize("example", list(shown()), ids=lambda example: example.command)
def test_commands_print_what_is_shown(example: Shown, folder: Path) -> None:
    program, *arguments = shlex.split(example.command)
    assert program == "kzfacts"
    done = CliRunner().invoke(main, arguments)
    wanted = LAYOUT.sub("", example.output)
    printed = [LAYOUT.sub("", text) for text in (done.stdout, done.stdout + done.stderr)]
    assert wanted in printed, f"$ {example.command}\n{done.stdout}{done.stderr}"


def test_statements_get_the_answer_in_their_table() -> None:
    checker = Checker(FactBase.load())
    given = [(statement, answer) for statement, answer in answers() if statement not in DECIDED_ELSEWHERE]
    assert len(given) > 50
    found = [(statement, str(checker.check(statement).verdict)) for statement, _ in given]
    assert found == given
