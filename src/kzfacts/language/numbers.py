"""Numbers as people write them, read as intervals.

"eight", "8", "a dozen and four", "half a hundred", "3.1 million", "more than 60", "about 30",
"between 5 and 10", "thirty or so", "hundreds": each becomes the interval of values it allows, so that
two of them compare by containment (QuanTemp 2024 names bounds and ranges as the hard kind).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from kzfacts.language.text import Token

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}
_GROUP = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7}
_SCALE = {
    **_GROUP,
    "lakhs": 1e5,
    "crores": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "mln": 1e6,
    "mn": 1e6,
    "tn": 1e12,
}
_VAGUE_PLURAL = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2e3, 999_999),
    "millions": (2e6, 999e6),
    "billions": (2e9, 999e9),
}
_ORDINAL = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
_FRACTION = {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}
_BEFORE_SECOND = frozenset(("the", "a", "his", "her", "its", "their", "this", "that", "'s"))
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_CURRENCY = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_PERCENT = {"%", "percent", "pct"}

# How a word before (or after) a number changes the values it allows.
_BEFORE = {
    "more than": "over",
    "over": "over",
    "above": "over",
    "exceeding": "over",
    "exceeded": "over",
    "exceeds": "over",
    "greater than": "over",
    "higher than": "over",
    "upwards of": "least",
    "in excess of": "over",
    "at least": "least",
    "no fewer than": "least",
    "no less than": "least",
    "not less than": "least",
    "not fewer than": "least",
    "a minimum of": "least",
    "less than": "under",
    "fewer than": "under",
    "under": "under",
    "below": "under",
    "lower than": "under",
    "not even": "under",
    "short of": "under",
    "at most": "most",
    "up to": "most",
    "no more than": "most",
    "not more than": "most",
    "a maximum of": "most",
    "not exceeding": "most",
    "nearly": "nearly",
    "almost": "nearly",
    "just under": "nearly",
    "close to": "about",
    "about": "about",
    "around": "about",
    "roughly": "about",
    "approximately": "about",
    "some": "about",
    "circa": "about",
    "or so": "about",
    "an estimated": "about",
    "only": "exact",
    "just": "exact",
    "just over": "slightly",
    "exactly": "exact",
    "precisely": "exact",
    "as many as": "exact",
    "a total of": "exact",
}
_AFTER = {
    "or so": "about",
    "or more": "least",
    "or fewer": "most",
    "or less": "most",
    "at least": "least",
    "at most": "most",
    "plus": "least",
    "+": "least",
    "odd": "about",
}
_BEFORE_KEYS = sorted((tuple(key.split()) for key in _BEFORE), key=len, reverse=True)
_AFTER_KEYS = sorted((tuple(key.split()) for key in _AFTER), key=len, reverse=True)
_LITERAL = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$|\d{1,3}(?:\.\d{3}){2,}$|\d+(?:[.,]\d+)?$")


class Quantity(msgspec.Struct, frozen=True):
    """A number as the interval from ``low`` to ``high``, both included, with its unit.

    ``unit`` is "" (a count), "%", "dollar" and the like, "ordinal", "times" or "fraction"; ``bounded``
    says that a comparator shaped the interval.
    """

    low: float
    high: float
    unit: str = ""
    bounded: bool = False

    @property
    def exact(self) -> bool:
        """Whether the interval is one value."""
        return self.low == self.high


class Found(NamedTuple):
    """A quantity and the tokens (first, last, end exclusive) that express it; ``core`` is the bare number."""

    quantity: Quantity
    first: int
    last: int
    core: tuple[int, int]


def find_numbers(tokens: Sequence[Token]) -> list[Found]:
    """Return the quantities among ``tokens``, left to right, comparators and units included."""
    found: list[Found] = []
    index = 0
    while index < len(tokens):
        if _is_score(tokens, index):
            index += 3
            continue
        reading = _cardinal(tokens, index)
        if reading is None:
            index += 1
            continue
        low, high, end = reading
        item = _with_surroundings(tokens, index, end, low, high)
        index = max(item.last, end)
        if tokens[item.core[0]].text != "one" or item.core[1] - item.core[0] > 1 or item.first < item.core[0]:
            found.append(item)  # a bare "one" is nearly always a pronoun
    return found


def _is_score(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a result such as "3-1" stands here, which is no range: the second number is not greater."""
    first, dash, second = (_text(tokens, index + step) for step in range(3))
    if dash != "-" or not (first.isdigit() and second.isdigit() and tokens[index + 1].glued):
        return False
    return int(second) <= int(first) < 100


def _cardinal(tokens: Sequence[Token], index: int) -> tuple[float, float, int] | None:
    """Read a bare number at ``index``: its lowest and highest value and the token after it."""
    word = tokens[index].text
    if word in _TIMES:
        return _TIMES[word], _TIMES[word], index + 1
    if word in _VAGUE_PLURAL and _text(tokens, index + 1) in ("of", ""):
        low, high = _VAGUE_PLURAL[word]
        return low, high, index + 1
    if word == "no" and _text(tokens, index + 1) == "one":
        return None
    for reader in (_fraction, _idiom, _ordinal, _digits, _spelled):
        reading = reader(tokens, index)
        if reading is not None:
            return reading
    return None


def _text(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text if 0 <= index < len(tokens) else ""


def _fraction(tokens: Sequence[Token], index: int) -> tuple[float, float, int] | None:
    """Read "half of", "a third of", "two thirds", "three quarters"."""
    word, following = tokens[index].text, _text(tokens, index + 1)
    if word == "half" and following in ("of", "the"):
        return 0.5, 0.5, index + 1
    top = 1 if word in ("a", "one") else _SMALL.get(word, 0)
    if top and following in _FRACTION and _text(tokens, index + 2) == "of":
        value = top / _FRACTION[following]
        return value, value, index + 2
    return None


def _idiom(tokens: Sequence[Token], index: int) -> tuple[float, float, int] | None:
    """Read "a couple", "a pair", "a dozen and four", "half a hundred", "half a dozen", "a handful"."""
    word, following = tokens[index].text, _text(tokens, index + 1)
    if word == "half" and following in ("a", "of"):
        scale = _text(tokens, index + 2)
        if following == "a" and scale in _SCALE:
            return _SCALE[scale] / 2, _SCALE[scale] / 2, index + 3
        return None
    if following == "score" and _text(tokens, index + 2) == "of" and _text(tokens, index + 3)[:1].isdigit():
        return None  # "a score of 55 out of 100"
    if word in ("a", "an", "one") and following in ("couple", "pair", "handful", "dozen", "score"):
        end = index + 2
        if following == "handful":
            return 3, 6, end
        value = {"couple": 2, "pair": 2, "dozen": 12, "score": 20}[following]
        return _and_small(tokens, end, value)
    if word in ("a", "an") and following in ("hundred", "thousand", "million", "billion", "trillion"):
        return _spelled(tokens, index + 1)
    return None


def _and_small(tokens: Sequence[Token], end: int, value: float) -> tuple[float, float, int]:
    """Add the "and four" of "a dozen and four" where it is there."""
    if _text(tokens, end) == "and" and _text(tokens, end + 1) in _SMALL:
        value += _SMALL[_text(tokens, end + 1)]
        end += 2
    return value, value, end


def _ordinal(tokens: Sequence[Token], index: int) -> tuple[float, float, int] | None:
    """Read "162nd"; spelled ordinals are words like any other ("first" is handled as a word)."""
    word = tokens[index].text
    if word == "second" and _text(tokens, index - 1) not in _BEFORE_SECOND:
        return None  # a unit of time, or "second to none"
    if word in _ORDINAL and word != "first":
        return _ORDINAL[word], _ORDINAL[word], index + 1
    if word.isdigit() and _text(tokens, index + 1) in ("st", "nd", "rd", "th") and tokens[index + 1].glued:
        return float(word), float(word), index + 2
    return None


def _digits(tokens: Sequence[Token], index: int) -> tuple[float, float, int] | None:
    """Read digits with separators, and a scale word after them; decimals allow their rounding."""
    word = tokens[index].text
    if not word[0].isdigit() or not _LITERAL.match(word):
        return None
    grouped = re.fullmatch(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*", word)
    if grouped and (grouped.group(1) == "," or word.count(".") > 1):
        value, decimals = float(re.sub(r"[.,]", "", word)), 0
    else:
        plain = word.replace(",", "") if "." in word else word.replace(",", ".")
        value, decimals = float(plain), len(plain.partition(".")[2])
    end = index + 1
    scale = 1.0
    while _text(tokens, end) in _SCALE:
        scale *= _SCALE[_text(tokens, end)]
        end += 1
    if scale == 1.0:
        return value, value, end
    slack = 0.5 * 10**-decimals * scale if decimals else 0.0
    return value * scale - slack, value * scale + slack, end


def _spelled(tokens: Sequence[Token], index: int) -> tuple[float, float, int] | None:
    """Read a number in words: "sixty-five", "two and a half million", "four score", "three hundred and five"."""
    total = current = 0.0
    end = index
    seen = False
    while end < len(tokens):
        word = tokens[end].text
        if word in _SMALL or word in _TENS:
            current += _SMALL.get(word, 0) or _TENS.get(word, 0)
        elif word in _SCALE and (seen or word in ("hundred", "thousand", "million", "billion", "trillion")):
            current, total = _scaled(current, total, _SCALE[word])
        elif word == "-" and seen and _text(tokens, end - 1) in _TENS and _text(tokens, end + 1) in _SMALL:
            pass
        elif word == "and" and seen and _joins(tokens, end):
            if _text(tokens, end + 1) == "a":
                current += 0.5
                end += 2
        else:
            break
        seen = True
        end += 1
    return (total + current, total + current, end) if seen else None


def _scaled(current: float, total: float, scale: float) -> tuple[float, float]:
    """Apply a scale word to what was read so far."""
    if scale in (12, 20, 100):
        return (current or 1.0) * scale, total
    return 0.0, total + (current or 1.0) * scale


def _joins(tokens: Sequence[Token], index: int) -> bool:
    """Say whether the "and" at ``index`` belongs to the number: "hundred and five", "score and nine"."""
    before, after = _text(tokens, index - 1), _text(tokens, index + 1)
    if after == "a" and _text(tokens, index + 2) == "half":
        return True
    return before in _SCALE and (after in _SMALL or after in _TENS)


def _with_surroundings(tokens: Sequence[Token], first: int, last: int, low: float, high: float) -> Found:
    """Widen a bare number by its range partner, unit and comparators."""
    core = (first, last)
    low, high, last, bounded = _range(tokens, first, last, low, high)
    unit, first, last = _unit(tokens, first, last)
    if _text(tokens, first - 1) == "between" or _text(tokens, first - 1) == "from" and bounded:
        first -= 1
    for key in _BEFORE_KEYS:
        size = len(key)
        if first >= size and tuple(token.text for token in tokens[first - size : first]) == key:
            low, high = _bound(_BEFORE[" ".join(key)], low, high)
            first, bounded = first - size, True
            break
    for key in _AFTER_KEYS:
        size = len(key)
        if tuple(token.text for token in tokens[last : last + size]) == key:
            low, high = _bound(_AFTER[" ".join(key)], low, high)
            last, bounded = last + size, True
            break
    return Found(Quantity(low, high, unit, bounded), first, last, core)


def _range(tokens: Sequence[Token], first: int, last: int, low: float, high: float) -> tuple[float, float, int, bool]:
    """Join "between 5 and 10", "5 to 10" and "5-10" into one interval."""
    joiner = _text(tokens, last)
    opens = _text(tokens, first - 1)
    if joiner == "and" and opens == "between" or joiner == "to" or joiner == "-" and tokens[last].glued:
        other = _cardinal(tokens, last + 1) if last + 1 < len(tokens) else None
        if other is not None and other[1] > high:
            return low, other[1], other[2], True
    return low, high, last, False


def _unit(tokens: Sequence[Token], first: int, last: int) -> tuple[str, int, int]:
    """Return the unit that the number carries, and the tokens widened by it."""
    if _text(tokens, first - 1) in _CURRENCY:
        return _CURRENCY[_text(tokens, first - 1)], first - 1, last
    following = _text(tokens, last)
    if following in _PERCENT:
        return "%", first, last + 1
    if following == "per" and _text(tokens, last + 1) == "cent":
        return "%", first, last + 2
    if following == "times" or _text(tokens, last - 1) in _TIMES:
        return "times", first, last + (following == "times")
    if (_text(tokens, last - 1) in _FRACTION and last - first > 1) or _text(tokens, last - 1) == "half":
        return "fraction", first, last
    if _text(tokens, last - 1) in _ORDINAL or _text(tokens, last - 1) in ("st", "nd", "rd", "th"):
        return "ordinal", first, last
    if following in ("dollars", "dollar", "euros", "euro", "pounds", "yen", "tenge", "rubles", "roubles"):
        return following.rstrip("s").replace("rouble", "ruble"), first, last + 1
    return "", first, last


def _bound(word: str, low: float, high: float) -> tuple[float, float]:
    """Return the interval that a comparator makes of the interval from ``low`` to ``high``."""
    match word:
        case "over":
            return math.nextafter(high, math.inf), math.inf
        case "least":
            return low, math.inf
        case "under":
            return -math.inf, math.nextafter(low, -math.inf)
        case "most":
            return -math.inf, high
        case "nearly":
            return low * 0.85, math.nextafter(high, -math.inf)
        case "about":
            return low * 0.9, high * 1.1
        case "slightly":
            return math.nextafter(low, math.inf), high * 1.15
    return low, high


def render(quantity: Quantity) -> str:
    """Return the interval as a person would write it: "8", "more than 60", "27 to 33"."""
    low, high = quantity.low, quantity.high
    suffix = "%" if quantity.unit == "%" else f" {quantity.unit}s" if quantity.unit in _CURRENCY.values() else ""
    if low == high:
        return _plain(low) + suffix
    if high == math.inf:
        return ("at least " + _plain(low) if low == round(low) else "more than " + _plain(low)) + suffix
    if low == -math.inf:
        return ("at most " + _plain(high) if high == round(high) else "fewer than " + _plain(high)) + suffix
    return f"{_plain(low)} to {_plain(high)}{suffix}"


def _plain(value: float) -> str:
    rounded = round(value, 6)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,}"
