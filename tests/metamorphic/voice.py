"""Active for passive, passive for active, and other orders of the same words: the verdict stays."""

from __future__ import annotations

import itertools
import re
from random import Random

from metamorphic.dates_in_text import MONTHS
from metamorphic.model import Sentence
from metamorphic.text import capitalised, lowered, put, without_stop
from metamorphic.verbs import base_of_past, main_verb, participle, past
from metamorphic.world import World

TRANSITIVE = frozenset(
    """sign open ratify visit host establish adopt succeed chair receive found launch attend approve create build supply
    support invite hold replace finance complete introduce present initiate organise conclude lead propose deploy
    recognise welcome decorate congratulate inaugurate abolish buy sell""".split()
)
_DATE = rf"(?:\d{{1,2}}(?:-\d{{1,2}})? )?(?:(?:{'|'.join(MONTHS)}) )?(?:19|20)\d\d"
_LEAD = re.compile(rf"^(?P<lead>(?:In|On) {_DATE}),? (?=[A-Z]|the |a |an )")
_TRAIL = re.compile(rf" (?P<trail>(?:in|on) {_DATE})\.$")
_STOPS = re.compile(
    r" (?:in|at|during|with|from|as|by|when|after|before|under|ahead|following|until|through|near|while|within|over"
    r"|alongside|between|among|on (?=\d|the same|the day|behalf|the margins|the sidelines)"
    r"|and (?=[a-z]+ed\b))\b|[,;:]|\.$"
)
_WIDE_STOPS = re.compile(r" (?:for|to|on|about|than|since|together)\b")
_SUBORDINATE = re.compile(r"\b(?:that|which|who|whose|when|where|whom|while|after|before|because|what|how|whether)\b")
_PLACE = r"(?: (?:in|at) [A-Z][\w'’ -]*?)?"
_OPENS_PHRASE = "(?:In|On|At|By|Until|From|Since|During|After|Before) "
_AGENT = rf"(?:the )?(?!{'|'.join(MONTHS)})[A-Z](?:(?! as | for | to | with | after | before )[^,;])*?"
_BY = re.compile(
    rf"^(?P<lead>(?:In|On) {_DATE},? )?(?P<patient>(?!{_OPENS_PHRASE})(?:[Tt]he |[Aa]n? |[A-Z])[^,;]*?)"
    rf" (?:was|were) (?P<verb>[a-z]+)(?P<place>{_PLACE}) by (?P<agent>{_AGENT})"
    r"(?P<rest>(?: (?:as|for|in|on|at|during|from|to|with|after|before) [^,;]*)?)\.$"
)


def passive_for_active(sentence: Sentence, world: World, random: Random) -> str | None:
    """Turn "X signed Y in Z" into "Y was signed by X in Z"."""
    text = sentence.text
    verb = main_verb(text, world)
    if verb is None or verb.base not in TRANSITIVE:
        return None
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    agent, after = text[begin : verb.start].strip(), text[verb.end + 1 :]
    stop = _first_stop(after, verb.base)
    patient, rest = after[:stop].strip(), after[stop:]
    joined = re.search(r"\band [a-z]+\b", rest)
    if (
        not patient
        or not agent
        or patient.endswith("times")
        or _SUBORDINATE.search(agent + patient)
        or re.match(r"(?:In|On|At|By)\b", agent)
    ):
        return None
    if joined and base_of_past(joined.group().split()[1]):
        return None
    number = (
        "were"
        if re.search(r"(?:[^s]s|two|three|four|five)\b(?! of)", patient.split(" of ")[0].split(" on ")[0])
        else "was"
    )
    if " and " in patient and not re.match(r"(?:the|a|an) ", patient):
        number = "were"
    opening = text[:begin] if lead else ""
    agent = lowered(agent, world)
    patient = patient if opening else capitalised(patient)
    return f"{opening}{patient} {number} {participle(verb.base)} by {agent}{rest}"


def active_for_passive(sentence: Sentence, world: World, random: Random) -> str | None:
    """Turn "Y was signed by X in Z" into "X signed Y in Z"."""
    match = _BY.match(sentence.text)
    if match is None or _SUBORDINATE.search(match["patient"] + match["agent"]):
        return None
    base = base_of_past(match["verb"])
    if not base or re.search(r" (?:was|were|had|has)\b| (?:years|months|days|times)$", match["agent"]):
        return None
    lead = match["lead"] or ""
    agent = match["agent"] if lead else capitalised(match["agent"])
    return f"{lead}{agent} {past(base)} {lowered(match['patient'], world)}{match['place']}{match['rest']}."


def date_first(sentence: Sentence, world: World, random: Random) -> str | None:
    """Move the date from the end of a sentence to its beginning."""
    match = _TRAIL.search(sentence.text)
    if match is None or _LEAD.match(sentence.text) or _has_clauses(sentence.text, world):
        return None
    return f"{capitalised(match['trail'])}, {lowered(sentence.text[: match.start()], world)}."


def date_last(sentence: Sentence, world: World, random: Random) -> str | None:
    """Move the date from the beginning of a sentence to its end."""
    match = _LEAD.match(sentence.text)
    if match is None or _has_clauses(sentence.text[match.end() :], world):
        return None
    rest = without_stop(capitalised(sentence.text[match.end() :]))
    return f"{rest} {match['lead'][0].lower()}{match['lead'][1:]}."


def partners_swapped(sentence: Sentence, world: World, random: Random) -> str | None:
    """Say "China and Kazakhstan" for "Kazakhstan and China"."""
    text = sentence.text
    mentions = world.mentions(text)
    pairs = [
        (one, other)
        for one, other in itertools.pairwise(mentions)
        if text[one.end : other.start] == " and "
        and one.entity.kind == other.entity.kind
        and one.entity.kind in ("country", "person")
        and one.demonym == other.demonym
        and not re.match(r"'s|-| \(|,? respectively| of ", text[other.end :])
        and not re.search(r"(?:-|\bof the )$", text[: one.start])
    ]
    if not pairs:
        return None
    one, other = random.choice(pairs)
    return put(text, one.start, other.end, f"{other.text} and {one.text}")


def _first_stop(after: str, base: str) -> int:
    stops = [_STOPS.search(after)]
    if base not in ("sign", "adopt", "ratify", "approve", "conclude"):
        stops.append(_WIDE_STOPS.search(after))
    return min((stop.start() for stop in stops if stop is not None), default=len(after))


def _has_clauses(text: str, world: World) -> bool:
    return bool(_SUBORDINATE.search(text) or re.search(r"[,;:]|\b(?:and|but) [a-z]+ed\b", text))
