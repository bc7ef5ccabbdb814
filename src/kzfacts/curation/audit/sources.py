"""Sources that are on record for nothing.

``uncited``: no fact cites the source. ``same-source``: two sources have the same address. They are one document, and a
fact that cites both seems better founded than it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfacts.curation.audit.records import Fault, Records, fault
from kzfacts.factbase import Source
from kzfacts.factbase.schema import Entry

UNCITED, SAME = "uncited", "same-source"
KINDS = (UNCITED, SAME)


def check(records: Records) -> Iterator[Fault]:
    """Find both kinds; of two sources with one address the later is told."""
    cited = {citation.source for entry in records.contents.facts for citation in entry.record.citations}
    known: dict[str, Entry[Source]] = {}
    for entry in records.contents.sources:
        source = entry.record
        if source.id not in cited:
            yield fault(entry, UNCITED, f"no fact cites the source {source.id}", "id")
        first = known.setdefault(address(source.url), entry) if source.url else entry
        if first is not entry:
            message = f"{source.id} has the address of {first.record.id} ({first.where})"
            yield fault(entry, SAME, message, "url", others=(first.record.id,))


def address(url: str) -> str:
    """Return an address without what makes no other page of it: scheme, ``www.`` and a slash at the end."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")
