from __future__ import annotations

import pytest

from kzfacts.factbase.yaml_reader import Items, Node, Table, Text, read_yaml


def read(text: str) -> Node | None:
    root, problems = read_yaml("f.yaml", text.encode())
    assert problems == []
    return root


def places(node: Node) -> list[tuple[str, int, int]]:
    """Every scalar below a node with its place."""
    if isinstance(node, Text):
        return [(str(node), node.line, node.column)]
    nodes = node if isinstance(node, Items) else [part for pair in node.items() for part in pair]
    return [place for each in nodes for place in places(each)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2014", "2014"),
        ("2014-12-26", "2014-12-26"),
        ("2014-12-26T10:00:00", "2014-12-26T10:00:00"),
        ("1.10", "1.10"),
        ("0x1F", "0x1F"),
        ("no", "no"),
        ("true", "true"),
        ("~", ""),
        ("null", ""),
        ("'null'", "null"),
        ('"~"', "~"),
        ("!!str 2014", "2014"),
        ("'Ak Orda: a palace'", "Ak Orda: a palace"),
        (">\n  one\n  two\n", "one two\n"),
    ],
)
def test_scalars_stay_text(text: str, value: str) -> None:
    assert read(text) == value


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "\ufeff"])
def test_empty_documents(text: str) -> None:
    assert not read(text)


def test_every_scalar_knows_its_place() -> None:
    root = read("- id: a\n  when:\n  list: [x, 'Қазақ', z]\n-   id: b\n")
    assert isinstance(root, Items)
    assert places(root) == [
        ("id", 1, 3), ("a", 1, 7), ("when", 2, 3), ("", 2, 8), ("list", 3, 3), ("x", 3, 10), ("Қазақ", 3, 13),
        ("z", 3, 22), ("id", 4, 5), ("b", 4, 9),
    ]  # fmt: skip
    first = root[0]
    assert isinstance(first, Table)
    assert (first.line, first.column) == (1, 3)


def test_anchors_are_followed() -> None:
    assert read("- &a {x: 1}\n- *a\n") == [{"x": "1"}, {"x": "1"}]


def test_aliases_of_aliases_stay_small() -> None:
    levels = "\n".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30))
    root = read(f"- &a0 [x]\n{levels}\n")
    assert isinstance(root, Items)
    assert len(root) == 30


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: 1\nb: 2\na: 3\n", "3:1: the key 'a' is here twice, first in line 1"),
        (b"a: 1\n\tb: 2\n", "2:1: a tab stands where YAML wants spaces"),
        (b"- a: b: c\n", "1:7: not valid YAML: a ':' inside a text; put the text in quotes"),
        (b"- a\nb\n", "2:1: not valid YAML: "),
        (b"- [a, b\n", "2:1: not valid YAML: "),
        (b"- *missing\n", "1:3: not valid YAML: found undefined alias"),
        (b"a: 1\n---\nb: 2\n", "2:1: a second document ('---') begins here; a file holds one"),
        (b"a: 1\nb: caf\xe9\n", "2:7: not UTF-8 text (byte 0xe9); save the file as UTF-8"),
        (b"a: \xff\xfe\n", "1:4: not UTF-8 text (byte 0xff); save the file as UTF-8"),
        ("é: 1\n  \0".encode(), "2:3: not a text file: it holds the control character U+0000"),
        (b"a: \x1b[31m\n", "1:4: not a text file: it holds the control character U+001B"),
        (b'a: "\\e[31m"\n', "1:4: the text holds the control character U+001B; take it out"),
        (b"? [a]\n: b\n", "1:3: a key must be plain text"),
        (b"a: &x [*x]\n", "1:4: this anchor contains itself"),
        (b"a: !!int 3\n", "1:4: the tag !!int has no meaning here; leave it out"),
        (b"a: !!python/object/apply:os.system [echo]\n", "1:4: the tag !!python/object/apply:os.system has no"),
        (b"a: !date 3\n", "1:4: the tag !date has no meaning here; leave it out"),
        (b"a: &a {b: 1}\nc:\n  <<: *a\n", "3:3: merge keys (<<) are not supported; write the keys out"),
    ],
)
def test_mistakes_are_placed(data: bytes, expected: str) -> None:
    _, problems = read_yaml("f.yaml", data)
    assert [str(problem)[: len("f.yaml:" + expected)] for problem in problems] == [f"f.yaml:{expected}"]


@pytest.mark.parametrize("bracket", ["[", "- ", "{a: "])
def test_deep_nesting_is_a_problem_not_a_crash(bracket: str) -> None:
    _, problems = read_yaml("f.yaml", bracket.encode() * 50_000)
    assert len(problems) == 1
    assert problems[0].message == "not valid YAML: nested too deeply"


def test_all_repeated_keys_are_told() -> None:
    _, problems = read_yaml("f.yaml", b"- {a: 1, a: 2}\n- {b: 1, b: 2, b: 3}\n")
    assert [(problem.line, problem.column) for problem in problems] == [(1, 10), (2, 10), (2, 16)]
