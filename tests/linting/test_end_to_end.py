"""``kzfacts lint`` with its real readers, context, judge and reports, over a small file of facts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kzfacts.cli import main

FACTS = """
- id: official-visits-2014
  claim: President Nursultan Nazarbayev made eight official visits abroad in 2014.
  when: "2014"
  citations:
    - source: {title: Notes, publisher: Archive, published: "2014-12", url: "https://example.org/notes"}
      locator: paragraph 1
- id: official-visits-2013
  claim: President Nursultan Nazarbayev made nine official visits abroad in 2013.
  when: "2013"
  citations:
    - source: {title: Notes, publisher: Archive, published: "2014-12", url: "https://example.org/notes"}
      locator: paragraph 2
"""
TEN = "Nazarbayev made ten official visits abroad in 2014."
REMARK = "kzfacts-ignore-next official-visits-2014 -- counted otherwise"


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "KZFACTS_DEBUG", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    Path("facts.yaml").write_text(FACTS)
    Path("kzfacts.toml").write_text('facts = "facts.yaml"\n')


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["lint", *arguments], prog_name="kzfacts")


def found(*arguments: str) -> list[tuple[str, int, int, str, bool]]:
    """Return path, line, column, verdict of each result, and whether it is suppressed."""
    results = json.loads(run("--format", "json", *arguments).stdout)["results"]
    return [
        (at["path"], at["line"], at["column"], result["verdict"], result["suppressed"] is not None)
        for result in results
        for at in [result["location"]]
    ]


@pytest.mark.parametrize(
    ("name", "draft"),
    [
        (
            "a.md",
            f"# Title\n\nNazarbayev made **ten** official visits\nabroad in 2014.\n\n<!-- {REMARK} -->\n\n{TEN}\n",
        ),
        ("a.txt", f"{TEN}\n\n<!-- {REMARK} -->\n\n{TEN}\n"),
        ("a.rst", f"Title\n=====\n\n{TEN}\n\n.. {REMARK}\n\n{TEN}\n"),
        ("a.html", f"<html><body><main><p>{TEN}</p><!-- {REMARK} --><p>{TEN}</p></main></body></html>\n"),
    ],
)
def test_each_format_has_verdicts_places_and_remarks(name: str, draft: str) -> None:
    Path(name).write_text(draft)
    first, second = found(name)
    assert [result[3:] for result in (first, second)] == [("contradicted", False), ("contradicted", True)]
    assert draft.splitlines()[first[1] - 1][first[2] - 1 :].startswith("Nazarbayev")
    assert run(name).exit_code == 1
    assert run("--fix", name).exit_code == 0
    assert Path(name).read_text() == draft.replace("ten", "eight", 1)


def test_the_date_of_the_draft_gives_relative_dates_their_meaning() -> None:
    Path("a.md").write_text("---\ndate: 2014-06-01\n---\n\nLast year Nazarbayev made ten official visits abroad.\n")
    patch = run("--diff", "a.md").stdout
    assert "+Last year Nazarbayev made nine official visits abroad." in patch.splitlines()


def test_front_matter_suppresses() -> None:
    entry = "{fact: official-visits-2014, reason: counted otherwise}"
    Path("a.md").write_text(f"---\nkzfacts:\n  ignore:\n    - {entry}\n---\n\n{TEN}\n")
    assert found("a.md") == [("a.md", 7, 1, "contradicted", True)]
    Path("a.md").write_text(f"---\nkzfacts:\n  ignore:\n    - official-visits-2014\n---\n\n{TEN}\n")
    result = run("a.md")
    assert result.exit_code == 2
    assert "kzfacts: a.md:4:7: front matter, kzfacts: ignore: 'official-visits-2014' has no reason" in result.stderr


def test_a_remark_shown_as_code_does_not_act() -> None:
    Path("a.md").write_text(f"`<!-- {REMARK} -->`\n\n{TEN}\n")
    assert [result[3:] for result in found("a.md")][-1] == ("contradicted", False)


def test_every_format_is_written_in_one_run() -> None:
    from kzfacts.linting.settings import FORMATS
    from kzfacts.reports import formats

    assert set(FORMATS) == set(formats.FORMATS)
    Path("a.md").write_text(f"{TEN}\n")
    Path("odd.md").write_bytes(b"caf\xe9\n")
    result = run(*(option for name in FORMATS for option in ("--format", f"{name}=out/{name}")), "a.md")
    assert result.exit_code == 2  # there is no such folder, and nothing is written
    Path("out").mkdir()
    result = run(*(option for name in FORMATS for option in ("--format", f"{name}=out/{name}")), "a.md", "odd.md")
    assert (result.exit_code, result.stdout) == (1, "")
    for name in FORMATS:
        assert "made eight official visits abroad" in Path("out", name).read_text(), name
    assert "kzfacts: warning: odd.md:1:1: not UTF-8, read as Windows-1252" in result.stderr


def test_checking_a_statement_imports_nothing_of_this() -> None:
    script = (
        "import sys; from kzfacts.cli import main\n"
        f"main(['check', '--facts', 'facts.yaml', {TEN!r}], standalone_mode=False)\n"
        "print(*sorted(name for name in sys.modules if name.startswith('kzfacts.') or '.' not in name))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    modules = done.stdout.splitlines()[-1].split()
    assert "kzfacts.checker" in modules
    unwanted = ("kzfacts.linting", "kzfacts.documents", "pathspec", "multiprocessing", "markdown_it", "docutils")
    assert [name for name in modules if name.startswith(unwanted)] == []
