from __future__ import annotations

import time

import pytest

from kzfacts.documents.sentences import cut


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in cut(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Nazarbayev went to Berlin.", "He met Merkel."],
        ["Was it signed?", "Yes!", "It was."],
        ["Mr. Idrissov met K. Tokayev on Dec. 26.", "The U.S. officials left.", "He lives in the U.S.", "The end."],
        ["It was visit No. 5 of the year.", "See p. 5 of the report."],
        ["It began at 5 p.m. Astana time.", "It ended well after 6 p.m.", "Kazakhstan won."],
        ["At 6 p.m. Nazarbayev spoke."],
        ['"We will go."', "He left."],
        ['"Who pays?" Idrissov asked.', '"Who pays?"', "No one knew."],
        ["“We shall speak,” the minister said.", "“It is late.”", "He left."],
        ["Trade rose 3.5 percent...", "Then it fell."],
        ["It grew… but by less than planned."],
        ["They met in 2014.", "65 states agreed."],
        ["(It was late.)", "She left.", "He came.[1]", "She stayed."],
        ["Steppe Ltd., a firm in Nur-Sultan, paid $4 billion.", "It was too much."],
        ["Steppe Inc. said so.", "It is a firm like Steppe Inc.", "The firm paid."],
        ["George W. Bush and J.K. Rowling met Gen. Kim in St. Petersburg."],
        ["1. A summit was held in Sendai.", "Another is to come."],
        ["Он приехал в Астану.", "Встреча прошла хорошо."],
        ["Talks on e.g. Astana etc. were held."],
        ["no stop at the end"],
    ],
)
def test_text_is_cut_into_sentences(sentences: list[str]) -> None:
    assert parts(" ".join(sentences)) == sentences


def test_nothing_is_no_sentence() -> None:
    assert parts("") == []
    assert parts("...") == ["..."]


@pytest.mark.parametrize("unit", [".", "?!", '"', "U.S.", "a. ", ". ", "word ", '." "'])
def test_time_does_not_explode_with_length(unit: str) -> None:
    started = time.perf_counter()
    cut(unit * 100_000)
    assert time.perf_counter() - started < 30
