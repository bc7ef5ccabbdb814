"""``kzfacts eval``: how often the verdicts agree with those of a labelled data set."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

import click

from kzfacts.cli import engine, options
from kzfacts.cli.failures import FAILED, FOUND, OK, debugging, internal_error, tell
from kzfacts.cli.output import keep_apart, open_output
from kzfacts.cli.statements import standard_input
from kzfacts.errors import KzfactsError, Problem, UsageError

if TYPE_CHECKING:
    from kzfacts.checker import Checker
    from kzfacts.cli.labelled import Row
    from kzfacts.evaluation import Judged
    from kzfacts.finding import Finding


@click.command("eval")
@click.argument("path", metavar="FILE.jsonl", type=options.Needed("Name a data set: kzfacts eval claims.jsonl"))
@options.facts_option
@options.format_option("text", "json")
@click.option("--json", "format_", flag_value="json", help="The same as --format json.")
@options.output_option
@click.option("--errors", is_flag=True, help="Show every statement that got the wrong verdict.")
@click.option(
    "--fail-under",
    metavar="ACCURACY",
    type=click.FloatRange(0, 1),
    help="Exit with 1 when the accuracy (0 to 1) is lower.",
)
@click.pass_context
def evaluate(
    context: click.Context,
    path: str,
    fact_paths: tuple[str, ...],
    format_: str,
    output: str | None,
    errors: bool,
    fail_under: float | None,
) -> None:
    """Check the claims of a labelled data set and score the verdicts.

    Each line of FILE.jsonl is an object with claim and verdict (supported, contradicted or absent) and
    perhaps id, category, as_of and evidence. A claim with evidence is judged against that text, any other
    against the fact base.
    """
    from kzfacts.evaluation import score
    from kzfacts.reports import scores as report
    from kzfacts.reports.quantities import quantity

    keep_apart(output, (path, *fact_paths))
    run = _Run(fact_paths)
    with open_output(output) as out:
        with _opened(path) as stream:
            run.judge_all(path, stream)
        if not run.judged:
            if not run.failed:
                raise UsageError(f"{path}: no labelled rows; each line is a JSON object with claim and verdict")
            context.exit(FAILED)
        figures = score(judged.outcome for judged in run.judged)
        wrong = [judged for judged in run.judged if not judged.outcome.right] if errors else None
        render = report.as_json if format_ == "json" else report.as_text
        out.write(render(figures, run.seconds, wrong))
    if run.failed:
        tell(f"{quantity(run.failed, 'row')} not judged; the figures are of the others")
        context.exit(FAILED)
    context.exit(FOUND if fail_under is not None and figures.accuracy < fail_under else OK)


class _Run:
    """One run over a data set: the rows judged, the count of those that were not, and the time it took."""

    def __init__(self, fact_paths: tuple[str, ...]) -> None:
        self.fact_paths = fact_paths
        self.judged: list[Judged] = []
        self.failed = 0
        self.seconds = 0.0
        self._checker: Checker | None = None

    def judge_all(self, path: str, lines: Iterable[bytes]) -> None:
        """Judge every row that can be judged and tell of the others."""
        from kzfacts.cli.labelled import read_rows

        for row in read_rows(path, lines):
            if isinstance(row, Problem):
                self._fail(str(row))
            else:
                self._judge(row)

    def _judge(self, row: Row) -> None:
        from kzfacts.evaluation import Judged

        judge = self._judge_for(row)  # loads what is needed, outside of the time that is measured
        begun = time.perf_counter()
        try:
            finding = judge()
        except Exception as error:
            if debugging():
                raise
            self._fail(f"{row.place}:1: {error if isinstance(error, KzfactsError) else internal_error(error)}")
            return
        self.seconds += time.perf_counter() - begun
        self.judged.append(Judged(row.place, row.id, row.category, row.verdict, finding))

    def _judge_for(self, row: Row) -> Callable[[], Finding]:
        """Return what judges a row: against its own evidence, or against the fact base, loaded on demand."""
        if row.evidence is not None:
            return partial(engine.judge(), row.claim, row.evidence, row.as_of)
        if self._checker is None:
            self._checker = engine.open_checker(engine.open_fact_base(self.fact_paths))
        return partial(self._checker.check, row.claim, row.as_of)

    def _fail(self, line: str) -> None:
        self.failed += 1
        tell(line)


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    """Open a data set, ``-`` for standard input."""
    if path == "-":
        yield standard_input()
        return
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(open(path, "rb"))
        except OSError as error:
            raise UsageError(f"{path} cannot be read: {error.strerror}") from None
        yield stream
