from __future__ import annotations

from datetime import date

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
