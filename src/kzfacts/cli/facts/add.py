"""``kzfacts facts add``: a new fact, from options or from answers on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, get_args

import click

from kzfacts.cli import engine, options
from kzfacts.cli.failures import FOUND, INTERRUPTED, tell
from kzfacts.cli.output import is_terminal, open_output
from kzfacts.errors import KzfactsError, UsageError
from kzfacts.factbase.model import Certainty, FactKind
from kzfacts.reports.characters import printable

if TYPE_CHECKING:
    from kzfacts.curation.adding import Addition, Concerns
    from kzfacts.curation.drafts import Draft


@click.command()
@click.option("--id", "id", metavar="ID", help="A name that no other fact has: small letters, digits and hyphens.")
@click.option("--claim", metavar="TEXT", help="The fact as one sentence, in our own words, with names and date.")
@click.option("--when", metavar="DATE", help="The date of what is claimed (EDTF: 2014-12-26, 2014-12, 2014 ...).")
@click.option("--kind", type=click.Choice(get_args(FactKind)), help="What sort of fact it is.")
@click.option(
    "--certainty", type=click.Choice(get_args(Certainty)), help="How the source tells it.  [default: reported]"
)
@click.option("--attributed-to", metavar="NAME", help="Whose words or opinion it is: an entity, or free words.")
@click.option("--topic", metavar="TOPIC", help="The group it belongs to; also decides the file.")
@click.option("--participant", "participants", metavar="ROLE=NAME", multiple=True, help="Who takes part; repeatable.")
@click.option("--paraphrase", "paraphrases", metavar="TEXT", multiple=True, help="Another wording; repeatable.")
@click.option(
    "--misstatement", "misstatements", metavar="TEXT", multiple=True, help="A way to get it wrong; repeatable."
)
@click.option(
    "--disputes", metavar="ID", multiple=True, help="A fact that cannot be true together with it; repeatable."
)
@click.option("--refines", metavar="ID", multiple=True, help="A fact that it tells more exactly; repeatable.")
@click.option("--note", metavar="TEXT", help="Anything for other curators.")
@click.option("--source", metavar="ID", help="The source, by its id in sources.yaml.")
@click.option("--source-title", metavar="TEXT", help="The title of a source that is not in sources.yaml.")
@click.option("--source-publisher", metavar="TEXT", help="Its publisher.")
@click.option("--source-published", metavar="DATE", help="Its date; without one it is undated.")
@click.option("--source-url", metavar="URL", help="Its address.")
@click.option("--locator", metavar="TEXT", help='The place in the source: "paragraph 3", "p. 12".')
@click.option("--reports", metavar="TEXT", help="What the source itself goes by.")
@click.option("--file", "path", metavar="PATH", type=click.Path(), help="The file to add to, which may be new.")
@click.option("--yes", is_flag=True, help="Do not ask; add it though the record has it already.")
@click.option("--force", is_flag=True, help="Add it even though the record contradicts it.")
@click.option("--dry-run", is_flag=True, help="Print the YAML and write nothing.")
@options.facts_option
@click.pass_context
def add(
    context: click.Context, /, fact_paths: tuple[str, ...], path: str | None, yes: bool, force: bool, dry_run: bool,
    **fields: Any,
) -> None:  # fmt: skip
    """Add a fact to a file of facts.

    On a terminal, what no option gives is asked for. The fact is validated together with the whole base and held
    against it before anything is written; what is in the file already is not touched.
    """
    from kzfacts.curation import adding
    from kzfacts.curation.drafts import draft
    from kzfacts.curation.on_record import OnRecord

    asks = is_terminal(sys.stdin)
    described = _check_fields(fields, asks)
    try:
        on_record = OnRecord.at(fact_paths)
        if asks:
            from kzfacts.cli.facts.questions import ask

            fields = ask(fields, on_record, described=described, optional=not yes)
        made = draft(fields, on_record)
        for note in made.notes:
            tell(note)
        with _kept(made, asks):
            addition = adding.prepare(made.content, on_record, path)
        concerns = adding.weigh(addition, engine.open_checker(addition.before))
        _show(addition, concerns)
        if dry_run:
            with open_output(None) as out:
                out.write(addition.text)
            tell(f"the fact would be added at {addition.place}")
        elif _agreed(addition, concerns, asks, yes, force):
            adding.write(addition)
            click.echo(f"{printable(addition.place)}: added {addition.fact.id}")
        else:
            tell("nothing was added")
            context.exit(FOUND)
    except click.Abort:
        click.echo(err=True)
        tell("nothing was added")
        context.exit(INTERRUPTED)


def _check_fields(fields: dict[str, Any], asks: bool) -> bool:
    """Tell whether the options describe a new source; raise UsageError for what cannot be used or, unasked, misses."""
    described = any(fields[f"source_{key}"] is not None for key in ("title", "publisher", "published", "url"))
    if fields["source"] is not None and described:
        raise UsageError("give either --source, or --source-title and what else describes a new one")
    required = ("id", "claim", "when", *(("source_title", "source_publisher") if described else ("source",)))
    missing = [f"--{key.replace('_', '-')}" for key in required if fields[key] is None]
    if missing and not asks:
        either = " (or --source-title and --source-publisher)" if "--source" in missing else ""
        raise UsageError(f"missing: {', '.join(missing)}{either}; there is no terminal to ask on")
    return described


@contextmanager
def _kept(made: Draft, asks: bool) -> Iterator[None]:
    """Show what was typed when it cannot be added, so that nothing of it is lost."""
    try:
        yield
    except KzfactsError:
        if asks:
            from kzfacts.curation.yaml_text import write_record

            click.echo(f"\n{write_record(made.content)}", err=True)
        raise


def _show(addition: Addition, concerns: Concerns) -> None:
    """Tell what the record has on the matter, on standard error."""
    from kzfacts.reports.addition import concerns as lines

    for line in lines(addition, concerns):
        click.echo(line, err=True)


def _agreed(addition: Addition, concerns: Concerns, asks: bool, yes: bool, force: bool) -> bool:
    """Tell whether to write: --force beats a contradiction, --yes all else; on a terminal somebody is asked."""
    if force or (yes and not concerns.against):
        return True
    if asks:
        click.echo(f"\n{addition.text}", err=True)
        question = "The record contradicts it. Add it all the same" if concerns.against else "Add it"
        return click.confirm(f"{question} at {printable(addition.place)}?", default=not concerns.against, err=True)
    if concerns.against:
        remedy = "correct it, name the other fact with --disputes, or give --force"
        raise UsageError(f"the record contradicts the fact, nothing was added; {remedy}")
    if concerns.known is not None:
        raise UsageError("the record has the fact already, nothing was added; --yes adds it all the same")
    return True
