"""From links to a verdict.

The links of one statement with one fact compose like the joins of natural logic: agreement all through entails
(supported), a conflict on otherwise shared matter excludes (contradicted), anything that the fact leaves
open stays open (absent). Thresholds say how much of the content must be shared; a `Policy` holds them.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kzfacts.finding import Relation, Verdict
from kzfacts.language.words import DECISIVE, stem
from kzfacts.matching.link import Link

MISSTATED = 0.75
"""The share of a misstatement that a statement must have to be the same mistake."""


SURE = 0.97
"""How much of a statement a fact must vouch for to support it for sure."""
FULL = 0.8
"""The weight from which a word counts in full."""


VALUES = frozenset(("number", "date", "name"))
"""Aspects whose conflicts rest on the two sides telling of the same event."""
WHATS = VALUES | {"word"}
"""Aspects that tell events apart: a difference in two of them is another event."""
OPEN = 0.9
"""The weight of what a fact leaves open from which another number or date is likely that of another event."""


class Policy(msgspec.Struct, frozen=True):
    """How much shared content a verdict needs, as shares of the statement's weight (0 to 1)."""

    support: float = 0.84
    contradict: float = 0.75
    wording: float = 0.65  # of the words alone, for support: shared names are no shared claim
    matched: float = 2.0  # weight that must agree before anything can be contradicted
    words: int = 1  # content words among it: names alone do not make the same matter
    unnamed: int = 5  # ... where no name is shared that would show the same subject
    same_matter: bool = False  # the text is known to be about the statement's subject, which it need not name
    figured: float = 0.84  # ``support`` where a figure of the statement agrees, on the same matter
    ended: float = 0.84  # ... where the fact is silent on what the statement ends with, its news
    strangers: int = 99  # so many names that the text lacks are another matter
    min_score: float = 0.0  # a finding that is less likely to be right than this is reported as absent


class Judgement(msgspec.Struct):
    """A verdict on a statement by one fact: ``score`` is the share of content that the fact speaks to."""

    verdict: Verdict
    score: float
    links: list[Link]
    wrong: bool = False  # found by a misstatement on record
    nearness: float = 0.0  # the share of the claim that the statement has
    verbatim: bool = False  # the statement is a wording on record

    @property
    def strength(self) -> tuple[bool, float, float, bool]:
        """What sorts judgements: a verdict before none, then the share spoken to, then nearness, then support."""
        return (
            self.verdict is not Verdict.ABSENT,
            round(self.score, 2),
            self.nearness,
            self.verdict is Verdict.SUPPORTED,
        )

    def beats_all_at(self, nearness: float) -> bool:
        """Say whether no judgement with a claim of this ``nearness`` can be stronger, whatever it finds."""
        return self.verdict is Verdict.SUPPORTED and round(self.score, 2) >= 1.0 and nearness <= self.nearness

    @property
    def conflicts(self) -> list[Link]:
        """The links that make the contradiction."""
        return [link for link in self.links if link.conflicts]


def reach(links: Sequence[Link]) -> float:
    """Return the share of the statement that the fact speaks to, by agreement or conflict."""
    total = sum(link.weight for link in links if link.unit is not None) or 1.0
    return min(
        1.0, sum(link.weight for link in links if link.unit is not None and (link.agrees or link.conflicts)) / total
    )


def decide(links: Sequence[Link], policy: Policy, matters: int = 0) -> Judgement:
    """Compose ``links`` into a judgement; ``matters`` names count as content words: those of events and treaties."""
    agreed = [link for link in links if link.agrees and link.unit is not None]
    conflicts = [link for link in links if link.conflicts]
    limited = any(link.unit is None and not link.agrees for link in links)
    verdict = Verdict.ABSENT
    if conflicts and _contradicts(links, agreed, conflicts, limited, policy, matters):
        verdict = Verdict.CONTRADICTED
    elif not conflicts and not limited and _supports(links, agreed, policy):
        verdict = Verdict.SUPPORTED
    return Judgement(verdict, reach(links), list(links))


def _contradicts(
    links: Sequence[Link], agreed: list[Link], conflicts: list[Link], limited: bool, policy: Policy, matters: int
) -> bool:
    """Say whether the conflicts stand on the same matter."""
    if limited and all(link.aspect == "date" for link in conflicts):
        return False  # a plan is not contradicted by another date
    if all(link.aspect == "date" for link in conflicts) and any(_is_other_deed(link) for link in links):
        return False  # taking effect on another day than the signing
    aspects = {link.aspect for link in conflicts}
    if not policy.same_matter and aspects & VALUES:
        if aspects & {"number", "date"} and not aspects & {"word", "polarity"} and _open_weight(links) >= OPEN:
            return False  # of the same event, with more told of it? more likely of another
        if len(aspects & WHATS) > 1:
            return False  # what differs in two ways is another event
    contrast = any(link.unit is not None and link.unit.sign < 0 for link in conflicts)
    denied = any(link.aspect == "polarity" for link in conflicts)
    figures = policy.same_matter and "number" in aspects  # one wrong figure is enough, whatever else is open
    if not figures and any(_is_open(link) and not _is_beside_the_point(link, contrast, denied) for link in links):
        return False
    shared = [*agreed, *(link for link in conflicts if _shows_matter(link))]
    named = any(link.unit is not None and link.unit.kind == "name" for link in (*agreed, *conflicts))
    enough = _words(shared) + matters >= (policy.words if named or policy.same_matter else _unnamed(agreed, policy))
    least = policy.figured if figures else policy.contradict
    return reach(links) >= least and _weight(shared) >= policy.matched and enough


def _words(links: Sequence[Link]) -> int:
    """Return how many full content words there are among ``links``."""
    return sum(link.unit is not None and link.unit.kind == "word" and link.weight >= FULL for link in links)


def _unnamed(agreed: Sequence[Link], policy: Policy) -> int:
    """Return how many words must be shared where no name is; a date in common stands for one, an event for a name."""
    dates = [link.unit for link in agreed if link.unit is not None and link.unit.kind == "date"]
    return 1 if any(unit.role == "event" for unit in dates) else policy.unnamed - bool(dates)


def _open_weight(links: Sequence[Link]) -> float:
    return sum(link.weight for link in links if link.unit is not None and not link.agrees and not link.conflicts)


def _is_other_deed(link: Link) -> bool:
    """Say whether the statement tells of doing something that the fact is silent on."""
    unit = link.unit
    open_word = unit is not None and link.aspect == "word" and link.relation is Relation.INDEPENDENCE
    return open_word and unit is not None and unit.verbal and link.weight >= FULL and not unit.role


def _shows_matter(link: Link) -> bool:
    """Say whether a conflict itself shows that both speak of the same: the word denied, or a verb and its opposite."""
    return link.aspect == "polarity" or (link.aspect == "word" and link.unit is not None and link.unit.verbal)


def _supports(links: Sequence[Link], agreed: list[Link], policy: Policy) -> bool:
    """Say whether the fact vouches for enough of the statement, by its words as well as in all."""
    if any(_is_open(link) for link in links) or _weight(agreed) < 1.0:
        return False
    if not policy.same_matter and any(_is_decisive(link) for link in links):
        return False
    names = {link.unit.keys for link in agreed if link.unit is not None and link.unit.kind == "name"}
    if not names and not policy.same_matter and _words(agreed) < _unnamed(agreed, policy):
        return False  # "the two sides agreed to meet again" may be said of any two
    if len(names) < 2 and all(link.unit is None or link.unit.kind in ("name", "date") for link in agreed):
        return False  # a bare name says nothing
    units = [link for link in links if link.unit is not None]
    words = [link for link in units if link.unit is not None and link.unit.kind == "word"]
    worded = [link for link in words if link.agrees]
    share = _share_needed(units, policy) if policy.same_matter else policy.support
    return _weight(agreed) >= share * _weight(units) and _weight(worded) >= policy.wording * _weight(words)


def _share_needed(units: Sequence[Link], policy: Policy) -> float:
    """Return the share of a statement that a text on the same matter must vouch for, above 1 where none is enough.

    A figure is told of little else; what a sentence ends with is its news, which the text must have sooner than what it
    begins with (theme and rheme); one who tells of several others speaks of something else.
    """
    if any(link.aspect == "number" and link.agrees for link in units):
        return policy.figured
    missing = [link.unit for link in units if link.unit is not None and not link.agrees]
    if sum(unit.kind == "name" for unit in missing) >= policy.strangers:
        return 2.0
    telling = [link for link in units if link.weight >= TELLING]
    if not telling or telling[-1].agrees:
        return policy.support
    return 2.0 if telling[-1].aspect == "name" else policy.ended


TELLING = 0.4
"""The weight from which a unit tells something of its own."""


def _is_decisive(link: Link) -> bool:
    """Say whether the fact is silent on a verb on which the outcome hangs: "rejected", "sold", "halved"."""
    unit = link.unit
    if unit is None or not unit.verbal or link.aspect != "word" or link.agrees or unit.role:
        return False
    words = unit.text.lower().split()
    return any(stem(word) in DECISIVE for word in words) or words[-1] in _REVERSING


_REVERSING = frozenset(("against", "off", "back", "down"))
"""Particles that turn a verb to its contrary: called off, voted against, sent back, turned down."""


def _weight(links: Sequence[Link]) -> float:
    return sum(link.weight for link in links)


def _is_open(link: Link) -> bool:
    return link.hard and not link.agrees and not link.conflicts


def _is_beside_the_point(link: Link, contrast: bool, denied: bool) -> bool:
    """Say whether an open link cannot save the statement.

    Where the statement denies what the fact says, it matters neither what it puts in the place ("to Shymkent rather
    than Astana"), nor a date that includes the record's, nor that it excludes others.
    """
    if contrast and link.aspect == "name":
        return True
    return denied and (
        link.aspect == "scope" or (link.aspect == "date" and link.relation is Relation.FORWARD_ENTAILMENT)
    )


def quoted(judgement: Judgement) -> Judgement:
    """Turn a judgement by a misstatement into that of a statement which is the misstatement, word for word."""
    return Judgement(Verdict.CONTRADICTED, 1.0, judgement.links, wrong=True, nearness=1.0, verbatim=True)


def misstated(judgement: Judgement, met: float) -> Judgement:
    """Turn a judgement by a misstatement into one by the fact that it gets wrong.

    Whatever says the misstatement is contradicted; what differs from it, or says but a part of it (``met``, the
    share of the misstatement that the statement has), may still be right or wrong.
    """
    says_it = judgement.verdict is Verdict.SUPPORTED and met >= MISSTATED
    verdict = Verdict.CONTRADICTED if says_it else Verdict.ABSENT
    score = judgement.score if says_it else judgement.score / 2
    return Judgement(verdict, score, judgement.links, wrong=True, nearness=met)


FLIPPED = {
    Verdict.SUPPORTED: Verdict.CONTRADICTED,
    Verdict.CONTRADICTED: Verdict.SUPPORTED,
    Verdict.ABSENT: Verdict.ABSENT,
}
"""What a verdict becomes when the statement denies the whole: "it is not true that ..."."""


BY_TWO = {
    Verdict.SUPPORTED: Relation.REVERSE_ENTAILMENT,
    Verdict.CONTRADICTED: Relation.ALTERNATION,
    Verdict.ABSENT: Relation.INDEPENDENCE,
}
"""The relation that two facts compared give to each side of the statement."""
