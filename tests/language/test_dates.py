from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kzfacts.factbase.edtf import parse
from kzfacts.language.dates import MONTHS, DateMention, Found, find_dates, span_of
from kzfacts.language.text import tokenize
from language.sample import AS_OF

LEAP = 4  # the year in which a date without its year lies


def found(text: str, as_of: date | None = AS_OF) -> list[Found]:
    return find_dates(tokenize(text), as_of)


def only(text: str, as_of: date | None = AS_OF) -> DateMention:
    """Return the one date of ``text``."""
    mentions = [item.mention for item in found(text, as_of)]
    assert len(mentions) == 1, f"{len(mentions)} dates in {text!r}"
    return mentions[0]


def days(mention: DateMention) -> tuple[date | None, date | None]:
    assert mention.span is not None
    return mention.span.start, mention.span.end


def edtf(text: str) -> tuple[date | None, date | None]:
    span = parse(text)
    return span.start, span.end


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # days
        ("26 December 2014", "2014-12-26"),
        ("26 Dec 2014", "2014-12-26"),
        ("26 Dec. 2014", "2014-12-26"),
        ("26th December 2014", "2014-12-26"),
        ("the 26th of December, 2014", "2014-12-26"),
        ("December 26, 2014", "2014-12-26"),
        ("December 26th, 2014", "2014-12-26"),
        ("Dec 26 2014", "2014-12-26"),
        ("Friday, 26 December 2014", "2014-12-26"),
        ("26 DECEMBER 2014", "2014-12-26"),
        ("２６ December ２０１４", "2014-12-26"),
        ("2014-12-26", "2014-12-26"),
        ("2014-05", "2014-05"),
        ("26.12.2014", "2014-12-26"),
        ("30/09/96", "1996-09-30"),
        ("09/2016", "2016-09"),
        ("the second of November 2015", "2015-11-02"),
        ("the twenty-first of May 2014", "2014-05-21"),
        ("the thirtieth of June 2014", "2014-06-30"),
        ("09/2014 - 01/2022", "2014-09/2022-01"),
        ("14/05/02", "2002-05-14"),
        ("5.3.2014", "2014-03-05"),
        ("26/12/2014", "2014-12-26"),
        ("29 February 2016", "2016-02-29"),
        ("12/26/2014", "2014-12-26"),
        ("the 26th of December '14", "2014-12-26"),
        # months
        ("December 2014", "2014-12"),
        ("Dec. 2014", "2014-12"),
        ("Sept. 2014", "2014-09"),
        ("December of 2014", "2014-12"),
        ("May 2014", "2014-05"),
        ("in February 2016", "2016-02"),
        # years and decades
        ("2014", "2014"),
        ("in the year 2014", "2014"),
        ("the 2014 budget", "2014"),
        ("2014's budget", "2014"),
        ("the 2010s", "201X"),
        ("the 1990s", "199X"),
        # parts
        ("late December 2014", "2014-12-21/2014-12-31"),
        ("the end of December 2014", "2014-12-21/2014-12-31"),
        ("early December 2014", "2014-12-01/2014-12-11"),
        ("mid-December 2014", "2014-12-11/2014-12-21"),
        ("the first half of 2014", "2014-40"),
        ("the second half of 2014", "2014-41"),
        ("the first half of December 2014", "2014-12-01/2014-12-15"),
        ("the second half of December 2014", "2014-12-16/2014-12-31"),
        ("the first half of the 1990s", "1990/1994"),
        # seasons and quarters
        ("autumn 2014", "2014-23"),
        ("the autumn of 2014", "2014-23"),
        ("fall 2014", "2014-23"),
        ("spring of 2014", "2014-21"),
        ("summer 2014", "2014-22"),
        ("winter 2014", "2014-24"),
        ("winter 2014-15", "2014-24"),
        ("the winter of 2014/15", "2014-24"),
        ("summer '14", "2014-22"),
        ("Q4 2014", "2014-36"),
        ("the fourth quarter of 2014", "2014-36"),
        ("the final quarter of 2014", "2014-36"),
        ("4th quarter of 2014", "2014-36"),
        ("the first quarter of 2014", "2014-33"),
        # spans
        ("2017-18", "2017/2018"),
        ("2017/18", "2017/2018"),
        ("2017–2018", "2017/2018"),
        ("2012 to 2014", "2012/2014"),
        ("from 2012 to 2014", "2012/2014"),
        ("between 2012 and 2014", "2012/2014"),
        ("2013 and 2014", "2013/2014"),
        ("1850-1860", "1850/1860"),
        ("from December to January 2015", "2014-12/2015-01"),
        ("16-18 December 2014", "2014-12-16/2014-12-18"),
        ("December 16-18, 2014", "2014-12-16/2014-12-18"),
        ("16 November - 18 December 2014", "2014-11-16/2014-12-18"),
        ("29 November to 3 December 2014", "2014-11-29/2014-12-03"),
        ("from September to October 2014", "2014-09/2014-10"),
        ("between March and June 2014", "2014-03/2014-06"),
        ("December 2014 to January 2015", "2014-12/2015-01"),
        ("16 December 2014 to 3 January 2015", "2014-12-16/2015-01-03"),
        ("1999-00", "1999/2000"),
        ("September and October 2014", "2014-09/2014-10"),
        ("December '14", "2014-12"),
    ],
)
def test_dates_with_their_year(text: str, when: str) -> None:
    for as_of in (None, AS_OF):
        mention = only(text, as_of)
        assert (days(mention), mention.mode, mention.year) == (edtf(when), "in", True)


@pytest.mark.parametrize(
    ("text", "outer"),
    [
        ("early 2014", "2014-01/2014-06"),
        ("the beginning of 2014", "2014-01/2014-06"),
        ("mid-2014", "2014-04/2014-09"),
        ("the middle of 2014", "2014-04/2014-09"),
        ("late 2014", "2014-07/2014-12"),
        ("the end of 2014", "2014-07/2014-12"),
        ("the early 1990s", "1990/1994"),
        ("late summer 2014", "2014-07/2014-08"),
        ("the late 1990s", "1995/1999"),
    ],
)
def test_parts_of_a_year_or_decade_stay_in_their_part(text: str, outer: str) -> None:
    span = only(text).span
    assert span is not None
    assert parse(outer).contains(span)
    assert span.last - span.first >= 30


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("16 December", (12, 16), (12, 16)),
        ("on December 16th", (12, 16), (12, 16)),
        ("29 February", (2, 29), (2, 29)),
        ("in January", (1, 1), (1, 31)),
        ("in May", (5, 1), (5, 31)),
        ("on 1 May", (5, 1), (5, 1)),
        ("late December", (12, 21), (12, 31)),
        ("Q4", (10, 1), (12, 31)),
        ("16-18 December", (12, 16), (12, 18)),
        ("in the autumn", (9, 1), (11, 30)),
        ("during the summer", (6, 1), (8, 31)),
        ("in the fourth quarter", (10, 1), (12, 31)),
    ],
)
def test_dates_without_a_year_stay_open(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    mention = only(text)
    assert not mention.year
    assert days(mention) == (date(LEAP, *first), date(LEAP, *last))
    assert days(mention.in_year(2016)) == (date(2016, *first), date(2016, *last))
    assert mention.in_year(2016).year


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("the last two days of October 2017", "2017-10-30/2017-10-31"),
        ("the opening three days of May 2014", "2014-05-01/2014-05-03"),
        ("the last Monday of June 2015", "2015-06-29"),
        ("the second Friday in May 2014", "2014-05-09"),
    ],
)
def test_days_counted_from_an_end_of_the_month(text: str, when: str) -> None:
    assert days(only(text)) == edtf(when)


def test_the_one_year_of_a_sentence_is_that_of_its_other_dates() -> None:
    year, month = found("The 2014 visit took place in September.")
    assert days(month.mention) == edtf("2014-09")
    assert year.mention.year
    _, _, open_month = found("Of the visits of 2013 and those of 2014 all began in September.")
    assert not open_month.mention.year


def test_a_leap_day_moved_to_a_common_year_is_the_28th() -> None:
    assert days(only("29 February").in_year(2015)) == (date(2015, 2, 28), date(2015, 2, 28))


@pytest.mark.parametrize("year", [1900, 2100])
def test_a_leap_day_moved_to_a_century_without_one(year: int) -> None:
    assert days(only("29 February").in_year(year)) == (date(year, 2, 28), date(year, 2, 28))


def test_months_before_the_last_share_its_year() -> None:
    mentions = [item.mention for item in found("In September, October and December 2014")]
    assert [days(mention) for mention in mentions] == [edtf("2014-09"), edtf("2014-10"), edtf("2014-12")]


@pytest.mark.parametrize("text", ["the winter", "in the fall of Kabul", "the fourth quarter"])
def test_seasons_and_quarters_that_are_not_read_without_a_year(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("as_of", "text"),
    [
        (date.min, "yesterday"),
        (date.min, "last year"),
        (date.min, "two years ago today"),
        (date.min, "December last year"),
        (date.max, "tomorrow"),
        (date.max, "next month"),
        (date.max, "next spring"),
    ],
)
def test_days_off_the_calendar_stay_unknown(as_of: date, text: str) -> None:
    assert [item.mention.span for item in found(text, as_of)] in ([], [None])


def test_a_date_with_its_year_does_not_move() -> None:
    assert days(only("26 December 2014").in_year(2013)) == edtf("2014-12-26")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("last year", "2014"),
        ("this year", "2015"),
        ("next year", "2016"),
        ("the previous year", "2014"),
        ("the coming year", "2016"),
        ("the year before last", "2013"),
        ("last month", "2015-02"),
        ("this month", "2015-03"),
        ("next month", "2015-04"),
        ("last quarter", "2014-36"),
        ("this quarter", "2015-33"),
        ("last week", "2015-03-09/2015-03-15"),
        ("this week", "2015-03-16/2015-03-22"),
        ("next week", "2015-03-23/2015-03-29"),
        ("the week before last", "2015-03-02/2015-03-08"),
        ("today", "2015-03-18"),
        ("yesterday", "2015-03-17"),
        ("tomorrow", "2015-03-19"),
        ("earlier this year", "2015-01-01/2015-03-18"),
        ("two years ago", "2013"),
        ("a year ago", "2014"),
        ("100 years ago", "1915"),
        ("two years ago today", "2013-03-18"),
        ("five years ago to the day", "2010-03-18"),
        ("six months ago", "2014-09"),
        ("12 months ago", "2014-03"),
        ("five days ago", "2015-03-13"),
        ("last December", "2014-12"),
        ("last March", "2014-03"),
        ("last February", "2015-02"),
        ("next June", "2015-06"),
        ("next January", "2016-01"),
        ("this December", "2015-12"),
        ("last autumn", "2014-23"),
        ("next spring", "2016-21"),
        ("this summer", "2015-22"),
        ("December last year", "2014-12"),
        ("in December of last year", "2014-12"),
        ("26 December last year", "2014-12-26"),
        ("autumn of last year", "2014-23"),
        ("the first quarter of last year", "2014-33"),
        ("later this year", "2015-03-18/2015-12-31"),
        ("the day before yesterday", "2015-03-16"),
        ("half a year ago", "2014-09"),
        ("a year and a half ago", "2013-09"),
        ("two and a half years ago", "2012-09"),
        ("twenty years ago", "1995"),
        ("two months ago today", "2015-01-18"),
        ("a decade ago", "2004/2006"),
        ("the last two years", "2013-03-18/2015-03-18"),
        ("the past three months", "2014-12-18/2015-03-18"),
        ("the past ten days", "2015-03-08/2015-03-18"),
        ("the past year", "2014-03-18/2015-03-18"),
        ("the past decade", "2005-03-18/2015-03-18"),
        ("the next two weeks", "2015-03-18/2015-04-01"),
        ("later this month", "2015-03-18/2015-03-31"),
        ("the first half of last year", "2014-40"),
        ("the day after tomorrow", "2015-03-20"),
    ],
)
def test_dates_that_depend_on_the_day_of_writing(text: str, when: str) -> None:
    assert days(only(text)) == edtf(when)
    unresolved = only(text, None)
    assert unresolved.span is None
    assert unresolved.window() is None


@pytest.mark.parametrize(
    ("as_of", "text", "when"),
    [
        (date(2015, 1, 1), "yesterday", "2014-12-31"),
        (date(2015, 1, 1), "last month", "2014-12"),
        (date(2015, 1, 1), "last week", "2014-12-22/2014-12-28"),
        (date(2015, 1, 1), "last quarter", "2014-36"),
        (date(2015, 12, 31), "next month", "2016-01"),
        (date(2015, 3, 31), "one month ago", "2015-02"),
        (date(2016, 2, 29), "last year", "2015"),
        (date(2015, 1, 10), "this winter", "2014-24"),
        (date(2015, 1, 10), "last winter", "2013-24"),
        (date(2015, 3, 10), "last winter", "2014-24"),
        (date(2015, 1, 10), "next winter", "2015-24"),
        (date(2016, 2, 29), "two years ago today", "2014-02-28"),
        (date(2015, 3, 31), "one month ago today", "2015-02-28"),
        (date(2016, 2, 29), "the last three years", "2013-02-28/2016-02-29"),
    ],
)
def test_edges_of_the_calendar(as_of: date, text: str, when: str) -> None:
    assert days(only(text, as_of)) == edtf(when)


@pytest.mark.parametrize(
    ("text", "mode", "window"),
    [
        ("in 2014", "in", "2014"),
        ("during 2014", "in", "2014"),
        ("before 2014", "before", "/2013"),
        ("prior to 2014", "before", "/2013"),
        ("before 26 December 2014", "before", "/2014-12-25"),
        ("after 2014", "after", "2015/"),
        ("following December 2014", "after", "2015/"),
        ("since 2010", "since", "2010/"),
        ("ever since 2010", "since", "2010/"),
        ("since 16 December 2014", "since", "2014-12-16/"),
        ("from 2014 onwards", "since", "2014/"),
        ("since last year", "since", "2014/"),
        ("until 2014", "until", "/2014"),
        ("till 2014", "until", "/2014"),
        ("up to 2014", "until", "/2014"),
        ("until 16 December 2014", "until", "/2014-12-16"),
        ("until last year", "until", "/2014"),
        ("by 2014", "by", "/2014"),
        ("before 2014 was out", "by", "/2014"),
        ("before 2014 is over", "by", "/2014"),
        ("before December 2014 had ended", "by", "/2014-12"),
        ("before 2014 was good", "before", "/2013"),
        ("by the end of 2014", "by", "/2014"),
        ("no later than 2014", "by", "/2014"),
        ("before the end of 2014", "before", "/2014-12-30"),
        ("before the end of December 2014", "before", "/2014-12-30"),
        ("before the end of last year", "before", "/2014-12-30"),
        ("by the end of December 2014", "by", "/2014-12"),
        ("until the end of 2014", "until", "/2014"),
        ("after the beginning of 2014", "after", "2014-01-02/"),
        ("since the 26th of December 2014", "since", "2014-12-26/"),
        ("since the year 2014", "since", "2014/"),
        ("before Friday, 26 December 2014", "before", "/2014-12-25"),
        ("2014 onwards", "since", "2014/"),
        ("from 16 to 18 December 2014", "in", "2014-12-16/2014-12-18"),
    ],
)
def test_modes_and_the_window_they_leave(text: str, mode: str, window: str) -> None:
    mention = only(text)
    assert mention.mode == mode
    allowed, expected = mention.window(), parse(window)
    assert allowed is not None
    assert (allowed.start, allowed.end) == (expected.start, expected.end)


@pytest.mark.parametrize(
    ("text", "mode"), [("since December", "since"), ("until 16 December", "until"), ("by late December", "by")]
)
def test_modes_of_dates_without_a_year(text: str, mode: str) -> None:
    mention = only(text)
    assert (mention.mode, mention.year) == (mode, False)


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan may join.",
        "They march on.",
        "more than 2014 people",
        "$2014",
        "2014% more",
        "12 visits",
        "the 26th",
        "99.99.2014",
        "a decision to spring clean",
        "2014 percent more",
    ],
)
def test_words_that_are_no_dates(text: str) -> None:
    assert days(only(text + ", on 26 December 2014")) == edtf("2014-12-26")


@pytest.mark.parametrize("text", ["30 February 2014", "31 April 2014", "32 December 2014", "2014-02-30", "13/26/2014"])
def test_days_that_no_calendar_has_are_not_read_as_days(text: str) -> None:
    *spans, day = [item.mention.span for item in found(text + "; on 26 December 2014")]
    assert day == parse("2014-12-26")
    assert all(span is not None and span.last - span.first > 26 for span in spans)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On 26 December 2014, he spoke.", ["26 December 2014"]),
        ("He has ruled since 2010 at least.", ["since 2010"]),
        ("It lasted from 2012 to 2014.", ["from 2012 to 2014"]),
        ("In 2012 and 2014 he went.", ["2012", "2014"]),
        ("He spoke in late December; then, last year, left.", ["late December", "last year"]),
        ("In 2014 he made 12 visits by 16 December", ["2014", "by 16 December"]),
        ("By 26 Dec. 2014 he left.", ["By 26 Dec. 2014"]),
        ("He came in December.", ["December"]),
        ("On Friday, 26 December 2014, he spoke.", ["Friday, 26 December 2014"]),
        ("On Monday, 26 December 2014, he spoke.", ["26 December 2014"]),  # it was a Friday
        ("It was open from 2014 onwards.", ["from 2014 onwards"]),
        ("He went from 16 to 18 December 2014.", ["from 16 to 18 December 2014"]),
    ],
)
def test_the_words_of_a_date(text: str, words: list[str]) -> None:
    tokens = tokenize(text)
    read = [text[tokens[item.first].start : tokens[item.last - 1].end] for item in found(text)]
    assert read == words


@pytest.mark.parametrize(
    ("arguments", "when"),
    [((2014,), "2014"), ((2014, 12), "2014-12"), ((2016, 2), "2016-02"), ((2014, 12, 26), "2014-12-26")],
)
def test_span_of(arguments: tuple[int, ...], when: str) -> None:
    assert span_of(*arguments) == parse(when)


def test_span_of_a_day_that_is_none() -> None:
    with pytest.raises(ValueError, match="day"):
        span_of(2014, 2, 30)


DAYS = st.dates(date(1500, 1, 1), date(2099, 12, 31))
WRITING_DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@given(DAYS)
def test_a_day_reads_the_same_in_every_form(day: date) -> None:
    month = MONTHS[day.month - 1].title()
    forms = [
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}",
    ]
    for text in forms:
        mention = only(f"It happened on {text}.")
        assert (days(mention), mention.mode, mention.year) == ((day, day), "in", True)


@given(DAYS, DAYS)
def test_spans_of_days(one: date, other: date) -> None:
    assume(one != other)
    first, last = sorted((one, other))
    for text in (f"between {first} and {last}", f"from {first} to {last}"):
        assert days(only(text)) == (first, last)


@given(WRITING_DAYS, st.integers(1, 99))
def test_years_and_days_ago_hold_the_right_day(as_of: date, count: int) -> None:
    year = only(f"{count} years ago", as_of)
    assert days(year) == (date(as_of.year - count, 1, 1), date(as_of.year - count, 12, 31))
    then = as_of - timedelta(days=count)
    assert days(only(f"{count} days ago", as_of)) == (then, then)
    if (as_of.month, as_of.day) != (2, 29):
        then = as_of.replace(year=as_of.year - count)
        assert days(only(f"{count} years ago today", as_of)) == (then, then)


@given(WRITING_DAYS, st.integers(1, 99))
def test_weeks_and_months_ago_hold_the_right_day(as_of: date, count: int) -> None:
    weeks = only(f"{count} weeks ago", as_of).span
    months = only(f"{count} months ago", as_of).span
    assert weeks is not None
    assert months is not None
    assert weeks.first <= as_of.toordinal() - 7 * count <= weeks.last
    assert months.start is not None
    assert (as_of.year - months.start.year) * 12 + as_of.month - months.start.month == count
    assert months.last - months.first <= 30


@given(WRITING_DAYS)
def test_this_holds_the_day_last_ends_before_it_and_next_begins_after_it(as_of: date) -> None:
    for period in ("week", "month", "quarter", "year"):
        last, this, following = (only(f"{which} {period}", as_of).span for which in ("last", "this", "next"))
        assert last is not None
        assert this is not None
        assert following is not None
        assert this.first <= as_of.toordinal() <= this.last
        assert (last.last + 1, this.last + 1) == (this.first, following.first)


@given(WRITING_DAYS, st.sampled_from(MONTHS))
def test_last_and_next_of_a_named_month_lie_on_their_sides(as_of: date, month: str) -> None:
    last, following = (only(f"{which} {month.title()}", as_of).span for which in ("last", "next"))
    assert last is not None
    assert following is not None
    assert 0 < as_of.toordinal() - last.last <= 366 + 31
    assert 0 < following.first - as_of.toordinal() <= 366 + 31


@given(DAYS)
def test_windows_before_and_after_leave_the_day_out(day: date) -> None:
    ordinal = day.toordinal()
    windows = {mode: only(f"{mode} {day}").window() for mode in ("before", "after", "since", "until")}
    held = {
        mode: [o for o in (ordinal - 1, ordinal, ordinal + 1) if window and window.first <= o <= window.last]
        for mode, window in windows.items()
    }
    assert held == {
        "before": [ordinal - 1],
        "after": [ordinal + 1],
        "since": [ordinal, ordinal + 1],
        "until": [ordinal - 1, ordinal],
    }


@given(st.text(), st.dates())
def test_any_text_on_any_day_can_be_read(text: str, as_of: date) -> None:
    assert all(item.first < item.last for item in found(text, as_of))


WORDS = (
    "the of in on from to and between before since ago last next this past year years month winter spring autumn half "
    "a two 5 31 29 2014 2015 '14 December February May quarter first end late - / , . today day yesterday 12.26.2014"
).split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), st.dates())
def test_any_mix_of_date_words_can_be_read(words: list[str], as_of: date) -> None:
    for item in found(" ".join(words), as_of):
        for mention in (item.mention, item.mention.in_year(1900), item.mention.in_year(2016)):
            assert mention.span is None or mention.span.first <= mention.span.last


@pytest.mark.parametrize("text", ["a line of 1700 km", "about 2000 soldiers came"])
def test_what_is_measured_is_no_year(text: str) -> None:
    assert found(text) == []
