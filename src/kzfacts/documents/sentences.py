"""Where the sentences of a block begin and end.

A full stop, question or exclamation mark ends a sentence where white space and a capital, a digit or an opening
quote follow, unless the stop belongs to an abbreviation ("Mr. Idrissov", "Dec. 26", "K. Tokayev", "U.S. officials").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_STOP = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>(?:[\"'’”»)\]]|\[\d{1,3}\])*+)\s++(?=(?P<open>[\"'‘“«(\[]*+)(?P<next>\S))"
    r"|(?P<wide>[。！？]++[”」』）]*)"
)
_TITLES = frozenset(
    "mr mrs ms mx dr prof gen col lt maj capt cmdr sgt adm sen rep gov st hon rev fr amb pres messrs mme mlle "
    "h.e vs v cf e.g i.e viz approx ca c incl esp ph.d univ dept min".split()
)
"""Abbreviations that do not end a sentence whatever follows."""

_BEFORE_NUMBERS = frozenset(
    "no nos vol pp p art arts fig figs sec sect para paras ch chap res doc "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""Abbreviations that do not end a sentence where a number follows."""

_EITHER = frozenset("inc ltd corp co bros jr sr etc al est a.m p.m a.d b.c dec jan feb aug sept oct nov".split())
"""Abbreviations that may end a sentence: it ends where the next word is one that often begins one."""

_BEGINNERS = frozenset(
    "The A An This That These Those It Its He She They We You I His Her Their Our My There Here "
    "In On At By For From With After Before Since Until During Under Over Between Among Despite Of To As If When While "
    "Where Who What Why How Which But And Or Yet So Then Now Thus Also Both Each Every All Some Many Most Few No Not "
    "Nobody None Nothing One Two Three Four Five Six Seven Eight Nine Ten Last Next Later Earlier Meanwhile However "
    "Moreover Today Yesterday Tomorrow Officials Experts Analysts Asked According Only Even Once Nor Neither Although "
    "Though Because".split()
)
_WORD_BEFORE = re.compile(r"[^\s\"'’“‘«(\[/—–]+$")
_NAME_THEN_SAYING = re.compile(
    r"(?:[A-Z][\w'’.-]*\s+){1,4}(?:said|says|asked|asks|wondered|added|replied|cried|exclaimed|wrote|told)\b"
)
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_NUMBERING = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})$")
_CLOCK_HALVES = frozenset({"a.m", "p.m"})
_CLOCK = re.compile(r"[A-Z][\w-]*(?:\s[A-Z][\w-]*)?\s+(?:time|local)\b")

_LOOKED_BACK = 40
"""How many characters before a full stop tell whether a sentence ends there."""


def cut(text: str) -> list[tuple[int, int]]:
    """Return the start and end (exclusive) of each sentence of ``text``, a block with single spaces."""
    spans = []
    start = 0
    for end, following in _ends(text):
        if text[start:end].strip():
            spans.append((start, end))
            start = following
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Yield the end of each sentence but the last, and where the next begins."""
    begun = 0
    for match in _STOP.finditer(text):
        if match["wide"]:
            yield match.end(), match.end() + (text[match.end() : match.end() + 1] == " ")
            begun = match.end()
        elif _ends_sentence(text, match, begun):
            yield match.end("close"), match.end()
            begun = match.end()


def _ends_sentence(text: str, match: re.Match[str], begun: int) -> bool:
    stop, following = match["stop"], match["next"]
    if following.islower() or not (following.isalnum() or match["open"] or following in "$€£₸#@"):
        return False
    if not any(character.isalnum() for character in text[max(begun, match.start() - _LOOKED_BACK) : match.start()]):
        return False
    if stop != ".":
        return not (match["close"] and _NAME_THEN_SAYING.match(text, match.end()))
    before = _WORD_BEFORE.search(text, max(begun, match.start() - _LOOKED_BACK), match.start())
    word = before.group() if before else ""
    if before and before.start() == begun and begun == 0 and _NUMBERING.match(word):
        return False
    if word.lower() in _CLOCK_HALVES and text.count(" ", begun, match.start()) < 3:
        return False
    return (match["close"] != "" and not _is_abbreviation(word)) or _word_ends(text, word, match)


def _is_abbreviation(word: str) -> bool:
    low = word.lower()
    return low in _TITLES or low in _BEFORE_NUMBERS or low in _EITHER or _is_initials(word)


def _is_initials(word: str) -> bool:
    """Say whether ``word``, without its last stop, is initials: "K", "U.S"."""
    return (len(word) == 1 and word.isupper()) or _INITIALS.fullmatch(word) is not None


def _word_ends(text: str, word: str, match: re.Match[str]) -> bool:
    """Say whether the stop after ``word`` ends the sentence, though the word may be an abbreviation."""
    low = word.lower()
    if low in _TITLES:
        return False
    if low in _BEFORE_NUMBERS and match["next"].isdigit():
        return False
    if low in _CLOCK_HALVES:
        return not _CLOCK.match(text, match.end())
    if low in _EITHER or _is_initials(word):
        upcoming = re.compile(r"[\w’']+").match(text, match.end() + len(match["open"]))
        return bool(upcoming) and upcoming.group() in _BEGINNERS  # type: ignore[union-attr]
    return True
