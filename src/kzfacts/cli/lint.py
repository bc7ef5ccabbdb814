"""``kzfacts lint``: drafts and folders of drafts, each sentence with its verdict."""

from __future__ import annotations

from typing import Any

import click

from kzfacts.cli import options
from kzfacts.cli.settings import settings_options

EPILOG = """\b
Exit status:
  0  done, nothing contradicted
  1  something contradicted (see --fail-on)
  2  could not run, or not fully: usage, a missing path, a bad draft, nothing to check
\b
In a draft (Markdown, HTML; ".. kzfacts-..." in reStructuredText):
  <!-- kzfacts-ignore-next FACT-ID -- reason -->
  also kzfacts-ignore-line, -ignore-file, -off and -on; [sic] after a word says that it is meant so
"""


@click.command(epilog=EPILOG)
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="PATH...",
    type=options.Needed("Name drafts, or folders of drafts: kzfacts lint ."),
)
@settings_options
@options.output_option
@click.option("--changed-since", metavar="REV", help="Check only the sentences that differ from this git revision.")
@click.option("--write-baseline", metavar="FILE", help="Write what is found to this file, as what does not count.")
@click.option(
    "--show",
    type=click.Choice(("supported", "contradicted", "absent")),
    multiple=True,
    help="List sentences of this verdict too, beside those of --fail-on; may be repeated.",
)
@click.option("--diff", is_flag=True, help="Print the suggested corrections as a patch, and no report.")
@click.option("--fix", is_flag=True, help="Put the suggested corrections into the drafts.")
@click.option("--force-exclude", is_flag=True, help="Leave out what --exclude names also where it is given by name.")
@click.option("--stdin-filename", metavar="NAME", help="What the draft on standard input is called; - reads it.")
@options.colour_option
@click.pass_context
def lint(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    output: str | None,
    changed_since: str | None,
    write_baseline: str | None,
    show: tuple[str, ...],
    diff: bool,
    fix: bool,
    force_exclude: bool,
    stdin_filename: str | None,
    no_color: bool,
    **given: Any,
) -> None:
    """Check each sentence of the drafts at PATH against the fact base.

    Reads Markdown, HTML, plain text, reStructuredText and .docx. Folders are searched, without hidden files and what
    git ignores; - stands for standard input, plain text unless --stdin-filename says otherwise.
    """
    from kzfacts.cli.lint_run import Request, run

    request = Request(
        paths=paths,
        output=output,
        changed_since=changed_since,
        write_baseline=write_baseline,
        show=show,
        diff=diff,
        fix=fix,
        force_exclude=force_exclude,
        stdin_filename=stdin_filename,
        no_color=no_color,
    )
    context.exit(run(request, given))
