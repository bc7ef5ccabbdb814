"""What a sentence mentions, ready to be remembered: names and noun phrases, and what the sentence is about."""

from __future__ import annotations

import re

import msgspec

from kzfacts.factbase.edtf import DateSpan
from kzfacts.language.words import DETERMINERS
from kzfacts.linting.context.background import Background, wider
from kzfacts.linting.context.phrases import POSSESSIVES, Phrase
from kzfacts.linting.context.referents import Mention, Referent
from kzfacts.linting.context.rewriting import owned
from kzfacts.linting.context.sighting import Sighting, is_led_in, with_posts

_RUNS_FOR = re.compile(r"\b(?:running|runs|ran|stands|standing|candidate|candidacy|bid) (?:for|to)\b")
_WHOLE = frozenset(("country", "city", "person"))


def mentions_of(
    sight: Sighting, resolved: tuple[Mention, ...], background: Background, when: DateSpan | None = None
) -> tuple[Mention, ...]:
    """Return all mentions of a sentence, ``resolved`` among them, left to right, its subject marked.

    ``when`` is the time that it tells of, by which "the president" is found; None takes the draft's day.
    """
    names = [_with_offices(name, sight) for name in sight.names]
    done = [(mention.start, mention.end) for mention in resolved]
    phrases = [
        mention
        for phrase in sight.phrases
        if not any(start < phrase.end and phrase.start < end for start, end in done)
        and (mention := phrase_mention(phrase, sight, background, when)) is not None
        and phrase.article not in ("no", "any", "some", "each", "every", "another")
    ]
    phrases = [_owned_by(phrase, [*names, *resolved]) for phrase in phrases]
    inner = [
        msgspec.structs.replace(name, inside=True)
        if name.demonym
        or name.possessive
        or name.after
        or any(p.start < name.start and name.end <= p.end for p in phrases)
        else name
        for name in names
    ]
    found = sorted([*inner, *phrases, *resolved], key=lambda mention: (mention.start, -mention.end))
    return _with_subject([*found, *_bids(found, sight, background)], sight)


def _with_offices(name: Mention, sight: Sighting) -> Mention:
    return msgspec.structs.replace(name, referent=with_posts(name.referent, sight.phrases))


def _owned_by(mention: Mention, others: list[Mention]) -> Mention:
    """Return "its candidacy" as that of the one country that the sentence named before."""
    before = {m.referent.key: m.referent for m in others if m.end <= mention.start and m.referent.kind == "country"}
    if mention.referent.name or len(before) != 1 or mention.referent.kind not in ("bid", "body"):
        return mention
    owner = next(iter(before.values()))
    name = f"{owned(owner.name)} {mention.head}"
    referent = msgspec.structs.replace(mention.referent, name=name, country=owner.country)
    return msgspec.structs.replace(mention, referent=referent)


def phrase_mention(
    phrase: Phrase, sight: Sighting, background: Background, when: DateSpan | None = None
) -> Mention | None:
    """Return the mention that a noun phrase is; None where the name that it stands with says it all."""
    if phrase.named is not None and phrase.named.referent.kind == "person":
        return None
    owner = phrase.owner.referent if phrase.owner is not None else None
    if phrase.kind == "post" and owner is not None and not phrase.plural and not is_past(phrase, sight):
        holder = background.holder(owner.country, phrase.head, when) if owner.country else None
        if holder is not None:
            return Mention(holder, phrase.start, phrase.end, phrase.head)
    country = owner.country if owner is not None else ""
    kind = {"post": "person"}.get(phrase.kind, phrase.kind)
    posts = wider(frozenset({phrase.head})) if phrase.kind == "post" else frozenset[str]()
    key = f"p:{phrase.head}:{owner.key if owner is not None else phrase.start}"
    referent = Referent(phrase_name(phrase, sight), key, kind, "", country, posts, phrase.plural)
    if phrase.named is not None:
        referent = msgspec.structs.replace(referent, name=phrase.named.referent.name, key=phrase.named.referent.key)
    definite = phrase.article in ("the", "'s") and not phrase.plural
    return Mention(referent, phrase.start, phrase.end, phrase.head, definite=definite)


def is_past(phrase: Phrase, sight: Sighting) -> bool:
    """Say whether a phrase speaks of a former holder of a post: "then prime minister", "a former president"."""
    before = sight.text[max(0, phrase.start - 8) : phrase.tail].lower().split()
    return not {"then", "former", "ex", "late", "next", "future"}.isdisjoint(before)


def phrase_name(phrase: Phrase, sight: Sighting) -> str:
    """Return how a later sentence may call what a phrase means, empty where only its own sentence tells that."""
    owner = phrase.owner.referent if phrase.owner is not None else None
    if owner is not None and phrase.kind in ("body", "bid"):
        return f"{owned(owner.name)} {phrase.head}"
    text = sight.text[phrase.start : phrase.end]
    first, _, rest = text.partition(" ")
    if first.lower() in POSSESSIVES:
        return ""
    if first.lower() in DETERMINERS:
        return "the " + rest
    return text if owner is not None else "the " + text[:1].lower() + text[1:]


def _bids(found: list[Mention], sight: Sighting, background: Background) -> list[Mention]:
    """Return the candidacy that "Kazakhstan is running for a seat" speaks of without naming it."""
    match = _RUNS_FOR.search(sight.text)
    runner = next((m for m in found if m.referent.country and m.referent.kind in _WHOLE and not m.demonym), None)
    if match is None or runner is None or runner.start > match.start():
        return []
    country = runner.referent.country
    return [
        Mention(
            Referent("the bid of " + background.known(country).name, "p:bid:" + country, "bid", country=country),
            match.start(),
            match.end(),
            "bid",
            inside=True,
        )
    ]


def _with_subject(found: list[Mention], sight: Sighting) -> tuple[Mention, ...]:
    starts = [token.start for token in sight.tokens]
    for index, mention in enumerate(found):
        at = next((i for i, start in enumerate(starts) if start >= mention.start), 0)
        if not mention.inside and not mention.after and is_led_in(sight.tokens, at):
            found[index] = msgspec.structs.replace(mention, subject=True)
            return tuple(found)
    if found and found[0].resumed and found[0].start == 0:  # "Its principles are"
        found[0] = msgspec.structs.replace(found[0], subject=True)
    return tuple(found)
