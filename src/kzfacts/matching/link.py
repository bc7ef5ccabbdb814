"""The alignment of one unit of the statement with a fact: what it meets there, and how the two relate."""

from __future__ import annotations

import msgspec

from kzfacts.finding import Relation
from kzfacts.language.reading import Unit

AGREEING = frozenset((Relation.EQUIVALENCE, Relation.REVERSE_ENTAILMENT))
"""Relations under which the fact vouches for the unit."""
CONFLICTING = frozenset((Relation.NEGATION, Relation.ALTERNATION))
"""Relations under which the unit and the fact cannot both hold."""


class Link(msgspec.Struct, gc=False):
    """How ``unit`` relates to ``fact`` (the words it meets there; "" where it meets none).

    ``weight`` says how much of the statement's content hangs on the unit; a ``hard`` unit must be vouched for,
    whatever the rest. ``unit`` is None where the fact limits itself by something the statement leaves out.
    """

    aspect: str
    relation: Relation
    unit: Unit | None
    fact: str = ""
    note: str = ""
    weight: float = 1.0
    hard: bool = False

    @property
    def agrees(self) -> bool:
        """Whether the fact vouches for the unit."""
        return self.relation in AGREEING

    @property
    def conflicts(self) -> bool:
        """Whether unit and fact exclude each other."""
        return self.relation in CONFLICTING

    @property
    def same_word(self) -> bool:
        """Whether the unit meets itself or a form of it, not another word that means as much."""
        return self.unit is not None and self.unit.text.lower()[:4] == self.fact.lower()[:4]


RANK = {
    Relation.EQUIVALENCE: 0,
    Relation.REVERSE_ENTAILMENT: 1,
    Relation.FORWARD_ENTAILMENT: 2,
    Relation.ALTERNATION: 3,
    Relation.INDEPENDENCE: 4,
}
"""Which relation counts where several values of the record could be meant: the nearest."""
