"""Dates that lean on the time a story has come to."""

from __future__ import annotations

from datetime import date

import pytest

from kzfacts.language.date_mentions import span_of
from kzfacts.linting.context.days import Clock, fill_dates, go_on
from kzfacts.linting.context.leaning_dates import written
from kzfacts.linting.context.rewriting import rewrite

AS_OF = date(2015, 3, 5)


def filled(text: str, clock: Clock, year: int | None = None) -> str:
    return rewrite(text, fill_dates(text, clock, AS_OF, year).edits)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left that month.", "He left in November 2014."),
        ("He left the following month.", "He left in December 2014."),
        ("He left the month before.", "He left in October 2014."),
        ("In March of that year he left.", "In March 2014 he left."),
        ("In June of the year before he left.", "In June 2013 he left."),
        ("He left the next day.", "He left on 25 November 2014."),
        ("Two days later he left.", "On 26 November 2014 he left."),
        ("He left on the 30th.", "He left on 30 November 2014."),
        ("Three years earlier he left.", "In 2011 he left."),
        ("The following year he left.", "In 2015 he left."),
        ("He left on 30 December of the same year.", "He left on 30 December 2014."),
        ("He left on 3 and 4 December of that year.", "He left on 3 and 4 December 2014."),
        ("On the 26th he left.", "On 26 November 2014 he left."),
        ("He left the following January.", "He left in January 2015."),
        ("That autumn he left.", "In the autumn of 2014 he left."),
        ("The following spring he left.", "In the spring of 2015 he left."),
    ],
)
def test_dates_count_from_the_last_day_told(text: str, expected: str) -> None:
    assert filled(text, Clock(span_of(2014, 11, 24))) == expected


@pytest.mark.parametrize("text", ["He left the next day.", "He left on the 31st.", "Two days later he left."])
def test_what_the_last_date_is_too_vague_for_stays_open(text: str) -> None:
    dated = fill_dates(text, Clock(span_of(2014, 11) if "31st" in text else span_of(2014)), AS_OF, None)
    assert not dated.edits
    assert dated.unclear


def test_a_distance_from_an_event_is_no_date_of_the_story() -> None:
    text = "He came three months before the opening."
    assert filled(text, Clock(span_of(2014, 11, 24))) == text


def test_the_year_of_the_story_is_filled_in_unless_it_would_lie_ahead() -> None:
    clock = Clock(span_of(2014), year=2014)
    assert filled("On 7 November he left.", clock, 2014) == "On 7 November 2014 he left."
    assert filled("On 29 December he left.", clock, 2015) == "On 29 December he left."


def test_looking_back_does_not_move_the_story() -> None:
    dated = fill_dates("They had signed it in June of the year before.", Clock(span_of(2014, 11)), AS_OF, None)
    assert dated.when == span_of(2014, 11)
    assert dated.aside == span_of(2013, 6)
    assert filled("Fifteen years earlier still, they met.", dated.clock(0)) == "In 1998, they met."


def test_until_then_takes_the_last_date_whatever_it_was_said_of() -> None:
    dated = fill_dates("He has been minister since September 2012.", Clock(), AS_OF, None)
    assert filled("Until then he was ambassador.", dated.clock(0)) == "Until September 2012 he was ambassador."


def test_a_count_goes_on_in_the_year_of_its_paragraph() -> None:
    clock = fill_dates("He made eight visits in 2014.", Clock(), AS_OF, None).clock(3)
    for text, block, expected in [
        ("He received 16 guests.", 3, "He received 16 guests in 2014."),
        ("He received 16 guests.", 4, "He received 16 guests."),
        ("He receives 16 guests.", 3, "He receives 16 guests."),
        ("He received guests.", 3, "He received guests."),
    ]:
        dated = fill_dates(text, clock, AS_OF, None)
        go_on(text, dated, clock, block)
        assert rewrite(text, dated.edits)[0] == expected


@pytest.mark.parametrize(
    ("parts", "expected"), [((2014, 11, 24), "24 November 2014"), ((2014, 11), "November 2014"), ((2014,), "2014")]
)
def test_spans_are_written_as_people_write_them(parts: tuple[int, ...], expected: str) -> None:
    assert written(span_of(*parts)) == expected


def test_another_date_in_between_ends_the_year_of_a_paragraph() -> None:
    clock = fill_dates("The race began in 2010.", Clock(), AS_OF, None).clock(3)
    assert clock.block == 3
    assert fill_dates("By the end of 2014 many had joined.", clock, AS_OF, None).clock(3).block == -1


def test_the_past_perfect_looks_back() -> None:
    clock = Clock(span_of(1991, 8, 29), year=1991)
    dated = fill_dates("The last one had shaken the steppe in October 1989.", clock, AS_OF, 1991)
    assert (dated.when, dated.aside, dated.year) == (span_of(1991, 8, 29), span_of(1989, 10), 1991)
    after = fill_dates("That December it fell apart.", dated.clock(0), AS_OF, dated.year)
    assert rewrite("That December it fell apart.", after.edits)[0] == "In December 1991 it fell apart."
    assert after.guessed == ["That December"]
    also = fill_dates("That month he had also left.", dated.clock(0), AS_OF, dated.year)
    assert rewrite("That month he had also left.", also.edits)[0] == "In October 1989 he had also left."


def test_what_something_is_compared_with_is_no_time_of_the_story() -> None:
    dated = fill_dates(
        "It was the first since that of Karimov in June 2001.", Clock(span_of(2014), year=2014), AS_OF, 2014
    )
    assert (dated.when, dated.year) == (span_of(2014), 2014)


def test_a_date_until_which_something_is_counted_is_where_the_story_is() -> None:
    dated = fill_dates("They had shipped ten by November 2012.", Clock(span_of(2001, 3, 26), year=2001), AS_OF, 2001)
    after = fill_dates("In July of the following year it stopped.", dated.clock(0), AS_OF, dated.year)
    assert rewrite("In July of the following year it stopped.", after.edits)[0] == "In July 2013 it stopped."


def test_a_month_in_a_new_paragraph_may_be_of_the_drafts_own_time() -> None:
    clock = Clock(span_of(2013, 7), year=2013)
    again = fill_dates("He signed it in January.", clock, AS_OF, 2013, fresh=False)
    fresh = fill_dates("He signed it in January.", clock, AS_OF, 2013, fresh=True)
    assert (again.when, again.guessed) == (span_of(2013, 1), [])
    assert (fresh.when, fresh.guessed) == (span_of(2015, 1), ["January"])
