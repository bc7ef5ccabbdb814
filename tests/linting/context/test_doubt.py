"""A statement with a word that is not plain can at most be absent."""

from __future__ import annotations

import msgspec

from kzfacts.finding import Verdict
from kzfacts.linting.context import held_back
from linting.context.drafts import checker, paragraph


def test_what_is_not_plain_is_never_contradicted_nor_supported() -> None:
    statement = paragraph("Kazakhstan's foreign ministry held 13 press conferences in 2014.")[0]
    finding = checker().check(statement.text)
    assert finding.verdict is Verdict.CONTRADICTED
    assert held_back(statement, finding) is finding
    doubtful = msgspec.structs.replace(statement, unclear=("the ministry",))
    held = held_back(doubtful, finding)
    assert held.verdict is Verdict.ABSENT
    assert held.fact is None
    assert "“the ministry”" in held.message


def test_what_is_only_likely_may_be_borne_out_by_the_record_but_not_contradicted() -> None:
    right, wrong = (
        paragraph(f"Kazakhstan's foreign ministry held {count} press conferences in 2014.")[0] for count in (30, 13)
    )
    for statement, verdict in ((right, Verdict.SUPPORTED), (wrong, Verdict.ABSENT)):
        likely = msgspec.structs.replace(statement, guessed=("the ministry",))
        assert held_back(likely, checker().check(likely.text)).verdict is verdict
