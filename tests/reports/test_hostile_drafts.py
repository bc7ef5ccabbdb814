"""Whatever a draft says, no report lets it give commands, move a terminal, become markup or leave its place."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from kzfacts.reports.drafts_text import problem_line
from kzfacts.reports.drafts_text import render as render_text
from kzfacts.reports.formats import FORMATS, renderer
from reports.drafts_sample import hostile

FORGERIES = (
    "::error::owned",
    "\n::error file=a.md::owned",
    " ::stop-commands::x",
    "##[error]owned",
    "##vso[task.setvariable variable=x]y",
    "###[group]x",
    "##teamcity[x]",
    "\x1b[31m",
    "\x1b]8;;https://example.com\x07",
    "\x9b2J",
    "\r",
    "\n",
    "\u2028",
    "\u2029",
    "]]>",
    "<script>alert(1)</script>",
    "</style>",
    "<!--",
    "-->",
    '"onclick="alert(1)',
    "'",
    "&lt;",
    "%0A::error::",
    "%25",
    "\ud800",
    "\udfff",
    "\udcff",
    "\u202eevil\u202c",
    "\u2066",
    "\ufffe",
    "\U0001ffff",
    "\0",
    "\x7f",
    "=cmd|' /C calc'!A0",
    "[a](https://example.com)",
    "![a](https://example.com/x.png)",
    "@everyone",
    "| a | b |",
    "```",
    "é😀",
)
texts = st.lists(
    st.one_of(st.sampled_from(FORGERIES), st.text(st.characters(), max_size=8)), min_size=1, max_size=6
).map(lambda parts: "".join(parts) or "a")
paths = texts.map(lambda text: text.replace("\0", "").strip("/") or "a").map(lambda text: f"d/{text}")
some = settings(max_examples=60, deadline=None)

_OBEYED = re.compile(r"##\w*\[")
# Controls (line ends aside), text direction, separators of lines, halves of pairs.
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_through_what_a_terminal_or_a_runner_obeys(name: str) -> None:
    @some
    @given(texts, paths)
    @example("".join(FORGERIES), "::error::a.md")
    @example("".join(FORGERIES), "a.md")
    def holds(text: str, path: str) -> None:
        written = renderer(name)(hostile(text, path))
        assert not _CONTROLS.search(written)
        assert not _OBEYED.search(written)
        written.encode()
        commands = [line for line in written.split("\n") if line.lstrip().startswith("::")]
        assert len(commands) == (4 if name == "github" else 0)  # two problems, one contradicted, one absent

    holds()


@some
@given(texts, paths)
def test_a_workflow_command_has_the_properties_that_it_should_and_no_others(text: str, path: str) -> None:
    for line in renderer("github")(hostile(text, path)).splitlines():
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert match
        keys = [pair.partition("=")[0] for pair in match[2].split(",")]
        assert keys in (["file", "line", "endLine", "col", "endColumn", "title"], ["file", "line", "col", "title"])
        assert re.search("%(?!25)", match[3]) is None


@some
@given(texts, paths)
def test_the_page_has_the_elements_that_it_has_for_harmless_text(text: str, path: str) -> None:
    harmless = skeleton(renderer("html")(hostile("harmless", "a.md")))
    assert skeleton(renderer("html")(hostile(text, path))) == harmless


def skeleton(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return every element of a page with the names of its attributes."""
    return [(str(one.tag), tuple(map(str, one.attrib))) for one in html.document_fromstring(page).iter()]


@some
@given(texts, paths)
def test_xml_has_the_text_and_nothing_made_of_it(text: str, path: str) -> None:
    root = etree.fromstring(renderer("junit")(hostile(text, path)).encode())
    shape = [(one.tag, *one.attrib) for one in root.iter()]
    plain = etree.fromstring(renderer("junit")(hostile("harmless", "a.md")).encode())
    assert shape == [(one.tag, *one.attrib) for one in plain.iter()]


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab", "rdjson"])
def test_json_stays_json_of_the_same_shape(name: str) -> None:
    @some
    @given(texts, paths)
    def holds(text: str, path: str) -> None:
        written = json.loads(renderer(name)(hostile(text, path)))
        assert keys(written) == keys(json.loads(renderer(name)(hostile("harmless", "d/a.md"))))

    holds()


def keys(value: Any) -> Any:
    """Return JSON without its values."""
    if isinstance(value, dict):
        return {key: keys(inner) for key, inner in value.items()}
    return list(map(keys, value)) if isinstance(value, list) else None


@some
@given(texts)
def test_json_lines_are_as_many_as_results(text: str) -> None:
    lines = renderer("jsonl")(hostile(text)).splitlines()
    assert len(lines) == 3
    if not re.search("[\ud800-\udfff]", text):
        assert json.loads(lines[0])["statement"] == f"{text} ten {text}"


@some
@given(texts, paths, st.integers(20, 60))
def test_a_terminal_gets_no_escape_but_those_of_the_report(text: str, path: str, width: int) -> None:
    coloured = render_text(hostile(text, path), colour=True, width=width)
    bare = re.sub("\x1b\\[[0-9;]*m", "", coloured)
    assert not _CONTROLS.search(bare)
    assert not _CONTROLS.search(problem_line(hostile(text, path).problems[0]))
    assert [line.rstrip() for line in bare.splitlines()] == render_text(hostile(text, path), width=width).splitlines()


@some
@given(texts, paths)
def test_sarif_has_no_links_made_of_text(text: str, path: str) -> None:
    log = json.loads(renderer("sarif")(hostile(text, path)))
    for result in log["runs"][0]["results"]:
        assert not re.search(r"(?<!\\)\]\(", result["message"]["text"])


@some
@given(texts, paths)
def test_markdown_shows_text_as_it_stands(text: str, path: str) -> None:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(renderer("github-summary")(hostile(text, path)))
    inline = [child for token in tokens for child in token.children or ()]
    links = {str(child.attrs["href"]) for child in inline if child.type == "link_open"}
    assert links <= {"https://example.org/edm-12-18"}
    assert not {child.type for child in inline} & {"image", "html_inline", "code_inline"}
    assert not {token.type for token in tokens} & {"html_block", "fence", "code_block"}
