"""``kzfacts facts list``: every fact in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kzfacts.cli import engine, options
from kzfacts.cli.facts.filters import filter_options
from kzfacts.cli.failures import tell
from kzfacts.cli.output import open_output

if TYPE_CHECKING:
    from kzfacts.curation.selection import Selection


@click.command("list")
@filter_options
@options.facts_option
@options.format_option("text", "json", "jsonl")
@options.output_option
def list_facts(selection: Selection, fact_paths: tuple[str, ...], format_: str, output: str | None) -> None:
    """List the facts by id, with their dates and claims."""
    from kzfacts.reports import facts as report

    with open_output(output, read=fact_paths) as out:
        fact_base = engine.open_fact_base(fact_paths)
        chosen = selection.choose(fact_base)
        if format_ == "text":
            out.write(report.listing(chosen))
        elif format_ == "json":
            out.write(report.document(fact_base, "facts", [report.record(fact, fact_base) for fact in chosen]))
        else:
            for fact in chosen:
                out.write(report.line(report.record(fact, fact_base)))
    if not chosen:
        tell("no fact fits")
