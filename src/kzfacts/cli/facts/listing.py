"""``kzfacts facts list``: every fact in a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

import click

from kzfacts.cli import engine, options
from kzfacts.cli.failures import tell
from kzfacts.cli.output import open_output
from kzfacts.errors import UsageError
from kzfacts.factbase.model import FactKind

if TYPE_CHECKING:
    from kzfacts.factbase import Fact, FactBase


@click.command("list")
@click.option("--topic", "topics", metavar="TOPIC", multiple=True, help="Only facts of this topic; may be repeated.")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(get_args(FactKind)),
    multiple=True,
    help="Only facts of this kind; may be repeated.",
)
@options.facts_option
@options.format_option("text", "json", "jsonl")
@options.output_option
def list_facts(
    topics: tuple[str, ...], kinds: tuple[str, ...], fact_paths: tuple[str, ...], format_: str, output: str | None
) -> None:
    """List the facts by id, with their dates and claims."""
    from kzfacts.reports import facts as report

    with open_output(output) as out:
        fact_base = engine.open_fact_base(fact_paths)
        chosen = _choose(fact_base, topics, kinds)
        if format_ == "text":
            out.write(report.listing(chosen))
        elif format_ == "json":
            out.write(report.document(fact_base, "facts", [report.record(fact, fact_base) for fact in chosen]))
        else:
            for fact in chosen:
                out.write(report.line(report.record(fact, fact_base)))
    if not chosen:
        tell("no fact fits")


def _choose(fact_base: FactBase, topics: Sequence[str], kinds: Sequence[str]) -> list[Fact]:
    known = {fact.topic for fact in fact_base.facts}
    for topic in topics:
        if topic not in known:
            named = ", ".join(sorted(filter(None, known))) or "none"
            raise UsageError(f"--topic: no fact has the topic {topic!r}; the topics are: {named}")
    return [
        fact for fact in fact_base.facts if (not topics or fact.topic in topics) and (not kinds or fact.kind in kinds)
    ]
