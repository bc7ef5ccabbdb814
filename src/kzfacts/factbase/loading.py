"""Which files make up a fact base: the shipped ones, and those that the user names instead of the shipped topics."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kzfacts.errors import FactBaseError, KzfactsError, Problem, UsageError

Role = Literal["facts", "sources", "entities", "lexicon"]

_ROLES: dict[str, Role] = {"sources": "sources", "entities": "entities", "lexicon": "lexicon"}
_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class FactFile:
    """A YAML file of the fact base: what it holds, how it is shown, and whether the user named it."""

    path: Path
    shown: str
    role: Role
    given: bool


@dataclass(frozen=True)
class LoadedFile:
    """A file together with its bytes, read once so that what is fingerprinted is what is parsed."""

    file: FactFile
    data: bytes


def shipped_folder() -> Path:
    """The folder of the shipped facts: package data, or ``facts/`` of a source checkout.

    Raises KzfactsError when there is neither.
    """
    package = Path(__file__).resolve().parents[1]
    candidates = (package / "_facts", package.parents[1] / "facts")
    found = next((folder for folder in candidates if folder.is_dir()), None)
    if found is None:
        raise KzfactsError(f"the shipped fact base is missing (no folder {candidates[0]}); install kzfacts again")
    return found


def plan(paths: Iterable[str | Path] = (), *, topics: bool = True) -> list[FactFile]:
    """List the files of a fact base in the order in which they are read.

    Without ``paths`` these are the shipped files. ``paths`` (files, or folders with all they contain) replace
    the shipped topic files, while shipped sources, entities and lexicon stay. With ``topics`` false the shipped
    topics are left out altogether.

    Raises UsageError when a path does not exist or holds no YAML.
    """
    paths = list(paths)
    if any(not str(path).strip() for path in paths):
        raise UsageError("a path to facts is empty; name a YAML file or a folder")
    given = [Path(path) for path in paths]
    shipped = _under(shipped_folder())
    shown = _showing()
    files = [FactFile(path, shown(path), _role_of(path), given=False) for path in shipped]
    if given or not topics:
        files = [file for file in files if file.role != "facts"]
    known = {file.path.resolve() for file in files} if given else set()
    for path in _named(given):
        if path.resolve() not in known:
            known.add(path.resolve())
            files.append(FactFile(path, str(path), _role_of(path), given=True))
    return files


def read_files(files: Iterable[FactFile]) -> list[LoadedFile]:
    """Read the files; raises FactBaseError naming every one that cannot be read."""
    loaded: list[LoadedFile] = []
    problems: list[Problem] = []
    for file in files:
        try:
            loaded.append(LoadedFile(file, file.path.read_bytes()))
        except OSError as error:
            problems.append(Problem(file.shown, 1, 1, f"cannot be read: {error.strerror or error}"))
    if problems:
        raise FactBaseError(problems)
    return loaded


def _named(paths: Iterable[Path]) -> list[Path]:
    """The YAML files that the user's paths stand for; every path that stands for none is told in one error."""
    found: list[Path] = []
    mistakes: list[str] = []
    for path in paths:
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            mistakes.append(f"{path}: {_reason(error)}")
            continue
        if stat.S_ISDIR(mode):
            inside = _under(path)
            found += inside
            if not inside:
                mistakes.append(f"{path}: no YAML file (.yaml or .yml) in this folder")
        elif not stat.S_ISREG(mode):
            mistakes.append(f"{path}: neither a file nor a folder")
        elif path.suffix.lower() not in _SUFFIXES:
            mistakes.append(f"{path}: not a YAML file (.yaml or .yml)")
        else:
            found.append(path)
    if mistakes:
        raise UsageError("\n".join(mistakes))
    return found


def _under(folder: Path) -> list[Path]:
    """All YAML files in a folder and the folders in it, sorted; names that begin with a dot are left out."""
    found: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(parent, name)
            if not name.startswith(".") and path.suffix.lower() in _SUFFIXES and _may_be_read(path):
                found.append(path)
    return sorted(found)


def _refuse(error: OSError) -> None:
    raise UsageError(f"{error.filename}: {_reason(error)}")


def _reason(error: Exception) -> str:
    reason = getattr(error, "strerror", None) or "not a usable path"
    return f"{reason[:1].lower()}{reason[1:]}"


def _may_be_read(path: Path) -> bool:
    """Tell whether to read a path in a folder: pipes would block, but a link to nowhere is a mistake to report."""
    return path.is_file() or not path.exists()


def _role_of(path: Path) -> Role:
    return _ROLES.get(path.stem, "facts")


def _showing() -> Callable[[Path], str]:
    """Return what shows a shipped file as people would open it: relative to the working folder when it is below it."""
    try:
        here = os.path.join(os.getcwd(), "")
    except OSError:
        return str
    return lambda path: str(path).removeprefix(here)
