"""The formats of ``kzfacts lint`` by name; the module of a format is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from kzfacts.linting.results import LintRun

FORMATS: dict[str, tuple[str, str]] = {
    "text": ("kzfacts.reports.drafts_text", "render"),
    "json": ("kzfacts.reports.drafts_json", "render"),
    "jsonl": ("kzfacts.reports.drafts_json", "render_lines"),
    "sarif": ("kzfacts.reports.sarif", "render"),
    "github": ("kzfacts.reports.github", "render"),
    "github-summary": ("kzfacts.reports.github_summary", "render"),
    "gitlab": ("kzfacts.reports.gitlab", "render"),
    "junit": ("kzfacts.reports.junit", "render"),
    "rdjson": ("kzfacts.reports.rdjson", "render"),
    "html": ("kzfacts.reports.html", "render"),
}
"""The module and the function of each format."""


def renderer(name: str) -> Callable[[LintRun], str]:
    """Return the function for a format; raises KeyError where there is none of this name."""
    module, function = FORMATS[name]
    return cast("Callable[[LintRun], str]", getattr(import_module(module), function))
