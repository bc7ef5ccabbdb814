"""Scores of an evaluation, as tables for people and as one JSON document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from kzfacts.evaluation import CategoryScore, Judged, Score
from kzfacts.finding import Step, Verdict
from kzfacts.reports import wording
from kzfacts.reports.characters import printable
from kzfacts.reports.json import one_line
from kzfacts.reports.plain import table
from kzfacts.reports.quantities import quantity

_DIGITS = 4


def as_text(score: Score, seconds: float, wrong: Sequence[Judged] | None = None) -> str:
    """Return the figures as text; ``wrong`` are the statements to show with them, None for none."""
    lines = [
        f"accuracy {score.accuracy:.3f}, macro-F1 {score.macro_f1:.3f}, {quantity(score.rows, 'row')}",
        *_section(("verdict", "precision", "recall", "F1", "rows"), _verdict_rows(score)),
        *_section(("expected \\ got", *Verdict), _confusion_rows(score)),
        *_section(
            ("category", "rows", "accuracy", "false contradicted", "false supported"),
            [_category_row(one) for one in (*score.categories, score.total)],
        ),
        "",
        f"{seconds:.2f} s, {_rate(score.rows, seconds):,.0f} rows a second",
    ]
    for judged in wrong or ():
        lines += ["", *_error_lines(judged)]
    return "".join(line + "\n" for line in lines)


def as_json(score: Score, seconds: float, wrong: Sequence[Judged] | None = None) -> bytes:
    """Return the figures as one JSON document, with ``errors`` where ``wrong`` is not None."""
    document: dict[str, Any] = {
        "version": 1,
        "rows": score.rows,
        "accuracy": round(score.accuracy, _DIGITS),
        "macro_f1": round(score.macro_f1, _DIGITS),
        "verdicts": {one.verdict.value: _rounded(asdict(one), leave_out="verdict") for one in score.verdicts},
        "confusion": {
            expected.value: {got.value: number for got, number in row.items()}
            for expected, row in score.confusion.items()
        },
        "total": _rounded(asdict(score.total), leave_out="category"),
        "categories": {one.category: _rounded(asdict(one), leave_out="category") for one in score.categories},
        "seconds": round(seconds, _DIGITS),
        "rows_per_second": round(_rate(score.rows, seconds), 1),
    }
    if wrong is not None:
        document["errors"] = [_error(judged) for judged in wrong]
    return one_line(document) + b"\n"


def _section(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return ["", *table(headings, list(rows))]


def _verdict_rows(score: Score) -> Iterator[tuple[str, ...]]:
    for one in score.verdicts:
        yield one.verdict, f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.f1:.3f}", str(one.rows)


def _confusion_rows(score: Score) -> Iterator[tuple[str, ...]]:
    for expected, row in score.confusion.items():
        yield expected, *(str(row[got]) for got in Verdict)


def _category_row(one: CategoryScore) -> tuple[str, ...]:
    name = printable(one.category)
    return name, str(one.rows), f"{one.accuracy:.3f}", str(one.false_contradicted), str(one.false_supported)


def _rate(rows: int, seconds: float) -> float:
    return rows / seconds if seconds > 0 else 0.0


def _rounded(figures: dict[str, Any], *, leave_out: str) -> dict[str, Any]:
    return {
        name: round(value, _DIGITS) if isinstance(value, float) else value
        for name, value in figures.items()
        if name != leave_out
    }


def _error_lines(judged: Judged) -> Iterator[str]:
    finding = judged.finding
    names = ", ".join(filter(None, (judged.id, judged.category)))
    yield printable(f"{judged.place}: {names + ': ' if names else ''}expected {judged.expected}, got {finding.verdict}")
    rows = [
        ("claim", finding.statement),
        ("reason", finding.message),
        ("fact", finding.fact.id if finding.fact is not None else ""),
        *(("proof", step) for step in map(_step_in_words, finding.proof)),
    ]
    for label, text in rows:
        if text:
            yield f"  {label}".ljust(wording.LABEL_WIDTH) + printable(text)


def _step_in_words(step: Step) -> str:
    piece = f'"{step.statement.text}"' if step.statement is not None else "-"
    counterpart = f'"{step.fact}"' if step.fact else "-"
    note = f" ({step.note})" if step.note else ""
    return f"{step.aspect}: {piece} {step.relation} {counterpart}{note}"


def _error(judged: Judged) -> dict[str, Any]:
    finding = judged.finding
    return {
        "place": judged.place,
        "id": judged.id,
        "category": judged.category,
        "claim": finding.statement,
        "expected": judged.expected,
        "got": finding.verdict,
        "score": round(finding.score, 2),
        "message": finding.message,
        "fact": finding.fact.id if finding.fact is not None else None,
        "proof": [_step_in_words(step) for step in finding.proof],
    }
