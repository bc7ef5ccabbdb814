from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.language.numbers import Found, Quantity, find_numbers, render
from kzfacts.language.text import tokenize


def found(text: str) -> list[Found]:
    return find_numbers(tokenize(text))


def only(text: str) -> Quantity:
    """Return the one quantity of ``text``."""
    quantities = [item.quantity for item in found(text)]
    assert len(quantities) == 1, f"{len(quantities)} quantities in {text!r}"
    return quantities[0]


def wording(text: str, item: Found) -> str:
    tokens = tokenize(text)
    return text[tokens[item.first].start : tokens[item.last - 1].end]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8 visits", 8),
        ("eight visits", 8),
        ("Eight visits", 8),
        ("zero visits", 0),
        ("0 visits", 0),
        ("８ visits", 8),
        ("nineteen visits", 19),
        ("sixty-five", 65),
        ("sixty five", 65),
        ("fourty", 40),
        ("a hundred", 100),
        ("hundred and five", 105),
        ("one hundred and five", 105),
        ("one hundred five", 105),
        ("twelve hundred", 1200),
        ("a thousand", 1000),
        ("two thousand five hundred", 2500),
        ("one million two hundred thousand", 1_200_000),
        ("two hundred and fifty thousand", 250_000),
        ("one hundred and twenty-five million", 125_000_000),
        # dozens, scores and halves
        ("a dozen visits", 12),
        ("a dozen and four", 16),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("half a hundred", 50),
        ("half a million", 500_000),
        ("a score of visits", 20),
        ("four score", 80),
        ("four score and nine", 89),
        ("a couple of visits", 2),
        ("a pair of visits", 2),
        ("two and a half million", 2_500_000),
        ("one and a half billion", 1_500_000_000),
        ("a billion and a half", 1_500_000_000),
        # digits with separators and scales
        ("1,500 visits", 1500),
        ("1,500,000", 1_500_000),
        ("1.500.000", 1_500_000),
        ("12,345.67", 12_345.67),
        ("1,5", 1.5),
        ("1.5", 1.5),
        ("0.5", 0.5),
        ("300 thousand", 300_000),
        ("1 million", 1_000_000),
        ("4 mn", 4_000_000),
        ("3bn", 3_000_000_000),
        ("3 bn", 3_000_000_000),
        ("5 trillion", 5e12),
        # what stands around them and leaves the value alone
        ("only two visits", 2),
        ("just two visits", 2),
        ("exactly 60", 60),
        ("as many as 60", 60),
        ("a total of 60", 60),
        ("eight-member", 8),
        ("two million and a half", 2_500_000),
        ("a two-and-a-half-year term", 2.5),
        ("2 1/2 million", 2_500_000),
        ("a quarter of a million", 250_000),
        ("five-million-member", 5_000_000),
        ("seven thousand million", 7e9),
        ("-5 percent", -5),
        ("minus 5 percent", -5),
        ("300 000 people", 300_000),
        ("half-a-dozen visits", 6),
        ("one-and-a-half million", 1_500_000),
        ("2½ million", 2_500_000),
        ("$5m", 5_000_000),
        ("1 500 000", 1_500_000),
        ("1\u00a0500\u00a0000", 1_500_000),
    ],
)
def test_one_value(text: str, value: float) -> None:
    quantity = only(text)
    assert [quantity.low, quantity.high] == pytest.approx([value, value])


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("more than 60", [61, 1e9], [60, 59]),
        ("over 60", [61], [60]),
        ("above 60", [61], [60]),
        ("in excess of 60", [61], [60]),
        ("exceeding 60", [61], [60]),
        ("well over 60", [61], [60]),
        ("more than a dozen", [13], [12]),
        ("more than one", [2], [1]),
        ("at least 60", [60, 1e9], [59]),
        ("60 at least", [60, 61], [59]),
        ("no fewer than 60", [60, 61], [59]),
        ("no less than 60", [60, 61], [59]),
        ("a minimum of 60", [60, 61], [59]),
        ("upwards of 60", [61], [59]),
        ("60 or more", [60, 61], [59]),
        ("60+", [60, 61], [59]),
        ("60 plus", [60, 61], [59]),
        ("fewer than 60", [0, 59], [60]),
        ("less than 60", [0, 59], [60]),
        ("under 60", [59], [60]),
        ("below 60", [59], [60]),
        ("not even 100", [0, 99], [100, 101]),
        ("at most 60", [0, 60], [61]),
        ("up to 60", [60], [61]),
        ("no more than 60", [60], [61]),
        ("not more than 60", [60], [61]),
        ("a maximum of 60", [60], [61]),
        ("60 or fewer", [60], [61]),
        ("60 or less", [60], [61]),
        ("nearly 60", [58, 59], [60, 61, 30]),
        ("almost 60", [58, 59], [60, 30]),
        ("just under 60", [58, 59], [60, 30]),
        ("just over 60", [61, 62], [60, 90]),
        ("about 30", [29, 30, 31], [20, 40]),
        ("around 30", [29, 30, 31], [20, 40]),
        ("roughly 30", [29, 30, 31], [20, 40]),
        ("some 30 visits", [29, 30, 31], [20, 40]),
        ("close to 30", [29, 30], [20, 40]),
        ("an estimated 30", [29, 30, 31], [20, 40]),
        ("thirty or so", [29, 30, 31], [20, 40]),
        ("between 5 and 10", [5, 7, 10], [4, 11]),
        ("between five and ten", [5, 10], [4, 11]),
        ("from 5 to 10", [5, 10], [4, 11]),
        ("5 to 10", [5, 10], [4, 11]),
        ("5-10", [5, 10], [4, 11]),
        ("5–10", [5, 10], [4, 11]),
        ("from two hundred to three hundred", [200, 250, 300], [199, 301, 5]),
        # written precision
        ("3.1 million", [3_050_001, 3_100_000, 3_149_999], [3_000_000, 3_160_000]),
        ("2,5 million", [2_500_000, 2_549_999], [2_400_000, 2_600_000]),
        ("more than 3.1 million", [3_200_000], [3_000_000, 3_100_000]),
        # plurals
        ("a handful of visits", [3, 5], [1, 12]),
        ("dozens of visits", [24, 60], [11, 1000]),
        ("scores of visits", [60], [10, 1000]),
        ("hundreds of visits", [200, 999], [99, 1000]),
        ("thousands of visits", [2000, 50_000], [999]),
        ("millions of people", [2_000_000], [999_999]),
        ("tens of thousands of people", [50_000], [2000, 9000]),
        ("thirty-odd visits", [31], [60]),
        ("a 60-plus majority", [61], [59]),
        ("at the very least 60", [61], [59]),
        ("between 2.5 and 3 million", [2_600_000], [100, 2_000_000]),
        ("$5-10 million", [6_000_000], [1000, 4_000_000]),
        ("between one hundred and two hundred", [150], [99, 201]),
        ("between one hundred and fifty and two hundred", [150, 200], [100, 201]),
        ("from ten to a hundred", [10, 100], [9, 101, 1000]),
        ("from 500 to 2 million", [500, 2_000_000], [499]),
        ("two or three hundred visits", [200, 300], [2, 301]),
        ("between $5 million and $10 million", [7_000_000], [4_000_000]),
        ("5% to 10%", [5, 10], [4, 11]),
        ("1 or 2", [1, 2], [0, 3]),
        ("one or two visits", [1, 2], [0, 3]),
        ("a few thousand", [3000], [1000, 20_000]),
        ("several hundred", [300], [100, 1000]),
        ("about -5 percent", [-5, -5.2], [5, -6]),
        ("hundreds of thousands", [200_000], [199_999]),
        ("between two thousand and three thousand", [2500], [1999, 3001]),
    ],
)
def test_intervals(text: str, inside: list[float], outside: list[float]) -> None:
    quantity = only(text)
    assert [value for value in inside if not quantity.low <= value <= quantity.high] == []
    assert [value for value in outside if quantity.low <= value <= quantity.high] == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("eight visits", 8, ""),
        ("30%", 30, "%"),
        ("30 percent", 30, "%"),
        ("30 per cent", 30, "%"),
        ("a hundred percent", 100, "%"),
        ("$5", 5, "dollar"),
        ("$5 million", 5_000_000, "dollar"),
        ("5 billion dollars", 5_000_000_000, "dollar"),
        ("€5", 5, "euro"),
        ("£5", 5, "pound"),
        ("¥5", 5, "yen"),
        ("20 tenge", 20, "tenge"),
        ("20 roubles", 20, "ruble"),
        ("once", 1, "times"),
        ("twice", 2, "times"),
        ("three times", 3, "times"),
        ("half of the members", 0.5, "fraction"),
        ("½ of the members", 0.5, "fraction"),
        ("a 5-million-dollar gift", 5_000_000, "dollar"),
        ("one percent", 1, "%"),
        ("half the members", 0.5, "fraction"),
        ("a quarter of the members", 0.25, "fraction"),
        ("two thirds of the members", 2 / 3, "fraction"),
        ("three quarters of the members", 0.75, "fraction"),
        ("162nd", 162, "ordinal"),
        ("the 3rd visit", 3, "ordinal"),
        ("the 21st visit", 21, "ordinal"),
        ("the fourth visit", 4, "ordinal"),
        ("the twelfth visit", 12, "ordinal"),
        ("the twentieth visit", 20, "ordinal"),
        ("the second visit", 2, "ordinal"),
        ("the third visit", 3, "ordinal"),
        ("the tenth visit", 10, "ordinal"),
        ("the twenty-first visit", 21, "ordinal"),
        ("two-thirds of the members", 2 / 3, "fraction"),
        ("more than half of the members", 0.5, "fraction"),
    ],
)
def test_units(text: str, value: float, unit: str) -> None:
    quantity = only(text)
    assert quantity.unit == unit
    assert min(quantity.low, quantity.high) == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "One of them came.",
        "No one came.",
        "One visit.",
        "The first visit.",
        "No visits.",
        "Several visits.",
        "Two-way trade.",
    ],
)
def test_words_that_are_no_numbers(text: str) -> None:
    assert [item.quantity.low for item in found(text + " Eight more followed.")] == [8]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("8 visits and 10 briefings", [8, 10]),
        ("not 8 but 10", [8, 10]),
        ("eight, nine and ten", [8, 9, 10]),
        ("80 briefings, 30 conferences, a dozen interviews", [80, 30, 12]),
        ("between 10 and 5", [10, 5]),  # no range
        ("5 or 50", [5, 50]),
        ("5 -10", [5, 10]),
        ("Boeing 737 800", [737, 800]),
        ("on May 5 300 people", [5, 300]),
    ],
)
def test_several_numbers_from_left_to_right(text: str, values: list[int]) -> None:
    assert [item.quantity.low for item in found(text)] == values


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He made eight visits.", "eight"),
        ("He made more than 60 visits.", "more than 60"),
        ("Then thirty or so came.", "thirty or so"),
        ("It fell by 30 per cent.", "30 per cent"),
        ("It cost over $3.1 million then.", "over $3.1 million"),
        ("It took between 5 and 10 days.", "between 5 and 10"),
        ("Not even 100 came.", "Not even 100"),
        ("A dozen and four came.", "A dozen and four"),
    ],
)
def test_the_words_of_a_number_include_comparator_and_unit(text: str, words: str) -> None:
    assert [wording(text, item) for item in found(text)] == [words]


@pytest.mark.parametrize(
    ("text", "bounded"), [("8", False), ("a dozen", False), ("only 8", True), ("about 8", True), ("5 to 10", True)]
)
def test_bounded_tells_whether_a_comparator_shaped_the_interval(text: str, bounded: bool) -> None:
    assert only(text).bounded is bounded


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("eight", "8"),
        ("a dozen and four", "16"),
        ("1500", "1,500"),
        ("12345.67", "12,345.67"),
        ("more than 60", "more than 60"),
        ("at least 60", "at least 60"),
        ("under 60", "fewer than 60"),
        ("at most 60", "at most 60"),
        ("about 30", "27 to 33"),
        ("between 5 and 10 percent", "5 to 10%"),
        ("30 percent", "30%"),
        ("$5 million", "5,000,000 dollars"),
        ("20 tenge", "20 tenge"),
        ("¥5", "5 yen"),
        ("less than 5 percent", "less than 5%"),
    ],
)
def test_render(text: str, rendered: str) -> None:
    assert render(only(text)) == rendered


@pytest.mark.parametrize("text", ["9" * 400, "9" * 5000 + "-1", "9" * 300 + " trillion"])
def test_a_number_too_large_to_hold_is_none(text: str) -> None:
    assert [item.quantity for item in found(text) if item.quantity.high > 1e13] == []


@pytest.mark.parametrize("value", [1e15, 1e22, 1e300, math.inf])
def test_the_largest_numbers_can_be_rendered(value: float) -> None:
    assert 3 <= len(render(Quantity(value, value))) <= 30
    assert render(Quantity(1, value)).startswith(("1 to ", "at least 1"))


SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spell(number: int) -> str:
    """Write a whole number below a billion in British words."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    for scale, word in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            head, rest = divmod(number, scale)
            joint = " and " if rest < 100 else " "
            return f"{spell(head)} {word}" + (joint + spell(rest) if rest else "")
    raise AssertionError


@given(st.integers(2, 999_999_999))
def test_numbers_in_words_are_read_back(number: int) -> None:
    quantity = only(spell(number) + " visits")
    assert (quantity.low, quantity.high, quantity.unit) == (number, number, "")


@given(st.integers(2, 999_999_999))
def test_words_and_digits_read_the_same(number: int) -> None:
    assert only(spell(number)) == only(f"{number:,}") == only(str(number))


@given(st.integers(1000, 10**15))
def test_separators_of_thousands(number: int) -> None:
    assert only(f"{number:,}").low == only(f"{number}").low == number
    if number >= 1_000_000:
        assert only(f"{number:,}".replace(",", ".")).low == number


@given(st.integers(0, 10**6), st.integers(0, 99))
def test_decimals_with_point_or_comma(whole: int, cents: int) -> None:
    value = whole + cents / 100
    assert only(f"{whole}.{cents:02}").low == only(f"{whole},{cents:02}").low == pytest.approx(value)


@given(st.integers(2, 10**9))
def test_comparators_part_the_number_line(number: int) -> None:
    over, most = only(f"more than {number}"), only(f"no more than {number}")
    under, least = only(f"fewer than {number}"), only(f"no fewer than {number}")
    assert most.high == number == least.low
    assert under.high < number < over.low
    assert over.high == least.high == math.inf
    assert under.low == most.low == -math.inf


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_ranges(low: int, size: int) -> None:
    for text in (f"between {low} and {low + size}", f"from {low} to {low + size}", f"{low}-{low + size}"):
        assert (only(text).low, only(text).high) == (low, low + size)


@given(st.integers(0, 10**9))
def test_what_is_rendered_is_read_back(number: int) -> None:
    for text in ("{}", "more than {}", "at least {}", "fewer than {}", "at most {}", "{} percent", "{} dollars"):
        quantity = only(text.format(number))
        again = only(render(quantity))
        assert (again.low, again.high, again.unit) == (quantity.low, quantity.high, quantity.unit)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(item.first <= item.core[0] < item.core[1] <= item.last for item in found(text))


WORDS = (
    "a half dozen score hundred thousand million and one two twenty five first third second of the between from to or "
    "more than less at least about - $ % + 5 2.5 1,000 500 1/2 m bn times percent per cent no few "
    "several hundreds minus"
).split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), st.sampled_from([" ", ""]))
def test_any_mix_of_number_words_can_be_read(words: list[str], between: str) -> None:
    for item in found(between.join(words)):
        assert item.quantity.low <= item.quantity.high
        assert render(item.quantity)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("once again", []),
        ("once more they met", []),
        ("they met at once", []),
        ("they met once", [1]),
        ("once a year", [1]),
        ("they met once, then again", [1]),
        ("they met twice again", [2]),
    ],
)
def test_once_may_count_nothing(text: str, values: list[float]) -> None:
    assert [found.quantity.low for found in find_numbers(tokenize(text))] == values


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("a mark of 7.5/10", "/10", 7.5, 7.5),
        ("a mark of 58 out of 100, by twelve judges", "/100", 58, 58),
        ("four out of 10 people", "", 4, 4),
        ("24/7 service", "", 24, 24),
    ],
)
def test_mark_on_a_scale(text: str, unit: str, low: float, high: float) -> None:
    first = found(text)[0].quantity
    assert (first.unit, first.low, first.high) == (unit, low, high)


def test_score_is_twenty_only_of_something() -> None:
    assert only("a score of letters").low == 20
    assert only("a score of over 58").low > 58
    assert found("music for a score by two hands")[0].quantity.low == 2


@pytest.mark.parametrize("text", ["more than 4.4 million", "over 4.4 million", "surpassed 4.4 million"])
def test_bound_is_the_number_named_not_what_rounds_to_it(text: str) -> None:
    assert 4_400_000 < only(text).low < 4_400_001


def test_thousands_after_a_name_go_on_after_a_space() -> None:
    (found,) = find_numbers(tokenize("They sold India 5 000 tonnes."))
    assert found.quantity.low == 5000
