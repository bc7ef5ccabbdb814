"""Words that claim nothing where they stand, but lead in something else: a date, an office-holder, a clause."""

from __future__ import annotations

from collections.abc import Sequence

from kzfacts.language.reading import Unit
from kzfacts.language.units import Sentence
from kzfacts.language.words import DATE_SEES, FALLS_ON, LEADS_DATE, SERIES, stem


def frame(sentence: Sentence) -> None:
    """Give words that but lead in something else the role ``generic``, so that no fact need have them."""
    units = sentence.units
    dated = any(unit.kind == "date" for unit in units)
    for position, unit in enumerate(units):
        if unit.kind != "word":
            continue
        framed = dated and _frames_a_date(units, position)
        if framed or _opens_a_cleft(sentence.text, unit) or _is_incumbent(units, position):
            unit.role, unit.hint = "generic", ""


def _frames_a_date(units: Sequence[Unit], position: int) -> bool:
    """Say whether a verb but ties an event to its date: "May 2017 saw the round", "the round fell in May"."""
    unit = units[position]
    verb = stem(unit.text.lower())
    before = units[position - 1] if position else None
    after = units[position + 1] if position + 1 < len(units) else None
    if verb in DATE_SEES and before is not None and before.kind == "date" and position == 1:
        return True
    if verb in LEADS_DATE and after is not None and after.kind == "date":
        return True
    event = before is not None and any(key[2:] in SERIES for key in before.keys)
    return event and verb in FALLS_ON and after is not None and after.kind == "date"


def _opens_a_cleft(text: str, unit: Unit) -> bool:
    """Say whether "is to" is no promise but puts something first: "it is to Norland that they owe it"."""
    opens = unit.text.lower() in ("is to", "was to") and text[: unit.start].strip().lower() == "it"
    return opens and " that " in text[unit.end :]


def _is_incumbent(units: Sequence[Unit], position: int) -> bool:
    """Say whether a word but says that somebody is in office now: "the present head of government"."""
    after = units[position + 1] if position + 1 < len(units) else None
    now = units[position].text.lower() in ("present", "current", "incumbent", "sitting", "serving")
    return now and after is not None and after.kind == "word" and not after.verbal
