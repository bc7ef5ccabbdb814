"""Configuration files: ``kzfacts.toml``, ``.kzfacts.toml``, or ``[tool.kzfacts]`` of ``pyproject.toml``.

The nearest one above a checked file holds for it, alone; files further up add nothing.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from kzfacts.errors import Problem, ProblemsError, UsageError
from kzfacts.factbase.schema import did_you_mean
from kzfacts.linting.settings import KEYS, Settings, combine

NAMES = ("kzfacts.toml", ".kzfacts.toml", "pyproject.toml")
_SHARED = "pyproject.toml"
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class ConfigurationError(ProblemsError):
    """A configuration file cannot be used; ``problems`` lists every mistake found in it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems)


class Configuration:
    """Finds the settings for a file; each configuration file is read once."""

    def __init__(self, given: Mapping[str, object], *, file: str | None = None, isolated: bool = False) -> None:
        """Take what the command line has given, read; ``file`` to use for all, ``isolated`` for none at all."""
        self._given = given
        self._file = Path(file) if file is not None else None
        self._isolated = isolated
        self._by_folder: dict[Path, Settings] = {}

    def of(self, path: Path) -> Settings:
        """Return the settings for the file or folder ``path``; raises ConfigurationError."""
        return self._in(path.absolute().parent)

    def _in(self, folder: Path) -> Settings:
        if self._isolated:
            return self._settle(Path(), None)
        if self._file is not None:
            return self._settle(Path(), self._file)
        for above in (folder, *folder.parents):
            if above in self._by_folder:
                found = self._by_folder[above]
                break
            file = next((above / name for name in NAMES if _holds_settings(above / name)), None)
            if file is not None or above == above.parent:
                found = self._settle(above, file)
                break
        for each in (folder, *folder.parents):
            self._by_folder[each] = found
            if each == above:
                break
        return found

    def _settle(self, folder: Path, file: Path | None) -> Settings:
        if folder not in self._by_folder:
            name = "" if file is None else _shown(file)
            values = {} if file is None else read_file(file)
            self._by_folder[folder] = combine(self._given, file=name, values=values)
        return self._by_folder[folder]


def _shown(path: Path) -> str:
    """Return a path as it is best shown: from the working folder where it is in it."""
    near = os.path.relpath(path)
    return os.path.abspath(path) if near.startswith("..") else near


def _holds_settings(path: Path) -> bool:
    if not path.is_file():
        return False
    if path.name != _SHARED:
        return True
    try:
        ours = b"kzfacts" in path.read_bytes()
    except OSError:  # whoever wrote it did not write it for us
        return False
    return ours and _table(path, _read(path)) is not None


def read_file(path: Path) -> dict[str, tuple[object, str]]:
    """Return the values in a configuration file by key, each with its origin ``path:line``.

    Raises ConfigurationError with every mistake: unknown keys, values of the wrong type, text that is no TOML.
    """
    text = _read(path)
    table = _table(path, text)
    name = _shown(path)
    values: dict[str, tuple[object, str]] = {}
    problems = []
    for key, value in (table or {}).items():
        line, column = _place(text, key, shared=path.name == _SHARED)
        try:
            if key not in KEYS:
                raise ValueError(f"unknown key {key!r}{did_you_mean(key, KEYS)}; there are {', '.join(KEYS)}")
            values[key] = KEYS[key].read(value, path.parent), f"{name}:{line}"
        except ValueError as error:
            what = str(error) if key not in KEYS else f"{key}: {error}"
            problems.append(Problem(name, line, column, what))
    if problems:
        raise ConfigurationError(*problems)
    return values


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{_shown(path)} cannot be read: {error.strerror}; --isolated does without") from None
    except UnicodeDecodeError:
        raise ConfigurationError(Problem(_shown(path), 1, 1, "not UTF-8 text; TOML is always UTF-8")) from None


def _table(path: Path, text: str) -> dict[str, object] | None:
    """Return the table with the settings, None where a ``pyproject.toml`` has none."""
    try:
        whole: dict[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at and at[1] else (max(1, len(text.splitlines())), 1)
        raise ConfigurationError(
            Problem(_shown(path), line, column, f"not TOML: {_AT.sub('', str(error)).lower()}")
        ) from None
    if path.name != _SHARED:
        return whole
    tool = whole.get("tool")
    table = tool.get("kzfacts") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        line, column = _place(text, "kzfacts", shared=False)
        raise ConfigurationError(Problem(_shown(path), line, column, "tool.kzfacts must be a table"))
    return table


def _place(text: str, key: str, *, shared: bool) -> tuple[int, int]:
    """Return line and column of a key, by a search for it; (1, 1) where it is written in some rarer way.

    In a ``shared`` file the search begins at the tool's own table.
    """
    lines = text.splitlines()
    start = next((number for number, line in enumerate(lines) if shared and "tool.kzfacts" in line), 0)
    pattern = re.compile(rf"""(?:^|[\s{{,.])(?P<key>["']?{re.escape(key)}["']?)\s*[=.\]]""")
    for number, line in enumerate(lines[start:], start=start + 1):
        if found := pattern.search(line.partition("#")[0]):
            return number, found.start("key") + 1
    return 1, 1
