"""Which facts are asked for: by entity, topic, date, kind and certainty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kzfacts.curation.names import Names
from kzfacts.errors import UsageError
from kzfacts.factbase import DateSpan, Fact, FactBase, edtf


@dataclass(frozen=True)
class Selection:
    """What the facts must have; an empty one fits every fact.

    ``entities`` are ids or names, all of which a fact must involve. Of ``topics``, ``kinds`` and
    ``certainties`` it must have one each. ``period`` must share a day with the date of the fact.
    """

    entities: Sequence[str] = ()
    topics: Sequence[str] = ()
    period: DateSpan | None = None
    kinds: Sequence[str] = ()
    certainties: Sequence[str] = ()

    def __bool__(self) -> bool:
        return bool(self.entities or self.topics or self.period or self.kinds or self.certainties)

    def choose(self, fact_base: FactBase) -> list[Fact]:
        """Return the facts that fit, in the order of the base.

        Raises UsageError for an entity or a topic that is not on record.
        """
        self._check_topics(fact_base)
        names = Names(fact_base.entities) if self.entities else None
        wanted = frozenset(names.resolve(name).id for name in self.entities) if names else frozenset[str]()
        return [
            fact
            for fact in fact_base.facts
            if (not self.topics or fact.topic in self.topics)
            and (not self.kinds or fact.kind in self.kinds)
            and (not self.certainties or fact.certainty in self.certainties)
            and (self.period is None or self.period.overlaps(edtf.parse(fact.when)))
            and (names is None or wanted <= names.involved(fact))
        ]

    def _check_topics(self, fact_base: FactBase) -> None:
        known = {fact.topic for fact in fact_base.facts}
        for topic in self.topics:
            if topic not in known:
                named = ", ".join(sorted(filter(None, known))) or "none"
                raise UsageError(f"--topic: no fact has the topic {topic!r}; the topics are: {named}")
