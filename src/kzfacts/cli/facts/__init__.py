"""``kzfacts facts``: what the fact base holds, one file a command."""

from __future__ import annotations

import click

from kzfacts.cli.group import LazyGroup


@click.group(
    cls=LazyGroup,
    places={
        "list": "kzfacts.cli.facts.listing:list_facts",
        "show": "kzfacts.cli.facts.show:show",
        "search": "kzfacts.cli.facts.search:search",
        "add": "kzfacts.cli.facts.add:add",
        "validate": "kzfacts.cli.facts.validate:validate",
        "test": "kzfacts.cli.facts.testing:run_tests",
        "audit": "kzfacts.cli.facts.audit:audit",
        "timeline": "kzfacts.cli.facts.timeline:timeline",
        "stats": "kzfacts.cli.facts.stats:stats",
        "schema": "kzfacts.cli.facts.schema:schema",
        "export": "kzfacts.cli.facts.export:export",
    },
)
def facts() -> None:
    """Look into the fact base, find its mistakes, test it and add to it."""
