"""The finding that a person reads: verdict, reason, proof and correction, from answers by single facts."""

from __future__ import annotations

from typing import NamedTuple

from kzfacts.factbase import Fact, FactBase
from kzfacts.factbase.edtf import describe, parse_term
from kzfacts.finding import Beside, Finding, Related, Relation, Span, Step, Suggestion, Verdict
from kzfacts.language.reading import Reading, Unit
from kzfacts.matching.aspects.term import describe as describe_term
from kzfacts.matching.compilation import LASTING_KINDS
from kzfacts.matching.confidence import confidence
from kzfacts.matching.link import Link
from kzfacts.matching.proof import Judgement

WORTH_NAMING, NAMED = 0.5, 4
"""What an absent finding says is missing: pieces of this weight at least, and so many at most."""


class Answer(NamedTuple):
    """What one fact says to one assertion."""

    reading: Reading
    fact: Fact
    judgement: Judgement
    beside: tuple[Beside, ...] = ()


def explain(
    statement: str, whole: Answer | None, parts: list[Answer], related: tuple[Related, ...], base: FactBase | None
) -> Finding:
    """Compose the finding of a statement from the answer to the whole and to its parts.

    Its score is the probability that it is right (`kzfacts.matching.confidence`); for an absent one, how far the
    nearest fact is from speaking to all of the statement: 1 where none speaks to any of it, 0.5 where one does to all.
    Without a ``base``, against one given text, the score is the share of the statement that the text speaks to.
    """
    decided = deciding(whole, parts)
    if decided is None:
        nearest = whole
        steps = _steps(nearest.judgement.links) if nearest else ()
        message = _absent_message(nearest)
        score = round(1.0 - (nearest.judgement.score if nearest else 0.0) / 2, 4)
        return Finding(statement, Verdict.ABSENT, score, message, None, steps, None, related)
    judgement = decided.judgement
    conflicts = judgement.conflicts
    return Finding(
        statement=statement,
        verdict=judgement.verdict,
        score=round(judgement.score, 4) if base is None else confidence(decided, whole=decided is whole),
        message=_message(decided, base),
        fact=decided.fact,
        proof=_steps(judgement.links),
        suggestion=_suggestion(conflicts) if judgement.verdict is Verdict.CONTRADICTED else None,
        beside=decided.beside,
    )


def deciding(whole: Answer | None, parts: list[Answer]) -> Answer | None:
    """Return the answer that decides: the whole's, else a contradicted part, else the last of supported parts."""
    if whole is not None and whole.judgement.verdict is not Verdict.ABSENT:
        return whole
    for part in parts:
        if part.judgement.verdict is Verdict.CONTRADICTED:
            return part
    if parts and all(part.judgement.verdict is Verdict.SUPPORTED for part in parts):
        return min(parts, key=lambda part: part.judgement.score)
    return None


def _steps(links: list[Link]) -> tuple[Step, ...]:
    return tuple(
        Step(
            link.aspect,
            link.relation,
            Span(link.unit.text, link.unit.start, link.unit.end) if link.unit is not None else None,
            link.fact,
            link.note,
        )
        for link in links
    )


def _message(answer: Answer, base: FactBase | None) -> str:
    fact, judgement = answer.fact, answer.judgement
    source = _source(fact, base)
    if judgement.verdict is Verdict.SUPPORTED:
        return f"the record says so{_duration(answer)}{source}{_disputed(answer, base)}"
    conflicts = judgement.conflicts
    if judgement.wrong:
        return f"cannot be true if the record is right{source}"
    if all(link.unit is None for link in conflicts):
        return f"denies what the record says{source}"
    link = conflicts[0]
    if link.aspect == "comparison":
        figures = " and ".join(f"{other.fact} for “{other.unit.text}”" for other in conflicts if other.unit is not None)
        return f"the figures on record do not compare so: {figures}{source}"
    said = f"“{_phrase(answer.reading, link.unit)}”" if link.unit is not None else "this"
    if link.aspect == "order":
        dates = " and ".join(f"“{other.unit.text}” {other.fact}" for other in conflicts if other.unit is not None)
        return f"the dates on record are {link.note}: {dates}{source}"
    if link.aspect == "polarity":
        if link.unit is not None and link.unit.sign < 0:
            return f"denies {said}; the record has “{link.fact}”{source}"
        return f"says {said}; the record denies “{link.fact}”{source}"
    if link.aspect == "role":
        return f"{link.note} at {said}{source}"
    return f"says {said}; the record has “{link.fact}”{source}"


def _disputed(answer: Answer, base: FactBase | None) -> str:
    """Name the other versions of a disputed fact, each with its source."""
    rivals = [beside for beside in answer.beside if beside.bearing == "disputes"]
    said = [f"“{rival.value}”{_source(rival.fact, base)}" if rival.value else rival.fact.claim for rival in rivals]
    return f"; but sources disagree: another has {' and '.join(said)}" if said else ""


def _phrase(reading: Reading, unit: Unit) -> str:
    """Return a unit with what it counts: "ten official visits" for "ten"."""
    head = next((other for other in reading.units if other.token == unit.head), None) if unit.head >= 0 else None
    return reading.text[unit.start : head.end] if head is not None and head.start > unit.end else unit.text


def _source(fact: Fact, base: FactBase | None) -> str:
    """Return who says so and when, in parentheses: what the source goes by, else its publisher."""
    reports = next((citation.reports for citation in fact.citations if citation.reports), "")
    if reports or base is None or not fact.citations:
        return f" ({reports})" if reports else ""
    source = base.source_of(fact.citations[0])
    date = describe(source.published) if source.published else "undated"
    return f" ({source.publisher}, {date})"


def _duration(answer: Answer) -> str:
    """Return how long a lasting fact held, where that is on record and the statement was made."""
    term = parse_term(answer.fact.when) if answer.fact.kind in LASTING_KINDS else None
    return f", for the time {describe_term(term)}" if term is not None and (term.start or term.end) else ""


def _absent_message(nearest: Answer | None) -> str:
    if nearest is None:
        return "the record holds nothing on this"
    open_links = [link for link in nearest.judgement.links if not link.agrees]
    limits = [link for link in open_links if link.note and (link.unit is None or link.aspect == "modality")]
    note = limits[0].note if limits else ""
    if note:
        return f"the record does not go so far: {note}"
    missing = [link.unit.text for link in open_links if link.unit is not None and link.weight >= WORTH_NAMING]
    if missing:
        return "the record does not say: " + ", ".join(f"“{text}”" for text in missing[:NAMED])
    return "the record holds nothing that settles this"


def _suggestion(conflicts: list[Link]) -> Suggestion | None:
    values = [link for link in conflicts if link.aspect in ("number", "date", "name") and link.unit is not None]
    if len(conflicts) != 1 or len(values) != 1 or not values[0].fact or values[0].relation is not Relation.ALTERNATION:
        return None
    if values[0].aspect == "date" and values[0].note:
        return None  # a term is no replacement for a date
    unit = values[0].unit
    assert unit is not None
    return Suggestion(unit.start, unit.end, values[0].fact)
