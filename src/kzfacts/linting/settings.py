"""What a run of ``kzfacts lint`` is set to, and where each value comes from.

A value is given on the command line, else in the configuration file nearest above the checked file, else it has its
default. `KEYS` is the one table of what can be set.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal, get_args

import msgspec

from kzfacts.errors import UsageError
from kzfacts.linting.days import read_day

FailOn = Literal["contradicted", "absent", "never"]
COMMAND_LINE = "command line"
DEFAULT = "default"
FORMATS = ("text", "json", "jsonl", "sarif", "github", "github-summary", "gitlab", "junit", "rdjson", "html")
"""The names of the reports."""


class Settings(msgspec.Struct, frozen=True):
    """All values for one checked file; ``origins`` says of each key where it comes from.

    Paths are relative to the working folder, or absolute. The globs of ``exclude`` are relative to ``exclude_from``.
    ``file`` is the configuration file, empty where there is none.
    """

    facts: tuple[str, ...] = ()
    as_of: date | None = None
    format: tuple[str, ...] = ()
    fail_on: FailOn = "contradicted"
    min_score: float = 0.0
    exclude: tuple[str, ...] = ()
    baseline: str = ""
    allow_empty: bool = False
    jobs: int = 1
    exclude_from: str = "."
    file: str = ""
    origins: dict[str, str] = {}

    def named_by(self, key: str) -> str:
        """Return what sets a key, as messages begin with it: the option, or its line in the configuration file."""
        origin = self.origins.get(key, COMMAND_LINE)
        return f"--{key}" if origin in (COMMAND_LINE, DEFAULT) else f"{origin}:1: {key}"


class Key(msgspec.Struct, frozen=True):
    """One thing that can be set: its name in a file, how its value is read, and what it is for.

    ``read`` takes the value and the folder of the file, and raises ValueError with what is wrong. ``whole`` says that
    it is a matter of the run as a whole, on which all files of a run must agree.
    """

    name: str
    read: Callable[[object, Path], object]
    schema: dict[str, object]
    help: str
    whole: bool = True

    @property
    def field(self) -> str:
        """The name of the value in `Settings`."""
        return self.name.replace("-", "_")


def _texts(value: object, _folder: Path) -> tuple[str, ...]:
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not all(isinstance(item, str) and item for item in given):
        raise ValueError("expected a text or a list of texts")
    return tuple(given)


def _paths(value: object, folder: Path) -> tuple[str, ...]:
    return tuple(_beside(folder, path) for path in _texts(value, folder))


def _path(value: object, folder: Path) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("expected a path")
    return _beside(folder, value)


def _beside(folder: Path, path: str) -> str:
    """Return ``path``, relative to ``folder``, as a path from the working folder, or an absolute one above it."""
    whole = os.path.normpath(os.path.join(folder, path))
    near = os.path.relpath(whole)
    return whole if near.startswith("..") else near


def _day(value: object, _folder: Path) -> date:
    return read_day(value)


def _formats(value: object, folder: Path) -> tuple[str, ...]:
    return tuple(_format(text, folder) for text in _texts(value, folder))


def _format(text: str, folder: Path) -> str:
    name, equals, path = text.partition("=")
    read_format(text)
    return f"{name}={_beside(folder, path)}" if equals else name


def read_format(text: str) -> tuple[str, str]:
    """Return the format and the file of ``FORMAT`` or ``FORMAT=FILE``, which is empty in the first.

    Raises ValueError for a format that does not exist, or an empty file.
    """
    from kzfacts.factbase.schema import did_you_mean

    name, equals, path = text.partition("=")
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}{did_you_mean(name, FORMATS)}; there are {', '.join(FORMATS)}")
    if equals and not path:
        raise ValueError(f"{text!r} names no file; write {name}=FILE")
    return name, path


def _choice(value: object, _folder: Path) -> str:
    if value not in get_args(FailOn):
        raise ValueError(f"expected one of {', '.join(get_args(FailOn))}")
    return str(value)


def _switch(value: object, _folder: Path) -> bool:
    if not isinstance(value, bool):
        raise ValueError("expected true or false")
    return value


def _count(value: object, _folder: Path) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError("expected a whole number; 0 stands for as many as there are processors")
    return value


def _share(value: object, _folder: Path) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError("expected a number from 0 to 1")
    return float(value)


_TEXT: dict[str, object] = {"type": "string", "minLength": 1}
_TEXT_OR_TEXTS: dict[str, object] = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_SWITCH: dict[str, object] = {"type": "boolean"}
KEYS = {
    key.name: key
    for key in (
        Key("facts", _paths, _TEXT_OR_TEXTS, "files or folders of facts in place of the shipped ones"),
        Key("as-of", _day, _TEXT, "the day on which drafts without a date of their own were written", whole=False),
        Key("format", _formats, _TEXT_OR_TEXTS, "reports to write: FORMAT, or FORMAT=FILE"),
        Key("fail-on", _choice, {"enum": list(get_args(FailOn))}, "which verdicts make the exit status 1"),
        Key(
            "min-score",
            _share,
            {"type": "number", "minimum": 0, "maximum": 1},
            "the least score, 0 to 1, of a verdict that is reported; what has a lower one is absent",
        ),
        Key("exclude", _texts, _TEXT_OR_TEXTS, "files left out: globs as in .gitignore", whole=False),
        Key("baseline", _path, _TEXT, "the file with what was found before and does not count"),
        Key("allow-empty", _switch, _SWITCH, "whether a run with nothing to check is all right"),
        Key("jobs", _count, {"type": "integer", "minimum": 0}, "how many processes check; 0: one a processor"),
    )
}


def combine(given: Mapping[str, object], *, file: str = "", values: Mapping[str, tuple[object, str]] = {}) -> Settings:
    """Return the settings by what the command line has ``given`` over the ``values`` of a ``file``.

    Values are by key, in a file with their origin ("kzfacts.toml:3"); both have been read by their `Key`.
    """
    chosen: dict[str, object] = {}
    origins = dict.fromkeys(KEYS, DEFAULT)
    for name, key in KEYS.items():
        if name in given:
            chosen[key.field], origins[name] = given[name], COMMAND_LINE
        elif name in values:
            chosen[key.field], origins[name] = values[name]
    chosen["exclude_from"] = (os.path.dirname(file) or ".") if file and "exclude" not in given else "."
    return msgspec.convert({**chosen, "file": file, "origins": origins}, Settings)


def read_given(values: Mapping[str, object]) -> dict[str, object]:
    """Return what the command line gives, by key, read; raises UsageError with the option that is wrong."""
    read: dict[str, object] = {}
    for name, value in values.items():
        try:
            read[name] = KEYS[name].read(value, Path())
        except ValueError as error:
            raise UsageError(f"--{name}: {error}") from None
    return read


def agreed(every: Iterable[Settings], otherwise: Settings) -> Settings:
    """Return the settings of a run whose files have these, ``otherwise`` where there are none.

    Raises UsageError where two configuration files differ in what holds for the run as a whole.
    """
    first: Settings | None = None
    for settings in every:
        first = first or settings
        for key in KEYS.values():
            if key.whole and getattr(settings, key.field) != getattr(first, key.field):
                here, there = (each.file or "no configuration file" for each in (first, settings))
                raise UsageError(
                    f"two configurations differ in {key.name}, {here} and {there}: check their files in runs of their "
                    "own, or choose one with --config"
                )
    return first or otherwise


def json_schema() -> dict[str, object]:
    """Return the JSON Schema of a configuration file, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "kzfacts.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: {**key.schema, "description": key.help} for key in KEYS.values()},
    }
