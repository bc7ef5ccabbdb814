"""Text as the reader sees it: letters folded to a plain form, tokens with their place.

Statements arrive with curly quotes, no-break spaces, full-width digits, accents, soft hyphens and
letters of another alphabet that only look Latin. `fold` brings all of it to plain letters and keeps, for
every folded character, its offset in the original (Unicode TR 36 and TR 39 name these confusions).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from kzfacts.language.date_mentions import MONTHS, SEASONS, SHORT_MONTHS

REMEMBERED = 1024
"""How many texts are kept as tokens, and how many as readings: those of a long draft."""
_REMEMBERED_WORDS = 16384

_LOOKALIKES = str.maketrans("АВЕЗКМНОРСТУХаеорсухіјѕԁһӏІЈЅ", "AB" + "E3KMHOPCTYXaeopcyxijsdhlIJS")
_PLAIN = {
    **dict.fromkeys("‘’ʼ`´′ʹ＇", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    "…": ".",
    "⁄": "/",
    "ß": "s",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ı": "i",
    "æ": "e",
    "œ": "e",
}
_TOKEN = re.compile(
    r"""\d+(?:[.,]\d+)*            # 8, 1,500, 2.5, 29.05.2014
      | '\d\d\b(?!')               # a short year: December '14
      | (?:[^\W\d_]\.){2,}         # initials: U.S.
      | [^\W\d_]+(?:'[^\W\d_]+)*  # words, with an apostrophe inside
      | '(?:s|re|ve|ll|d|m|t)\b    # a clitic that stands alone: film 's
      | [%$€£¥&;:,.!?()"/+-]      # marks that mean something here
    """,
    re.VERBOSE,
)


_SLIPS = {
    "teh": "the", "hte": "the", "adn": "and", "fo": "of", "ot": "to", "taht": "that", "wiht": "with", "thier": "their",
    "wich": "which", "ahs": "has", "ahve": "have", "weer": "were", "wsa": "was", "frmo": "from",
}  # fmt: skip
"""Small words with two letters turned round, too short to be told by their spelling alone."""


class Token(NamedTuple):
    """A word, number or mark: ``text`` folded and lower-cased, offsets into the text as given."""

    text: str
    start: int
    end: int
    capital: bool  # began with a capital letter
    shout: bool  # all capitals, two letters or more
    glued: bool  # no space before it


def fold(text: str) -> tuple[str, list[int] | None]:
    """Return ``text`` in plain letters, and the original offset of each of its characters.

    The offsets are None when nothing moved, which is nearly always.
    """
    if text.isascii():
        return text, None
    letters: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        for plain in _plain(char):
            letters.append(plain)
            offsets.append(offset)
    folded = _WORD.sub(_unmix, "".join(letters))
    moved = len(letters) != len(text) or any(o != i for i, o in enumerate(offsets))
    return folded, (offsets if moved else None)


_WORD = re.compile(r"[^\W\d_]+")


def _unmix(match: re.Match[str]) -> str:
    """Turn look-alike letters into Latin ones in a word that also has Latin letters."""
    word = match.group()
    return word.translate(_LOOKALIKES) if not word.isascii() and re.search("[A-Za-z]", word) else word


def _plain(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    if char.isascii():
        return char
    if char.isspace():
        return " "
    if unicodedata.category(char) in ("Mn", "Cf", "Cc"):
        return ""
    decomposed = unicodedata.normalize("NFKD", char)
    if "⁄" in decomposed:  # ½: keep it apart from the digits before it, 2½ is not 21/2
        return " " + decomposed.replace("⁄", "/")
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return kept if kept else char


def tokenize(text: str) -> list[Token]:
    """Split ``text`` into tokens; contractions and possessives come apart (``didn't`` -> did, not)."""
    return list(_tokens(text))


@lru_cache(REMEMBERED)
def _tokens(text: str) -> tuple[Token, ...]:
    folded, offsets = fold(text)
    tokens: list[Token] = []
    previous_end = -1
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        if folded[start] == "'" and folded[start + 1].isdigit() and not _takes_year(tokens):
            start += 1  # a quotation that begins with a number
        glued = start == previous_end
        previous_end = end
        pieces = _cased_pieces(folded[start:end])
        if offsets is None and len(pieces) == 1:
            piece, first, last, capital, shout = pieces[0]
            tokens.append(
                Token(_SLIPS.get(piece, piece), start + first, start + last, capital, shout, glued or first > 0)
            )
            continue
        for piece, first, last, capital, shout in pieces:
            begin, finish = start + first, start + last
            if offsets is not None:
                begin, finish = offsets[begin], offsets[finish - 1] + 1
            tokens.append(Token(_SLIPS.get(piece, piece), begin, finish, capital, shout, glued or first > 0))
    return tuple(tokens)


_BEFORE_SHORT_YEAR = frozenset((*MONTHS, *SHORT_MONTHS, *SEASONS))


def _takes_year(tokens: list[Token]) -> bool:
    """Say whether the last token is a month or season, after which "'14" is a year."""
    last = [token.text for token in tokens[-2:] if token.text != "."]
    return bool(last) and last[-1] in _BEFORE_SHORT_YEAR


_IRREGULAR_NOT = {"can't": "can", "won't": "will", "shan't": "shall", "ain't": "is"}
# "didnt" for "didn't": typed in haste, and no words of their own.
_UNMARKED_NOT = frozenset(
    "isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt wouldnt couldnt shouldnt mustnt cant wont".split()
)
_CLITICS = {"'s", "'re", "'ve", "'ll", "'d", "'m"}


@lru_cache(_REMEMBERED_WORDS)
def _cased_pieces(word: str) -> tuple[tuple[str, int, int, bool, bool], ...]:
    """Return the pieces of a written word, each with whether it begins with a capital and is all in capitals."""
    return tuple(
        (piece, first, last, word[first : first + 1].isupper(), last - first > 1 and word[first:last].isupper())
        for piece, first, last in _pieces(word)
    )


def _pieces(word: str) -> list[tuple[str, int, int]]:
    """Return the tokens of one written word as (text, first, last) with offsets inside the word."""
    lower = word.lower()
    size = len(word)
    if size > 1 and "." in lower and not lower[0].isdigit():
        return [(lower.replace(".", ""), 0, size)]
    if "'" not in lower:
        if lower == "cannot":
            return [("can", 0, 3), ("not", 3, 6)]
        if lower in _UNMARKED_NOT:
            stem = {"wont": "will", "cant": "can"}.get(lower, lower[:-2].removesuffix("n"))
            return [(stem, 0, size - 2), ("not", size - 2, size)]
        return [(lower, 0, size)]
    if lower in ("n't", "'t"):
        return [("not", 0, size)]
    if lower.endswith("n't"):
        stem = _IRREGULAR_NOT.get(lower, lower[:-3])
        return [(stem, 0, size - 3), ("not", size - 3, size)]
    cut = lower.rfind("'")
    if lower[cut:] in _CLITICS and cut > 0:
        return [(lower[:cut], 0, cut), (lower[cut:], cut, size)]
    return [(lower.replace("'", ""), 0, size)] if cut > 0 else [(lower, 0, size)]
