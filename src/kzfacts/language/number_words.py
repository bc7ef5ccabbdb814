"""Numbers in words: "eight", "sixty-five", "two and a half million", "three hundred and five", "two dozen".

Holds what `kzfacts.language.cardinals` builds on: the number words, and `Bare`, a number as it is read.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from kzfacts.language.text import Token

SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
"""What makes an ordinal of digits; in tokens it stands by itself, "21 st"."""
PERCENT = frozenset(("%", "percent", "pct"))
_PACKS = {"dozen": 12, "score": 20}
THOUSANDS = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SCALES = THOUSANDS | {
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
    "bn": 1e9,
    "mln": 1e6,
    "mn": 1e6,
    "tn": 1e12,
}


class Bare(NamedTuple):
    """A number without its surroundings: the interval it allows and the token after it.

    ``scale`` is the product of the scale words at its end, ``step`` the precision of its digits: 1e6 and
    0.1 for "3.1 million". ``unit`` is "", "fraction", "ordinal" or "times".
    """

    low: float
    high: float
    end: int
    unit: str = ""
    scale: float = 1.0
    step: float = 0.0

    def scaled(self, scale: float, end: int) -> Bare:
        """Return the number that is meant if scale words, up to the token ``end``, stand after it.

        Decimals then allow their rounding: "3.1 million" may be anything from 3.05 to 3.15 million.
        """
        slack = 0.5 * self.step * scale
        return Bare(self.low * scale - slack, self.high * scale + slack, end, self.unit, scale)


def word_at(tokens: Sequence[Token], index: int) -> str:
    """Return the text of a token, "" beyond either end."""
    return tokens[index].text if 0 <= index < len(tokens) else ""


def whole_number(word: str) -> int:
    """Return the value of a whole number below a hundred in words, "twenty-one", "a", or in digits up to `MOST`."""
    if word.isdigit():
        return int(word) if len(word) < MOST_DIGITS else MOST
    return sum(_WHOLE.get(piece, 0) for piece in word.replace("-", " ").split())


MOST_DIGITS = 16
MOST = 10 ** (MOST_DIGITS - 1)
"""Greater whole numbers are taken for this one: no float could hold the days of so many years."""
_WHOLE = SMALL | TENS | {"a": 1, "an": 1}


def past_hyphen(tokens: Sequence[Token], index: int) -> int:
    """Return ``index``, or the token after it where a hyphen inside a word stands there."""
    hyphen = word_at(tokens, index) == "-" and tokens[index].glued and index + 1 < len(tokens)
    return index + 1 if hyphen and tokens[index + 1].glued else index


def and_a_half(tokens: Sequence[Token], end: int) -> tuple[float, int]:
    """Return 0.5 and the token after "and a half" where it stands at ``end``, else 0."""
    place = end
    for word in ("and", "a", "half"):
        place = past_hyphen(tokens, place)
        if word_at(tokens, place) != word:
            return 0.0, end
        place += 1
    return 0.5, place


def and_small(tokens: Sequence[Token], end: int, value: float) -> tuple[float, int]:
    """Add the "and four" of "a dozen and four" where it is there."""
    if word_at(tokens, end) == "and" and word_at(tokens, end + 1) in SMALL:
        return value + SMALL[word_at(tokens, end + 1)], end + 2
    return value, end


def spelled(tokens: Sequence[Token], index: int) -> Bare | None:
    """Read a number in words: groups below a thousand, each with a smaller scale than the one before it."""
    bare = _sum_of_groups(tokens, index, joined=True)
    if bare is None or word_at(tokens, index - 1) != "between" or word_at(tokens, bare.end) == "and":
        return bare
    return _sum_of_groups(tokens, index, joined=False)  # "between one hundred and five hundred"


def _sum_of_groups(tokens: Sequence[Token], index: int, joined: bool) -> Bare | None:
    total, scale, ceiling, end = 0.0, 1.0, math.inf, index
    while ceiling > 1:
        place = past_hyphen(tokens, end) if end > index else end
        if joined and end > index and word_at(tokens, place) == "and":
            place += 1
        group = _group(tokens, place, joined)
        if group is None:
            break
        value, after, pack = group
        factor, after = _factor(tokens, after)
        if factor >= ceiling or (factor == 1.0 and ceiling < 100):
            break
        half, after = and_a_half(tokens, after) if factor > 1 else (0.0, after)
        total, scale = total + (value + half) * factor, factor * pack if end == index else 1.0
        end, ceiling = after, factor
    return Bare(total, total, end, scale=scale) if end > index else None


def _factor(tokens: Sequence[Token], end: int) -> tuple[float, int]:
    """Return the product of the scale words at ``end`` ("thousand", "thousand million"), and the token after them."""
    factor = 1.0
    while (place := past_hyphen(tokens, end)) < len(tokens) and tokens[place].text in SCALES:
        factor, end = factor * SCALES[tokens[place].text], place + 1
    return factor, end


def _group(tokens: Sequence[Token], index: int, joined: bool) -> tuple[float, int, float] | None:
    """Read a number below a thousand, or below a hundred hundreds: its value, the token after it, its own scale."""
    small = _below_hundred(tokens, index)
    if small is None:
        word = word_at(tokens, index)
        if word in THOUSANDS:
            return 1.0, index, 1.0
        small = (1.0, index) if word == "hundred" else None
    if small is None:
        return None
    value, end = small
    half, end = and_a_half(tokens, end)
    place = past_hyphen(tokens, end)
    word = word_at(tokens, place)
    if word in _PACKS and not half:
        total, after = and_small(tokens, place + 1, value * _PACKS[word])
        return total, after, 1.0
    if word != "hundred":
        return value + half, end, 1.0
    value, end = (value + half) * 100, place + 1
    place = end + 1 if joined and word_at(tokens, end) == "and" else end
    rest = _below_hundred(tokens, place)
    if rest is None or word_at(tokens, past_hyphen(tokens, rest[1])) in ("hundred", *_PACKS):
        return value, end, 100.0
    return value + rest[0], rest[1], 1.0


def _below_hundred(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """Read "eight", "sixty", "sixty-five", "sixty five"."""
    word = word_at(tokens, index)
    if word in SMALL:
        return SMALL[word], index + 1
    if word not in TENS:
        return None
    place = past_hyphen(tokens, index + 1)
    digit = SMALL.get(word_at(tokens, place), 0)
    return (TENS[word] + digit, place + 1) if 0 < digit < 10 else (TENS[word], index + 1)
