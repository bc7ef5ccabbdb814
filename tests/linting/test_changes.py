from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kzfacts.errors import UsageError
from kzfacts.linting.changes import Lines, changed_lines
from linting import stand_ins

IDENTITY = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


def git(*arguments: str) -> None:
    subprocess.run(["git", *IDENTITY, *arguments], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def _repository(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    Path("a b.md").write_text("one\ntwo\nthree\nfour\n")
    Path("é.md").write_text("one\n")
    git("add", ".")
    git("commit", "-qm", "first")


def test_nothing_has_changed() -> None:
    assert changed_lines(["a b.md", "é.md"], "HEAD") == {}


def test_changed_added_and_deleted_lines() -> None:
    Path("a b.md").write_text("one\n2\nfour\nfive\nsix\n")
    Path("é.md").write_text("one\ntwo")
    assert changed_lines(["a b.md", "é.md"], "main") == {"a b.md": Lines(((2, 2), (4, 5))), "é.md": Lines(((2, 2),))}
    Path("a b.md").write_text("one\nthree\nfour\n")
    assert changed_lines(["a b.md"], "main") == {"a b.md": Lines(((2, 1),))}


def test_new_files_are_changed_whole_and_renamed_ones_only_where_they_differ() -> None:
    Path("new.md").write_text("one\n")
    Path("staged.md").write_text("one\n")
    git("add", "staged.md")
    git("mv", "a b.md", "c.md")
    Path("c.md").write_text("one\ntwo\nthree\nfour\nfive\n")
    assert changed_lines(["new.md", "staged.md", "c.md"], "HEAD") == {
        "new.md": Lines(whole=True),
        "staged.md": Lines(whole=True),
        "c.md": Lines(((5, 5),)),
    }


def test_what_others_have_changed_since_does_not_count() -> None:
    git("checkout", "-qb", "branch")
    Path("é.md").write_text("one\ntwo\n")
    git("commit", "-qam", "ours")
    git("checkout", "-q", "main")
    Path("a b.md").write_text("theirs\n")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "branch")
    assert changed_lines(["a b.md", "é.md"], "main") == {"é.md": Lines(((2, 2),))}


def test_a_revision_that_is_none_and_a_folder_that_is_no_repository(tmp_path_factory: pytest.TempPathFactory) -> None:
    for revision in ("none", "--output=x"):
        with pytest.raises(UsageError, match="--changed-since: no revision"):
            changed_lines(["a b.md"], revision)
    outside = tmp_path_factory.mktemp("outside") / "a.md"
    outside.touch()
    with pytest.raises(UsageError, match="is in no git repository"):
        changed_lines([str(outside)], "HEAD")


@pytest.mark.parametrize(
    ("lines", "touched"),
    [
        (Lines(((1, 1),)), False),
        (Lines(((1, 2),)), True),
        (Lines(((3, 9),)), False),
        (Lines(whole=True), True),
        (Lines(((2, 1),)), False),
        (Lines(((3, 2),)), False),
    ],
)
def test_sentences_that_lines_touch(lines: Lines, touched: bool) -> None:
    [sentence] = stand_ins.read_document("a.md", b"\nThe second line.\n").sentences
    assert lines.touch(sentence) is touched
