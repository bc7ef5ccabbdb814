from __future__ import annotations

import pytest

from cli.conftest import Run
from kzfacts.cli import engine
from kzfacts.errors import FactBaseError, KzfactsError, Problem, UsageError
from kzfacts.version import __version__


def test_version(run: Run) -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"kzfacts {__version__}\n")


def test_help_lists_commands_and_statuses(run: Run) -> None:
    shown = run("--help").stdout
    for word in ("check", "facts", "eval", "Exit status:", "could not run"):
        assert word in shown


def test_a_statement_in_place_of_a_command(run: Run) -> None:
    result = run("Nazarbayev made ten visits.")
    assert result.exit_code == 2
    assert "kzfacts check STATEMENT" in result.stderr


def test_an_unknown_command(run: Run) -> None:
    result = run("chekc")
    assert result.exit_code == 2
    assert "No such command 'chekc'" in result.stderr


@pytest.mark.parametrize(
    ("error", "lines"),
    [
        (UsageError("facts/ holds no YAML"), ["kzfacts: facts/ holds no YAML"]),
        (KzfactsError("a\x1b[31m"), ["kzfacts: a␛[31m"]),
        (
            FactBaseError([Problem("b.yaml", 2, 1, "second"), Problem("a.yaml", 10, 3, "first")]),
            ["a.yaml:10:3: first", "b.yaml:2:1: second"],
        ),
        (
            ValueError("no\nidea"),
            ["kzfacts: internal error, please report it: ValueError: no idea (KZFACTS_DEBUG=1 shows where)"],
        ),
        (PermissionError(13, "Permission denied", "facts/x.yaml"), ["kzfacts: facts/x.yaml: Permission denied"]),
        (KeyboardInterrupt(), []),
    ],
)
def test_every_failure_ends_in_its_lines(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, lines: list[str]
) -> None:
    def fail(paths: object = ()) -> None:
        raise error

    monkeypatch.setattr(engine, "open_fact_base", fail)
    result = run("check", "--format", "json", "something")
    assert result.stderr.splitlines() == lines
    assert result.stdout == ""
    assert result.exit_code == (130 if isinstance(error, KeyboardInterrupt) else 2)
