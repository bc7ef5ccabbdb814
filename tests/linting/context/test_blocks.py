"""Rows and items written out with their captions, headers and lead-ins."""

from __future__ import annotations

import pytest

from kzfacts.documents.model import Block
from kzfacts.linting.context.blocks import cleaned, joined, subject_of, unit_of, write_item, write_row


def row(caption: str, header: tuple[str, ...], *cells: str) -> str:
    block = Block("row", " | ".join(cells), 0, caption=caption, header=header, cells=cells)
    text, origins = joined(write_row(block, subject_of(caption)))
    assert all(place is None or block.text[place] == char for char, place in zip(text, origins, strict=True))
    return text


@pytest.mark.parametrize(
    ("caption", "header", "cells", "expected"),
    [
        (
            "Table 1. Trade of Kazakhstan with Italy, in billions of US dollars",
            ("Year", "Trade", "Source"),
            ("2013", "16", "Italian customs"),
            "Trade of Kazakhstan with Italy in 2013 was 16 billion US dollars, according to Italian customs",
        ),
        (
            "Length of the borders of Kazakhstan with its neighbours, in kilometres",
            ("Neighbour", "Length"),
            ("Russia", "about 7,000"),
            "Length of the borders of Kazakhstan with Russia: about 7,000 kilometres",
        ),
        (
            "",
            ("Border between Kazakhstan and", "Length in km"),
            ("China", "1,700"),
            "Length of the border between Kazakhstan and China: 1,700 kilometres",
        ),
        ("Figures", ("The Atasu pipeline", "Figure"), ("Length", "900 km"), "The Atasu pipeline: Length 900 km"),
        (
            "",
            ("Summit of the Caspian", "What it was"),
            ("Tehran", "the second"),
            "Summit of the Caspian, Tehran: the second",
        ),
        (
            "Kazakhstan's trade, in billions of US dollars",
            ("Partner", "Year", "Trade"),
            ("Italy", "2012", "16.4"),
            "Kazakhstan's trade with Italy in 2012: 16.4 billion US dollars",
        ),
        (
            "The seminar in numbers",
            ("Seminar", "Held in", "Delegates"),
            ("Third", "July 2009", "77"),
            "Third Seminar, held in July 2009, 77 delegates",
        ),
        (
            "Shares in the Caspian Pipeline Consortium",
            ("Shareholder", "Per cent"),
            ("Russia", "24"),
            "Russia's share in the Caspian Pipeline Consortium was 24 per cent",
        ),
        ("", ("Item", "In 2014"), ("Visits by President Nazarbayev", "8"), "8 Visits by President Nazarbayev in 2014"),
    ],
)
def test_rows(caption: str, header: tuple[str, ...], cells: tuple[str, ...], expected: str) -> None:
    assert row(caption, header, *cells) == expected


@pytest.mark.parametrize(
    ("text", "lead", "subject", "expected"),
    [
        ("100 countries", "The fair in Astana came to:", "", "The fair in Astana came to 100 countries"),
        ("Italy: 16 tonnes", "Exports in 2013, by country:", "", "Exports in 2013 with Italy was 16 tonnes"),
        ("12 seminars", "Events in 2013:", "The embassy", "The embassy: 12 seminars in 2013"),
        ("12 seminars", "", "", "12 seminars"),
    ],
)
def test_items(text: str, lead: str, subject: str, expected: str) -> None:
    assert joined(write_item(text, lead, subject))[0] == expected


def test_captions_lose_their_numbers_and_units() -> None:
    assert cleaned("Table 3. Length of borders, in kilometres") == "Length of borders"
    assert unit_of("Length of borders, in kilometres") == "kilometres"
    assert unit_of("Length in km") == "kilometres"
    assert unit_of("Events held in 2014") == ""
    assert unit_of("Visits in the spring") == ""
