from __future__ import annotations

from datetime import date

import pytest
from reports import sample

from kzfacts.batch.checking import Answer, Asker, Memory, answered
from kzfacts.batch.rows import Row
from kzfacts.finding import Finding


class Counting(sample.TableChecker):
    calls = 0

    def check(self, statement: str, as_of: date | None = None) -> Finding:
        self.calls += 1
        return super().check(statement, as_of)


def test_statements_met_again_are_not_checked_again() -> None:
    checker = Counting(sample.FACT_BASE)
    memory = Memory(2)
    rows = [Row("a.txt", number, statement=text) for number, text in enumerate(("a", "b", "a", "c", "a", "b"))]
    answers = [answer.verdict for _, answer in answered(rows, Asker(checker).ask, memory, None)]
    assert answers == ["absent"] * 6
    assert checker.calls == 4  # "b" was forgotten for "c"
    assert len(memory) == 2


def test_a_day_makes_another_question() -> None:
    rows = [Row("a.txt", 1, statement="as of", as_of=day) for day in (None, date(2014, 1, 2), None)]
    found = answered(rows, Asker(sample.TableChecker(sample.FACT_BASE)).ask, Memory(), date(2020, 1, 1))
    assert [answer.message for _, answer in found] == ["as of 2020-01-01", "as of 2014-01-02", "as of 2020-01-01"]


def test_an_answer_names_fact_and_sources() -> None:
    answer = Asker(sample.TableChecker(sample.FACT_BASE)).ask(("ten", None))
    assert answer.fact_id == "official-visits-2014"
    assert answer.score == 0.93
    assert answer.citation.startswith('A. Writer, "A Year of Diplomacy"')


def test_failures_are_answers_and_are_not_remembered() -> None:
    asker = Asker(sample.TableChecker(sample.FACT_BASE))
    memory = Memory()
    rows = [Row("a.txt", 1, statement="odd"), Row("a.txt", 2, statement="boom")]
    odd, boom = (answer for _, answer in answered(rows, asker.ask, memory, None))
    assert odd == Answer("error", message="cannot be read")
    assert boom.message.startswith("internal error, please report it: RuntimeError: out of order")
    assert len(memory) == 0
    with pytest.raises(RuntimeError):
        Asker(sample.TableChecker(sample.FACT_BASE), debug=True).ask(("boom", None))
