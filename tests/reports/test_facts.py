from __future__ import annotations

import json

import msgspec
from curation.sample import BASE

from kzfacts.factbase import FactBase
from kzfacts.finding import Related
from kzfacts.reports import facts
from reports.sample import FACT_BASE, UNION, VISITS

CARD = """\
union-view-2014
  claim         The union limits nobody's sovereignty.
  when          26 December 2014
  certainty     stated
  stated by     Erlan Idrissov
  kind          statement
  topic         eaeu
  source        A. Writer, "A Year of Diplomacy", Eurasia Daily Monitor, 30 January 2015, paragraph 2 \
<https://example.org/edm-12-18>
  source        "Notes", Archive, December 2014
  recorded in   facts/eaeu.yaml:3
"""


def test_card() -> None:
    assert facts.card(UNION, FACT_BASE) == CARD


def test_card_names_participants_and_paraphrases() -> None:
    card = facts.card(VISITS, FACT_BASE)
    assert "  agent         Nursultan Nazarbayev\n" in card
    assert "  also said     Kazakhstan's president went on eight" in card


def test_card_has_what_is_in_dispute_and_what_is_tried() -> None:
    card = facts.card(BASE.fact("visit"), BASE)
    assert (
        "  when          September 2014\n  days          2014-09-01 to 2014-09-30\n  certainty     disputed\n" in card
    )
    assert "  disputes      The Iranian president stayed away in 2014. [no-visit]\n" in card
    assert "  refined by    Rouhani came on 9 September 2014. [visit-day]\n" in card
    assert '  source        "=A page", The Site, undated\n' in card
    assert "  example       supported: Rouhani came last year. (as of 2015-01-31)\n" in card
    assert "  example       absent: Rouhani came by train.\n" in card
    other = facts.card(BASE.fact("no-visit"), BASE)
    assert "  disputed by   Hassan Rouhani visited Kazakhstan in September 2014. [visit]\n" in other
    assert "  refines       Hassan Rouhani visited" in facts.card(BASE.fact("visit-day"), BASE)
    assert "  days          1980-01-01 to ...\n" in facts.card(BASE.fact("ties"), BASE)


def test_a_mutual_dispute_is_told_once() -> None:
    rival = msgspec.structs.replace(BASE.fact("no-visit"), disputes=("visit",))
    facts_ = [rival if fact.id == rival.id else fact for fact in BASE.facts]
    base = FactBase.of(facts_, BASE.sources.values(), BASE.entities.values())
    card = facts.card(base.fact("visit"), base)
    assert "  disputes      " in card
    assert "  disputed by   " not in card


def test_record_has_links_interval_and_examples() -> None:
    content = json.loads(facts.line(facts.record(BASE.fact("visit"), BASE)))
    assert (content["disputes"], content["disputed_by"]) == (["no-visit"], [])
    assert (content["refines"], content["refined_by"]) == ([], ["visit-day"])
    assert content["interval"] == {"start": "2014-09-01", "end": "2014-09-30"}
    assert content["examples"]["absent"] == [{"statement": "Rouhani came by train.", "as_of": None, "open": False}]
    assert facts.record(BASE.fact("ties"), BASE)["interval"] == {"start": "1980-01-01", "end": None}


def test_listing_and_ranking() -> None:
    assert facts.listing([UNION]) == "union-view-2014  2014-12-26  The union limits nobody's sovereignty.\n"
    assert facts.ranking([Related(UNION, 0.617)]).startswith("0.62  union-view-2014  2014-12-26  The union")
    assert facts.listing([]) == ""


def test_counts() -> None:
    assert facts.count(FACT_BASE) == {
        "kind": {"quantity": 1, "statement": 1},
        "certainty": {"reported": 1, "stated": 1},
        "topic": {"eaeu": 1, "foreign-policy-2014": 1},
        "year": {"2014": 2},
        "source": {"edm-12-18": 2, "bare": 1},
        "decade": {"2010s": 2},
        "sources_per_fact": {"1": 1, "2": 1},
        "example": {},
        "examples_per_fact": {"0": 2},
        "entity": {"erlan-idrissov": 1, "nursultan-nazarbayev": 1},
    }


def test_counts_of_examples_and_decades() -> None:
    counts = facts.count(BASE)
    assert counts["example"] == {"supported": 2, "absent": 1}
    assert counts["examples_per_fact"] == {"0": 4, "3": 1}
    assert list(counts["decade"].items()) == [("1980s", 1), ("2010s", 4)]
    assert counts["entity"]["iran"] == 3
    text = facts.counts_in_words(BASE, counts)
    assert "\nby example (verdict expected)\n     2  supported\n     1  absent\n\nby number of examples\n" in text
    assert "by example" not in facts.counts_in_words(FACT_BASE, facts.count(FACT_BASE))


def test_record_has_sources_and_place() -> None:
    content = json.loads(facts.line(facts.record(VISITS, FACT_BASE, 0.456)))
    assert content["citations"][0]["title"] == "A Year of Diplomacy"
    assert content["place"] == "facts/foreign-policy-2014.yaml:18"
    assert content["score"] == 0.46
