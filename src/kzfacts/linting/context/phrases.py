"""Noun phrases of a sentence that later sentences may come back to: "the Japanese foreign ministry", "his visit".

Only nouns of the table `kzfacts.linting.context.nouns` count; words are read left of them up to the article or
possessor, right of them over the names that prepositions tie to them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from kzfacts.language.text import Token
from kzfacts.language.words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, NEGATORS, PREPOSITIONS, PRONOUNS
from kzfacts.linting.context.nouns import JOINS_NAME, KINDS, LONGEST, PLURAL_KINDS
from kzfacts.linting.context.referents import Mention

POSSESSIVES = frozenset("his her its their our my".split())
_REACH = 5
_FIRST_WORDS = frozenset(re.split("[ -]", noun)[0] for noun in (*KINDS, *PLURAL_KINDS))
_CLOSED = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS | NEGATORS | frozenset("who that which to".split())


class Phrase(msgspec.Struct, frozen=True):
    """A noun phrase: offsets in the sentence, its noun, its article or possessive, whose it is, what follows of it.

    ``owner`` is the name that possesses it or that ``of`` ties to it; ``named`` the name that stands with it ("the
    foreign minister, Erlan Idrissov"); ``tail`` is where the noun itself ends, before any complement.
    """

    start: int
    end: int
    head: str
    kind: str
    plural: bool
    article: str
    owner: Mention | None
    named: Mention | None
    tail: int
    first: int
    owners: tuple[Mention, ...] = ()
    bare: bool = True
    """Whether it has neither adjective nor complement that tells it from others."""


def find_phrases(tokens: Sequence[Token], names: Mapping[int, Mention]) -> list[Phrase]:
    """Return the noun phrases left to right; ``names`` are the names by the index of their first token."""
    inside = {
        index
        for first, name in names.items()
        for index in range(first, len(tokens))
        if tokens[index].start < name.end and tokens[index].start >= name.start
    }
    found: list[Phrase] = []
    index = 0
    while index < len(tokens):
        size = _head_size(tokens, index, inside)
        if not size:
            index += 1
            continue
        phrase, index = _phrase(tokens, names, inside, index, size)
        if found and phrase.start < found[-1].end:
            continue  # already part of the one before
        found.append(phrase)
    return found


def _head_size(tokens: Sequence[Token], index: int, inside: set[int]) -> int:
    """Return how many tokens from ``index`` on make a noun of the table, the most that do."""
    if tokens[index].text not in _FIRST_WORDS:
        return 0
    for size in range(LONGEST, 0, -1):
        if index + size > len(tokens) or any(i in inside for i in range(index, index + size)):
            continue
        words = " ".join(token.text for token in tokens[index : index + size]).replace(" - ", "-")
        following = tokens[index + size].text if index + size < len(tokens) else ""
        if (words in KINDS or words in PLURAL_KINDS) and not _is_verb(tokens, index, words):
            goes_on = following in KINDS or following in PLURAL_KINDS  # "briefing session"
            if not goes_on or index + size in inside:
                return size
    return 0


def _is_verb(tokens: Sequence[Token], index: int, word: str) -> bool:
    """Say whether "to visit", "did report", "may plan" make a verb of the noun."""
    before = tokens[index - 1].text if index else ""
    modal = before in ("to", "did", "does", "do", "will", "would", "can", "could", "may", "might", "should", "not")
    return modal and word in (
        "visit",
        "report",
        "plan",
        "review",
        "speech",
        "host",
        "guest",
        "address",
        "state",
        "tour",
    )


def _phrase(
    tokens: Sequence[Token], names: Mapping[int, Mention], inside: set[int], index: int, size: int
) -> tuple[Phrase, int]:
    words = " ".join(token.text for token in tokens[index : index + size]).replace(" - ", "-")
    first, article, owner = _left(tokens, names, inside, index)
    last, owners, named = _right(tokens, names, index + size)
    plural = words not in KINDS
    bare = index - first <= (1 if article else 0) and last == index + size
    phrase = Phrase(
        start=tokens[first].start,
        end=tokens[last - 1].end,
        head=words,
        kind=PLURAL_KINDS[words] if plural else KINDS[words],
        plural=plural,
        article=article,
        owner=owner or (owners[0] if owners and tokens[index + size].text == "of" else None),
        named=named,
        tail=tokens[index + size - 1].end,
        first=first,
        owners=owners,
        bare=bare,
    )
    return phrase, max(last, index + size)


def _left(
    tokens: Sequence[Token], names: Mapping[int, Mention], inside: set[int], index: int
) -> tuple[int, str, Mention | None]:
    """Return the first token of the phrase, its article or possessive, and the name that possesses it."""
    ends = {name.end: name for name in names.values()}
    at = index
    for back in range(index - 1, max(index - 1 - _REACH, -1), -1):
        token = tokens[back]
        if back in inside:
            name = ends.get(token.end)
            if name is not None and name.demonym:
                first = next(i for i, other in names.items() if other is name)
                article = tokens[first - 1].text if first and tokens[first - 1].text in DETERMINERS else ""
                return first - bool(article), article, name
            break
        if token.text == "'s" and back and back - 1 in inside:
            name = ends.get(tokens[back - 1].end) or next(
                (n for n in names.values() if n.start <= tokens[back - 1].start < n.end), None
            )
            if name is not None:
                return next(i for i, other in names.items() if other is name), "'s", name
            break
        if token.text in DETERMINERS or token.text in ("one", "no", "both", "two"):
            return back, token.text, None
        if token.text in _CLOSED or not (token.text.isalpha() or token.text == "-") or (token.capital and back):
            break
    return at, "", None


def _right(
    tokens: Sequence[Token], names: Mapping[int, Mention], index: int
) -> tuple[int, tuple[Mention, ...], Mention | None]:
    """Return the end of the phrase, the names tied to it, and the name that it stands with."""
    named = _beside(tokens, names, index)
    owners: list[Mention] = []
    end = index
    while (
        end < len(tokens)
        and tokens[end].text in JOINS_NAME | {"and", ","}
        and (owners or tokens[end].text not in ("and", ","))
    ):
        begin = end + 1
        while (
            begin < len(tokens) and (tokens[begin].text in DETERMINERS or _adjective(tokens, begin)) and begin < end + 4
        ):
            if begin in names:
                break
            begin += 1
        name = names.get(begin)
        if name is None or (tokens[end].text == "," and not _listed(tokens, names, begin)):
            break
        if (
            tokens[end].text in ("in", "on", "at", "about", "against", "for")
            and not owners
            and name.referent.kind != "country"
        ):
            break
        owners.append(name)
        end = next((i for i in range(begin, len(tokens)) if tokens[i].start >= name.end), len(tokens))
        if end < len(tokens) and tokens[end].text == "'s":
            owners.pop()
            break
    return (end if owners else index), tuple(owners), named or (_beside(tokens, names, end) if owners else None)


def _adjective(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].text.isalpha() and not tokens[index].capital and tokens[index].text not in _CLOSED


def _listed(tokens: Sequence[Token], names: Mapping[int, Mention], index: int) -> bool:
    """Say whether a name after a comma goes on a list that "and" closes."""
    name = names[index]
    after = next((i for i in range(index, len(tokens)) if tokens[i].start >= name.end), len(tokens))
    return after < len(tokens) and tokens[after].text == "and" and after + 1 in names


def _beside(tokens: Sequence[Token], names: Mapping[int, Mention], index: int) -> Mention | None:
    """Return the name in apposition: "minister Idrissov", "minister, Idrissov", "pact, known as the EPCA"."""
    at = index
    while at < len(tokens) and tokens[at].text in (",", "the", "(", "known", "called", "as", "named", "or", "-"):
        at += 1
    name = names.get(at)
    if name is None or at - index > 4:
        return None
    joined = [token.text for token in tokens[index:at]]
    if (
        not joined
        or joined in ([","], ["("], [",", "the"])
        or "known" in joined
        or "called" in joined
        or joined == [",", "or", "the"]
    ):
        return name
    return None
