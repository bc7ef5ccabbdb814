"""The options that choose facts: --entity, --topic, --year, --kind and --certainty, the same for every command."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, get_args

import click

from kzfacts.errors import UsageError
from kzfacts.factbase.model import Certainty, FactKind

if TYPE_CHECKING:
    from kzfacts.factbase import DateSpan


def read_period(_context: click.Context, parameter: click.Parameter, value: str | None) -> DateSpan | None:
    """Return the days that an EDTF date names; raises UsageError for anything else."""
    if value is None:
        return None
    from kzfacts.factbase import edtf

    try:
        return edtf.parse(value.strip())
    except ValueError as error:
        raise UsageError(f"{parameter.opts[0]}: {error}") from None


def _choice(name: str, names: str, known: tuple[str, ...]) -> Callable[..., Any]:
    """Return an option that chooses facts by one of a few known words."""
    told = f"Only facts of this {name}; may be repeated."
    return click.option(f"--{name}", names, type=click.Choice(known), multiple=True, help=told)


_OPTIONS = (
    click.option(
        "--entity",
        "entities",
        metavar="NAME",
        multiple=True,
        help="Only facts that involve or name this entity (id or any name); repeated: all of them.",
    ),
    click.option(
        "--topic", "topics", metavar="TOPIC", multiple=True, help="Only facts of this topic; may be repeated."
    ),
    click.option(
        "--year",
        "period",
        metavar="DATE",
        callback=read_period,
        help="Only facts dated within or across this year, month, day or interval (EDTF: 2014, 2014-12, 2013/2014).",
    ),
    _choice("kind", "kinds", get_args(FactKind)),
    _choice("certainty", "certainties", get_args(Certainty)),
)


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; the command gets them as one `Selection`, called ``selection``."""

    @wraps(command)
    def with_selection(
        *arguments: Any,
        entities: tuple[str, ...],
        topics: tuple[str, ...],
        period: DateSpan | None,
        kinds: tuple[str, ...],
        certainties: tuple[str, ...],
        **others: Any,
    ) -> Any:
        from kzfacts.curation.selection import Selection

        selection = Selection(entities, topics, period, kinds, certainties)
        return command(*arguments, selection=selection, **others)

    decorated: Callable[..., Any] = with_selection
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated
