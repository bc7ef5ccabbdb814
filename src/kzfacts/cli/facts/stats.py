"""``kzfacts facts stats``: how many facts of each kind the base holds."""

from __future__ import annotations

import click

from kzfacts.cli import engine, options
from kzfacts.cli.output import open_output


@click.command()
@options.facts_option
@options.format_option("text", "json")
@options.output_option
def stats(fact_paths: tuple[str, ...], format_: str, output: str | None) -> None:
    """Count the facts by kind, date, source and the like.

    Also by certainty, topic, examples and entities.
    """
    from kzfacts.reports import facts as report

    with open_output(output, read=fact_paths) as out:
        fact_base = engine.open_fact_base(fact_paths)
        counts = report.count(fact_base)
        if format_ == "json":
            out.write(report.document(fact_base, "counts", counts))
        else:
            out.write(report.counts_in_words(fact_base, counts))
