"""docutils' reader of inline markup, for very long paragraphs taken piece by piece.

docutils copies the rest of the paragraph at each piece of markup, so that its time grows with the square of the
length. A paragraph of more than a few pages is therefore cut between sentences, where no markup is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from docutils.parsers.rst.states import Inliner

_PIECE = 20_000
_BETWEEN = re.compile(r"(?<=[.!?])(?=\s)")


def piecewise_inliner() -> Inliner:
    """Return an inliner that parses long text in pieces.

    Its method is replaced, for docutils takes the patterns of an inliner from its very class, not from a base.
    """
    inliner = Inliner()
    whole = inliner.parse

    def parse(text: str, lineno: int, memo: Any, parent: nodes.Element) -> Any:
        found: list[nodes.Node] = []
        messages: list[nodes.system_message] = []
        for piece in _pieces(text):
            inside, told = whole(piece, lineno, memo, parent)
            found += inside
            messages += told
        return found, messages

    inliner.parse = parse  # type: ignore[method-assign]
    return inliner


def _pieces(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > 2 * _PIECE:
        end = start + _PIECE
        for match in _BETWEEN.finditer(text, end, end + _PIECE):
            end = match.end()
            if not (text.count("*", start, end) % 2 or text.count("`", start, end) % 2):
                break
        yield text[start:end]
        start = end
    yield text[start:]
