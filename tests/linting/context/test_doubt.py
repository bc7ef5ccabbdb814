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
