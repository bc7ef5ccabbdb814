from __future__ import annotations

import json

from reports import sample

from kzfacts.batch.checking import NOTHING, Answer
from kzfacts.batch.tally import Tally, in_json, in_words


def tally(**counts: int) -> Tally:
    made = Tally()
    for fact_id, count in counts.items():
        for _ in range(count):
            made.add(Answer("contradicted", 0.9, fact_id.replace("_", "-")))
    return made


def test_facts_by_how_often_they_were_contradicted() -> None:
    made = tally(b=2, a=2, official_visits_2014=1001)
    assert made.most_contradicted(2) == [("official-visits-2014", 1001), ("a", 2)]
    lines = list(in_words(made, sample.FACT_BASE))
    assert lines[0] == "1,005 rows: 0 supported, 1,005 contradicted, 0 absent"
    assert lines[2].startswith("  1,001  official-visits-2014: President")
    assert lines[3].startswith("      2  a:")


def test_errors_and_blank_rows_are_counted_apart() -> None:
    made = Tally()
    for answer in (NOTHING, Answer("error"), Answer("absent", 0.0)):
        made.add(answer)
    assert list(in_words(made, sample.FACT_BASE)) == ["3 rows: 0 supported, 0 contradicted, 1 absent, 1 error, 1 blank"]
    assert not made.empty
    summary = json.loads(in_json(made, sample.FACT_BASE))
    assert summary["fact_base"] == {"facts": 2, "digest": sample.FACT_BASE.digest}
    assert summary["verdicts"]["error"] == 1


def test_each_tally_counts_for_itself() -> None:
    tally(a=1)
    assert Tally().empty
