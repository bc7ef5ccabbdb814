"""Membership: who is in a body, against who is only named beside it, or takes part in something of its."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from kzfacts.finding import Relation
from kzfacts.language.reading import Reading, Unit
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link
from kzfacts.matching.proof import FULL

_MEMBER = frozenset(("c:membership", "c:joining", "c:being-part"))


def find_membership(
    links: list[Link], statement: Reading, reading: FactReading, bodies: Collection[str], kinds: dict[str, str]
) -> list[Link]:
    """Return a limit where a bare membership is told by no wording: who joins a programme of a body is not in it.

    ``bodies`` are the keys of those of which the fact itself is a membership.
    """
    for word, body in _memberships(statement, kinds):
        told = [link for link in links if link.unit is not None and link.unit.kind == "word" and link.weight >= FULL]
        link = next(link for link in links if link.unit is word)
        names = [unit for unit in statement.units if unit.kind == "name" and unit is not body]
        if not link.agrees or told not in ([link], []) or len(names) != 1 or not set(body.keys).isdisjoint(bodies):
            continue
        if not any(_tells_membership(names[0], body, wording, kinds) for wording in reading.readings):
            return [Link("scope", Relation.FORWARD_ENTAILMENT, None, note="the record tells of no such membership")]
    return []


def _memberships(reading: Reading, kinds: dict[str, str]) -> Iterator[tuple[Unit, Unit]]:
    """Yield each word for being or becoming a member with the body that it is of: "joined NATO", "NATO member"."""
    for before, after in pairwise(reading.units):
        for word, body in ((before, after), (after, before)):
            if word.kind != "word" or body.kind != "name" or _MEMBER.isdisjoint(word.keys):
                continue
            if kinds.get(body.keys[0]) == "organisation" and not _owns(body, word, reading):
                yield word, body


def _owns(body: Unit, word: Unit, reading: Reading) -> bool:
    """Say whether a body is but the owner of what comes right after it: "joined NATO's Partnership"."""
    following = next((unit for unit in reading.units if unit.start >= body.end), None)
    if following is None or following is word or following.kind == "date":
        return False
    return body.possessive or not reading.text[body.end : following.start].strip()


def _tells_membership(who: Unit, body: Unit, wording: Reading, kinds: dict[str, str]) -> bool:
    """Say whether a wording has somebody in a body: right before the word for it, or after it where none is before."""
    names = [unit for unit in wording.units if unit.kind == "name"]
    for word, other in _memberships(wording, kinds):
        if set(body.keys).isdisjoint(other.keys):
            continue
        before = _listed_last([unit for unit in names if unit.start < word.start and unit is not other], wording)
        if before:
            near, between = before, wording.text[before[-1].end : word.start]
        else:
            end = max(word.end, other.end)
            near = [unit for unit in names if unit.start > end]
            between = wording.text[end : near[0].start].lstrip(" ,") if near else ""
        verb = word.verbal and not word.text.lower().startswith("member")
        linked = (verb or _LINKS.search(between)) if before else _LINKS.match(between)
        if linked and any(not unit.preposition and not set(who.keys).isdisjoint(unit.keys) for unit in near):
            return True
    return False


_LINKS = re.compile(r":|\b(?:is|was|are|were|be|been|became|becomes?|among|one of|as|includ\w*|remain\w*)\b", re.I)
"""What ties somebody to what he is."""


def _listed_last(names: list[Unit], wording: Reading) -> list[Unit]:
    """Return the last of some names, with those before it that only commas and "and" keep apart from it."""
    listed = names[-1:]
    for name in reversed(names[:-1]):
        if wording.text[name.end : listed[0].start].strip(" ,") not in ("", "and", "and the", "the"):
            break
        listed.insert(0, name)
    return listed
