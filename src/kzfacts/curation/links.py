"""Which facts dispute and refine a fact: the links between facts, read from their other end."""

from __future__ import annotations

from functools import lru_cache
from typing import TypedDict

from kzfacts.factbase import FactBase


class Links(TypedDict):
    """The ids of the facts that dispute and that refine a fact, in the order of the base."""

    disputes: tuple[str, ...]
    refines: tuple[str, ...]


@lru_cache(maxsize=4)
def links_to(fact_base: FactBase) -> dict[str, Links]:
    """Return, by id, the links that lead to a fact; facts without any are left out."""
    links: dict[str, Links] = {}
    for fact in fact_base.facts:
        for other in fact.disputes:
            known = links.setdefault(other, Links(disputes=(), refines=()))
            known["disputes"] += (fact.id,)
        for other in fact.refines:
            known = links.setdefault(other, Links(disputes=(), refines=()))
            known["refines"] += (fact.id,)
    return links
