"""The text report: groups, carets, corrections, widths and colours."""

from __future__ import annotations

import re
from textwrap import dedent

import msgspec
import pytest

from kzfacts.linting.results import LintRun
from kzfacts.reports.characters import cells
from kzfacts.reports.drafts_text import problem_line, render, summary
from reports.drafts_sample import article, block, result, run, sentence
from reports.sample import FACT_BASE, contradicted, supported


def test_a_result_names_its_place_and_the_correction() -> None:
    one = msgspec.structs.replace(article(), results=article().results[1:2])
    assert render(LintRun(FACT_BASE, (one,))) == dedent(
        """\
        drafts/a year.md: 1 contradicted, 0 supported, 0 absent

        drafts/a year.md:6:18: contradicted: says ten visits; the record has eight
             6 | Nazarbayev made ten visits in 2014.
               |                 ^^^ record: eight
               = record: President Nazarbayev made eight official visits abroad in 2014. [2014, reported; official-visits-2014]
               = source: A. Writer, "A Year of Diplomacy", Eurasia Daily Monitor, 30 January 2015, paragraph 1 (after MFA.kz, 26 December 2014) <https://example.org/edm-12-18>

        """  # noqa: E501
    )


def test_nothing_to_report_is_nothing() -> None:
    text = "Nazarbayev made eight visits in 2014."
    fine = msgspec.structs.replace(article(), results=(result(supported(text), sentence(text, block(text, 0))),))
    assert render(LintRun(FACT_BASE, (fine,))) == ""
    assert summary(LintRun(FACT_BASE, (fine,))) == "1 file, 1 sentence to check: 0 contradicted, 1 supported, 0 absent"


@pytest.mark.parametrize("width", [30, 40, 60])
def test_carets_stand_below_the_words_at_any_width(width: int) -> None:
    text = "Émigrés 😀😀 of 中文 say at great length that Nazarbayev made ten visits in 2014, more or less."
    of = LintRun(
        FACT_BASE,
        (msgspec.structs.replace(article(), results=(result(contradicted(text), sentence(text, block(text, 0))),)),),
    )
    lines = [line for line in render(of, width=width).splitlines() if " | " in line]
    at = next(index for index, line in enumerate(lines) if "^" in line)
    column = lines[at].index("^")
    before = lines[at - 1][: lines[at - 1].index("ten")]
    assert cells(before) == column
    assert lines[at].strip() == "| " + " " * (column - 9) + "^^^ record: eight"
    assert all(cells(line) <= width for line in lines if "^" not in line)


def test_colours_are_added_and_nothing_else() -> None:
    coloured = render(run(), colour=True)
    assert "\x1b[1;31m" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == render(run())


def test_problems_have_a_line_each() -> None:
    assert [problem_line(problem) for problem in run().problems] == [
        "drafts/a year.md:12:1: warning: nothing here to ignore: remove the comment",
        "scan.md:1:1: error: not a text: save it as UTF-8",
        "there is none.md: error: no such file or folder",
    ]
