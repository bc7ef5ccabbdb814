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


def test_no_path_of_a_fact_base_is_a_command_to_a_runner(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(paths: object = ()) -> None:
        raise FactBaseError([Problem("::error::x.yaml", 2, 1, "a mistake")])

    monkeypatch.setattr(engine, "open_fact_base", load)
    assert run("check", "x").stderr == "./::error::x.yaml:2:1: a mistake\n"
    assert run("facts", "validate").stdout == "./::error::x.yaml:2:1: a mistake\n"


@pytest.mark.parametrize("group", [(), ("facts",), ("config",)])
def test_the_summaries_of_commands_are_whole(run: Run, group: tuple[str, ...]) -> None:
    listed = run(*group, "--help").stdout.partition("Commands:\n")[2].split("\n\n")[0].rstrip().splitlines()
    assert len(listed) > 1
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []


@pytest.mark.parametrize(
    ("command", "example"),
    [
        (("lint",), "kzfacts lint ."),
        (("batch",), "kzfacts batch claims.csv -o checked.csv"),
        (("eval",), "kzfacts eval claims.jsonl"),
        (("facts", "show"), "kzfacts facts list"),
        (("facts", "timeline"), "kzfacts facts timeline --entity Nazarbayev"),
    ],
)
def test_what_is_missing_is_told_with_an_example(run: Run, command: tuple[str, ...], example: str) -> None:
    result = run(*command)
    assert result.exit_code == 2
    last = result.stderr.splitlines()[-1]
    assert last.startswith("Error: Missing ")
    assert example in last


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
