"""What a draft has told so far: whom and what it spoke of, which country it is about, which time it has come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kzfacts.documents.model import Document
from kzfacts.factbase.edtf import DateSpan
from kzfacts.language.reader import read_names
from kzfacts.linting.context.background import Background
from kzfacts.linting.context.days import Clock
from kzfacts.linting.context.referents import Mention, Referent, Scene

HOME = "e:kazakhstan"
"""The country that the record is about."""
_NEAR = 6
"""How many sentences back two countries or leaders are still those spoken of."""
_ENOUGH = 4
"""A draft is about the record's country where no other is named so many times as often."""


class Story:
    """The memory of a reader who goes through a draft sentence by sentence."""

    def __init__(self, background: Background, foreign: bool = False) -> None:
        self.background = background
        self.foreign = foreign
        self.scenes: list[Scene] = []
        self.clock = Clock()
        self.pair: tuple[Referent, ...] = ()
        self.visitor: Referent | None = None
        self.host: Referent | None = None
        self.section = 0
        self.block = -1
        self.year_told = -1
        self.when: DateSpan | None = None

    def recent(self, count: int, anywhere: bool = False) -> list[Scene]:
        """Return the last scenes, the latest first, of this section unless ``anywhere``."""
        scenes = [scene for scene in self.scenes if anywhere or scene.section == self.section]
        return scenes[: -count - 1 : -1]

    def mentions(self, anywhere: bool = True) -> Iterator[Mention]:
        """Yield all mentions, the latest sentence first, in it what it is about first."""
        for scene in self.recent(len(self.scenes), anywhere):
            yield from sorted(scene.mentions, key=lambda mention: (not mention.subject, -mention.start))

    def last(self, kinds: Iterable[str], anywhere: bool = True) -> Referent | None:
        """Return the referent of one of the kinds that was mentioned last."""
        wanted = frozenset(kinds)
        return next((m.referent for m in self.mentions(anywhere) if m.referent.kind in wanted), None)

    def event(self) -> Referent | None:
        """Return the event on record that was mentioned last."""
        events = (m.referent for m in self.mentions() if m.referent.kind == "event")
        return next((event for event in events if event.key.startswith("e:")), None)

    def is_near(self, referents: Iterable[Referent]) -> bool:
        """Say whether each of them, or its country, was mentioned in the last few sentences; home is always near."""
        mentioned = [m.referent for scene in self.recent(_NEAR) for m in scene.mentions]
        near = {key for one in mentioned for key in (*one.key.split("+"), one.country) if key}
        return all(one.key in near or one.country in near or one.country == HOME for one in referents)

    def country(self) -> Referent | None:
        """Return the country spoken of: what the last sentence is about, or the only one of the last few."""
        for scene in self.recent(3):
            about = scene.about()
            places = (m.referent for m in scene.mentions if m.referent.kind == "country" and not m.demonym)
            named = {place.country for place in places if place.country}
            if about is not None and about.referent.kind == "person" and len(named) == 1:
                return self.background.known(named.pop())
            if about is not None and about.referent.country:
                return self.background.known(about.referent.country)
            found = {mention.referent.country for mention in scene.mentions if mention.referent.country}
            if found:
                only = found.pop()
                return self.background.known(only) if not found and (only == HOME or self.foreign) else None
        return None if self.foreign else self.background.known(HOME)

    def year(self) -> int | None:
        """Return the year that the story has come to."""
        return self.clock.year


def is_foreign(document: Document, background: Background) -> bool:
    """Say whether a draft is about another country than the record's."""
    counts: Counter[str] = Counter()
    for block in document.blocks:
        for unit in read_names(block.text, background.vocabulary):
            if unit.text[:1].isupper():
                key = unit.keys[0]
                country = background.known(key).country if key.startswith("e:") else ""
                counts[country] += 1
    counts.pop("", None)
    most = max(counts.values(), default=0)
    return not counts[HOME] or counts[HOME] * _ENOUGH <= most
