from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Run

TEN = "Nazarbayev made ten visits in 2014."
EIGHT = "Nazarbayev made eight visits in 2014."
UNKNOWN = "Nobody knows."


def verdicts(output: str) -> list[str]:
    return [json.loads(line)["verdict"] for line in output.splitlines()]


@pytest.mark.parametrize(
    ("statements", "fail_on", "status"),
    [
        ([EIGHT], "contradicted", 0),
        ([UNKNOWN], "contradicted", 0),
        ([EIGHT, TEN], "contradicted", 1),
        ([EIGHT], "absent", 0),
        ([UNKNOWN], "absent", 1),
        ([TEN], "absent", 1),
        ([TEN, UNKNOWN], "never", 0),
        ([TEN, "odd"], "contradicted", 2),
        ([TEN, ""], "never", 2),
    ],
)
def test_exit_status(run: Run, statements: list[str], fail_on: str, status: int) -> None:
    assert run("check", "--fail-on", fail_on, *statements).exit_code == status


def test_text_goes_to_stdout_and_the_summary_to_stderr(run: Run) -> None:
    result = run("check", TEN, EIGHT, UNKNOWN)
    assert [line.split()[1] for line in result.stdout.splitlines() if line[:1] in "✗✓?" and line] == [
        "CONTRADICTED",
        "SUPPORTED",
        "ABSENT",
    ]
    assert result.stderr == "3 statements: 1 supported, 1 contradicted, 1 absent\n"


def test_one_statement_needs_no_summary(run: Run) -> None:
    assert run("check", EIGHT).stderr == ""


def test_explain_shows_the_proof(run: Run) -> None:
    assert "alternation" in run("check", "--explain", TEN).stdout
    assert "alternation" not in run("check", TEN).stdout


def test_lines_of_standard_input(run: Run) -> None:
    given = f"\ufeff{TEN}\r\n\r\n   \n{EIGHT}\n{UNKNOWN}"
    for arguments in (["check", "--format", "jsonl"], ["check", "--format", "jsonl", "-"]):
        result = run(*arguments, stdin=given.encode())
        assert [json.loads(line)["statement"] for line in result.stdout.splitlines()] == [TEN, EIGHT, UNKNOWN]
        assert result.stderr == ""


def test_arguments_and_standard_input_in_their_order(run: Run) -> None:
    result = run("check", "--format", "jsonl", EIGHT, "-", UNKNOWN, stdin=TEN)
    assert verdicts(result.stdout) == ["supported", "contradicted", "absent"]


@pytest.mark.parametrize("format_", ["text", "json", "jsonl"])
def test_nothing_to_check(run: Run, format_: str) -> None:
    result = run("check", "--format", format_, stdin="\n \n")
    assert result.exit_code == 2
    assert "nothing to check" in result.stderr
    allowed = run("check", "--format", format_, "--allow-empty", stdin="\n \n")
    assert (allowed.exit_code, allowed.stderr) == (0, "")
    assert allowed.stdout == result.stdout
    if format_ == "json":
        assert json.loads(result.stdout)["results"] == []


@pytest.mark.parametrize("empty", ["", "  ", "\n"])
def test_an_empty_argument_is_a_mistake_but_stops_nothing(run: Run, empty: str) -> None:
    result = run("check", "--format", "jsonl", "--allow-empty", TEN, empty, EIGHT)
    assert verdicts(result.stdout) == ["contradicted", "supported"]
    assert result.stderr == "kzfacts: argument 2 is empty; give a statement to check\n"
    assert result.exit_code == 2


def test_a_file_name_is_no_statement(run: Run) -> None:
    result = run("check", "--format", "jsonl", "drafts/january.txt", TEN)
    assert verdicts(result.stdout) == ["contradicted"]
    assert result.stderr == (
        "kzfacts: argument 1 is a file name, no statement; pass its lines with: kzfacts check - < drafts/january.txt\n"
    )
    assert result.exit_code == 2


def test_a_statement_too_long_stops_nothing(run: Run) -> None:
    fits, too_long = "eight " + "x" * 9994, "日" * 10_001
    result = run("check", "--format", "jsonl", stdin=f"{fits}\n{too_long}\n{'y' * 200_000}\n{TEN}\n".encode())
    assert verdicts(result.stdout) == ["supported", "contradicted"]
    assert result.stderr.splitlines() == [
        f"kzfacts: line {number}: a statement of more than 10,000 characters; give one sentence at a time"
        for number in (2, 3)
    ]
    assert result.exit_code == 2
    assert run("check", too_long).stderr.startswith("kzfacts: argument 1: a statement of more than 10,000")


@pytest.mark.parametrize(
    ("given", "checked", "said"),
    [
        (b"ten\nte\xff\neight\n", 2, "line 2 is not UTF-8 text"),
        (b"ten\n\xff\n\xfe\neight\n", 2, "lines 2, 3 are not UTF-8 text"),
        (b"\xff\n" * 12 + b"eight", 1, "lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more are not UTF-8 text"),
        (b"ten\nei\0ght\neight\n", 1, "line 2 is not UTF-8 text"),
        (b"\xff\xfet\0e\0n\0\n\0", 0, "line 1 is not UTF-8 text"),
    ],
)
def test_bytes_that_are_no_text(run: Run, given: bytes, checked: int, said: str) -> None:
    result = run("check", "--format", "jsonl", stdin=given)
    assert len(result.stdout.splitlines()) == checked
    assert result.stderr == f"kzfacts: {said}; save the input as UTF-8, one statement a line\n"
    assert result.exit_code == 2


def test_an_error_of_the_checker_names_the_place_and_stops_nothing(run: Run) -> None:
    result = run("check", TEN, "odd one", "boom", EIGHT)
    assert result.stderr.splitlines() == [
        "kzfacts: argument 2: cannot be read",
        "kzfacts: argument 3: internal error, please report it: RuntimeError: out of order "
        "(KZFACTS_DEBUG=1 shows where)",
        "2 statements: 1 supported, 1 contradicted, 0 absent, 2 not checked",
    ]
    assert "SUPPORTED" in result.stdout
    assert result.exit_code == 2


def test_debugging_shows_the_traceback(run: Run) -> None:
    result = run("check", "boom", env={"KZFACTS_DEBUG": "1"})
    assert isinstance(result.exception, RuntimeError)


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2015-01-30", "2015-01-30"),
        ("2015-02", "2015-02-28"),
        ("2016-02", "2016-02-29"),
        ("2014", "2014-12-31"),
    ],
)
def test_as_of(run: Run, given: str, day: str) -> None:
    assert f"as of {day}" in run("check", "--as-of", given, "as of when?").stdout


def test_no_as_of_is_no_date(run: Run) -> None:
    assert "as of None" in run("check", "as of when?").stdout


@pytest.mark.parametrize("given", ["", "2014-13", "2014-02-30", "yesterday", "26.12.2014", "2014/..", "../.."])
def test_a_wrong_date_is_one_line(run: Run, given: str) -> None:
    result = run("check", "--as-of", given, TEN)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("kzfacts: --as-of: ")
    assert result.stderr.count("\n") == 1


def test_output_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("before")
    target.chmod(0o640)
    result = run("check", "--format", "json", "--output", str(target), TEN, "odd")
    assert result.stdout == ""
    assert result.exit_code == 2
    assert json.loads(target.read_text())["summary"]["contradicted"] == 1
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_output_through_a_link_keeps_the_link(run: Run, tmp_path: Path) -> None:
    target, link = tmp_path / "real.txt", tmp_path / "link.txt"
    link.symlink_to(target)
    assert run("check", "-o", str(link), EIGHT).exit_code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("✓ SUPPORTED")


def test_a_run_that_fails_leaves_the_output_file_alone(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("before")
    result = run("check", "--output", str(target), "boom", env={"KZFACTS_DEBUG": "1"})
    assert result.exit_code != 0
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_output_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none" / "out.txt"):
        result = run("check", "--output", str(path), TEN)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"kzfacts: --output: {path}")
        assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "env", "coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": ""}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        (["--no-color"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(run: Run, arguments: list[str], env: dict[str, str], coloured: bool) -> None:
    result = run("check", *arguments, TEN, env=env)
    assert ("\x1b[" in result.stdout) is coloured


def test_a_file_is_never_coloured(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    run("check", "--output", str(target), TEN, env={"FORCE_COLOR": "1"})
    assert "\x1b" not in target.read_text(encoding="utf-8")


def test_a_verdict_below_the_least_score_is_absent(run: Run) -> None:
    assert run("check", "--min-score", "0.93", TEN).exit_code == 1
    result = run("check", "--min-score", "0.95", "--format", "jsonl", TEN)
    found = json.loads(result.stdout)
    assert (result.exit_code, found["verdict"], found["score"], found["fact"]) == (0, "absent", 0.07, None)
    assert found["message"] == "score 0.93 is below 0.95: not reported as contradicted by official-visits-2014"
    assert [one["id"] for one in found["related"]] == ["official-visits-2014"]
    assert run("check", "--min-score", "1.5", TEN).exit_code == 2


@pytest.mark.parametrize("command", [("check", TEN), ("facts", "stats"), ("facts", "list")])
def test_facts_are_not_written_over(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    folder = tmp_path / "facts"
    folder.mkdir()
    file = folder / "more.yaml"
    file.write_text("facts: []\n", "utf-8")
    result = run(*command, "--facts", str(folder), "--output", str(file))
    assert (result.exit_code, result.stderr) == (2, f"kzfacts: --output: {file} is read; name another file\n")
    assert file.read_text("utf-8") == "facts: []\n"
