"""What the transformations know of the fact base: who is named where, and who and what is named nowhere.

Names are found here by the spellings on record alone, without the engine's reader: what that overlooks must not be
overlooked here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import md5
from typing import NamedTuple

from kzfacts import Fact, FactBase
from kzfacts.factbase.edtf import DateSpan, parse
from kzfacts.factbase.model import Entity, EntityKind

LONGEST_NAME = 9
"""How many words a name has at most."""
_WORD = re.compile(r"\w+")
_BEFORE_CURRENCY = re.compile(r" (?:dollars?|cents?)\b")


class Mention(NamedTuple):
    """A name of an entity in a sentence; offsets are code points from 0, the end exclusive."""

    start: int
    end: int
    text: str
    entity: Entity
    demonym: bool


class World:
    """A fact base with the indexes that the transformations need; make one and use it for all."""

    def __init__(self, fact_base: FactBase) -> None:
        self.fact_base = fact_base
        self.facts = {fact.id: fact for fact in fact_base.facts}
        self._spellings = _spellings(fact_base.entities.values())
        self._like: dict[str, list[str]] = {}

    def mentions(self, text: str) -> list[Mention]:
        """Return the names in a sentence, left to right, longer ones before the shorter ones in them."""
        found: list[Mention] = []
        words = list(_WORD.finditer(text))
        index = 0
        while index < len(words):
            start = words[index].start()
            for last in range(min(index + LONGEST_NAME, len(words)), index, -1):
                known = self._spellings.get(text[start : words[last - 1].end()])
                if known is not None and not _BEFORE_CURRENCY.match(text, words[last - 1].end()):
                    found.append(Mention(start, words[last - 1].end(), text[start : words[last - 1].end()], *known))
                    index = last - 1
                    break
            index += 1
        return found

    @cached_property
    def shuffled(self) -> tuple[Fact, ...]:
        """All facts in an order drawn from their ids: a new fact moves no other before another."""
        return tuple(sorted(self.facts.values(), key=lambda fact: md5(fact.id.encode()).digest()))

    @cached_property
    def named(self) -> dict[str, frozenset[str]]:
        """The entities that each fact names in any wording or among its participants, as ids by fact id."""
        return {fact.id: frozenset(self._named_in(fact)) for fact in self.facts.values()}

    def _named_in(self, fact: Fact) -> Iterator[str]:
        for text in (fact.claim, *fact.paraphrases):
            yield from (mention.entity.id for mention in self.mentions(text))
        for ids in fact.participants.values():
            yield from (ids,) if isinstance(ids, str) else ids
        yield fact.attributed_to

    @cached_property
    def _naming(self) -> dict[str, set[str]]:
        """The facts that name an entity, as ids by entity id."""
        naming: dict[str, set[str]] = defaultdict(set)
        for fact, entities in self.named.items():
            for entity in entities:
                naming[entity].add(fact)
        return naming

    @cached_property
    def spans(self) -> dict[str, DateSpan]:
        """The days that each fact's date covers, by fact id."""
        return {fact.id: parse(fact.when) for fact in self.facts.values()}

    def like(self, fact: Fact) -> list[str]:
        """Return the other facts that share two names with a fact, or the only one that it has, as ids."""
        if (known := self._like.get(fact.id)) is not None:
            return known
        own = self.named[fact.id]
        enough = min(2, len(own))
        near = {other for entity in own for other in self._naming[entity]} - {fact.id}
        found = sorted(other for other in near if len(own & self.named[other]) >= enough)
        self._like[fact.id] = found
        return found

    def terms(self, fact: Fact) -> list[DateSpan]:
        """Return when the people that a fact names held any office on record."""
        entities = (self.fact_base.entities.get(entity) for entity in sorted(self.named[fact.id]))
        offices = (office for entity in entities if entity is not None for office in entity.offices)
        return [
            parse(f"{office.start or '..'}/{office.end or '..'}") for office in offices if office.start or office.end
        ]

    def strangers(self, fact: Fact, kind: EntityKind) -> list[Entity]:
        """Return the entities of a kind that no fact names together with any name of this one, by id.

        Kazakhstan, which nearly every fact names, does not count.
        """
        near = {other for entity in self.named[fact.id] - {"kazakhstan"} for other in self._naming[entity]}
        known = {entity for other in near | {fact.id} for entity in self.named[other]}
        return [entity for entity in self._of_kind[kind] if entity.id not in known]

    def nowhere(self, kind: EntityKind) -> list[Entity]:
        """Return the entities of a kind that no fact names, by id."""
        return [entity for entity in self._of_kind[kind] if entity.id not in self._naming]

    @cached_property
    def _of_kind(self) -> dict[str, list[Entity]]:
        kinds: dict[str, list[Entity]] = defaultdict(list)
        for _, entity in sorted(self.fact_base.entities.items()):
            kinds[entity.kind].append(entity)
        return kinds

    @cached_property
    def figures(self) -> frozenset[str]:
        """All figures in digits that stand in any wording of any fact."""
        texts = (text for fact in self.facts.values() for text in (fact.claim, *fact.paraphrases))
        return frozenset(figure for text in texts for figure in re.findall(r"\d+(?:[.,]\d+)*", text))

    @cached_property
    def common_words(self) -> frozenset[str]:
        """All words that stand in small letters in any wording of any fact."""
        texts = (text for fact in self.facts.values() for text in (fact.claim, *fact.paraphrases))
        return frozenset(word for text in texts for word in re.findall(r"(?<![\w'’-])[a-z][\w'’-]*", text))

    @cached_property
    def disputed(self) -> frozenset[str]:
        """The facts that other sources deny, and those that deny them, as ids."""
        return frozenset(fact for one in self.facts.values() if one.disputes for fact in (one.id, *one.disputes))

    @cached_property
    def words_of(self) -> dict[str, frozenset[str]]:
        """The words of all wordings of each fact in small letters, hyphenated ones whole, by fact id."""
        return {
            fact.id: frozenset(re.findall(r"\w+(?:-\w+)*", "\n".join((fact.claim, *fact.paraphrases)).lower()))
            for fact in self.facts.values()
        }

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of any wording of any fact: "forty-third", "43rd"."""
        return frozenset().union(*self.words_of.values())


def _spellings(entities: Iterable[Entity]) -> dict[str, tuple[Entity, bool]]:
    """Return who goes by each spelling, and whether it is a demonym; without those that several share."""
    owners: dict[str, list[tuple[Entity, bool]]] = defaultdict(list)
    for entity in entities:
        for spelling in {entity.name, *entity.aliases}:
            owners[spelling].append((entity, False))
        for spelling in set(entity.demonyms):
            owners[spelling].append((entity, True))
    return {spelling: found[0] for spelling, found in owners.items() if len(found) == 1}
