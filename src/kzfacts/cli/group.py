"""A click group that imports a command only when it is called, and ends every failure in one line."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

from kzfacts.cli.failures import one_line_failures


class LazyGroup(click.Group):
    """A group whose commands stand in ``places``: command name -> ``"module:attribute"``."""

    def __init__(self, *args: Any, places: Mapping[str, str], **kwargs: Any) -> None:
        """Take what click.Group takes, and the places."""
        super().__init__(*args, **kwargs)
        self.places = dict(places)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the command names in the order they are declared."""
        return list(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command, or None where there is none of that name."""
        place = self.places.get(cmd_name)
        if place is None:
            return None
        module, _, attribute = place.partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, and point to ``check`` whoever gives a sentence in its place."""
        if " " in args[0].strip() and "check" in self.places:
            ctx.fail("a statement is checked with: kzfacts check STATEMENT")
        return super().resolve_command(ctx, args)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Parse the arguments, with failures told in one line."""
        with one_line_failures():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, with failures told in one line."""
        with one_line_failures():
            return super().invoke(ctx)
