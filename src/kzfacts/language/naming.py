"""Names that are spoken of as names: "Astana was renamed", "the city was then called Akmola"."""

from __future__ import annotations

from collections.abc import Sequence

from kzfacts.language.text import Token
from kzfacts.language.words import NAMING, PASSIVE_MARK

CALLED = 8
"""How many tokens stand at most between a name and "called" or "named"."""
_VERBS_OF_CALLING = frozenset(("in", "for", "on", "upon", "off", "to"))
_LENT = frozenset(("put", "puts", "putting", "lent", "lend", "add", "added"))


def is_called(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether a name, the tokens from ``first`` to before ``last``, is one that something is called by."""
    before = [token.text for token in tokens[max(first - CALLED, 0) : first]]
    after = [token.text for token in tokens[last : last + CALLED]]
    if before[-1:] and before[-1] in ("in", "at", "with", "near"):
        return False
    passive = not PASSIVE_MARK.isdisjoint(after)
    return _names(before) or (passive and _names(after))


def _names(words: Sequence[str]) -> bool:
    """Say whether words give something a name: not "called for", nor "put their names to"."""
    return any(
        word in NAMING
        and not (word == "called" and set(words[index + 1 : index + 2]) & _VERBS_OF_CALLING)
        and not (word.startswith("name") and set(words[:index]) & _LENT)
        for index, word in enumerate(words)
    )
