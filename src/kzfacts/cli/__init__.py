"""The command line: ``kzfacts``, one file a command, each imported when it is asked for."""

from __future__ import annotations

import click

from kzfacts.cli.group import LazyGroup

EPILOG = """\b
Exit status:
  0  done, nothing contradicted
  1  something contradicted (see --fail-on), or a score under --fail-under
  2  could not run, or not fully: usage, bad input, fact-base error, nothing to check
"""


def _print_version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    from kzfacts.version import __version__

    click.echo(f"kzfacts {__version__}")
    context.exit()


@click.group(
    name="kzfacts",
    cls=LazyGroup,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
    places={
        "check": "kzfacts.cli.check:check",
        "lint": "kzfacts.cli.lint:lint",
        "facts": "kzfacts.cli.facts:facts",
        "batch": "kzfacts.cli.batch:batch",
        "eval": "kzfacts.cli.evaluate:evaluate",
        "config": "kzfacts.cli.config:config",
    },
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="Print the version and exit.",
)
def main() -> None:
    """Check statements about Kazakhstan's foreign policy against a base of dated, cited facts."""
