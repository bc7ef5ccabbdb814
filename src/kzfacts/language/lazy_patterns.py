"""Patterns over text that are compiled when first needed: most statements need few of them, and start-up counts."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern compiled, capitals and small letters alike."""
    return re.compile(pattern, re.I)
