"""``kzfacts facts test``: the examples of facts against the whole base."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kzfacts.cli import engine, options
from kzfacts.cli.failures import FAILED, FOUND, OK, debugging, internal_error, tell
from kzfacts.cli.output import open_output
from kzfacts.errors import KzfactsError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kzfacts.curation.fact_tests import Case, Outcome
    from kzfacts.factbase import Fact, FactBase


@click.command("test")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option(
    "--fact", "fact_ids", metavar="ID", multiple=True, help="Only the examples of this fact; may be repeated."
)
@click.option("--topic", "topics", metavar="TOPIC", multiple=True, help="Only facts of this topic; may be repeated.")
@options.facts_option
@options.format_option("text", "json", "jsonl")
@options.output_option
@click.option("--allow-empty", is_flag=True, help="Exit with 0 when there is no example.")
@click.pass_context
def run_tests(
    context: click.Context,
    paths: tuple[str, ...],
    fact_ids: tuple[str, ...],
    topics: tuple[str, ...],
    fact_paths: tuple[str, ...],
    format_: str,
    output: str | None,
    allow_empty: bool,
) -> None:
    """Check that the examples of facts get their verdicts.

    With PATH (files or folders), only the examples of the facts there, against the shipped facts and these
    together, or against --facts. Examples marked `open: true`, which the checker cannot read yet, are counted apart.
    The exit status is 0 when all others pass, 1 when some fail, 2 when some could not run.
    """
    from kzfacts.curation.fact_tests import examples_of
    from kzfacts.reports import fact_tests as report
    from kzfacts.reports.facts import document, line

    run = _Run()
    with open_output(output, read=fact_paths) as out:
        fact_base = _open_base(paths, fact_paths)
        run.facts = [fact for fact in _choose(fact_base, paths, fact_ids, topics) if any(examples_of(fact))]
        outcomes = run.outcomes((case for fact in run.facts for case in examples_of(fact)), fact_base)
        if format_ == "json":
            tests = [report.record(outcome) for outcome in outcomes]
            out.write(document(fact_base, "tests", tests, summary=run.counts()))
        else:
            for outcome in outcomes:
                if format_ == "jsonl":
                    out.write(line(report.record(outcome)))
                elif not outcome.passed and not outcome.case.open:
                    out.write(report.failure(outcome) + "\n")
    if run.facts:
        click.echo(report.summary(len(run.facts), **run.counts()), err=True)
    elif not allow_empty:
        tell("nothing to test: none of these facts has examples (--allow-empty accepts that)")
        context.exit(FAILED)
    context.exit(FAILED if run.not_run else FOUND if run.failed else OK)


def _open_base(paths: tuple[str, ...], fact_paths: tuple[str, ...]) -> FactBase:
    """Load the base to test against: --facts, or the shipped facts together with ``paths``."""
    if not paths or fact_paths:
        return engine.open_fact_base(fact_paths)
    from kzfacts.curation.places import base_around

    return engine.open_fact_base(base_around(paths))


def _choose(
    fact_base: FactBase, paths: tuple[str, ...], fact_ids: tuple[str, ...], topics: tuple[str, ...]
) -> list[Fact]:
    """Return the facts to test, in the order of the base."""
    from kzfacts.curation.places import facts_in
    from kzfacts.curation.selection import Selection

    wanted = {fact_base.fact(fact_id).id for fact_id in fact_ids}
    here = {fact.id for fact in facts_in(fact_base, paths)} if paths else None
    for fact_id in fact_ids:
        if here is not None and fact_id not in here:
            raise UsageError(f"--fact: {fact_id} stands in none of the paths given")
    return [
        fact
        for fact in Selection(topics=topics).choose(fact_base)
        if (not wanted or fact.id in wanted) and (here is None or fact.id in here)
    ]


class _Run:
    """One run: the facts tested and how many of their examples passed, failed or could not be checked."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.passed = self.failed = self.not_run = self.still_open = 0

    def outcomes(self, cases: Iterable[Case], fact_base: FactBase) -> Iterator[Outcome]:
        """Check one example after the other; what cannot be checked is told and counted."""
        from kzfacts.curation.fact_tests import Outcome
        from kzfacts.curation.places import place_of

        checker = None
        for case in cases:
            checker = checker or engine.open_checker(fact_base)
            try:
                finding = checker.check(case.statement, case.as_of)
            except Exception as error:
                if debugging():
                    raise
                self.not_run += 1
                reason = error if isinstance(error, KzfactsError) else internal_error(error)
                tell(f'{place_of(case, fact_base)}: {case.fact_id}: "{case.statement}": {reason}')
                continue
            outcome = Outcome(case, finding, place_of(case, fact_base))
            self.passed += outcome.passed
            self.failed += not outcome.passed and not case.open
            self.still_open += not outcome.passed and case.open
            yield outcome

    def counts(self) -> dict[str, int]:
        """Return the counts by name."""
        counts = {"passed": self.passed, "failed": self.failed, "not_run": self.not_run}
        return counts | {"still_open": self.still_open}
