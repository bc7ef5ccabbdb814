from __future__ import annotations

from datetime import date

import pytest
from reports import sample

from kzfacts.linting.directives import read_orders
from kzfacts.linting.results import CheckedFile, Problem
from kzfacts.linting.suppression import suppress
from linting import stand_ins

TEN, NONE = "The ten visits were many.", "Nobody knows."
ID = "official-visits-2014"
IDS = [fact.id for fact in sample.FACT_BASE.facts]


def suppressed(*lines: str, as_of: date | None = None) -> tuple[CheckedFile, tuple[Problem, ...]]:
    document = stand_ins.read_document("a.md", "\n".join(lines).encode())
    return suppress(stand_ins.linter().check(document), read_orders(document), IDS, as_of=as_of)


def lines_of(checked: CheckedFile) -> list[int]:
    return [result.sentence.region.line for result in checked.results if result.suppression is not None]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ([f"<!-- kzfacts-ignore-next {ID} -- x -->", f"{TEN} {TEN}", TEN], [2, 2]),
        ([f"{TEN} <!-- kzfacts-ignore-next {ID} -- x --> {TEN} {TEN}"], [1]),
        (["<!-- kzfacts-ignore-next absent -- x -->", f"{TEN} {NONE}"], [2]),
        (["<!-- kzfacts-ignore-next all -- x -->", f"{TEN} {NONE}"], [2, 2]),
        ([TEN, f"{TEN} <!-- kzfacts-ignore-line {ID} -- x -->", TEN], [2]),
        ([TEN, f"<!-- kzfacts-off {ID} -- x -->", TEN, NONE, TEN, "<!-- kzfacts-on -->", TEN], [3, 5]),
        ([TEN, "<!-- kzfacts-off all -- x -->", TEN, NONE], [3, 4]),
        ([TEN, NONE, f"<!-- kzfacts-ignore-file {ID} -- x -->"], [1]),
        (["The ten [sic] visits were many.", TEN], [1]),
    ],
)
def test_what_each_remark_reaches(draft: list[str], expected: list[int]) -> None:
    checked, problems = suppressed(*draft)
    assert (lines_of(checked), problems) == (expected, ())


def test_a_suppression_has_its_reason_and_place() -> None:
    checked, _ = suppressed(f"<!-- kzfacts-ignore-next {ID} -- counted otherwise -->", TEN)
    suppression = checked.results[0].suppression
    assert suppression is not None
    assert (suppression.kind, suppression.justification) == ("inSource", "counted otherwise")
    assert suppression.region is not None
    assert suppression.region.line == 1


@pytest.mark.parametrize(
    ("draft", "message"),
    [
        ([f"<!-- kzfacts-ignore-next {ID} -- x -->", NONE], f"kzfacts-ignore-next {ID}: nothing to suppress"),
        (
            ["<!-- kzfacts-ignore-next official-visit-2014 -- x -->", TEN],
            "no fact 'official-visit-2014' on record (did",
        ),
        (["<!-- kzfacts-on -->", TEN], "kzfacts-on: nothing is off here"),
        ([f"<!-- kzfacts-off {ID} absent -- x -->", TEN], "kzfacts-off absent: nothing to suppress"),
    ],
)
def test_what_does_nothing_is_told_of(draft: list[str], message: str) -> None:
    _, problems = suppressed(*draft)
    assert [problem.severity for problem in problems] == ["warning"]
    assert problems[0].message.startswith(message)


def test_a_remark_lapses_by_the_day_of_the_run() -> None:
    draft = [f"<!-- kzfacts-ignore-next {ID} until:2015-06-30 -- x -->", TEN]
    assert lines_of(suppressed(*draft, as_of=date(2015, 6, 30))[0]) == [2]
    checked, [problem] = suppressed(*draft, as_of=date(2015, 7, 1))
    assert lines_of(checked) == []
    assert problem.message.startswith("kzfacts-ignore-next lapsed after 2015-06-30")
    checked, [problem] = suppressed(*draft)
    assert lines_of(checked) == [2]
    assert "has no date to hold it against" in problem.message
