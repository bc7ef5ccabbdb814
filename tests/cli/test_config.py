from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from cli.conftest import Run


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.chdir(tmp_path)


def test_show_tells_where_each_value_comes_from(run: Run) -> None:
    Path("kzfacts.toml").write_text('# ours\nas-of = 2015-01-30\nexclude = ["old/"]\n')
    Path("sub").mkdir()
    result = run("config", "show", "--fail-on", "absent", "sub")
    assert result.exit_code == 0
    lines = [[part.strip() for part in line.rsplit("#", 1)] for line in result.stdout.splitlines()]
    assert lines == [
        ["", "kzfacts.toml"],
        ["facts = []", "default"],
        ["as-of = 2015-01-30", "kzfacts.toml:2"],
        ['format = ["text"]', "default"],
        ['fail-on = "absent"', "command line"],
        ["min-score = 0.0", "default"],
        ['exclude = ["old/"]', "kzfacts.toml:3"],
        ["# baseline: not set", "default"],
        ["allow-empty = false", "default"],
        ["jobs = 1", "default"],
    ]


def test_what_show_prints_is_a_configuration_file(run: Run) -> None:
    printed = run("config", "show", "--exclude", 'a "b"', "--as-of", "2014-12").stdout
    assert tomllib.loads(printed)["exclude"] == ['a "b"']
    jsonschema.validate({**tomllib.loads(printed), "as-of": "2014-12-31"}, json.loads(run("config", "schema").stdout))


def test_show_names_the_environment(run: Run) -> None:
    printed = run("config", "show", env={"GITHUB_ACTIONS": "true"}).stdout
    assert 'format = ["github"]  ' in printed
    assert "# GITHUB_ACTIONS" in printed


def test_show_fails_on_a_mistake(run: Run) -> None:
    Path(".kzfacts.toml").write_text("basline = 'x'\n")
    result = run("config", "show")
    assert (result.exit_code, result.stdout) == (2, "")
    assert ".kzfacts.toml:1:1: unknown key 'basline' (did you mean 'baseline'?)" in result.stderr
