"""Turns of phrase that only tie a sentence to the one before and claim nothing: "by contrast", "in turn"."""

from __future__ import annotations

import re

from kzfacts.linting.context.rewriting import Edit

_TURNS = (
    r"in the other direction|on the other hand|by contrast|in contrast|in turn|for (?:his|her|its|their) part|"
    r"all the same|as it happens|oddly enough|after all|of course|meanwhile|to be sure|"
    r"above all else|as ever|as usual|for the record|in passing|at one point|what is more|on top of that|in addition|"
    r"even so|for good measure|by the way|in short|in other words|once more"
)
_OPENING = re.compile(rf"^(?:(?:and|but) )?(?:{_TURNS}), ?", re.IGNORECASE)
_BETWEEN = re.compile(rf",? (?:{_TURNS}),(?= )", re.IGNORECASE)


def dropped(text: str) -> list[Edit]:
    """Return the edits that leave such turns out."""
    edits = [Edit(match.start(), match.end(), "") for match in _BETWEEN.finditer(text)]
    opening = _OPENING.match(text)
    if opening is not None and opening.end() < len(text):
        edits.append(Edit(0, opening.end(), ""))
    return edits
