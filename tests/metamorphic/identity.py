"""A wording of a fact as it stands."""

from __future__ import annotations

from random import Random

from metamorphic.model import Sentence
from metamorphic.world import World


def itself(sentence: Sentence, world: World, random: Random) -> str | None:
    """Return the sentence as it is."""
    return sentence.text
