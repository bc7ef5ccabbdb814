"""Options that several commands share, and the reading of their values."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, TypeVar

import click

from kzfacts.errors import UsageError

Command = TypeVar("Command", bound=Callable[..., Any])


class Needed(click.types.StringParamType):
    """The type of a text that a command cannot do without; ``example`` says what to give, and how."""

    def __init__(self, example: str) -> None:
        self.example = example

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:
        """Return what is added to "Missing argument"."""
        return self.example


def read_day(text: str) -> datetime.date:
    """Return the day that an EDTF date names; of a month, a year or an interval the last day.

    Raises ValueError with a message for people where there is no such day.
    """
    from kzfacts.factbase import edtf

    day = edtf.parse(text.strip()).end
    if day is None:
        raise ValueError(f"{text!r} has no end; write a day, a month or a year")
    return day


def _as_of(_context: click.Context, parameter: click.Parameter, value: str | None) -> datetime.date | None:
    if value is None:
        return None
    try:
        return read_day(value)
    except ValueError as error:
        raise UsageError(f"{parameter.opts[0]}: {error}") from None


def facts_option(command: Command) -> Command:
    """Add ``--facts PATH``, repeatable: the topics to check against in place of the shipped ones."""
    return click.option(
        "--facts",
        "fact_paths",
        metavar="PATH",
        multiple=True,
        type=click.Path(),
        help="A file or folder of facts in place of the shipped ones; may be repeated.",
    )(command)


def as_of_option(command: Command) -> Command:
    """Add ``--as-of DATE``: the day a statement was made; without it relative dates stay unread."""
    return click.option(
        "--as-of",
        metavar="DATE",
        callback=_as_of,
        help='When the statements were made, YYYY-MM-DD, YYYY-MM or YYYY: gives "last year" its meaning.',
    )(command)


def format_option(*formats: str) -> Callable[[Command], Command]:
    """Add ``--format`` with these choices, the first the default."""
    return click.option(
        "--format", "format_", type=click.Choice(formats), default=formats[0], show_default=True, help="Output format."
    )


def output_option(command: Command) -> Command:
    """Add ``--output PATH``: the file to write in place of standard output, whole or not at all."""
    return click.option(
        "-o",
        "--output",
        metavar="PATH",
        type=click.Path(),
        help="Write the results to this file, whole or not at all.",
    )(command)


def fail_on_option(command: Command) -> Command:
    """Add ``--fail-on``: which verdicts make the exit status 1."""
    return click.option(
        "--fail-on",
        type=click.Choice(("contradicted", "absent", "never")),
        default="contradicted",
        show_default=True,
        help="Exit with 1 when a statement is contradicted; absent: also when one is absent; never: not for either.",
    )(command)


MIN_SCORE_HELP = (
    "Report what is supported or contradicted with a lower score (0 to 1) as absent: fewer wrong verdicts, and fewer "
    "right ones."
)


def min_score_option(command: Command) -> Command:
    """Add ``--min-score X``: the least score, from 0 to 1, of a verdict that is reported."""
    return click.option(
        "--min-score", metavar="X", type=click.FloatRange(0, 1), default=0.0, help=MIN_SCORE_HELP + " Default: 0."
    )(command)


def colour_option(command: Command) -> Command:
    """Add ``--no-color``; the NO_COLOR and FORCE_COLOR variables say the same and the opposite."""
    return click.option("--no-color", is_flag=True, help="No colours; NO_COLOR=1 does the same.")(command)


def fails(verdicts: dict[str, int], fail_on: str) -> bool:
    """Say whether verdict counts reach what ``--fail-on`` names."""
    named = {"contradicted": ("contradicted",), "absent": ("contradicted", "absent"), "never": ()}[fail_on]
    return any(verdicts.get(verdict) for verdict in named)
