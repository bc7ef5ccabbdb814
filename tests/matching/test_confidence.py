"""How sure a verdict is, by the traits of its proof."""

from __future__ import annotations

import pytest

from kzfacts import Checker, Verdict
from kzfacts.finding import Finding
from kzfacts.matching.confidence import HIGHEST, LOWEST, START, confidence, traits
from kzfacts.matching.explanation import Answer, deciding
from kzfacts.matching.points import POINTS
from kzfacts.matching.proof import Policy
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, base, fact

CLAIM = "President Astrid Holm made eight official visits abroad in 2014."
BASE = base(
    fact(CLAIM, id="visits", kind="quantity", misstatements=["Astrid Holm stayed at home all through 2014."]),
    fact("Norland and Sudria signed a water treaty in Marenza on 9 October 2014.", id="treaty", when="2014-10-09"),
    fact("Norland promised to help Sudria with flood control in 2014.", id="promise"),
)
CHECKER = Checker(BASE)
NINE = "Holm made nine official visits abroad in 2014."


def answer(statement: str) -> Answer:
    heard = CHECKER.hear(statement)
    decided = deciding(heard.whole, heard.parts)
    assert decided is not None
    return decided


def at_least(min_score: float, statement: str) -> Finding:
    return Checker(BASE, Policy(min_score=min_score)).check(statement)


def test_a_wording_on_record_is_as_sure_as_can_be() -> None:
    assert CHECKER.check(CLAIM).score == HIGHEST
    assert CHECKER.check("Astrid Holm stayed at home all through 2014.").score == HIGHEST


def test_the_traits_tell_of_the_proof() -> None:
    found = traits(answer(NINE))
    assert {"conflict: number", "same date", "share >= 1", "nothing open", "same words", "whole"} <= {*found}
    assert "names >= 2" not in found
    assert "whole" not in traits(answer(NINE), whole=False)
    assert "conflict: misstatement" in traits(answer("Holm stayed at home through all of 2014."))


def test_the_score_is_the_sum_of_the_points_as_a_probability(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(POINTS, "contradicted", {START: 1.0, "conflict: number": 0.5, "conflict: date": 9.0})
    assert confidence(answer(NINE)) == 0.82  # 1 / (1 + exp(-1.5))
    monkeypatch.setitem(POINTS, "contradicted", {START: -50.0})
    assert confidence(answer(NINE)) == LOWEST


def test_steps_add_and_never_take() -> None:
    for points in POINTS.values():
        assert START in points
        assert all(value > 0 for trait, value in points.items() if trait != START and not trait.startswith("conflict"))


def test_points_are_for_traits_that_there_are() -> None:
    names = {"share", "nearness", "read", "names", "words"}
    plain = {START, "whole", "lasting", "nothing open", "same words", "same date", "same number"}
    for points in POINTS.values():
        for trait in points:
            assert trait in plain or trait.split(" >= ")[0] in names or trait.startswith("conflict: ")


@pytest.mark.parametrize(("statement", "verdict"), [(CLAIM, SUPPORTED), (NINE, CONTRADICTED)])
def test_a_verdict_below_the_least_score_is_withheld(statement: str, verdict: Verdict) -> None:
    given = CHECKER.check(statement)
    assert at_least(given.score, statement) == given
    finding = at_least(given.score + 0.005, statement)
    assert (given.verdict, finding.verdict, finding.fact, finding.suggestion) == (verdict, ABSENT, None, None)
    expected = f"score {given.score:.2f} is below {given.score + 0.005:g}: not reported as {verdict} by visits"
    assert finding.message == expected
    assert finding.related[0].fact.id == "visits"
    assert finding.score == pytest.approx(1 - given.score)
    assert finding.proof == given.proof


def test_what_is_absent_stays_as_it_is() -> None:
    statement = "Norland helped Sudria with flood control in 2014."
    assert at_least(0.99, statement) == CHECKER.check(statement)
    assert 0.5 <= CHECKER.check(statement).score <= 1.0
    assert CHECKER.check("Volcanoes erupt in Iceland.").score == 1.0
