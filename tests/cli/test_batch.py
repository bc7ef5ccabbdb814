from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from reports import sample

from cli.conftest import Run, Spawn
from kzfacts.batch.partial import PartialFile
from kzfacts.cli import engine
from kzfacts.factbase import FactBase
from kzfacts.finding import Finding

TEN = "Nazarbayev made ten visits in 2014."
EIGHT = "Nazarbayev made eight visits in 2014."
UNKNOWN = "Nobody knows."
CITATION = "A. Writer, A Year of Diplomacy"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str | bytes, encoding: str = "utf-8") -> str:
    Path(name).write_bytes(text.encode(encoding) if isinstance(text, str) else text)
    return name


def table(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_rows_keep_their_order_and_their_own_cells(run: Run) -> None:
    source = write("a.csv", f'id,claim,note\r\n 1 ,{TEN},"a ""b"", c"\r\n2,"{UNKNOWN}",\r\n3,{EIGHT},=1+1\r\n')
    result = run("batch", source)
    lines = result.stdout_bytes.decode().split("\r\n")
    assert lines[0] == "id,claim,note,verdict,score,fact_id,message,citation"
    assert lines[1].startswith(f' 1 ,{TEN},"a ""b"", c",contradicted,0.93,official-visits-2014,says ten visits')
    assert lines[2].startswith(f'2,"{UNKNOWN}",,absent,0.0,,')
    assert lines[3].startswith(f"3,{EIGHT},=1+1,supported,1.0,")
    assert result.exit_code == 1


def test_the_summary_counts(run: Run) -> None:
    source = write("a.txt", f"{TEN}\n\n{UNKNOWN}\n{TEN}\n{EIGHT}\n")
    lines = run("batch", source).stderr.splitlines()
    assert lines == [
        "4 rows: 1 supported, 2 contradicted, 1 absent",
        "most contradicted facts:",
        "  2  official-visits-2014: President Nazarbayev made eight official visits abroad in 2014.",
    ]


def test_the_summary_as_json_is_the_last_line(run: Run) -> None:
    source = write("a.csv", f"claim,x\n{TEN},\n,1\n,\n")
    lines = run("batch", "--summary", "json", source).stderr.splitlines()
    assert len(lines) == 2
    summary = json.loads(lines[-1])
    assert summary["rows"] == 3
    assert summary["blank"] == 1
    assert summary["verdicts"] == {"supported": 0, "contradicted": 1, "absent": 0, "error": 1}
    assert summary["most_contradicted"][0]["fact_id"] == "official-visits-2014"
    assert summary["most_contradicted"][0]["count"] == 1
    assert run("batch", "--summary", "none", write("b.txt", TEN)).stderr == ""


@pytest.mark.parametrize(
    ("statement", "fail_on", "status"),
    [
        (EIGHT, "contradicted", 0),
        (TEN, "contradicted", 1),
        (TEN, "never", 0),
        (UNKNOWN, "absent", 1),
        ("odd", "never", 2),
    ],
)
def test_exit_status(run: Run, statement: str, fail_on: str, status: int) -> None:
    assert run("batch", "--fail-on", fail_on, write("a.txt", statement)).exit_code == status


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", ""), ("utf-8-sig", "\ufeff"), ("utf-16", "\ufeff"), ("cp1252", "\ufeff")],
)
def test_encodings_that_spreadsheets_export(run: Run, encoding: str, mark: str) -> None:
    source = write("a.csv", f"author;claim\r\nRené Müßig;{TEN}\r\n", encoding)
    result = run("batch", source)
    assert result.stdout_bytes.decode().startswith(f"{mark}author;claim;verdict;")
    assert table(result.stdout_bytes.decode("utf-8-sig"), ";")[0]["author"] == "René Müßig"
    assert ("read as Windows-1252" in result.stderr) == (encoding == "cp1252")


def test_a_named_encoding(run: Run) -> None:
    source = write("a.csv", f"автор,claim\nАйнур,{TEN}\n", "cp1251")
    assert "--encoding" in run("batch", source).stderr
    result = run("batch", "--encoding", "cp1251", source)
    assert table(result.stdout_bytes.decode("utf-8-sig"))[0]["автор"] == "Айнур"
    assert run("batch", "--encoding", "nonsense", source).exit_code == 2


def test_bad_rows_are_told_of_and_kept(run: Run) -> None:
    text = f'id,claim\n1,{TEN}\n2\n3,{EIGHT},more\n4,"a\nb {EIGHT}"\n5,\n6,odd\n7,boom\n8,{EIGHT}\n'.encode()
    result = run("batch", write("a.csv", text + b"9,caf\xe9 visits\n10," + b"\xc3\xa9" * 9 + b"\n"))
    rows = table(result.stdout)
    assert [row["id"] for row in rows] == [str(number) for number in range(1, 11)]
    assert [row["verdict"] for row in rows] == [
        "contradicted", "error", "error", "supported", "error", "error", "error", "supported", "error", "absent",
    ]  # fmt: skip
    assert rows[8]["claim"] == "caf\\xe9 visits"
    assert "citation" in result.stdout.splitlines()[0]
    assert result.stdout.splitlines()[3].endswith(",,more")
    told = [line.removeprefix("kzfacts: ").split(": ")[0] for line in result.stderr.splitlines()[:6]]
    assert told == ["a.csv:3:1", "a.csv:4:1", "a.csv:7:3", "a.csv:8:1", "a.csv:9:1", "a.csv:11:6"]
    assert "2 errors" not in result.stderr
    assert "6 errors" in result.stderr
    assert result.exit_code == 2


def test_bad_lines_of_json(run: Run) -> None:
    lines = (
        f'{{"n": 1e2, "claim": "{EIGHT}"}}',
        '{"claim": ',
        "[1]",
        '{"n": 2}',
        '{"claim": 7}',
        f'{{"claim":"{TEN}"}}',
    )
    result = run("batch", write("a.jsonl", "\n".join(lines)))
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["verdict"] for row in rows] == ["supported", "error", "error", "error", "error", "contradicted"]
    assert result.stdout.startswith(f'{{"n": 1e2, "claim": "{EIGHT}","verdict":"supported","score":1.0,')
    assert rows[1]["row"] == '{"claim":'
    assert "a.jsonl:2:" in result.stderr
    assert result.exit_code == 2


def test_many_bad_rows_are_not_told_of_one_by_one(run: Run) -> None:
    result = run("batch", write("a.csv", f"id,claim\n1,{EIGHT}\n" + "2\n" * 150))
    assert len(result.stderr.splitlines()) == 102
    assert "and 50 more rows with the verdict error" in result.stderr


def test_a_column_by_name_or_number_or_by_guess(run: Run) -> None:
    source = write("a.csv", f"x,y\n{TEN},{EIGHT}\n")
    result = run("batch", source)
    assert result.exit_code == 2
    assert result.stderr == (
        "kzfacts: a.csv: no column is called statement, claim or text; choose with --column from: x, y\n"
    )
    assert table(run("batch", "--column", "y", source).stdout)[0]["verdict"] == "supported"
    assert table(run("batch", "--field", "1", source).stdout)[0]["verdict"] == "contradicted"
    missing = run("batch", "--column", "z", source)
    assert missing.exit_code == 2
    assert "there is no 'z'; there is: x, y" in missing.stderr


def test_a_day_for_each_row(run: Run) -> None:
    source = write("a.csv", "claim,day\nas of,2014-05\nas of,\nas of,soon\n")
    rows = table(run("batch", "--as-of", "2020-02-03", "--as-of-column", "day", source).stdout)
    assert [row["message"] for row in rows][:2] == ["as of 2014-05-31", "as of 2020-02-03"]
    assert rows[2]["verdict"] == "error"


def test_names_that_are_taken(run: Run) -> None:
    result = run("batch", write("a.csv", f"claim,Verdict,score\n{TEN},mine,3\n"))
    assert result.stdout.splitlines()[0] == "claim,Verdict,score,kzfacts_verdict,kzfacts_score,fact_id,message,citation"
    row = json.loads(run("batch", write("a.jsonl", f'{{"claim": "{TEN}", "verdict": "mine"}}')).stdout)
    assert (row["verdict"], row["kzfacts_verdict"]) == ("mine", "contradicted")


def test_added_cells_can_neither_be_formulas_nor_move_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    message = '=HYPERLINK("https://example.org")\x1b[31m\r\nnew'

    class Forging(sample.TableChecker):
        def check(self, statement: str, as_of: date | None = None) -> Finding:
            return msgspec.structs.replace(sample.absent(), message=message)

    monkeypatch.setattr(engine, "open_checker", Forging)
    source = write("=a.csv", f"claim\n{UNKNOWN}\n")
    result = run("batch", source, source)
    row = table(result.stdout)[0]
    assert row["message"].startswith("'=HYPERLINK")
    assert row["file"] == "'=a.csv"
    assert "\x1b" not in result.output
    assert len(result.stdout.splitlines()) == 3


def test_formats(run: Run) -> None:
    source = write("a.csv", f"id,claim,id\n1,{TEN},2\n")
    row = json.loads(run("batch", "--format", "jsonl", source).stdout)
    assert (row["id"], row["id_2"], row["score"]) == ("1", "2", 0.93)
    assert "\tcontradicted\t0.93\t" in run("batch", "--format", "tsv", source).stdout
    run("batch", source, "-o", "out.jsonl")
    assert json.loads(Path("out.jsonl").read_text())["verdict"] == "contradicted"
    refused = run("batch", source, "-o", "out.xlsx")
    assert refused.exit_code == 2
    assert ".xlsx is not written" in refused.stderr


def test_json_to_a_table(run: Run) -> None:
    source = write("a.jsonl", f'{{"claim": "{EIGHT}", "n": [1, 2], "m": null}}\n{{"claim": "{TEN}", "k": 1}}\n')
    result = run("batch", "--format", "csv", source)
    assert [(row["n"], row["m"], row["verdict"]) for row in table(result.stdout)] == [
        ("[1, 2]", "", "supported"),
        ("", "", "error"),
    ]
    assert "no 'k'" in result.stderr


def test_several_files(run: Run) -> None:
    first, second = write("a.csv", f"claim\n{TEN}\n"), write("b.csv", f"claim\n{EIGHT}\n")
    rows = table(run("batch", first, second).stdout)
    assert [(row["file"], row["verdict"]) for row in rows] == [("a.csv", "contradicted"), ("b.csv", "supported")]
    other = write("c.csv", f"claim,x\n{EIGHT},1\n")
    refused = run("batch", first, other)
    assert refused.exit_code == 2
    assert refused.stdout == ""
    assert "its columns are not those of a.csv" in refused.stderr


def test_standard_input(run: Run) -> None:
    assert "--input-format" in run("batch", "-", stdin=TEN).stderr
    result = run("batch", "--input-format", "txt", "-", stdin=TEN)
    assert table(result.stdout)[0]["verdict"] == "contradicted"


@pytest.mark.parametrize(("name", "text"), [("a.txt", ""), ("a.csv", ""), ("a.jsonl", "\n"), ("b.csv", "claim\n")])
def test_nothing_to_check(run: Run, name: str, text: str) -> None:
    source = write(name, text)
    refused = run("batch", source)
    assert refused.exit_code == 2
    assert "empty" in refused.stderr
    assert run("batch", "--allow-empty", source, "-o", "out.csv").exit_code == 0
    assert Path("out.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere.csv",), "nowhere.csv: no such file or directory; check its name"),
        (("folder",), "folder: this is a folder"),
        (("a.pdf",), "--input-format"),
        (("a.csv", "-o", "a.csv"), "a.csv is read; name another file"),
        (("a.csv", "-o", "missing/out.csv"), "out.csv.part cannot be written"),
        (("a.csv", "--sheet", "x"), "--sheet: none of the files is xlsx; leave it out"),
        (("a.txt", "--delimiter", ";"), "--delimiter: none of the files is csv, tsv; leave it out"),
        (("a.txt", "--column", "x"), "--column: none of the files is csv, tsv, jsonl, xlsx, parquet; leave it out"),
        (("a.csv", "--resume"), "--resume needs the output"),
        (("a.csv", "--delimiter", "::"), "cannot separate cells"),
        (("a.csv", "--as-of", "soon"), "--as-of"),
    ],
)
def test_what_cannot_be_used(run: Run, arguments: tuple[str, ...], message: str) -> None:
    Path("folder").mkdir()
    write("a.pdf", "x")
    write("a.txt", TEN)
    write("a.csv", f"claim\n{TEN}\n")
    result = run("batch", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


def stopped(run: Run, source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave a partial file behind, as a run does that was ended while it wrote."""
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", _refuse_the_last(os.replace))
        assert run("batch", source, "-o", "out.csv").exit_code == 2
    assert Path("out.csv.part").exists()


def _refuse_the_last(replace: Callable[..., None]) -> Any:
    def refusing(source: Path, target: Path) -> None:
        if Path(target).name == "out.csv":
            raise OSError(5, "the power is gone")
        replace(source, target)

    return refusing


def test_what_is_left_is_not_lost_without_a_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write("a.csv", f"claim\n{TEN}\n{EIGHT}\n")
    stopped(run, source, monkeypatch)
    refused = run("batch", source, "-o", "out.csv")
    assert refused.exit_code == 2
    assert "--resume goes on with it, --no-resume begins anew" in refused.stderr
    assert run("batch", source, "-o", "out.csv", "--no-resume").exit_code == 1
    assert not Path("out.csv.part").exists()
    assert Path("out.csv").read_text() == run("batch", source).stdout


def test_what_was_written_after_the_last_state_is_written_anew(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write("a.csv", f"claim\n{TEN}\n{EIGHT}\n")
    stopped(run, source, monkeypatch)
    with open("out.csv.part", "a") as part:
        part.write("Nazarbayev made ten vis")
    result = run("batch", source, "-o", "out.csv", "--resume")
    assert result.exit_code == 1
    assert result.stderr.startswith("2 rows: 1 supported, 1 contradicted, 0 absent\n")
    assert Path("out.csv").read_text() == run("batch", source).stdout


def test_a_run_that_ended_before_its_first_row(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write("a.csv", f"claim\n{TEN}\n{EIGHT}\n")
    with monkeypatch.context() as patch:
        patch.setattr(PartialFile, "write", _fail)
        assert run("batch", source, "-o", "out.csv").exit_code == 2
    assert Path("out.csv.part").read_bytes() == b""
    run("batch", source, "-o", "out.csv", "--resume")
    assert Path("out.csv").read_text() == run("batch", source).stdout


def _fail(*_arguments: object) -> None:
    raise OSError(5, "the power is gone")


@pytest.mark.parametrize(
    ("change", "arguments", "message"),
    [
        ("input", (), "the input has changed"),
        ("facts", (), "the fact base has changed"),
        ("part", (), "it is not as it was left"),
        ("short", (), "it is not as it was left"),
        ("state", (), "out.csv.part.state cannot be read"),
        ("", ("--as-of", "2014"), "--as-of is not what it was"),
        ("", ("--format", "tsv"), "the options are not those it was"),
    ],
)
def test_no_going_on_with_something_else(
    run: Run, monkeypatch: pytest.MonkeyPatch, change: str, arguments: tuple[str, ...], message: str
) -> None:
    source = write("a.csv", f"claim\n{TEN}\n{EIGHT}\n")
    stopped(run, source, monkeypatch)
    part = Path("out.csv.part")
    if change == "input":
        write("a.csv", f"claim\n{EIGHT}\n{EIGHT}\n")
    elif change == "facts":
        other = FactBase.of(facts=(sample.VISITS,), sources=(sample.SOURCE,))
        monkeypatch.setattr(engine, "open_fact_base", lambda paths=(): other)
    elif change == "part":
        part.write_text(part.read_text().replace("ten", "two"))
    elif change == "short":
        part.write_bytes(part.read_bytes()[:-1])
    elif change == "state":
        Path("out.csv.part.state").unlink()
    before = part.read_bytes()
    result = run("batch", source, "-o", "out.csv", "--resume", *arguments)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert message in result.stderr
    assert part.read_bytes() == before


def test_more_processes_write_the_same_bytes(spawn: Spawn) -> None:
    statements = (TEN, EIGHT, UNKNOWN, "odd", "boom", "")
    rows = "".join(f"{number},{statements[number % 6]} {number % 50}\n" for number in range(1000))
    source = write("a.csv", f"id,claim\n{rows}")
    one = spawn("batch", source)
    two = spawn("batch", source, "--jobs", "2")
    assert (two.stdout, two.stderr, two.returncode) == (one.stdout, one.stderr, one.returncode)
    assert one.stdout.count(b"\n") == 1001


def test_no_bar_where_there_is_no_terminal(spawn: Spawn) -> None:
    result = spawn("batch", write("a.txt", EIGHT), env={"SAMPLE_MODULES": "1"})
    assert b"\x1b" not in result.stderr
    assert b"\r" not in result.stderr
    assert b"rich.progress" not in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_bar_on_a_terminal() -> None:
    import pty
    import subprocess

    from cli.conftest import PROGRAM

    source = write("a.csv", "claim\n" + f"{EIGHT}\n" * 5000 + "a,b\n" + f"{EIGHT}\n" * 5000)
    ours, theirs = pty.openpty()
    command = [sys.executable, str(PROGRAM), "batch", source, "-o", "out.csv"]
    process = subprocess.Popen(command, stderr=theirs, env={**os.environ, "TERM": "xterm", "COLUMNS": "100"})
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:
        pass  # what Linux says at the end
    os.close(ours)
    assert process.wait() == 2
    assert b" rows " in shown
    assert b"/s" in shown
    assert b"10,001 rows: 10,000 supported" in shown
    assert re.search(rb"(\n|\x1b\[2K)kzfacts: a\.csv:5002:1: 2 cells", shown)  # on a line of its own


def test_a_check_imports_nothing_of_it(spawn: Spawn) -> None:
    result = spawn("check", EIGHT, env={"SAMPLE_MODULES": "1"})
    modules = set(result.stderr.decode().split())
    assert not any(name.startswith(("kzfacts.batch", "kzfacts.cli.batch", "openpyxl", "pyarrow")) for name in modules)
    assert not {"csv", "multiprocessing", "concurrent.futures"} & modules


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_verdict_below_the_least_score_is_absent(run: Run, jobs: str) -> None:
    source = write("a.csv", f"claim\n{TEN}\n{EIGHT}\n")
    result = run("batch", "--min-score", "0.95", "--jobs", jobs, source)
    assert result.exit_code == 0
    assert [row["verdict"] for row in table(result.stdout)] == ["absent", "supported"]
    assert table(result.stdout)[0]["message"].startswith("score 0.93 is below 0.95")


def test_a_run_that_goes_on_keeps_the_least_score(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write("a.csv", f"claim\n{TEN}\n{EIGHT}\n")
    stopped(run, source, monkeypatch)
    result = run("batch", source, "-o", "out.csv", "--resume", "--min-score", "0.95")
    assert result.exit_code == 2
    assert "the options are not those" in result.stderr
