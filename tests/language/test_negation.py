from __future__ import annotations

import pytest

from language.sample import reading


def denied(text: str) -> list[str]:
    """Return the words of ``text`` that it denies."""
    return [unit.text for unit in reading(text).units if unit.sign < 0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nazarbayev visited Russia.", []),
        # not, never, no, without
        ("Nazarbayev did not visit Russia.", ["visit"]),
        ("Nazarbayev didn’t visit Russia.", ["visit"]),
        ("Nazarbayev cannot visit Russia.", ["visit"]),
        ("Nazarbayev never visited Russia.", ["visited"]),
        ("Nazarbayev may not visit Russia.", ["visit"]),
        ("Russia has not ratified the treaty.", ["ratified"]),
        ("The treaty was not signed.", ["signed"]),
        ("The treaty was not publicly signed.", ["signed"]),
        ("Nazarbayev is not the president.", ["president"]),
        ("No treaty was signed.", ["signed"]),
        ("No state visited Russia.", ["visited"]),
        ("Before May 2014 no state visited Russia.", ["state"]),
        ("Nazarbayev, too, sent men for the treaty.", []),
        ("Sanctions or no sanctions, Nazarbayev visited Russia.", []),
        ("Nazarbayev did not visit Russia until May 2014.", []),
        ("It took until May 2014 for Nazarbayev to visit Russia.", []),
        ("Nazarbayev signed the Nuclear Non-Proliferation Treaty and visited Russia.", []),
        ("Nazarbayev made no visits.", ["visits"]),
        ("Nobody signed the treaty.", ["signed"]),
        ("No one signed the treaty.", ["signed"]),
        ("Nazarbayev left without signing the treaty.", ["signing"]),
        ("Without visiting Russia, Nazarbayev signed the treaty.", ["visiting"]),
        ("Nazarbayev visited Russia not a single time.", ["visited"]),
        ("Not once did Nazarbayev visit Russia.", ["visit"]),
        ("At no time did Nazarbayev visit Russia.", ["visit"]),
        # verbs that deny
        ("Nazarbayev failed to visit Russia.", ["visit"]),
        ("Nazarbayev declined to sign the treaty.", ["sign"]),
        ("Nazarbayev refrained from visiting Russia.", ["visiting"]),
        # phrases that deny
        ("Russia has not yet ratified the treaty.", ["ratified"]),
        ("Russia has yet to ratify the treaty.", ["ratify"]),
        ("Nazarbayev made not a single visit.", ["visit"]),
        # two cancel
        ("Nazarbayev did not fail to visit Russia.", []),
        ("Nazarbayev never declined to sign the treaty.", []),
        ("Nazarbayev did not not visit Russia.", []),
        # neither ... nor
        ("Nazarbayev neither visited Russia nor signed the treaty.", ["visited", "signed"]),
        ("Neither Nazarbayev nor Idrissov visited Russia.", ["visited"]),
        # a denial holds for its clause
        ("Nazarbayev visited Russia but did not sign the treaty.", ["sign"]),
        ("The treaty was signed but not ratified.", ["ratified"]),
        ("Nazarbayev did not visit Russia but signed the treaty.", ["visit"]),
        ("Nazarbayev signed no treaty and made no visit.", ["treaty", "visit"]),
        ("Nazarbayev did not sign; Idrissov visited Russia.", ["sign"]),
        # names denied
        ("Nazarbayev visited Russia, not Turkey.", ["Turkey"]),
        ("Nazarbayev visited not Russia but Turkey.", ["Russia"]),
        ("Nazarbayev visited Turkey rather than Russia.", ["Russia"]),
        ("Nazarbayev visited Turkey instead of Russia.", ["Russia"]),
        ("The treaty was signed by Turkey, not by Russia.", ["Russia"]),
        ("Idrissov, not Nazarbayev, visited Russia.", ["Nazarbayev"]),
        # what looks like a denial and is none
        ("Nazarbayev not only visited Russia but signed the treaty.", []),
        ("Nazarbayev did not just visit Russia.", []),
        ("No doubt Nazarbayev visited Russia.", []),
        ("Nazarbayev made no fewer than eight visits.", []),
        ("Nazarbayev made not even 100 visits.", []),
        ("Russia signed treaty no. 144.", []),
        ("Russia signed treaty no 144.", []),
        ("Russia as member no. 162 signed the treaty.", []),
        ("Once, Nazarbayev visited Russia.", []),
        ("Nazarbayev made no more than ten visits.", []),
        # too much for it
        ("The treaty is too weak to sign.", ["sign"]),
        ("The treaty is too weak to be openly discussed.", ["discussed"]),
        ("The treaty is too weak for public discussion.", ["discussion"]),
        ("Nazarbayev visited Russia, and Turkey too.", []),
        # where the words after "not" are left out
        ("Russia signed the treaty and Turkey has not.", ["treaty"]),
        ("Russia signed, but Turkey did not.", ["Turkey"]),
        ("The treaty was signed without Russia.", ["Russia"]),
        ("Nazarbayev met neither Idrissov nor Putin.", ["met"]),
    ],
)
def test_what_a_sentence_denies(text: str, words: list[str]) -> None:
    assert denied(text) == words
    assert denied(text.rstrip(".") + "; they never omitted it.") == [*words, "omitted"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is not true that Nazarbayev visited Russia.", []),
        ("It is false that Nazarbayev visited Russia.", []),
        ("It's not the case that Nazarbayev visited Russia.", []),
        ("It is wrong to say that Nazarbayev visited Russia.", []),
        ("It is a myth that Nazarbayev never visited Russia.", ["visited"]),
    ],
)
def test_a_sentence_denied_as_a_whole_is_marked_and_read_without_the_denial(text: str, words: list[str]) -> None:
    sentence = reading(text)
    assert "denied" in sentence.marks
    assert sentence.units[0].text == "Nazarbayev"
    assert denied(text) == words


@pytest.mark.parametrize("text", ["Nazarbayev visited Russia.", "Nazarbayev did not visit Russia.", "It is true."])
def test_other_sentences_are_not_denied_as_a_whole(text: str) -> None:
    assert "denied" not in reading(text).marks
