"""``kzfacts check``: statements from the command line or standard input, each with its verdict."""

from __future__ import annotations

import datetime
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

import click

from kzfacts.cli import engine, options
from kzfacts.cli.failures import FAILED, FOUND, OK, debugging, internal_error, tell
from kzfacts.cli.output import Output, open_output
from kzfacts.cli.statements import Statement, StatementReader
from kzfacts.errors import KzfactsError

if TYPE_CHECKING:
    from kzfacts.checker import Checker
    from kzfacts.factbase import FactBase
    from kzfacts.finding import Finding
    from kzfacts.reports import Report


@click.command()
@click.argument("statements", nargs=-1, metavar="[STATEMENT]...")
@options.facts_option
@options.as_of_option
@options.format_option("text", "json", "jsonl")
@options.output_option
@options.fail_on_option
@options.min_score_option
@click.option("--allow-empty", is_flag=True, help="Exit with 0 when there is nothing to check.")
@click.option("--explain", is_flag=True, help="Show the proof: how each piece relates to the fact.")
@options.colour_option
@click.pass_context
def check(
    context: click.Context,
    statements: tuple[str, ...],
    fact_paths: tuple[str, ...],
    as_of: datetime.date | None,
    format_: str,
    output: str | None,
    fail_on: str,
    min_score: float,
    allow_empty: bool,
    explain: bool,
    no_color: bool,
) -> None:
    """Check each STATEMENT against the fact base.

    With no STATEMENT, or with -, statements are read from standard input, one a line.
    """
    run = _Run(statements, min_score)
    with open_output(output, no_color=no_color, read=fact_paths) as out:
        run.check_all(fact_paths, as_of, out, format_, explain)
    if format_ == "text" and run.verdicts.total() > 1:
        click.echo(run.summary(), err=True)
    if run.empty and not allow_empty:
        tell("nothing to check: no statement was given (--allow-empty accepts that)")
    context.exit(run.status(fail_on, allow_empty))


class _Run:
    """One run of the command: what it checked and what went wrong."""

    def __init__(self, arguments: tuple[str, ...], min_score: float) -> None:
        self.arguments = arguments
        self.min_score = min_score
        self.reader = StatementReader(tell)
        self.verdicts: Counter[str] = Counter()
        self.failed = 0

    def check_all(
        self, fact_paths: tuple[str, ...], as_of: datetime.date | None, out: Output, format_: str, explain: bool
    ) -> None:
        """Write one result after the other, each as soon as it is known."""
        statements = self.reader.read(self.arguments)
        first = next(statements, None)  # before the facts are loaded: no input is told of at once
        fact_base = engine.open_fact_base(fact_paths)
        report = _open_report(format_, fact_base, out, explain)
        out.write(report.start())
        if first is not None:
            checker = engine.open_checker(fact_base, self.min_score)
            for statement in chain((first,), statements):
                finding = self._check(checker, statement, as_of)
                if finding is not None:
                    out.write(report.result(finding))
        out.write(report.end(self.verdicts))

    def _check(self, checker: Checker, statement: Statement, as_of: datetime.date | None) -> Finding | None:
        """Return the finding on one statement, or None, with a diagnostic, where the check itself failed."""
        try:
            finding = checker.check(statement.text, as_of)
        except Exception as error:
            if debugging():
                raise
            self.failed += 1
            tell(f"{statement.place}: {error if isinstance(error, KzfactsError) else internal_error(error)}")
            return None
        self.verdicts[finding.verdict.value] += 1
        return finding

    @property
    def empty(self) -> bool:
        """Whether nothing was given to check at all."""
        return not (self.verdicts or self.failed or self.reader.rejected)

    def summary(self) -> str:
        """Count the verdicts in words."""
        counts = [f"{self.verdicts[verdict]} {verdict}" for verdict in ("supported", "contradicted", "absent")]
        unchecked = self.failed + self.reader.rejected
        if unchecked:
            counts.append(f"{unchecked} not checked")
        return f"{self.verdicts.total()} statements: {', '.join(counts)}"

    def status(self, fail_on: str, allow_empty: bool) -> int:
        """Return the exit status; an error beats a finding."""
        if self.failed or self.reader.rejected or (self.empty and not allow_empty):
            return FAILED
        return FOUND if options.fails(self.verdicts, fail_on) else OK


def _open_report(format_: str, fact_base: FactBase, out: Output, explain: bool) -> Report:
    """Return the report for ``--format``, in colour where the output takes it."""
    if format_ == "json":
        from kzfacts.reports.json import JsonDocument

        return JsonDocument(fact_base)
    if format_ == "jsonl":
        from kzfacts.reports.json import JsonLines

        return JsonLines(fact_base)
    if out.colour:
        from kzfacts.reports.terminal import TerminalReport

        return TerminalReport(fact_base, explain=explain, width=out.width, hyperlinks=out.hyperlinks)
    from kzfacts.reports.plain import PlainReport

    return PlainReport(fact_base, explain=explain, width=out.width)
