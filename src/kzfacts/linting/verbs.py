"""The verbs of remarks in drafts, and what each needs."""

from __future__ import annotations

from typing import Literal

Verb = Literal["ignore-next", "ignore-line", "ignore-file", "off", "on"]
BARE: frozenset[Verb] = frozenset({"ignore-file", "on"})
"""Verbs that may stand without a target and then mean all."""
NEEDS_REASON: frozenset[Verb] = frozenset({"ignore-next", "ignore-line", "ignore-file", "off"})
"""Verbs that act only with a reason."""
