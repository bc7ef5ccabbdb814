from __future__ import annotations

import pytest

from kzfacts.factbase.edtf import parse
from kzfacts.language.anchors import dated, find_anchor, without
from kzfacts.language.date_mentions import Mode
from language.sample import reading


@pytest.mark.parametrize(
    ("text", "clause", "event", "mode"),
    [
        (
            "Idrissov was minister when Russia signed the treaty.",
            "when Russia signed the treaty",
            "Russia signed the treaty",
            "in",
        ),
        (
            "When Russia signed the treaty, Idrissov was minister.",
            "When Russia signed the treaty",
            "Russia signed the treaty",
            "in",
        ),
        (
            "Russia had Idrissov as its minister when Turkey signed.",
            "when Turkey signed",
            "Turkey signed",
            "in",
        ),
        (
            "When Russia signed the treaty in 2014 the minister was Idrissov.",
            "When Russia signed the treaty in 2014",
            "Russia signed the treaty in 2014",
            "in",
        ),
        ("Idrissov was minister at the time of the summit.", "at the time of the summit", "the summit", "in"),
        ("By the time Russia signed, Idrissov was minister.", "By the time Russia signed", "Russia signed", "in"),
        ("Idrissov was minister on the day Russia signed.", "on the day Russia signed", "Russia signed", "in"),
        ("Idrissov was minister before Russia signed.", "before Russia signed", "Russia signed", "before"),
        ("Before the summit opened, Idrissov was minister.", "Before the summit opened", "the summit opened", "before"),
        ("Idrissov was minister even after Russia signed.", "even after Russia signed", "Russia signed", "after"),
        ("Idrissov was minister since Russia signed.", "since Russia signed", "Russia signed", "since"),
        ("Idrissov was minister until Russia signed.", "until Russia signed", "Russia signed", "until"),
        ("Once Russia had signed, Idrissov was minister.", "Once Russia had signed", "Russia had signed", "after"),
    ],
)
def test_the_clause_that_dates_a_statement(text: str, clause: str, event: str, mode: Mode) -> None:
    anchor = find_anchor(text)
    assert anchor is not None
    assert text[anchor.start : anchor.end] == clause
    assert text[anchor.clause : anchor.end] == event
    assert anchor.mode == mode


@pytest.mark.parametrize(
    "text",
    [
        "Idrissov was minister in 2014.",
        "Idrissov, whenever asked, was minister.",
        "Idrissov was president, as well as minister.",
        "When Idrissov was minister.",
        "",
    ],
)
def test_no_clause_dates_other_statements(text: str) -> None:
    assert find_anchor(text) is None


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Idrissov was minister when Russia signed the treaty.", "in"),
        ("Before Russia signed the treaty, Idrissov was minister.", "before"),
    ],
)
def test_the_date_of_the_event_takes_the_place_of_the_clause(text: str, mode: Mode) -> None:
    anchor = find_anchor(text)
    assert anchor is not None
    whole, span = reading(text), parse("2014-05-29")
    rest = dated(whole, anchor, span)
    assert {unit.text for unit in rest.units if unit.kind != "date"} == {"Idrissov", "minister"}
    (date,) = [unit for unit in rest.units if unit.kind == "date"]
    assert date.text == text[anchor.start : anchor.end]
    assert date.date is not None
    assert (date.date.span, date.date.mode) == (span, mode)
    assert [unit.start for unit in rest.units] == sorted(unit.start for unit in rest.units)
    assert "Russia" in [unit.text for unit in whole.units]  # the whole stays as it was


def test_what_stands_between_two_offsets_is_left_out() -> None:
    text = "Two months after Russia signed, Idrissov left Turkey."
    whole = reading(text)
    rest = without(whole, 0, text.index(","))
    assert [unit.text for unit in rest.units] == ["Idrissov", "left", "Turkey"]
    assert rest.text == text
    assert [unit.text for unit in without(whole, 0, len(text)).units] == []
    assert without(whole, 0, 0).units == whole.units
