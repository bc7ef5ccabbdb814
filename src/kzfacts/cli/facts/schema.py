"""``kzfacts facts schema``: the JSON Schema of the YAML files, for editors."""

from __future__ import annotations

import click

from kzfacts.cli import options
from kzfacts.cli.output import open_output


@click.command()
@click.argument("name", type=click.Choice(("facts", "sources", "entities", "lexicon")), default="facts")
@options.output_option
def schema(name: str, output: str | None) -> None:
    """Print the JSON Schema of a file of facts, for editors.

    Or that of sources, entities or the lexicon. An editor that knows the YAML language server checks and completes a
    file whose first line is "# yaml-language-server: $schema=PATH".
    """
    from importlib.resources import files

    shipped = files("kzfacts.factbase").joinpath("schemas", f"{name}.schema.json")
    with open_output(output) as out:
        out.write(shipped.read_bytes())
