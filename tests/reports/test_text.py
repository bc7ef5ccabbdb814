from __future__ import annotations

import re

import msgspec
import pytest

from kzfacts.factbase import Citation, FactBase, Source
from kzfacts.finding import Finding, Relation, Span, Step, Verdict
from kzfacts.reports import wording
from kzfacts.reports.characters import carets, printable
from kzfacts.reports.plain import PlainReport
from kzfacts.reports.terminal import TerminalReport
from reports.sample import FACT_BASE, SOURCE, UNION, VISITS, absent, contradicted, supported

CONTRADICTED = """\
✗ CONTRADICTED  Nazarbayev made ten visits in 2014.
                                ^^^
  reason        says ten visits; the record has eight
  record        President Nazarbayev made eight official visits abroad in 2014. [2014, reported; official-visits-2014]
  source        A. Writer, "A Year of Diplomacy", Eurasia Daily Monitor, 30 January 2015, paragraph 1 \
(after MFA.kz, 26 December 2014) <https://example.org/edm-12-18>

"""
ABSENT = """\
? ABSENT        Nobody knows.
  reason        nothing on record
  nearest       The union limits nobody's sovereignty. [26 December 2014, stated by Erlan Idrissov; union-view-2014]
  nearest       President Nazarbayev made eight official visits abroad in 2014. [2014, reported; official-visits-2014]

"""
PROOF = """
  aspect  statement   relation            fact                  note
  name    Nazarbayev  equivalence         President Nazarbayev
  number  ten         alternation         eight                 10 is not 8
  word    -           reverse entailment  official

"""
NARROW = """\
✗ CONTRADICTED  In the year that
                ended he made ten
                              ^^^
                visits.
  reason        says ten visits; the
                record has eight
"""
ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


def bare(text: str) -> str:
    return ESCAPES.sub("", text)


def test_plain_contradicted() -> None:
    assert PlainReport(FACT_BASE).result(contradicted()) == CONTRADICTED


def test_plain_absent() -> None:
    assert PlainReport(FACT_BASE).result(absent()) == ABSENT


def test_plain_proof() -> None:
    assert PlainReport(FACT_BASE, explain=True).result(contradicted()) == CONTRADICTED.rstrip("\n") + "\n" + PROOF


def test_plain_on_a_narrow_terminal() -> None:
    report = PlainReport(FACT_BASE, width=36)
    assert report.result(contradicted("In the year that ended he made ten visits.")).startswith(NARROW)


def test_plain_never_breaks_a_line_without_a_terminal() -> None:
    statement = "ten " + "word " * 1000
    assert PlainReport(FACT_BASE).result(contradicted(statement)).splitlines()[0].endswith(statement)


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("ten", "^^^"),
        ("日本 ten", "     ^^^"),
        ("e\u0301 ten", "  ^^^"),
        ("\x1b[1m ten", "     ^^^"),
    ],
)
def test_carets_stand_below_the_span(statement: str, line: str) -> None:
    start = statement.index("ten")
    assert carets(printable(statement), 0, len(statement), [(start, start + 3)]) == (line, start + 3)


def test_colour_adds_nothing_but_colour() -> None:
    for finding in (contradicted(), supported(), absent()):
        plain = [line for line in PlainReport(FACT_BASE).result(finding).splitlines() if "^" not in line]
        coloured = TerminalReport(FACT_BASE).result(finding)
        assert bare(coloured).splitlines() == plain


def test_the_conflict_is_red_and_underlined() -> None:
    assert "\x1b[1;4;31mten\x1b[0m" in TerminalReport(FACT_BASE).result(contradicted())


def test_unanswered_words_of_an_absent_statement_are_marked() -> None:
    proof = (Step("word", Relation.INDEPENDENCE, Span("alone", 8, 13), ""),)
    finding = Finding("He went alone.", Verdict.ABSENT, 0.0, "nothing on record says alone", proof=proof)
    assert PlainReport(FACT_BASE).result(finding).splitlines()[1].strip() == "^^^^^"


def test_a_terminal_that_knows_links_gets_them_in_place_of_the_address() -> None:
    linked = TerminalReport(FACT_BASE, hyperlinks=True).result(supported())
    assert ";https://example.org/edm-12-18\x1b\\A. Writer" in linked
    assert "<https" not in bare(linked)
    assert "\x1b]8" not in TerminalReport(FACT_BASE).result(supported())


def test_terminal_wraps_below_the_label() -> None:
    lines = bare(TerminalReport(FACT_BASE, explain=True, width=60).result(contradicted())).splitlines()
    assert max(map(len, lines)) <= 60
    assert lines[3] == "                visits abroad in 2014. [2014, reported;"


def test_terminal_proof_without_a_width_stays_on_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    statement = "ten"
    step = Step("word", Relation.INDEPENDENCE, Span("x" * 200, 0, 3), "y" * 200, "z" * 200)
    finding = msgspec.structs.replace(contradicted(statement), proof=(step,))
    rows = bare(TerminalReport(FACT_BASE, explain=True).result(finding)).splitlines()
    assert any("x" * 200 in row and "z" * 200 in row for row in rows)


@pytest.mark.parametrize("kind", [PlainReport, TerminalReport])
def test_foreign_text_forges_neither_escapes_nor_markup(kind: type[PlainReport] | type[TerminalReport]) -> None:
    bad = "[red]ten[/red] \x1b]0;title\x07 \x9b31m \r\n::error::"
    source = Source(id="s", title=bad, publisher=bad, published="2015", url="https://x.org/\x1b]8;;evil")
    fact = msgspec.structs.replace(VISITS, id="f", claim=bad, citations=(Citation("s", bad, bad),))
    base = FactBase.of(facts=[fact], sources=[source])
    step = Step(bad, Relation.ALTERNATION, Span(bad, 5, 8), bad, bad)
    finding = Finding(bad, Verdict.CONTRADICTED, 1.0, bad, fact=fact, proof=(step,))
    output = kind(base, explain=True).result(finding)
    assert "[red]" in output
    rest = bare(output)
    assert not any(character in rest for character in "\x1b\x07\x9b\r")
    assert not any(line.lstrip().startswith("::") for line in rest.splitlines())


def test_spans_that_touch_are_marked_as_one_and_clipped() -> None:
    steps = tuple(Step("x", Relation.NEGATION, Span("", a, b), "y") for a, b in ((4, 9), (0, 4), (20, 99), (12, 12)))
    finding = Finding("0123456789" * 3, Verdict.CONTRADICTED, 1.0, "", fact=VISITS, proof=steps)
    assert wording.conflicts(finding) == [(0, 9), (20, 30)]


def test_an_address_that_is_none_is_left_out() -> None:
    for url in ("", "javascript:alert(1)", "https://a b", "ftp://x"):
        assert wording.address(msgspec.structs.replace(SOURCE, url=url)) == ""


def test_standing_names_who_stated_it() -> None:
    assert wording.standing(UNION, FACT_BASE) == "26 December 2014, stated by Erlan Idrissov"
    loose = msgspec.structs.replace(UNION, attributed_to="local experts")
    assert wording.standing(loose, FACT_BASE) == "26 December 2014, stated by local experts"
