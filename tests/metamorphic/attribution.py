"""Who says so: in other words the verdict stays, without it or with another speaker the fact does not bear it out."""

from __future__ import annotations

import re
from random import Random

from metamorphic.dates_in_text import MONTHS
from metamorphic.model import Sentence
from metamorphic.names import INVENTED
from metamorphic.text import capitalised, lowered
from metamorphic.verbs import past
from metamorphic.world import World

_DATE = rf"(?:\d{{1,2}} )?(?:(?:{'|'.join(MONTHS)}) )?(?:19|20)\d\d"
_ACCORDING = re.compile(
    r"^According to (?P<who>[^,]+?(?:, (?:as cited by [^,]+|[A-Z][\w-]+(?: [A-Z][\w-]+)+(?=, [a-z])))?)"
    r", (?P<what>.+)\.$"
)
_SAID = re.compile(
    rf"^(?P<when>(?:In|On) {_DATE},? )?(?P<who>(?:[A-Z]|the )[^,]*?) said(?P<date> (?:in|on) {_DATE})?(?: that)?"
    r" (?P<what>(?!in\b|on\b|at\b|to\b).+)\.$"
)
_PLANNED = "promised|planned|undertook|pledged|agreed|proposed|intended|vowed|aimed|wanted|decided"
_LIMITED = re.compile(
    r"^(?:it|he|she|they|its|his|her|their|speaking|as)\b|\b(?:may|might|could|can|would|should|seems?|likely|expects?|expected"
    r"|views?|regards?|sees|hopes?|believes?|plans?|planned|intends?|wants?|ready|possible)\b"
)
_PLANS = (
    (re.compile(rf"\b(?:{_PLANNED}) to (?P<base>[a-z]+)\b"), "past"),
    (re.compile(r"\b(?:promised|pledged) that (?:it|they|he|she) would (?P<base>[a-z]+)\b"), "past"),
    (re.compile(r"\bwas (?:due |expected |scheduled |planned |set )?to be (?P<done>[a-z]+ed)\b"), "was"),
    (re.compile(r"\bwere (?:due |expected |scheduled |planned |set )?to be (?P<done>[a-z]+ed)\b"), "were"),
    (re.compile(r"\b(?:was|were) (?:due |expected |scheduled |planned |set )?to (?P<base>(?!be\b)[a-z]+)\b"), "past"),
)  # fmt: skip
_GUESSES = (
    (re.compile(r"\bmay(?: perhaps)? have (?P<done>[a-z]+)\b"), "had done"),
    (re.compile(r"\b(?:appears?|seems?|is likely) to (?P<base>[a-z]+)\b"), "present"),
    (re.compile(r"\bwill likely (?P<base>[a-z]+)\b"), "will"),
    (re.compile(r"\bmay (?P<base>[a-z]+)\b"), "present"),
    (re.compile(r"\b(?:apparently|probably|perhaps) (?P<rest>[a-z]+)\b"), "rest"),
)


def said_for_according(sentence: Sentence, world: World, random: Random) -> str | None:
    """Say "X said that ..." for "According to X, ..."."""
    match = _ACCORDING.match(sentence.text)
    if match is None or re.search(r"\b(?:in|on) (?:\d|[A-Z][a-z]+ \d)|figures|analysis|law\b|report\b", match["who"]):
        return None
    return f"{capitalised(match['who'])} said that {lowered(match['what'], world)}."


def according_last(sentence: Sentence, world: World, random: Random) -> str | None:
    """Say "..., according to X" for "According to X, ..."."""
    match = _ACCORDING.match(sentence.text)
    return f"{capitalised(match['what'])}, according to {match['who']}." if match else None


def according_for_said(sentence: Sentence, world: World, random: Random) -> str | None:
    """Say "According to X, ..." for "X said that ..."."""
    match = _SAID.match(sentence.text)
    if match is None:
        return None
    when = match["when"] or ""
    opening = f"{when}according to" if when else "According to"
    who = lowered(match["who"], world)
    return f"{opening} {who}{match['date'] or ''}, {match['what']}."


def said_last(sentence: Sentence, world: World, random: Random) -> str | None:
    """Say "..., X said" for "X said that ..." and "According to X, ..."."""
    match = _SAID.match(sentence.text) or _ACCORDING.match(sentence.text)
    if match is None:
        return None
    parts = match.groupdict()
    when = (parts.get("when") or "").strip().rstrip(",")
    when = f" {when[0].lower()}{when[1:]}" if when else parts.get("date") or ""
    return f"{capitalised(match['what'])}, {lowered(match['who'], world)} said{when}."


def without_speaker(sentence: Sentence, world: World, random: Random) -> str | None:
    """State flatly what the record has in somebody's words: "According to X" and "X said that" go.

    Not where another limit stays ("might", "expects") or a word that needs the speaker ("it", "speaking in May").
    """
    match = _ACCORDING.match(sentence.text) or _SAID.match(sentence.text)
    if match is None or sentence.fact.certainty != "stated" or _LIMITED.search(match["what"]):
        return None
    return f"{match.groupdict().get('when') or ''}{capitalised(match['what'])}."


def another_speaker(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put the words in the mouth of somebody without any record."""
    match = _ACCORDING.match(sentence.text) or _SAID.match(sentence.text)
    if match is None:
        return None
    who = random.choice(INVENTED)
    return sentence.text[: match.start("who")] + who + sentence.text[match.end("who") :]


def done_for_planned(sentence: Sentence, world: World, random: Random) -> str | None:
    """Tell a plan as a deed: "promised to assist" becomes "assisted"."""
    if sentence.fact.certainty != "planned":
        return None
    for pattern, form in _PLANS:
        if (match := pattern.search(sentence.text)) is not None:
            new = past(match["base"]) if form == "past" else f"{form} {match['done']}"
            return sentence.text[: match.start()] + new + sentence.text[match.end() :]
    return None


def certain_for_possible(sentence: Sentence, world: World, random: Random) -> str | None:
    """Tell a guess as a fact: "may have discussed" becomes "discussed", "seems to be" becomes "is"."""
    if sentence.fact.certainty != "speculated":
        return None
    for pattern, form in _GUESSES:
        if (match := pattern.search(sentence.text)) is not None:
            return sentence.text[: match.start()] + _flat(match, form) + sentence.text[match.end() :]
    return None


def _flat(match: re.Match[str], form: str) -> str:
    if form == "had done":
        return match["done"]
    if form == "rest":
        return match["rest"]
    if form == "will":
        return f"will {match['base']}"
    return "is" if match["base"] == "be" else f"{match['base']}s"
