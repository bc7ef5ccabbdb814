from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kzfacts.reports.characters import cells, printable, wrap


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("a\tb\r\nc", "a b  c"),
        ("nul\0bell\a", "nul␀bell␇"),
        ("del\x7f", "del␡"),
        ("csi\x9b31m", "csi\ufffd31m"),
        ("left\u202eright", "left\ufffdright"),
        ("##[error]x ##vso[a]y", "#＃[error]x #＃vso[a]y"),
        ("## heading, ###[x]", "## heading, ##＃[x]"),
        ("line\u2028end", "line\ufffdend"),
        ("broken\udcff", "broken\ufffd"),
        ("Қазақстан – 日本 é", "Қазақстан – 日本 é"),
    ],
)
def test_control_characters_become_visible(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_offsets_hold_and_nothing_controls(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in shown)


@pytest.mark.parametrize("text", ["", "ten", "日本", "e\u0301tat", "Қазақстан", "한국 ok", "ﬁve", "“ten”—x", "🇰🇿"[:1]])
def test_widths_are_those_that_rich_measures(text: str) -> None:
    assert cells(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", None, ["one two three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("onetwothree", 4, ["onet", "woth", "ree"]),
        ("日本 日本 日", 5, ["日本", "日本", "日"]),
        ("", 5, [""]),
    ],
)
def test_lines_break_at_spaces(text: str, width: int | None, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == lines


@given(st.text(alphabet="ab 日e\u0301", max_size=60), st.integers(2, 20))
def test_wrapping_loses_only_spaces_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in wrap(text, width)]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cells(line) <= width for line in lines)
