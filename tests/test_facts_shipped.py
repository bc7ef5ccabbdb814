"""The shipped fact base against itself, the same said in another form, and the labelled claims."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matching.sample import known_bug

from kzfacts import Checker, Fact, FactBase, Finding, Verdict
from kzfacts.factbase.compiling import compile_files
from kzfacts.factbase.edtf import parse
from kzfacts.factbase.loading import plan, read_files, shipped_folder

CLAIMS = Path(__file__).parent / "data" / "claims" / "article-own.jsonl"
BASE = FactBase.load()
ARTICLE = FactBase.load(shipped_folder() / "foreign-policy-2014.yaml")
SUPPORTED_CLAIMS = 0.97
REFUSED_MISSTATEMENTS = 0.90
OWN_CONTRADICTIONS = 0.02
SHOUTED_ALIKE = 0.75
ACCURACY = 0.70


@cache
def checker(base: FactBase) -> Checker:
    return Checker(base)


@cache
def check(statement: str, base: FactBase = ARTICLE) -> Finding:
    return checker(base).check(statement)


def verdict(statement: str, base: FactBase = ARTICLE) -> Verdict:
    return check(statement, base).verdict


def contradicts_itself(fact: Fact, wording: str) -> bool:
    finding = check(wording)
    return finding.verdict is Verdict.CONTRADICTED and finding.fact is not None and finding.fact.id == fact.id


def test_the_base_is_clean() -> None:
    contents = compile_files(read_files(plan()))  # raises with every mistake found
    assert len(contents.facts) == len(BASE.facts) > 100


@pytest.mark.parametrize("fact", BASE.facts, ids=lambda fact: fact.id)
def test_a_fact_has_a_date_and_sources_on_record(fact: Fact) -> None:
    span = parse(fact.when)
    assert span.first <= span.last
    assert fact.citations
    assert all(BASE.source_of(citation).title for citation in fact.citations)


def test_claims_are_supported() -> None:
    failures = [fact.id for fact in BASE.facts if verdict(fact.claim, BASE) is not Verdict.SUPPORTED]
    assert len(failures) <= (1 - SUPPORTED_CLAIMS) * len(BASE.facts), failures


def test_no_claim_is_contradicted() -> None:
    assert [fact.id for fact in BASE.facts if verdict(fact.claim, BASE) is Verdict.CONTRADICTED] == []


def own_contradictions() -> list[str]:
    return [text for fact in ARTICLE.facts for text in fact.paraphrases if contradicts_itself(fact, text)]


def test_no_paraphrase_is_contradicted_by_its_own_fact() -> None:
    assert own_contradictions() == []


def test_misstatements_are_not_supported() -> None:
    texts = [text for fact in ARTICLE.facts for text in fact.misstatements]
    supported = [text for text in texts if verdict(text) is Verdict.SUPPORTED]
    assert len(texts) > 100
    assert len(supported) <= (1 - REFUSED_MISSTATEMENTS) * len(texts), supported


def test_accuracy_on_labelled_claims() -> None:
    rows = [json.loads(line) for line in CLAIMS.read_text("utf-8").splitlines()]
    judge = checker(ARTICLE).check
    got = {row["id"]: judge(row["claim"], date.fromisoformat(row["as_of"])).verdict for row in rows}
    wrong = [row["id"] for row in rows if got[row["id"]] != row["verdict"]]
    assert len(rows) >= 50
    assert len(rows) - len(wrong) >= ACCURACY * len(rows), wrong


SAME_SAID = [
    pytest.param(str.upper, id="capitals", marks=known_bug("capitals throughout hide some names and phrases")),
    pytest.param(lambda text: text.replace("'", "’"), id="curly-apostrophes"),
    pytest.param(lambda text: f"“{text}”", id="in-quotes"),
    pytest.param(lambda text: text.replace(" ", "  "), id="double-spaces"),
    pytest.param(lambda text: text.replace(" ", "\n", 3), id="broken-lines"),
    pytest.param(lambda text: text.rstrip("."), id="no-full-stop"),
    pytest.param(lambda text: f"  {text} ", id="padded"),
]


@pytest.mark.parametrize("change", SAME_SAID)
def test_form_does_not_change_the_verdict(change: Callable[[str], str]) -> None:
    @settings(max_examples=25)
    @given(st.sampled_from(ARTICLE.facts))
    def holds(fact: Fact) -> None:
        for text in (fact.claim, *fact.paraphrases[:1], *fact.misstatements[:1]):
            assert verdict(change(text)) is verdict(text), text

    holds()


def test_capitals_turn_no_verdict_round_and_change_few() -> None:
    pairs = [(verdict(fact.claim), verdict(fact.claim.upper())) for fact in ARTICLE.facts]
    assert all(Verdict.CONTRADICTED not in pair for pair in pairs)
    assert sum(plain is shouted for plain, shouted in pairs) >= SHOUTED_ALIKE * len(pairs)


NUMBER = re.compile(r"\b(two|three|four|eight|ten|sixteen|[1-9]\d?)(?= [a-z])")
COUNTED = [fact for fact in ARTICLE.facts if NUMBER.search(fact.claim)]


def test_some_claims_count() -> None:
    assert len(COUNTED) >= 8


@settings(max_examples=60)
@given(st.sampled_from(COUNTED), st.integers(11, 400).filter(lambda number: number not in (16, 30, 50, 65, 80, 300)))
def test_another_number_is_never_supported(fact: Fact, number: int) -> None:
    statement = NUMBER.sub(str(number), fact.claim, count=1)
    assert statement != fact.claim
    assert verdict(statement) is not Verdict.SUPPORTED, statement


DATED = [fact for fact in ARTICLE.facts if fact.kind == "quantity" and "2014" in fact.claim]


def test_some_quantities_are_dated() -> None:
    assert len(DATED) >= 8


@settings(max_examples=40)
@given(st.sampled_from(DATED), st.integers(1990, 2040).filter(lambda year: year != 2014))
def test_another_year_is_never_supported(fact: Fact, year: int) -> None:
    paraphrases = (text for text in fact.paraphrases if text.count("2014") == 1 and "over 2014" not in text)
    for text in (fact.claim, *paraphrases):
        statement = text.replace("2014", str(year))
        assert verdict(statement) is not Verdict.SUPPORTED, statement


def test_over_a_year_is_a_date() -> None:
    assert verdict("Kazakh diplomats convened 50 round-table meetings over 2014.") is Verdict.SUPPORTED
    assert verdict("Kazakh diplomats convened 50 round-table meetings over 1990.") is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("wide-own", 0.65),
        ("wide-own-100", 0.6),
        ("wide-own-100b", 0.58),
        ("wide-own-100c", 0.46),
        ("wide-own-100d", 0.62),
        ("wide-own-100e", 0.57),
    ],
)
def test_accuracy_on_the_wide_base(name: str, floor: float) -> None:
    rows = [json.loads(line) for line in (CLAIMS.parent / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    days = [date.fromisoformat(row["as_of"]) if row["as_of"] else None for row in rows]
    right = sum(
        checker(BASE).check(row["claim"], day).verdict.value == row["verdict"]
        for row, day in zip(rows, days, strict=True)
    )
    assert right >= floor * len(rows)
