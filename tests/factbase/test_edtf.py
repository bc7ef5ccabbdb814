from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.factbase.edtf import BEGINNING, END, DateSpan, describe, is_qualified, parse, render

DAYS = st.dates()


def span(first: str, last: str) -> DateSpan:
    return DateSpan(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("2014-02", "2014-02-01", "2014-02-28"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2014-12-26", "2014-12-26", "2014-12-26"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("2014-21", "2014-03-01", "2014-05-31"),
        ("2014-22", "2014-06-01", "2014-08-31"),
        ("2014-23", "2014-09-01", "2014-11-30"),
        ("2014-24", "2014-12-01", "2015-02-28"),
        ("2014-33", "2014-01-01", "2014-03-31"),
        ("2014-34", "2014-04-01", "2014-06-30"),
        ("2014-35", "2014-07-01", "2014-09-30"),
        ("2014-36", "2014-10-01", "2014-12-31"),
        ("2014-40", "2014-01-01", "2014-06-30"),
        ("2014-41", "2014-07-01", "2014-12-31"),
        ("2014~", "2014-01-01", "2014-12-31"),
        ("2014-12?", "2014-12-01", "2014-12-31"),
        ("2014-12-26%", "2014-12-26", "2014-12-26"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("2014-XX", "2014-01-01", "2014-12-31"),
        ("2014-1X", "2014-10-01", "2014-12-31"),
        ("2014-02-XX", "2014-02-01", "2014-02-28"),
        ("2014-12-2X", "2014-12-20", "2014-12-29"),
        ("2014-XX-31", "2014-01-31", "2014-12-31"),
        ("201X-02-29", "2012-02-29", "2016-02-29"),
        ("201X-24", "2010-12-01", "2020-02-29"),
        ("2017/2018", "2017-01-01", "2018-12-31"),
        ("2014-11-28/2014-12", "2014-11-28", "2014-12-31"),
        ("2014~/2015?", "2014-01-01", "2015-12-31"),
    ],
)
def test_days_of_a_date(text: str, first: str, last: str) -> None:
    assert parse(text) == span(first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014/..", date(2014, 1, 1).toordinal(), END),
        ("2014-03/", date(2014, 3, 1).toordinal(), END),
        ("../2014-03", BEGINNING, date(2014, 3, 31).toordinal()),
        ("/2014", BEGINNING, date(2014, 12, 31).toordinal()),
    ],
)
def test_open_and_unknown_ends(text: str, first: int, last: int) -> None:
    assert parse(text) == DateSpan(first, last)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the date is empty"),
        ("  ", "the date is empty"),
        ("2014-02-30", "no day of the calendar"),
        ("2014-00-10", "no month 00"),
        ("2014-13", "no month 13"),
        ("2014-32", "no month 32"),
        ("2014-21-03", "a day in a season"),
        ("2014-5", "two digits"),
        ("2014-05-7", "two digits"),
        ("2014/12/26", "two '/'"),
        ("/", "neither beginning nor end"),
        ("../..", "neither beginning nor end"),
        ("2018/2017", "ends before it begins"),
        ("2014-12-26T10:00:00Z", "leave out the time of day"),
        ("26.12.2014", "write the year first"),
        ("26 December 2014", "write the year first"),
        ("December 2014", "write the year first"),
        ("2014-2015", "join the ends of an interval by '/'"),
        ("2014\N{EN DASH}2015", "join the ends of an interval by '/'"),
        ("present", "leave an end that has not come out"),
        ("2014/present", "leave an end that has not come out"),
        ("[2014, 2015]", "sets of dates"),
        ("14", "four digits"),
        ("-2014", "four digits"),
        ("0000", "no usable year"),
        ("XXXX", "no usable year"),
        ("2X14", "no usable year"),
        ("9999-24", "after the year 9999"),
        ("last year", "is not an EDTF date"),
        ("2014 ", "is not an EDTF date"),
        ("2014\n", "is not an EDTF date"),
        ("\u0662\u0660\u0661\u0664", "is not an EDTF date"),
        ("2014-12-26~~", "is not an EDTF date"),
    ],
)
def test_refusals_say_what_to_write(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2014-12-26", "26 December 2014"),
        ("2014-10", "October 2014"),
        ("2014", "2014"),
        ("2017/2018", "2017-2018"),
        ("2014-33", "January-March 2014"),
        ("2014-24", "December 2014 - February 2015"),
        ("2014-12-01/2014-12-03", "1-3 December 2014"),
        ("2014-11-28/2014-12-03", "28 November - 3 December 2014"),
        ("2014-12-28/2015-01-02", "28 December 2014 - 2 January 2015"),
        ("2014-10/2015", "October 2014 - December 2015"),
        ("2014/..", "from 2014 on"),
        ("2014-03/..", "from March 2014 on"),
        ("2014-03-02/..", "from 2 March 2014 on"),
        ("../2014", "up to 2014"),
        ("../2014-03", "up to March 2014"),
        ("../2014-03-30", "up to 30 March 2014"),
        ("9999-12-31", "31 December 9999"),
    ],
)
def test_spans_in_words(text: str, words: str) -> None:
    assert render(parse(text)) == words


def test_span_without_ends_in_words() -> None:
    assert render(DateSpan(BEGINNING, END)) == "at any time"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2014-21", "spring 2014"),
        ("2014-36~", "about fourth quarter of 2014"),
        ("201X", "the 2010s"),
        ("201X?", "possibly the 2010s"),
        ("2014-12~", "about December 2014"),
        ("2014%", "possibly about 2014"),
        ("2014-24/..", "from winter 2014 on"),
        ("/2014~", "up to about 2014"),
        ("2014-11/2014-12", "November-December 2014"),
        ("2014-12-2X", "20-29 December 2014"),
    ],
)
def test_dates_in_words_keep_their_precision(text: str, words: str) -> None:
    assert describe(text) == words


@pytest.mark.parametrize(
    ("text", "qualified"), [("2014", False), ("2014~", True), ("2014?/2015", True), ("2014/..", False)]
)
def test_qualifiers_are_told(text: str, qualified: bool) -> None:
    assert is_qualified(text) is qualified


@given(DAYS, DAYS)
def test_interval_of_days_is_what_it_says(one: date, other: date) -> None:
    first, last = sorted((one, other))
    got = parse(f"{first.isoformat()}/{last.isoformat()}")
    assert (got.start, got.end) == (first, last)
    assert got.contains(parse(first.isoformat()))
    assert got.overlaps(parse(last.isoformat()))


@given(DAYS)
def test_coarser_dates_contain_finer_ones(day: date) -> None:
    text = day.isoformat()
    chain = [parse(part) for part in (text, f"{text[:9]}X", f"{text[:8]}XX", text[:7], text[:4], f"{text[:3]}X")]
    assert all(wide.contains(narrow) for narrow, wide in pairwise(chain))


@given(DAYS, DAYS)
def test_overlap_is_symmetric_and_disjoint_days_do_not(one: date, other: date) -> None:
    left, right = parse(one.isoformat()), parse(other.isoformat())
    assert left.overlaps(right) == right.overlaps(left) == (one == other)


@given(st.dates(max_value=date(9990, 12, 31)), st.integers(0, 2000))  # no span goes past the last day there is
def test_words_of_different_spans_differ(day: date, length: int) -> None:
    first = day.toordinal()
    spans = {DateSpan(first, first + length + extra) for extra in range(3)} | {DateSpan(first + 1, first + 1 + length)}
    assert len({render(each) for each in spans}) == len(spans)
    assert render(parse((day + timedelta(days=1)).isoformat())).endswith(str((day + timedelta(days=1)).year))


@given(st.text(max_size=12) | st.text(alphabet="0123456789X-/.~?%", max_size=12))
def test_any_text_is_read_or_refused_with_a_message(text: str) -> None:
    try:
        got = parse(text)
    except ValueError as error:
        outcome = str(error)
    else:
        assert got.first <= got.last
        outcome = render(got) and describe(text)
    assert outcome
