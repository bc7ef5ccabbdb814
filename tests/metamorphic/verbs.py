"""The main verb of a sentence, found by rule; sentences in which the rule may go wrong have none.

Inflections come from `lemminflect <https://github.com/bjascob/LemmInflect>`_.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import lemminflect

from metamorphic.dates_in_text import covered
from metamorphic.world import World

AUXILIARIES = frozenset("was were is are has have had will would may might could can must should".split())
_SUBORDINATORS = frozenset(
    "that which who whose whom where when while after before because if as until since how whether what".split()
)
_NOT_BEFORE_VERB = frozenset(
    "the a an of in on at by with for from to and or its his her their this these those newly jointly".split()
)
_NO_VERBS = frozenset("united armed joint set put cost let hit cut shut read states visits talks met".split()) - {
    "met",
    "set",
}
_OPENS_CLAUSE = re.compile(r"^(?:After|Before|When|While|As|Because|If|Since|Until|Asked|Though|Although)\b")
_WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)*")


class Verb(NamedTuple):
    """The main verb of a sentence; ``base`` is empty for an auxiliary; offsets are code points from 0."""

    start: int
    end: int
    text: str
    base: str


@cache
def base_of_past(word: str) -> str:
    """Return the base form of a simple past ("signed" -> "sign"), empty where the word is none."""
    lemmas = lemminflect.getAllLemmas(word, upos="VERB").get("VERB", ())
    return next((lemma for lemma in lemmas if word != lemma and word in lemminflect.getInflection(lemma, "VBD")), "")


@cache
def participle(base: str) -> str:
    """Return the past participle of a verb: "give" -> "given"."""
    return str(lemminflect.getInflection(base, "VBN")[0])


@cache
def past(base: str) -> str:
    """Return the simple past of a verb: "give" -> "gave"."""
    return str(lemminflect.getInflection(base, "VBD")[0])


def main_verb(text: str, world: World) -> Verb | None:
    """Return the finite verb of the main clause, None where a rule cannot tell it."""
    if _OPENS_CLAUSE.match(text):
        return None
    taken = covered(text) + [(mention.start, mention.end) for mention in world.mentions(text)]
    before = ""
    for match in _WORD.finditer(text, _after_opening(text)):
        word = match.group()
        if any(match.start() < end and start < match.end() for start, end in taken):
            before = "Name"
            continue
        if word in _SUBORDINATORS:
            return None
        if word in AUXILIARIES:
            return Verb(match.start(), match.end(), word, "")
        base = base_of_past(word) if word.islower() and before.lower() not in _NOT_BEFORE_VERB and before else ""
        if base and word not in _NO_VERBS:
            surely = before[:1].isupper() or before.endswith("ly")
            return (
                Verb(match.start(), match.end(), word, base)
                if surely or _is_last_verb(text, match.end(), word)
                else None
            )
        before = word
    return None


def _after_opening(text: str) -> int:
    """Return where the clause begins after a phrase in front of it, "According to ..., ", "In May 2014, "."""
    opening = re.match(
        r"(?:According to|In|On|At|By|From|During|Under|As of|With|For)\b[^,]*?, (?=[A-Z]|the |a |an )", text
    )
    return opening.end() if opening else 0


def _is_last_verb(text: str, end: int, word: str) -> bool:
    """Say whether a past form after a common noun can only be the verb: no other verb comes before a new clause."""
    rest = re.split(r"[,;:]|\b(?:that|which|who|when|where|after|before|while)\b", text[end:])[0].split()
    return not any(token in AUXILIARIES or (token.islower() and base_of_past(token)) for token in rest)
