from __future__ import annotations

from datetime import date

import pytest

from kzfacts.documents.model import Document
from kzfacts.errors import KzfactsError, UsageError
from kzfacts.finding import Span, Suggestion, Verdict
from kzfacts.linting.linter import LONGEST, Linter, has_sic, placed
from kzfacts.linting.results import Statement
from linting import stand_ins

TEN = "He made ten visits in 2014."


def document(text: str) -> Document:
    return stand_ins.read_document("a.md", text.encode())


def in_context(text: str, before: str, replaced: int) -> Statement:
    """A sentence whose first ``replaced`` characters context replaces by ``before``."""
    [sentence] = document(text).sentences
    origins = (*[None] * len(before), *range(replaced, len(text)))
    return Statement(sentence, before + text[replaced:], origins)


def test_the_finding_is_on_the_sentence_as_it_stands() -> None:
    statement = in_context(TEN, "Nazarbayev", 2)
    [result] = Linter(stand_ins.Judge(), lambda *_: (statement,)).check(document(TEN)).results
    finding = result.finding
    assert (finding.verdict, finding.statement) == (Verdict.CONTRADICTED, TEN)
    assert finding.suggestion == Suggestion(8, 11, "eight")
    assert [step.statement for step in finding.proof] == [None, Span("ten", 8, 11), None]


def test_a_suggestion_for_words_that_context_added_is_dropped() -> None:
    statement = in_context("He made them.", "In ten visits he", 2)
    finding = stand_ins.Judge().check(statement.text)
    assert finding.suggestion is not None
    assert placed(finding, statement).suggestion is None


def test_sic_says_nothing_on_the_matter() -> None:
    judge = stand_ins.Judge()
    text = "Nazarbayev made ten [sic] visits in 2014."
    [result] = stand_ins.linter(judge).check(document(text)).results
    assert judge.asked == [("Nazarbayev made ten visits in 2014.", None)]
    assert has_sic(result.sentence)
    assert result.finding.suggestion == Suggestion(16, 19, "eight")


def test_what_is_nothing_to_check_is_not_judged() -> None:
    judge = stand_ins.Judge()
    [result] = stand_ins.linter(judge).check(document("Were there ten visits?")).results
    assert (judge.asked, result.checkable, result.finding.verdict) == ([], False, Verdict.ABSENT)
    assert result.finding.message == "a question: nothing to check"


def test_the_day_of_the_draft_wins() -> None:
    judge = stand_ins.Judge()
    checked = stand_ins.linter(judge).check(document("dated 2014-05-01\nSo it was."), date(2020, 1, 1))
    assert (checked.as_of, judge.asked[0][1]) == (date(2014, 5, 1), date(2014, 5, 1))
    assert stand_ins.linter().check(document("So it was."), date(2020, 1, 1)).as_of == date(2020, 1, 1)


def test_a_sentence_that_fails_is_told_of_and_has_no_result() -> None:
    draft = document("An odd one. Nobody knows.")
    failed: list[tuple[str, str]] = []
    checked = stand_ins.linter().check(draft, failed=lambda sentence, error: failed.append((sentence.text, str(error))))
    assert failed == [("An odd one.", "cannot be read")]
    assert [result.sentence.text for result in checked.results] == ["Nobody knows."]
    with pytest.raises(KzfactsError):
        stand_ins.linter().check(draft)


def test_only_wanted_sentences_are_judged() -> None:
    judge = stand_ins.Judge()
    stand_ins.linter(judge).check(document("One.\nTwo."), wanted=lambda sentence: sentence.region.line == 2)
    assert [text for text, _ in judge.asked] == ["Two."]


def test_what_is_too_long_is_no_sentence() -> None:
    with pytest.raises(UsageError, match="more than 10,000 characters"):
        stand_ins.linter().check(document("x" * LONGEST + "."))
