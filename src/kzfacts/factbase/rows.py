"""Pieces of data that are looked at one by one, so that a large cache file costs no more than what is asked of it.

Each piece has a checksum of its own (CRC-32), tested when the piece is first read: the file need not be read through
to know that it is whole.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import overload
from zlib import crc32


class Rows(Sequence[memoryview]):
    """A sequence of pieces of bytes in one area; ``repair`` makes them anew where one is found damaged."""

    def __init__(self, area: memoryview, ends: bytes, sums: bytes) -> None:
        """Take the area, and for each piece where it ends and its checksum, as native unsigned integers."""
        self.area = area
        self.ends = memoryview(ends).cast("Q")
        self.sums = memoryview(sums).cast("L")
        self.repair: Callable[[], Rows] | None = None

    @classmethod
    def of(cls, pieces: Iterable[bytes]) -> Rows:
        """Lay out pieces one after the other."""
        every = list(pieces)
        ends = array("Q", accumulate(map(len, every)))
        sums = array("L", map(crc32, every))
        return cls(memoryview(b"".join(every)), ends.tobytes(), sums.tobytes())

    def __len__(self) -> int:
        """Return how many pieces there are."""
        return len(self.ends)

    @overload
    def __getitem__(self, position: int) -> memoryview: ...
    @overload
    def __getitem__(self, position: slice) -> Sequence[memoryview]: ...
    def __getitem__(self, position: int | slice) -> memoryview | Sequence[memoryview]:
        """Return the piece at ``position``; raises IndexError where there is none, ValueError where it is damaged."""
        if isinstance(position, slice):
            return [self[index] for index in range(*position.indices(len(self)))]
        start = self.ends[position - 1] if position > 0 else 0
        piece = self.area[start : self.ends[position]]
        if crc32(piece) != self.sums[position]:
            if self.repair is None:
                raise ValueError(f"piece {position} is damaged")
            whole, self.repair = self.repair(), None
            self.area, self.ends, self.sums = whole.area, whole.ends, whole.sums
            return self[position]
        return piece
