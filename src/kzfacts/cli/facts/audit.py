"""``kzfacts facts audit``: what the records of a base say against each other."""

from __future__ import annotations

import click

from kzfacts.cli import options
from kzfacts.cli.failures import FOUND, OK
from kzfacts.cli.output import open_output

KINDS = (
    "contradicted", "unsupported", "duplicate", "after-sources", "office-differs", "office-shared", "uncited",
    "same-source", "unused", "alias-alike", "surname-shared",
)  # fmt: skip
"""Those of `kzfacts.curation.audit`, which is too slow to import for --help; a test holds them together."""


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option("--only", metavar="KIND", multiple=True, type=click.Choice(KINDS), help="Only this kind; repeatable.")
@click.option(
    "--thorough", is_flag=True, help="Check paraphrases like claims, look for unsupported claims and more unused names."
)
@options.facts_option
@options.format_option("text", "json", "jsonl")
@options.output_option
@click.pass_context
def audit(
    context: click.Context,
    paths: tuple[str, ...],
    only: tuple[str, ...],
    thorough: bool,
    fact_paths: tuple[str, ...],
    format_: str,
    output: str | None,
) -> None:
    """Find facts that contradict or repeat each other.

    Also records that cannot be right, or that nothing uses. With PATH (files or folders), only what is wrong there, in
    the shipped facts and these together, or in --facts.

    The exit status is 0 when nothing is found, 1 when something is, 2 when the audit could not run.
    """
    from kzfacts.curation.audit import Records
    from kzfacts.curation.audit import audit as run_audit
    from kzfacts.curation.places import base_around
    from kzfacts.reports import audit as report
    from kzfacts.reports.facts import document
    from kzfacts.reports.facts import line as json_line

    with open_output(output, read=fact_paths) as out:
        loaded = fact_paths or base_around(paths)
        records = Records.load(loaded, paths or fact_paths, thorough)
        faults = run_audit(records, only)
        if format_ == "json":
            found = [report.record(fault) for fault in faults]
            out.write(document(records.fact_base, "problems", found, summary=report.counts(faults)))
        else:
            for fault in faults:
                out.write(json_line(report.record(fault)) if format_ == "jsonl" else report.line(fault) + "\n")
    click.echo(report.summary(faults, len(records.facts)), err=True)
    context.exit(FOUND if faults else OK)
