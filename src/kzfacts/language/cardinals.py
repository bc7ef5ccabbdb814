"""Bare numbers, in digits or words: "1,500", "3.1 million", "two and a half", "a dozen and four", "twenty-first".

What stands around a number (comparators, ranges, currencies) is read by `kzfacts.language.numbers`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache
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
_PACKS = {"dozen": 12, "score": 20}
_THOUSANDS = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALES = {
    **_THOUSANDS,
    **{"lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "bn": 1e9, "mln": 1e6, "mn": 1e6, "tn": 1e12},
}
_SCALES_OF_DIGITS = _SCALES | {"hundred": 100.0, "dozen": 12.0}
_SCALES_OF_MONEY = {"k": 1e3, "m": 1e6, "b": 1e9}
_VAGUE = {
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2e3, 999_999),
    "millions": (2e6, 999e6),
    "billions": (2e9, 999e9),
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
_BEFORE_SECOND = frozenset(("the", "a", "his", "her", "its", "their", "this", "that", "'s"))
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}


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


def past_hyphen(tokens: Sequence[Token], index: int) -> int:
    """Return ``index``, or the token after it where a hyphen inside a word stands there."""
    hyphen = word_at(tokens, index) == "-" and tokens[index].glued and index + 1 < len(tokens)
    return index + 1 if hyphen and tokens[index + 1].glued else index


def cardinal(tokens: Sequence[Token], index: int) -> Bare | None:
    """Read the bare number that begins at ``index``; None where none does, or one too large to hold."""
    word = word_at(tokens, index)
    if not word or (word == "no" and word_at(tokens, index + 1) == "one"):
        return None
    if word in _TIMES:
        return Bare(_TIMES[word], _TIMES[word], index + 1, "times")
    for reader in _READERS:
        bare = reader(tokens, index)
        if bare is not None:
            return bare if math.isfinite(bare.high) else None
    return None


def _vague(tokens: Sequence[Token], index: int) -> Bare | None:
    """Read "dozens of", "hundreds", "tens of thousands"."""
    word, following = word_at(tokens, index), word_at(tokens, index + 1)
    if word not in _VAGUE or following not in ("of", ""):
        return None
    low, high = _VAGUE[word]
    scale = _THOUSANDS.get(word_at(tokens, index + 2).removesuffix("s"))
    if following == "of" and scale and word_at(tokens, index + 2).endswith("s"):
        return Bare(low * scale, (high + 1) * scale - 1, index + 3)
    return Bare(low, high, index + 1)


def _fraction(tokens: Sequence[Token], index: int) -> Bare | None:
    """Read "half of", "a third of", "two-thirds", "½ of"."""
    word, following = word_at(tokens, index), word_at(tokens, index + 1)
    if word == "half" and following in ("of", "the"):
        return Bare(0.5, 0.5, index + 1, "fraction")
    if value := _slashed(tokens, index):
        written_as_one = tokens[index].start == tokens[index + 2].start
        unit = "fraction" if word_at(tokens, index + 3) == "of" else ""
        return _with_scales(tokens, Bare(value, value, index + 3, unit)) if unit or written_as_one else None
    top = 1 if word in ("a", "one") else SMALL.get(word, 0)
    place = past_hyphen(tokens, index + 1)
    part = word_at(tokens, place)
    bottom = _PARTS.get(part.removesuffix("s"))
    if top and bottom and (word_at(tokens, place + 1) == "of" or (top > 1 and part.endswith("s"))):
        return Bare(top / bottom, top / bottom, place + 1, "fraction")
    return None


def _slashed(tokens: Sequence[Token], index: int) -> float:
    """Return the value of a proper fraction such as "1/2" (which "½" is folded to), 0 where there is none."""
    top, slash, bottom = (word_at(tokens, index + step) for step in range(3))
    if slash != "/" or not (len(top) == len(bottom) == 1 and top.isdigit() and bottom.isdigit()):
        return 0.0
    glued = tokens[index + 1].glued and tokens[index + 2].glued
    return int(top) / int(bottom) if glued and int(top) < int(bottom) else 0.0


def _idiom(tokens: Sequence[Token], index: int) -> Bare | None:
    """Read "a couple", "a pair", "a dozen and four", "half a hundred", "half-a-dozen", "a handful"."""
    word, place = word_at(tokens, index), past_hyphen(tokens, index + 1)
    following = word_at(tokens, place)
    if word == "half" and following == "a":
        place = past_hyphen(tokens, place + 1)
        scale = _SCALES_OF_DIGITS.get(word_at(tokens, place))
        return Bare(scale / 2, scale / 2, place + 1) if scale else None
    if following == "score" and word_at(tokens, place + 1) == "of" and word_at(tokens, place + 2)[:1].isdigit():
        return None  # "a score of 55 out of 100"
    if word in ("a", "an", "one") and following in ("couple", "pair", "handful", "dozen", "score"):
        if following == "handful":
            return Bare(3, 6, place + 1)
        value, end = _and_small(tokens, place + 1, {"couple": 2, "pair": 2, "dozen": 12, "score": 20}[following])
        return Bare(value, value, end)
    if word in ("a", "an") and (following == "hundred" or following in _THOUSANDS):
        spelled = _spelled(tokens, place)
        return spelled._replace(scale=1.0) if spelled else None
    return None


def _and_small(tokens: Sequence[Token], end: int, value: float) -> tuple[float, int]:
    """Add the "and four" of "a dozen and four" where it is there."""
    if word_at(tokens, end) == "and" and word_at(tokens, end + 1) in SMALL:
        return value + SMALL[word_at(tokens, end + 1)], end + 2
    return value, end


def _ordinal(tokens: Sequence[Token], index: int) -> Bare | None:
    """Read "162nd", "second", "twenty-first"; a lone "first" is a word like any other."""
    word, following = word_at(tokens, index), word_at(tokens, index + 1)
    if word == "second" and word_at(tokens, index - 1) not in _BEFORE_SECOND:
        return None  # a unit of time, or "second to none"
    if word in _ORDINALS and word != "first":
        return Bare(_ORDINALS[word], _ORDINALS[word], index + 1, "ordinal")
    if word.isdigit() and following in ("st", "nd", "rd", "th") and tokens[index + 1].glued:
        return Bare(float(word), float(word), index + 2, "ordinal")
    place = past_hyphen(tokens, index + 1)
    last = _ORDINALS.get(word_at(tokens, place), 10)
    if word in TENS and last < 10:
        return Bare(TENS[word] + last, TENS[word] + last, place + 1, "ordinal")
    return None


@cache
def _literal() -> re.Pattern[str]:
    return re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?)|(\d{1,3}(?:\.\d{3}){2,})|\d+(?:[.,]\d+)?")


def _digits(tokens: Sequence[Token], index: int) -> Bare | None:
    """Read digits with separators, an "and a half" or "½", and the scale words after them."""
    word = word_at(tokens, index)
    if not word[0].isdigit():
        return None
    match = _literal().fullmatch(word)
    if match is None:
        return None
    plain = word.replace(",", "") if match[1] else word.replace(".", "") if match[2] else word.replace(",", ".")
    end = index + 1
    while plain.isdigit() and _goes_on_after_space(tokens, index, end):
        plain += word_at(tokens, end)
        end += 1
    value, decimals = float(plain), len(plain.partition(".")[2])
    if not decimals and not tokens[index].glued and (half := _slashed(tokens, end)):
        value, end = value + half, end + 3
    half, end = _and_a_half(tokens, end)
    return _with_scales(tokens, Bare(value + half, value + half, end, step=10.0**-decimals if decimals else 0.0))


def _goes_on_after_space(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether the token ``end`` is a group of three digits: "1 500 000", but not "on 5 May 300 people"."""
    if len(tokens[first].text) > 3 or tokens[first].text[0] == "0" or not _is_group(tokens, end):
        return False
    lone = end == first + 1 and not _is_group(tokens, end + 1)
    return not (lone and first and tokens[first - 1].capital)  # "Boeing 737 800", "December 26 300 people"


def _is_group(tokens: Sequence[Token], index: int) -> bool:
    word = word_at(tokens, index)
    return len(word) == 3 and word.isdigit() and tokens[index].start - tokens[index - 1].end == 1


def _with_scales(tokens: Sequence[Token], bare: Bare) -> Bare:
    """Multiply digits by the scale words after them ("million", "bn"; "m" only of money)."""
    scale, end = 1.0, bare.end
    while word_at(tokens, past_hyphen(tokens, end)) in _SCALES_OF_DIGITS:
        place = past_hyphen(tokens, end)
        scale, end = scale * _SCALES_OF_DIGITS[word_at(tokens, place)], place + 1
    short = _SCALES_OF_MONEY.get(word_at(tokens, end))
    if scale == 1.0 and short and tokens[end].glued and _is_money(tokens, end):
        scale, end = short, end + 1
    if scale == 1.0:
        return bare
    half, end = _and_a_half(tokens, end)
    scaled = bare.scaled(scale, end)
    return scaled._replace(low=scaled.low + half * scale, high=scaled.high + half * scale)


def _is_money(tokens: Sequence[Token], end: int) -> bool:
    """Say whether a currency sign stands before the number that ends at ``end``, or before the range it closes."""
    return any(word_at(tokens, end - step) in CURRENCIES for step in range(2, 5))


def _and_a_half(tokens: Sequence[Token], end: int) -> tuple[float, int]:
    """Return 0.5 and the token after "and a half" where it stands at ``end``, else 0."""
    place = end
    for word in ("and", "a", "half"):
        place = past_hyphen(tokens, place)
        if word_at(tokens, place) != word:
            return 0.0, end
        place += 1
    return 0.5, place


def _spelled(tokens: Sequence[Token], index: int) -> Bare | None:
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
        half, after = _and_a_half(tokens, after) if factor > 1 else (0.0, after)
        total, scale = total + (value + half) * factor, factor * pack if end == index else 1.0
        end, ceiling = after, factor
    return Bare(total, total, end, scale=scale) if end > index else None


def _factor(tokens: Sequence[Token], end: int) -> tuple[float, int]:
    """Return the product of the scale words at ``end`` ("thousand", "thousand million"), and the token after them."""
    factor = 1.0
    while (place := past_hyphen(tokens, end)) < len(tokens) and tokens[place].text in _SCALES:
        factor, end = factor * _SCALES[tokens[place].text], place + 1
    return factor, end


def _group(tokens: Sequence[Token], index: int, joined: bool) -> tuple[float, int, float] | None:
    """Read a number below a thousand, or below a hundred hundreds: its value, the token after it, its own scale."""
    small = _below_hundred(tokens, index)
    if small is None:
        word = word_at(tokens, index)
        if word in _THOUSANDS:
            return 1.0, index, 1.0
        small = (1.0, index) if word == "hundred" else None
    if small is None:
        return None
    value, end = small
    half, end = _and_a_half(tokens, end)
    place = past_hyphen(tokens, end)
    word = word_at(tokens, place)
    if word in _PACKS and not half:
        total, after = _and_small(tokens, place + 1, value * _PACKS[word])
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


_READERS = (_vague, _fraction, _idiom, _ordinal, _digits, _spelled)
