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
    """Look for mistakes in files of facts, or the shipped ones.

    PATH is a file or folder. Each mistake is one line, path:line:column: message, and makes the exit status 2.
    """
    from kzfacts.reports.quantities import quantity, size_in_words

    try:
        fact_base = engine.open_fact_base(paths)
    except FactBaseError as error:
        tell_problems(error, to_stderr=False)
        click.echo(quantity(len(error.problems), "mistake"), err=True)
        context.exit(FAILED)
    click.echo(f"{size_in_words(fact_base)}, no mistakes", err=True)
