from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from kzfacts.documents.model import Document
from kzfacts.linting.checking import Draft, DraftChecker, Outcome
from kzfacts.linting.results import Problem
from linting import stand_ins

TEN = "The ten visits were many."


def check(text: str, settings: dict[str, object] | None = None, judge: stand_ins.Judge | None = None) -> Outcome:
    """Check a draft with these settings in its front matter, in a run of 2020."""

    def read(path: str, data: bytes, format: str | None) -> Document:
        return msgspec.structs.replace(stand_ins.read_document(path, data, format), settings=settings or {})

    checker = DraftChecker(stand_ins.linter(judge), read, lambda: ["official-visits-2014"])
    return checker.check(Draft("a.md", "a.md", date(2020, 1, 1), text.encode()))


def test_the_front_matter_sets_the_day() -> None:
    judge = stand_ins.Judge()
    check("dated 2014-05-01\nSo it was.", {"as-of": "2013"}, judge)
    assert judge.asked == [("So it was.", date(2013, 12, 31))]


def test_a_draft_may_ask_to_be_left_alone() -> None:
    judge = stand_ins.Judge()
    outcome = check(TEN, {"off": True}, judge)
    assert (outcome.off, judge.asked) == (True, [])
    assert outcome.file is not None
    assert outcome.file.results == ()


def test_the_front_matter_ignores_with_a_reason() -> None:
    entry = {"fact": "official-visits-2014", "reason": "counted otherwise"}
    outcome = check(TEN, {"ignore": [entry]})
    assert outcome.file is not None
    suppression = outcome.file.results[0].suppression
    assert (outcome.problems, suppression and suppression.justification) == ((), "counted otherwise")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"\xff", Problem("a.md", 1, 1, "no text")),
        (b"So.\nAn odd one.", Problem("a.md", 2, 1, "cannot be read")),
        (
            b"boom.",
            Problem(
                "a.md",
                1,
                1,
                "internal error, please report it: RuntimeError: out of order (KZFACTS_DEBUG=1 shows where)",
            ),
        ),
    ],
)
def test_what_goes_wrong_has_its_place(text: bytes, problem: Problem) -> None:
    assert stand_ins.draft_checker().check(Draft("a.md", "a.md", data=text)).problems == (problem,)


def test_what_the_reader_of_documents_notes_is_a_warning() -> None:
    def read(path: str, data: bytes, format: str | None) -> Document:
        note = f"{path}:2:1: not UTF-8, read as Windows-1252"
        return msgspec.structs.replace(stand_ins.read_document(path, data, format), notes=(note,))

    checker = DraftChecker(stand_ins.linter(), read, list)
    [problem] = checker.check(Draft("a.md", "a.md", data=b"Nobody knows.")).problems
    assert problem == Problem("a.md", 2, 1, "not UTF-8, read as Windows-1252", "warning")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    outcome = stand_ins.draft_checker().check(Draft("a.md", str(tmp_path / "a.md")))
    told = "cannot be read: No such file or directory; make it readable, or exclude it"
    assert outcome == Outcome(None, (Problem("a.md", 0, 0, told),))
