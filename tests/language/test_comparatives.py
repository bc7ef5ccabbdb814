from __future__ import annotations

import pytest

from kzfacts.language.comparatives import Comparative, find_comparative


@pytest.mark.parametrize(
    ("text", "left", "sign", "right"),
    [
        ("Briefings outnumbered conferences", "Briefings", ">", "conferences"),
        ("Briefings were outnumbered by conferences", "Briefings", "<", "conferences"),
        ("The briefings were more numerous than the conferences", "The briefings", ">", "the conferences"),
        ("Briefings were fewer than conferences", "Briefings", "<", "conferences"),
        ("It held more briefings than conferences", "briefings", ">", "conferences"),
        ("It held fewer briefings than conferences", "briefings", "<", "conferences"),
        ("It held as many briefings as conferences", "briefings", "=", "conferences"),
        ("It held exactly as many briefings as conferences", "briefings", "=", "conferences"),
        ("It held twice as many briefings as conferences", "briefings", "=", "conferences"),
        ("It held about twice as many briefings as conferences", "briefings", "~", "conferences"),
        ("It held more than twice as many briefings as conferences", "briefings", ">", "conferences"),
        ("It held 20 more briefings than conferences", "briefings", ">", "conferences"),
        ("It held the same number of briefings and conferences", "briefings", "=", "conferences"),
        ("The number of briefings exceeded that of conferences", "The number of briefings", ">", "that of conferences"),
    ],
)
def test_two_sides_and_a_sign(text: str, left: str, sign: str, right: str) -> None:
    comparative = find_comparative(text)
    assert comparative is not None
    sides = [text[slice(*side)].strip() for side in (comparative.left, comparative.right)]
    assert (sides, comparative.sign) == ([left, right], sign)


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
    ("sign", "pairs"),
    [
        (">", [(2, 1)]),
        ("<", [(1, 2)]),
        ("=", [(1, 1), (2, 2)]),
        ("~", [(1, 1), (2, 2)]),
    ],
)
def test_which_values_hold(sign: str, pairs: list[tuple[int, int]]) -> None:
    comparative = Comparative((0, 0), (0, 0), sign)
    assert [(a, b) for a in (1, 2) for b in (1, 2) if comparative.holds(a, b)] == pairs


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
        ("It held about as many briefings as conferences", (29, 30), (10, 30)),
    ],
)
def test_by_how_much(text: str, holds: tuple[int, int], fails: tuple[int, int]) -> None:
    comparative = find_comparative(text)
    assert comparative is not None
    assert (comparative.holds(*holds), comparative.holds(*fails)) == (True, False)
