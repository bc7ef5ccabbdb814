from __future__ import annotations

import pytest

from kzfacts.reports.quantities import quantity


@pytest.mark.parametrize(("number", "words"), [(0, "0 facts"), (1, "1 fact"), (2, "2 facts")])
def test_one_is_singular(number: int, words: str) -> None:
    assert quantity(number, "fact") == words


def test_a_plural_of_its_own() -> None:
    assert [quantity(number, "entity", "entities") for number in (1, 2)] == ["1 entity", "2 entities"]
