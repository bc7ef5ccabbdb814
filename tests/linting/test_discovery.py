from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from kzfacts.linting.configuration import Configuration
from kzfacts.linting.discovery import Discovery, discover
from linting import stand_ins


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def touch(*paths: str) -> None:
    for path in map(Path, paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def find(*paths: str, force_exclude: bool = False, **given: object) -> Discovery:
    return discover(paths, Configuration(given), stand_ins.format_of, force_exclude=force_exclude)


def names(found: Discovery) -> list[str]:
    return [each.name for each in found.files]


def test_folders_are_searched_in_the_order_of_paths() -> None:
    touch("b.md", "a/z.md", "a/b/c.txt", "a.md", "a/b.py", ".h/a.md", "a/.h.md", "node_modules/x.md")
    assert names(find(".")) == ["a/b/c.txt", "a/z.md", "a.md", "b.md"]


def test_a_file_counts_once() -> None:
    touch("a/b.md")
    os.symlink("a/b.md", "c.md")
    assert names(find("a/b.md", "a", "./a/../a/b.md", "c.md")) == ["a/b.md"]


def test_hidden_files_are_taken_by_name() -> None:
    touch(".h/a.md")
    assert names(find(".h/a.md")) == [".h/a.md"]
    assert names(find(".h")) == [".h/a.md"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("none.md", "no such file or folder"),
        ("link.md", "a link that leads nowhere"),
        ("a.py", "no kind of draft that kzfacts knows by its ending"),
        ("pipe.md", "no regular file"),
    ],
)
def test_what_is_named_and_cannot_be_checked(path: str, message: str) -> None:
    touch("a.py")
    os.symlink("nowhere", "link.md")
    os.mkfifo("pipe.md")
    [problem] = find(path).problems
    assert problem.path == path
    assert problem.message.startswith(message)


def test_globs_are_those_of_gitignore_from_the_folder_of_their_file() -> None:
    touch("old/a.md", "sub/old/b.md", "sub/c.md", "sub/keep.md")
    Path("sub/kzfacts.toml").write_text('exclude = ["/old", "*.md", "!keep.md"]\n')
    found = find(".")
    assert (names(found), found.excluded) == (["old/a.md", "sub/keep.md"], 2)
    assert names(find("sub/c.md")) == ["sub/c.md"]
    assert names(find("sub/c.md", force_exclude=True)) == []


def test_paths_outside_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch("x/a.md", "work/b.md")
    monkeypatch.chdir("work")
    assert names(find("../x", str(tmp_path / "work" / "b.md"))) == ["../x/a.md", "b.md"]


def test_git_decides_what_is_ignored() -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    touch("a/out/b.md", "a/out/deep/c.md", "a/d.md", "a/e.txt")
    Path("a/.gitignore").write_text("out\n*.txt\n")
    assert names(find("a")) == ["a/d.md"]
    assert names(find("a/out")) == ["a/out/b.md", "a/out/deep/c.md"]
