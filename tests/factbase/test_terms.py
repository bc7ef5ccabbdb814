"""Terms: intervals with the beginning and end of what lasted."""

from __future__ import annotations

from datetime import date

import pytest

from kzfacts.factbase.edtf import BEGINNING, END, DateSpan, parse, parse_term


@pytest.mark.parametrize(
    ("text", "start", "end", "ongoing"),
    [
        ("2012-09-28/2016-12-28", "2012-09-28", "2016-12-28", False),
        ("2012/2016", "2012", "2016", False),
        ("2012-09/..", "2012-09", None, True),
        ("2012-09/", "2012-09", None, False),
        ("/2016", None, "2016", False),
        ("../2016", None, "2016", False),
        ("201X/2016-40", "201X", "2016-40", False),
    ],
)
def test_the_ends_of_a_term(text: str, start: str | None, end: str | None, ongoing: bool) -> None:
    term = parse_term(text)
    assert term is not None
    assert term.start == (parse(start) if start else None)
    assert term.end == (parse(end) if end else None)
    assert term.ongoing is ongoing


@pytest.mark.parametrize("text", ["2014", "2014-12-26", "201X", "2014~", "2014~/2015~", "2014/2015?", "2014%/2015"])
def test_one_date_or_a_doubtful_end_is_no_term(text: str) -> None:
    assert parse_term(text) is None


@pytest.mark.parametrize("text", ["2016/2012", "/", "../..", "2012/2014/2016", "2012-13/2014", "soon/2014", "2014/now"])
def test_what_is_no_interval_raises(text: str) -> None:
    with pytest.raises(ValueError, match=r".") as of_term:
        parse_term(text)
    with pytest.raises(ValueError, match=r".") as of_span:
        parse(text)
    assert str(of_term.value) == str(of_span.value)


def days(span: DateSpan) -> tuple[date | None, date | None]:
    return span.start, span.end


@pytest.mark.parametrize(
    ("text", "held", "possible"),
    [
        ("2012-09-28/2016-12-28", "2012-09-28/2016-12-28", "2012-09-28/2016-12-28"),
        ("2012/2016", "2012/2016", "2012/2016"),
        ("2012/..", "2012/..", "2012/.."),
        ("2012/", "2012", "2012/.."),  # how long after 2012 is not known
        ("/2016", "2016", "../2016"),
    ],
)
def test_when_it_surely_held_and_when_it_may_have(text: str, held: str, possible: str) -> None:
    term = parse_term(text)
    assert term is not None
    assert days(term.held) == days(parse(held))
    assert days(term.possible) == days(parse(possible))


def test_open_ends_reach_past_every_date() -> None:
    since, until = parse_term("2012/.."), parse_term("/2016")
    assert since is not None
    assert until is not None
    assert since.held.last == since.possible.last == END
    assert until.possible.first == BEGINNING
