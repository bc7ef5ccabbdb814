from __future__ import annotations

import pytest

from kzfacts.evaluation import Outcome, score
from kzfacts.finding import Verdict

S, C, A = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.ABSENT


def test_figures_of_a_small_run() -> None:
    # supported: 2 of 3 labels found, 2 of 3 answers right; contradicted: 1 of 1 and 1 of 2; absent: never given
    figures = score(
        [Outcome(S, S), Outcome(S, S), Outcome(S, C), Outcome(C, C), Outcome(A, S)],
    )
    assert figures.rows == 5
    assert figures.accuracy == pytest.approx(3 / 5)
    by_verdict = {one.verdict: (one.precision, one.recall, one.f1, one.rows) for one in figures.verdicts}
    assert by_verdict[S] == pytest.approx((2 / 3, 2 / 3, 2 / 3, 3))
    assert by_verdict[C] == pytest.approx((1 / 2, 1, 2 / 3, 1))
    assert by_verdict[A] == pytest.approx((0, 0, 0, 1))
    assert figures.macro_f1 == pytest.approx((2 / 3 + 2 / 3 + 0) / 3)
    assert figures.confusion[S] == {S: 2, C: 1, A: 0}
    assert figures.confusion[A] == {S: 1, C: 0, A: 0}


def test_a_verdict_that_never_occurs_does_not_lower_macro_f1() -> None:
    assert score([Outcome(S, S), Outcome(A, A)]).macro_f1 == 1.0


def test_a_verdict_that_is_only_given_lowers_macro_f1() -> None:
    assert score([Outcome(S, S), Outcome(S, C)]).macro_f1 == pytest.approx((2 / 3 + 0) / 2)


def test_categories_are_sorted_and_count_false_answers() -> None:
    figures = score(
        [
            Outcome(A, C, "number"),
            Outcome(S, C, "number"),
            Outcome(A, S, "number"),
            Outcome(C, C, "number"),
            Outcome(C, A, "date"),
            Outcome(S, S),
        ]
    )
    assert [one.category for one in figures.categories] == ["date", "number"]
    date, number = figures.categories
    assert (date.rows, date.accuracy, date.false_contradicted, date.false_supported) == (1, 0.0, 0, 0)
    assert (number.rows, number.accuracy, number.false_contradicted, number.false_supported) == (4, 0.25, 2, 1)
    assert (figures.total.rows, figures.total.false_contradicted, figures.total.false_supported) == (6, 2, 1)


def test_nothing_to_score() -> None:
    with pytest.raises(ValueError, match="no outcome"):
        score([])
