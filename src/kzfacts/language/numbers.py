"""Numbers as people write them, read as intervals.

"eight", "8", "a dozen and four", "half a hundred", "3.1 million", "more than 60", "about 30",
"between 5 and 10", "thirty or so", "hundreds": each becomes the interval of values it allows, so that
two of them compare by containment (QuanTemp 2024 names bounds and ranges as the hard kind).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from kzfacts.language.cardinals import CURRENCIES, STARTS, cardinal, is_mere_article
from kzfacts.language.number_words import PERCENT, Bare, past_hyphen, word_at
from kzfacts.language.text import Token

_PLURALS = {"dollar": "dollars", "euro": "euros", "pound": "pounds", "yen": "yen", "tenge": "tenge", "ruble": "rubles"}
CURRENCY_WORDS = {word: unit for unit, plural in _PLURALS.items() for word in (unit, plural)} | {
    "rouble": "ruble",
    "roubles": "ruble",
}

# How a word before (or after) a number changes the values it allows.
COMPARATORS = {
    "more than": "over",
    "over": "over",
    "above": "over",
    "exceeding": "over",
    "exceeded": "over",
    "exceeds": "over",
    "surpassed": "over",
    "surpasses": "over",
    "surpassing": "over",
    "greater than": "over",
    "higher than": "over",
    "upwards of": "least",
    "in excess of": "over",
    "at least": "least",
    "at the least": "least",
    "at the very least": "least",
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
    "at the most": "most",
    "at the very most": "most",
    "up to": "most",
    "no more than": "most",
    "not more than": "most",
    "a maximum of": "most",
    "not exceeding": "most",
    "nearly": "nearly",
    "almost": "nearly",
    "not quite": "nearly",
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
    "or thereabouts": "about",
    "give or take": "about",
    "or more": "least",
    "or fewer": "most",
    "or less": "most",
    "at least": "least",
    "at the least": "least",
    "at the very least": "least",
    "at most": "most",
    "at the most": "most",
    "plus": "least",
    "+": "least",
    "odd": "about",
}
OPENS_COMPARATOR = frozenset(phrase.split()[0] for phrase in COMPARATORS)
"""The words that a comparator begins with."""
_BOUNDS = frozenset(("over", "least", "under", "most"))
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in COMPARATORS)
_FIRST_WORDS = frozenset(phrase.split()[0] for phrase in _AFTER)
LONGEST_COMPARATOR = 4
"""How many words the longest comparator has."""


class Quantity(msgspec.Struct, frozen=True, gc=False):
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
        word = tokens[index].text
        if not word[0].isdigit() and (word not in STARTS or is_mere_article(tokens, index)):
            index += 1
            continue
        if _is_score(tokens, index):
            index += 3
            continue
        bare = cardinal(tokens, index)
        if bare is None:
            index += 1
            continue
        item = _with_surroundings(tokens, index, bare)
        if tokens[index].text != "one" or bare.end - index > 1 or item.first < index or item.last > bare.end:
            found.append(item)  # a bare "one" is nearly always a pronoun
        index = max(item.last, bare.end)
    return found


def _is_score(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a result such as "3-1" stands here, which is no range: the second number is not greater."""
    if not tokens[index].text.isdigit():
        return False
    first, dash, second = (word_at(tokens, index + step) for step in range(3))
    if dash != "-" or not (second.isdigit() and tokens[index + 1].glued):
        return False
    return len(first) < 3 and len(second) < 3 and int(second) <= int(first)


def _with_surroundings(tokens: Sequence[Token], index: int, bare: Bare) -> Found:
    """Widen the bare number at ``index`` by its sign, range partner, unit and comparators."""
    first = index
    low, high, last, ranged = _range(tokens, first, bare)
    unit, first, last = _unit(tokens, first, last, bare.unit)
    if not ranged and _is_negative(tokens, first):
        low, high, first = -high, -low, first - 1
    if ranged and word_at(tokens, first - 1) in ("between", "from"):
        first -= 1
    bounded = ranged
    before, size = _comparator(tokens, first, -1, COMPARATORS)
    first -= size
    place = past_hyphen(tokens, last)
    after, size = _comparator(tokens, place, 1, _AFTER)
    last = place + size if after else last
    if not ranged and {before, after} & _BOUNDS:
        low = high = middle(low, high)  # "more than 4.4 million" is more than that, not than what rounds to it
    for sense in filter(None, (before, after)):
        low, high = bound(sense, low, high)
        bounded = True
    return Found(Quantity(low, high, unit, bounded), first, last, (index, bare.end))


def _comparator(tokens: Sequence[Token], place: int, direction: int, table: dict[str, str]) -> tuple[str, int]:
    """Return what the longest comparator right before (-1) or from (1) ``place`` does, and its number of words."""
    beside = word_at(tokens, place - 1 if direction < 0 else place)
    if beside not in (_LAST_WORDS if direction < 0 else _FIRST_WORDS):
        return "", 0
    for size in range(LONGEST_COMPARATOR, 0, -1):
        first = place - size if direction < 0 else place
        words = [token.text for token in tokens[first : first + size]] if first >= 0 else []
        if sense := table.get(" ".join(words)):
            return sense, len(words)
    return "", 0


def _is_negative(tokens: Sequence[Token], first: int) -> bool:
    """Say whether "minus", or a "-" with space before it and none after it, stands before the number."""
    before = word_at(tokens, first - 1)
    if before != "-":
        return before == "minus" and not word_at(tokens, first - 2)[:1].isdigit()
    return tokens[first].glued and not tokens[first - 1].glued and not word_at(tokens, first - 2)[:1].isdigit()


def _range(tokens: Sequence[Token], first: int, bare: Bare) -> tuple[float, float, int, bool]:
    """Join "between 5 and 10", "5 to 10", "5-10", "$5-$10 million" and "5 or 6" into one interval."""
    alone = bare.low, bare.high, bare.end, False
    currency = word_at(tokens, first - 1) if word_at(tokens, first - 1) in CURRENCIES else ""
    opener = word_at(tokens, first - 1 - bool(currency))
    place = bare.end + (word_at(tokens, bare.end) in PERCENT)
    joiner = word_at(tokens, place)
    joins = joiner in ("to", "or") or (joiner == "and" and opener == "between")
    if not joins and not (joiner == "-" and tokens[place].glued):
        return alone
    start = place + 1 + (bool(currency) and word_at(tokens, place + 1) == currency)
    other = cardinal(tokens, start)
    if other is None or (place > bare.end and word_at(tokens, other.end) not in PERCENT):
        return alone
    if bare.scale == 1.0 and not bare.unit and other.scale > 1.0 and bare.high < other.low / other.scale:
        bare = bare.scaled(other.scale, bare.end)  # "2.5 to 3 million", "two or three hundred"
    if other.high <= bare.high or (joiner == "or" and other.low > 2 * bare.high):
        return alone
    return bare.low, other.high, other.end, True


def _unit(tokens: Sequence[Token], first: int, last: int, unit: str) -> tuple[str, int, int]:
    """Return the unit that the number carries, and the tokens widened by it."""
    if word_at(tokens, first - 1) in CURRENCIES:
        return CURRENCIES[word_at(tokens, first - 1)], first - 1, last
    following = word_at(tokens, past_hyphen(tokens, last))
    widened = past_hyphen(tokens, last) + 1
    if following in PERCENT:
        return "%", first, widened
    if following == "per" and word_at(tokens, widened) == "cent":
        return "%", first, widened + 1
    if not unit and (scale := _scale_of_marks(tokens, last)):
        return scale[0], first, scale[1]
    if following == "times" or unit == "times":
        return "times", first, widened if following == "times" else last
    if not unit and following in ("us", "u.s.", "american") and word_at(tokens, widened) in ("dollar", "dollars"):
        return "dollar", first, widened + 1
    if not unit and following in CURRENCY_WORDS and following != "pound":
        return CURRENCY_WORDS[following], first, widened
    return unit, first, last


def _scale_of_marks(tokens: Sequence[Token], last: int) -> tuple[str, int] | None:
    """Return the scale of a mark, with the token after it: "58/100", "7.5 out of 10"; None where there is none."""
    place = last + 1 if word_at(tokens, last) == "/" else last + 2
    if place == last + 2 and (word_at(tokens, last), word_at(tokens, last + 1)) != ("out", "of"):
        return None
    top, following = word_at(tokens, place), word_at(tokens, place + 1)
    if top not in _SCALES_OF_MARKS or following not in _AFTER_MARK:
        return None
    return "/" + top, place + 1


_SCALES_OF_MARKS = frozenset(("5", "10", "20", "100"))
_AFTER_MARK = frozenset(("", *"on from by at in with based and for according".split(), *'.,;:()"'))


def middle(low: float, high: float) -> float:
    """Return the middle of an interval, free of the noise of binary fractions."""
    return float(f"{(low + high) / 2:.12g}") if low < high else low


ABOUT, BESIDE = 0.1, 0.15
"""By what share of itself a number may be off that is a rough one, and one that is nearly or just reached."""


def bound(word: str, low: float, high: float) -> tuple[float, float]:
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
            return low - BESIDE * abs(low), math.nextafter(high, -math.inf)
        case "about":
            return low - ABOUT * abs(low), high + ABOUT * abs(high)
        case "slightly":
            return math.nextafter(low, math.inf), high + BESIDE * abs(high)
    return low, high


def render(quantity: Quantity) -> str:
    """Return the interval as a person would write it: "8", "more than 60", "27 to 33", "less than 5%"."""
    low, high, unit = quantity.low, quantity.high, quantity.unit
    suffix = "%" if unit == "%" else f" {_PLURALS[unit]}" if unit in _PLURALS else ""
    if low == high:
        return _plain(low) + suffix
    if high == math.inf:
        return ("at least " if low == round(low, 6) else "more than ") + _plain(low) + suffix
    if low == -math.inf:
        under = "less than " if suffix or unit == "fraction" else "fewer than "
        return ("at most " if high == round(high, 6) else under) + _plain(high) + suffix
    return f"{_plain(low)} to {_plain(high)}{suffix}"


_WRITTEN_OUT = 1e21  # greater numbers are put as powers of ten


def _plain(value: float) -> str:
    if not math.isfinite(value) or abs(value) >= _WRITTEN_OUT:
        return f"{value:.6g}"
    rounded = round(value, 6)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,}"
