from __future__ import annotations

import pytest

from curation.sample import BASE
from kzfacts.curation.selection import Selection
from kzfacts.errors import UsageError
from kzfacts.factbase import edtf


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (Selection(), ["no-visit", "railway", "ties", "visit", "visit-day"]),
        (Selection(entities=["Rouhani"]), ["visit", "visit-day"]),
        (Selection(entities=["Rouhani", "Kazakhstan"]), ["visit"]),
        (Selection(topics=["iran", "railway"], kinds=["event"]), ["railway"]),
        (Selection(certainties=["disputed"]), ["no-visit", "visit"]),
        (Selection(period=edtf.parse("2014-12")), ["no-visit", "railway", "ties"]),
        (Selection(period=edtf.parse("1985")), ["ties"]),
        (Selection(period=edtf.parse("1970")), []),
    ],
)
def test_facts_that_fit(selection: Selection, ids: list[str]) -> None:
    assert [fact.id for fact in selection.choose(BASE)] == ids


def test_a_selection_is_true_when_it_asks_for_anything() -> None:
    assert not Selection()
    assert Selection(kinds=["event"])
    assert Selection(period=edtf.parse("2014"))


@pytest.mark.parametrize("selection", [Selection(entities=["Iram"]), Selection(topics=["irn"])])
def test_what_is_not_on_record(selection: Selection) -> None:
    with pytest.raises(UsageError):
        selection.choose(BASE)
