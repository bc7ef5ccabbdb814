"""The shape of the records: plain data with places into the structs of `kzfacts.factbase.model`.

The rules come from the structs themselves (`msgspec.inspect`); `msgspec.convert` stops at the first
mistake, so the data are walked here to name them all, each with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Generic, TypeVar

import msgspec
from msgspec import inspect

from kzfacts.errors import Problem
from kzfacts.factbase.model import Citation, Concept, Entity, Fact, Record, Source
from kzfacts.factbase.yaml_reader import Items, Node, Table, Text

R = TypeVar("R", Fact, Source, Entity, Concept)

NOUNS: dict[type[Record], str] = {Fact: "fact", Source: "source", Entity: "entity", Concept: "concept"}


class InlineSource(Record, frozen=True):
    """A source written where it is cited; its id is derived from its content."""

    title: str
    publisher: str
    published: str = ""
    url: str = ""
    author: str = ""


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A record with the data it came from, which know their places, and the file, as it is shown."""

    record: R
    data: Table
    path: str
    given: bool  # from the user's own files, not from the shipped ones

    def place(self, *steps: str | int) -> tuple[int, int]:
        """Line and column of the value that ``steps`` lead to, or of the last one on the way there."""
        node: Node = self.data
        for step in steps:
            if isinstance(node, Table) and isinstance(step, str) and step in node:
                node = node[Text(step)]
            elif isinstance(node, Items) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                break
        return node.line, node.column

    @property
    def where(self) -> str:
        """The place for people: ``path:line``."""
        return f"{self.path}:{self.data.line}"

    def problem(self, message: str, *steps: str | int) -> Problem:
        """A problem with the value that ``steps`` lead to."""
        return Problem(self.path, *self.place(*steps), message)


class ListReader(Generic[R]):
    """Reads a list of records of one kind, noting every mistake of shape in ``problems``.

    ``broken_ids`` are the ids of records that could not be read; references to them are no mistakes.
    ``inline_sources`` are the sources that citations brought along.
    """

    def __init__(self, kind: type[R], path: str, given: bool) -> None:
        """Read records of ``kind`` from the file shown as ``path``; ``given`` as in `Entry`."""
        self.kind: type[R] = kind
        self.path = path
        self.given = given
        self.problems: list[Problem] = []
        self.broken_ids: set[str] = set()
        self.inline_sources: list[Entry[Source]] = []

    def read(self, root: Node | None) -> list[Entry[R]]:
        """Turn the data of a file into entries; an empty file is an empty list."""
        if root is None or (isinstance(root, Text) and not root):
            return []
        noun = NOUNS[self.kind]
        if not isinstance(root, Items):
            self._complain(root, f"the file must be a list, each {noun} beginning with '- id:'")
            return []
        entries = [self._read_one(item) for item in root]
        return [entry for entry in entries if entry is not None]

    def _read_one(self, item: Node) -> Entry[R] | None:
        noun = NOUNS[self.kind]
        if not isinstance(item, Table):
            self._complain(item, f"a {noun} must be a mapping that begins with 'id:', not {_kind_of(item)}")
            return None
        before = len(self.problems)
        plain = self._fit(item, _info(self.kind), noun)
        if len(self.problems) > before:
            if isinstance(item.get(Text("id")), Text):
                self.broken_ids.add(str(item[Text("id")]))
            return None
        return Entry(msgspec.convert(plain, self.kind), item, self.path, self.given)

    def _complain(self, node: Node | Text, message: str) -> None:
        self.problems.append(Problem(self.path, node.line, node.column, message))

    def _fit(self, node: Node, rule: inspect.Type, label: str) -> object:
        """Check a value against a rule; returns it as built-in data (of no use once there is a problem)."""
        if isinstance(rule, inspect.UnionType):
            return self._fit_union(node, rule, label)
        if not isinstance(node, _wants(rule)):
            self._complain(node, f"{label} must be {_describe(rule)}, not {_kind_of(node)}")
            return None
        if isinstance(node, Table):
            return self._fit_table(node, rule, label)
        if isinstance(node, Items):
            assert isinstance(rule, inspect.VarTupleType)
            return [self._fit(item, rule.item_type, f"an item of {label}") for item in node]
        return self._fit_text(node, rule, label)

    def _fit_union(self, node: Node, rule: inspect.UnionType, label: str) -> object:
        optional = any(isinstance(choice, inspect.NoneType) for choice in rule.types)
        if optional and isinstance(node, Text) and not node:
            return None
        choices = [choice for choice in rule.types if not isinstance(choice, inspect.NoneType)]
        suited = next((choice for choice in choices if isinstance(node, _wants(choice))), None)
        if suited is None and len(choices) > 1:
            wanted = " or ".join(_describe(choice) for choice in choices)
            self._complain(node, f"{label} must be {wanted}, not {_kind_of(node)}")
            return None
        return self._fit(node, suited or choices[0], label)

    def _fit_text(self, node: Text, rule: inspect.Type, label: str) -> object:
        value = " ".join(node.split())
        if isinstance(rule, inspect.BoolType):
            if value.lower() not in ("true", "false"):
                self._complain(node, f"{label} must be true or false, not {value!r}")
            return value.lower() == "true"
        if isinstance(rule, inspect.FloatType):
            return self._fit_share(node, value, label)
        if isinstance(rule, inspect.LiteralType) and value not in rule.values:
            known = [str(choice) for choice in rule.values]
            wanted = ", ".join(known) + did_you_mean(value, known)
            self._complain(node, f"{label} is {value!r}; it must be one of {wanted}")
        return value

    def _fit_share(self, node: Text, value: str, label: str) -> float:
        """Read a share from 0 to 1."""
        if re.fullmatch(r"0|1|[01]?\.[0-9]+|1\.0+", value) and 0 <= float(value) <= 1:
            return float(value)
        self._complain(node, f"{label} must be a number from 0 to 1, not {value!r}")
        return 1.0

    def _fit_table(self, node: Table, rule: inspect.Type, label: str) -> object:
        if isinstance(rule, inspect.StructType):
            return self._fit_struct(node, rule, label)
        assert isinstance(rule, inspect.DictType)
        return {str(key): self._fit(value, rule.value_type, f"'{key}' of {label}") for key, value in node.items()}

    def _fit_struct(self, node: Table, rule: inspect.StructType, label: str) -> object:
        fields = {field.encode_name: field for field in rule.fields}
        plain: dict[str, object] = {}
        for key, value in node.items():
            if key not in fields:
                self._complain(key, f"unknown key {str(key)!r} in {_a(label)}{did_you_mean(key, fields)}")
            elif rule.cls is Citation and key == "source" and isinstance(value, Table):
                plain[str(key)] = self._lift_source(value)
            else:
                plain[str(key)] = self._fit(value, fields[key].type, repr(str(key)))
        for name, field in fields.items():
            if field.required and name not in node:
                self._complain(node, f"{_a(label)} needs the key {name!r}")
        return plain

    def _lift_source(self, node: Table) -> str:
        """Read a source written inside a citation; returns the id derived for it."""
        before = len(self.problems)
        plain = self._fit(node, _info(InlineSource), "source")
        if len(self.problems) > before:
            return ""
        fields = msgspec.structs.asdict(msgspec.convert(plain, InlineSource))
        digest = sha256(msgspec.json.encode(fields, order="sorted")).hexdigest()
        source = Source(id=f"inline-{digest[:12]}", **fields)
        self.inline_sources.append(Entry(source, node, self.path, self.given))
        return source.id


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The hint " (did you mean 'x'?)" for the nearest known word, or nothing when none is near."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(str(word), sorted(map(str, known)), scorer=fuzz.ratio, score_cutoff=70)
    return f" (did you mean {found[0]!r}?)" if found else ""


@cache
def _info(kind: type[Record]) -> inspect.Type:
    return inspect.type_info(kind)


def _wants(rule: inspect.Type) -> type[Text] | type[Items] | type[Table]:
    """The class of data that a rule is about."""
    if isinstance(rule, inspect.StructType | inspect.DictType):
        return Table
    return Items if isinstance(rule, inspect.VarTupleType) else Text


def _describe(rule: inspect.Type) -> str:
    names: dict[type, str] = {Text: "text", Items: "a list", Table: "a mapping"}
    return names[_wants(rule)]


def _kind_of(node: Node) -> str:
    if isinstance(node, Text):
        return "text" if node else "nothing"
    return "a list" if isinstance(node, Items) else "a mapping"


def _a(label: str) -> str:
    """A record's label with its article: "a fact", "an entity", "a citation"."""
    noun = {"an item of 'citations'": "citation", "an item of 'offices'": "office"}.get(label, label)
    return f"an {noun}" if re.match("[aeiou]", noun) else f"a {noun}"
