from __future__ import annotations

import pytest

from kzfacts.language.comparatives import find_comparative

MORE, EVEN, FEWER = (2, 1), (1, 1), (1, 2)


@pytest.mark.parametrize(
    ("text", "left", "holds", "right"),
    [
        ("Briefings outnumbered conferences", "Briefings", [MORE], "conferences"),
        ("Briefings were outnumbered by conferences", "Briefings", [FEWER], "conferences"),
        ("The briefings were more numerous than the conferences", "The briefings", [MORE], "the conferences"),
        ("Briefings were fewer than conferences", "Briefings", [FEWER], "conferences"),
        ("It held more briefings than conferences", "briefings", [MORE], "conferences"),
        ("It held fewer briefings than conferences", "briefings", [FEWER], "conferences"),
        ("It held as many briefings as conferences", "briefings", [EVEN], "conferences"),
        ("It held exactly as many briefings as conferences", "briefings", [EVEN], "conferences"),
        ("It held the same number of briefings and conferences", "briefings", [EVEN], "conferences"),
        (
            "The number of briefings exceeded that of conferences",
            "The number of briefings",
            [MORE],
            "that of conferences",
        ),
    ],
)
def test_two_sides_and_how_they_compare(text: str, left: str, holds: list[tuple[int, int]], right: str) -> None:
    comparative = find_comparative(text)
    assert comparative is not None
    sides = [text[slice(*side)].strip() for side in (comparative.left, comparative.right)]
    assert sides == [left, right]
    assert [pair for pair in (MORE, EVEN, FEWER) if comparative.holds(*pair)] == holds


@pytest.mark.parametrize(
    "text",
    [
        "It held more than 80 briefings",
        "It held fewer than eighty briefings",
        "Briefings exceeded 80",
        "Briefings outnumbered eighty",
        "It held many briefings",
        "It held briefings rather than conferences",
        "It held more briefings",
    ],
)
def test_a_figure_against_a_number_is_no_comparison_of_two(text: str) -> None:
    assert find_comparative(text) is None


@pytest.mark.parametrize(
    ("text", "holds", "fails"),
    [
        ("It held 50 more briefings than conferences", (80, 30), (80, 60)),
        ("It held two fewer briefings than conferences", (28, 30), (30, 28)),
        ("It held twice as many briefings as conferences", (80, 40), (80, 30)),
        ("It held three times as many briefings as conferences", (90, 30), (80, 30)),
        ("It held a third as many briefings as conferences", (10, 30), (30, 10)),
        ("It held half as many briefings as conferences", (10, 20), (20, 10)),
        ("It held more than twice as many briefings as conferences", (80, 30), (80, 40)),
        ("It held less than half as many briefings as conferences", (10, 30), (20, 30)),
        ("It held nearly three times as many briefings as conferences", (80, 30), (50, 30)),
        ("It held at least twice as many briefings as conferences", (80, 40), (79, 40)),
        ("It held about twice as many briefings as conferences", (62, 30), (80, 30)),
        ("It held more briefings than conferences", (1, 0), (0, 0)),
        ("It held about as many briefings as conferences", (29, 30), (10, 30)),
    ],
)
def test_by_how_much(text: str, holds: tuple[int, int], fails: tuple[int, int]) -> None:
    comparative = find_comparative(text)
    assert comparative is not None
    assert (comparative.holds(*holds), comparative.holds(*fails)) == (True, False)
