"""The options that configuration files can set too, for ``kzfacts lint`` and ``kzfacts config show``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from kzfacts.cli.options import MIN_SCORE_HELP, Command

if TYPE_CHECKING:
    from kzfacts.linting.configuration import Configuration
    from kzfacts.linting.settings import Settings

_OPTIONS = (
    click.option(
        "--facts",
        metavar="PATH",
        multiple=True,
        help="A file or folder of facts in place of the shipped ones; may be repeated.",
    ),
    click.option(
        "--as-of",
        metavar="DATE",
        help="When drafts without a date of their own were written: YYYY-MM-DD, YYYY-MM or YYYY.",
    ),
    click.option(
        "--format",
        metavar="FORMAT[=FILE]",
        multiple=True,
        help="Output format: text, json, jsonl, sarif, github, github-summary, gitlab, junit, rdjson or html; may be "
        "repeated, with a file each. [default: github in GitHub Actions, else text]",
    ),
    click.option(
        "--fail-on",
        type=click.Choice(("contradicted", "absent", "never")),
        help="Exit with 1 when a sentence is contradicted; absent: also when one is absent; never: not for either. "
        "[default: contradicted]",
    ),
    click.option("--min-score", metavar="X", type=click.FloatRange(0, 1), help=MIN_SCORE_HELP + " [default: 0]"),
    click.option(
        "--exclude", metavar="GLOB", multiple=True, help="Leave files out, as .gitignore does; may be repeated."
    ),
    click.option("--baseline", metavar="FILE", help="What was found before and does not count; see --write-baseline."),
    click.option("--allow-empty/--no-allow-empty", default=None, help="Exit with 0 when there is nothing to check."),
    click.option(
        "--jobs",
        "-j",
        metavar="N",
        type=click.IntRange(0),
        help="Check with N processes; 0: one a processor. [default: 1]",
    ),
    click.option("--config", metavar="FILE", help="Use this configuration file alone."),
    click.option("--isolated", is_flag=True, help="Use no configuration file."),
)
NAMES = ("facts", "as-of", "format", "fail-on", "min-score", "exclude", "baseline", "allow-empty", "jobs")


def settings_options(command: Command) -> Command:
    """Add the options that a configuration file can set, and ``--config`` and ``--isolated``.

    The command takes them as keyword arguments, for `open_configuration`.
    """
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def open_configuration(given: dict[str, Any]) -> Configuration:
    """Return the configuration by the options of `settings_options`; raises UsageError for one that is wrong."""
    from kzfacts.errors import UsageError
    from kzfacts.linting.configuration import Configuration
    from kzfacts.linting.settings import read_given

    values: dict[str, object] = {}
    for name in NAMES:
        value = given[name.replace("-", "_")]
        if value is not None and value != ():
            values[name] = list(value) if isinstance(value, tuple) else value
    if given["config"] is not None and given["isolated"]:
        raise UsageError("--config and --isolated: give one of them")
    return Configuration(read_given(values), file=given["config"], isolated=given["isolated"])


def formats_of(settings: Settings) -> tuple[str, ...]:
    """Return the formats to write: those set, else ``github`` in GitHub Actions, else ``text``."""
    return settings.format or (("github",) if in_actions() else ("text",))


def in_actions() -> bool:
    """Say whether this is a step of GitHub Actions."""
    return os.environ.get("GITHUB_ACTIONS") == "true"
