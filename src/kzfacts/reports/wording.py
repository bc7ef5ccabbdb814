"""The words and parts that the text reports share, whatever draws them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kzfacts.finding import Relation, Verdict
from kzfacts.reports.characters import printable

if TYPE_CHECKING:
    from kzfacts.factbase import FactBase
    from kzfacts.factbase.model import Citation, Fact, Source
    from kzfacts.finding import Bearing, Finding, Step

SYMBOLS = {Verdict.SUPPORTED: "✓", Verdict.CONTRADICTED: "✗", Verdict.ABSENT: "?"}
LABEL_WIDTH = 16  # cells: the symbol, the longest verdict and the space around them
MOST_RELATED = 3
PROOF_HEADINGS = ("aspect", "statement", "relation", "fact", "note")
_BESIDE: dict[Bearing, str] = {"disputes": "disputed by", "refines": "more exactly", "is less exact": "less exactly"}
_CONFLICTS = (Relation.ALTERNATION, Relation.NEGATION)


@dataclass(frozen=True)
class Line:
    """One labelled line below a statement; ``link`` is the address that its text leads to."""

    label: str
    text: str
    link: str = ""


def heading(verdict: Verdict) -> str:
    """Return the symbol and the verdict in capitals, as wide as a label."""
    return f"{SYMBOLS[verdict]} {verdict.upper()}".ljust(LABEL_WIDTH)


def conflicts(finding: Finding) -> list[tuple[int, int]]:
    """Return the stretches of the statement that decide the verdict, in order and apart from each other.

    In a contradicted statement these are the pieces in conflict; in an absent one those that nothing in
    the nearest fact answers.
    """
    if finding.verdict is Verdict.SUPPORTED:
        return []
    wanted = _CONFLICTS if finding.verdict is Verdict.CONTRADICTED else (Relation.INDEPENDENCE,)
    spans = sorted(
        (max(0, step.statement.start), min(len(finding.statement), step.statement.end))
        for step in finding.proof
        if step.statement is not None and step.relation in wanted
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def lines_below(finding: Finding, fact_base: FactBase, *, linked: bool = False) -> Iterator[Line]:
    """Yield the reason, the record and its sources, or the nearest facts where the record is silent.

    ``linked`` leaves the address of a source to the line's ``link`` and out of its text.
    """
    yield Line("reason", printable(finding.message))
    if finding.fact is not None:
        fact = finding.fact
        yield Line("record", printable(f"{fact.claim} [{standing(fact, fact_base)}; {fact.id}]"))
        for citation in fact.citations:
            source = fact_base.source_of(citation)
            text = cited(citation, source)
            link = address(source)
            yield Line("source", text if linked or not link else f"{text} <{link}>", link if linked else "")
        for beside in finding.beside:
            other = beside.fact
            text = f"{other.claim} [{standing(other, fact_base)}; {other.id}]"
            yield Line(_BESIDE[beside.bearing], printable(text))
            for citation in other.citations:
                yield Line("source", cited(citation, fact_base.source_of(citation)))
    else:
        for related in finding.related[:MOST_RELATED]:
            fact = related.fact
            yield Line("nearest", printable(f"{fact.claim} [{standing(fact, fact_base)}; {fact.id}]"))


def proof_rows(proof: tuple[Step, ...]) -> list[tuple[str, str, str, str, str]]:
    """Return the proof as rows under PROOF_HEADINGS; a dash stands for the side that says nothing."""
    return [
        (
            printable(step.aspect),
            printable(step.statement.text) if step.statement is not None else "-",
            step.relation.value,
            printable(step.fact) or "-",
            printable(step.note),
        )
        for step in proof
    ]


def standing(fact: Fact, fact_base: FactBase) -> str:
    """Return a fact's date and certainty in words: ``2014, stated by Erlan Idrissov``."""
    certainty: str = fact.certainty
    if fact.attributed_to:
        entity = fact_base.entities.get(fact.attributed_to)
        certainty = f"{certainty} by {entity.name if entity is not None else fact.attributed_to}"
    return f"{date_in_words(fact.when)}, {certainty}"


def cited(citation: Citation, source: Source) -> str:
    """Return a citation in one line: author, title, publisher, date, place, and what the source goes by."""
    published = date_in_words(source.published) if source.published else "undated"
    parts = [source.author, f'"{source.title}"', source.publisher, published, citation.locator]
    text = ", ".join(part for part in parts if part)
    return printable(f"{text} (after {citation.reports})" if citation.reports else text)


def address(source: Source) -> str:
    """Return the source's web address, or nothing where it has none or one of another kind."""
    url = printable(source.url)
    return url if url.startswith(("https://", "http://")) and " " not in url else ""


def date_in_words(text: str) -> str:
    """Return an EDTF date as people write it, or as it stands where it cannot be read."""
    from kzfacts.factbase import edtf

    try:
        return edtf.describe(text)
    except ValueError:
        return text
