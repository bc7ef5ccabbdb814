"""``kzfacts facts export``: the facts for other programs, as JSON, CSV or schema.org ClaimReview."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kzfacts.cli import engine, options
from kzfacts.cli.facts.filters import filter_options
from kzfacts.cli.failures import tell
from kzfacts.cli.output import open_output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kzfacts.curation.selection import Selection
    from kzfacts.factbase import Fact, FactBase


@click.command()
@filter_options
@options.facts_option
@options.format_option("json", "csv", "claimreview")
@options.output_option
def export(selection: Selection, fact_paths: tuple[str, ...], format_: str, output: str | None) -> None:
    """Write the facts, with their sources, for other programs.

    claimreview is schema.org's markup of fact checks: a JSON-LD array with a ClaimReview for each fact.
    """
    with open_output(output, read=fact_paths) as out:
        fact_base = engine.open_fact_base(fact_paths)
        chosen = selection.choose(fact_base)
        if format_ == "csv":
            from kzfacts.reports.facts_csv import rows

            for row in rows(chosen, fact_base):
                out.write(row.encode())
        elif format_ == "claimreview":
            for piece in _reviews(chosen, fact_base):
                out.write(piece)
        else:
            from kzfacts.reports import facts as report

            out.write(report.document(fact_base, "facts", [report.record(fact, fact_base) for fact in chosen]))
    if not chosen:
        tell("no fact fits")


def _reviews(facts: Iterable[Fact], fact_base: FactBase) -> Iterator[bytes]:
    """Yield a JSON array, one review a line; "<" is escaped, so that it can stand in a script element of a page."""
    from kzfacts.reports.claim_review import review
    from kzfacts.reports.json import one_line

    separator = b"[\n"
    for fact in facts:
        yield separator + one_line(review(fact, fact_base)).replace(b"<", b"\\u003c")
        separator = b",\n"
    yield b"[]\n" if separator == b"[\n" else b"\n]\n"
