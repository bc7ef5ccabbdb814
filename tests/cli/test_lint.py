from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from linting import stand_ins

from cli.conftest import Run
from kzfacts.cli import engine, reporting
from kzfacts.linting.checking import DraftChecker

TEN = "Nazarbayev made ten visits in 2014."
EIGHT = "Nazarbayev made eight visits in 2014."
UNKNOWN = "Nobody knows."


def _open_draft_checker(paths: Sequence[str] = (), fact_base: object = None, min_score: float = 0.0) -> DraftChecker:
    return stand_ins.draft_checker(stand_ins.Judge(min_score))


@pytest.fixture(autouse=True)
def _small_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(engine, "open_draft_checker", _open_draft_checker)
    monkeypatch.setattr(engine, "format_of", stand_ins.format_of)
    monkeypatch.setattr(engine, "render_drafts", lambda format_, run, output: stand_ins.render(format_, run))
    monkeypatch.setattr(engine, "summarise_drafts", stand_ins.summary)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.chdir(tmp_path)


def write(**files: str) -> None:
    """Write drafts: ``a_md="..."`` becomes a.md, ``sub__b_md`` sub/b.md."""
    for name, text in files.items():
        path = Path(name.replace("__", "/").replace("_", "."))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.mark.parametrize(
    ("text", "fail_on", "status"),
    [
        (EIGHT, "contradicted", 0),
        (UNKNOWN, "contradicted", 0),
        (f"{EIGHT} {TEN}", "contradicted", 1),
        (UNKNOWN, "absent", 1),
        (f"{TEN} {UNKNOWN}", "never", 0),
        ("Were there ten visits?", "absent", 0),
        (f"{TEN} An odd one.", "never", 2),
        (f"{TEN}\nboom.", "contradicted", 2),
        ("broken", "never", 2),
    ],
)
def test_exit_status(run: Run, text: str, fail_on: str, status: int) -> None:
    write(a_md=text)
    assert run("lint", "--fail-on", fail_on, "a.md").exit_code == status


def test_results_go_to_stdout_and_the_summary_to_stderr(run: Run) -> None:
    write(a_md=f"{EIGHT}\n{TEN} Were there ten visits?\n", b_txt=UNKNOWN)
    result = run("lint", ".")
    assert result.stdout == (
        "text report\n"
        f"a.md:1:1: supported: {EIGHT}\na.md:2:1: contradicted: {TEN}\na.md:2:37: unchecked: Were there ten visits?\n"
        f"b.txt:1:1: absent: {UNKNOWN}\n"
    )
    assert result.stderr == "2 files, 4 sentences\n"


def test_a_missing_path_does_not_hide_the_results_of_others(run: Run) -> None:
    write(a_md=TEN)
    result = run("lint", "a.md", "gone.md")
    assert result.exit_code == 2
    assert f"a.md:1:1: contradicted: {TEN}" in result.stdout
    assert "kzfacts: gone.md: no such file or folder; " in result.stderr


@pytest.mark.parametrize("option", ["--output", "--format", "--write-baseline"])
def test_no_draft_is_overwritten_by_a_report(run: Run, option: str) -> None:
    write(a_md=TEN)
    result = run("lint", ".", option, "sarif=a.md" if option == "--format" else "./a.md")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"kzfacts: {option}: ")
    assert result.stderr.endswith("a.md is read; name another file\n")
    assert Path("a.md").read_text() == TEN


def test_a_folder_is_no_baseline(run: Run) -> None:
    write(a_md=TEN)
    result = run("lint", "a.md", "--baseline", ".")
    told = "--baseline: . cannot be read: Is a directory; name a file that --write-baseline has made"
    assert (result.exit_code, result.stderr) == (2, f"kzfacts: {told}\n")


def test_standard_input_that_is_closed_or_empty(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "nothing to check in standard input" in run("lint", "-", stdin="").stderr
    monkeypatch.setattr("kzfacts.cli.lint_run.sys", SimpleNamespace(stdin=None, platform="linux"))
    result = run("lint", "-")
    assert (result.exit_code, result.stderr) == (
        2,
        "kzfacts: -: standard input is closed; pass a draft with: kzfacts lint - < FILE\n",
    )


def test_what_is_not_there_has_no_place_and_no_summary(run: Run) -> None:
    result = run("lint", "gone.md", "--format", "github")
    told = "no such file or folder; check its name, and the folder that kzfacts runs in"
    assert (result.exit_code, result.stderr) == (2, f"kzfacts: gone.md: {told}\n")


def test_an_error_in_one_draft_does_not_hide_the_results_of_others(run: Run) -> None:
    write(a_md="broken", b_md=f"{TEN} An odd one.", c_md=EIGHT)
    Path("d.md").write_bytes(b"\xff\xfe\xfa")
    result = run("lint", ".")
    assert result.exit_code == 2
    assert [line.split(":")[0] for line in result.stdout.splitlines()[1:]] == ["b.md", "c.md"]
    assert result.stderr.splitlines()[:3] == [
        "kzfacts: a.md: internal error, please report it: RuntimeError: out of order (KZFACTS_DEBUG=1 shows where)",
        "kzfacts: b.md:1:37: cannot be read",
        "kzfacts: d.md:1:1: no text",
    ]


def test_nothing_to_check_is_an_error_unless_allowed(run: Run) -> None:
    Path("empty").mkdir()
    write(blank__a_md="\n")
    for folder in ("empty", "blank"):
        result = run("lint", folder)
        assert result.exit_code == 2
        assert f"nothing to check in {folder} (--allow-empty accepts that)" in result.stderr
        assert run("lint", "--allow-empty", folder).exit_code == 0


def test_hidden_and_ignored_files_are_left_out_of_folders(run: Run) -> None:
    write(a_md=TEN, sub__b_md=TEN, out__c_md=TEN, sub__skip_txt=TEN)
    write(**{".hidden__d_md": TEN})
    Path(".gitignore").write_text("out/\nsub/*.txt\n")
    git("init", "-q")
    result = run("lint", ".")
    assert [line.split(":")[0] for line in result.stdout.splitlines()[1:]] == ["a.md", "sub/b.md"]
    assert "out/c.md:1:1" in run("lint", "out").stdout
    assert "sub/skip.txt:1:1" in run("lint", "sub/skip.txt").stdout


def test_exclude_is_for_folders_and_with_force_for_all(run: Run) -> None:
    write(a_md=TEN, old__b_md=TEN)
    assert "old" not in run("lint", "--exclude", "old/", ".").stdout
    assert run("lint", "--exclude", "old/", "old/b.md").exit_code == 1
    result = run("lint", "--exclude", "old/", "--force-exclude", "old/b.md")
    assert (result.exit_code, result.stdout) == (0, "text report\n")


def test_standard_input(run: Run) -> None:
    result = run("lint", "-", stdin=f"{TEN}\n")
    assert (result.exit_code, result.stdout) == (1, f"text report\n<stdin>:1:1: contradicted: {TEN}\n")
    result = run("lint", "--stdin-filename", "drafts/a.md", "-", stdin=EIGHT)
    assert (result.exit_code, result.stdout) == (0, f"text report\ndrafts/a.md:1:1: supported: {EIGHT}\n")
    result = run("lint", "--stdin-filename", "a.xyz", "-", stdin=EIGHT)
    assert (result.exit_code, result.stdout) == (2, "")


def test_several_formats_in_one_run(run: Run) -> None:
    write(a_md=TEN)
    result = run("lint", "--format", "text", "--format", "json=out.json", "--format", "sarif=out.sarif", "a.md")
    assert result.exit_code == 1
    assert result.stdout.startswith("text report\na.md:1:1")
    assert Path("out.json").read_text().startswith("json report\na.md:1:1")
    assert Path("out.sarif").read_text().startswith("sarif report\na.md:1:1")
    assert run("lint", "--format", "json", "--output", "one.json", "a.md").stdout == ""
    assert Path("one.json").read_text() == Path("out.json").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "json", "--format", "text"], "two reports in one place, standard output"),
        (["--format", "json=x", "--format", "text=./x"], "two reports in one place, x"),
        (["--format", "jsn"], "--format: no format 'jsn' (did you mean 'json'?)"),
        (["--format", "json="], "--format: 'json=' names no file"),
        (["--format", "json=x", "-o", "y"], "--output: every --format has a file of its own"),
        (["--diff", "--fix"], "--diff and --fix: give one of them"),
        (["--diff", "--format", "json"], "--diff prints a patch and no report"),
        (["--as-of", "soon"], "--as-of: "),
        (["--stdin-filename", "a.md"], "--stdin-filename needs - for a PATH"),
        (["--baseline", "none.json"], "--baseline: none.json cannot be read"),
        (["--changed-since", "main"], "is in no git repository"),
        (["--format", "json=no/such/folder"], "kzfacts: --format: no/such/folder cannot be written"),
        (["--output", "no/such/folder"], "kzfacts: --output: no/such/folder cannot be written"),
        (["--format", "json=."], "kzfacts: --format: . is a folder; name a file"),
    ],
)
def test_options_that_cannot_be_used(run: Run, arguments: list[str], message: str) -> None:
    write(a_md=TEN)
    result = run("lint", *arguments, "a.md")
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.startswith("kzfacts: ")
    assert not Path("x").exists()


def test_the_format_is_github_in_github_actions(run: Run) -> None:
    write(a_md=EIGHT)
    assert run("lint", "a.md", env={"GITHUB_ACTIONS": "true"}).stdout.startswith("github report")
    assert run("lint", "--format", "text", "a.md", env={"GITHUB_ACTIONS": "true"}).stdout.startswith("text report")


def test_problems_cannot_forge_workflow_commands(run: Run) -> None:
    write(a_md=f"<!-- kzfacts-##[error]x all -- y -->\n{EIGHT}")
    lines = run("lint", "a.md").stderr.splitlines()
    assert "##[" not in "".join(lines)
    assert all(line.startswith(("kzfacts: ", "1 files")) for line in lines)


def test_a_remark_suppresses_with_a_reason(run: Run) -> None:
    write(a_md=f"<!-- kzfacts-ignore-next official-visits-2014 -- counted otherwise -->\n{TEN}\n{TEN}\n")
    result = run("lint", "a.md")
    assert result.stdout.splitlines()[1:] == [
        f"a.md:2:1: contradicted (inSource: counted otherwise): {TEN}",
        f"a.md:3:1: contradicted: {TEN}",
    ]
    assert result.exit_code == 1
    write(a_md=f"<!-- kzfacts-ignore-file official-visits-2014 -- counted otherwise -->\n{TEN}\n{TEN}\n")
    assert run("lint", "a.md").exit_code == 0


def test_a_remark_without_a_reason_does_not_act(run: Run) -> None:
    write(a_md=f"<!-- kzfacts-ignore-next official-visits-2014 -->\n{TEN}\n")
    result = run("lint", "a.md")
    assert result.exit_code == 2
    assert f"a.md:2:1: contradicted: {TEN}" in result.stdout
    assert "kzfacts: a.md:1:1: kzfacts-ignore-next has no reason and does not act" in result.stderr


def test_an_unused_remark_is_told_of(run: Run) -> None:
    write(a_md=f"<!-- kzfacts-ignore-next official-visits-2014 -- counted otherwise -->\n{EIGHT}\n")
    result = run("lint", "a.md")
    assert result.exit_code == 0
    assert "kzfacts: warning: a.md:1:1: kzfacts-ignore-next official-visits-2014: nothing to suppress" in result.stderr


def test_a_baseline_sets_aside_what_was_found_before(run: Run) -> None:
    write(a_md=f"{TEN}\n{UNKNOWN}\n")
    result = run("lint", "--write-baseline", "base.json", "a.md")
    assert result.exit_code == 0
    assert "base.json: 1 sentence set aside" in result.stderr
    assert json.loads(Path("base.json").read_text())["entries"] == [
        {"path": "a.md", "fact": "official-visits-2014", "sentence": TEN, "count": 1}
    ]
    write(a_md=f"{EIGHT}\n\n{UNKNOWN} {TEN}\n")
    assert run("lint", "--baseline", "base.json", "a.md").exit_code == 0
    write(a_md=f"{TEN}\nThe ten visits were many.\n")
    result = run("lint", "--baseline", "base.json", "a.md")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[1:] == [
        f"a.md:1:1: contradicted (external: in the baseline base.json): {TEN}",
        "a.md:2:1: contradicted: The ten visits were many.",
    ]
    write(a_md=EIGHT)
    result = run("lint", "--baseline", "base.json", "a.md")
    assert result.exit_code == 0
    assert "is not found any more" in result.stderr


def test_only_what_changed_since_a_revision(run: Run) -> None:
    write(a_md=f"{TEN}\n{EIGHT}\n", b_md=TEN)
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    assert run("lint", "--changed-since", "HEAD", ".").stdout == "text report\n"
    write(a_md=f"{TEN}\n{EIGHT}\n{UNKNOWN}\n", c_md=TEN)
    result = run("lint", "--changed-since", "HEAD", ".")
    assert result.stdout.splitlines()[1:] == [f"a.md:3:1: absent: {UNKNOWN}", f"c.md:1:1: contradicted: {TEN}"]
    result = run("lint", "--changed-since", "no-such", ".")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--changed-since: no revision 'no-such'" in result.stderr


def test_diff_prints_a_patch_that_git_takes(run: Run) -> None:
    write(sub__a_md=f"{UNKNOWN} {TEN}\r\nMore.\r\nAnd ten visits more.")
    git("init", "-q")
    before = Path("sub/a.md").read_bytes()
    result = run("lint", "--diff", "--format", "json=out.json", "sub")
    assert result.exit_code == 1
    assert Path("sub/a.md").read_bytes() == before
    assert Path("out.json").read_text().startswith("json report")
    Path("fix.patch").write_bytes(result.stdout_bytes)
    git("apply", "fix.patch")
    assert Path("sub/a.md").read_bytes() == before.replace(b"ten", b"eight")


def test_a_patch_in_github_actions_gives_no_commands_and_still_applies(run: Run) -> None:
    write(**{"a b_md": f"  ::error::forged\n{TEN}\n"})
    git("init", "-q")
    result = run("lint", "--diff", "a b.md", env={"GITHUB_ACTIONS": "true"})
    lines = result.stdout.splitlines()
    token = lines[0].removeprefix("::stop-commands::")
    assert (len(token), lines[-1]) == (32, f"::{token}::")
    Path("fix.patch").write_bytes(result.stdout_bytes)
    git("apply", "fix.patch")
    assert Path("a b.md").read_text() == f"  ::error::forged\n{EIGHT}\n"


def test_a_patch_on_a_terminal_has_no_escapes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(a_md=f"\x1b[31m {TEN}\n")
    monkeypatch.setattr(reporting, "is_terminal", lambda stream: True)
    patch = run("lint", "--diff", "a.md").stdout
    assert "\x1b" not in patch
    assert f"+\u241b[31m {EIGHT}\n" in patch


def test_fix_changes_the_drafts_and_reports_what_is_left(run: Run) -> None:
    write(a_md=f"{TEN} {UNKNOWN}\n“The ten visits were many.”\n", b_md=EIGHT)
    os.chmod("a.md", 0o640)
    result = run("lint", "--fix", ".")
    assert Path("a.md").read_text() == f"{EIGHT} {UNKNOWN}\n“The ten visits were many.”\n"
    assert Path("a.md").stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir()) == ["a.md", "b.md"]
    assert "kzfacts: 1 correction made in 1 draft\n" in result.stderr
    assert result.stdout.splitlines()[1] == f"a.md:1:1: supported: {EIGHT}"


def test_nothing_is_changed_without_fix(run: Run) -> None:
    write(a_md=TEN)
    run("lint", "a.md")
    run("lint", "--diff", "a.md")
    assert Path("a.md").read_text() == TEN


def test_the_day_of_the_draft_wins_over_the_command_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(a_md="Said as of then.", b_md="dated 2014-05-01\nSaid as of then.")
    Path("kzfacts.toml").write_text('as-of = "2016"\n')
    write(sub__c_md="Said as of then.")
    judge = stand_ins.Judge()
    monkeypatch.setattr(engine, "open_draft_checker", lambda *_, **__: stand_ins.draft_checker(judge))
    run("lint", "--as-of", "2015-01-30", "a.md", "b.md")
    run("lint", "sub/c.md")
    assert [day.isoformat() for _, day in judge.asked if day] == ["2015-01-30", "2014-05-01", "2016-12-31"]


def test_processes_give_the_same_results(run: Run) -> None:
    write(**{f"d{number:02}_md": f"{TEN} {UNKNOWN}\n{EIGHT}\n" for number in range(16)}, x_md="broken")
    alone, together = run("lint", "."), run("lint", "--jobs", "2", ".")
    assert alone.output == together.output
    assert alone.stdout.count("contradicted") == 16


def test_configuration_of_the_nearest_file(run: Run) -> None:
    write(sub__a_md=UNKNOWN, b_md=UNKNOWN)
    Path("pyproject.toml").write_text("[tool.kzfacts]\nfail-on = 'never'\n")
    Path("sub/kzfacts.toml").write_text('fail-on = "absent"\n')
    assert run("lint", "sub").exit_code == 1
    assert run("lint", "b.md").exit_code == 0
    assert run("lint", "--fail-on", "contradicted", "sub").exit_code == 0
    assert run("lint", "--isolated", "sub").exit_code == 0
    result = run("lint", ".")
    assert result.exit_code == 2
    assert "two configurations differ in fail-on, pyproject.toml and sub/kzfacts.toml" in result.stderr


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('baseline = "none.json"', "baseline: none.json cannot be read: "),
        ('facts = "none"', "facts: none: no such file or folder"),
        ('format = "json=no/such"', "format: no/such cannot be written: "),
    ],
)
def test_what_the_configuration_names_is_told_with_its_place(run: Run, line: str, message: str) -> None:
    write(a_md=EIGHT)
    Path("kzfacts.toml").write_text(f"jobs = 1\n{line}\n")
    result = run("lint", "a.md")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"kzfacts: kzfacts.toml:2:1: {message}")


def test_mistakes_in_the_configuration_are_told_all_at_once(run: Run) -> None:
    write(a_md=EIGHT)
    Path("kzfacts.toml").write_text('fail_on = "never"\n\njobs = "many"\n')
    result = run("lint", "a.md")
    assert (result.exit_code, result.stdout) == (2, "")
    lines = result.stderr.splitlines()
    assert lines[0].startswith("kzfacts: kzfacts.toml:1:1: unknown key 'fail_on' (did you mean 'fail-on'?)")
    assert lines[1].startswith("kzfacts: kzfacts.toml:3:1: jobs: expected a whole number")


def test_a_verdict_below_the_least_score_is_absent(run: Run) -> None:
    write(a_md=f"{TEN}")
    assert run("lint", "--min-score", "0.93", "a.md").exit_code == 1
    Path("kzfacts.toml").write_text("min-score = 0.95\n")
    result = run("lint", "--format", "jsonl", "a.md")
    assert result.exit_code == 0
    assert "a.md:1:1: absent" in result.stdout
    assert run("lint", "--min-score", "0", "a.md").exit_code == 1
    assert "0<=x<=1" in run("lint", "--min-score", "2", "a.md").stderr
