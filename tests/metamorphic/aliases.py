"""Another name for the same one, "Kazakh" for "of Kazakhstan", with and without an abbreviation: the verdict stays."""

from __future__ import annotations

import itertools
import re
from random import Random

from rapidfuzz import fuzz

from metamorphic.model import Sentence
from metamorphic.text import put, put_all
from metamorphic.world import Mention, World

ALIKE = 60
"""How alike two spellings of a city are, at the least: 0 to 100."""
_TITLES = (
    "president|defence minister|interior minister|prime minister|foreign minister|minister|ambassador|government"
    "|parliament|foreign ministry|embassy"
)


def another_name(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put another name on record in the place of one, wherever the sentence has it."""
    text = sentence.text
    mentions = [mention for mention in world.mentions(text) if not mention.demonym and mention.entity.aliases]
    bracketed = [mention for mention in mentions if _in_brackets(text, mention)]
    mentions = [
        mention for mention in mentions if mention not in bracketed and text[mention.end : mention.end + 1] != "-"
    ]
    mentions = [mention for mention in mentions if not _named_twice(mention, mentions)]
    if not mentions:
        return None
    old = random.choice(mentions)
    names = [
        name for name in sorted({old.entity.name, *old.entity.aliases} - {old.text}) if _of_the_same_time(old, name)
    ]
    if not names:
        return None
    places = [(mention.start, mention.end) for mention in mentions if mention.text == old.text]
    new = random.choice(names)
    pieces = [(*_with_article(text, place, new), new) for place in places]
    brackets = [(mention.start - 2, mention.end + 1, "") for mention in bracketed if mention.entity.id == old.entity.id]
    return put_all(text, pieces + brackets)


def without_abbreviation(sentence: Sentence, world: World, random: Random) -> str | None:
    """Leave an abbreviation in brackets out after the full name."""
    pairs = _abbreviated(sentence, world)
    if not pairs:
        return None
    _, short = random.choice(pairs)
    return put(sentence.text, short.start - 2, short.end + 1, "")


def abbreviation_alone(sentence: Sentence, world: World, random: Random) -> str | None:
    """Leave the abbreviation alone of a full name with an abbreviation in brackets."""
    pairs = _abbreviated(sentence, world)
    if not pairs:
        return None
    full, short = random.choice(pairs)
    return put(sentence.text, full.start, short.end + 1, short.text)


def adjective_for_genitive(sentence: Sentence, world: World, random: Random) -> str | None:
    """Say "the Kazakh president" for "Kazakhstan's president" and "the president of Kazakhstan"."""
    text = sentence.text
    for mention in world.mentions(text):
        if mention.entity.kind != "country" or mention.demonym or not mention.entity.demonyms:
            continue
        adjective = mention.entity.demonyms[0]
        after = re.match(rf"'s (?=(?:{_TITLES})\b)", text[mention.end :])
        if after is not None:
            the = "The" if mention.start == 0 else "the"
            return put_all(text, [(mention.start, mention.end + len(after.group()), f"{the} {adjective} ")])
        before = re.search(rf"(?:\b(?:the|was|is|as) )({_TITLES}) of $", text[: mention.start], re.I)
        if before is not None and not text[mention.end :].startswith(("'s", " and", ",", "-")):
            return put_all(text, [(before.start(1), mention.end, f"{adjective} {before.group(1)}")])
    return None


def _abbreviated(sentence: Sentence, world: World) -> list[tuple[Mention, Mention]]:
    """Return the full names that are followed by another name of the same one in brackets, each with that."""
    mentions = world.mentions(sentence.text)
    pairs = itertools.pairwise(mentions)
    return [
        (full, short)
        for full, short in pairs
        if full.entity.id == short.entity.id and short.start == full.end + 2 and _in_brackets(sentence.text, short)
    ]


def _named_twice(mention: Mention, mentions: list[Mention]) -> bool:
    """Say whether a sentence tells of two names of the same one, as where it was renamed."""
    return any(other.entity.id == mention.entity.id and other.text != mention.text for other in mentions)


def _of_the_same_time(old: Mention, name: str) -> bool:
    """Say whether a name is that of the same days: cities were renamed, so only other spellings of theirs will do."""
    return old.entity.kind != "city" or fuzz.ratio(old.text, name) >= ALIKE


def _in_brackets(text: str, mention: Mention) -> bool:
    return text[mention.start - 1 : mention.start] == "(" and text[mention.end : mention.end + 1] == ")"


def _with_article(text: str, place: tuple[int, int], new: str) -> tuple[int, int]:
    """Return the place with the article before it, where the new name brings one of its own."""
    own = new.lower().startswith("the ") and text[: place[0]].lower().endswith("the ")
    return (place[0] - 4, place[1]) if own else place
