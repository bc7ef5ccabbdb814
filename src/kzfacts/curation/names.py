"""Whom and what a fact is about: entities by any of their names, and the names that a claim has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kzfacts.errors import UsageError
from kzfacts.factbase import Entity, Fact

_WORD = re.compile(r"\w+")
_SHORTEST = 4  # letters of a name that may be typed without its capital


class Names:
    """The names of all entities: what they stand for, and where a text has them."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        """Take the entities by id."""
        self._entities = entities
        self._owners: dict[str, set[str]] = defaultdict(set)  # folded name -> entity ids
        self._starts: dict[str, list[tuple[str, str]]] = defaultdict(list)  # folded first word -> (name, entity id)
        for entity in entities.values():
            for name in filter(None, (entity.name, *entity.aliases, *entity.demonyms)):
                self._owners[_plain(name).casefold()].add(entity.id)
                if first := _WORD.match(_plain(name)):
                    self._starts[first[0].casefold()].append((_plain(name), entity.id))
        for names in self._starts.values():
            names.sort(key=lambda pair: (-len(pair[0]), pair))

    def resolve(self, text: str) -> Entity:
        """Return the entity with this id, name, alias or demonym, in capitals or not.

        Raises UsageError, with the nearest name, where there is none, and with the ids where there are several.
        """
        wanted = " ".join(text.split())
        if wanted in self._entities:
            return self._entities[wanted]
        owners = sorted(self._owners.get(_plain(wanted).casefold(), ()))
        named = [owner for owner in owners if _plain(wanted).casefold() in _own_names(self._entities[owner])]
        found = named or owners  # a demonym may be shared, a name belongs to one
        if len(found) == 1:
            return self._entities[found[0]]
        if found:
            raise UsageError(f"{wanted!r} may be any of {', '.join(found)}; give the id")
        raise UsageError(f"nobody and nothing on record is called {wanted!r}{self._nearest(wanted)}")

    def _nearest(self, text: str) -> str:
        from rapidfuzz import fuzz, process, utils

        written = sorted({*self._entities, *(name for names in self._starts.values() for name, _ in names)})
        words = set(_WORD.findall(text.casefold()))
        fuller = [name for name in written if words and words <= set(_WORD.findall(name.casefold()))]
        near = process.extractOne(text, written, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=70)
        meant = min(fuller, key=len) if fuller else near[0] if near else ""
        return f" (did you mean {meant!r}?)" if meant else ""

    def mentioned(self, text: str) -> frozenset[str]:
        """Return the ids of the entities that ``text`` names, the longest name at each place.

        A single word must have the capitals of the name, for "west" is not the West.
        """
        return frozenset(entity_id for _, entity_id in self._find(_plain(text)))

    def _find(self, text: str) -> Iterator[tuple[str, str]]:
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end:
                continue
            longest = 0
            for name, entity_id in self._starts.get(word[0].casefold(), ()):
                if longest and len(name) < longest:
                    break
                if _stands(name, text, word.start()):
                    longest = len(name)
                    yield name, entity_id
            end = word.start() + longest

    def spelled(self, text: str) -> str:
        """Return a text without capitals with those of the names in it, for whoever types "iran" and means Iran.

        Shorter words than four letters stay: "who" and "us" are rarely names. So does a text that has any capital.
        """
        return text if text != text.lower() else _WORD.sub(lambda word: self._spelling(word[0]), text)

    def _spelling(self, word: str) -> str:
        if len(word) < _SHORTEST:
            return word
        names = (name for name, _ in self._starts.get(word.casefold(), ()))
        return next((name for name in names if name.casefold() == word.casefold()), word)

    def involved(self, fact: Fact) -> frozenset[str]:
        """Return the ids of the entities that take part in a fact, that it goes by, or that its claim names."""
        taking_part = {name for role in fact.participants for name in fact.taking_part(role)}
        speaker = {fact.attributed_to} & self._entities.keys()
        return frozenset(taking_part | speaker | self.mentioned(fact.claim))


def _plain(text: str) -> str:
    return text.replace("\u2019", "'")


def _own_names(entity: Entity) -> set[str]:
    return {_plain(name).casefold() for name in (entity.name, *entity.aliases)}


def _stands(name: str, text: str, start: int) -> bool:
    """Tell whether the name stands in the text at ``start`` as words of its own."""
    end = start + len(name)
    piece = text[start:end]
    if re.match(r"\w", text[end : end + 1]) and re.match(r"\w", name[-1]):
        return False
    return piece == name or (" " in name and piece.casefold() == name.casefold())
