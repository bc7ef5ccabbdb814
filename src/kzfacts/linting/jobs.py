"""Drafts checked by several processes, with the outcomes in the order of the drafts."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from multiprocessing import get_context

from kzfacts.errors import KzfactsError
from kzfacts.linting.checking import Draft, DraftChecker, Outcome

FEWEST = 4
"""How many drafts a process must have to be worth its start."""
_worker: DraftChecker | None = None


def check_all(drafts: Sequence[Draft], make: Callable[[], DraftChecker], jobs: int) -> Iterator[Outcome]:
    """Yield what came of each draft, checked by ``jobs`` processes; 0 stands for one a processor.

    ``make`` opens the checker: once on Linux, where processes share what is open, else once a process, for which it
    must be a function of a module or a partial of one. Raises KzfactsError where a process dies.
    """
    count = min(jobs or _processors(), len(drafts) // FEWEST or 1)
    if count <= 1:
        checker = make()
        yield from map(checker.check, drafts)
        return
    if sys.platform == "linux":
        ready = make()
        context, opener = get_context("fork"), lambda: ready
    else:
        context, opener = get_context("spawn"), make
    chunk = max(1, min(16, len(drafts) // (count * 4)))
    with ProcessPoolExecutor(count, context, _start, (opener,)) as pool:
        try:
            yield from pool.map(_check, drafts, chunksize=chunk)
        except BrokenProcessPool:
            raise KzfactsError("a process that checked drafts has died; try --jobs 1") from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _start(opener: Callable[[], DraftChecker]) -> None:
    global _worker
    _worker = opener()


def _check(draft: Draft) -> Outcome:
    assert _worker is not None
    return _worker.check(draft)
