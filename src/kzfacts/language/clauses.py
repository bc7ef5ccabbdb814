"""Statements of several assertions, split into readings of their own.

"A did x and received y", "A is x, whereas B is not": the parts are the clauses that have a verb; a part without a
name of its own takes the first name of the part before, and the date where only one part is dated.
"""

from __future__ import annotations

import re

import msgspec

from kzfacts.language.reading import LIMITS, Reading, Unit
from kzfacts.language.words import AUXILIARIES, looks_like_past

MIN_UNITS = 2


def split(reading: Reading) -> list[Reading]:
    """Return the assertions of a compound statement; an empty list when it is but one."""
    apart = _contrast(reading) or _apposition(reading) or _trailing(reading)
    if apart:
        return apart
    groups: dict[int, list[Unit]] = {}
    for unit in reading.units:
        groups.setdefault(unit.clause, []).append(unit)
    parts = [part for units in groups.values() for part in _by_number(units) if _is_assertion(reading, part)]
    if len(parts) < 2:
        return []
    date = next((unit for unit in reading.units if unit.kind == "date"), None)
    subject = next((unit for unit in reading.units if unit.kind == "name"), None)
    return [
        _completed(
            reading, _with_object(reading, units, parts[0]), subject, None if _has_time(reading, units) else date
        )
        for units in parts
    ]


_IT = re.compile(r"\b(?:it|them)\b", re.I)
_OTHER_TIME = re.compile(r"\b(?:before|after\w*|later|following|next|until|eventually|subsequently|then|since)\b", re.I)


def _with_object(reading: Reading, units: list[Unit], first: list[Unit]) -> list[Unit]:
    """Give a part such as "and ratified it" the names and nouns of the first, but for its subject, for the "it"."""
    if units is first or any(unit.kind == "name" for unit in units) or not _IT.search(_text(reading, units)):
        return units
    subject = next((unit for unit in first if unit.kind == "name"), None)
    taken = [unit for unit in first if unit is not subject and unit.kind in ("name", "word") and not unit.verbal]
    return [*(msgspec.structs.replace(unit, clause=units[0].clause) for unit in taken), *units]


def _has_time(reading: Reading, units: list[Unit]) -> bool:
    """Say whether a part has a time of its own, though no date: "later", "before the decade was out"."""
    return bool(_OTHER_TIME.search(_text(reading, units)))


def _text(reading: Reading, units: list[Unit]) -> str:
    return reading.text[units[0].start : units[-1].end]


def leaves_out(reading: Reading, parts: list[Reading]) -> bool:
    """Say whether a number or name of the statement is in none of its parts: nothing then bears out the whole."""
    covered = {unit.start for part in parts for unit in part.units}
    return any(unit.kind in ("name", "number") and unit.start not in covered for unit in reading.units)


_CONTRAST = re.compile(r"^(?:unlike|in contrast to|as opposed to|contrary to) (?P<other>[^,]+), ", re.I)


def _contrast(reading: Reading) -> list[Reading]:
    """Part "Unlike X, Y has a vote" into what is said of Y, and the contrast, of which nothing is known."""
    match = _CONTRAST.match(reading.text)
    if match is None:
        return []
    rest = [unit for unit in reading.units if unit.start >= match.end()]
    other = [unit for unit in reading.units if unit.start < match.end() and unit.kind == "name"]
    subject = next((unit for unit in rest if unit.kind == "name"), None)
    if subject is None or len(rest) < MIN_UNITS or not other:
        return []
    return [_completed(reading, rest, subject, None), _completed(reading, other, None, None)]


_LEADING = re.compile(r"^(?P<what>(?:an?|the|one of|as an?)\b[^,]+), (?P<rest>[^,]+ .+)$", re.I)
_FOLLOWING = re.compile(r"^(?P<who>[^,]+), (?P<what>(?:an?|the|one of|itself an?)\b[^,]+), (?P<rest>.+)$", re.I)


_AFTER = re.compile(
    r"^(?P<main>.+?), (?P<what>(?:formerly|previously|once|earlier|later|himself|herself|itself|now|then) .+"
    r"|(?:an?|the) (?:former|ex-|one-time|future|then) ?.+|with .*\d.*)$",
    re.I,
)


def _trailing(reading: Reading) -> list[Reading]:
    """Part "The minister is X, formerly ambassador in Y" and "X is the largest, with 20 billion" at the comma."""
    match = _AFTER.match(reading.text)
    if match is None:
        return []
    start = match.start("what")
    main = [unit for unit in reading.units if unit.start < start]
    what = [unit for unit in reading.units if unit.start >= start]
    names = [unit for unit in main if unit.kind == "name"]
    if not names or len(main) < MIN_UNITS or not [unit for unit in what if unit.role != "generic"]:
        return []
    if match["what"].lower().startswith("with "):
        sides = [unit for unit in names if unit.preposition not in ("in", "at", "within")]
        own = [msgspec.structs.replace(unit, clause=what[0].clause) for unit in sides] + what
        return [_completed(reading, main, names[0], None), _completed(reading, own, names[0], None)]
    return [_completed(reading, main, names[0], None), _completed(reading, what, names[-1], None)]


def _apposition(reading: Reading) -> list[Reading]:
    """Part "A founder of the union, X seeks y" and "X, a founder of the union, seeks y" into what X is and does."""
    leading, following = _LEADING.match(reading.text), _FOLLOWING.match(reading.text)
    match = following or leading
    if match is None:
        return []
    start, end = match.span("what")
    what = [unit for unit in reading.units if start <= unit.start < end]
    rest = [unit for unit in reading.units if not start <= unit.start < end]
    names = [unit for unit in rest if unit.kind == "name"]
    if not names or names[0] is not rest[0] or any(unit.verbal for unit in what) or len(rest) < MIN_UNITS + 1:
        return []
    whole = [unit for unit in what if unit.role != "generic"]
    if not whole or all(unit.kind != "word" for unit in whole):
        return []
    return [_completed(reading, what, names[0], None), _completed(reading, rest, names[0], None)]


def _is_assertion(reading: Reading, units: list[Unit]) -> bool:
    """Say whether a clause has a verb and something to say with it; "real but hidden" has none."""
    if len([unit for unit in units if unit.role != "generic"]) < MIN_UNITS:
        return False
    words = reading.text[units[0].start : units[-1].end].lower().split()
    counts = any(unit.kind == "number" and unit.head >= 0 for unit in units)
    return counts or any(unit.verbal for unit in units) or any(w in AUXILIARIES or looks_like_past(w) for w in words)


def _by_number(units: list[Unit]) -> list[list[Unit]]:
    """Part a clause that counts several things: "80 briefings and 30 press conferences"."""
    numbers = [unit for unit in units if unit.kind == "number" and unit.head >= 0]
    if len(numbers) < 2:
        return [units]
    phrases = {id(number): {id(u) for u in units if number.token <= u.token <= number.head} for number in numbers}
    parts = []
    for number in numbers:
        others = set().union(*(ids for key, ids in phrases.items() if key != id(number))) - phrases[id(number)]
        parts.append([unit for unit in units if id(unit) not in others])
    return parts


def _completed(reading: Reading, units: list[Unit], subject: Unit | None, date: Unit | None) -> Reading:
    """Give a part the subject and the date that it takes from the whole."""
    own = list(units)
    if subject is not None and all(unit.kind != "name" for unit in own):
        own.insert(0, msgspec.structs.replace(subject, clause=own[0].clause))
    if date is not None and all(unit.kind != "date" for unit in own):
        own.append(msgspec.structs.replace(date, clause=own[0].clause))
    marks = {unit.role for unit in own if unit.role in LIMITS}
    hints = {unit.hint for unit in own if unit.hint}
    first, last = units[0].token, units[-1].token
    only = tuple(index for index in reading.only if first <= index <= last)
    return Reading(
        reading.text,
        own,
        frozenset(marks | (reading.marks & {"denied", "question"})),
        frozenset(hints),
        only,
        reading.as_of,
    )
