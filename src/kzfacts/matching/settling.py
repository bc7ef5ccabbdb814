"""Conflicts that are none: links that a closer look leaves open or lets agree, before the decision.

Each function takes all links of a statement with a fact and changes those that it is about: another date of the same
sentence, a sum, a part of the whole, another of a series, a denial with an exception, another term in office.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kzfacts.factbase.model import Fact
from kzfacts.finding import Relation
from kzfacts.language.reading import Reading, Unit
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.language.words import SERIES, stem
from kzfacts.matching.aspects import extent, number
from kzfacts.matching.aspects.date import OTHER_ENDS
from kzfacts.matching.fact_reading import FactReading, held
from kzfacts.matching.link import Link
from kzfacts.matching.proof import FULL
from kzfacts.matching.verbatim import sign_and_sense


def settle_states(links: list[Link], statement: Reading) -> None:
    """Let no date conflict where the statement says who was in office then: a single event does not tell."""
    if extent.tells_a_state(statement):
        for link in links:
            if link.aspect == "date" and link.conflicts:
                link.relation = Relation.INDEPENDENCE


ALL_BUT = 0.8
"""The share of a statement's units that a wording must have to be taken for what the statement says."""


def settle_wordings(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let nothing conflict that a wording of the fact has, where the statement is that wording or nearly.

    What another wording denies or leaves out is then no matter: the record itself puts it so. Where the wording has
    all of the statement, nothing stays open either.
    """
    if all(link.agrees for link in links) or not statement.units:
        return
    mine = [sign_and_sense(unit) for unit in statement.units]
    for wording in reading.readings:
        theirs = {sign_and_sense(unit) for unit in wording.units}
        denied = {key for sign, key in theirs if sign < 0}
        shared = sum(unit in theirs for unit in mine)
        if shared < ALL_BUT * len(mine) or {key for sign, key in mine if sign < 0} != denied:
            continue
        for link in links:
            open_to_it = link.conflicts or (shared == len(mine) and not link.agrees)
            kept = link.aspect in ("name", "modality") or link.unit is None
            if open_to_it and not kept and link.unit is not None and sign_and_sense(link.unit) in theirs:
                link.relation, link.note = Relation.EQUIVALENCE, "the record puts it so"


_YEAR = re.compile(r"\b(1[89]|20)\d\d\b")


A_YEAR = 364
"""How long a year is, by `_length`: from its first day to its last."""


def settle_dates(links: list[Link], statement: Reading) -> None:
    """Let no date conflict where another date of the statement agrees: the two date different things."""
    for link in links:
        before = statement.text[: link.unit.start].rstrip() if link.unit is not None else ""
        if link.aspect == "date" and link.conflicts and before.endswith(" ago"):
            link.relation, link.hard = Relation.INDEPENDENCE, False  # "three years ago this week"
    dates = [link for link in links if link.aspect == "date"]
    agreed = [_length(link) for link in dates if link.agrees]
    agreed += [
        A_YEAR for link in links if link.aspect == "name" and link.agrees and link.unit and _YEAR.search(link.unit.text)
    ]
    for link in dates:
        if link.conflicts and link.note != OTHER_ENDS and any(length <= _length(link) for length in agreed):
            link.relation = Relation.INDEPENDENCE


def _length(link: Link) -> int:
    """Return how many days a date names: one as fine as another dates something by itself."""
    mention = link.unit.date if link.unit is not None else None
    return mention.span.last - mention.span.first if mention is not None and mention.span is not None else 0


def settle_plans(links: list[Link]) -> None:
    """Let no word conflict that the statement itself calls planned: "the talks that were to take place"."""
    for before, link in pairwise(links):
        operator = before.unit
        planned = operator is not None and "commit" in (operator.role, operator.hint)
        planned = planned and operator is not None and (operator.verbal or operator.text.lower().endswith(" to"))
        if planned and link.aspect == "word" and link.conflicts and link.unit is not None and link.unit.verbal:
            link.relation, link.weight = Relation.INDEPENDENCE, 0.3 * link.weight


def settle_firsts(links: list[Link]) -> None:
    """Let "second" not conflict with "first" where the statement dates another time."""
    if any(link.aspect == "date" and not link.agrees for link in links):
        for link in links:
            if link.aspect == "number" and link.conflicts and link.fact == "first":
                link.relation = Relation.INDEPENDENCE


_BEHIND = re.compile(r",? (?:after|behind|following|next to) ", re.I)


def settle_predecessors(links: list[Link], statement: Reading) -> None:
    """Let it not matter whom the statement puts before the one that the record calls the first: "second, after X"."""
    ranked = next(
        (link.unit for link in links if link.aspect == "number" and link.conflicts and link.fact == "first"), None
    )
    behind = _BEHIND.search(statement.text, ranked.end) if ranked is not None else None
    if behind is None:
        return
    for link in links:
        if link.unit is not None and link.unit.start >= behind.start() and link.relation is Relation.INDEPENDENCE:
            link.hard, link.weight = False, 0.05 * link.weight


_TOGETHER = re.compile(r"\b(?:together|combined|altogether|between them|all told|in sum|added up)\b", re.I)


_AND = re.compile(r"(?: [\w'’-]+){1,3}? (?:and|or) (?:the )?")


def settle_sums(links: list[Link], statement: Reading) -> None:
    """Let a number that counts two things together not conflict with that of one: "130 briefings and seminars"."""
    by_start = {unit.start: unit for unit in statement.units}
    for link in links:
        if link.aspect != "number" or not link.conflicts or link.unit is None:
            continue
        joined = _AND.match(statement.text, link.unit.end)
        other = by_start.get(joined.end()) if joined else None
        several = other is not None and other.kind == "word" and not other.verbal and other.text.endswith("s")
        if several or _TOGETHER.search(statement.text):
            link.relation, link.note = Relation.INDEPENDENCE, "the record counts these apart"


_PART = re.compile(r"\s*(?:of|out of|from)\s+(?:the|these|those|its|his|their|all)\b", re.I)


def settle_parts(links: list[Link], statement: Reading) -> None:
    """Let a number of some out of the record's not conflict with it: "six of the documents", "650 tactical weapons"."""
    for link in links:
        unit = link.unit
        if link.aspect != "number" or not link.conflicts or unit is None:
            continue
        if unit.quantity is not None and unit.quantity.unit in ("ordinal", "%", "fraction"):
            continue  # "meeting no. 4 of the council" is no part of it, and shares are of the whole on both sides
        narrowed = any(
            other.unit is not None
            and other.aspect == "word"
            and other.relation is Relation.INDEPENDENCE
            and unit.token < other.unit.token < unit.head
            for other in links
        )
        if narrowed or _PART.match(statement.text, unit.end):
            link.relation, link.note = Relation.INDEPENDENCE, "the record counts the whole"


def settle_series(links: list[Link]) -> None:
    """Let the number in a series not conflict, unless date or place show that it is the record's own of the series."""
    conflicts = [link for link in links if link.conflicts]
    known = any(
        link.agrees and link.unit is not None and (link.aspect == "date" or link.unit.preposition in ("in", "at"))
        for link in links
    )
    for link in conflicts:
        quantity = link.unit.quantity if link.unit is not None else None
        if quantity is None or quantity.unit != "ordinal" or link.unit is None:
            continue
        series = any(key[:2] == "w:" and key[2:] in SERIES for key in link.unit.counted)
        if len(conflicts) > 1 or (series and not known):
            link.relation, link.note = Relation.INDEPENDENCE, "the record speaks of another of the series"


_DEEDS = frozenset("w:" + stem(word) for word in ("visit", "trip", "journey", "meeting", "talks", "tour"))


_LENGTHS = frozenset("w:" + stem(word) for word in ("km", "kilometre", "kilometer", "mile"))
_SECTION = re.compile(r"\b(?:section|stretch|segment|leg)\b|\bkm of (?:the|it)\b", re.I)


def settle_narrower(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let a greater number of visits not conflict with that of a fact which names a place: two of ten to Tashkent.

    Nor the length of a line with that of a section of it.
    """
    met = {key for link in links if link.unit is not None and link.unit.kind == "name" for key in link.unit.keys}
    wider = [
        unit
        for unit in reading.claim.units
        if unit.kind == "name"
        and unit.preposition
        and met.isdisjoint((*unit.keys, *reading.around.get(unit.keys[0], ())))
    ]
    of_a_section = _SECTION.search(reading.claim.text) and not _SECTION.search(statement.text)
    narrowed = (_DEEDS if wider else frozenset()) | (_LENGTHS if of_a_section else frozenset())
    if not narrowed:
        return
    by_text = {counted.unit.text: counted.unit.quantity for counted in reading.numbers}
    for link in links:
        mine = link.unit.quantity if link.unit is not None else None
        theirs = by_text.get(link.fact)
        if link.aspect == "number" and link.conflicts and mine is not None and theirs is not None:
            deeds = link.unit is not None and not narrowed.isdisjoint(link.unit.counted)
            if deeds and mine.unit != "ordinal" and mine.low > theirs.high:
                link.relation, link.note = Relation.INDEPENDENCE, "the record counts a part of that"


MONTH = 31


def settle_periods(links: list[Link], reading: FactReading) -> None:
    """Let the figure of a part of the time not conflict with that of the whole: of half a year, of the year."""
    whole = max((_length(link) for link in links if link.aspect == "date" and link.agrees), default=0)
    if reading.when is None or whole <= 1.5 * (reading.when.last - reading.when.first) + MONTH:
        return
    for link in links:
        if link.aspect == "number" and link.conflicts and reading.when.last - reading.when.first >= MONTH:
            link.relation, link.note = Relation.INDEPENDENCE, "the record counts a part of that time"


_NONE = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|n't|hadn't|hasn't|haven't)\b", re.I)
_FIRST_TIME = re.compile(r"\b(?:first|never before|not before|no .{2,60} before)\b", re.I)


def settle_first_time(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let "never before January 2022 had X" agree with the record that X was first in January 2022."""
    if not (_NONE.search(statement.text) and _FIRST_TIME.search(reading.claim.text)) or reading.when is None:
        return
    for link in links:
        mention = link.unit.date if link.unit is not None else None
        if mention is None or mention.mode != "before" or mention.span is None or not mention.year:
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
            link.hard = link.hard or not any(_A_FIRST.search(wording.text) for wording in reading.readings)


_NOT_THE_ONLY = re.compile(r"\b(?:first|second|third|another|last) (?:time|term|spell|stint)\b|\bagain\b", re.I)


def settle_other_terms(links: list[Link], reading: FactReading, vocabulary: Vocabulary) -> None:
    """Let a date outside a term not conflict where the same person held the office then, too."""
    for link in links:
        mention = link.unit.date if link.unit is not None else None
        window = mention.window() if mention is not None else None
        if link.aspect != "date" or not link.conflicts or mention is None or window is None:
            continue
        if mention.mode != "in":
            if _NOT_THE_ONLY.search(reading.claim.text):
                link.relation, link.note = Relation.INDEPENDENCE, "another term is on record"
            continue
        people = [other.unit for other in links if other.aspect == "name" and other.agrees and other.unit is not None]
        terms = [term for unit in people for key in unit.keys for term in vocabulary.titles.get(key, ())]
        offices = {key for key in reading.told if key.startswith("c:")}
        if any(offices & set(term.concepts) and held(term.start, term.end, window) for term in terms):
            link.relation, link.note = Relation.FORWARD_ENTAILMENT, "another term is on record"


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
        if inside and link.conflicts and link.unit is not None and link.unit.kind == "word":
            link.relation, link.hard, link.weight = Relation.INDEPENDENCE, False, 0.3 * link.weight


_NONE_MORE = re.compile(r"\b(?:no|nowhere|none|nothing|never)\b.*?\b(?:\w{2,}er|more \w+)\b.*\bthan\b", re.I)
_MOST = re.compile(r"\b(?:\w{3,}est|most \w+)\b", re.I)


def settle_superlatives(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let "nowhere is there a longer one than X" agree with the record that X is the longest."""
    if _NONE_MORE.search(statement.text) and any(_MOST.search(wording.text) for wording in reading.readings):
        for link in links:
            if link.aspect == "polarity" and link.conflicts:
                link.relation, link.note = Relation.EQUIVALENCE, "the record says that it is the most so"


_KNOWN = re.compile(r"\b(?:the|these|those|their|both)(?: \w+)? $", re.I)
_PARTIES = frozenset(
    "w:" + stem(word)
    for word in "country side state leader president nation neighbour party government capital minister power".split()
)


def settle_parties(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Let it not matter how many the parties are that the statement takes for known: "the two countries' trade"."""
    for link in links:
        unit = link.unit
        if link.aspect != "number" or unit is None or unit.quantity is None or link.agrees or link.conflicts:
            continue
        named = len(set(reading.names))
        few = unit.quantity.exact and not unit.quantity.unit and unit.quantity.low <= min(FEW, named)
        if few and _KNOWN.search(statement.text[: unit.start]) and not _PARTIES.isdisjoint(unit.counted):
            link.hard, link.weight = False, 0.05 * link.weight


FEW = 5
"""So many parties at most are taken for known."""


_INSTITUTION = re.compile(
    r"\b(?:mfa|ministry|government|parliament|chamber|house|president|premier|minister|pm|power|office|authorities)"
    r" in $",
    re.I,
)


def settle_seats(
    links: list[Link], statement: Reading, reading: FactReading, fact: Fact, seats: dict[str, str]
) -> None:
    """Let the seat of a government stand for its country: "prime minister in Budapest", "the ministry in Astana"."""
    meets = any(key[2:] in SERIES for unit in statement.units for key in unit.keys)
    for link in links:
        unit = link.unit
        if link.aspect != "name" or unit is None or link.agrees or link.conflicts or unit.preposition != "in":
            continue
        country = next((seats[key] for key in unit.keys if key in seats), "")
        governs = (fact.kind == "office" and not meets) or _INSTITUTION.search(statement.text[: unit.start])
        if governs and reading.told.get(country, 0) > 0:
            link.relation, link.note = Relation.REVERSE_ENTAILMENT, "the seat of its government"


_TALLY = re.compile(
    r"\b(?P<yes>\d{1,3}) (?:votes? )?(?:to|in favou?r,?|for,?)(?: and| with)? (?P<no>\d{1,3})\b"
    r"(?:\D{1,30}(?P<withheld>\d+) abst)?",
    re.I,
)
_VOTED = re.compile(r"\b(?:vot\w+|abst\w+|adopted)\b", re.I)
_VOTES = {
    "no": re.compile(r"\b(?:vot\w+ (?:it )?(?:against|no|down)|said no|oppos\w+|against|rejected)\b", re.I),
    "withheld": re.compile(r"\b(?:abst\w+|withheld)\b", re.I),
    "yes": re.compile(r"\b(?:vot\w+ (?:for|yes|in favou?r)|in favou?r|back\w*|support\w*|said yes|approv\w+)\b", re.I),
}


def settle_tallies(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Hold the number of those who voted one way against that of a tally: "by 133 votes to 23, with 28 abstentions"."""
    tally = _TALLY.search(reading.claim.text) if _VOTED.search(reading.claim.text) else None
    ways = [way for way, words in _VOTES.items() if words.search(statement.text)]
    counted = [link for link in links if link.aspect == "number" and link.unit is not None and link.unit.quantity]
    if tally is None or len(ways) != 1 or len(counted) != 1 or not tally[ways[0]]:
        return
    count, recorded = counted[0], float(tally[ways[0]])
    assert count.unit is not None
    assert count.unit.quantity is not None
    agrees = count.unit.quantity.low <= recorded <= count.unit.quantity.high
    count.relation = Relation.EQUIVALENCE if agrees else Relation.ALTERNATION
    count.fact, count.hard, count.note = tally[ways[0]], True, ""
    way = _VOTES[ways[0]].search(statement.text)
    for link in links:
        told = way is not None and link.unit is not None and way.start() <= link.unit.start < way.end()
        if told and link.aspect in ("word", "polarity"):
            link.relation, link.aspect, link.note = Relation.EQUIVALENCE, "word", "a way of voting on record"


def settle_decades(links: list[Link]) -> None:
    """Let the word "decades" go with its number, which was held against years."""
    counted = {link.unit.head for link in links if link.aspect == "number" and link.unit is not None and link.fact}
    for link in links:
        if link.unit is not None and link.unit.token in counted and link.unit.text.lower().startswith("decade"):
            link.relation, link.note = Relation.EQUIVALENCE, "ten years each"


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


def settle_comparison(links: list[Link]) -> None:
    """Let opposite comparatives agree where the sides are turned round too: smaller than, bigger than."""
    for link in links:
        if link.aspect in ("word", "polarity") and link.conflicts:
            link.relation, link.note = Relation.EQUIVALENCE, "the comparison is turned round on both sides"


def settle_scope(links: list[Link], reading: FactReading) -> None:
    """Let one negation that the two sides attach to different words cancel out: "nothing shows", "no clear sign"."""
    denied = [link for link in links if link.conflicts and link.unit is not None and link.unit.sign < 0]
    claimed = [link for link in links if link.aspect == "polarity" and link.unit is not None and link.unit.sign > 0]
    negations = sum(unit.sign < 0 for unit in reading.claim.units)
    if (
        len(denied) == 1
        and negations == 1
        and (claimed or _asserts_denied(links, reading) or _is_unmet(links, reading))
    ):
        for link in (*denied, *claimed):
            link.relation, link.aspect, link.note = Relation.EQUIVALENCE, "polarity", "denied on both sides"


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


def settle_complements(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Hold a number against that of the claim which counts the same of the same: tonnes of plutonium, not of steel."""
    numbers = [unit for unit in reading.claim.units if unit.quantity is not None]
    for link in links:
        unit = link.unit
        if link.aspect != "number" or unit is None or unit.quantity is None or not unit.counted:
            continue
        rivals = [other for other in numbers if set(other.counted) & set(unit.counted)]
        counted_of = _complement(unit, statement)
        same = [other for other in rivals if counted_of & _complement(other, reading.claim)]
        if len(rivals) > 1 and len(same) == 1:
            link.relation, link.fact = number.compare(unit.quantity, same[0].quantity), same[0].text


def _complement(unit: Unit, reading: Reading) -> set[str]:
    """Return the keys of what a measured amount is of: "3 tonnes of plutonium"."""
    after = [other for other in reading.units if other.token > unit.head >= 0]
    of = [other for other in after[:2] if reading.text[: other.start].endswith(" of ")]
    return {key for other in of for key in other.keys}


def settle_ordinals(links: list[Link], statement: Reading, reading: FactReading) -> None:
    """Leave "the first congress" open where the record speaks of the second one, and of no first."""
    ordinals = {
        unit.counted: unit
        for unit in reading.claim.units
        if unit.quantity is not None and unit.quantity.unit == "ordinal" and unit.quantity.low > 1 and unit.counted
    }
    if not ordinals or _A_FIRST.search(reading.claim.text):
        return
    for before, link in pairwise(link for link in links if link.unit is not None):
        assert before.unit is not None
        assert link.unit is not None
        between = statement.text[before.unit.end : link.unit.start].strip()
        if before.unit.text.lower() != "first" or between or not before.agrees:
            continue
        other = next((unit for keys, unit in ordinals.items() if set(keys) & set(link.unit.keys)), None)
        if other is not None:
            before.relation, before.hard, before.fact = Relation.INDEPENDENCE, True, other.text
            before.note = "the record speaks of another of the series"


_A_FIRST = re.compile(r"\b(?:first|maiden|inaugural)\b", re.I)


def _is_count(link: Link) -> bool:
    quantity = link.unit.quantity if link.unit is not None else None
    return quantity is not None and quantity.unit == "" and not (link.unit and _LENGTHS & {*link.unit.counted})


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


_OPENED = re.compile(
    r"\b(?:open(?:s|ed)?|beg[au]n|begins?|start(?:s|ed)?|kick(?:s|ed) off|got under way|convened)\b", re.I
)
_CLOSED = re.compile(r"\b(?:clos(?:es|ed)|end(?:s|ed)?|finish(?:es|ed)|conclud(?:es|ed)|wound up|wrapped up)\b", re.I)


def settle_edges(links: list[Link], reading: FactReading) -> None:
    """Let the day agree on which a meeting of several days opened or ended: "opened on 14 May" of 14-15 May."""
    when = reading.when
    if when is None or not 0 < when.last - when.first < MONTH:
        return
    for verb, link in pairwise(
        link for link in links if link.unit is not None and link.aspect in ("word", "name", "date")
    ):
        mention = link.unit.date if link.unit is not None else None
        window = mention.window() if mention is not None and mention.mode == "in" else None
        if link.agrees or window is None or verb.unit is None:
            continue
        verbs = [other for other in links if other.unit is not None and other.aspect == "word"]
        for pattern, day in ((_OPENED, when.first), (_CLOSED, when.last)):
            told = next((v for v in verbs if v.unit and v.unit.verbal and pattern.fullmatch(v.unit.text)), None)
            if told is not None and not told.conflicts and window.first == window.last == day:
                for one in (told, link):
                    one.relation, one.note = Relation.EQUIVALENCE, "the first or last day on record"


_SITE = re.compile(r"\b(?:venue|site|setting|scene|place)\b", re.I)
_VENUE = re.compile(r"\b(?:venue|site|setting|scene|host(?:s|ed|ing)?|place where)\b", re.I)


def settle_venues(links: list[Link], statement: Reading, reading: FactReading, vocabulary: Vocabulary) -> None:
    """Leave a capital open as the venue of what the record has in another city of the country."""
    if not _VENUE.search(statement.text):
        return
    first = next((link for link in links if link.unit is not None), None)
    hosts = first is not None and first.agrees and first.unit is not None and first.unit.kind == "name"
    if (
        hosts
        and first is not None
        and first.unit is not None
        and any("l:" + k in reading.told for k in first.unit.keys)
    ):
        for link in links:
            if (
                link.aspect == "word"
                and link.relation is Relation.INDEPENDENCE
                and link.unit
                and _SITE.search(link.unit.text)
            ):
                link.relation, link.note = Relation.EQUIVALENCE, "the record has it there"
    seats, containers = vocabulary.compiled.seats, vocabulary.compiled.containers
    for link in links:
        unit = link.unit
        if link.aspect != "name" or not link.agrees or unit is None:
            continue
        country = next((seats[key] for key in unit.keys if key in seats), "")
        if not country or any(key in reading.told for key in unit.keys):
            continue
        elsewhere = any(country in containers.get(key, ()) and "l:" + key in reading.told for key in reading.names)
        if elsewhere:
            link.relation, link.note = Relation.INDEPENDENCE, "the record has it in another city"


def settle_ends(links: list[Link]) -> None:
    """Let "first" and "last" not conflict where they are said of different things: last to join, first to chair."""
    told = {link.fact for link in links if link.aspect == "word" and link.agrees and link.fact}
    other = any(
        link.aspect == "word" and link.relation is Relation.INDEPENDENCE and link.weight >= FULL for link in links
    )
    for link in links:
        end = link.unit is not None and link.unit.text.lower() in ("first", "last")
        if end and link.aspect == "word" and link.conflicts and (other or link.fact in told):
            link.relation, link.note = Relation.INDEPENDENCE, "said of another thing"
