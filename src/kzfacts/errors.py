"""The one family of errors that kzfacts raises for reasons a user can mend.

A message says what is wrong and what to do; where a place is known it comes first as
``path:line:column`` (lines and columns count from 1). The command line prints the message alone and
exits with status 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class KzfactsError(Exception):
    """Root of every error that kzfacts raises on purpose."""


class UsageError(KzfactsError):
    """An argument, option or input that cannot be used, such as a date that is no date."""


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in a file: ``path``, ``line`` and ``column`` from 1, and what to do about it."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class ProblemsError(KzfactsError):
    """Files cannot be used; ``problems`` lists every mistake found in one pass."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


class FactBaseError(ProblemsError):
    """The fact base cannot be used."""
