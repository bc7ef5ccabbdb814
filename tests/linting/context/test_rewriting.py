"""Text put into a sentence, with account of where every character comes from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kzfacts.linting.context.rewriting import Edit, capitalised, owned, rewrite


def test_edits_are_made_and_accounted_for() -> None:
    text, origins = rewrite("He saw it.", [Edit(0, 2, "Ann"), Edit(9, 9, " in May")])
    assert text == "Ann saw it in May."
    assert origins == (None, None, None, 2, 3, 4, 5, 6, 7, 8, *[None] * 7, 9)


def test_of_edits_that_overlap_the_first_and_longest_counts() -> None:
    assert rewrite("his country", [Edit(0, 3, "Ann's"), Edit(0, 11, "Norway")])[0] == "Norway"


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.text(max_size=5))))
def test_every_kept_character_stands_where_its_origin_says(sentence: str, raw: list[tuple[int, int, str]]) -> None:
    size = len(sentence)
    edits = [Edit(min(a, b, size), min(max(a, b), size), text) for a, b, text in raw]
    text, origins = rewrite(sentence, edits)
    assert len(text) == len(origins)
    kept = [place for place in origins if place is not None]
    assert kept == sorted(kept)
    for char, place in zip(text, origins, strict=True):
        assert place is None or sentence[place].lower() == char.lower()


def test_names_are_written_as_owners_and_openers() -> None:
    assert owned("the United States") == "the United States'"
    assert owned("Kazakhstan") == "Kazakhstan's"
    assert capitalised("the bloc") == "The bloc"
