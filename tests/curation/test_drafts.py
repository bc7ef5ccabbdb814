from __future__ import annotations

from typing import Any

import pytest

from curation.test_adding import fields
from kzfacts.curation.drafts import draft
from kzfacts.curation.on_record import OnRecord
from kzfacts.errors import UsageError
from kzfacts.factbase.loading import FactFile, LoadedFile

FILES = {
    "sources": b"- {id: paper, title: A report, publisher: The Paper, published: '2014', url: 'https://example.org/a'}\n",
    "entities": b"- {id: iran, name: Iran, kind: country, demonyms: [Iranian]}\n- {id: [broken]}\n",
    "facts": b"- {id: one, topic: b}\n- {id: two, topic: a}\n- {id: three}\n",
}


@pytest.fixture
def on_record(tmp_path: Any) -> OnRecord:
    return OnRecord(
        [
            LoadedFile(FactFile(tmp_path / f"{name}.yaml", f"{name}.yaml", name, given=True), data)  # type: ignore[arg-type]
            for name, data in FILES.items()
        ]
    )


def test_what_is_on_record_whatever_else_is_broken(on_record: OnRecord) -> None:
    assert on_record.topics == ["a", "b"]
    assert on_record.places == {"one": "facts.yaml:1", "two": "facts.yaml:2", "three": "facts.yaml:3"}
    assert list(on_record.sources) == ["paper"]
    assert on_record.names.resolve("Iran").id == "iran"


def test_keys_stand_in_order_and_empty_ones_are_left_out(on_record: OnRecord) -> None:
    made = draft(fields(kind="event", topic=" a ", claim=" One\n line. ", note="", locator="p. 1"), on_record)
    assert list(made.content.items()) == [
        ("id", "new"),
        ("claim", "One line."),
        ("when", "2011"),
        ("kind", "event"),
        ("certainty", "reported"),
        ("topic", "a"),
        ("citations", [{"source": "osce", "locator": "p. 1"}]),
    ]


def test_names_become_ids(on_record: OnRecord) -> None:
    given = ("agent=Iranian", "theme=iran", "theme = Iran")
    content = draft(fields(participants=given, attributed_to="IRAN"), on_record).content
    assert content["participants"] == {"agent": "iran", "theme": ["iran", "iran"]}
    assert content["attributed_to"] == "iran"
    assert draft(fields(attributed_to="local experts"), on_record).content["attributed_to"] == "local experts"


@pytest.mark.parametrize("participant", ["iran", "=iran", "agent=", "agent=Irak"])
def test_participants_that_cannot_be(on_record: OnRecord, participant: str) -> None:
    with pytest.raises(UsageError):
        draft(fields(participants=(participant,)), on_record)


def test_a_source_on_record_goes_by_its_id(on_record: OnRecord) -> None:
    same = draft(fields(source=None, source_title="A report", source_publisher="The Paper"), on_record)
    assert same.content["citations"] == [{"source": "paper"}]
    assert same.notes == ("this source is on record, it is cited as paper",)
    other = {"source": None, "source_title": "A report", "source_publisher": "The Paper", "source_published": "2015"}
    made = draft(fields(**other), on_record)
    assert made.content["citations"] == [
        {"source": {"title": "A report", "publisher": "The Paper", "published": "2015"}}
    ]
    assert made.notes == ()
