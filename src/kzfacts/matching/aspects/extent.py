"""Extent: how many, how long and why, where the statement claims more of it than the record.

"All members voted for it" goes beyond a record of 133 votes, "because Putin was ill" beyond one without a reason, and
that somebody took office on a day does not tell how long it was held. Never agrees or conflicts; it limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kzfacts.finding import Relation
from kzfacts.language.reading import Reading
from kzfacts.matching.aspects.term import is_present
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link

_ALL = re.compile(
    r"\b(?:all (?:the |of the |its |their |un |eu |\d+ |\w+ )?[\w-]+s|every|everyone|everybody|entire"
    r"|unanimous\w*|always)\b",
    re.I,
)
_REASON = re.compile(r"\b(?:because|due to|owing to|on account of|as a result of|thanks to|since it|for fear)\b", re.I)
_HOLDER = (
    r"(?:president|premier|minister|secretary|chair\w*|head|leader|chancellor|member|ambassador|envoy|mayor|akim|governor"
    r"|speaker|king|emir|sultan|pm|fm|counsellor|observer|representative|chief(?: of staff)?|commissioner)"
)
_STATE = re.compile(
    rf"\b(?:was|is|were|are|been|being|remained|remains|served as)\b(?: [\w'’-]+){{0,5}}? {_HOLDER}\b"
    rf"|\b(?:headed|heading|heads(?! of)|chaired|chairs|chairing|led|leads|ran|runs|running|presided)\b"
    rf"|\b{_HOLDER}\b[^,.;]{{0,40}}? (?:was|is) (?:the )?[A-Z]",
    re.I,
)
_CHANGE = re.compile(
    r"\b(?:appoint\w*|t(?:ake|akes|ook|aking|aken)(?: \w+){0,4} (?:over|up|office)|hand\w* over|succeed\w*"
    r"|replac\w+|voted in|resign\w*|stepped down|pass(?:ed|es) (?:on )?to|became|named|dismiss\w*|elected|sworn"
    r"|left office|moved from|gave up)\b",
    re.I,
)


_AGAIN = re.compile(
    r"\b(?:another|again|once more|already (?:been|visited|made|had|held)|not (?:the|his|her|its) first)\b", re.I
)
_FIRST = re.compile(r"\b(?:first|never before|maiden)\b", re.I)


def relate(statement: Reading, links: Sequence[Link], fact: FactReading) -> Iterator[Link]:
    """Yield a link for a universal, a reason or a repetition that no wording of the fact has."""
    if (
        _AGAIN.search(statement.text)
        and _FIRST.search(fact.claim.text)
        and not any(_AGAIN.search(reading.text) for reading in fact.readings)
    ):
        yield Link("scope", Relation.FORWARD_ENTAILMENT, None, note="the record speaks of the first time")
    limit = _limit_of_first(statement.text, fact)
    if limit:
        yield Link("scope", Relation.FORWARD_ENTAILMENT, None, note=limit)
    if _claims_all(statement.text) and not any(_claims_all(reading.text) for reading in fact.readings):
        yield Link("scope", Relation.FORWARD_ENTAILMENT, None, note="the record does not speak of all")
    reason = _REASON.search(statement.text)
    if reason is not None:
        given = [
            link for link in links if link.unit is not None and link.unit.start >= reason.end() and link.weight >= SOME
        ]
        if not given or not all(link.agrees for link in given):
            yield Link("scope", Relation.FORWARD_ENTAILMENT, None, note="the record gives no such reason")


_OWN_FIRST = re.compile(r"(?:\b(?:his|her|its|their)|['’]s) (?:[\w-]+ ){0,2}first\b", re.I)
_FIRST_OF_ALL = re.compile(r"\b(?<!for )the first\b(?! time)|\bfirst\b.*\b(?:ever|by an?y?)\b", re.I)
_FIRST_SINCE = re.compile(r"\bfirst\b[^.;]*\b(?:since|in (?:[\w-]+ ){1,3}(?:years|months|decades))\b", re.I)
_SINCE = re.compile(r"\b(?:since|in (?:[\w-]+ ){1,3}(?:years|months|decades)|after|again|begin\w*|beg[au]n)\b", re.I)


def _limit_of_first(text: str, fact: FactReading) -> str:
    """Say what the first time of the record is limited by, where the statement speaks of a first one without limit."""
    if not _FIRST.search(text):
        return ""
    claim = fact.claim.text
    of_its_own = _OWN_FIRST.search(claim) and not any(_FIRST_OF_ALL.search(reading.text) for reading in fact.readings)
    if of_its_own and _FIRST_OF_ALL.search(text) and not _OWN_FIRST.search(text):
        return "the record speaks of the first time for that one, not for all"
    firsts = [reading.text for reading in fact.readings if _FIRST.search(reading.text)]
    since = _FIRST_SINCE.search(claim) and all(_FIRST_SINCE.search(wording) for wording in firsts)
    return "the record speaks of the first time since another" if since and not _SINCE.search(text) else ""


SOME = 0.4
"""The weight of a word from which it counts as part of a reason."""


@lru_cache(maxsize=4096)
def _claims_all(text: str) -> bool:
    return bool(_ALL.search(text))


_NOW = re.compile(r"\b(?:now|currently|current|at present|presently|incumbent|still)\b", re.I)


def tells_a_state(statement: Reading) -> bool:
    """Say whether a statement says who held an office at some time, and not since when or how that came about."""
    dates = [unit.date for unit in statement.units if unit.date is not None]
    now = _NOW.search(statement.text) or (statement.as_of is not None and is_present(statement))
    if not (dates or now) or any(mention.mode == "since" for mention in dates):
        return False
    return names_an_office(statement) and not names_a_change(statement.text)


def names_an_office(statement: Reading) -> bool:
    """Say whether a statement says of somebody that he is in an office, or of a body who chairs it."""
    return _has_state(statement.text)


@lru_cache(maxsize=4096)
def _has_state(text: str) -> bool:
    return bool(_STATE.search(text))


@lru_cache(maxsize=4096)
def names_a_holder(text: str) -> bool:
    """Say whether a word is the title of one who holds an office, or of several: "presidents"."""
    return bool(_TITLE.fullmatch(text))


_TITLE = re.compile(rf"(?:[\w-]+ )?{_HOLDER}s?(?: of)?", re.I)


def tells_a_change(fact: FactReading) -> bool:
    """Say whether a fact tells how somebody came into an office or left it."""
    return names_a_change(fact.claim.text)


@lru_cache(maxsize=4096)
def names_a_change(text: str) -> bool:
    """Say whether a text has a verb of coming into an office or leaving it."""
    return bool(_CHANGE.search(text))
