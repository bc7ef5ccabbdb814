from __future__ import annotations

from datetime import date

import pytest

from documents.sample import draft, sentences, strays, under
from kzfacts.documents import DocumentError


def test_places_go_through_bold_links_entities_and_wrapped_lines() -> None:
    document = draft(
        "# A\n\nIn **Nur-\nSultan** the [two *leaders*](http://x.y 'b') of A&amp;B met 5\\* times.\n", "markdown"
    )
    (sentence,) = document.sentences
    assert sentence.text == "In Nur- Sultan the two leaders of A&B met 5* times."
    assert under(document, sentence, "Nur- Sultan") == "Nur-\nSultan"
    assert under(document, sentence, "leaders") == "leaders"
    assert under(document, sentence, "A&B") == "A&amp;B"
    assert under(document, sentence, "&") == "&amp;"
    assert under(document, sentence, "5*") == "5\\*"
    assert under(document, sentence, "times.") == "times."


def test_what_is_not_the_article_is_left_out() -> None:
    text = """\
---
title: The title. It has sentences.
date: 2014-12-08
---
It rained![A picture. With words.](a.png) on the ~~old~~ new bridge. <i>It</i> <script>Hollande fell.</script>stopped.

    A code block. It is code.

```
A fence. It is code.
```

<!-- A comment. -->
<script>
Hollande fell.
</script>
"""
    document = draft(text, "markdown")
    assert sentences(document) == ["It rained on the new bridge.", "It stopped."]
    assert document.dated == date(2014, 12, 8)


def test_headings_lists_and_lead_ins_are_the_context_of_items() -> None:
    text = "# Year\n\n## Visits\n\nThe year 2014:\n\n- 80 briefings\n- abroad\n  - Rome\n\n1. one. Two.\n\nEnd.\n"
    blocks = draft(text, "markdown").blocks
    assert [(block.kind, block.text) for block in blocks] == [
        ("heading", "Year"),
        ("heading", "Visits"),
        ("paragraph", "The year 2014:"),
        ("item", "80 briefings"),
        ("item", "abroad"),
        ("item", "Rome"),
        ("item", "one. Two."),
        ("paragraph", "End."),
    ]
    assert blocks[3].headings == ("Year", "Visits")
    assert [block.lead_in for block in blocks[3:7]] == ["The year 2014:", "The year 2014:", "abroad", ""]
    assert [block.depth for block in blocks[3:7]] == [1, 1, 2, 1]
    assert blocks[3].group == blocks[4].group != blocks[6].group
    assert [block.number for block in blocks] == list(range(8))


def test_rows_of_tables_know_header_and_caption() -> None:
    text = (
        "*Table 1. Visits*\n\n"
        "| Who \\| where | When |\n| --- | --: |\n| **Modi** | July |\n| a \\| b | July |\n|  | May |\n"
    )
    document = draft(text, "markdown")
    assert sentences(document) == ["Modi | July", "a | b | July", " | May"]
    block = document.sentences[0].block
    assert (block.cells, block.header, block.caption) == (("Modi", "July"), ("Who | where", "When"), "Table 1. Visits")
    assert [sentence.region.line for sentence in document.sentences] == [5, 6, 7]
    assert under(document, document.sentences[1], "b") == "b"
    assert under(document, document.sentences[1], "July") == "July"


def test_quotations_are_marked_and_their_author_is_a_label() -> None:
    document = draft("> We want\n> peace. Now.\n>\n> — The minister\n", "markdown")
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("quote", "We want peace. Now."),
        ("label", "— The minister"),
    ]
    assert sentences(document) == ["We want peace.", "Now."]
    assert strays(document) == []


def test_footnotes_are_sentences_of_their_own() -> None:
    document = draft("He came.[^1] She left^[In *May* 2014.] too.\n\n[^1]: By train. It\n    was late.\n", "markdown")
    assert sentences(document) == ["He came.", "She left too.", "In May 2014.", "By train.", "It was late."]
    assert strays(document) == []


def test_a_dateline_is_taken_off() -> None:
    document = draft("ASTANA, Dec 26, 2014 (Reuters) - It rained. It poured.", "markdown")
    assert sentences(document) == ["It rained.", "It poured."]
    assert document.blocks[0].dateline == "ASTANA, Dec 26, 2014 (Reuters)"
    assert document.dated == date(2014, 12, 26)
    assert document.sentences[0].region.column == 34


def test_remarks_are_comments_that_speak_to_kzfacts_and_no_code() -> None:
    text = (
        "One.\n\n<!-- kzfacts-ignore-next a-b -- why\nso -->\n\nTwo `<!-- kzfacts-off -->` "
        "three <!-- kzfacts-ignore-line a -- b --> four.\n\n```\n<!-- kzfacts-off -->\n```\n\n<!-- other -->\n"
    )
    document = draft(text, "markdown")
    assert [(remark.text, remark.region.line, remark.block) for remark in document.remarks] == [
        ("kzfacts-ignore-next a-b -- why\nso", 3, 1),
        ("kzfacts-ignore-line a -- b", 6, 1),
    ]


def test_html_in_markdown_is_read_as_html() -> None:
    document = draft("<div>\n<p>The Fran&ccedil;ois <b>visit</b>.</p>\n</div>\n\n> <p>x</p>\n\nEnd.\n", "markdown")
    assert sentences(document) == ["The François visit.", "End."]
    assert under(document, document.sentences[0], "François") == "Fran&ccedil;ois"


def test_settings_come_from_front_matter() -> None:
    assert draft("---\nkzfacts:\n  as-of: 2014\n---\nA.", "markdown").settings == {"as-of": 2014}
    assert draft("---\nkzfacts:\n  off: true\n---\nA.", "markdown").settings == {"off": True}
    assert draft("+++\ndate = 2014-12-08T10:00:00Z\n+++\nA.", "markdown").dated == date(2014, 12, 8)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("---\ntitle: a: b\n---\n", "draft.md:2:9: front matter is no YAML"),
        ("---\na: [1\n---\n", "draft.md:3:1: front matter is no YAML"),
        ("---\ndate: 2014-13-45\n---\n", "draft.md:2:1: front matter is no YAML"),
        ("+++\na = 1\nb\n+++\n", "draft.md:3:2: front matter is no TOML"),
        ("---\na: 1\nkzfacts: off\n---\n", "draft.md:3:1: front matter key 'kzfacts' is no mapping"),
    ],
)
def test_broken_front_matter_is_an_error(text: str, start: str) -> None:
    with pytest.raises(DocumentError) as caught:
        draft(text, "markdown")
    assert str(caught.value).startswith(start)


def test_a_ruler_at_the_top_is_no_front_matter() -> None:
    assert sentences(draft("---\nIt rained.\n\n---\n\nEnd.", "markdown")) == ["It rained.", "End."]
