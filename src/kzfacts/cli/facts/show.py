"""``kzfacts facts show``: all that is on record about a fact."""

from __future__ import annotations

import click

from kzfacts.cli import engine, options
from kzfacts.cli.output import open_output


@click.command()
@click.argument(
    "fact_ids",
    nargs=-1,
    required=True,
    metavar="ID...",
    type=options.Needed("Name facts; kzfacts facts list has their ids"),
)
@options.facts_option
@options.format_option("text", "json", "jsonl")
@options.output_option
def show(fact_ids: tuple[str, ...], fact_paths: tuple[str, ...], format_: str, output: str | None) -> None:
    """Show all that is on record about each fact.

    That is its date, wordings, sources and place in the fact base.
    """
    from kzfacts.reports import facts as report

    with open_output(output, read=fact_paths) as out:
        fact_base = engine.open_fact_base(fact_paths)
        chosen = [fact_base.fact(fact_id) for fact_id in fact_ids]
        if format_ == "text":
            out.write("\n".join(report.card(fact, fact_base) for fact in chosen))
        elif format_ == "json":
            out.write(report.document(fact_base, "facts", [report.record(fact, fact_base) for fact in chosen]))
        else:
            for fact in chosen:
                out.write(report.line(report.record(fact, fact_base)))
