"""Another person, country, body or city in the place of the fact's: never supported."""

from __future__ import annotations

import re
from random import Random

from kzfacts.factbase.model import Entity, EntityKind
from metamorphic.model import Sentence
from metamorphic.text import put_all
from metamorphic.world import Mention, World

INVENTED = ("Leopold Varga", "Ingrid Halvorsen", "Tomás Quiroga", "Beatrice Okonjo", "Anselm Riedl", "Maarten Dekkers")
_PLACE = re.compile(r"\b(?:in|at|to|near) $")
_OF_PLACE = re.compile(r"\b(?:visit|trip|journey|came|travelled|went|arrived|flew|moved|returned)\b[^,;]* to $")


def another_person(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put another person on record, named together with no name of the fact, in the place of one."""
    return _replace_one(sentence, world, random, "person", world.strangers(sentence.fact, "person"))


def an_invented_person(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put a name without any record in the place of a person."""
    people = [Entity(name.lower().replace(" ", "-"), name, "person") for name in INVENTED]
    return _replace_one(sentence, world, random, "person", people)


def another_country(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put a country that no fact names in the place of one, in its name and its adjective."""
    return _replace_one(sentence, world, random, "country", world.nowhere("country"))


def another_organisation(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put another body on record, named together with no name of the fact, in the place of one."""
    return _replace_one(sentence, world, random, "organisation", world.strangers(sentence.fact, "organisation"))


def another_city(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put a city that no fact names in the place of the one where it was: "in Astana", "came to Astana"."""
    text = sentence.text
    cities = [
        mention
        for mention in world.mentions(text)
        if mention.entity.kind == "city" and _says_where(text, mention.start)
    ]
    if not cities:
        return None
    city = random.choice(cities)
    choices = [other for other in world.nowhere("city") if other.capital_of not in world.named[sentence.fact.id]]
    return put_all(text, [(city.start, city.end, random.choice(choices).name)])


def _says_where(text: str, start: int) -> bool:
    before = text[:start]
    where = _PLACE.search(before)
    return where is not None and (where.group() != "to " or _OF_PLACE.search(before) is not None)


def _replace_one(
    sentence: Sentence, world: World, random: Random, kind: EntityKind, choices: list[Entity]
) -> str | None:
    """Put one of several entities in the place of one of that kind, wherever the sentence names it."""
    text = sentence.text
    mentions = world.mentions(text)
    named = sorted(
        {mention.entity.id for mention in mentions if mention.entity.kind == kind and not _in_brackets(text, mention)}
    )
    if not named or not choices:
        return None
    old = random.choice(named)
    places = [mention for mention in mentions if mention.entity.id == old]
    if any(mention.demonym for mention in places):
        choices = [entity for entity in choices if entity.demonyms]
    if not choices:
        return None
    new = random.choice(choices)
    return put_all(text, (_piece(text, mention, new) for mention in places))


def _piece(text: str, mention: Mention, new: Entity) -> tuple[int, int, str]:
    """Return what comes into the place of a mention; an abbreviation in brackets goes."""
    if _in_brackets(text, mention):
        return mention.start - 2, mention.end + 1, ""
    return mention.start, mention.end, new.demonyms[0] if mention.demonym else new.name


def _in_brackets(text: str, mention: Mention) -> bool:
    return text[mention.start - 1 : mention.start] == "(" and text[mention.end : mention.end + 1] == ")"
