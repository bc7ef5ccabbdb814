from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kzfacts.errors import UsageError
from kzfacts.linting.configuration import Configuration, ConfigurationError
from kzfacts.linting.settings import Settings


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sub/deep").mkdir(parents=True)


def settings(path: str = "sub/deep/a.md", **given: object) -> Settings:
    return Configuration(given).of(Path(path))


def test_without_a_file_there_are_defaults() -> None:
    assert settings().file == ""
    assert settings().fail_on == "contradicted"


def test_the_nearest_file_holds_alone() -> None:
    Path("kzfacts.toml").write_text("jobs = 3\nas-of = 2015-01-30\n")
    Path("sub/.kzfacts.toml").write_text("jobs = 2\n")
    found = settings()
    assert (found.jobs, found.as_of, found.file) == (2, None, "sub/.kzfacts.toml")
    assert settings("a.md").as_of == date(2015, 1, 30)


def test_a_project_file_without_our_table_is_passed_over() -> None:
    Path("kzfacts.toml").write_text("jobs = 3\n")
    Path("sub/pyproject.toml").write_text("[project]\nname = 'kzfacts'\n")
    assert settings().file == "kzfacts.toml"
    Path("sub/deep/pyproject.toml").write_text("[tool.kzfacts]\njobs = 4\n")
    assert (settings().jobs, settings().origins["jobs"]) == (4, "sub/deep/pyproject.toml:2")


def test_the_command_line_wins() -> None:
    Path("kzfacts.toml").write_text("jobs = 3\nfail-on = 'never'\n")
    found = settings(jobs=5)
    assert (found.jobs, found.fail_on) == (5, "never")
    assert (found.origins["jobs"], found.origins["fail-on"]) == ("command line", "kzfacts.toml:2")


def test_paths_are_relative_to_the_file() -> None:
    Path("sub/kzfacts.toml").write_text("facts = 'our'\nbaseline = '../b.json'\nformat = ['json=out/x.json']\n")
    found = settings()
    assert (found.facts, found.baseline, found.format) == (("sub/our",), "b.json", ("json=sub/out/x.json",))


def test_one_file_for_all_and_none_at_all() -> None:
    Path("kzfacts.toml").write_text("jobs = 3\n")
    Path("other.toml").write_text("jobs = 4\n")
    assert Configuration({}, file="other.toml").of(Path("sub/a.md")).jobs == 4
    assert Configuration({}, isolated=True).of(Path("sub/a.md")).jobs == 1
    with pytest.raises(UsageError, match=r"^none\.toml cannot be read: "):
        Configuration({}, file="none.toml").of(Path("a.md"))


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("jobs = 1\nexlude = []", [":2:1: unknown key 'exlude' (did you mean 'exclude'?)"]),
        ("jobs = -1\nallow-empty = 1", [":1:1: jobs: expected a whole number", ":2:1: allow-empty: expected true or"]),
        ("min-score = 80", [":1:1: min-score: expected a number from 0 to 1"]),
        ("fail-on = 'none'", [":1:1: fail-on: expected one of contradicted, absent, never"]),
        ("facts = [3]", [":1:1: facts: expected a text or a list of texts"]),
        ("format = 'sarf'", [":1:1: format: no format 'sarf' (did you mean 'sarif'?)"]),
        ("as-of = 'soon'", [":1:1: as-of: "]),
        ("jobs = x", [":1:8: not TOML: "]),
        ("\udcff", [":1:1: not UTF-8 text"]),
    ],
)
def test_mistakes(text: str, messages: list[str]) -> None:
    Path("kzfacts.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ConfigurationError) as caught:
        settings()
    lines = str(caught.value).splitlines()
    assert len(lines) == len(messages)
    for line, message in zip(lines, messages, strict=True):
        assert line.startswith(f"kzfacts.toml{message}")
