"""The progress of a batch on a terminal: a bar, rows, rows a second, the time left."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kzfacts.cli.output import is_terminal

if TYPE_CHECKING:
    from kzfacts.batch.inputs import Inputs

_INTERVAL = 0.1  # seconds between two looks


@contextmanager
def progress(inputs: Inputs, *, rows_on_terminal: bool) -> Iterator[Callable[[int], None]]:
    """Give what is called with the number of rows done; a bar only where standard error alone is a terminal."""
    if rows_on_terminal or not is_terminal(sys.stderr):
        yield lambda rows: None
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
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
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

        yield moved
