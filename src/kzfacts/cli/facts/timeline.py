"""``kzfacts facts timeline``: what is on record about somebody or something, in order of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kzfacts.cli import engine, options
from kzfacts.cli.facts.filters import read_period
from kzfacts.cli.failures import tell
from kzfacts.cli.output import open_output
from kzfacts.errors import UsageError

if TYPE_CHECKING:
    from kzfacts.factbase import DateSpan


@click.command()
@click.option(
    "--entity",
    metavar="NAME",
    required=True,
    type=options.Needed("Name somebody or something: kzfacts facts timeline --entity Nazarbayev"),
    help="Whose timeline: an id, or any name of the entity.",
)
@click.option("--from", "start", metavar="DATE", callback=read_period, help="Leave out what ended before (EDTF).")
@click.option("--to", "end", metavar="DATE", callback=read_period, help="Leave out what began later (EDTF).")
@options.facts_option
@options.format_option("text", "json")
@options.output_option
def timeline(
    entity: str,
    start: DateSpan | None,
    end: DateSpan | None,
    fact_paths: tuple[str, ...],
    format_: str,
    output: str | None,
) -> None:
    """Show the facts about an entity, year by year.

    Those that involve or name it, and the offices of a person.
    """
    from kzfacts.curation.names import Names
    from kzfacts.curation.timeline import draw
    from kzfacts.reports import timeline as report

    period = _period(start, end)
    with open_output(output, read=fact_paths) as out:
        fact_base = engine.open_fact_base(fact_paths)
        drawn = draw(fact_base, Names(fact_base.entities).resolve(entity), period)
        out.write((report.as_json if format_ == "json" else report.as_text)(drawn, fact_base))
    if not drawn.years:
        tell(f"no fact names {drawn.entity.name}{' in this time' if period else ''}")


def _period(start: DateSpan | None, end: DateSpan | None) -> DateSpan | None:
    """Join the two ends, each of which may be missing."""
    if start is None and end is None:
        return None
    from kzfacts.factbase import DateSpan
    from kzfacts.factbase.edtf import BEGINNING, END

    period = DateSpan(start.first if start else BEGINNING, end.last if end else END)
    if period.last < period.first:
        raise UsageError("--to is before --from")
    return period
