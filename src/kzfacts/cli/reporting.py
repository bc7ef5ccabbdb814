"""Where the reports of a run over drafts go: each format to its file, or one of them to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from secrets import token_hex
from typing import TYPE_CHECKING

from kzfacts.cli import engine
from kzfacts.cli.output import Output, is_terminal, open_output
from kzfacts.cli.settings import in_actions
from kzfacts.errors import UsageError
from kzfacts.reports.characters import printable

if TYPE_CHECKING:
    from kzfacts.linting.results import LintRun


@dataclass(frozen=True)
class Reports:
    """The reports to write, each with its output, and the main output, which takes a patch."""

    targets: tuple[tuple[str, Output], ...]
    main: Output | None

    def write(self, run: LintRun) -> None:
        """Write each report; JSON and the like are UTF-8 whatever the terminal's encoding."""
        for format_, output in self.targets:
            text = engine.render_drafts(format_, run, output)
            output.write(text if format_ == "text" else text.encode("utf-8", "backslashreplace"))

    def write_patch(self, patch: str) -> None:
        """Write a patch to the main output: byte for byte, but harmless where somebody reads it as it comes.

        On a terminal control characters are shown as others. In GitHub Actions the runner is told to obey no line of
        it, which programs that take a patch pass over.
        """
        if self.main is None or not patch:
            return
        if self.main.live and is_terminal(sys.stdout):
            patch = "".join(f"{printable(line)}\n" for line in patch.split("\n")[:-1])
        elif self.main.live and in_actions():
            token = token_hex(16)
            patch = f"::stop-commands::{token}\n{patch}::{token}::\n"
        self.main.write(patch.encode("utf-8", "surrogateescape"))


def plan(formats: Sequence[str], output: str | None, *, diff: bool, chosen: bool) -> dict[str, str]:
    """Return for each place (``-`` for standard output) the format to write there.

    With ``diff`` the main place is the patch's. ``chosen`` says whether the formats were asked for. Raises UsageError
    for two reports in one place.
    """
    from kzfacts.linting.settings import read_format

    main = output or "-"
    places: dict[str, str] = {}
    for format_, path in map(read_format, formats):
        if diff and not path:
            if chosen:
                raise UsageError(f"--diff prints a patch and no report; give --format {format_}=FILE for both")
            continue
        place = path or main
        if any(_same(place, other) for other in places) or (diff and _same(place, main)):
            hint = "give each --format a file, --format FORMAT=FILE"
            raise UsageError(f"two reports in one place, {'standard output' if place == '-' else place}: {hint}")
        places[place] = format_
    if output is not None and not diff and output not in places:
        raise UsageError("--output: every --format has a file of its own; leave --output out")
    return places


def _same(one: str, other: str) -> bool:
    return one == other or ("-" not in (one, other) and os.path.realpath(one) == os.path.realpath(other))


@contextmanager
def open_reports(
    places: dict[str, str], output: str | None, *, diff: bool, no_color: bool, named_by: str = "--format"
) -> Iterator[Reports]:
    """Open all places at once; files appear when all is written, and none does on a failure.

    ``named_by`` is what names the places other than ``output``, for messages.
    """
    with ExitStack() as stack:
        targets = []
        for place, format_ in places.items():
            option = "--output" if place == output else named_by
            targets.append((format_, stack.enter_context(open_output(place, no_color=no_color, option=option))))
        main = stack.enter_context(open_output(output, no_color=no_color)) if diff else None
        yield Reports(tuple(targets), main)
