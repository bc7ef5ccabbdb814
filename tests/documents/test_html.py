from __future__ import annotations

from datetime import date

import pytest

from documents.sample import draft, sentences, strays, under
from kzfacts.documents import Region


def test_places_go_through_tags_and_entities() -> None:
    document = draft(
        "<p>On 5&nbsp;December <b>Fran&ccedil;ois</b>\n  came&#8217;s &hellip; to A&T &amp; <q>it</q>.</p>", "html"
    )
    (sentence,) = document.sentences
    assert sentence.text == "On 5 December François came’s … to A&T & “it”."
    assert under(document, sentence, "5 December") == "5&nbsp;December"
    assert under(document, sentence, "François") == "Fran&ccedil;ois"
    assert under(document, sentence, "’") == "&#8217;"
    assert under(document, sentence, "A&T & ") == "A&T &amp; "
    assert under(document, sentence, "it") == "it"
    assert (sentence.region.line, sentence.region.column, sentence.region.end_line) == (1, 4, 2)


def test_a_region_that_ends_in_an_entity_ends_after_it() -> None:
    document = draft("<p>He left&period;</p>", "html")
    assert document.sentences[0].region.end_column == 19


def test_what_stands_around_the_article_is_left_out() -> None:
    page = """<!DOCTYPE html><title>A. B.</title><style>p { }</style><script>var a = "<p>It fell.</p>";</script>
<header><p>Site name.</p></header><nav><ul><li>Home.</ul></nav>
<div class="cookie-banner"><p>We use cookies.</p></div>
<div role="dialog"><p>Subscribe now.</p></div><p hidden>Not shown.</p><p style="display: none">Nor this.</p>
<p>It rained.</p><form><p>Your name.</p><button>Send it.</button></form><noscript>No script.</noscript>
<pre>Code. More.</pre><p>See <del>the old </del>the note<sup><a href="#1">1</a></sup> on 5 km<sup>2</sup>.</p>
<aside><p>Read also.</p></aside><footer><p>All rights reserved.</p></footer>"""
    assert sentences(draft(page, "html")) == ["It rained.", "See the note on 5 km2."]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Menu.</p><main><p>It rained.</p></main><p>More.</p>", ["It rained."]),
        ("<p>Menu.</p><article><p>It rained for long.</p></article><p>More.</p>", ["It rained for long."]),
        ("<main><article><p>It rained and rained.</p></article><p>Next.</p></main>", ["It rained and rained."]),
        (
            "<main><p>It rained and rained.</p><article><p>Next.</p></article></main>",
            ["It rained and rained.", "Next."],
        ),
        (
            "<article><p>One.</p></article><article><p>Two.</p></article><article>Six.</article>",
            ["One.", "Two.", "Six."],
        ),
        ("<div role=main><p>It rained.</p></div><p>Menu.</p>", ["It rained."]),
    ],
)
def test_the_article_is_found(page: str, expected: list[str]) -> None:
    assert sentences(draft(page, "html")) == expected


def test_elements_without_end_tags_are_read_as_browsers_do() -> None:
    document = draft(
        "<h1>A<h2>B</h2><p>One.<p>Two.<ul><li>three<li>four</ul>Five.<br>Six.<table><tr><td>a<td>b<tr><td>c", "html"
    )
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("heading", "A"),
        ("heading", "B"),
        ("paragraph", "One."),
        ("paragraph", "Two."),
        ("item", "three"),
        ("item", "four"),
        ("paragraph", "Five. Six."),
        ("row", "a | b"),
        ("row", "c"),
    ]


@pytest.mark.parametrize(
    ("span", "header"),
    [
        ("1", ("A", "B", "")),
        ("2", ("A", "A", "B")),
        ("two", ("A", "B", "")),
        ("²", ("A", "B", "")),
        ("9" * 5000, ("A", "A", "A")),
    ],
)
def test_the_span_of_a_cell_may_be_anything(span: str, header: tuple[str, ...]) -> None:
    page = f"<table><thead><tr><th colspan='{span}'>A<th>B</thead><tr><td>a<td>b<td>c</table>"
    (row,) = draft(page, "html").blocks
    assert (row.text, row.header) == ("a | b | c", header)


def test_tables_lists_quotations_and_captions() -> None:
    page = """<article><h2>Year</h2><p>Visits:</p><ol><li><p>One.</p><p>Two.</p></ol><dl><dt>EXPO<dd>115 countries</dl>
<table><caption>Numbers</caption><thead><tr><th>What<th>How <i>much</i></thead>
<tr><th>Line<td><p>700</p><p>km</p></table>
<blockquote><p>We want peace.</p><footer>The minister</footer></blockquote>
<figure><img alt="No."><figcaption>The guard stood.</figcaption></figure></article>"""
    document = draft(page, "html")
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("heading", "Year"),
        ("paragraph", "Visits:"),
        ("item", "One."),
        ("item", "Two."),
        ("label", "EXPO"),
        ("item", "115 countries"),
        ("caption", "Numbers"),
        ("row", "Line | 700 km"),
        ("quote", "We want peace."),
        ("caption", "The guard stood."),
    ]
    assert [block.lead_in for block in document.blocks if block.kind == "item"] == ["Visits:", "Visits:", "EXPO"]
    row = document.blocks[7]
    assert (row.header, row.caption, row.cells) == (("What", "How much"), "Numbers", ("Line", "700 km"))
    assert "The guard stood." in sentences(document)
    assert "Numbers" not in sentences(document)
    assert [seen for seen, _ in strays(document) if seen not in " |"] == []


@pytest.mark.parametrize(
    ("page", "dated"),
    [
        ('<meta property="article:published_time" content="2014-12-08T07:30:00+06:00"><time datetime="2013-01-01">', 8),
        ('<meta name="date" content="2014-12-09"><p>A.', 9),
        ('<script type="application/ld+json">{"datePublished": "2014-12-10"}</script><p>A.', 10),
        ('<article><time datetime="2014-12-11T00:00">today</time><p>A.</article>', 11),
        ('<p class="dateline">ASTANA, 12 December 2014</p><p>A.</p>', 12),
        ("<p>ASTANA, Dec 13, 2014 (Reuters) &mdash; It rained.</p>", 13),
    ],
)
def test_pages_are_dated(page: str, dated: int) -> None:
    assert draft(page, "html").dated == date(2014, 12, dated)


def test_a_byline_is_a_label() -> None:
    document = draft('<p class="byline">By our man</p><p>By A Person</p><p>It rained.</p>', "html")
    assert [block.kind for block in document.blocks] == ["label", "label", "paragraph"]


def test_remarks_are_kept_with_their_place() -> None:
    page = "<p>One.</p>\n<!-- kzfacts-ignore-next a -- b -->\n<p>Two <!-- kzfacts-x -->three.</p><!-- no -->"
    document = draft(page, "html")
    assert [(remark.text, remark.block) for remark in document.remarks] == [
        ("kzfacts-ignore-next a -- b", 1),
        ("kzfacts-x", 1),
    ]
    assert document.remarks[0].region == Region(2, 1, 2, 36)


@pytest.mark.parametrize(
    "page", ["<![if x]><p>A.</p>", "<p>A.</p><!-- open", "<p>A.</p></div></p>", "<p>A.</p><", "<?php x ?><p>A.</p>"]
)
def test_bad_markup_is_no_error(page: str) -> None:
    assert sentences(draft(page, "html"))[0] == "A."
