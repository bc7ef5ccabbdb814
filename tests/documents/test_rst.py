from __future__ import annotations

from datetime import date

import pytest

from documents.sample import draft, sentences, strays, under

REPORT = """\
Title
=====

:Date: 8 December 2014

It was \\*not\\* a *very
good* day for |country| and :ref:`the visit <visit>`, `so they say`__. He came [1]_ to Astana\\ 's
gate.

__ https://x.y

.. |country| replace:: the host

.. kzfacts-ignore-next some-id -- reason
   goes on
.. Another comment. It is not shown.

.. note::

   A note.

Code::

    Not shown. One

+-----------+-----------------+
| Place     | What happened   |
+===========+=================+
| Astana    | Two talks about |
| city      | the *bank* deal |
+-----------+-----------------+
| Almaty    | One             |
+-----------+-----------------+

.. list-table:: Table of visits
   :header-rows: 1

   * - Who
     - When
   * - Modi
     - July 2015

Term
   Its meaning here.

1. One item:

   - Nested
2. Second

Back.

   A quotation.

   -- A Person

.. [1] He came twice.

.. figure:: a.png

   The guard stood.

.. toctree::

   a
"""


def test_what_a_reader_sees_is_read() -> None:
    document = draft(REPORT, "rst")
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("heading", "Title"),
        (
            "paragraph",
            "It was *not* a very good day for the host and the visit, so they say. He came to Astana's gate.",
        ),
        ("paragraph", "A note."),
        ("paragraph", "Code:"),
        ("row", "Astana city | Two talks about the bank deal"),
        ("row", "Almaty | One"),
        ("caption", "Table of visits"),
        ("row", "Modi | July 2015"),
        ("label", "Term"),
        ("item", "Its meaning here."),
        ("item", "One item:"),
        ("item", "Nested"),
        ("item", "Second"),
        ("paragraph", "Back."),
        ("quote", "A quotation."),
        ("label", "A Person"),
        ("paragraph", "He came twice."),
        ("caption", "The guard stood."),
    ]
    assert document.dated == date(2014, 12, 8)


def test_places_are_found_again() -> None:
    document = draft(REPORT, "rst")
    first, second = document.sentences[:2]
    assert (first.region.line, first.region.column) == (6, 1)
    assert under(document, first, "very good") == "very\ngood"
    assert under(document, first, "the host") == "|country|"
    assert under(document, first, "the visit") == "the visit"
    assert under(document, first, "so they say") == "so they say"
    assert under(document, second, "Astana's") == "Astana\\ 's"
    odd = [seen for seen, _ in strays(document) if seen not in " |"]
    assert "".join(odd) == "thehost"


def test_rows_know_their_columns_and_caption() -> None:
    blocks = draft(REPORT, "rst").blocks
    assert (blocks[4].header, blocks[4].cells) == (
        ("Place", "What happened"),
        ("Astana city", "Two talks about the bank deal"),
    )
    assert (blocks[7].header, blocks[7].caption) == (("Who", "When"), "Table of visits")
    assert blocks[9].lead_in == "Term"
    assert blocks[11].lead_in == "One item:"


def test_remarks_are_comments_to_kzfacts() -> None:
    (remark,) = draft(REPORT, "rst").remarks
    assert remark.text == "kzfacts-ignore-next some-id -- reason\ngoes on"
    assert (remark.region.line, remark.region.column, remark.block) == (14, 4, 2)


def test_nothing_outside_the_file_is_read() -> None:
    text = "One.\n\n.. include:: /etc/passwd\n\n.. raw:: html\n\n   <p>No.</p>\n\n"
    text += ".. csv-table::\n   :file: /etc/passwd\n\nTwo.\n"
    assert sentences(draft(text, "rst")) == ["One.", "Two."]


def test_a_very_long_paragraph_is_read_in_pieces() -> None:
    document = draft("He met **Abe** in *Tokyo* then. " * 4000, "rst")
    assert set(sentences(document)) == {"He met Abe in Tokyo then."}
    assert len(document.sentences) == 4000
    assert strays(document) == []


@pytest.mark.parametrize("mark", [".. ", ".."])
def test_a_remark_that_docutils_takes_for_text_is_at_fault(mark: str) -> None:
    (remark,) = draft(f"It rains.\n{mark}kzfacts-off a -- b\nIt snows.\n", "rst").remarks
    assert (remark.text, remark.region.line, remark.region.column) == ("kzfacts-off", 2, 1)
    assert remark.fault.startswith("this remark is text and does not act; write an empty line before it")


def test_a_remark_shown_as_code_is_at_no_fault() -> None:
    assert draft("So::\n\n   It rains.\n   .. kzfacts-off a -- b\n", "rst").remarks == ()
