"""Which files a run checks: those named, and in folders those with the ending of a known format."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath

import msgspec
import pathspec

from kzfacts.linting.configuration import Configuration
from kzfacts.linting.ignored import ignored_in
from kzfacts.linting.results import Problem
from kzfacts.linting.settings import Settings

FormatOf = Callable[[str], str | None]
_NEVER = frozenset({"node_modules", "__pycache__"})
"""Folders that hold other people's files only; those whose names begin with a dot are left out too."""


class Found(msgspec.Struct, frozen=True):
    """A file to check: where it is, as given or below what was given, and what it is checked with."""

    path: str
    settings: Settings

    @property
    def name(self) -> str:
        """The path as reports show it: from the working folder where the file is in it, with forward slashes."""
        return shown(self.path)


class Discovery(msgspec.Struct, frozen=True):
    """What was found: files in the order of their paths, problems, and how many files were left out on purpose."""

    files: tuple[Found, ...]
    problems: tuple[Problem, ...] = ()
    excluded: int = 0


def shown(path: str) -> str:
    """Return a path as reports show it: from the working folder where it is in it, with forward slashes."""
    near = os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)
    outside = os.path.isabs(path) and near.startswith(os.pardir)
    return PurePath(path if outside else near).as_posix()


def discover(
    paths: Iterable[str], configuration: Configuration, format_of: FormatOf, *, force_exclude: bool = False
) -> Discovery:
    """Find the files to check among ``paths``, files and folders.

    A file that is named is checked whatever ``exclude`` says, unless ``force_exclude``; in folders, hidden ones, links
    to folders, what git ignores and files of no known format are passed over. A file named twice counts once. Raises
    ConfigurationError.
    """
    search = _Search(configuration, format_of)
    for path in paths:
        if os.path.isdir(path):
            search.walk(path)
        else:
            search.take(path, force_exclude=force_exclude)
    files = sorted(search.found.values(), key=lambda found: PurePath(found.name).parts)
    return Discovery(tuple(files), tuple(search.problems), search.excluded)


class _Search:
    """One search: what was found so far, by the real path of each file."""

    def __init__(self, configuration: Configuration, format_of: FormatOf) -> None:
        self.found: dict[str, Found] = {}
        self.problems: list[Problem] = []
        self.excluded = 0
        self._configuration = configuration
        self._format_of = format_of
        self._specs: dict[tuple[str, tuple[str, ...]], pathspec.GitIgnoreSpec] = {}

    def take(self, path: str, *, force_exclude: bool) -> None:
        """Take a file that was named."""
        if wrong := self._reason_against(path):
            self._tell(path, wrong)
            return
        settings = self._configuration.of(Path(path))
        if force_exclude and self._excludes(settings, path):
            self.excluded += 1
        else:
            self._add(path, settings)

    def walk(self, top: str) -> None:
        """Take the files in a folder and below."""
        ignored = ignored_in(top)
        for folder, subfolders, names in os.walk(top, onerror=self._tell_of):
            real = os.path.realpath(folder)
            subfolders[:] = sorted(
                name for name in subfolders if os.path.join(real, name) not in ignored and self._enters(folder, name)
            )
            for name in sorted(names):
                path = os.path.join(folder, name)
                if name.startswith(".") or self._format_of(name) is None or not os.path.isfile(path):
                    continue
                if os.path.join(real, name) in ignored:
                    continue
                settings = self._configuration.of(Path(path))
                if self._excludes(settings, path):
                    self.excluded += 1
                else:
                    self._add(path, settings)

    def _enters(self, folder: str, name: str) -> bool:
        """Say whether to look into a folder; one that is left out whole need not be walked."""
        if name.startswith(".") or name in _NEVER:
            return False
        path = os.path.join(folder, name)
        settings = self._configuration.of(Path(path))
        negated = any(pattern.startswith("!") for pattern in settings.exclude)
        return negated or not self._excludes(settings, path + os.sep)

    def _reason_against(self, path: str) -> str:
        if not os.path.lexists(path):
            return "no such file or folder; check its name, and the folder that kzfacts runs in"
        if not os.path.exists(path):
            return "a link that leads nowhere; mend it, or take it away"
        if self._format_of(path) is None:
            return (
                "no kind of draft that kzfacts knows by its ending (Markdown, HTML, text, reStructuredText, .docx); "
                "if it is one, pass it as standard input: kzfacts lint --stdin-filename NAME.txt - < FILE"
            )
        return "" if os.path.isfile(path) else "no regular file; pass what it gives as standard input, with -"

    def _excludes(self, settings: Settings, path: str) -> bool:
        if not settings.exclude:
            return False
        key = settings.exclude_from, settings.exclude
        if key not in self._specs:
            self._specs[key] = pathspec.GitIgnoreSpec.from_lines(settings.exclude)
        # a path above the folder of the globs cannot match them
        near = os.path.relpath(os.path.abspath(path), os.path.abspath(settings.exclude_from))
        trailing = "/" if path.endswith(os.sep) else ""
        return not near.startswith(os.pardir) and self._specs[key].match_file(PurePath(near).as_posix() + trailing)

    def _add(self, path: str, settings: Settings) -> None:
        self.found.setdefault(os.path.realpath(path), Found(path, settings))

    def _tell_of(self, error: OSError) -> None:
        self._tell(str(error.filename), f"cannot be read: {error.strerror}; make it readable, or exclude it")

    def _tell(self, path: str, message: str) -> None:
        self.problems.append(Problem(shown(path), 0, 0, message))
