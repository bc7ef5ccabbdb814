"""Several processes that check at once. Answers come back in the order of the rows, whoever gives them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import date
from itertools import islice

from kzfacts.batch.checking import Answer, Asker, Memory, Question, own_answer, question_of
from kzfacts.batch.rows import Row
from kzfacts.errors import KzfactsError

_CHUNK = 64  # rows that go to a process at a time
_AHEAD = 3  # chunks for each process that wait or are at work
SHARES = sys.platform == "linux"
"""Whether processes share what is loaded already; elsewhere each one loads it for itself."""

_asker: Asker | None = None


class _Chunk:
    """Rows, the answers known when they were read, and those to come."""

    def __init__(self, rows: list[Row], memory: Memory, as_of: date | None) -> None:
        self.rows = rows
        self.questions = [question_of(row, as_of) if row.checkable else None for row in rows]
        asked = {question for question in self.questions if question is not None}
        known = {question: memory.get(question) for question in asked}
        self.known = {question: answer for question, answer in known.items() if answer is not None}
        self.missing = list(dict.fromkeys(q for q in self.questions if q is not None and q not in self.known))
        self.future: Future[list[Answer]] | None = None

    def finish(self, memory: Memory) -> Iterator[tuple[Row, Answer]]:
        """Wait for the answers and yield the rows with them."""
        if self.future is not None:
            for question, answer in zip(self.missing, self.future.result(), strict=True):
                self.known[question] = answer
                memory.keep(question, answer)
        for row, asked in zip(self.rows, self.questions, strict=True):
            yield row, own_answer(row) if asked is None else self.known[asked]


class Workers:
    """A pool of processes, each with a checker."""

    def __init__(self, pool: ProcessPoolExecutor, count: int) -> None:
        """Take the pool and how many processes it has."""
        self._pool = pool
        self._count = count

    def answered(self, rows: Iterable[Row], memory: Memory, as_of: date | None) -> Iterator[tuple[Row, Answer]]:
        """Yield each row with its answer, in the order of the rows; reads a few hundred rows ahead.

        Raises KzfactsError where a process ends before its time.
        """
        source = iter(rows)
        waiting: deque[_Chunk] = deque()
        try:
            while True:
                while len(waiting) < _AHEAD * self._count and (some := list(islice(source, _CHUNK))):
                    waiting.append(self._begin(_Chunk(some, memory, as_of)))
                if not waiting:
                    return
                yield from waiting.popleft().finish(memory)
        except BrokenProcessPool:
            raise KzfactsError("a process that checks was ended from outside; is there enough memory?") from None

    def _begin(self, chunk: _Chunk) -> _Chunk:
        if chunk.missing:
            chunk.future = self._pool.submit(_ask_all, chunk.missing)
        return chunk


@contextmanager
def workers(count: int, make: Callable[[], Asker]) -> Iterator[Workers]:
    """Start ``count`` processes and end them afterwards; ``make`` gives each its asker.

    Where processes cannot share what is loaded, ``make`` must be a function that can be pickled.
    """
    context = multiprocessing.get_context("fork" if SHARES else "spawn")
    pool = ProcessPoolExecutor(count, context, _initialise, (make,))
    try:
        pool.submit(os.getpid).result()  # all start now, before there are threads
        yield Workers(pool, count)
    finally:
        pool.shutdown(cancel_futures=True)


def _initialise(make: Callable[[], Asker]) -> None:
    global _asker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process sees to it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _asker = make()


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, even if it was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _ask_all(questions: list[Question]) -> list[Answer]:
    assert _asker is not None
    return [_asker.ask(question) for question in questions]
