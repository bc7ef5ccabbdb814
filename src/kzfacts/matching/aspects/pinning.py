"""Whether a statement can only speak of the record's own event, so that another name in it is a mistake."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzfacts.language.reading import Reading, Unit
from kzfacts.language.words import COPULAS
from kzfacts.matching.link import Link

MANY_NAMES = 3
"""So many names of the record make the event the record's own."""


def pins_down(statement: Reading, links: Sequence[Link], unit: Unit) -> bool:
    """Say whether the statement can only speak of the record's own event."""
    for link in links:
        if link.unit is None or not link.agrees:
            continue
        mention = link.unit.date
        same_day = mention is not None and mention.span is not None and mention.span.first == mention.span.last
        if same_day and not SOCIAL.search(statement.text):
            return True
        if link.aspect == "number" and _is_definite(statement.text, link.unit) and not ONE_OF.search(statement.text):
            return True  # "the 65 countries"
    named = sum(link.aspect == "name" and link.agrees for link in links)
    if named >= MANY_NAMES and statement.text.lstrip("“\"' ").lower().startswith("the "):
        return True
    return _is_identity(statement, unit) or _has_definite_subject(statement, links)


SOCIAL = re.compile(
    r"\b(?:met|meet\w*|talk\w*|spoke|speak\w*|discuss\w*|join\w*|took part|attend\w*|visit\w*|receiv\w*|host\w*"
    r"|welcom\w*|call\w*|telephon\w*|lobb\w*|said|says|told|pledg\w*|saw|thank\w*|praise\w*)\b",
    re.I,
)
"""What people do with several others on one day."""


ONE_OF = re.compile(r"\b(?:one of|among|amongst)\b", re.I)


def _is_definite(text: str, unit: Unit) -> bool:
    return text[: unit.start].lower().rstrip().endswith((" the", "all")) or text[: unit.start].strip().lower() == "the"


def _is_identity(statement: Reading, unit: Unit) -> bool:
    """Recognise "It was X who ..." and "The president who came was X"."""
    before = statement.text[: unit.start].lower().split()
    after = statement.text[unit.end :].lower().split()
    if before[:2] in (["it", "was"], ["it", "is"]) and len(before) <= 4 and set(after[:2]) & {"who", "that", "which"}:
        return True
    while before and before[-1].strip(",") in ("the", "a", "an", "president", "minister"):
        before.pop()
    ends_with_copula = bool(before) and before[-1] in COPULAS
    return ends_with_copula and bool(set(before) & {"who", "that", "which", "whose", "whom"}) and len(after) <= 2


def _has_definite_subject(statement: Reading, links: Sequence[Link]) -> bool:
    """Recognise a subject such as "The November 2014 talks": an article, then a date or number of the record."""
    words = statement.text.split()
    if not words or words[0].lower() not in ("the", "this", "that"):
        return False
    head = len(" ".join(words[:6]))
    return any(
        link.agrees and link.unit is not None and link.unit.kind == "date" and link.unit.start < head for link in links
    )
