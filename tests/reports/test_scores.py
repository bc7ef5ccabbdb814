from __future__ import annotations

import json

from kzfacts.evaluation import Judged, score
from kzfacts.finding import Verdict
from kzfacts.reports.scores import as_json, as_text
from reports.sample import absent, contradicted, supported

JUDGED = [
    Judged("set.jsonl:1", "a1", "number", Verdict.CONTRADICTED, contradicted()),
    Judged("set.jsonl:2", "a2", "number", Verdict.ABSENT, contradicted("Just ten of them.")),
    Judged("set.jsonl:3", "", "", Verdict.SUPPORTED, supported()),
    Judged("set.jsonl:4", "a4", "date", Verdict.ABSENT, absent()),
]
SCORE = score(judged.outcome for judged in JUDGED)
TEXT = """\
accuracy 0.750, macro-F1 0.778, 4 rows

verdict       precision  recall  F1     rows
supported     1.000      1.000   1.000  1
contradicted  0.500      1.000   0.667  1
absent        1.000      0.500   0.667  2

expected \\ got  supported  contradicted  absent
supported       1          0             0
contradicted    0          1             0
absent          0          1             1

category  rows  accuracy  false contradicted  false supported
date      1     1.000     0                   0
number    2     0.500     1                   0
all       4     0.750     1                   0

0.50 s, 8 rows a second
"""
WRONG = """
set.jsonl:2: a2, number: expected absent, got contradicted
  claim         Just ten of them.
  reason        says ten visits; the record has eight
  fact          official-visits-2014
  proof         name: "Nazarbayev" equivalence "President Nazarbayev"
  proof         number: "ten" alternation "eight" (10 is not 8)
  proof         word: - reverse entailment "official"
"""


def test_text() -> None:
    assert as_text(SCORE, 0.5) == TEXT


def test_text_with_the_wrong_ones() -> None:
    assert as_text(SCORE, 0.5, [JUDGED[1]]) == TEXT + WRONG


def test_json() -> None:
    content = json.loads(as_json(SCORE, 0.5, [JUDGED[1]]))
    assert content["accuracy"] == 0.75
    assert content["macro_f1"] == 0.7778
    assert content["rows"] == 4
    assert content["verdicts"]["contradicted"] == {"precision": 0.5, "recall": 1.0, "f1": 0.6667, "rows": 1}
    assert content["confusion"]["absent"] == {"supported": 0, "contradicted": 1, "absent": 1}
    assert content["categories"]["number"] == {
        "rows": 2,
        "accuracy": 0.5,
        "false_contradicted": 1,
        "false_supported": 0,
    }
    assert content["rows_per_second"] == 8.0
    assert [error["id"] for error in content["errors"]] == ["a2"]
    assert content["errors"][0]["fact"] == "official-visits-2014"


def test_json_has_errors_only_when_asked() -> None:
    assert "errors" not in json.loads(as_json(SCORE, 0.5))
