"""Facts as CSV (RFC 4180), one a row, safe to open in a spreadsheet.

A cell that begins like a formula gets an apostrophe in front, as OWASP advises against CSV injection
(https://owasp.org/www-community/attacks/CSV_Injection). Several values in a cell are joined by " | ".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from kzfacts.factbase import Fact, FactBase, edtf

COLUMNS = (
    "id", "claim", "when", "first_day", "last_day", "kind", "certainty", "attributed_to", "topic", "participants",
    "paraphrases", "misstatements", "disputes", "refines", "note", "source", "source_title", "source_publisher",
    "source_published", "source_url", "locator", "reports", "place",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_JOINT = " | "


def rows(facts: Iterable[Fact], fact_base: FactBase) -> Iterator[str]:
    """Yield the heading and a row for each fact, with their line ends."""
    yield _line(COLUMNS)
    for fact in facts:
        yield _line([_harmless(cell) for cell in _cells(fact, fact_base)])


def _cells(fact: Fact, fact_base: FactBase) -> list[str]:
    span = edtf.parse(fact.when)
    sources = [fact_base.source_of(citation) for citation in fact.citations]
    participants = [f"{role}: {', '.join(fact.taking_part(role))}" for role in fact.participants]
    return [
        fact.id,
        fact.claim,
        fact.when,
        span.start.isoformat() if span.start else "",
        span.end.isoformat() if span.end else "",
        fact.kind or "",
        fact.certainty,
        fact.attributed_to,
        fact.topic,
        *(_JOINT.join(texts) for texts in (participants, fact.paraphrases, fact.misstatements)),
        *(_JOINT.join(ids) for ids in (fact.disputes, fact.refines)),
        fact.note,
        *(_JOINT.join(getattr(source, key) for source in sources) for key in _SOURCE_KEYS),
        *(_JOINT.join(getattr(citation, key) for citation in fact.citations) for key in ("locator", "reports")),
        fact_base.places.get(fact.id, ""),
    ]


_SOURCE_KEYS = ("id", "title", "publisher", "published", "url")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()
