"""One draft after the other: read, checked, its own orders heeded. What goes wrong with one stays with that one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from kzfacts.documents.model import Document, Sentence
from kzfacts.errors import KzfactsError
from kzfacts.linting.changes import Lines
from kzfacts.linting.directives import Orders, read_orders
from kzfacts.linting.linter import Linter
from kzfacts.linting.results import CheckedFile, Problem
from kzfacts.linting.suppression import suppress

Read = Callable[[str, bytes, str | None], Document]
"""What reads a draft: its path as reports show it, its bytes, and its format where the path does not tell."""
_PLACED = re.compile(r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<message>.+)", re.DOTALL)


class Draft(msgspec.Struct, frozen=True):
    """A draft to check: its ``name`` in reports, and the file it is in or, of standard input, its ``data``.

    ``as_of`` is when it was written where it does not tell itself; ``lines`` are those to look at, None for all.
    """

    name: str
    path: str
    as_of: date | None = None
    data: bytes | None = None
    format: str | None = None
    lines: Lines | None = None


class Outcome(msgspec.Struct, frozen=True):
    """What came of one draft: its results, None where it could not be read, and what is wrong with it."""

    file: CheckedFile | None
    problems: tuple[Problem, ...] = ()
    off: bool = False
    """Whether the draft asks in its front matter to be left alone."""


class DraftChecker:
    """Checks drafts; make one and use it for many."""

    def __init__(
        self, linter: Linter, read: Read, fact_ids: Callable[[], Collection[str]], debug: bool = False
    ) -> None:
        """Take what checks a document, what reads one, and what tells the ids of the facts on record.

        With ``debug`` errors that nobody foresaw are raised.
        """
        self._linter = linter
        self._read = read
        self._fact_ids = fact_ids
        self._debug = debug
        self._known: Collection[str] | None = None

    def check(self, draft: Draft) -> Outcome:
        """Return what came of one draft; whatever goes wrong with it is a problem of it."""
        try:
            data = Path(draft.path).read_bytes() if draft.data is None else draft.data
            return self._check(draft, self._read(draft.name, data, draft.format))
        except OSError as error:
            return Outcome(None, (Problem(draft.name, 0, 0, _unreadable(error)),))
        except KzfactsError as error:
            return Outcome(None, (_problem(draft.name, str(error)),))
        except Exception as error:
            if self._debug:
                raise
            return Outcome(None, (Problem(draft.name, 0, 0, _unforeseen(error)),))

    def _check(self, draft: Draft, document: Document) -> Outcome:
        orders = read_orders(document)
        if orders.off:
            return Outcome(CheckedFile(document, (), document.dated), tuple(orders.problems), off=True)
        if orders.as_of is not None:
            document = msgspec.structs.replace(document, dated=orders.as_of)
        failures: list[Problem] = []
        checked = self._linter.check(
            document,
            draft.as_of,
            wanted=None if draft.lines is None else draft.lines.touch,
            failed=partial(self._failed, draft.name, failures),
        )
        checked, problems = suppress(
            checked, orders, self._facts_for(orders), as_of=draft.as_of, complete=draft.lines is None
        )
        return Outcome(checked, tuple(sorted((*_notes(document), *problems, *failures))))

    def _facts_for(self, orders: Orders) -> Collection[str]:
        """Return the ids on record, which are asked for only where a draft names any."""
        if self._known is None and orders.directives:
            self._known = frozenset(self._fact_ids())
        return self._known or frozenset()

    def _failed(self, name: str, failures: list[Problem], sentence: Sentence, error: Exception) -> None:
        if self._debug:
            raise error
        message = str(error) if isinstance(error, KzfactsError) else _unforeseen(error)
        failures.append(Problem(name, sentence.region.line, sentence.region.column, message))


def _unreadable(error: OSError) -> str:
    return f"cannot be read: {error.strerror or error}; make it readable, or exclude it"


def _unforeseen(error: Exception) -> str:
    """Return the message for an exception that nobody foresaw."""
    detail = " ".join(str(error).split())
    return f"internal error, please report it: {type(error).__name__}: {detail} (KZFACTS_DEBUG=1 shows where)"


def _notes(document: Document) -> Iterator[Problem]:
    """Yield what a reader of documents has to tell of a draft, as warnings."""
    for note in document.notes:
        yield msgspec.structs.replace(_problem(document.path, note), severity="warning")


def _problem(name: str, message: str) -> Problem:
    """Return an error as a problem, at the place that it names itself."""
    placed = _PLACED.fullmatch(message)
    if placed is not None and placed["path"] == name:
        return Problem(name, int(placed["line"]), int(placed["column"]), placed["message"])
    return Problem(name, 0, 0, message.removeprefix(f"{name}: "))
