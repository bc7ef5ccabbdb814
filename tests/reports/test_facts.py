from __future__ import annotations

import json

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
    }


def test_record_has_sources_and_place() -> None:
    content = json.loads(facts.line(facts.record(VISITS, FACT_BASE, 0.456)))
    assert content["citations"][0]["title"] == "A Year of Diplomacy"
    assert content["place"] == "facts/foreign-policy-2014.yaml:18"
    assert content["score"] == 0.46
