"""What only shows in a program of its own: pipes, terminals, signals, imports."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.conftest import PROGRAM, Spawn

TEN = "Nazarbayev made ten visits in 2014."
MANY = (TEN + "\n").encode() * 5000


def modules(result: subprocess.CompletedProcess[bytes]) -> set[str]:
    listed = next(line for line in result.stderr.decode().splitlines() if line.startswith("MODULES"))
    return set(listed.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["check", "--format", "jsonl", TEN],
        ["check", "--format", "json", TEN],
        ["check", TEN],
    ],
)
def test_rich_and_yaml_are_not_imported(spawn: Spawn, arguments: list[str]) -> None:
    imported = modules(spawn(*arguments, env={"SAMPLE_MODULES": "1"}))
    assert not {"rich", "yaml"} & imported


def test_colour_imports_rich(spawn: Spawn) -> None:
    assert "rich" in modules(spawn("check", TEN, env={"SAMPLE_MODULES": "1", "FORCE_COLOR": "1"}))


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"], ["check", "--format", "jsonl"]])
def test_a_closed_pipe_ends_quietly(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "many").write_bytes(MANY)
    with (tmp_path / "many").open("rb") as many:
        program = subprocess.Popen(
            [sys.executable, str(PROGRAM), *arguments], stdin=many, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert program.stdout is not None
        assert program.stdout.readline()
        program.stdout.close()
        assert program.stderr is not None
        assert program.stderr.read() == b""
        program.stderr.close()
        assert program.wait(30) == 141


def test_help_into_a_closed_pipe(spawn: Spawn) -> None:
    read, write = os.pipe()
    os.close(read)
    program = subprocess.run(
        [sys.executable, str(PROGRAM), "--help"], stdout=write, stderr=subprocess.PIPE, timeout=30, check=False
    )
    os.close(write)
    assert (program.returncode, program.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line() -> None:
    with open("/dev/full", "wb") as full:
        program = subprocess.run(
            [sys.executable, str(PROGRAM), "check", TEN], stdout=full, stderr=subprocess.PIPE, timeout=30, check=False
        )
    assert program.returncode == 2
    assert program.stderr == b"kzfacts: cannot read or write: No space left on device\n"


def test_interruption_is_quiet_and_leaves_no_file(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, str(PROGRAM), "check", "-o", str(tmp_path / "out.txt")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 30
    while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.01)  # the temporary file shows that the command is at work
    program.send_signal(signal.SIGINT)
    assert program.wait(30) == 130
    assert program.stderr is not None
    assert program.stdin is not None
    assert program.stdout is not None
    assert program.stderr.read() == b""
    for stream in (program.stdin, program.stdout, program.stderr):
        stream.close()
    assert list(tmp_path.iterdir()) == []


def test_results_come_as_statements_go_in() -> None:
    with subprocess.Popen(
        [sys.executable, str(PROGRAM), "check", "--format", "jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        for statement in (TEN, "eight"):
            program.stdin.write(statement.encode() + b"\n")
            program.stdin.flush()
            assert select.select([program.stdout], [], [], 30)[0]
            assert json.loads(program.stdout.readline())["statement"] == statement


def test_a_terminal_as_standard_input_is_told_what_to_do() -> None:
    ours, theirs = pty.openpty()
    program = subprocess.run(
        [sys.executable, str(PROGRAM), "check"], stdin=theirs, capture_output=True, timeout=30, check=False
    )
    os.close(ours)
    os.close(theirs)
    assert program.returncode == 2
    assert program.stderr.startswith(b"kzfacts: nothing to check: give statements as arguments")


def on_a_terminal(*arguments: str, env: dict[str, str]) -> str:
    """Run with a terminal as standard output and return what it received."""
    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    program = subprocess.Popen(
        [sys.executable, str(PROGRAM), *arguments], stdin=subprocess.DEVNULL, stdout=theirs, env={**clean, **env}
    )
    os.close(theirs)
    received = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the terminal is closed at the other end
            break
        if not piece:
            break
        received += piece
    program.wait(30)
    os.close(ours)
    return received.decode()


def test_a_terminal_gets_colour_links_and_its_width() -> None:
    shown = on_a_terminal("check", TEN, env={"TERM": "xterm-kitty", "COLUMNS": "60"})
    assert "\x1b[1;4;31mten\x1b[0m" in shown
    assert "\x1b]8;" in shown
    assert "eight official\x1b" not in shown
    assert "eight official\r\n                visits abroad" in shown


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"TERM": "xterm-kitty", "NO_COLOR": "1"}])
def test_a_terminal_without_colour_gets_carets(env: dict[str, str]) -> None:
    shown = on_a_terminal("check", TEN, env={**env, "COLUMNS": "60"})
    assert "\x1b" not in shown
    assert " ^^^\r\n" in shown
    assert "eight official\r\n" in shown


def test_an_argument_that_is_not_utf8(spawn: Spawn) -> None:
    result = spawn("check", b"te\xffn", env={"PYTHONUTF8": "1"})
    assert result.returncode == 2
    assert result.stderr == b"kzfacts: argument 1 is not UTF-8 text\n"


def test_closed_standard_streams(spawn: Spawn) -> None:
    for shell, said in (("<&-", b"nothing to check"), (">&-", b"standard output is closed")):
        program = subprocess.run(
            ["sh", "-c", f'exec "$@" {shell}', "sh", sys.executable, str(PROGRAM), "check", *([TEN] * (">" in shell))],
            capture_output=True,
            timeout=30,
            check=False,
        )
        assert program.returncode == 2
        assert said in program.stderr
        assert b"Traceback" not in program.stderr


def test_a_narrow_encoding_shows_escapes_in_text_and_utf8_in_json(spawn: Spawn) -> None:
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    assert spawn("check", TEN, env=environment).stdout.startswith(b"\\u2717 CONTRADICTED")
    line = spawn("check", "--format", "jsonl", "日本", env=environment).stdout
    assert json.loads(line.decode())["statement"] == "日本"


def test_python_dash_m() -> None:
    program = subprocess.run(
        [sys.executable, "-m", "kzfacts", "check", "--help"], capture_output=True, timeout=30, check=False
    )
    assert program.stdout.startswith(b"Usage: kzfacts check [OPTIONS] [STATEMENT]...")


def test_shell_completion() -> None:
    environment = {**os.environ, "_KZFACTS_COMPLETE": "bash_source"}
    program = subprocess.run(
        [sys.executable, "-m", "kzfacts"], capture_output=True, timeout=30, env=environment, check=False
    )
    assert program.returncode == 0
    assert b"_KZFACTS_COMPLETE=bash_complete" in program.stdout
    environment |= {"_KZFACTS_COMPLETE": "bash_complete", "COMP_WORDS": "kzfacts facts va", "COMP_CWORD": "2"}
    program = subprocess.run(
        [sys.executable, "-m", "kzfacts"], capture_output=True, timeout=30, env=environment, check=False
    )
    assert program.stdout == b"plain,validate\n"


FACT = """\
- id: visits
  claim: President Nursultan Nazarbayev made eight official visits abroad in 2014.
  when: "2014"
  citations:
    - source: {title: Notes, publisher: Archive, published: "2015", url: "https://example.org/notes"}
      locator: paragraph 1
"""


def test_the_whole_program_on_facts_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "visits.yaml").write_text(FACT)
    arguments = ["check", "--facts", str(tmp_path / "visits.yaml"), "--format", "json"]
    statements = [
        "Nazarbayev made ten official visits abroad in 2014.",
        "Nazarbayev made eight official visits abroad in 2014.",
        "The moon is made of cheese.",
    ]
    environment = {**os.environ, "KZFACTS_CACHE_DIR": str(tmp_path / "cache")}
    runs = [
        subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "kzfacts", *arguments, *statements],
            capture_output=True,
            timeout=60,
            env=environment,
            check=False,
        )
        for _ in range(2)
    ]
    assert [run.returncode for run in runs] == [1, 1]
    assert runs[0].stdout == runs[1].stdout
    document = json.loads(runs[0].stdout)
    assert [result["verdict"] for result in document["results"]] == ["contradicted", "supported", "absent"]
    assert document["results"][0]["suggestion"] == {"start": 16, "end": 19, "replacement": "eight"}
    assert document["fact_base"]["facts"] == 1
    imported = {line.rpartition("|")[2].strip() for line in runs[1].stderr.decode().splitlines()}
    assert "kzfacts.checker" in imported
    assert not {"rich", "yaml"} & imported
