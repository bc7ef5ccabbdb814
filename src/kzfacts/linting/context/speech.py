"""Who speaks in a sentence: the name beside a verb of saying, or whoever a quotation is put down to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzfacts.linting.context.nouns import SPEECH_VERBS
from kzfacts.linting.context.referents import Mention, Referent, Scene

_OPEN, _CLOSE = '“"«', '”"»'
_VERB = f"(?:{'|'.join(sorted(SPEECH_VERBS))})"


def speaker_of(text: str, mentions: Sequence[Mention]) -> Referent | None:
    """Return who is said to speak in a sentence, None where nobody is."""
    for mention in mentions:
        if mention.referent.kind not in ("person", "body", "organisation") or mention.demonym:
            continue
        after, before = text[mention.end :], text[: mention.start]
        if re.match(rf",?(?: \w+ly)? (?:had |has |also |then )?{_VERB}\b", after):
            return mention.referent
        if re.search(rf"(?:\b{_VERB}|according to|in the words of)(?: the| \w+ minister| president)? $", before, re.I):
            return mention.referent
    return None


def opens_quotation(text: str) -> bool:
    """Say whether a sentence opens a quotation that it does not close."""
    if "“" in text or "”" in text:
        return text.count("“") > text.count("”")
    return text.count('"') % 2 == 1 and text.lstrip().startswith('"')


def closes_quotation(text: str) -> bool:
    """Say whether a sentence closes a quotation that it has not opened."""
    if "“" in text or "”" in text:
        return text.count("”") > text.count("“")
    return text.count('"') % 2 == 1 and not text.lstrip().startswith('"')


def leads_in(scenes: Sequence[Scene]) -> Referent | None:
    """Return who speaks in the block quotation after these sentences, the last first: "The gist of his report:"."""
    for scene in scenes:
        found = scene.speaker or _only_person(scene.mentions)
        if found is not None:
            return found
    return None


def _only_person(mentions: Sequence[Mention]) -> Referent | None:
    people = {m.referent.key: m.referent for m in mentions if m.referent.kind == "person"}
    return next(iter(people.values())) if len(people) == 1 else None
