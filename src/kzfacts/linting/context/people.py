"""Whom "he", "the minister", "his host" and "the two leaders" mean; nobody where that is not plain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from kzfacts.linting.context.referents import Mention, Referent
from kzfacts.linting.context.story import HOME, Story

PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
"""Pronouns of persons with the gender of those they mean."""
_COMES = re.compile(r"\b(?:came|come|visit|visits|visited|arrived|trip|guest|guests|flew)\b")
_CAME = re.compile(r"\b(?:came|visited|arrived|flew)\b")
_REACH = 4
"""How many sentences back a pronoun reaches."""


def _fits(mention: Mention, gender: str) -> bool:
    referent = mention.referent
    plain = bool(referent.gender) or mention.subject or not mention.head or mention.definite
    return referent.kind == "person" and not referent.plural and referent.gender in ("", gender) and plain


def person_meant(gender: str, story: Story) -> Referent | None:
    """Return whom a pronoun means: who the nearest sentence is about, else the only one in it who fits."""
    for scene in story.recent(_REACH):
        if scene.speaker is not None and scene.speaker.gender == gender:
            return scene.speaker
        fitting = {mention.referent.key: mention.referent for mention in scene.mentions if _fits(mention, gender)}
        about = scene.about()
        if about is not None and about.referent.key in fitting:
            return about.referent if about.referent.gender == gender else None
        if len(fitting) == 1:
            found = next(iter(fitting.values()))
            return found if found.gender == gender else None
        if fitting:
            return None
    return None


def holder_meant(post: str, story: Story, others: Collection[str] = ()) -> Referent | None:
    """Return whom "the minister" means: the last one mentioned who holds such a post, unless another is as near.

    ``others`` are the keys of those whom the sentence names beside him: "he and the minister".
    """
    for scene in story.recent(len(story.scenes)):
        found = {
            mention.referent.key: mention.referent
            for mention in scene.mentions
            if mention.referent.kind == "person" and post in mention.referent.posts
            if mention.referent.key not in others
        }
        about = scene.about()
        if len(found) > 1:
            return found.get(about.referent.key) if about is not None else None
        if found:
            return next(iter(found.values()))
    counts = Counter(
        m.referent
        for m in story.mentions()
        if m.referent.kind == "person" and post in m.referent.posts and m.referent.key not in others
    )
    most = counts.most_common(2)
    plain = bool(most) and (len(most) == 1 or most[0][1] >= 2 * most[1][1])
    return most[0][0] if plain else None


def other_meant(head: str, owner: Referent | None, story: Story) -> Referent | None:
    """Return whom "the visitor", "his host", "his neighbour" mean, by the visit that is spoken of."""
    if head in ("visitor", "guest"):
        return story.visitor
    if head == "host":
        return story.host if owner is None or story.visitor is None or owner.key == story.visitor.key else None
    return None


def note_visit(mentions: tuple[Mention, ...], text: str, story: Story) -> None:
    """Remember who comes to whom where a sentence tells of a visit, and which two persons are spoken of."""
    people = {m.referent.key: m.referent for m in mentions if m.referent.kind == "person" and not m.referent.plural}
    known = [person for person in people.values() if person.key.startswith("e:")]
    if len(known) == 2:
        story.pair = tuple(known)
    comes = _COMES.search(text) is not None
    if len(known) == 2 and _CAME.search(text):
        goals = [m for m in mentions if m.referent.kind in ("city", "country") and m.after in ("to", "in")]
        hosts = [person for person in known if person.country in {goal.referent.country for goal in goals}]
        if len(hosts) == 1:
            story.host, story.visitor = hosts[0], next(person for person in known if person != hosts[0])
    if len(known) != 1 or not comes:
        return
    places = {m.referent.country for m in mentions if m.referent.kind in ("city", "country") and m.referent.country}
    guest = known[0]
    abroad = [place for place in places if place != guest.country]
    if not abroad and guest.country != HOME and not story.foreign and " there " in text:
        abroad = [HOME]
    post = next((post for post in ("president", "prime minister") if post in guest.posts), "")
    host = story.background.holder(abroad[0], post, story.when) if len(abroad) == 1 and post else None
    if host is not None:
        story.pair, story.visitor, story.host = (guest, host), guest, host
