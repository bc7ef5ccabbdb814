"""Pieces of data in one area: looked at one by one, each with its checksum."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.factbase.rows import Rows


def stored(rows: Rows, area: bytes) -> Rows:
    return Rows(memoryview(area), rows.ends.tobytes(), rows.sums.tobytes())


@given(st.lists(st.binary(max_size=20), max_size=10))
def test_pieces_come_back_as_they_went_in(pieces: list[bytes]) -> None:
    rows = Rows.of(pieces)
    assert [bytes(piece) for piece in stored(rows, bytes(rows.area))] == pieces
    assert [bytes(piece) for piece in rows[1:3]] == pieces[1:3]


def test_there_is_none_beyond_the_last() -> None:
    with pytest.raises(IndexError):
        Rows.of([b"one"])[1]


def test_a_damaged_piece_is_told_and_the_others_are_not_touched() -> None:
    rows = stored(Rows.of([b"one", b"two", b"three"]), b"oneTWOthree")
    assert bytes(rows[0]) == b"one"
    with pytest.raises(ValueError, match="piece 1 is damaged"):
        rows[1]


def test_a_damaged_piece_is_made_anew_where_that_is_possible() -> None:
    rows = stored(Rows.of([b"one", b"two"]), b"oneTWO")
    rows.repair = lambda: Rows.of([b"one", b"two"])
    assert [bytes(piece) for piece in rows] == [b"one", b"two"]
