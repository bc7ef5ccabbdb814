"""How far each directive of a draft reaches: the sentences that it is about, for each of its targets."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kzfacts.documents.model import Document, Sentence
from kzfacts.linting.directives import ALL, Directive

Place = tuple[int, int]


class Scope(msgspec.Struct, frozen=True):
    """One target of one directive, and the numbers of the sentences in the document that it reaches."""

    directive: Directive
    target: str
    sentences: frozenset[int]


def scopes(document: Document, directives: Sequence[Directive]) -> tuple[tuple[Scope, ...], tuple[Directive, ...]]:
    """Return the scopes of all directives in the order of their places, and each ``on`` that turns nothing on."""
    found: list[Scope] = []
    idle: list[Directive] = []
    open_: dict[str, Directive] = {}
    sentences = document.sentences
    for directive in sorted(directives, key=lambda each: each.region):
        if directive.verb == "off":
            open_.update({target: directive for target in directive.targets if target not in open_})
        elif directive.verb == "on":
            closed = [target for target in open_ if ALL in directive.targets or target in directive.targets]
            found += [_between(open_.pop(target), target, directive, sentences) for target in closed]
            idle += [] if closed else [directive]
        else:
            numbers = _reached(directive, sentences)
            found += [Scope(directive, target, numbers) for target in directive.targets]
    found += [_between(directive, target, None, sentences) for target, directive in open_.items()]
    return tuple(sorted(found, key=lambda scope: scope.directive.region)), tuple(idle)


def _between(off: Directive, target: str, on: Directive | None, sentences: Sequence[Sentence]) -> Scope:
    first = _end(off)
    last = (on.region.line, on.region.column) if on is not None else None
    numbers = (
        number
        for number, sentence in enumerate(sentences)
        if first <= _start(sentence) and (last is None or _start(sentence) < last)
    )
    return Scope(off, target, frozenset(numbers))


def _reached(directive: Directive, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the sentences that an ``ignore-`` directive reaches.

    ``ignore-next`` at the beginning of a paragraph, list item or table row reaches all of it; within one, the next
    sentence.
    """
    if directive.verb == "ignore-file":
        return frozenset(range(len(sentences)))
    if directive.verb == "ignore-line":
        first, last = directive.region.line, directive.region.end_line
        return frozenset(
            number
            for number, sentence in enumerate(sentences)
            if sentence.region.line <= last and sentence.region.end_line >= first
        )
    end = _end(directive)
    following = [number for number, sentence in enumerate(sentences) if _start(sentence) >= end]
    if not following:
        return frozenset()
    block = sentences[following[0]].block.number
    within = any(sentence.block.number == block and _start(sentence) < end for sentence in sentences)
    return frozenset(
        following[:1] if within else (number for number in following if sentences[number].block.number == block)
    )


def _start(sentence: Sentence) -> Place:
    return sentence.region.line, sentence.region.column


def _end(directive: Directive) -> Place:
    return directive.region.end_line, directive.region.end_column
