"""Whole findings over a small invented fact base: verdict, fact, reason, proof, correction, related facts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, base, fact

from kzfacts import Checker, judge
from kzfacts.errors import KzfactsError
from kzfacts.finding import Finding, Relation, Verdict

BASE = base(
    fact(
        "President Astrid Holm made eight official visits abroad in 2014.",
        "In 2014 Norland's head of state went abroad on eight official trips.",
        id="visits",
        kind="quantity",
        misstatements=["Astrid Holm stayed at home all through 2014.", "Astrid Holm refused to travel abroad in 2014."],
    ),
    fact(
        "Norland and Sudria signed a water treaty in Marenza on 9 October 2014.",
        id="treaty",
        when="2014-10-09",
        kind="agreement",
    ),
    fact("Ostria rejected the fishing quota of the Northern League in 2014.", id="quota"),
    fact("Norland promised to help Sudria with flood control in 2014.", id="promise"),
)
CHECKER = Checker(BASE)

STATEMENTS = [
    ("Holm made eight official visits abroad in 2014.", SUPPORTED, "visits"),
    ("Norland's president went abroad on eight official trips in 2014.", SUPPORTED, "visits"),
    ("Norland and Sudria signed a treaty on water in autumn 2014.", SUPPORTED, "treaty"),
    ("Ostria turned down the fishing quota of the Northern League.", SUPPORTED, "quota"),
    ("Norland pledged to help Sudria with flood control.", SUPPORTED, "promise"),
    ("Holm made ten official visits abroad in 2014.", CONTRADICTED, "visits"),
    ("Norland and Sudria signed a water treaty on 9 August 2014.", CONTRADICTED, "treaty"),
    ("Ostria accepted the fishing quota of the Northern League in 2014.", CONTRADICTED, "quota"),
    ("Sudria promised to help Norland with flood control in 2014.", CONTRADICTED, "promise"),
    ("Norland helped Sudria with flood control in 2014.", ABSENT, None),
    ("Holm made eight official visits abroad in 2013.", ABSENT, None),
    ("Holm made ten speeches in 2014.", ABSENT, None),
    ("Westmark launched a satellite in 2014.", ABSENT, None),
]


def check(statement: str, as_of: date | None = None) -> Finding:
    return CHECKER.check(statement, as_of)


def id_of(finding: Finding) -> str | None:
    return finding.fact.id if finding.fact is not None else None


@pytest.mark.parametrize(("statement", "verdict", "fact_id"), STATEMENTS)
def test_verdict_fact_and_shape(statement: str, verdict: Verdict, fact_id: str | None) -> None:
    finding = check(statement)
    assert (finding.statement, finding.verdict, id_of(finding)) == (statement, verdict, fact_id)
    assert 0.0 <= finding.score <= 1.0
    assert finding.message
    for step in finding.proof:
        if step.statement is not None:
            assert statement[step.statement.start : step.statement.end] == step.statement.text
    conflicts = [step for step in finding.proof if step.relation in (Relation.ALTERNATION, Relation.NEGATION)]
    assert bool(conflicts) == (verdict is CONTRADICTED)
    assert finding.suggestion is None or verdict is CONTRADICTED
    assert not finding.related or verdict is ABSENT


@pytest.mark.parametrize(
    ("statement", "said", "recorded"),
    [
        ("Holm made ten official visits abroad in 2014.", "ten", "eight"),
        ("Norland and Sudria signed a water treaty on 9 August 2014.", "9 August 2014", "9 October 2014"),
        ("Ostria accepted the fishing quota of the Northern League in 2014.", "accepted", "rejected"),
    ],
)
def test_the_message_names_both_values_and_the_source(statement: str, said: str, recorded: str) -> None:
    message = check(statement).message
    assert said in message
    assert recorded in message
    assert "Haldor Courier, 10 January 2015" in message


@pytest.mark.parametrize(
    ("statement", "mended"),
    [
        ("Holm made ten official visits abroad in 2014.", "Holm made eight official visits abroad in 2014."),
        ("  “Holm made over 30 official visits in 2014!”", "  “Holm made eight official visits in 2014!”"),
        (
            "In August 2014 Norland and Sudria signed a water treaty.",
            "In 9 October 2014 Norland and Sudria signed a water treaty.",
        ),
    ],
)
def test_the_correction_of_one_value_makes_the_statement_supported(statement: str, mended: str) -> None:
    suggestion = check(statement).suggestion
    assert suggestion is not None
    assert statement[: suggestion.start] + suggestion.replacement + statement[suggestion.end :] == mended
    assert check(mended).verdict is SUPPORTED


def test_absent_names_the_nearest_facts_best_first() -> None:
    related = check("Norland helped Sudria with flood control in 2014.").related
    assert next(iter(related)).fact.id == "promise"
    assert len(related) <= 3
    assert [one.score for one in related] == sorted((one.score for one in related), reverse=True)
    assert check("Volcanoes erupt in Iceland.").related == ()


@pytest.mark.parametrize(
    ("statement", "verdict", "fact_id"),
    [
        # one contradicted part contradicts the whole
        (
            "Holm made nine official visits abroad in 2014, but Ostria rejected the fishing quota of the league.",
            CONTRADICTED,
            "visits",
        ),
        (
            "Norland and Sudria signed a water treaty in August 2014; Ostria rejected the fishing quota in 2014.",
            CONTRADICTED,
            "treaty",
        ),
        (
            "Ostria rejected the fishing quota of the Northern League, while Holm made nine official visits abroad.",
            CONTRADICTED,
            "visits",
        ),
        # all parts supported
        (
            "Holm made eight official visits abroad in 2014, but Ostria rejected the quota of the Northern League.",
            SUPPORTED,
            None,
        ),
        # one part absent: the whole is at most absent
        (
            "Holm made eight official visits abroad in 2014, but Ostria bought new ships for the Northern League.",
            ABSENT,
            None,
        ),
        (
            "Westmark launched a satellite in 2014, whereas Ostria rejected the fishing quota of the Northern League.",
            ABSENT,
            None,
        ),
        (
            "Holm made eight official visits abroad in 2014, and Ostria rejected the quota of the Northern League.",
            SUPPORTED,
            None,
        ),
        (
            "Holm made eight official visits abroad in 2014, and Ostria accepted the quota of the Northern League.",
            CONTRADICTED,
            "quota",
        ),
    ],
)
def test_statements_of_several_assertions(statement: str, verdict: Verdict, fact_id: str | None) -> None:
    finding = check(statement)
    assert finding.verdict is verdict
    if fact_id is not None:
        assert id_of(finding) == fact_id


@pytest.mark.parametrize(
    "denial", ["It is not true that", "It is false that", "It is a myth that", "It is wrong to say that"]
)
@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Holm made ten official visits abroad in 2014.", SUPPORTED),
        ("Holm made eight official visits abroad in 2014.", CONTRADICTED),
        ("Holm bought a yacht in 2014.", ABSENT),
    ],
)
def test_a_denied_whole_turns_the_verdict(denial: str, statement: str, verdict: Verdict) -> None:
    finding = check(f"{denial} {statement}")
    assert finding.verdict is verdict
    notes = [step.note for step in finding.proof]
    assert ("the statement denies the whole" in notes) is (verdict is not ABSENT)


@pytest.mark.parametrize(
    ("statement", "as_of", "verdict"),
    [
        ("Holm made eight official visits abroad last year.", date(2015, 2, 1), SUPPORTED),
        ("Holm made nine official visits abroad last year.", date(2015, 2, 1), CONTRADICTED),
        ("Holm made eight official visits abroad last year.", date(2016, 2, 1), ABSENT),
        ("Holm made eight official visits abroad last year.", None, ABSENT),
        ("Norland and Sudria signed a water treaty two weeks ago.", date(2014, 10, 23), SUPPORTED),
        ("Norland and Sudria signed a water treaty last month.", date(2014, 10, 23), CONTRADICTED),
        ("Norland and Sudria signed a water treaty last month.", None, ABSENT),
    ],
)
def test_relative_dates_need_the_day_of_the_statement(statement: str, as_of: date | None, verdict: Verdict) -> None:
    assert check(statement, as_of).verdict is verdict


@pytest.mark.parametrize(
    "statement",
    [
        "Astrid Holm stayed at home all through 2014.",
        "Holm stayed at home in 2014.",
        "In 2014 Astrid Holm refused to travel abroad.",
    ],
)
def test_a_misstatement_on_record_is_contradicted_by_its_fact(statement: str) -> None:
    finding = check(statement)
    assert (finding.verdict, id_of(finding)) == (CONTRADICTED, "visits")
    assert "cannot be true" in finding.message
    assert finding.suggestion is None
    without = [fact(one.claim, *one.paraphrases, id=one.id, when=one.when, kind=one.kind) for one in BASE.facts]
    assert Checker(base(*without)).check("Holm stayed at home in 2014.").verdict is ABSENT


def test_half_a_misstatement_is_none() -> None:
    assert check("Astrid Holm stayed in 2014.").verdict is not SUPPORTED
    assert check("Pavel Orsk stayed at home all through 2014.").verdict is ABSENT


@pytest.mark.parametrize(
    "statement",
    [
        "",
        " ",
        "\n\t",
        ".",
        "???",
        "—",
        "2014",
        "7",
        "of the",
        "不明",
        "\x00",
        "\ud800",
        "a" * 5000,
        "and " * 500,
        "🇰🇿" * 50,
    ],
)
def test_what_says_nothing_is_absent_and_raises_nothing(statement: str) -> None:
    finding = check(statement)
    assert (finding.verdict, finding.fact, finding.suggestion) == (ABSENT, None, None)
    assert finding.statement == statement


@pytest.mark.parametrize("digits", [20, 400, 5000])
def test_a_number_beyond_all_measure_raises_nothing(digits: int) -> None:
    number = "9" * digits
    assert check(f"Sudria ratified the charter {number} years after the treaty was signed.").verdict is ABSENT
    assert check(f"The ministry held {number} more briefings than seminars.").verdict is ABSENT


@pytest.mark.parametrize("statement", ["Norland", "Astrid Holm.", "In 2014 Norland", "Norland " * 100])
def test_a_bare_name_says_nothing(statement: str) -> None:
    assert check(statement).verdict is ABSENT


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from([*(s for s, _, _ in STATEMENTS), "not", "ten", "—", "2013", "\n", "“", "Ørsk"]), max_size=4
    )
)
def test_any_text_has_a_finding_whose_proof_lies_in_it(pieces: list[str]) -> None:
    statement = " ".join(pieces)
    finding = check(statement)
    for step in finding.proof:
        assert step.statement is None or statement[step.statement.start : step.statement.end] == step.statement.text
    if finding.suggestion is not None:
        assert 0 <= finding.suggestion.start < finding.suggestion.end <= len(statement)
    assert (finding.fact is None) == (finding.verdict is ABSENT)


def test_two_checkers_give_the_same_findings_in_any_order() -> None:
    texts = [statement for statement, _, _ in STATEMENTS]
    other = Checker(BASE)
    assert [check(text) for text in texts] == [other.check(text) for text in reversed(texts)][::-1]


PROGRAM = """
import json, sys
sys.path.insert(0, sys.argv[1])
import msgspec
from test_checker import CHECKER, STATEMENTS
print(json.dumps([msgspec.to_builtins(CHECKER.check(statement)) for statement, _, _ in STATEMENTS]))
"""


def test_findings_do_not_depend_on_the_seed_of_hashes() -> None:
    outputs = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(Path(__file__).parent)],
            capture_output=True,
            check=True,
            timeout=60,
            env={**os.environ, "PYTHONHASHSEED": seed, "KZFACTS_CACHE_DIR": "off"},
        ).stdout
        for seed in ("0", "1")
    ]
    assert outputs[0] == outputs[1]
    assert [finding["verdict"] for finding in json.loads(outputs[0])] == [verdict for _, verdict, _ in STATEMENTS]


@pytest.mark.parametrize(
    ("statement", "text", "verdict"),
    [
        ("Kazakhstan signed the treaty.", "Kazakhstan signed the treaty in 2014.", SUPPORTED),
        ("Kazakhstan held 90 briefings.", "Kazakhstan's foreign ministry held 80 briefings in 2014.", CONTRADICTED),
        ("Kazakhstan did not sign the treaty.", "Kazakhstan signed the treaty in 2014.", CONTRADICTED),
        ("Kazakhstan exports grain to Turkey.", "Kazakhstan signed the treaty in 2014.", ABSENT),
        ("Kazakhstan exports grain to Turkey.", "", ABSENT),
        ("", "Kazakhstan signed the treaty in 2014.", ABSENT),
    ],
)
def test_one_statement_by_one_text(statement: str, text: str, verdict: Verdict) -> None:
    finding = judge(statement, text)
    assert finding.verdict is verdict
    assert (finding.fact.claim if finding.fact else None) == (text if verdict is not ABSENT else None)


def test_one_statement_by_one_text_on_a_day() -> None:
    text = "Kazakhstan signed the treaty in October 2014."
    assert judge("Kazakhstan signed the treaty last year.", text, date(2015, 2, 1)).verdict is SUPPORTED
    assert judge("Kazakhstan signed the treaty last year.", text).verdict is not SUPPORTED


def test_what_is_retrieved_and_what_one_fact_makes_of_it() -> None:
    statement = "Holm stayed at home in 2014."
    facts = [(fact.id, wrong) for fact, wrong in CHECKER.entries(statement)]
    assert facts[0] == ("visits", True)
    assert ("visits", False) in facts
    assert CHECKER.judged_by("visits", "Holm made ten official visits abroad in 2014.").verdict is CONTRADICTED
    assert CHECKER.judged_by("treaty", "Holm made ten official visits abroad in 2014.").verdict is ABSENT
    with pytest.raises(KzfactsError, match="no fact has the id 'visit'"):
        CHECKER.judged_by("visit", statement)
