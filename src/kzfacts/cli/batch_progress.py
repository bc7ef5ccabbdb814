"""The progress of a batch on a terminal: a bar, rows, rows a second, the time left."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kzfacts.cli.failures import tell
from kzfacts.cli.output import is_terminal
from kzfacts.reports.characters import printable

if TYPE_CHECKING:
    from kzfacts.batch.inputs import Inputs

_INTERVAL = 0.1  # seconds between two looks


@dataclass(frozen=True)
class Watcher:
    """What to call with the number of rows done, and what to say something with that goes above the bar."""

    moved: Callable[[int], None]
    tell: Callable[[str], None]


@contextmanager
def progress(inputs: Inputs, *, rows_on_terminal: bool) -> Iterator[Watcher]:
    """Show how far the inputs are read; a bar only where standard error alone is a terminal."""
    if rows_on_terminal or not is_terminal(sys.stderr):
        yield Watcher(lambda rows: None, tell)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rows]:,} rows"),
        TextColumn("{task.fields[rate]:,.0f}/s"),
        TimeRemainingColumn(),
    )
    console = Console(file=sys.stderr)
    total = inputs.size if inputs.counts_bytes else None
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("", total=total, rows=0, rate=0.0)
        first: tuple[int, float] | None = None
        last = 0.0

        def moved(rows: int) -> None:
            nonlocal first, last
            now = time.monotonic()
            if first is None:
                first = (rows, now)
            if now - last < _INTERVAL:
                return
            last = now
            rate = (rows - first[0]) / (now - first[1]) if now > first[1] else 0.0
            bar.update(task, completed=inputs.position if total is not None else 0, rows=rows, rate=rate)

        def tell_above(message: str) -> None:
            console.print(f"kzfacts: {printable(message)}", markup=False, highlight=False, soft_wrap=True)

        yield Watcher(moved, tell_above)
