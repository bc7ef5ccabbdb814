"""Bare numbers, in digits or words: "1,500", "3.1 million", "two and a half", "a dozen and four", "twenty-first".

What stands around a number (comparators, ranges, currencies) is read by `kzfacts.language.numbers`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache

from kzfacts.language.number_words import (
    ORDINAL_ENDINGS,
    ORDINALS,
    SCALES,
    SMALL,
    TENS,
    THOUSANDS,
    Bare,
    and_a_half,
    and_small,
    past_hyphen,
    spelled,
    word_at,
)
from kzfacts.language.text import Token

_SCALES_OF_DIGITS = SCALES | {"hundred": 100.0, "dozen": 12.0}
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
_BEFORE_SECOND = frozenset(("the", "a", "his", "her", "its", "their", "this", "that", "'s"))
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_AFTER_ONCE = frozenset("again more he she it they we the an his her its their this that these those all".split())
"""What follows a "once" that counts nothing: "once more", "once he had left"."""
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}


def cardinal(tokens: Sequence[Token], index: int) -> Bare | None:
    """Read the bare number that begins at ``index``; None where none does, or one too large to hold."""
    word = word_at(tokens, index)
    if word not in STARTS and not word[:1].isdigit():
        return None
    if is_mere_article(tokens, index) or _is_manner(tokens, index):
        return None
    if word in _TIMES:
        if word == "once" and (word_at(tokens, index - 1) == "at" or word_at(tokens, index + 1) in _AFTER_ONCE):
            return None
        return Bare(_TIMES[word], _TIMES[word], index + 1, "times")
    for reader in _READERS:
        bare = reader(tokens, index)
        if bare is not None:
            return bare if math.isfinite(bare.high) else None
    return None


def _is_manner(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a number tells how something is, not how many: "two-way trade", "one-sided", "single-handed"."""
    place = past_hyphen(tokens, index + 1)
    return (
        place > index + 1
        and word_at(tokens, place) in ("way", "sided", "handed", "handedly")
        and (word_at(tokens, index) in ("one", "two", "single"))
    )


def is_mere_article(tokens: Sequence[Token], index: int) -> bool:
    """Say whether an article stands at ``index`` that begins no number, as it does in "a dozen", "a third of"."""
    article = tokens[index].text in ("a", "an")
    return article and word_at(tokens, past_hyphen(tokens, index + 1)) not in _AFTER_ARTICLE


def _vague(tokens: Sequence[Token], index: int) -> Bare | None:
    """Read "dozens of", "hundreds", "tens of thousands", "a few thousand"."""
    word, following = word_at(tokens, index), word_at(tokens, index + 1)
    if word in ("few", "several") and (scale := _SCALES_OF_DIGITS.get(following, 0)):
        return Bare(2 * scale, 10 * scale - 1, index + 2)
    if word not in _VAGUE or following not in ("of", ""):
        return None
    low, high = _VAGUE[word]
    scale = THOUSANDS.get(word_at(tokens, index + 2).removesuffix("s"), 0)
    if following == "of" and scale and word_at(tokens, index + 2).endswith("s"):
        return Bare(low * scale, (high + 1) * scale - 1, index + 3)
    return Bare(low, high, index + 1)


def _fraction(tokens: Sequence[Token], index: int) -> Bare | None:
    """Read "half of", "a third of", "two-thirds", "½ of"."""
    word, following = word_at(tokens, index), word_at(tokens, index + 1)
    if word == "half" and following in ("of", "the"):
        return Bare(0.5, 0.5, index + 1, "fraction")
    if word == "one" and following == "half":
        return Bare(0.5, 0.5, index + 2, "fraction")
    if value := _slashed(tokens, index):
        written_as_one = tokens[index].start == tokens[index + 2].start
        unit = "fraction" if word_at(tokens, index + 3) == "of" else ""
        return _with_scales(tokens, Bare(value, value, index + 3, unit)) if unit or written_as_one else None
    top = 1 if word in ("a", "one") else SMALL.get(word, 0)
    place = past_hyphen(tokens, index + 1)
    part = word_at(tokens, place)
    bottom = _PARTS.get(part.removesuffix("s"))
    if top and bottom and (word_at(tokens, place + 1) == "of" or (top > 1 and part.endswith("s"))):
        scale = THOUSANDS.get(word_at(tokens, place + 3), 0) if word_at(tokens, place + 2) == "a" else 0
        if scale:
            return Bare(top / bottom * scale, top / bottom * scale, place + 4)  # "a quarter of a million"
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
    if following == "score" and not _counts_twenty(tokens, place + 1):
        return None
    if word in ("a", "an", "one") and following in ("couple", "pair", "handful", "dozen", "score"):
        if following == "handful":
            return Bare(3, 6, place + 1)
        value, end = and_small(tokens, place + 1, {"couple": 2, "pair": 2, "dozen": 12, "score": 20}[following])
        return Bare(value, value, end)
    if word in ("a", "an") and (following == "hundred" or following in THOUSANDS):
        bare = spelled(tokens, place)
        if bare is None:
            return None
        half, end = and_a_half(tokens, bare.end)  # "a billion and a half"
        low, high = bare.low * (1 + half), bare.high * (1 + half)
        return bare._replace(low=low, high=high, end=end, scale=1.0)  # "from ten to a hundred" is not "from 1,000"
    return None


def _counts_twenty(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a "score" before ``place`` is twenty of something, no result: "a score of 55 out of 100"."""
    if word_at(tokens, place) != "of":
        return word_at(tokens, place) == "and" and word_at(tokens, place + 1) in SMALL
    following = word_at(tokens, place + 1)
    return following.isalpha() and following not in _LEADS_RESULT


_LEADS_RESULT = frozenset(
    "more less fewer over under above below at about around up nearly almost only just exactly roughly approximately "
    "some between".split()
)
"""Words that may stand between a result and its figure: "a score of over 55"."""


def _ordinal(tokens: Sequence[Token], index: int) -> Bare | None:
    """Read "162nd", "second", "twenty-first"; a lone "first" is a word like any other."""
    word, following = word_at(tokens, index), word_at(tokens, index + 1)
    if word == "second" and word_at(tokens, index - 1) not in _BEFORE_SECOND:
        return None  # a unit of time, or "second to none"
    if word in ORDINALS and word != "first" and not _is_class(tokens, index):
        return Bare(ORDINALS[word], ORDINALS[word], index + 1, "ordinal")
    if word.isdigit() and following in ORDINAL_ENDINGS and tokens[index + 1].glued:
        return Bare(float(word), float(word), index + 2, "ordinal")
    place = past_hyphen(tokens, index + 1)
    last = ORDINALS.get(word_at(tokens, place), 10)
    if word in TENS and last < 10:
        return Bare(TENS[word] + last, TENS[word] + last, place + 1, "ordinal")
    return None


def _is_class(tokens: Sequence[Token], index: int) -> bool:
    """Say whether an ordinal names a class and counts nothing: "a second-generation agreement"."""
    place = past_hyphen(tokens, index + 1)
    return place > index + 1 and word_at(tokens, place) in ("generation", "class", "rate", "hand", "tier", "party")


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
    half, end = and_a_half(tokens, end)
    return _with_scales(tokens, Bare(value + half, value + half, end, step=10.0**-decimals if decimals else 0.0))


def _goes_on_after_space(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether the token ``end`` is a group of three digits: "1 500 000", but not "on 5 May 300 people"."""
    if len(tokens[first].text) > 3 or tokens[first].text[0] == "0" or not _is_group(tokens, end):
        return False
    lone = end == first + 1 and not _is_group(tokens, end + 1)
    if word_at(tokens, end) == "000":
        return True
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
    half, end = and_a_half(tokens, end)
    scaled = bare.scaled(scale, end)
    return scaled._replace(low=scaled.low + half * scale, high=scaled.high + half * scale)


def _is_money(tokens: Sequence[Token], end: int) -> bool:
    """Say whether a currency sign stands before the number that ends at ``end``, or before the range it closes."""
    return any(word_at(tokens, end - step) in CURRENCIES for step in range(2, 5))


NUMBER_WORDS = frozenset(
    (*SMALL, *TENS, *SCALES, *_VAGUE, *ORDINALS, *_TIMES, *_PARTS, "hundred", "dozen", "score", "half")
)
"""All words that numbers are made of."""

_AFTER_ARTICLE = frozenset((*_PARTS, *(part + "s" for part in _PARTS), *THOUSANDS, "hundred")) | frozenset(
    "couple pair handful dozen score".split()
)
"""What follows an article that is a number: "a dozen", "a third of"."""
_READERS = (_vague, _fraction, _idiom, _ordinal, _digits, spelled)
STARTS = frozenset((*SMALL, *TENS, *THOUSANDS, *_VAGUE, *ORDINALS, *_TIMES, *"a an half hundred few several".split()))
"""The words that a number may begin with; any other number begins with a digit."""
