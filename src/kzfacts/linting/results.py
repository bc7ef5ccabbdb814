"""What checking drafts gives: a `LintRun` of files with their results, which every report renders.

Offsets are code points from 0 in a sentence's ``text``, also in the finding, which is about the sentence as it
stands in the draft, whatever its context added when it was judged.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from kzfacts.documents.model import Document, Region, Sentence
from kzfacts.factbase import FactBase
from kzfacts.finding import Finding, Verdict

Reason = Literal["opinion", "question", "imperative", "prediction", "fragment"]
"""Why a sentence is nothing to check."""


class Statement(msgspec.Struct, frozen=True):
    """A sentence read in its context, ready to be judged.

    ``text`` is the sentence with what context tells written out ("he" as "Erlan Idrissov"); ``origins`` has for each
    character of it the offset in the sentence's text, None for what context added. ``speaker`` is the name of
    whoever said it where it is a quotation or reported, empty where it is the article's own. ``unchecked`` says why
    there is nothing to check, None where there is. ``unclear`` names words whose meaning is not plain ("he", "the
    ministry"): a statement that has any can at most be absent (`kzfacts.linting.context.held_back`). ``guessed`` names
    words whose meaning is likely and no more: a statement that has any may be supported, for then the record bears the
    guess out, and is not contradicted.
    """

    sentence: Sentence
    text: str
    origins: tuple[int | None, ...]
    speaker: str = ""
    unchecked: Reason | None = None
    unclear: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()


class Suppression(msgspec.Struct, frozen=True):
    """Why a result does not count: a remark in the draft (``inSource``) or a baseline file (``external``)."""

    kind: Literal["inSource", "external"]
    justification: str
    region: Region | None = None


class Result(msgspec.Struct, frozen=True):
    """The finding on one sentence of a draft."""

    statement: Statement
    finding: Finding
    suppression: Suppression | None = None

    @property
    def sentence(self) -> Sentence:
        """The sentence as it stands in the draft."""
        return self.statement.sentence

    @property
    def checkable(self) -> bool:
        """Whether there was anything to check."""
        return self.statement.unchecked is None


class Problem(msgspec.Struct, frozen=True, order=True):
    """Something wrong that is no verdict: an unused suppression (``warning``), a file that is no text (``error``).

    ``line`` and ``column`` are 0 where it is about the file as a whole, such as one that is not there.
    """

    path: str
    line: int
    column: int
    message: str
    severity: Literal["error", "warning"] = "error"

    @property
    def place(self) -> str:
        """The line and column as they follow the path, ``:12:1``; empty where there are none."""
        return f":{self.line}:{self.column}" if self.line else ""


class CheckedFile(msgspec.Struct, frozen=True):
    """One draft with its results in reading order; ``as_of`` is the day its statements were taken to be made."""

    document: Document
    results: tuple[Result, ...]
    as_of: date | None = None


class LintRun(msgspec.Struct, frozen=True):
    """All that a run found: files in the order of their paths, problems in the order of their places.

    ``reported`` are the verdicts that reports list one by one; those of ``--fail-on`` at least.
    """

    fact_base: FactBase
    files: tuple[CheckedFile, ...]
    problems: tuple[Problem, ...] = ()
    reported: tuple[Verdict, ...] = (Verdict.CONTRADICTED,)
