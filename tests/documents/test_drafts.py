"""The labelled drafts: every sentence comes out as a reader sees it, at its line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from documents.sample import strays
from kzfacts.documents import Document, read_document

FOLDER = Path(__file__).parent.parent / "data" / "drafts"
DATES = {
    "a1-wire": date(2015, 1, 17),
    "a2-page": date(2014, 12, 8),
    "a3-oped": date(2016, 2, 10),
    "a4-narrative": date(2015, 3, 5),
    "a5-numbers": date(2024, 12, 30),
    "a6-clean": date(2015, 1, 28),
    "a7-clean": date(2016, 12, 29),
    "a8-report": date(2018, 9, 20),
    "a9-memo": date(2015, 11, 16),
}


def read(name: str) -> Document:
    path = next(path for path in FOLDER.glob(f"{name}.*") if path.suffix != ".jsonl")
    return read_document(str(path), path.read_bytes())


@pytest.mark.parametrize("name", DATES)
def test_sentences_are_those_of_the_labels(name: str) -> None:
    document = read(name)
    labels = [json.loads(line) for line in (FOLDER / f"{name}.gold.jsonl").read_text("utf-8").splitlines()]
    expected = [(" ".join(label["sentence"].split()), label["line"]) for label in labels]
    without_lines = document.format == "docx"
    found = [(each.text, None if without_lines else each.region.line) for each in document.sentences]
    # Lead-ins ("What the earlier ones brought:") are sentences here and not labelled.
    assert [pair for pair in found if pair in expected or not pair[0].endswith(":")] == expected


@pytest.mark.parametrize("name", DATES)
def test_drafts_are_dated(name: str) -> None:
    assert read(name).dated == DATES[name]


@pytest.mark.parametrize("name", [name for name in DATES if name != "a9-memo"])
def test_places_hold_the_characters_they_stand_for(name: str) -> None:
    # An entity is the only thing in the drafts that a reader sees otherwise than it is written; " | " joins cells.
    assert [seen for seen, there in strays(read(name)) if there != "&" and seen not in " |"] == []
