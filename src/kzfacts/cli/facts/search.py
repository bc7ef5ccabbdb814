"""``kzfacts facts search``: the facts nearest to some words, or all that fit, in order of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kzfacts.cli import engine, options
from kzfacts.cli.facts.filters import filter_options
from kzfacts.cli.failures import tell
from kzfacts.cli.output import open_output
from kzfacts.errors import UsageError

if TYPE_CHECKING:
    from kzfacts.curation.selection import Selection
    from kzfacts.factbase import Fact, FactBase
    from kzfacts.finding import Related


@click.command()
@click.argument("words", nargs=-1, metavar="[TEXT]...")
@click.option(
    "-n",
    "--limit",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="How many facts to show at most.",
)
@filter_options
@options.facts_option
@options.format_option("text", "json", "jsonl")
@options.output_option
def search(
    words: tuple[str, ...],
    limit: int,
    selection: Selection,
    fact_paths: tuple[str, ...],
    format_: str,
    output: str | None,
) -> None:
    """Find the facts nearest to TEXT, best first.

    Without TEXT, the facts that the other options choose, in order of date.
    """
    from kzfacts.reports import facts as report

    text = " ".join(words).strip()
    if not text and not selection:
        raise UsageError("nothing to search for; give some words, or an option such as --entity or --year")
    with open_output(output, read=fact_paths) as out:
        fact_base = engine.open_fact_base(fact_paths)
        if text:
            from kzfacts.curation.names import Names

            text = Names(fact_base.entities).spelled(text)
            found = _nearest(text, selection, fact_base, limit)
            fitting = len(found)
            scored: list[tuple[Fact, float | None]] = [(related.fact, related.score) for related in found]
        else:
            from kzfacts.curation.timeline import date_order

            facts = sorted(selection.choose(fact_base), key=date_order)
            fitting, scored = len(facts), [(fact, None) for fact in facts[:limit]]
        if format_ == "text":
            out.write(report.ranking(found) if text else report.listing([fact for fact, _ in scored]))
        elif format_ == "json":
            records = [report.record(fact, fact_base, score) for fact, score in scored]
            out.write(report.document(fact_base, "facts", records))
        else:
            for fact, score in scored:
                out.write(report.line(report.record(fact, fact_base, score)))
    if not scored:
        tell("no fact is near these words" if text else "no fact fits")
    elif fitting > len(scored):
        shown = "the first is" if len(scored) == 1 else f"the first {len(scored)} are"
        tell(f"{fitting} facts fit, {shown} shown; --limit {fitting} shows all")


def _nearest(text: str, selection: Selection, fact_base: FactBase, limit: int) -> list[Related]:
    """Return the nearest of the facts that fit; a search goes so deep only, so those may need one of their own."""
    if not selection:
        return engine.open_checker(fact_base).search(text, limit)
    chosen = selection.choose(fact_base)
    if not chosen:
        return []
    ids = {fact.id for fact in chosen}
    near = engine.open_checker(fact_base).search(text, len(fact_base.facts))
    found = [related for related in near if related.fact.id in ids][:limit]
    if len(found) == min(limit, len(chosen)) or len(near) == len(found):
        return found
    from kzfacts.factbase import FactBase

    language = fact_base.sources.values(), fact_base.entities.values(), fact_base.concepts.values()
    return engine.open_checker(FactBase.of(chosen, *language)).search(text, limit)
