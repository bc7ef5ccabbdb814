"""A fact as a curator gives it, put into the keys and the order in which facts are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kzfacts.curation.on_record import OnRecord
from kzfacts.curation.yaml_text import Value
from kzfacts.errors import UsageError
from kzfacts.factbase import Source

_SOURCE_KEYS = ("title", "publisher", "published", "url")


@dataclass(frozen=True)
class Draft:
    """The keys and values of a fact, and ``notes`` on what was put for what was given."""

    content: dict[str, Value]
    notes: tuple[str, ...] = ()


def draft(fields: Mapping[str, Any], on_record: OnRecord) -> Draft:
    """Return the fact that ``fields`` describe, empty ones left out and every text in one line.

    Names of participants and speakers become the ids of their entities, a source on record goes by its id. Raises
    UsageError for a participant that is not on record.
    """
    notes: list[str] = []
    content: dict[str, Value] = {
        "id": _line(fields["id"]),
        "claim": _line(fields["claim"]),
        "paraphrases": _list(fields["paraphrases"]),
        "misstatements": _list(fields["misstatements"]),
        "when": _line(fields["when"]),
        "kind": _line(fields["kind"]),
        "certainty": _line(fields["certainty"]) or "reported",
        "attributed_to": _speaker(_line(fields["attributed_to"]), on_record),
        "participants": _participants(fields["participants"], on_record),
        "topic": _line(fields["topic"]),
        "note": _line(fields["note"]),
        "disputes": _list(fields["disputes"]),
        "refines": _list(fields["refines"]),
        "citations": [_filled({"source": _source(fields, on_record, notes)} | _lines(fields, ("locator", "reports")))],
    }
    return Draft(_filled(content), tuple(notes))


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _lines(fields: Mapping[str, Any], keys: Sequence[str]) -> dict[str, Value]:
    return {key: _line(fields[key]) for key in keys}


def _list(texts: Sequence[str]) -> list[Value]:
    return [_line(text) for text in texts]


def _filled(content: Mapping[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in content.items() if value}


def _speaker(text: str, on_record: OnRecord) -> str:
    """Return the id of the entity of that name, or the words as they are."""
    try:
        return on_record.names.resolve(text).id if text else ""
    except UsageError:
        return text


def _participants(given: Sequence[str], on_record: OnRecord) -> dict[str, Value]:
    parts: dict[str, list[Value]] = {}
    for one in given:
        role, equals, name = (_line(piece) for piece in one.partition("="))
        if not (role and equals and name):
            raise UsageError(f"--participant: {one!r} must be ROLE=NAME, such as agent=erlan-idrissov")
        parts.setdefault(role, []).append(on_record.names.resolve(name).id)
    return {role: names if len(names) > 1 else names[0] for role, names in parts.items()}


def _source(fields: Mapping[str, Any], on_record: OnRecord, notes: list[str]) -> Value:
    if fields["source"]:
        return _line(fields["source"])
    new = _filled({key: _line(fields[f"source_{key}"]) for key in _SOURCE_KEYS})
    known = next((source for source in on_record.sources.values() if _is_same(source, new)), None)
    if known is None:
        return new
    notes.append(f"this source is on record, it is cited as {known.id}")
    return known.id


def _is_same(source: Source, new: Mapping[str, Value]) -> bool:
    """Tell whether a source on record is the one given: nothing of what is given differs, whatever more it has."""
    return all(getattr(source, key) == value for key, value in new.items())
