"""Denials that conflict only at first sight: with an exception, of a first time, of another time, in passing."""

from __future__ import annotations

import re

from kzfacts.factbase.model import Fact
from kzfacts.finding import Relation
from kzfacts.language.reading import Reading, Unit
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link
from kzfacts.matching.settling.numbers import A_FIRST, LENGTHS

_NONE = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|n't|hadn't|hasn't|haven't)\b", re.I)


_FIRST_TIME = re.compile(r"\b(?:first|never before|not before|no .{2,60} before)\b", re.I)


def settle_first_time(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let "never before January 2022 had X" agree with the record that X was first in January 2022."""
    if not (_NONE.search(statement.text) and _FIRST_TIME.search(reading.claim.text)) or reading.when is None:
        return
    for link in links:
        mention = link.unit.date if link.unit is not None else None
        if mention is None or mention.mode not in ("before", "until") or mention.span is None or not mention.year:
            continue
        if not mention.span.overlaps(reading.when):
            return
        for other in links:
            if other is link or (other.unit is not None and other.unit.sign < 0 and other.unit.kind == "word"):
                other.relation, other.note = Relation.EQUIVALENCE, "the record says that it was the first time"
                other.aspect = "date" if other is link else "polarity"
            elif other.aspect == "polarity" and other.conflicts:
                other.relation = Relation.EQUIVALENCE
        return


_EXCEPTION = re.compile(
    r"\bhad (?:not|never)\b.*\bwhen\b|\b(?:until|since|before|except|other than|but for|apart from|besides|else)\b"
    r"|^(?:no|not a|never an?) [\w ]{1,30}? but\b",
    re.I,
)


_UNTIL_ONE = re.compile(r"\bno .*\b(?:until|till|before) ", re.I)


def settle_pioneers(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let "no minister had come until X did" agree with the record that X was the first."""
    until = _UNTIL_ONE.search(statement.text)
    if until is None or not _FIRST_TIME.search(reading.claim.text):
        return
    after = [link for link in links if link.unit is not None and link.unit.start >= until.end()]
    if not any(link.aspect == "name" and link.agrees for link in after):
        return
    for link in links:
        if (link.aspect == "polarity" and link.conflicts) or (
            link.aspect == "word" and link.unit is not None and link.unit.text.lower() in ("until", "till", "before")
        ):
            link.relation, link.note = Relation.EQUIVALENCE, "the record says that it was the first"


def settle_exceptions(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let "no leader came until X" not conflict with the record that X came.

    It bears the denial out only where it tells of a first time.
    """
    exception = _EXCEPTION.search(statement.text)
    if exception is None or not _NONE.search(statement.text):
        return
    for link in links:
        if link.aspect == "polarity" and link.conflicts:
            link.relation, link.note = Relation.INDEPENDENCE, "denied but with an exception"
            link.hard = link.hard or not any(A_FIRST.search(wording.text) for wording in reading.readings)


_ASIDE = re.compile(
    r"(?P<said>[\w'’-]+), (?:and )?not (?:in |at |by |to |on )?(?:the )?(?P<denied>[^,;:]{2,40}),", re.I
)


def settle_asides(links: list[Link], statement: Reading) -> None:
    """Let what is ruled out in passing not conflict where the record has what is put in its place: "X, not Y, was"."""
    aside = _ASIDE.search(statement.text)
    if aside is None:
        return
    said = [link for link in links if link.unit is not None and link.unit.end == aside.end("said")]
    if not any(link.agrees for link in said):
        return
    for link in links:
        inside = link.unit is not None and aside.start("denied") <= link.unit.start < aside.end("denied")
        open_or_not = link.conflicts or link.relation is Relation.INDEPENDENCE
        if inside and open_or_not and link.unit is not None and link.unit.kind == "word":
            link.relation, link.hard, link.weight = Relation.INDEPENDENCE, False, 0.3 * link.weight


_NONE_MORE = re.compile(r"\b(?:no|nowhere|none|nothing|never)\b.*?\b(?:\w{2,}er|more \w+)\b.*\bthan\b", re.I)


_MOST = re.compile(r"\b(?:\w{3,}est|most \w+)\b", re.I)


def settle_superlatives(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let "nowhere is there a longer one than X" agree with the record that X is the longest."""
    if _NONE_MORE.search(statement.text) and any(_MOST.search(wording.text) for wording in reading.readings):
        for link in links:
            if link.aspect == "polarity" and link.conflicts:
                link.relation, link.note = Relation.EQUIVALENCE, "the record says that it is the most so"


_CANCELLED = re.compile(
    r"\b(?:reject\w*|turn(?:s|ed|ing)? down|refus\w+|declin\w+|withh[eo]ld\w*|veto\w*|block(?:s|ed|ing)?|shuts?"
    r"|clos(?:es|ed|ing) down|rebuff\w*|spurn\w*|torpedo\w*|cancel\w*|call(?:s|ed|ing)? off|scrap(?:s|ped)"
    r"|skip(?:s|ped)|miss(?:es|ed)|boycott\w*|absent|stay(?:s|ed) away|put off|postpon\w+|fell through"
    r"|did not take place|fail(?:s|ed)? to \w+)\b",
    re.I,
)


_HAPPENED = frozenset(("visit", "event", "agreement"))


def settle_cancelled(links: list[Link], reading: FactReading, fact: Fact) -> None:
    """Let "cancelled his visit in May" conflict with the record of that visit, where all the rest agrees."""
    open_links = [link for link in links if link.unit is not None and link.weight >= SOME and not link.agrees]
    if len(open_links) != 1 or fact.kind not in _HAPPENED or fact.certainty == "planned" or reading.marks:
        return
    link = open_links[0]
    dated = any(other.aspect == "date" and other.agrees for other in links)
    if link.unit is None or link.conflicts or not dated or not _CANCELLED.search(link.unit.text):
        return
    untold = any(_CANCELLED.search(wording.text) for wording in reading.readings)
    if not untold and not any(unit.sign < 0 for unit in reading.claim.units):
        link.relation, link.fact = Relation.ALTERNATION, "took place"


SOME = 0.4
"""The weight of a word from which it tells something."""


_SAID_NOTHING = re.compile(
    r"\b(?:le(?:ft|aves?|aving) out|omit\w*|skip\w*|pass(?:ed|es|ing)? over|sidestep\w*|skirt\w*|avoid\w*|ignor\w*"
    r"|neglect\w*|fail(?:ed|s)? to|silen\w+|devoid|lack\w*|miss(?:ed|ing)|absent|without|steer\w* clear"
    r"|(?:sa(?:id|ys?|ying)|ma(?:de|kes?)|contain\w*|ha[ds]) (?:nothing|no)|not a word|no (?:word|mention|reference)"
    r"|(?:not|never|n't|n’t) (?:\w+ )?(?:say|mention|speak|touch|address|raise|bring|discuss|refer|talk|comment"
    r"|cover))\b",
    re.I,
)


def settle_silence(links: list[Link], statement: Reading, fact: Fact) -> None:
    """Let "left out any discussion of it" not conflict with the record that it was not mentioned."""
    if fact.kind != "omission" or not _SAID_NOTHING.search(statement.text):
        return
    for link in links:
        if link.conflicts and link.aspect in ("word", "polarity"):
            link.relation, link.note = Relation.EQUIVALENCE, "both say that it was left unsaid"


_FREE_OF = re.compile(r"\b(?:free (?:of|from)|spared|unlike|without|rather than|instead of)\b", re.I)


_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where)(?: [\w'’-]+){0,2} ?$", re.I)


def settle_relatives(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let a clause that hangs on what is denied not conflict: "free of the ills that plague Minsk"."""
    denial = _FREE_OF.search(statement.text)
    for link in links:
        unit = link.unit
        if denial is None or unit is None or not link.conflicts or link.aspect not in ("word", "polarity"):
            continue
        hangs_on_it = unit.start > denial.end() and _RELATIVE.search(statement.text[: unit.start])
        if hangs_on_it or (unit.start == denial.start() and _is_of_another(unit, statement, reading)):
            link.relation, link.note = Relation.INDEPENDENCE, "said of what is denied"


def _is_of_another(denial: Unit, statement: Reading, reading: FactReading) -> bool:
    """Say whether the fact is about the one whom the statement names but in a clause after the denial."""
    subject = reading.names[:1]
    places = [unit.start for unit in statement.units if unit.kind == "name" and set(subject) & set(unit.keys)]
    return bool(places) and min(places) > denial.end


def settle_scope(links: list[Link], reading: FactReading) -> None:
    """Let one negation that the two sides attach to different words cancel out: "nothing shows", "no clear sign".

    Where the claim denies several things, only that of the object: "join no treaties", "not join any treaties".
    """
    denied = [link for link in links if link.conflicts and link.unit is not None and link.unit.sign < 0]
    claimed = [link for link in links if link.aspect == "polarity" and link.unit is not None and link.unit.sign > 0]
    negations = sum(unit.sign < 0 for unit in reading.claim.units)
    if (
        len(denied) == 1
        and (negations == 1 or _is_object(denied[0], claimed, links))
        and (
            claimed
            or _asserts_denied(links, reading)
            or _is_unmet(links, reading)
            or _is_object_of_denied(denied[0], reading)
        )
    ):
        for link in (*denied, *claimed):
            link.relation, link.aspect, link.note = Relation.EQUIVALENCE, "polarity", "denied on both sides"


def _is_object(denied: Link, claimed: list[Link], links: list[Link]) -> bool:
    """Say whether what the statement denies stands right after the one verb that the claim denies."""
    place = next(index for index, link in enumerate(links) if link is denied)
    return len(claimed) == 1 and place > 0 and links[place - 1] is claimed[0]


def _is_object_of_denied(denied: Link, reading: FactReading) -> bool:
    """Say whether what the statement denies is what the claim's denied verb is about: "did not agree the plan"."""
    assert denied.unit is not None
    units = reading.claim.units
    for place, verb in enumerate(units):
        if verb.sign < 0 and verb.kind == "word":
            near = units[place + 1 : place + 1 + NEAR]
            return any(not set(denied.unit.keys).isdisjoint(unit.keys) and unit.sign > 0 for unit in near)
    return False


NEAR = 2
"""How many words after a verb its object may end."""


def _asserts_denied(links: list[Link], reading: FactReading) -> bool:
    """Say whether the statement uses, undenied, the very word that the claim denies."""
    keys = {key for unit in reading.claim.units if unit.sign < 0 for key in unit.keys}
    return any(link.unit is not None and link.unit.sign > 0 and not keys.isdisjoint(link.unit.keys) for link in links)


def _is_unmet(links: list[Link], reading: FactReading) -> bool:
    """Say whether no word of the statement answers the one that the claim denies."""
    if any(link.conflicts and link.unit is not None and link.unit.sign < 0 and link.same_word for link in links):
        return False
    keys = {key for unit in reading.claim.units if unit.sign < 0 for key in unit.keys}
    return all(link.unit is None or keys.isdisjoint(link.unit.keys) for link in links)


def _is_count(link: Link) -> bool:
    quantity = link.unit.quantity if link.unit is not None else None
    return quantity is not None and quantity.unit == "" and not (link.unit and LENGTHS & {*link.unit.counted})


def settle_crossed(links: list[Link]) -> None:
    """Let nothing conflict where the statement denies what the record has of another time or number.

    "Seven had yet to sign" is no mistake about the fifty who did.
    """
    denied = [
        link for link in links if link.aspect == "polarity" and link.conflicts and link.unit and link.unit.sign < 0
    ]
    others = [link for link in links if link.conflicts and (link.aspect == "date" or _is_count(link))]
    if denied and others:
        for link in (*denied, *others):
            link.relation, link.hard = Relation.INDEPENDENCE, True
