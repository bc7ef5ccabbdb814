"""Facts for reading: lists, cards, search results and counts, as text and as JSON."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kzfacts.curation.fact_tests import Case, examples_of
from kzfacts.curation.links import Links, links_to
from kzfacts.curation.names import Names
from kzfacts.factbase import edtf
from kzfacts.factbase.model import Citation, Fact
from kzfacts.finding import Related
from kzfacts.reports import fact_tests, wording
from kzfacts.reports.characters import printable
from kzfacts.reports.json import cited, head, one_line
from kzfacts.reports.plain import table
from kzfacts.reports.quantities import size_in_words

if TYPE_CHECKING:
    from kzfacts.factbase import FactBase

_MOST_ROWS = 20  # of one count in text; JSON has them all
_YEAR = re.compile(r"[0-9]{3}[0-9X]")

_HEADINGS = {
    "sources_per_fact": "number of sources",
    "examples_per_fact": "number of examples",
    "example": "example (verdict expected)",
}
_NO_LINKS: Links = {"disputes": (), "refines": ()}

Counts = Mapping[str, Mapping[str, int]]


def listing(facts: Sequence[Fact]) -> str:
    """Return one line a fact: id, date, claim."""
    return _lines(table(("", "", ""), [_row(fact) for fact in facts])[1:])


def ranking(found: Sequence[Related]) -> str:
    """Return one line a fact: score, id, date, claim."""
    return _lines(table(("", "", "", ""), [(f"{one.score:.2f}", *_row(one.fact)) for one in found])[1:])


def _row(fact: Fact) -> tuple[str, str, str]:
    return printable(fact.id), printable(fact.when), printable(fact.claim)


def _lines(lines: Sequence[str]) -> str:
    return "".join(line + "\n" for line in lines)


def card(fact: Fact, fact_base: FactBase) -> str:
    """Return all that is on record about one fact, a labelled line each."""
    rows = [
        ("claim", fact.claim),
        *(("also said", paraphrase) for paraphrase in fact.paraphrases),
        *(("misstated", misstatement) for misstatement in fact.misstatements),
        ("when", wording.date_in_words(fact.when)),
        ("days", _days(fact.when)),
        ("certainty", fact.certainty),
        ("stated by", _name(fact.attributed_to, fact_base)),
        ("kind", fact.kind or ""),
        ("topic", fact.topic),
        *((role, ", ".join(_name(one, fact_base) for one in fact.taking_part(role))) for role in fact.participants),
        *_linked(fact, fact_base),
        ("note", fact.note),
        *(("source", _source(citation, fact_base)) for citation in fact.citations),
        *(("example", f"{case.expected}: {_case(case)}") for case in examples_of(fact)),
        ("recorded in", fact_base.places.get(fact.id, "")),
    ]
    lines = [f"  {label:<{wording.LABEL_WIDTH - 3}} {text}" for label, text in rows if text]
    return _lines([printable(line) for line in (fact.id, *lines)])


def _linked(fact: Fact, fact_base: FactBase) -> list[tuple[str, str]]:
    """Return the facts that this one disputes or refines, and those that dispute or refine it, by their claims."""
    by_id = {other.id: other for other in fact_base.facts}
    links = links_to(fact_base).get(fact.id, _NO_LINKS)
    ids = [
        *(("disputes", other) for other in fact.disputes),
        *(("disputed by", other) for other in links["disputes"] if other not in fact.disputes),
        *(("refines", other) for other in fact.refines),
        *(("refined by", other) for other in links["refines"]),
    ]
    return [(label, f"{by_id[other].claim} [{other}]" if other in by_id else other) for label, other in ids]


def _source(citation: Citation, fact_base: FactBase) -> str:
    source = fact_base.source_of(citation)
    link = wording.address(source)
    return wording.cited(citation, source) + (f" <{link}>" if link else "")


def _case(case: Case) -> str:
    return f"{case.statement} (as of {case.as_of})" if case.as_of else case.statement


def _days(when: str) -> str:
    """Return the first and the last day of a date of more than one day."""
    start, end = _interval(when)
    return "" if start == end else f"{start or '...'} to {end or '...'}"


def _interval(when: str) -> tuple[str | None, str | None]:
    span = edtf.parse(when)
    return (span.start.isoformat() if span.start else None), (span.end.isoformat() if span.end else None)


def _name(entity_id: str, fact_base: FactBase) -> str:
    entity = fact_base.entities.get(entity_id)
    return entity_id if entity is None else entity.name


def record(fact: Fact, fact_base: FactBase, score: float | None = None) -> dict[str, Any]:
    """Return one fact for JSON, with its sources and, in a search, its score."""
    links = links_to(fact_base).get(fact.id, _NO_LINKS)
    return {
        "id": fact.id,
        "claim": fact.claim,
        "when": fact.when,
        "certainty": fact.certainty,
        "kind": fact.kind,
        "attributed_to": fact.attributed_to,
        "topic": fact.topic,
        "paraphrases": fact.paraphrases,
        "participants": fact.participants,
        "note": fact.note,
        "misstatements": fact.misstatements,
        "interval": dict(zip(("start", "end"), _interval(fact.when), strict=True)),
        "disputes": fact.disputes,
        "disputed_by": links["disputes"],
        "refines": fact.refines,
        "refined_by": links["refines"],
        "examples": fact_tests.by_verdict(examples_of(fact)),
        "citations": [cited(citation, fact_base) for citation in fact.citations],
        "place": fact_base.places.get(fact.id),
        **({} if score is None else {"score": round(score, 2)}),
    }


def line(value: object) -> bytes:
    """Return ``value`` as one line of JSON."""
    return one_line(value) + b"\n"


def document(fact_base: FactBase, name: str, value: object, **more: object) -> bytes:
    """Return the JSON document that holds ``value`` under ``name``, and ``more``, beside what describes the base."""
    parts = [
        head(fact_base)[:-1],
        *(b'"%s":%s' % (key.encode(), one_line(one)) for key, one in {name: value, **more}.items()),
    ]
    return b",".join(parts) + b"}\n"


def count(fact_base: FactBase) -> Counts:
    """Count facts by what they are, when, after which sources and about whom; examples by the verdict expected.

    A fact with two sources, or about two entities, counts for both.
    """
    facts = fact_base.facts
    examples = [list(examples_of(fact)) for fact in facts]
    cited_ids = [{citation.source for citation in fact.citations} for fact in facts]
    names = Names(fact_base.entities)
    counts: dict[str, Counter[str]] = {
        "kind": Counter(fact.kind or "none" for fact in facts),
        "certainty": Counter(fact.certainty for fact in facts),
        "topic": Counter(fact.topic or "none" for fact in facts),
        "year": Counter(_year(fact.when) for fact in facts),
        "source": Counter(source for ids in cited_ids for source in ids),
        "decade": Counter(_decade(fact.when) for fact in facts),
        "sources_per_fact": Counter(str(len(ids)) for ids in cited_ids),
        "example": Counter(case.expected.value for cases in examples for case in cases),
        "examples_per_fact": Counter(str(len(cases)) for cases in examples),
        "entity": Counter(entity for fact in facts for entity in names.involved(fact)),
    }
    return {name: _ordered(name, counter) for name, counter in counts.items()}


def _ordered(name: str, counter: Counter[str]) -> dict[str, int]:
    """Order years by time, numbers by size, and the rest by how many there are."""
    if name in ("year", "decade") or name.endswith("_per_fact"):
        return dict(sorted(counter.items(), key=lambda item: (len(item[0]), item[0])))
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))


def _year(when: str) -> str:
    """Return the first year that an EDTF date names."""
    found = _YEAR.search(when)
    return found[0] if found else "unknown"


def _decade(when: str) -> str:
    year = _year(when)
    return f"{year[:3]}0s" if _YEAR.fullmatch(year) else year


def counts_in_words(fact_base: FactBase, counts: Counts) -> str:
    """Return the counts as text, a heading and its rows for each."""
    lines = [
        size_in_words(fact_base),
        f"digest {fact_base.digest}",
    ]
    for name, counter in counts.items():
        rows = [(f"{number:>6}", printable(key)) for key, number in counter.items()]
        if not counter:
            continue
        lines += [
            "",
            f"by {_HEADINGS.get(name, name)}",
            *("".join((number, "  ", key)) for number, key in rows[:_MOST_ROWS]),
        ]
        if len(rows) > _MOST_ROWS:
            lines.append(f"        and {len(rows) - _MOST_ROWS} more (--format json has all)")
    return _lines(lines)
