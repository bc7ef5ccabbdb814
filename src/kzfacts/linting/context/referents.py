"""What a draft speaks of, and where a sentence mentions it."""

from __future__ import annotations

import msgspec


class Referent(msgspec.Struct, frozen=True):
    """Something or somebody that later sentences may mean by a pronoun or a short form.

    ``name`` is how it is written out in full ("Erlan Idrissov", "the foreign ministry of Kazakhstan"); ``key`` tells
    it from others; ``kind`` is that of an entity (person, country, city, organisation, agreement, event, project,
    region, name) or of a noun (`kzfacts.linting.context.nouns`); ``gender`` is m, f or empty; ``country`` the key of
    the country that it belongs to; ``posts`` are the nouns of the offices held ("president", "foreign minister").
    """

    name: str
    key: str
    kind: str
    gender: str = ""
    country: str = ""
    posts: frozenset[str] = frozenset()
    plural: bool = False


class Mention(msgspec.Struct, frozen=True):
    """A place of a sentence that speaks of a referent; offsets are code points from 0 in the sentence.

    ``head`` is the noun of a noun phrase in lower case, empty for a name; ``inside`` says that it is only part of
    another mention ("Kazakhstan's" in "Kazakhstan's ministry"); ``subject`` that the sentence is about it;
    ``after`` is the preposition before it; ``definite`` that it has the article or a possessor;
    ``resumed`` that it is a pronoun or short form, so that the sentence goes on about it.
    """

    referent: Referent
    start: int
    end: int
    head: str = ""
    inside: bool = False
    subject: bool = False
    demonym: bool = False
    possessive: bool = False
    after: str = ""
    definite: bool = False
    resumed: bool = False


class Scene(msgspec.Struct, frozen=True):
    """A sentence of the draft as later ones remember it: whom and what it mentions, pronouns resolved.

    ``section`` and ``block`` number where it stands; ``speaker`` is who speaks in it, None where it is the article.
    """

    mentions: tuple[Mention, ...]
    block: int
    section: int
    speaker: Referent | None = None

    def about(self) -> Mention | None:
        """Return the mention that the sentence is about."""
        return next((mention for mention in self.mentions if mention.subject), None)
