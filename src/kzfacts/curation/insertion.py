"""Where a new fact goes in a file of facts, without a change to any other byte."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kzfacts.errors import FactBaseError, UsageError
from kzfacts.factbase.yaml_reader import Items, Node, Table, Text, read_yaml


@dataclass(frozen=True)
class Inserted:
    """A file's new content, and the line (from 1) at which the new record begins."""

    data: bytes
    line: int


@dataclass(frozen=True)
class Heading:
    """What a file's outline has of a fact; ``line`` counts from 1."""

    id: str
    topic: str
    line: int


def outline(data: bytes) -> list[Heading]:
    """Return id, topic and line of each fact of a file; nothing for a file that cannot be read."""
    root, _ = read_yaml("", data)
    return [
        Heading(_value(item, "id"), _value(item, "topic"), item.line)
        for item in (root if isinstance(root, Items) else ())
        if isinstance(item, Table)
    ]


def insert(data: bytes, shown: str, record: str, topic: str) -> Inserted:
    """Put ``record``, an item of a YAML list, after the last fact of the same topic, or else at the end.

    ``shown`` is the file's name in messages. Raises FactBaseError when the file is no YAML, UsageError when its
    facts do not stand one below the other.
    """
    root, problems = read_yaml(shown, data)
    if problems:
        raise FactBaseError(problems)
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    text = data.decode("utf-8-sig")
    lines = re.split(r"(?<=\n)", text)
    lines = lines[:-1] if not lines[-1] else lines
    items = _items(root, lines, shown)
    spaced = len(items) < 2 or any(_is_apart(item, lines) for item in items[1:])
    at = _place(items, lines, topic)
    indent = items[-1].column - 3 if items else 0
    newline = "\r\n" if "\r\n" in text else "\n"
    new = [f"{' ' * indent}{line}{newline}" for line in record.rstrip("\n").split("\n")]
    before, after = lines[:at], lines[at:]
    if before and not before[-1].endswith("\n"):
        before[-1] += newline
    if spaced and before and before[-1].strip():
        before.append(newline)
    if spaced and after and after[0].strip() not in ("", "..."):
        new.append(newline)
    return Inserted("".join([mark, *before, *new, *after]).encode(), len(before) + 1)


def _items(root: Node | None, lines: Sequence[str], shown: str) -> list[Table]:
    """Return the facts of a file, each known to begin with a dash on a line of its own."""
    if root is None or (isinstance(root, Text) and not root):
        return []
    items = list(root) if isinstance(root, Items) else []
    tables = [item for item in items if isinstance(item, Table)]
    in_rows = all(re.fullmatch(r"\s*- ", lines[item.line - 1][: item.column - 1]) for item in tables)
    if not tables or len(tables) < len(items) or not in_rows:
        raise UsageError(
            f"{shown}: its facts are not written one below the other, each after '- '; add this one by hand"
        )
    return tables


def _place(items: Sequence[Table], lines: Sequence[str], topic: str) -> int:
    """Return the number of lines that come before the new record."""
    akin = [number for number, item in enumerate(items) if topic and _value(item, "topic") == topic]
    if akin and akin[-1] + 1 < len(items):
        end = items[akin[-1] + 1].line - 1
        start, column = items[akin[-1]].line, items[akin[-1]].column
        while end > start and _belongs_to_next(lines[end - 1], column - 3):
            end -= 1
        return end
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return end - 1 if end and re.match(r"\.\.\.\s*$", lines[end - 1]) else end


def _is_apart(item: Table, lines: Sequence[str]) -> bool:
    """Tell whether an empty line stands before a fact and the comments above it."""
    above = item.line - 2
    while lines[above].lstrip(" ").startswith("#"):
        above -= 1
    return not lines[above].strip()


def _belongs_to_next(line: str, indent: int) -> bool:
    """Tell whether a line between two facts is empty, or a comment as far left as their dashes."""
    plain = line.lstrip(" ")
    return not plain.strip() or (plain.startswith("#") and len(line) - len(plain) <= indent)


def _value(item: Table, key: str) -> str:
    value = item.get(Text(key))
    return " ".join(value.split()) if isinstance(value, Text) else ""
