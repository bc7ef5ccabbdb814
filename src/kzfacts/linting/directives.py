"""What a draft says to the tool: remarks in comments, and the mapping ``kzfacts`` in its front matter.

A remark is ``kzfacts-VERB TARGET... [until:DATE] -- REASON``. A target is the id of a fact, ``absent`` for sentences
that the record is silent on, or ``all``. In front matter::

    kzfacts:
      as-of: 2015-01-30
      ignore:
        - {fact: some-fact, reason: under discussion with the ministry, until: 2015-03-01}
      off: false
"""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

import msgspec

from kzfacts.documents.model import Document, Region, Remark
from kzfacts.factbase.schema import did_you_mean
from kzfacts.linting.days import read_day
from kzfacts.linting.results import Problem
from kzfacts.linting.verbs import BARE, NEEDS_REASON, Verb

ABSENT, ALL = "absent", "all"
_REMARK = re.compile(r"(?P<verb>\S+)(?P<targets>.*?)(?:(?:^|\s+)--(?:\s+(?P<reason>.*))?)?$", re.DOTALL)
_VERBS = {f"kzfacts-{verb}": verb for verb in get_args(Verb)}


class Directive(msgspec.Struct, frozen=True):
    """One order to suppress: how far it reaches, what it is about, and why.

    ``targets`` are fact ids, `ABSENT` or `ALL`; ``until`` the last day on which it acts, None for always.
    """

    verb: Verb
    targets: tuple[str, ...]
    reason: str
    until: date | None
    region: Region


class Orders(msgspec.Struct, frozen=True):
    """All that a draft orders: directives by place, the day it sets, and whether it is to be left alone."""

    directives: tuple[Directive, ...] = ()
    problems: tuple[Problem, ...] = ()
    as_of: date | None = None
    off: bool = False


def read_orders(document: Document) -> Orders:
    """Return what a draft orders; what cannot be understood is a problem and does not act."""
    reading = _Reading(document)
    for remark in document.remarks:
        reading.remark(remark)
    reading.front_matter()
    return Orders(tuple(reading.directives), tuple(reading.problems), reading.as_of, reading.off)


class _Mistake(Exception):
    """What is wrong with an order, in words for the writer."""


class _Reading:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.directives: list[Directive] = []
        self.problems: list[Problem] = []
        self.as_of: date | None = None
        self.off = False

    def remark(self, remark: Remark) -> None:
        """Read a remark in a comment."""
        if remark.fault:
            self._tell(remark.region, remark.fault)
            return
        try:
            self.directives.append(_directive(remark))
        except _Mistake as mistake:
            self._tell(remark.region, str(mistake))

    def front_matter(self) -> None:
        """Read the settings in the front matter."""
        for key, value in self.document.settings.items():
            try:
                match key:
                    case "as-of":
                        self.as_of = _day(value, "as-of")
                    case "off":
                        self.off = _switch(value)
                    case "ignore":
                        self._ignore(value)
                    case _:
                        known = ("as-of", "ignore", "off")
                        raise _Mistake(f"unknown key {key!r}{did_you_mean(key, known)}; there are {', '.join(known)}")
            except _Mistake as mistake:
                self._tell(self._place(key), f"front matter, kzfacts: {mistake}")

    def _ignore(self, value: object) -> None:
        if not isinstance(value, list):
            raise _Mistake("ignore: expected a list of {fact: ID, reason: ...}")
        for entry in value:
            named = entry.get("fact") if isinstance(entry, dict) else entry
            region = self._place(str(named), after="ignore")
            try:
                self.directives.append(_entry(entry, region))
            except _Mistake as mistake:
                self._tell(region, f"front matter, kzfacts: ignore: {mistake}")

    def _place(self, word: str, after: str = "") -> Region:
        """Return where the front matter has ``word``, by a search for it; the first line where it is not found."""
        start = 0
        for part in ("kzfacts", after, word):
            found = re.compile(rf"(?<![\w-]){re.escape(part)}(?![\w-])").search(self.document.source, start)
            if found is None:
                return Region(1, 1, 1, 2)
            start = found.start()
        line = self.document.source.count("\n", 0, start) + 1
        column = start - self.document.source.rfind("\n", 0, start)
        return Region(line, column, line, column + len(word))

    def _tell(self, region: Region, message: str) -> None:
        self.problems.append(Problem(self.document.path, region.line, region.column, message))


def _directive(remark: Remark) -> Directive:
    found = _REMARK.fullmatch(" ".join(remark.text.split()))
    word = found["verb"] if found else ""
    verb = _VERBS.get(word)
    if found is None or verb is None:
        raise _Mistake(f"unknown remark {word!r}{did_you_mean(word, _VERBS)}; there are {', '.join(_VERBS)}")
    targets, until = [], None
    for target in found["targets"].replace(",", " ").split():
        if target.startswith("until:"):
            until = _day(target.removeprefix("until:"), "until")
        else:
            targets.append(target.removeprefix("fact:"))
    reason = (found["reason"] or "").strip()
    if not targets and verb in BARE:
        targets = [ALL]
    if not targets:
        raise _Mistake(f"{word} names no fact; write {word} FACT-ID -- REASON (or absent, or all, for FACT-ID)")
    if not reason and verb in NEEDS_REASON:
        raise _Mistake(f"{word} has no reason and does not act; write {word} {' '.join(targets)} -- REASON")
    return Directive(verb, tuple(targets), reason, until, remark.region)


def _entry(entry: object, region: Region) -> Directive:
    """Return the directive that an entry of ``ignore`` gives, for the whole file."""
    if isinstance(entry, str):
        raise _Mistake(f"{entry!r} has no reason and does not act; write {{fact: {entry}, reason: ...}}")
    if not isinstance(entry, dict):
        raise _Mistake("expected {fact: ID, reason: ...}")
    known = ("fact", "reason", "until")
    for key in map(str, entry):
        if key not in known:
            raise _Mistake(f"unknown key {key!r}{did_you_mean(key, known)}; there are {', '.join(known)}")
    named = entry.get("fact")
    given = named if isinstance(named, list) else [named]
    targets = tuple(target for target in given if isinstance(target, str) and target)
    if not targets or len(targets) < len(given):
        raise _Mistake("fact: expected the id of a fact, absent or all")
    reason = entry.get("reason")
    if not isinstance(reason, str) or not reason.strip():
        raise _Mistake(f"{', '.join(targets)} has no reason and does not act; add reason: ...")
    until = _day(entry["until"], "until") if "until" in entry else None
    return Directive("ignore-file", targets, " ".join(reason.split()), until, region)


def _day(value: object, key: str) -> date:
    try:
        return read_day(value)
    except ValueError as error:
        raise _Mistake(f"{key}: {error}") from None


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Mistake("off: expected true or false")
    return value
