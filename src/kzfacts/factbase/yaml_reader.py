"""YAML 1.1 to plain data that remembers its places: texts, lists and mappings with line and column.

Every scalar stays the text that was written, so that ``when: 2014``, ``no`` and ``1.10`` mean what they
look like; a plain ``~`` or ``null`` is the empty text. Anchors and aliases work; tags and merge keys do
not, for facts need neither.
"""

from __future__ import annotations

import re
from typing import NoReturn

import yaml

from kzfacts.errors import Problem

try:  # libyaml, where PyYAML was built with it; only the base loaders leave all scalars as text
    from yaml import CBaseLoader as _BaseLoader
except ImportError:
    from yaml import BaseLoader as _BaseLoader  # type: ignore[assignment]

_DEEPEST = 50  # levels of nesting; a fact needs six
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Text(str):
    """A scalar with the place where it starts (line and column from 1)."""

    __slots__ = ("column", "line")
    line: int
    column: int


class Items(list["Node"]):
    """A list with the place where it starts."""

    __slots__ = ("column", "line")
    line: int
    column: int


class Table(dict[Text, "Node"]):
    """A mapping with the place where it starts; its keys are `Text` with places of their own."""

    __slots__ = ("column", "line")
    line: int
    column: int


Node = Text | Items | Table


def read_yaml(path: str, data: bytes) -> tuple[Node | None, list[Problem]]:
    """Read one YAML document from the bytes of the file shown as ``path``.

    Returns the data (None when the document is empty or cannot be read at all) and every mistake found.
    """
    return _Reader(path).read(data)


class _Loader(_BaseLoader):
    """A loader that refuses deep nesting, on which libyaml's composer would exhaust the stack and crash."""

    depth = 0

    def descend_resolver(self, current_node: yaml.Node | None, current_index: object) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            mark = current_node.start_mark if current_node else None
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=mark)

    def ascend_resolver(self) -> None:
        self.depth -= 1


class _Stop(Exception):
    """Reading cannot go on; the problem is on record."""


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._built: dict[int, Node] = {}
        self._open: set[int] = set()

    def read(self, data: bytes) -> tuple[Node | None, list[Problem]]:
        try:
            root = self._compose(self._decode(data))
            return (None if root is None else self._build(root)), self.problems
        except _Stop:
            return None, self.problems

    def _report(self, line: int, column: int, message: str) -> None:
        self.problems.append(Problem(self.path, line, column, message))

    def _stop(self, line: int, column: int, message: str) -> NoReturn:
        self._report(line, column, message)
        raise _Stop

    def _decode(self, data: bytes) -> str:
        data = data.removeprefix(b"\xef\xbb\xbf")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            line, column = _place_of(data[: error.start].decode("utf-8"))
            self._stop(line, column, f"not UTF-8 text (byte 0x{data[error.start]:02x}); save the file as UTF-8")
        if match := _UNPRINTABLE.search(text):
            line, column = _place_of(text[: match.start()])
            self._stop(line, column, f"not a text file: it holds the control character U+{ord(match[0]):04X}")
        return text

    def _compose(self, text: str) -> yaml.Node | None:
        """Parse the text into PyYAML's node graph, syntax errors told in terms of the file."""
        loader = _Loader(text)
        try:
            node: yaml.Node | None = loader.get_single_node()
            return node
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            if "simple key" in str(error.context):  # the problem is only seen when the line is over
                mark = error.context_mark
            line, column = (mark.line, mark.column) if mark else (0, 0)
            self._stop(line + 1, column + 1, _explain(error, text, line, column))
        except yaml.YAMLError as error:
            self._stop(1, 1, f"not valid YAML: {str(error).splitlines()[0]}")
        finally:
            loader.dispose()

    def _build(self, node: yaml.Node) -> Node:
        """Turn a node into data; a node reached again through an alias is the same object."""
        key, line, column = id(node), node.start_mark.line + 1, node.start_mark.column + 1
        if key in self._built:
            return self._built[key]
        if key in self._open:
            self._stop(line, column, "this anchor contains itself")
        if node.tag not in _PLAIN_TAGS:
            self._report(line, column, f"the tag {_short(node.tag)} has no meaning here; leave it out")
        self._open.add(key)
        built: Node
        if isinstance(node, yaml.MappingNode):
            built = self._build_table(node)
        elif isinstance(node, yaml.SequenceNode):
            built = Items([self._build(item) for item in node.value])
        else:
            built = self._build_text(node)
        self._open.discard(key)
        built.line, built.column = line, column
        self._built[key] = built
        return built

    def _build_text(self, node: yaml.Node) -> Text:
        value: str = node.value
        if not getattr(node, "style", None) and value in ("~", "null", "Null", "NULL"):
            value = ""
        if (match := _UNPRINTABLE.search(value)) or (match := re.search("[\x7f-\x9f]", value)):
            place = node.start_mark.line + 1, node.start_mark.column + 1
            self._report(*place, f"the text holds the control character U+{ord(match[0]):04X}; take it out")
        return Text(value)

    def _build_table(self, node: yaml.MappingNode) -> Table:
        table = Table()
        for key_node, value_node in node.value:
            key, value = self._build(key_node), self._build(value_node)
            place = key_node.start_mark.line + 1, key_node.start_mark.column + 1
            if not isinstance(key, Text):
                self._report(*place, "a key must be plain text")
            elif key == "<<":
                self._report(*place, "merge keys (<<) are not supported; write the keys out")
            elif key in table:
                first = next(known for known in table if known == key)
                self._report(*place, f"the key {str(key)!r} is here twice, first in line {first.line}")
            else:
                table[key] = value
        return table


def _place_of(before: str) -> tuple[int, int]:
    """Line and column, from 1, of what follows the text ``before``."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _explain(error: yaml.MarkedYAMLError, text: str, line: int, column: int) -> str:
    """Say what a syntax error (at line and column from 0) is about, and the remedy for the usual ones."""
    lines = text.splitlines()
    if line < len(lines) and lines[line][column : column + 1] == "\t":
        return "a tab stands where YAML wants spaces"
    if "expected a single document" in str(error.context):
        return "a second document ('---') begins here; a file holds one"
    reason = ", ".join(str(part) for part in (error.context, error.problem) if part)
    if "mapping values are not allowed" in reason:
        return "not valid YAML: a ':' inside a text; put the text in quotes"
    if "nesting depth" in reason:  # newer libyaml refuses it first
        return "not valid YAML: nested too deeply"
    return f"not valid YAML: {reason}"
