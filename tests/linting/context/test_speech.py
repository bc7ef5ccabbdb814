"""Who speaks in a sentence."""

from __future__ import annotations

import pytest

from kzfacts.linting.context.speech import closes_quotation, opens_quotation
from linting.context.drafts import paragraph


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Erlan Idrissov said that it rained.", "Erlan Idrissov"),
        ("It rained, Erlan Idrissov added.", "Erlan Idrissov"),
        ("“It rained,” said Erlan Idrissov.", "Erlan Idrissov"),
        ("According to Erlan Idrissov, it rained.", "Erlan Idrissov"),
        ("Erlan Idrissov went to Berlin.", ""),
    ],
)
def test_the_speaker_is_who_stands_by_a_verb_of_saying(text: str, speaker: str) -> None:
    assert paragraph(text)[0].speaker == speaker


def test_quotations_that_go_over_sentences() -> None:
    assert opens_quotation("“We came.")
    assert not opens_quotation("“We came,” he said.")
    assert closes_quotation("We saw,” he said.")
    assert opens_quotation('"We came.')
    assert closes_quotation('We saw," he said.')
