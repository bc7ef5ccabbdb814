"""Figures of a statement against those of one text on the same matter."""

import pytest

from kzfacts import judge
from kzfacts.finding import Verdict
from kzfacts.language.numbers import Quantity
from kzfacts.matching.aspects.number import named

HARVEST = "The farms of the province brought in 812,450 tonnes of wheat and 96,300 tonnes of maize."
PLAY = "The play at the old theatre has a mark of 7.4 out of 10 from 58 visitors and 83 % would see it again."
TOUR = "The band took $ 12.4 million at home and $ 9.1 million abroad , for a total of $ 21.5 million on tour ."


@pytest.mark.parametrize(
    ("statement", "text", "verdict"),
    [
        ("The province harvested more than 800,000 tonnes of wheat.", HARVEST, "supported"),
        ("The province harvested less than 800,000 tonnes of wheat.", HARVEST, "contradicted"),
        ("The province harvested under 97,000 tonnes of maize.", HARVEST, "supported"),
        ("The province harvested over 97,000 tonnes of maize.", HARVEST, "contradicted"),
        ("Over 820,000 tonnes of wheat and more than 98,000 tonnes of maize were harvested.", HARVEST, "contradicted"),
        ("The play has a mark of over 7/10 from fewer than 60 visitors.", PLAY, "supported"),
        ("The play has a mark of over 7.5/10.", PLAY, "contradicted"),
        ("The band took over $12.4 million at home and less than $9.2 million abroad.", TOUR, "contradicted"),
        ("The band took over $12.3 million at home and less than $9.2 million abroad.", TOUR, "supported"),
        ("The band took below $21.6 million on tour.", TOUR, "supported"),
        ("The bridge carried fewer than 31,000 cars a day.", "The bridge carried over 30,000 cars a day.", "supported"),
        (
            "The bridge carried more than 32,000 cars a day.",
            "The bridge carried over 30,000 cars a day.",
            "contradicted",
        ),
        ("More than 47% of the town voted.", "Nearly 50 percent of the town voted.", "supported"),
        ("Less than 40% of the town voted.", "Nearly 50 percent of the town voted.", "contradicted"),
    ],
)
def test_figure_meets_the_one_that_it_means(statement: str, text: str, verdict: str) -> None:
    assert judge(statement, text).verdict == verdict


def test_days_are_not_held_against_people() -> None:
    finding = judge("Seven people climbed the tower.", "The tower was closed for nine days.")
    assert finding.verdict is Verdict.ABSENT


@pytest.mark.parametrize(
    ("statement", "text", "verdict"),
    [
        ("The tower has a red roof and a golden clock.", "The tower has a red roof.", "absent"),  # its news is missing
        ("The tower on the hill has a red roof.", "The tower has a red roof.", "supported"),
        (
            "The red tower was painted by Otto Garfield and Ann Templeton.",
            "The tower was painted red.",
            "absent",
        ),  # two strangers
    ],
)
def test_news_of_a_sentence_must_be_in_the_text(statement: str, text: str, verdict: str) -> None:
    assert judge(statement, text).verdict == verdict


@pytest.mark.parametrize(
    ("quantity", "text", "value"),
    [
        (Quantity(60.0, float("inf")), "at least 60", 60),
        (Quantity(-float("inf"), 60.0), "at most 60", 60),
        (Quantity(27, 33), "about 30", 30),
        (Quantity(25.5, 30.0), "nearly 30", 30),
        (Quantity(30.0, 34.5), "just over 30", 30),
    ],
)
def test_number_that_a_quantity_names(quantity: Quantity, text: str, value: float) -> None:
    assert named(quantity, text) == value
