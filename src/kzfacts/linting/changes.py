"""What a git revision leaves changed: the lines of each file that differ from where the two histories parted."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Sequence

import msgspec

from kzfacts.documents.model import Sentence
from kzfacts.errors import UsageError

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""Variables that a git hook sets for its own repository."""


class Lines(msgspec.Struct, frozen=True):
    """The changed lines of a file: ``ranges`` of lines from 1, both ends included, or the ``whole`` file.

    A range (4, 3) is a place between lines 3 and 4 where lines were taken away.
    """

    ranges: tuple[tuple[int, int], ...] = ()
    whole: bool = False

    def touch(self, sentence: Sentence) -> bool:
        """Say whether a sentence has a changed line, or had one inside that is gone."""
        first, last = sentence.region.line, sentence.region.end_line
        return self.whole or any(
            first <= end and start <= last if start <= end else first < start <= last for start, end in self.ranges
        )


def changed_lines(paths: Sequence[str], revision: str) -> dict[str, Lines]:
    """Return what has changed in each of the files ``paths`` since ``revision``; files without a change are left out.

    Compared is the working tree with the commit where the revision and HEAD parted. New files are changed whole, also
    those that git does not know, and those that it holds for binary. Raises UsageError where there is no git, no
    repository, or no such revision.
    """
    changed: dict[str, Lines] = {}
    for root, files in _by_repository(paths).items():
        changed.update(_changed_in(root, files, _base(root, revision)))
    return changed


def _by_repository(paths: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return for the root of each repository its files: paths from the root to the paths given."""
    roots: dict[str, str] = {}
    files: dict[str, dict[str, str]] = {}
    for path in paths:
        real = os.path.realpath(path)
        folder = os.path.dirname(real)
        if folder not in roots:
            roots[folder] = os.path.realpath(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\r\n")))
        root = roots[folder]
        files.setdefault(root, {})[os.path.relpath(real, root).replace(os.sep, "/")] = path
    return files


def _base(root: str, revision: str) -> str:
    """Return the commit to compare with."""
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except UsageError:
        hint = "in a shallow clone fetch it first (actions/checkout: fetch-depth: 0)"
        raise UsageError(f"--changed-since: no revision {revision!r} in {root}; {hint}") from None
    sha = commit.decode().strip()
    try:
        return _git(root, "merge-base", sha, "HEAD").decode().split()[0]
    except (UsageError, IndexError):  # histories that never met
        return sha


def _changed_in(root: str, files: dict[str, str], base: str) -> dict[str, Lines]:
    tracked = set(_names(_git(root, "ls-files", "-z", "--full-name")))
    changed = {path: Lines(whole=True) for name, path in files.items() if name not in tracked}
    fields = iter(_names(_git(root, "diff", "--name-status", "-z", "-M", "--no-ext-diff", base)))
    for status in fields:
        old = next(fields)
        new = next(fields) if status[:1] in ("R", "C") else old
        if new not in files or status == "D":
            continue
        if status == "A":
            changed[files[new]] = Lines(whole=True)
        else:
            changed[files[new]] = _lines(root, base, old, new)
    return {path: lines for path, lines in changed.items() if lines.whole or lines.ranges}


def _lines(root: str, base: str, old: str, new: str) -> Lines:
    pathspecs = [f":(top,literal){name}" for name in sorted({old, new})]
    plain = ("--no-color", "--no-ext-diff", "--no-textconv")
    patch = _git(root, "diff", "-U0", "-M", "--inter-hunk-context=0", *plain, base, "--", *pathspecs)
    if b"\nBinary files " in patch:
        return Lines(whole=True)
    ranges = []
    for hunk in _HUNK.finditer(patch):
        start, count = int(hunk[1]), int(hunk[2] or 1)
        ranges.append((start, start + count - 1) if count else (start + 1, start))
    return Lines(tuple(ranges))


def _names(output: bytes) -> list[str]:
    return [os.fsdecode(name) for name in output.split(b"\0") if name]


def _git(folder: str, *arguments: str) -> bytes:
    """Return what git prints; raises UsageError with its reason where it fails."""
    environment = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    command = ["git", "-c", "core.quotePath=false", "-C", folder, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=environment)
    except OSError as error:
        raise UsageError(f"--changed-since needs git, which cannot be run: {error.strerror}") from None
    if done.returncode == 0:
        return done.stdout
    reason = done.stderr.decode(errors="replace").strip().splitlines()
    if reason and "not a git repository" in reason[0]:
        raise UsageError(f"--changed-since: {folder} is in no git repository")
    raise UsageError(f"--changed-since: git {arguments[0]}: {reason[0] if reason else f'status {done.returncode}'}")
