"""What a fact base must satisfy beyond its shape: dates that exist, references that lead somewhere, clear texts.

Each check is a function from the contents to the problems it finds; `CHECKS` lists them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from kzfacts.errors import Problem
from kzfacts.factbase.edtf import parse
from kzfacts.factbase.model import Concept, Entity, Fact, Office, Record, Source
from kzfacts.factbase.schema import Entry, R, did_you_mean

LONGEST_CLAIM = 500
"""Code points that a claim or paraphrase may have."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ENTITY_REFERENCE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")  # as against free words such as "local experts"


@dataclass
class Contents:
    """All records of a fact base with their places.

    What could not be read for its shape is no cause for further problems: ``broken`` holds the ids of such
    records, ``unread`` the kinds of which a whole file is missing.
    """

    facts: list[Entry[Fact]] = field(default_factory=list)
    sources: list[Entry[Source]] = field(default_factory=list)
    entities: list[Entry[Entity]] = field(default_factory=list)
    concepts: list[Entry[Concept]] = field(default_factory=list)
    broken: dict[type[Record], set[str]] = field(default_factory=dict)
    unread: set[type[Record]] = field(default_factory=set)

    def known(self, kind: type[R], entries: Iterable[Entry[R]]) -> set[str] | None:
        """The ids that a reference to one of these records may name; None when they are not all known."""
        return None if kind in self.unread else {entry.record.id for entry in entries} | self.broken.get(kind, set())


Check = Callable[[Contents], Iterator[Problem]]


def validate(contents: Contents) -> list[Problem]:
    """Return every mistake that a record makes by itself or with others, such as a reference to none; none if right."""
    return [problem for check in CHECKS for problem in check(contents)]


def _ids(contents: Contents) -> Iterator[Problem]:
    entries: list[Entry[Fact] | Entry[Source] | Entry[Entity] | Entry[Concept]] = [
        *contents.facts, *contents.sources, *contents.entities, *contents.concepts,
    ]  # fmt: skip
    for entry in entries:
        if not entry.record.id:
            yield entry.problem("the id is empty", "id")
        elif not _ID.fullmatch(entry.record.id):
            message = f"the id {entry.record.id!r} must be small letters and digits joined by hyphens"
            yield entry.problem(message, "id")


def _fact_texts(contents: Contents) -> Iterator[Problem]:
    for entry in contents.facts:
        fact = entry.record
        yield from _wording(entry, "the claim", fact.claim, "claim")
        for number, paraphrase in enumerate(fact.paraphrases):
            yield from _wording(entry, "the paraphrase", paraphrase, "paraphrases", number)
        for number, misstatement in enumerate(fact.misstatements):
            yield from _wording(entry, "the misstatement", misstatement, "misstatements", number)
            if misstatement in (fact.claim, *fact.paraphrases):
                message = "the misstatement is also a wording of the fact; it can be but one of the two"
                yield entry.problem(message, "misstatements", number)


def _wording(entry: Entry[Fact], what: str, text: str, *steps: str | int) -> Iterator[Problem]:
    if not text:
        yield entry.problem(f"{what} is empty", *steps)
    elif len(text) > LONGEST_CLAIM:
        message = f"{what} has {len(text)} characters, more than {LONGEST_CLAIM}; a fact is one sentence, split it"
        yield entry.problem(message, *steps)


def _fact_dates(contents: Contents) -> Iterator[Problem]:
    for entry in contents.facts:
        yield from _date(entry, entry.record.when, "when")


def _citations(contents: Contents) -> Iterator[Problem]:
    known = contents.known(Source, contents.sources)
    for entry in contents.facts:
        if not entry.record.citations:
            yield entry.problem("a fact needs at least one citation", "citations")
        for number, citation in enumerate(entry.record.citations):
            yield from _reference(entry, "source", citation.source, known, "citations", number, "source")


def _fact_links(contents: Contents) -> Iterator[Problem]:
    """Check that facts which dispute or refine others name facts on record, and that a disputed one has its rival."""
    known = contents.known(Fact, contents.facts)
    challenged = {name for entry in contents.facts for name in entry.record.disputes}
    for entry in contents.facts:
        fact = entry.record
        for key, names in (("disputes", fact.disputes), ("refines", fact.refines)):
            for number, name in enumerate(names):
                yield from _reference(entry, "fact", name, known, key, number)
                if name == fact.id:
                    yield entry.problem(f"the fact {name!r} refers to itself", key, number)
        in_dispute = bool(fact.disputes) or fact.id in challenged
        if in_dispute and fact.certainty == "reported":
            yield entry.problem("sources disagree on this fact; its certainty must be 'disputed'", "certainty")
        elif fact.certainty == "disputed" and not in_dispute:
            yield entry.problem("a disputed fact needs the other version, as a fact named in 'disputes'", "certainty")


def _fact_examples(contents: Contents) -> Iterator[Problem]:
    for entry in contents.facts:
        fact = entry.record
        wordings = {fact.claim, *fact.paraphrases, *fact.misstatements}
        for verdict, examples in msgspec.structs.asdict(fact.examples).items():
            for number, example in enumerate(examples):
                steps = ("examples", verdict, number)
                statement = example if isinstance(example, str) else example.statement
                if not statement:
                    yield entry.problem("the example is empty", *steps)
                elif statement in wordings:
                    yield entry.problem("the example is a wording of the fact, so it tests nothing", *steps)
                if not isinstance(example, str) and example.as_of:
                    yield from _date(entry, example.as_of, *steps, "as_of")


def _fact_entities(contents: Contents) -> Iterator[Problem]:
    known = contents.known(Entity, contents.entities)
    for entry in contents.facts:
        speaker = entry.record.attributed_to
        if _ENTITY_REFERENCE.fullmatch(speaker):
            yield from _reference(entry, "entity", speaker, known, "attributed_to")
        for role, names in entry.record.participants.items():
            if isinstance(names, str):
                yield from _reference(entry, "entity", names, known, "participants", role)
                continue
            for number, name in enumerate(names):
                yield from _reference(entry, "entity", name, known, "participants", role, number)


def _sources(contents: Contents) -> Iterator[Problem]:
    for entry in contents.sources:
        source = entry.record
        if source.published:
            yield from _date(entry, source.published, "published")
        for key, text in (("title", source.title), ("publisher", source.publisher)):
            if not text:
                yield entry.problem(f"the {key} of the source is empty", key)
        if source.url and not re.match(r"https?://\S+$", source.url):
            yield entry.problem(f"{source.url!r} is not a web address; it must begin with https:// or http://", "url")


def _entity_references(contents: Contents) -> Iterator[Problem]:
    known = contents.known(Entity, contents.entities)
    for entry in contents.entities:
        entity = entry.record
        if entity.capital_of:
            yield from _reference(entry, "entity", entity.capital_of, known, "capital_of")
        for number, whole in enumerate(entity.part_of):
            yield from _reference(entry, "entity", whole, known, "part_of", number)
        for number, office in enumerate(entity.offices):
            if office.of:
                yield from _reference(entry, "entity", office.of, known, "offices", number, "of")
            yield from _term(entry, number, office)


def _term(entry: Entry[Entity], number: int, office: Office) -> Iterator[Problem]:
    """Check the dates of an office: both readable, the end not before the start."""
    problems = [
        *(_date(entry, office.start, "offices", number, "from") if office.start else ()),
        *(_date(entry, office.end, "offices", number, "to") if office.end else ()),
    ]
    yield from problems
    if problems or not (office.start and office.end):
        return
    if parse(office.end).last < parse(office.start).first:
        message = f"the office ends ({office.end}) before it starts ({office.start})"
        yield entry.problem(message, "offices", number, "to")


def _names(contents: Contents) -> Iterator[Problem]:
    """Check that a name or alias belongs to one entity; demonyms may be shared, as "Congolese" is."""
    owners: dict[str, Entry[Entity]] = {}
    for entry in contents.entities:
        if not entry.record.name:
            yield entry.problem("the name of the entity is empty", "name")
        else:
            owners.setdefault(entry.record.name.casefold(), entry)
    for entry in contents.entities:
        entity = entry.record
        aliases = [(alias, ("aliases", number)) for number, alias in enumerate(entity.aliases)]
        for text, steps in [(entity.name, ("name",)), *aliases]:
            if not text:
                if steps != ("name",):
                    yield entry.problem("the alias is empty", *steps)
                continue
            owner = owners.setdefault(text.casefold(), entry)
            if owner.record.id != entity.id:
                message = (
                    f"{text!r} is a name of {owner.record.id!r} already ({owner.where}); it can belong to one entity"
                )
                yield entry.problem(message, *steps)


def _concepts(contents: Contents) -> Iterator[Problem]:
    known = contents.known(Concept, contents.concepts)
    for entry in contents.concepts:
        concept = entry.record
        for number, word in enumerate(concept.words):
            if not word:
                yield entry.problem("the word is empty; put words such as null in quotes", "words", number)
            elif word.split()[0] == "_" or word.split()[-1] == "_":
                yield entry.problem(f"{word!r} must not begin or end with a gap", "words", number)
        single = [("negates", concept.negates), ("converse", concept.converse)]
        listed = [("implies", concept.implies), ("opposite", concept.opposite)]
        references: list[tuple[str, tuple[str | int, ...]]] = [
            *((name, (key,)) for key, name in single if name),
            *((name, (key, number)) for key, names in listed for number, name in enumerate(names)),
        ]
        for name, steps in references:
            yield from _reference(entry, "concept", name, known, *steps)
            if name == concept.id and steps[0] != "converse":
                yield entry.problem(f"the concept {name!r} refers to itself", *steps)


def _reference(entry: Entry[R], noun: str, name: str, known: set[str] | None, *steps: str | int) -> Iterator[Problem]:
    if known is not None and name not in known:
        yield entry.problem(f"unknown {noun} {name!r}{did_you_mean(name, known)}", *steps)


def _date(entry: Entry[R], text: str, *steps: str | int) -> Iterator[Problem]:
    try:
        parse(text)
    except ValueError as error:
        yield entry.problem(str(error), *steps)


CHECKS: tuple[Check, ...] = (
    _ids, _fact_texts, _fact_dates, _citations, _fact_links, _fact_examples, _fact_entities,
    _sources, _entity_references, _names, _concepts,
)  # fmt: skip
