"""Writing into a sentence what its context tells, with account of where every character comes from."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

Origins = tuple[int | None, ...]


class Edit(msgspec.Struct, frozen=True, order=True):
    """Put ``text`` in the place of the sentence's ``[start:end]``; with ``start == end`` it is put in.

    Offsets are code points from 0 in the sentence.
    """

    start: int
    end: int
    text: str


def rewrite(sentence: str, edits: Iterable[Edit]) -> tuple[str, Origins]:
    """Return the sentence with the edits made, and for each character its offset in the sentence or None.

    Of edits that overlap, the one that begins first counts, of those the longest. A letter that an edit leaves alone
    but for its case keeps its place.
    """
    text: list[str] = []
    origins: list[int | None] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start < position:
            continue
        text.append(sentence[position : edit.start])
        origins.extend(range(position, edit.start))
        same = edit.text.lower() == sentence[edit.start : edit.end].lower()
        text.append(edit.text)
        origins.extend(range(edit.start, edit.end) if same else [None] * len(edit.text))
        position = edit.end
    text.append(sentence[position:])
    origins.extend(range(position, len(sentence)))
    return "".join(text), tuple(origins)


def capitalised(text: str) -> str:
    """Return ``text`` with its first letter as a sentence begins."""
    return text[:1].upper() + text[1:]


def owned(name: str) -> str:
    """Return the possessive of a name: "Erlan Idrissov's", "the United States'"."""
    return name + ("'" if name.endswith("s") else "'s")
