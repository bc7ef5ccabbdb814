"""Results as JSON: one document, or one result a line (https://jsonlines.org).

``result.schema.json`` beside this file describes both. Fields may be added, never changed or taken away.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from kzfacts.factbase.model import Citation, Fact
from kzfacts.finding import Finding, Related, Span, Step, Suggestion

if TYPE_CHECKING:
    from kzfacts.factbase import FactBase

VERSION = 1
_encode = msgspec.json.Encoder().encode

# JSON permits these as they are, but a terminal obeys C1 controls and some readers end lines at the others.
# Text-direction marks change what a reader sees; runners of CI jobs obey "##[group]" and "##vso[" anywhere in a line.
_UNSAFE = re.compile(
    b"\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]|(?<=#)#(?=\\w*\\[)"
)

_HALVES = re.compile("[\ud800-\udfff]")


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


class Location(msgspec.Struct):
    """Where a statement stands in a draft: lines and columns from 1, ends exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class ResultOut(msgspec.Struct):
    """A result as its JSON has it."""

    statement: str
    location: Location | None
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
    try:
        return harmless(_encode(value))
    except UnicodeEncodeError:  # halves of surrogate pairs, which UTF-8 cannot hold
        return harmless(_encode(_whole(value)))


def encodable(text: str) -> str:
    """Return ``text`` with what UTF-8 cannot hold replaced by U+FFFD, such as bytes of a file's name that are no text.

    One character stands for one.
    """
    return _HALVES.sub("\ufffd", text)


def _whole(value: Any) -> Any:
    """Return a value with every half of a surrogate pair in its texts replaced by one character."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, list | tuple):
        return [_whole(item) for item in value]
    if isinstance(value, msgspec.Struct):
        return {key: _whole(item) for key, item in msgspec.structs.asdict(value).items()}
    return value


def harmless(data: bytes) -> bytes:
    """Return JSON with what a terminal or a runner of CI jobs would obey written as escapes."""
    return data if data.isascii() and b"##" not in data and b"\x7f" not in data else _UNSAFE.sub(_escape, data)


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
        return one_line(self.result(finding))

    def result(self, finding: Finding, location: Location | None = None) -> ResultOut:
        """Return one result in the form in which it is encoded."""
        return ResultOut(
            statement=finding.statement,
            location=location,
            verdict=finding.verdict,
            score=round(finding.score, 2),
            message=finding.message,
            fact=None if finding.fact is None else self._fact(finding.fact),
            proof=[_step(step) for step in finding.proof],
            suggestion=finding.suggestion,
            related=[_related(related) for related in finding.related],
            beside=[_BesideOut(other.bearing, other.value, self._fact(other.fact)) for other in finding.beside],
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
