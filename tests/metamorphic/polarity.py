"""The main verb denied, or its denial taken away: never supported."""

from __future__ import annotations

import re
from random import Random

from metamorphic.model import Sentence
from metamorphic.text import lowered, put, put_all
from metamorphic.verbs import main_verb, past
from metamorphic.world import World

_NEGATIVE = re.compile(r"\b(?:not|no|never|neither|nor|none|nobody|without|failed|refused|little|hardly|n't)\b", re.I)
_DENIED_PAST = re.compile(r"\bdid not (?:yet )?(?P<base>[a-z]+)\b")
_DENIED = re.compile(r"\b(?P<aux>was|were|is|are|has|have|had|would|will|may|could) not\b")


def denied(sentence: Sentence, world: World, random: Random) -> str | None:
    """Deny the main verb: "was" becomes "was not", "signed" "did not sign"."""
    verb = main_verb(sentence.text, world)
    if verb is None or _NEGATIVE.search(sentence.text) or sentence.fact.id in world.disputed:
        return None
    new = f"did not {verb.base}" if verb.base else f"{verb.text} not"
    return put(sentence.text, verb.start, verb.end, new)


def never(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put "never" to the main verb."""
    verb = main_verb(sentence.text, world)
    if verb is None or _NEGATIVE.search(sentence.text) or sentence.fact.id in world.disputed:
        return None
    return put(sentence.text, verb.start, verb.end, f"never {verb.text}" if verb.base else f"{verb.text} never")


def called_untrue(sentence: Sentence, world: World, random: Random) -> str | None:
    """Call the whole sentence untrue."""
    if sentence.fact.id in world.disputed or sentence.text.startswith("According to"):
        return None
    frame = random.choice(("It is not true that {}", "It is false that {}", "It is not the case that {}"))
    return frame.format(lowered(sentence.text, world))


def affirmed(sentence: Sentence, world: World, random: Random) -> str | None:
    """Take the only denial in a sentence away: "did not mention" becomes "mentioned"."""
    if len(_NEGATIVE.findall(sentence.text)) != 1:
        return None
    if (match := _DENIED_PAST.search(sentence.text)) is not None:
        return put_all(sentence.text, [(*match.span(), past(match["base"]))])
    if (match := _DENIED.search(sentence.text)) is not None:
        return put_all(sentence.text, [(*match.span(), match["aux"])])
    return None
