"""A fact as the YAML that a curator would write: block style, quotes only where a text needs them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import yaml

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

_ALWAYS_QUOTED = ("when", "published")  # dates, as docs/facts.md asks
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def write_record(record: Mapping[str, Value]) -> str:
    """Return a record as an item of a YAML list, each line ended."""
    lines = [f"  {line}" for line in _mapping(record)]
    return "".join(f"{line}\n" for line in ("- " + lines[0][2:], *lines[1:]))


def _mapping(record: Mapping[str, Value]) -> Iterator[str]:
    for key, value in record.items():
        if isinstance(value, str):
            yield f"{key}: {scalar(value, quoted=key in _ALWAYS_QUOTED)}"
        elif short := _in_one_line(key, value):
            yield f"{key}: {short}"
        else:
            yield f"{key}:"
            yield from (f"  {line}" for line in (_mapping(value) if isinstance(value, dict) else _list(value)))


def _list(values: list[Value]) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict):
            first, *others = _mapping(value)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)
        else:
            assert isinstance(value, str)
            yield f"- {scalar(value)}"


def _in_one_line(key: str, value: Value) -> str:
    """Return participants, and links to other facts, in braces and brackets; nothing for what needs lines."""
    if isinstance(value, str):
        return value if _ID.fullmatch(value) and scalar(value) == value else ""
    if key == "citations" or not value:
        return ""
    if isinstance(value, list):
        items = [_in_one_line("", item) for item in value]
        return f"[{', '.join(items)}]" if all(items) else ""
    pairs = {name: _in_one_line(name, item) for name, item in value.items()}
    fits = all(pairs.values()) and all(re.fullmatch(r"[a-z_]+", name) for name in pairs)
    return "{" + ", ".join(f"{name}: {item}" for name, item in pairs.items()) + "}" if fits else ""


def scalar(text: str, *, quoted: bool = False) -> str:
    """Return a text of one line as it stands, or in double quotes where YAML would take it for something else."""
    return json.dumps(text, ensure_ascii=False) if quoted or not _is_plain(text) else text


def _is_plain(text: str) -> bool:
    try:
        return bool(yaml.safe_load(f"- {text}\n") == [text] and yaml.safe_load(f"k: {text}\n") == {"k": text})
    except (yaml.YAMLError, ValueError):  # ValueError: what looks like a date and is none
        return False
