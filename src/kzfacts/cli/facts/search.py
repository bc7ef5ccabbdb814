"""``kzfacts facts search``: the facts nearest to some words."""

from __future__ import annotations

import click

from kzfacts.cli import engine, options
from kzfacts.cli.failures import tell
from kzfacts.cli.output import open_output
from kzfacts.errors import UsageError


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="TEXT...")
@click.option(
    "-n",
    "--limit",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="How many facts to show at most.",
)
@options.facts_option
@options.format_option("text", "json", "jsonl")
@options.output_option
def search(words: tuple[str, ...], limit: int, fact_paths: tuple[str, ...], format_: str, output: str | None) -> None:
    """Find the facts nearest to TEXT, best first."""
    from kzfacts.reports import facts as report

    text = " ".join(words).strip()
    if not text:
        raise UsageError("nothing to search for; give some words")
    with open_output(output) as out:
        fact_base = engine.open_fact_base(fact_paths)
        found = engine.open_checker(fact_base).search(text, limit)
        if format_ == "text":
            out.write(report.ranking(found))
        elif format_ == "json":
            records = [report.record(related.fact, fact_base, related.score) for related in found]
            out.write(report.document(fact_base, "facts", records))
        else:
            for related in found:
                out.write(report.line(report.record(related.fact, fact_base, related.score)))
    if not found:
        tell("no fact is near these words")
