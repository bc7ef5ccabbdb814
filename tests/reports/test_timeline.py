from __future__ import annotations

import json

from curation.sample import BASE

from kzfacts.curation.timeline import draw
from kzfacts.reports import timeline

TEXT = """\
Hassan Rouhani [hassan-rouhani]

offices
  1999 - …                       Member of the Assembly
  3 August 2013 - 3 August 2021  President, Iran

2014
  September 2014    Hassan Rouhani visited Kazakhstan in September 2014. [visit]
  9 September 2014  Rouhani came on 9 September 2014. [visit-day]
"""


def test_text() -> None:
    assert timeline.as_text(draw(BASE, BASE.entities["hassan-rouhani"]), BASE) == TEXT
    west = timeline.as_text(draw(BASE, BASE.entities["west"]), BASE)
    assert "\n1980\n  from 1980 on …  Iran and the West" in west
    assert "offices" not in west


def test_json() -> None:
    content = json.loads(timeline.as_json(draw(BASE, BASE.entities["hassan-rouhani"]), BASE))["timeline"]
    assert content["entity"] == {"id": "hassan-rouhani", "name": "Hassan Rouhani", "kind": "person"}
    assert content["offices"][0] == {"title": "Member of the Assembly", "of": None, "from": "1999", "to": None}
    assert [(year["year"], [fact["id"] for fact in year["facts"]]) for year in content["years"]] == [
        (2014, ["visit", "visit-day"])
    ]
    west = json.loads(timeline.as_json(draw(BASE, BASE.entities["west"]), BASE))["timeline"]
    assert [fact["open"] for year in west["years"] for fact in year["facts"]] == [True, False]
