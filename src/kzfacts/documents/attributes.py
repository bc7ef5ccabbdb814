"""Numbers in the attributes of markup: a draft may come from anybody, with anything in their place."""

from __future__ import annotations

_DIGITS = 9
"""A number of more digits is as good as the greatest that is allowed."""


def number_in(value: str, most: int, otherwise: int) -> int:
    """Return the whole number that ``value`` is, ``most`` at most; ``otherwise`` where it is none.

    >>> number_in("3", 50, 1), number_in("1000000000000", 50, 1), number_in("²", 50, 1)
    (3, 50, 1)
    """
    if not (value.isascii() and value.isdigit()):
        return otherwise
    return min(int(value), most) if len(value) <= _DIGITS else most
