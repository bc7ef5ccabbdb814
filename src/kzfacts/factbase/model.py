"""What the fact base holds: facts, sources, entities and concepts, as frozen records.

The records mirror the YAML in ``facts/`` field for field, so that msgspec decodes YAML and the
compiled cache alike into them, and writes their JSON Schema. Dates are EDTF strings (ISO 8601-2),
read by `kzfacts.factbase.edtf`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

FactKind = Literal[
    "event", "quantity", "status", "membership", "office", "agreement", "visit", "statement", "omission", "opinion"
]
Certainty = Literal["reported", "stated", "planned", "speculated", "disputed"]
EntityKind = Literal[
    "person", "country", "city", "region", "organisation", "agreement", "publisher", "event", "project", "people"
]
ConceptRole = Literal["report", "commit", "possible", "negative", "generic"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of all records: immutable, and strict about the keys it takes."""


class Source(Record, frozen=True):
    """A document that facts cite."""

    id: str
    title: str
    publisher: str
    published: str = ""  # EDTF; empty for a page that bears no date
    url: str = ""
    author: str = ""


class Citation(Record, frozen=True):
    """Where a fact stands: a source on record and the place in it."""

    source: str  # id of a Source; a mapping in YAML becomes a source of its own
    locator: str = ""  # "paragraph 3", "p. 12", "00:14:05"
    reports: str = ""  # what the source itself goes by: "MFA.kz, 26 December 2014"


class Example(Record, frozen=True):
    """A statement with the day it was made on, which it needs for "last year" and the like.

    ``open`` is for what the checker cannot read yet: it is tested, but counted apart.
    """

    statement: str
    as_of: str = ""  # a day, EDTF
    open: bool = False


class Examples(Record, frozen=True):
    """What people say about a fact, by the verdict it should get: the fact's own tests."""

    supported: tuple[str | Example, ...] = ()
    contradicted: tuple[str | Example, ...] = ()
    absent: tuple[str | Example, ...] = ()


class Fact(Record, frozen=True):
    """One dated claim in the project's own words.

    Only ``id``, ``claim``, ``when`` and ``citations`` are required. ``paraphrases`` are further wordings
    of the same claim; each is matched like the claim itself. ``misstatements`` are ways to get it wrong: what
    says one of them cannot be true if the claim is. ``disputes`` names facts by other sources that cannot be
    true together with this one, ``refines`` facts that this one tells more exactly. ``examples`` test the fact
    and take no part in checking.
    """

    id: str
    claim: str
    when: str  # EDTF
    citations: tuple[Citation, ...]
    paraphrases: tuple[str, ...] = ()
    misstatements: tuple[str, ...] = ()
    kind: FactKind | None = None
    certainty: Certainty = "reported"
    attributed_to: str = ""  # entity id, or free words such as "local experts"
    participants: dict[str, str | tuple[str, ...]] = {}
    topic: str = ""
    note: str = ""
    disputes: tuple[str, ...] = ()  # fact ids
    refines: tuple[str, ...] = ()  # fact ids
    examples: Examples = Examples()

    def taking_part(self, role: str) -> tuple[str, ...]:
        """Return the entity ids of who plays a part in it, such as "holder"; none where the record names nobody."""
        who = self.participants.get(role, ())
        return (who,) if isinstance(who, str) else who


class Office(Record, frozen=True, rename={"start": "from", "end": "to"}):
    """An office that a person held, from one EDTF date to another; an empty end means still."""

    title: str
    of: str = ""  # entity id of the country or organisation
    start: str = ""
    end: str = ""


class Entity(Record, frozen=True):
    """Someone or something with a name."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()  # "Kazakh", "Kazakhstani", "Kazakhs": adjective and people
    capital_of: str = ""  # a capital may stand for its country's government
    part_of: tuple[str, ...] = ()  # entity ids of what contains it, or what it is a member of
    offices: tuple[Office, ...] = ()


class Concept(Record, frozen=True):
    """Words that mean the same in this field, and how that meaning bears on others.

    ``words`` are base forms of one or more words; inflections match by stem. ``_`` stands for up to five
    words in between ("leave _ out").
    """

    id: str
    words: tuple[str, ...]
    implies: tuple[str, ...] = ()  # forward entailment: what says this also says those
    opposite: tuple[str, ...] = ()  # alternation: the two cannot both hold of one thing
    negates: str = ""  # negation: exactly "not" that concept
    converse: str = ""  # the same event seen from the other side (host / visit)
    role: ConceptRole | None = None  # what it does to the clause it governs
    weight: float = 1.0  # how much of a statement hangs on it, 0 to 1; pale words little
    group: str = ""  # one of several that exclude each other when singled out ("above all an economic union")
    symmetric: bool = False  # who stands on which side does not matter (meet, agree)
