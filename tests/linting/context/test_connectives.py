"""Turns of phrase that claim nothing are left out."""

from __future__ import annotations

import pytest

from kzfacts.linting.context.connectives import dropped
from kzfacts.linting.context.rewriting import rewrite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the other direction, trains ran empty.", "trains ran empty."),
        ("The king, for his part, agreed.", "The king agreed."),
        ("It seems, he agreed.", "It seems, he agreed."),
        ("By contrast with Minsk, Astana agreed.", "By contrast with Minsk, Astana agreed."),
    ],
)
def test_turns_of_phrase(text: str, expected: str) -> None:
    assert rewrite(text, dropped(text))[0] == expected
