"""Results as JSON: one document, or one result a line (https://jsonlines.org).

``result.schema.json`` beside this file describes both. Fields may be added, never changed or taken away.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from kzfacts.factbase.model import Citation, Fact
from kzfacts.finding import Finding, Related, Span, Step, Suggestion

if TYPE_CHECKING:
    from kzfacts.factbase import FactBase

VERSION = 1
_encode = msgspec.json.Encoder().encode

# JSON permits these as they are, but a terminal obeys C1 controls and some readers end lines at the others.
_UNSAFE = re.compile(b"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]")


class _CitationOut(msgspec.Struct):
    source: str
    title: str
    publisher: str
    published: str
    url: str
    locator: str
    reports: str


class _FactOut(msgspec.Struct):
    id: str
    claim: str
    when: str
    certainty: str
    kind: str | None
    attributed_to: str
    citations: list[_CitationOut]


class _PieceOut(msgspec.Struct):
    text: str


class _StepOut(msgspec.Struct):
    aspect: str
    relation: str
    statement: Span | None
    fact: _PieceOut | None
    note: str


class _RelatedOut(msgspec.Struct):
    id: str
    claim: str
    score: float


class _BesideOut(msgspec.Struct):
    bearing: str
    value: str
    fact: msgspec.Raw


class _ResultOut(msgspec.Struct):
    statement: str
    location: None
    verdict: str
    score: float
    message: str
    fact: msgspec.Raw | None
    proof: list[_StepOut]
    suggestion: Suggestion | None
    related: list[_RelatedOut]
    beside: list[_BesideOut]


def one_line(value: object) -> bytes:
    """Return ``value`` as JSON in one line that is safe on a terminal, without the line end."""
    data = _encode(value)
    return data if data.isascii() else _UNSAFE.sub(_escape, data)


def _escape(match: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(match[0].decode())


class ResultEncoder:
    """Turns findings into JSON; the part that describes a fact is encoded once for each fact."""

    def __init__(self, fact_base: FactBase) -> None:
        """Take the base whose sources the facts cite."""
        self._fact_base = fact_base
        self._facts: dict[str, msgspec.Raw] = {}

    def encode(self, finding: Finding) -> bytes:
        """Return one result as JSON in one line, without the line end."""
        return one_line(
            _ResultOut(
                statement=finding.statement,
                location=None,
                verdict=finding.verdict,
                score=round(finding.score, 2),
                message=finding.message,
                fact=None if finding.fact is None else self._fact(finding.fact),
                proof=[_step(step) for step in finding.proof],
                suggestion=finding.suggestion,
                related=[_related(related) for related in finding.related],
                beside=[_BesideOut(other.bearing, other.value, self._fact(other.fact)) for other in finding.beside],
            )
        )

    def _fact(self, fact: Fact) -> msgspec.Raw:
        encoded = self._facts.get(fact.id)
        if encoded is None:
            citations = [cited(citation, self._fact_base) for citation in fact.citations]
            encoded = msgspec.Raw(
                _encode(
                    _FactOut(fact.id, fact.claim, fact.when, fact.certainty, fact.kind, fact.attributed_to, citations)
                )
            )
            self._facts[fact.id] = encoded
        return encoded


def cited(citation: Citation, fact_base: FactBase) -> _CitationOut:
    """Return a citation together with what is on record about its source."""
    source = fact_base.source_of(citation)
    return _CitationOut(
        source.id, source.title, source.publisher, source.published, source.url, citation.locator, citation.reports
    )


def _step(step: Step) -> _StepOut:
    fact = _PieceOut(step.fact) if step.fact else None
    return _StepOut(step.aspect, step.relation, step.statement, fact, step.note)


def _related(related: Related) -> _RelatedOut:
    return _RelatedOut(related.fact.id, related.fact.claim, round(related.score, 2))


class JsonLines:
    """The report ``jsonl``: one result a line."""

    def __init__(self, fact_base: FactBase) -> None:
        """Take the base whose facts the findings name."""
        self._encoder = ResultEncoder(fact_base)

    def start(self) -> bytes:
        """Return nothing: the lines are all there is."""
        return b""

    def result(self, finding: Finding) -> bytes:
        """Return one line."""
        return self._encoder.encode(finding) + b"\n"

    def end(self, verdicts: Mapping[str, int]) -> bytes:
        """Return nothing."""
        return b""


class JsonDocument:
    """The report ``json``: one document with the fact base, the results and their summary."""

    def __init__(self, fact_base: FactBase) -> None:
        """Take the base whose facts the findings name."""
        self._encoder = ResultEncoder(fact_base)
        self._head = head(fact_base)
        self._separator = b"\n"

    def start(self) -> bytes:
        """Return the document as far as the first result."""
        return self._head[:-1] + b',"results":['

    def result(self, finding: Finding) -> bytes:
        """Return one result, with the comma that it needs."""
        separator, self._separator = self._separator, b",\n"
        return separator + self._encoder.encode(finding)

    def end(self, verdicts: Mapping[str, int]) -> bytes:
        """Return the summary and the end of the document."""
        summary = {verdict: verdicts.get(verdict, 0) for verdict in ("supported", "contradicted", "absent")}
        return b'\n],"summary":' + _encode(summary) + b"}\n"


def head(fact_base: FactBase) -> bytes:
    """Return the object that opens every document: the format's version and the fact base it rests on."""
    return _encode({"version": VERSION, "fact_base": {"facts": len(fact_base.facts), "digest": fact_base.digest}})
