"""What the reports in JSON for other programs share: how a verdict counts there, and how JSON is written."""

from __future__ import annotations

from typing import Literal

import msgspec

from kzfacts.finding import Verdict
from kzfacts.reports.json import harmless

Level = Literal["error", "warning", "note"]

LEVELS: dict[Verdict, Level] = {Verdict.CONTRADICTED: "error", Verdict.ABSENT: "warning", Verdict.SUPPORTED: "note"}
"""How grave a verdict is; a problem has its own severity, by the same names."""


def indented(value: object) -> str:
    """Return ``value`` as JSON with an indentation of two, safe on a terminal, a line end after it."""
    return (harmless(msgspec.json.format(msgspec.json.encode(value), indent=2)) + b"\n").decode()
