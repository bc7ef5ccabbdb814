"""Facts for reading: lists, cards, search results and counts, as text and as JSON."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kzfacts.factbase.model import Fact
from kzfacts.finding import Related
from kzfacts.reports import wording
from kzfacts.reports.characters import printable
from kzfacts.reports.json import cited, head, one_line
from kzfacts.reports.plain import table

if TYPE_CHECKING:
    from kzfacts.factbase import FactBase

_MOST_ROWS = 20  # of one count in text; JSON has them all
_YEAR = re.compile(r"[0-9]{3}[0-9X]")

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
        ("when", wording.date_in_words(fact.when)),
        ("certainty", fact.certainty),
        ("stated by", _name(fact.attributed_to, fact_base)),
        ("kind", fact.kind or ""),
        ("topic", fact.topic),
        *((role, _names(who, fact_base)) for role, who in fact.participants.items()),
        ("note", fact.note),
    ]
    for citation in fact.citations:
        source = fact_base.source_of(citation)
        link = wording.address(source)
        rows.append(("source", wording.cited(citation, source) + (f" <{link}>" if link else "")))
    rows.append(("recorded in", fact_base.places.get(fact.id, "")))
    lines = [f"  {label}".ljust(wording.LABEL_WIDTH) + text for label, text in rows if text]
    return _lines([printable(line) for line in (fact.id, *lines)])


def _names(who: str | Sequence[str], fact_base: FactBase) -> str:
    return ", ".join(_name(one, fact_base) for one in ((who,) if isinstance(who, str) else who))


def _name(entity_id: str, fact_base: FactBase) -> str:
    entity = fact_base.entities.get(entity_id)
    return entity_id if entity is None else entity.name


def record(fact: Fact, fact_base: FactBase, score: float | None = None) -> dict[str, Any]:
    """Return one fact for JSON, with its sources and, in a search, its score."""
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
        "citations": [cited(citation, fact_base) for citation in fact.citations],
        "place": fact_base.places.get(fact.id),
        **({} if score is None else {"score": round(score, 2)}),
    }


def line(value: object) -> bytes:
    """Return ``value`` as one line of JSON."""
    return one_line(value) + b"\n"


def document(fact_base: FactBase, name: str, value: object) -> bytes:
    """Return the JSON document that holds ``value`` under ``name``, beside what describes the fact base."""
    return head(fact_base)[:-1] + b',"' + name.encode() + b'":' + one_line(value) + b"}\n"


def count(fact_base: FactBase) -> Counts:
    """Count facts by kind, certainty, topic, year and source; a fact with two sources counts for both."""
    facts = fact_base.facts
    counts: dict[str, Counter[str]] = {
        "kind": Counter(fact.kind or "none" for fact in facts),
        "certainty": Counter(fact.certainty for fact in facts),
        "topic": Counter(fact.topic or "none" for fact in facts),
        "year": Counter(_year(fact.when) for fact in facts),
        "source": Counter(source for fact in facts for source in {citation.source for citation in fact.citations}),
    }
    return {name: _ordered(name, counter) for name, counter in counts.items()}


def _ordered(name: str, counter: Counter[str]) -> dict[str, int]:
    """Order years by time and the rest by number."""
    if name == "year":
        return dict(sorted(counter.items()))
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))


def _year(when: str) -> str:
    """Return the first year that an EDTF date names."""
    found = _YEAR.search(when)
    return found[0] if found else "unknown"


def counts_in_words(fact_base: FactBase, counts: Counts) -> str:
    """Return the counts as text, a heading and its rows for each."""
    lines = [
        f"{len(fact_base.facts)} facts, {len(fact_base.sources)} sources, {len(fact_base.entities)} entities, "
        f"{len(fact_base.concepts)} concepts",
        f"digest {fact_base.digest}",
    ]
    for name, counter in counts.items():
        rows = [(f"{number:>6}", printable(key)) for key, number in counter.items()]
        lines += ["", f"by {name}", *("".join((number, "  ", key)) for number, key in rows[:_MOST_ROWS])]
        if len(rows) > _MOST_ROWS:
            lines.append(f"        and {len(rows) - _MOST_ROWS} more (--format json has all)")
    return _lines(lines)
