"""Statements dated by an event: "X was minister when the treaty was signed", "Before the summit opened, ...".

Recognises the construction and cuts out the clause that stands for a date; when its event was is for the record to
say.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from kzfacts.factbase.edtf import DateSpan
from kzfacts.language.date_mentions import DateMention, Mode
from kzfacts.language.lazy_patterns import compiled
from kzfacts.language.reading import Reading, Unit

_AT = (
    r"at the (?:very )?(?:time|moment)(?: that| when| of)?|by the time(?: that)?"
    r"|on the (?:very )?day(?: that| when| of)?|just as|when|as(?! (?:well|early|late|many|much|far) as)|while"
    r"|the (?:day|month|year) (?:that |when )?"
)
_HINTS = ("when", "time", "moment", "day", " as ", "while", "before", "after", "since", "until", "once")
_MODES: dict[str, Mode] = {"before": "before", "after": "after", "since": "since", "until": "until", "once": "after"}
_WORD = rf"(?P<word>(?<!\bas )(?:already |even |well |shortly |just )?(?<!\bwell )(?:{_AT}|{'|'.join(_MODES)}))"
_LEADING = rf"^{_WORD} (?P<clause>[^,]+), (?P<main>.+)$"
_LEADING_TO_A_YEAR = rf"^{_WORD} (?P<clause>[^,]+ (?:19|20)\d\d) (?P<main>(?:the|it|its|a|an|[A-Z]).+)$"
_TRAILING = rf"^(?P<main>.+?),? {_WORD} (?P<clause>[^,]+?)[.!]?$"
_PLAIN = r"(?P<word>(?:already |even |just )?(?:at the (?:very )?(?:time|moment)(?: that| when)?|when|while))"
_TRAILING_PLAINLY = rf"^(?P<main>.+? as .+?),? {_PLAIN} (?P<clause>[^,]+?)[.!]?$"
"""After an "as" that begins no clause: "had X as its president when ..."."""


class Anchor(NamedTuple):
    """The clause that dates a statement, as (start, end) offsets in the text, and how the rest relates to it."""

    start: int
    end: int
    clause: int  # where the event begins, after "when"
    mode: Mode


def lacks_subject(clause: Reading) -> bool:
    """Say whether a clause leaves its subject to the main one: "after joining the league", "after it was signed"."""
    if all(unit.kind != "name" for unit in clause.units):
        return True
    first = clause.text.split(maxsplit=1)[0].lower()
    return first.endswith("ing") and clause.units[0].kind == "word" and clause.units[0].start == 0


def without(reading: Reading, start: int, end: int) -> Reading:
    """Return the reading without what stands between two offsets."""
    rest = [unit for unit in reading.units if not start <= unit.start < end]
    return msgspec.structs.replace(reading, units=rest, frames=None)


def find_anchor(text: str) -> Anchor | None:
    """Return the clause that dates ``text`` by an event, None when there is none."""
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return None
    until_year = compiled(_LEADING_TO_A_YEAR).match(text)
    if until_year is not None and until_year["word"].lower().split()[-1] in _MODES:
        until_year = None
    trailing = compiled(_TRAILING_PLAINLY).match(text) or compiled(_TRAILING).match(text)
    match = compiled(_LEADING).match(text) or until_year or trailing
    if match is None:
        return None
    if compiled(r"\b(?:later|afterwards|subsequently|eventually)\b").search(match["clause"]):
        return None  # goes on to tell what came of it
    mode = _MODES.get(match["word"].lower().split()[-1], "in")
    return Anchor(match.start("word"), match.end("clause"), match.start("clause"), mode)


def dated(reading: Reading, anchor: Anchor, span: DateSpan) -> Reading:
    """Return the statement with the date of its event in the place of the clause."""
    rest = [unit for unit in reading.units if not anchor.start <= unit.start < anchor.end]
    text = reading.text[anchor.start : anchor.end]
    token = next((unit.token for unit in reading.units if unit.start >= anchor.start), 0)
    clause = rest[-1].clause if rest else 0
    mention = DateMention(span, anchor.mode)
    unit = Unit("date", text, anchor.start, anchor.end, token, (), role="event", clause=clause, date=mention)
    return msgspec.structs.replace(reading, units=sorted([*rest, unit], key=lambda unit: unit.start), frames=None)
