"""``kzfacts config``: what a run is set to, and by what."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kzfacts.cli.group import LazyGroup
from kzfacts.cli.settings import formats_of, in_actions, open_configuration, settings_options
from kzfacts.reports.characters import printable

if TYPE_CHECKING:
    from kzfacts.linting.settings import Settings


@click.group(cls=LazyGroup, places={"show": "kzfacts.cli.config:show", "schema": "kzfacts.cli.config:schema"})
def config() -> None:
    """Look into the configuration of kzfacts lint.

    It is kzfacts.toml, .kzfacts.toml or [tool.kzfacts] of pyproject.toml.
    """


@click.command()
@click.argument("path", default=".")
@settings_options
def show(path: str, **given: Any) -> None:
    """Show each setting for PATH, and where it comes from.

    PATH is a file or folder, the working folder if left out; the settings are written as TOML. The options of kzfacts
    lint may be given too, and win as they do there.
    """
    configuration = open_configuration(given)
    where = Path(path)
    settings = configuration.of(where / "draft" if where.is_dir() else where)
    lines = _lines(settings)
    width = max(len(text) for text, _ in lines)
    click.echo(f"# {settings.file or 'no configuration file'}")
    for text, origin in lines:
        click.echo(printable(f"{text:<{width}}  # {origin}"))


@click.command()
def schema() -> None:
    """Print the JSON Schema of kzfacts.toml, for editors."""
    from kzfacts.linting.settings import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


def _lines(settings: Settings) -> list[tuple[str, str]]:
    from kzfacts.linting.settings import DEFAULT, KEYS

    lines = []
    for name, key in KEYS.items():
        value, origin = getattr(settings, key.field), settings.origins[name]
        if name == "format" and not value:
            value, origin = formats_of(settings), "GITHUB_ACTIONS" if in_actions() else DEFAULT
        unset = value is None or value == ""
        lines.append((f"# {name}: not set" if unset else f"{name} = {_toml(value)}", origin))
    return lines


def _toml(value: object) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
