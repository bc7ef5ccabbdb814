"""``kzfacts batch``: files of statements, each row with its verdict."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from kzfacts.cli import engine, options
from kzfacts.cli.failures import FAILED, FOUND, INTERRUPTED, OK, debugging, tell
from kzfacts.cli.output import keep_apart
from kzfacts.errors import UsageError

if TYPE_CHECKING:
    from kzfacts.batch.checking import Answer, Asker
    from kzfacts.batch.inputs import Inputs, Source
    from kzfacts.batch.partial import Setting, Sink
    from kzfacts.batch.rows import Row, Wishes
    from kzfacts.batch.run import Answered
    from kzfacts.batch.tally import Tally
    from kzfacts.cli.batch_progress import Watcher
    from kzfacts.factbase import FactBase

_TOLD = 100
"""How many rows with errors are told of one by one."""
_INPUT_FORMATS = ("txt", "csv", "tsv", "jsonl", "xlsx", "parquet")
_FORMATS = ("csv", "tsv", "jsonl")


class _Options(msgspec.Struct, frozen=True):
    """The options as given; None where something is to be found out."""

    files: tuple[str, ...]
    fact_paths: tuple[str, ...]
    as_of: datetime.date | None
    column: str | None
    as_of_column: str | None
    input_format: str | None
    encoding: str | None
    delimiter: str | None
    sheet: str | None
    format_: str | None
    output: str | None
    resume: bool | None
    jobs: int
    min_score: float
    allow_empty: bool


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=options.Needed("Name files of statements: kzfacts batch claims.csv -o checked.csv"),
)
@click.option("--column", "--field", "column", metavar="NAME", help="The column or field with the statements.")
@click.option("--as-of-column", metavar="NAME", help="The column with the day each statement was made.")
@options.as_of_option
@options.facts_option
@click.option("--input-format", type=click.Choice(_INPUT_FORMATS), help="In place of what the file ending tells.")
@click.option("--encoding", metavar="NAME", help="In place of what the file's first bytes tell, such as cp1251.")
@click.option("--delimiter", metavar="CHARACTER", help="What stands between cells, such as ; or tab.")
@click.option("--sheet", metavar="NAME", help="The sheet of a workbook; the first unless given.")
@click.option(
    "--format", "format_", type=click.Choice(_FORMATS), help="Output format; as the output's ending or the input's."
)
@options.output_option
@click.option(
    "--resume/--no-resume", default=None, help="Go on with the FILE.part of a run that did not end, or begin anew."
)
@click.option("--jobs", metavar="N", type=click.IntRange(0), default=1, help="Processes; 0: one a core. Default: 1.")
@click.option(
    "--summary",
    type=click.Choice(("text", "json", "none")),
    default="text",
    show_default=True,
    help="Counts at the end.",
)
@options.fail_on_option
@options.min_score_option
@click.option("--allow-empty", is_flag=True, help="Exit with 0 when there is nothing to check.")
@click.pass_context
def batch(context: click.Context, /, fail_on: str, summary: str, **given: Any) -> None:
    """Check every row of FILE... and add its verdict.

    Reads .txt (a statement a line), .csv, .tsv and .jsonl; also .xlsx and .parquet, with kzfacts[excel] and
    kzfacts[parquet]. - is standard input. Rows come out in their order with their own columns, and verdict, score,
    fact_id, message and citation added; a row that cannot be checked has the verdict error, and the exit status is 2.
    Memory does not grow with the file.

    With -o FILE, rows are written to FILE.part, which is named FILE when it is whole; FILE.part.state beside it says
    how far it is. However a run ends, the same command with --resume goes on from there, to the same bytes; it refuses
    where the input, the facts or the options have changed.

    The summary is the last thing on standard error; with --summary json it is one line.
    """
    run = _Run(_Options(**given))
    try:
        tally = run.check_all()
    except KeyboardInterrupt:
        run.tell_of_part("interrupted; ")
        context.exit(INTERRUPTED)
    except Exception:
        run.tell_of_part("")
        raise
    run.tell_of_others()
    run.tell_summary(tally, summary)
    if tally.empty and not run.given.allow_empty:
        tell("nothing to check: there is no row with a statement (--allow-empty accepts that)")
    if tally.errors or (tally.empty and not run.given.allow_empty):
        context.exit(FAILED)
    context.exit(FOUND if options.fails(tally.verdicts, fail_on) else OK)


class _Run:
    """One run of the command."""

    def __init__(self, given: _Options) -> None:
        self.given = given
        self.part = ""
        self._failed = 0
        self._notes = 0
        self._tell: Callable[[str], None] = tell
        self._fact_base: FactBase | None = None

    def check_all(self) -> Tally:
        """Check all rows and write them; return the counts."""
        from kzfacts.batch.inputs import Inputs, output_format, source_of
        from kzfacts.batch.run import run
        from kzfacts.batch.tally import Tally
        from kzfacts.batch.writing import open_writer

        given = self.given
        sources = tuple(source_of(path, given.input_format) for path in given.files)
        format_ = given.format_ or output_format(given.output, sources[0])
        keep_apart(given.output, (source.path for source in sources))
        _refuse_idle(given, sources)
        with ExitStack() as stack:
            inputs = Inputs(sources, _wishes(given, format_), allow_empty=given.allow_empty)
            stack.callback(inputs.close)
            self._tell_notes(inputs)
            fact_base = self._fact_base = engine.open_fact_base(given.fact_paths)
            answered = stack.enter_context(_answered(given, fact_base))
            sink: Sink = stack.enter_context(self._sink(sources, fact_base, format_))
            watcher = stack.enter_context(_progress(inputs, given.output))
            self._tell = watcher.tell
            if inputs.first is None:
                return Tally()
            writer = open_writer(inputs.first, format_, files=len(sources) > 1)
            tally = run(inputs.rows(), answered, writer, sink, failed=self._tell_failed, moved=watcher.moved)
            self._tell_notes(inputs)
            self._tell = tell
            return tally

    @contextmanager
    def _sink(self, sources: tuple[Source, ...], fact_base: FactBase, format_: str) -> Iterator[Sink]:
        """Open standard output, a device, or the partial file."""
        from kzfacts.batch.partial import Sink, part_path, partial_file
        from kzfacts.cli.output import open_output

        output = self.given.output
        if output is None or output == "-" or (os.path.exists(output) and not os.path.isfile(output)):
            if self.given.resume:
                raise UsageError("--resume needs the output of the run that did not end: -o FILE")
            with open_output(output) as out:
                yield Sink(out.stream, live=out.width is not None)
            return
        target = Path(output).resolve()
        setting = _setting(self.given, sources, fact_base, format_)
        with partial_file(target, setting, resume=self.given.resume) as sink:
            self.part = str(part_path(target))
            yield sink

    def _tell_notes(self, inputs: Inputs) -> None:
        for note in inputs.notes[self._notes :]:
            self._tell(note)
        self._notes = len(inputs.notes)

    def _tell_failed(self, row: Row, answer: Answer) -> None:
        self._failed += 1
        if self._failed <= _TOLD:
            self._tell(f"{row.path}:{row.line}:{row.column}: {answer.message}")

    def tell_of_part(self, why: str) -> None:
        """Say where the rows are that are done, if there is a partial file."""
        if self.part:
            tell(f"{why}what is done is in {self.part}, and --resume goes on from there")

    def tell_of_others(self) -> None:
        """Say how many rows with errors were not told of one by one."""
        if self._failed > _TOLD:
            more = self._failed - _TOLD
            tell(f"and {more:,} more {'row' if more == 1 else 'rows'} with the verdict error")

    def tell_summary(self, tally: Tally, kind: str) -> None:
        """Write the summary to standard error."""
        from kzfacts.batch.tally import in_json, in_words

        assert self._fact_base is not None
        if kind == "json":
            click.echo(in_json(tally, self._fact_base), err=True)
        elif kind == "text" and tally.rows:
            for line in in_words(tally, self._fact_base):
                click.echo(line, err=True)


def _refuse_idle(given: _Options, sources: tuple[Source, ...]) -> None:
    """Raise UsageError for an option on how to read that is about none of the formats that are read."""
    formats = {source.format for source in sources}
    for option, value, about in (
        ("--column", given.column, {*_INPUT_FORMATS} - {"txt"}),
        ("--as-of-column", given.as_of_column, {*_INPUT_FORMATS} - {"txt"}),
        ("--encoding", given.encoding, {"txt", "csv", "tsv", "jsonl"}),
        ("--delimiter", given.delimiter, {"csv", "tsv"}),
        ("--sheet", given.sheet, {"xlsx"}),
    ):
        if value is not None and not formats & about:
            known = ", ".join(name for name in _INPUT_FORMATS if name in about)
            raise UsageError(f"{option}: none of the files is {known}; leave it out, or give --input-format")


def _wishes(given: _Options, format_: str) -> Wishes:
    from kzfacts.batch.rows import Wishes

    return Wishes(
        read_day=options.read_day,
        column=given.column,
        as_of_column=given.as_of_column,
        delimiter=given.delimiter,
        encoding=given.encoding,
        sheet=given.sheet,
        fixed=format_ != "jsonl",
    )


def _setting(given: _Options, sources: tuple[Source, ...], fact_base: FactBase, format_: str) -> Setting:
    """Return what a run that goes on must have in common with this one."""
    from kzfacts.batch.partial import Setting
    from kzfacts.version import __version__

    chosen = {
        "column": given.column,
        "as_of_column": given.as_of_column,
        "encoding": given.encoding,
        "delimiter": given.delimiter,
        "sheet": given.sheet,
        "format": format_,
        "min_score": str(given.min_score) if given.min_score else None,
        "input_formats": " ".join(source.format for source in sources),
    }
    return Setting(
        version=__version__,
        inputs=tuple((source.path, source.digest()) for source in sources),
        facts=fact_base.digest,
        as_of=given.as_of.isoformat() if given.as_of else "",
        options={name: value for name, value in chosen.items() if value is not None},
    )


@contextmanager
def _answered(given: _Options, fact_base: FactBase) -> Iterator[Answered]:
    """Give what answers rows, in this process or in several."""
    from kzfacts.batch.checking import Asker, Memory, answered

    jobs = given.jobs or _cores()
    if jobs == 1:
        asker = Asker(engine.open_checker(fact_base, given.min_score), debug=debugging())
        yield lambda rows: answered(rows, asker.ask, Memory(), given.as_of)
        return
    from kzfacts.batch.workers import SHARES, workers

    make: Callable[[], Asker] = partial(_open_asker, given.fact_paths, given.min_score)
    if SHARES:
        asker = Asker(engine.open_checker(fact_base, given.min_score), debug=debugging())
        make = lambda: asker  # noqa: E731
    with workers(jobs, make) as pool:
        yield lambda rows: pool.answered(rows, Memory(), given.as_of)


def _open_asker(fact_paths: tuple[str, ...], min_score: float) -> Asker:
    from kzfacts.batch.checking import Asker

    return Asker(engine.open_checker(engine.open_fact_base(fact_paths), min_score), debug=debugging())


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _progress(inputs: Inputs, output: str | None) -> Iterator[Watcher]:
    from kzfacts.cli.batch_progress import progress
    from kzfacts.cli.output import is_terminal

    on_terminal = output in (None, "-") and is_terminal(sys.stdout)
    with progress(inputs, rows_on_terminal=on_terminal) as watcher:
        yield watcher
