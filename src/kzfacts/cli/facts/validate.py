"""``kzfacts facts validate``: every mistake in fact-base files, for their curators."""

from __future__ import annotations

import click

from kzfacts.cli import engine
from kzfacts.cli.failures import FAILED, tell_problems
from kzfacts.errors import FactBaseError


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.pass_context
def validate(context: click.Context, paths: tuple[str, ...]) -> None:
    """Check fact files or folders, or the shipped fact base, for mistakes.

    Each mistake is one line, path:line:column: message, and makes the exit status 2.
    """
    try:
        fact_base = engine.open_fact_base(paths)
    except FactBaseError as error:
        tell_problems(error, to_stderr=False)
        count = len(error.problems)
        click.echo(f"{count} mistake{'' if count == 1 else 's'}", err=True)
        context.exit(FAILED)
    click.echo(
        f"{len(fact_base.facts)} facts, {len(fact_base.sources)} sources, {len(fact_base.entities)} entities, "
        f"{len(fact_base.concepts)} concepts, no mistakes",
        err=True,
    )
