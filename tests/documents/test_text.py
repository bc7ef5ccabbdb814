from __future__ import annotations

from datetime import date

import msgspec
import pytest

from documents.sample import draft, sentences, strays, under

WIRE = """\
UPDATE 2-KAZAKHSTAN-RAIN/ASTANA (PIX)

Rain falls on the capital

By A Correspondent

ASTANA, Dec 26, 2014 (Reuters) - It rained in
Astana. "It poured," a waiter
said.

WHAT NEXT?

The week's plans:
- 80 briefings
- a talk in
  Rome

It went on. And on.

(Reporting by A Person; Editing by B Person)

###

Notes to editors. They are no part of it.
"""


def test_a_wire_story_is_taken_apart() -> None:
    document = draft(WIRE, "text")
    assert [(block.kind, block.text) for block in document.blocks[:8]] == [
        ("label", "UPDATE 2-KAZAKHSTAN-RAIN/ASTANA (PIX)"),
        ("heading", "Rain falls on the capital"),
        ("label", "By A Correspondent"),
        ("paragraph", 'It rained in Astana. "It poured," a waiter said.'),
        ("heading", "WHAT NEXT?"),
        ("paragraph", "The week's plans:"),
        ("item", "80 briefings"),
        ("item", "a talk in Rome"),
    ]
    assert document.blocks[3].dateline == "ASTANA, Dec 26, 2014 (Reuters)"
    assert document.blocks[6].lead_in == "The week's plans:"
    assert document.dated == date(2014, 12, 26)
    assert sentences(document)[-2:] == ["It went on.", "And on."]
    assert document.blocks[-1].kind == document.blocks[-2].kind == "label"
    assert strays(document) == []


def test_wrapped_lines_are_joined_and_their_places_kept() -> None:
    document = draft(WIRE, "text")
    first = document.sentences[0]
    assert first.text == "It rained in Astana."
    assert (first.region.line, first.region.column, first.region.end_line, first.region.end_column) == (7, 34, 8, 8)
    assert under(document, first, "in Astana") == "in\nAstana"


@pytest.mark.parametrize("mark", ["(ends)", "###", "-30-", "ENDS", "-0-", "--END--"])
def test_nothing_after_the_end_is_the_article(mark: str) -> None:
    assert sentences(draft(f"It rained.\n{mark}\nFor pictures, call us.\n", "text")) == ["It rained."]


@pytest.mark.parametrize(
    "dateline",
    [
        "ASTANA, Dec 26 (Reuters) - ",
        "ASTANA (Reuters) - ",
        "ASTANA, Kazakhstan (AP) — ",
        "ASTANA, 26 December -- ",
        "NUR-SULTAN/BRUSSELS, Sept. 3 (Steppe News) -- ",
        "ASTANA. KAZINFORM - ",
        "ASTANA. December 26. KAZINFORM /A Person/ - ",
        "Astana, December 26 – ",
    ],
)
def test_datelines_are_known(dateline: str) -> None:
    document = draft(f"{dateline}It rained. It poured.", "text")
    assert sentences(document) == ["It rained.", "It poured."]
    assert document.blocks[0].dateline == dateline.strip(" -–—")


@pytest.mark.parametrize(
    "text", ["OSCE - the club - met.", "Kazakhstan (the host) - met.", "In 2014, Dec 26 - it rained."]
)
def test_what_only_looks_like_a_dateline_stays(text: str) -> None:
    assert sentences(draft(text, "text")) == [text]


def test_paragraphs_may_be_long_lines_or_begin_with_an_indent() -> None:
    line = "It rained " + "and rained " * 12 + "on."
    assert [block.text for block in draft(f"{line}\n{line}\n", "text").blocks] == [line, line]
    blocks = draft("  It rained in\nAstana.\n  It poured\nthere.\n", "text").blocks
    assert [block.text for block in blocks] == ["It rained in Astana.", "It poured there."]


def test_a_wrapped_line_that_begins_with_a_dash_or_number_is_no_item() -> None:
    assert sentences(draft("They came in\n2014. Then\n- it seems - left.\n", "text")) == [
        "They came in 2014.",
        "Then - it seems - left.",
    ]


def test_quoted_lines_and_remarks() -> None:
    document = draft("> We want\n> peace.\n\n<!-- kzfacts-ignore-next a -- b -->\nIt rained.\n", "text")
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("quote", "We want peace."),
        ("paragraph", "It rained."),
    ]
    assert [(remark.text, remark.block) for remark in document.remarks] == [("kzfacts-ignore-next a -- b", 1)]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("\n\n.. kzfacts-off a -- b\n\n", (3, 1, 3, 22)),
        ("\n.. kzfacts-off a -- b\n", (2, 1, 2, 22)),
        ("\n  .. kzfacts-off a --\n     b\n", (2, 3, 3, 7)),
        ("\n<!-- kzfacts-off a -- b -->\n", (2, 1, 2, 28)),
        ("\n<!-- kzfacts-off a\n-- b -->\n", (2, 1, 3, 9)),
        (" <!-- kzfacts-off a -- b --> ", (1, 11, 1, 38)),
    ],
)
def test_a_remark_is_never_read_as_prose(written: str, place: tuple[int, ...]) -> None:
    """Between HTML's marks it may stand anywhere, after two dots on lines of its own, set off or not."""
    document = draft(f"It rains.{written}It snows.\n", "text")
    assert sentences(document) == ["It rains.", "It snows."]
    (remark,) = document.remarks
    assert (" ".join(remark.text.split()), remark.fault) == ("kzfacts-off a -- b", "")
    assert msgspec.structs.astuple(remark.region) == place


def test_what_stands_around_a_remark_keeps_its_place() -> None:
    document = draft("It rains. <!-- kzfacts-on --> It snows.\n", "text")
    assert [sentence.region.column for sentence in document.sentences] == [1, 31]


def test_a_remark_without_an_end_is_no_prose_and_at_fault() -> None:
    document = draft("It rains.\n<!-- kzfacts-off a -- b\nIt snows.\n\nIt hails.\n", "text")
    assert sentences(document) == ["It rains.", "It hails."]
    assert [remark.fault for remark in document.remarks] == [
        "the remark does not end and does not act; write --> behind it"
    ]


def test_two_dots_before_anything_else_are_prose() -> None:
    document = draft("It rains.\n.. and kzfacts-off is a word.\n", "text")
    assert document.remarks == ()
    assert "kzfacts-off" in document.blocks[-1].text
