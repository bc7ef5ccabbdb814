from __future__ import annotations

from curation.sample import BASE
from kzfacts.curation.timeline import Timeline, draw, is_open
from kzfacts.factbase import FactBase, edtf


def years(timeline: Timeline) -> dict[int | None, list[str]]:
    return {year.year: [fact.id for fact in year.facts] for year in timeline.years}


def test_facts_stand_in_the_order_of_their_dates() -> None:
    drawn = draw(BASE, BASE.entities["iran"])
    assert years(drawn) == {1980: ["ties"], 2014: ["no-visit", "railway"]}
    rouhani = draw(BASE, BASE.entities["hassan-rouhani"])
    assert years(rouhani) == {2014: ["visit", "visit-day"]}
    assert [office.title for office in rouhani.offices] == ["Member of the Assembly", "President"]


def test_a_period_leaves_out_what_lies_outside() -> None:
    iran, rouhani = BASE.entities["iran"], BASE.entities["hassan-rouhani"]
    assert years(draw(BASE, iran, edtf.parse("2014-12"))) == {1980: ["ties"], 2014: ["no-visit", "railway"]}
    assert years(draw(BASE, iran, edtf.parse("1990"))) == {1980: ["ties"]}
    before = draw(BASE, rouhani, edtf.parse("2012"))
    assert before.years == ()
    assert [office.title for office in before.offices] == ["Member of the Assembly"]


def test_an_unknown_beginning_comes_first() -> None:
    import msgspec

    old = msgspec.structs.replace(BASE.fact("ties"), id="old", when="/2010")
    drawn = draw(FactBase.of((*BASE.facts, old), BASE.sources.values(), BASE.entities.values()), BASE.entities["west"])
    assert list(years(drawn)) == [None, 1980, 2014]


def test_open_intervals() -> None:
    assert [is_open(when) for when in ("2010/..", "/2010", "2010/2014", "2010")] == [True, True, False, False]
