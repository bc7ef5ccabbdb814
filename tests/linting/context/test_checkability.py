"""What claims nothing is told apart from what does."""

from __future__ import annotations

import pytest

from kzfacts.linting.context.checkability import why_unchecked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Whose turn is it?", "question"),
        ("“Who asked?”", "question"),
        ("Look at the map.", "imperative"),
        ("Do not trust the map.", "imperative"),
        ("I have never liked maps.", "opinion"),
        ("Erlan Idrissov is a careful man.", "opinion"),
        ("Every number here was counted by hand.", "opinion"),
        ("Moscow will protest.", "prediction"),
        ("The ministers are likely to meet again.", "prediction"),
        ("* * *", "fragment"),
        ("...", "fragment"),
    ],
)
def test_these_are_nothing_to_check(text: str, expected: str) -> None:
    assert why_unchecked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan hosted the summit in 2010.",
        "The minister said that Moscow will protest.",
        "“I am content,” the minister said.",
        "The agreement will cover 29 areas.",
        "Should the plan work, Kazakhstan would join in 2017.",
        "Take-off was delayed by Kazakhstan.",
        "80 briefings",
    ],
)
def test_these_claim_something(text: str) -> None:
    assert why_unchecked(text) is None
