"""Sentences of a draft written out with what the ones before them tell."""

from __future__ import annotations

from datetime import date

import pytest

from kzfacts.documents.model import Block
from kzfacts.linting.context import read_in_context
from linting.context.drafts import DAY, checker, draft, paragraph, written

IDRISSOV = "Erlan Idrissov spoke to the press."
KARIMOV = "Islam Karimov came to Astana in November 2014."


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        (IDRISSOV, "He praised the talks.", "Erlan Idrissov praised the talks."),
        (IDRISSOV, "His speech was short.", "Erlan Idrissov's speech was short."),
        (IDRISSOV, "Few believed him.", "Few believed Erlan Idrissov."),
        (IDRISSOV, "The minister left early.", "Erlan Idrissov left early."),
        (IDRISSOV, "The ministry was pleased.", "Kazakhstan's foreign ministry was pleased."),
        (IDRISSOV, "He loves his country.", "Erlan Idrissov loves Kazakhstan."),
        (KARIMOV, "The two leaders met.", "Islam Karimov and Nursultan Nazarbayev met."),
        (KARIMOV, "They talked for hours.", "Islam Karimov and Nursultan Nazarbayev talked for hours."),
        (KARIMOV, "His host was glad.", "Nursultan Nazarbayev was glad."),
        (KARIMOV, "He went to Almaty the following month.", "Islam Karimov went to Almaty in December 2014."),
        (
            "The Eurasian Economic Union was founded in 2014.",
            "The bloc has five members.",
            "The Eurasian Economic Union has five members.",
        ),
        (
            "Kazakhstan is running for a seat on the Security Council.",
            "Many states back the bid.",
            "Many states back Kazakhstan's bid.",
        ),
    ],
)
def test_words_that_lean_on_the_sentence_before_are_written_out(before: str, text: str, expected: str) -> None:
    assert written(before, text) == expected


@pytest.mark.parametrize(
    ("before", "text", "word"),
    [
        ("The meeting of Nursultan Nazarbayev and Vladimir Putin was long.", "He was tired.", "he"),
        (IDRISSOV, "She said nothing.", "she"),
        (IDRISSOV, "The first of these was short.", "The first"),
        ("Farmers were worried.", "The treaty helps nobody.", "The treaty"),
        ("Farmers were worried.", "The two leaders met.", "two leaders"),
        ("Farmers were worried.", "That month it rained.", "That month"),
    ],
)
def test_what_is_not_plain_is_left_alone_and_named(before: str, text: str, word: str) -> None:
    statement = paragraph(before, text)[-1]
    assert word in statement.unclear
    assert statement.text.startswith(text[:3])


def test_another_countrys_ministry_is_never_the_records() -> None:
    first = "Sweden's foreign minister, Margot Wallström, spoke in Stockholm."
    for text in ("The ministry held 80 briefings.", "She made 8 visits abroad.", "The government held 80 briefings."):
        statement = paragraph(first, text)[-1]
        assert "Kazakhstan" not in statement.text
        assert "Sweden" in statement.text or "Wallström" in statement.text
        assert statement.unclear, "a draft about another country is never judged by what it leaves unsaid"


def test_every_character_knows_where_it_comes_from() -> None:
    statement = paragraph(KARIMOV, "By contrast, he saw ten towns the following month.")[-1]
    assert statement.text == "Islam Karimov saw ten towns in December 2014."
    start = statement.text.index("ten towns")
    origin = statement.origins[start]
    assert origin is not None
    assert statement.sentence.text[origin : origin + len("ten towns")] == "ten towns"
    assert statement.origins[: len("Islam Karimov")] == (None,) * len("Islam Karimov")
    assert len(statement.origins) == len(statement.text)


def test_a_name_in_the_sentence_itself_needs_no_other() -> None:
    text = "Nursultan Nazarbayev said he was content."
    assert written(IDRISSOV, text) == text


def test_a_heading_ends_what_pronouns_reach() -> None:
    blocks = (Block("paragraph", IDRISSOV, 0, ("One",)), Block("paragraph", "He smiled.", 1, ("Two",)))
    statements = read_in_context(draft(*blocks), checker().vocabulary, None)
    assert statements[-1].unclear == ("he",)


def test_the_day_given_counts_and_else_the_drafts_own() -> None:
    text = ("Erlan Idrissov met the prime minister of Kazakhstan.", "He said that the prime minister was late.")
    document = draft(Block("paragraph", " ".join(text), 0), sentences=[text], dated=date(2015, 3, 5))
    read_in_context(document, checker().vocabulary, None)
    two_leaders = ("Islam Karimov came to Astana.", "The two leaders met.")
    later = draft(Block("paragraph", " ".join(two_leaders), 0), sentences=[two_leaders], dated=DAY)
    assert "Nazarbayev" in read_in_context(later, checker().vocabulary, None)[-1].text
    assert "Nazarbayev" not in read_in_context(later, checker().vocabulary, date(2021, 5, 1))[-1].text


def test_a_post_is_that_of_its_holder_at_the_time_of_the_story() -> None:
    text = (KARIMOV, "The Kazakh president praised his visitor.", "The two leaders met again.")
    document = draft(Block("paragraph", " ".join(text), 0), sentences=[text], dated=date(2021, 5, 1))
    told = [statement.text for statement in read_in_context(document, checker().vocabulary, None)]
    assert told[-1] == "Nursultan Nazarbayev and Islam Karimov met again."


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("The OSCE met in Astana.", "The organisation was content.", "The OSCE was content."),
        (
            "Tokayev became foreign minister in 1994. His predecessor, Kanat Saudabayev, had not lasted.",
            "He smiled.",
            "Kassym-Jomart Tokayev smiled.",
        ),
        ("Pope Francis came.", "The pontiff spoke.", "Pope Francis spoke."),
        (KARIMOV, "He had been there twice.", "Islam Karimov had been in Astana twice."),
        ("Idrissov flew to Japan.", "He went there four times.", "Erlan Idrissov went to Japan four times."),
        ("Idrissov flew to Japan.", "He spoke in the capital.", "Erlan Idrissov spoke in Japan's capital."),
        ("The Astana Process began in 2017.", "The process went on.", "The Astana Process went on."),
        ("EXPO 2017 was in Astana.", "The exhibition was a success.", "EXPO 2017 was a success."),
        ("Idrissov met Lavrov.", "The second meeting was short.", "The second meeting was short."),
    ],
)
def test_a_short_form_is_what_was_named_last(before: str, text: str, expected: str) -> None:
    assert written(before, text) == expected


def test_what_a_heading_names_is_what_its_section_is_about() -> None:
    blocks = (Block("paragraph", "It opened in June.", 0, ("The fair", "EXPO 2017")),)
    assert read_in_context(draft(*blocks), checker().vocabulary, None)[-1].text.startswith("EXPO 2017 opened in June")


def test_a_block_quotation_is_its_speakers() -> None:
    blocks = (
        Block("paragraph", "Erlan Idrissov put it like this:", 0),
        Block("quote", "The union is founded on equality.", 1),
    )
    statement = read_in_context(draft(*blocks), checker().vocabulary, None)[-1]
    assert statement.speaker == "Erlan Idrissov"
    assert statement.text.startswith("Erlan Idrissov said that ")


def test_a_quotation_that_nobody_is_named_for_is_unclear() -> None:
    blocks = (Block("paragraph", "Rain fell.", 0), Block("quote", "Kazakhstan is our friend.", 1))
    assert "the speaker" in read_in_context(draft(*blocks), checker().vocabulary, None)[-1].unclear


def test_a_quotation_over_two_sentences_is_its_speakers() -> None:
    first, last = paragraph("“We held 80 briefings.", "We are proud,” Erlan Idrissov said.")
    assert first.speaker == last.speaker == "Erlan Idrissov"


def test_lists_and_tables_take_what_stands_above_them() -> None:
    headings = ("The year", "The ministry's output")
    blocks = (
        Block("paragraph", IDRISSOV, 0, headings[:1]),
        Block("item", "80 briefings", 1, headings, lead_in="Events in 2014:", group=1, depth=1),
        Block(
            "row",
            "Seminars | 12",
            2,
            headings,
            caption="Table 2. Events of Kazakhstan's embassies in 2013",
            header=("Kind", "Number"),
            cells=("Seminars", "12"),
            group=2,
        ),
    )
    _, item, row = read_in_context(draft(*blocks), checker().vocabulary, None)
    assert item.text == "Kazakhstan's foreign ministry: 80 briefings in 2014"
    assert row.text == "Kazakhstan's embassies in 2013: 12 Seminars"
    assert [row.sentence.text[place] for place in row.origins if place is not None] == list("12Seminars")


def test_a_lead_in_is_nothing_to_check() -> None:
    lead = "Kazakhstan's trade in 2013, by partner:"
    blocks = (
        Block("paragraph", lead, 0),
        Block("item", "China: 28.6 billion dollars", 1, lead_in=lead, group=1, depth=1),
    )
    first, item = read_in_context(draft(*blocks), checker().vocabulary, None)
    assert first.unchecked == "fragment"
    assert item.text == "Kazakhstan's trade in 2013 with China was 28.6 billion dollars"
