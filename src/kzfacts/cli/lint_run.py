"""One run of ``kzfacts lint``: drafts found, checked and corrected, what does not count set aside, reports written."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from kzfacts.cli import engine
from kzfacts.cli.failures import FAILED, FOUND, OK, tell
from kzfacts.cli.output import keep_apart
from kzfacts.cli.reporting import open_reports, plan
from kzfacts.cli.settings import formats_of, open_configuration
from kzfacts.errors import KzfactsError, UsageError
from kzfacts.finding import Verdict
from kzfacts.linting import baseline, changes, corrections
from kzfacts.linting.checking import Draft, DraftChecker, Outcome
from kzfacts.linting.discovery import Discovery, discover, shown
from kzfacts.linting.jobs import check_all
from kzfacts.linting.outcome import FAILING, has_sentences, tally
from kzfacts.linting.results import CheckedFile, LintRun, Problem
from kzfacts.linting.settings import Settings, agreed
from kzfacts.reports.quantities import quantity

if TYPE_CHECKING:
    from kzfacts.factbase import FactBase
    from kzfacts.linting.configuration import Configuration

STDIN = "-"
_UNNAMED = "stdin.txt"


@dataclass(frozen=True)
class Request:
    """What the command line asks for beside the settings."""

    paths: tuple[str, ...]
    output: str | None = None
    changed_since: str | None = None
    write_baseline: str | None = None
    show: tuple[str, ...] = ()
    diff: bool = False
    fix: bool = False
    force_exclude: bool = False
    stdin_filename: str | None = None
    no_color: bool = False

    def refuse_contradictions(self) -> None:
        """Raise UsageError for options that cannot go together."""
        for wrong, message in (
            (self.diff and self.fix, "--diff and --fix: give one of them"),
            (STDIN in self.paths and self.fix, "--fix changes files; for standard input take --diff"),
            (STDIN in self.paths and self.changed_since, "--changed-since needs files, not standard input"),
            (
                self.write_baseline and self.changed_since,
                "--write-baseline needs whole drafts; leave --changed-since out",
            ),
            (self.stdin_filename is not None and STDIN not in self.paths, "--stdin-filename needs - for a PATH"),
        ):
            if wrong:
                raise UsageError(message)


def run(request: Request, given: dict[str, Any]) -> int:
    """Do what is asked; return the exit status."""
    request.refuse_contradictions()
    configuration = open_configuration(given)
    named = [path for path in request.paths if path != STDIN]
    found = discover(named, configuration, engine.format_of, force_exclude=request.force_exclude)
    drafts, settings = _drafts(request, configuration, found)
    formats = formats_of(settings)
    places = plan(formats, request.output, diff=request.diff, chosen=bool(settings.format))
    named_by = settings.named_by("format")
    read = [*(draft.path for draft in drafts), *settings.facts, *filter(None, (settings.baseline, settings.file))]
    for place in (*places, request.output):
        keep_apart(place, read, "--output" if place == request.output else named_by)
    keep_apart(request.write_baseline, (path for path in read if path != settings.baseline), "--write-baseline")
    with open_reports(
        places, request.output, diff=request.diff, no_color=request.no_color, named_by=named_by
    ) as reports:
        work = _Work(request, settings, _fact_base(settings))
        work.problems += found.problems
        work.known = work.read_baseline()
        work.check(_changed(drafts, request.changed_since))
        if reports.main is not None:
            reports.write_patch(corrections.patch(work.corrections()))
        if request.fix:
            work.fix()
        work.set_aside()
        result = work.result
        reports.write(result)
    for problem in result.problems:
        _tell(problem)
    counted = tally(result)
    errors = f"; {quantity(counted.errors, 'error')}" if counted.errors else ""
    if result.files:
        click.echo(engine.summarise_drafts(result) + errors, err=True)
    if counted.errors:
        return FAILED
    if work.empty(found) and not settings.allow_empty:
        tell(f"nothing to check in {', '.join(map(_named, request.paths))} (--allow-empty accepts that)")
        return FAILED
    return FOUND if request.write_baseline is None and counted.fails(settings.fail_on) else OK


def _drafts(request: Request, configuration: Configuration, found: Discovery) -> tuple[list[Draft], Settings]:
    """Return the drafts to check, and the settings of the run."""
    drafts = [Draft(each.name, each.path, each.settings.as_of) for each in found.files]
    every = [each.settings for each in found.files]
    if STDIN in request.paths:
        name = request.stdin_filename or _UNNAMED
        format_ = engine.format_of(name)
        if format_ is None:
            raise UsageError(f"--stdin-filename: {name}: no kind of draft that kzfacts knows by its ending")
        settings = configuration.of(Path(name))
        shown_as = shown(name) if request.stdin_filename else "<stdin>"
        drafts.append(Draft(shown_as, name, settings.as_of, _standard_input(), format_))
        every.append(settings)
    return drafts, agreed(every, configuration.of(Path("draft")))


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise UsageError("-: standard input is closed; pass a draft with: kzfacts lint - < FILE")
    return sys.stdin.buffer.read()


def _fact_base(settings: Settings) -> FactBase:
    """Load the facts; what is not there is told of with what names it."""
    for path in settings.facts:
        if not Path(path).exists():
            raise UsageError(f"{settings.named_by('facts')}: {path}: no such file or folder")
    return engine.open_fact_base(settings.facts)


def _changed(drafts: list[Draft], revision: str | None) -> list[Draft]:
    """Return the drafts that differ from a revision, with the lines that do; all of them without one."""
    if revision is None:
        return drafts
    lines = changes.changed_lines([draft.path for draft in drafts], revision)
    return [msgspec.structs.replace(draft, lines=lines[draft.path]) for draft in drafts if draft.path in lines]


@dataclass
class _Work:
    """The drafts of one run with what came of each, as it goes on."""

    request: Request
    settings: Settings
    fact_base: FactBase
    drafts: list[Draft] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    known: tuple[baseline.Entry, ...] = ()
    aside: tuple[CheckedFile, ...] | None = None

    def check(self, drafts: list[Draft]) -> None:
        """Check the drafts."""
        self.drafts = drafts
        self.outcomes = list(check_all(drafts, self._opener(), self.settings.jobs)) if drafts else []

    def _opener(self) -> partial[DraftChecker]:
        open_one = partial(engine.open_draft_checker, self.settings.facts, min_score=self.settings.min_score)
        if sys.platform == "linux" or self.settings.jobs == 1:
            return partial(open_one, fact_base=self.fact_base)
        return open_one  # a fact base does not travel

    def corrections(self) -> list[corrections.Correction]:
        """Return the corrections that the drafts can take, and tell of those that they cannot."""
        made = []
        for draft, outcome in zip(self.drafts, self.outcomes, strict=True):
            wanted = corrections.edits_of(outcome.file) if outcome.file is not None else ()
            if outcome.file is None or not wanted:
                continue
            data = Path(draft.path).read_bytes() if draft.data is None else draft.data
            correction = corrections.correct(outcome.file, data)
            missed = len(wanted) - (correction.count if correction else 0)
            if missed:
                message = f"{quantity(missed, 'suggested correction')} cannot be made here; make them by hand"
                self.problems.append(Problem(draft.name, 0, 0, message, "warning"))
            if correction is not None:
                made.append(correction)
        return made

    def fix(self) -> None:
        """Write the corrections, and check again what was corrected."""
        positions = {draft.name: position for position, draft in enumerate(self.drafts)}
        done = 0
        again: list[int] = []
        for correction in self.corrections():
            position = positions[correction.path]
            try:
                corrections.write(correction, self.drafts[position].path)
            except KzfactsError as error:
                self.problems.append(Problem(correction.path, 0, 0, str(error).removeprefix(f"{correction.path}: ")))
                continue
            done += correction.count
            again.append(position)
        checked = check_all([self.drafts[position] for position in again], self._opener(), self.settings.jobs)
        for position, outcome in zip(again, checked, strict=True):
            self.outcomes[position] = outcome
        tell(f"{quantity(done, 'correction')} made in {quantity(len(again), 'draft')}")

    @property
    def files(self) -> tuple[CheckedFile, ...]:
        """The drafts that could be read, with their results."""
        return tuple(outcome.file for outcome in self.outcomes if outcome.file is not None)

    @property
    def baseline_path(self) -> str:
        """The path of the baseline, empty where there is none."""
        return self.request.write_baseline or self.settings.baseline

    def read_baseline(self) -> tuple[baseline.Entry, ...]:
        """Return what the baseline holds; one that is to be written need not be there yet."""
        if not self.baseline_path or (self.request.write_baseline and not Path(self.baseline_path).exists()):
            return ()
        named_by = "--write-baseline" if self.request.write_baseline else self.settings.named_by("baseline")
        return baseline.read_baseline(self.baseline_path, named_by)

    def set_aside(self) -> None:
        """Write the baseline where one is to be written, and suppress what a baseline holds."""
        path = self.baseline_path
        if self.request.write_baseline:
            absent = self.settings.fail_on == "absent"
            count = baseline.write_baseline(self.files, path, absent=absent, kept=self.known)
            tell(f"{path}: {quantity(count, 'sentence')} set aside")
            self.known = baseline.read_baseline(path)
        if path:
            complete = self.request.changed_since is None
            self.aside, stale = baseline.apply(self.files, self.known, path, complete=complete)
            self.problems += stale

    @property
    def result(self) -> LintRun:
        """All that the run found, for the reports."""
        problems: Iterable[Problem] = (problem for outcome in self.outcomes for problem in outcome.problems)
        files = self.files if self.aside is None else self.aside
        shown = {*self.request.show, *FAILING[self.settings.fail_on], Verdict.CONTRADICTED}
        reported = tuple(verdict for verdict in Verdict if verdict in shown)
        return LintRun(self.fact_base, files, tuple(sorted((*self.problems, *problems))), reported)

    def empty(self, found: Discovery) -> bool:
        """Say whether there was nothing to check: no draft, or none with a sentence in it.

        Drafts that are left out on purpose are not nothing: unchanged ones, those that a hook names and ``exclude``
        leaves out, those that say so themselves.
        """
        if not found.files and STDIN not in self.request.paths:
            return not (self.request.force_exclude and found.excluded)
        if self.request.changed_since is not None or any(outcome.off for outcome in self.outcomes):
            return False
        return not has_sentences(self.files)


def _named(path: str) -> str:
    return "standard input" if path == STDIN else shown(path)


def _tell(problem: Problem) -> None:
    """Write a problem to standard error, in a form that no workflow runner takes for a command."""
    severity = "warning: " if problem.severity == "warning" else ""
    message = f"{severity}{problem.path}{problem.place}: {problem.message}"
    tell(message.replace("##[", "## ["))
