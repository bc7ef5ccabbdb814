"""An unrelated detail added: neither supported nor contradicted, for the record is silent on it."""

from __future__ import annotations

import re
from random import Random

from metamorphic.model import Sentence, Transform
from metamorphic.text import lowered, put, without_stop
from metamorphic.verbs import main_verb
from metamorphic.world import World

CLAUSES = (
    ", and a chocolate factory sponsored the flowers",
    ", and the guests were given hand-woven carpets",
    ", while a violinist played in the garden",
    ", and two penguins escaped from the local zoo",
    ", which a stamp collector celebrated with a parade",
)
CIRCUMSTANCES = (
    " over a dinner of roasted pheasant",
    " with a brass band playing outside",
    " in heavy fog",
    " to the sound of church bells",
    " wearing a borrowed raincoat",
)
REASONS = (
    " because of a quarrel over fishing quotas",
    " because the harvest of cotton had failed",
    " in order to please the beekeepers",
    " owing to a strike of airport cleaners",
)
PEOPLE = (
    " together with Leopold Varga",
    " in the presence of Ingrid Halvorsen",
    " alongside the tenor Anselm Riedl",
    " at the request of Beatrice Okonjo",
)
FIGURES = (
    ", watched by 437 photographers",
    ", at a cost of 913,000 Swiss francs",
    ", for which 67 horses were hired",
    ", followed by a concert of 59 choirs",
)
ADVERBS = ("reluctantly", "secretly", "drunkenly", "cheerfully")


_PARTICIPLE = re.compile(r" [a-z]+ed\b| (?:made|given|held|built|taken|sent|set up|brought|led|drawn)\b")
"""What follows an auxiliary that is no copula."""


def _appended(details: tuple[str, ...]) -> Transform:
    def transform(sentence: Sentence, world: World, random: Random) -> str | None:
        return f"{without_stop(sentence.text)}{random.choice(details)}."

    return transform


added_clause = _appended(CLAUSES)
added_circumstance = _appended(CIRCUMSTANCES)
added_reason = _appended(REASONS)
added_person = _appended(PEOPLE)
added_figure = _appended(FIGURES)


def added_adverb(sentence: Sentence, world: World, random: Random) -> str | None:
    """Say how it was done, before the main verb or after the auxiliary."""
    verb = main_verb(sentence.text, world)
    if verb is None or (not verb.base and not _PARTICIPLE.match(sentence.text, verb.end)):
        return None
    adverb = random.choice(ADVERBS)
    new = f"{adverb} {verb.text}" if verb.base else f"{verb.text} {adverb}"
    return put(sentence.text, verb.start, verb.end, new)


def framed(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put words in front that say nothing."""
    frame = random.choice(("In fact, {}", "Indeed, {}", "However, {}", "As is well known, {}", "Of course, {}"))
    return frame.format(lowered(sentence.text, world))
