"""List items and table rows written out as statements, with what their lead-in, header and caption tell."""

from __future__ import annotations

import re

from kzfacts.documents.model import Block
from kzfacts.linting.context.rewriting import Origins

_LABEL = re.compile(r"^(?:table|figure|fig\.|tab\.) \d+[.:]?\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:\d+|[IVX]+)\.\s*")
_UNIT = re.compile(r",? (?:in|\(in) ((?:(?:billions|millions|thousands) of )?[\w ]+?)\)?$")
_BY = re.compile(r",? (?:by (?:partner|country|neighbour|neighbor|state|year)|item by item|one by one)$")
_THEIRS = re.compile(r"\b(?:its neighbou?rs|its partners|other countries|other states)\b")
_EVENTS = re.compile(r"^(?:events|activities|activity|output|work|figures|count|number) of ", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NUMBER = re.compile(
    r"^(?:about|around|roughly|over|more than|nearly|some|almost|under|at least|up to)?\s*[\d][\d., ]*$", re.I
)
_BEGINS_WITH_NUMBER = re.compile(r"^(?:about |around |roughly |over |more than |nearly |some |almost )*\d", re.I)
_WHOSE = re.compile(r"\b(?:whose|source|according|figures by|by whom)\b", re.IGNORECASE)
_PLAIN_HEAD = re.compile(
    r"^(?:held|number|count|total|amount|figure|figures|value|how many|members?|quantity|in \d{4}|\d{4})$",
    re.IGNORECASE,
)
_OWN_NAME = re.compile(r"[a-z,] (?:of |by |the |in )*[A-Z]\w+")
_SCALES = {"billions of": "billion", "millions of": "million", "thousands of": "thousand"}
_SHORT = {"km": "kilometres", "kilometers": "kilometres", "us dollars": "US dollars"}

_NOTHING = frozenset(("n/a", "-", "–", "—", "...", "…", "n.a.", "none"))
"""What a cell has where there is no value."""
_MEASURES = {"trade": "with", "turnover": "with", "exports": "to", "imports": "from", "investment": "with"}
"""Nouns of captions with the word that ties a partner to them."""
_SHARES = re.compile(r"shares? ((?:in|of) .+)", re.IGNORECASE)
_PER_CENT = re.compile(r"per ?cent|percentage|%|share, %", re.IGNORECASE)
_PARTNER = re.compile(r"^(?:trading )?(?:partner|country|state|neighbou?r)(?: country)?$", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))", re.I)

Piece = tuple[str, int | None]
"""Text and where it begins in the sentence, None for text that context adds."""


def joined(pieces: list[Piece]) -> tuple[str, Origins]:
    """Return the text of pieces one after the other, and the offset of each character in the sentence or None."""
    text, origins = "", list[int | None]()
    for piece, start in pieces:
        text += piece
        origins += [None] * len(piece) if start is None else list(range(start, start + len(piece)))
    return text, tuple(origins)


def cleaned(title: str) -> str:
    """Return a caption or lead-in without its number, unit, closing colon or "by partner"."""
    title = _NUMBERED.sub("", _LABEL.sub("", title)).strip().rstrip(":.").strip()
    return _BY.sub("", _UNIT.sub("", title) if unit_of(title) else title).strip().rstrip(",")


def unit_of(title: str) -> str:
    """Return the unit that a caption or column header names: "billion US dollars" for ", in billions of US dollars"."""
    match = _UNIT.search(_LABEL.sub("", title).rstrip(":."))
    if match is None or re.match(r"\d|the|[A-Z](?!S\b)", match[1]):
        return ""
    unit = match[1]
    for written, scale in _SCALES.items():
        unit = unit.replace(written, scale)
    known = any(
        word in unit for word in ("kilomet", "dollar", "tonne", "euro", "tenge", "per cent", "km", "billion", "million")
    )
    return _SHORT.get(unit, unit) if known else ""


def write_row(block: Block, subject: str) -> list[Piece]:
    """Return a row as a statement about ``subject``, what its caption or heading speaks of, empty where unknown."""
    cells = _placed(block.cells)
    header = block.header or ("",) * len(cells)
    label, at = cells[0]
    values = [(cell, start, head) for (cell, start), head in zip(cells[1:], header[1:], strict=False) if cell]
    values = [value for value in values if value[0] not in _NOTHING]
    told = [(cell, start) for cell, start, head in values if _WHOSE.search(head)]
    values = [value for value in values if not _WHOSE.search(value[2])]
    pieces: list[Piece] = []
    years = [value for value in values if _YEAR.fullmatch(value[0]) and value[2].lower() == "year"]
    numbers = [value for value in values if value not in years]
    joint = next((word for noun, word in _MEASURES.items() if re.search(rf"\b{noun}\b", subject, re.I)), "")
    if joint and _PARTNER.match(header[0]) and len(years) == len(numbers) == 1 and _NUMBER.match(numbers[0][0]):
        pieces = _with_partner((label, at), years[0], numbers[0], f"{subject} {joint} ", block)
    elif _ORDINAL.fullmatch(label) and header[0] and values:
        pieces = _one_of_a_series((label, at), header[0], values)
    elif len(values) == 1 and _BEGINS_WITH_NUMBER.match(values[0][0]):
        pieces = _one_value((label, at), values[0], header[0], block, subject)
    else:
        lead = header[0] if any(letter.isupper() for letter in header[0][1:]) else subject
        pieces = [(f"{lead}, " if lead else "", None), (label, at)]
        for place, (cell, start, head) in enumerate(values):
            joint = f", {head}: " if len(values) > 1 and head else ": " if not place else ", "
            pieces += [(joint, None), (cell, start)]
    for cell, start in told:
        pieces += [(", according to ", None), (cell, start)]
    return pieces


def _with_partner(
    label: Piece, year: tuple[str, int, str], value: tuple[str, int, str], lead: str, block: Block
) -> list[Piece]:
    """Return "trade with Italy in 2012: 16.4 billion US dollars" for a row of partner, year and value."""
    unit = unit_of(value[2]) or unit_of(block.caption)
    end = f" {unit}" if unit else ""
    return [(lead, None), label, (" in ", None), year[:2], (": ", None), value[:2], (end, None)]


def _one_of_a_series(label: Piece, head: str, values: list[tuple[str, int, str]]) -> list[Piece]:
    """Return "Third congress, held in July 2009, 77 delegations" for a row that an ordinal begins."""
    pieces: list[Piece] = [label, (f" {head}", None)]
    for cell, start, column in values:
        name = column[:1].lower() + column[1:]
        if re.fullmatch(r"\w+s", column) and _NUMBER.match(cell):
            pieces += [(", ", None), (cell, start), (f" {name}", None)]
        else:
            pieces += [(f", {name} " if column.endswith((" in", " on", " at")) else f", {name}: ", None), (cell, start)]
    return pieces


def _one_value(label: Piece, value: tuple[str, int, str], head: str, block: Block, subject: str) -> list[Piece]:
    cell, start, column = value
    unit = unit_of(column) or unit_of(block.caption) or unit_of(block.lead_in)
    number: list[Piece] = [(cell, start), (f" {unit}" if unit and _NUMBER.match(cell) else "", None)]
    if re.search(r" (?:and|with|between|of|to|for|from)$", head):
        measure = re.sub(r" in [\w ]+$", "", column)
        return [(f"{measure} of the {head[:1].lower()}{head[1:]} ", None), label, (": ", None), *number]
    shares = _SHARES.match(subject)
    if shares and (unit or "%" in cell or _PER_CENT.fullmatch(column)):
        percent = "" if unit or "%" in cell else " per cent"
        return [label, (f"'s share {shares[1]} was ", None), *number, (percent, None)]
    if _YEAR.fullmatch(label[0]) and subject:
        return [(f"{subject} in ", None), label, (" was ", None), *number]
    if _THEIRS.search(subject):
        before, after = _THEIRS.split(subject, maxsplit=1)
        return [(before, None), label, (f"{after}: ", None), *number]
    counted = _NUMBER.match(cell) and not unit and (_PLAIN_HEAD.match(column) or not column)
    if counted and not _YEAR.fullmatch(label[0]):
        year = _YEAR.search(column)
        told = f" in {year[0]}" if year and year[0] not in label[0] + subject else ""
        own = _OWN_NAME.search(label[0])
        return [(f"{subject}: " if subject and not own else "", None), *number, (" ", None), label, (told, None)]
    if any(letter.isupper() for letter in head[1:]) and not block.caption.startswith(head):
        return [(f"{head}: ", None), label, (" ", None), *number]
    return [(f"{subject}: " if subject else "", None), label, (": ", None), *number]


def _placed(cells: tuple[str, ...]) -> list[tuple[str, int]]:
    placed, start = [], 0
    for cell in cells:
        placed.append((cell, start))
        start += len(cell) + len(" | ")
    return placed


def write_item(text: str, lead_in: str, subject: str) -> list[Piece]:
    """Return a list item without a verb as a statement, led in by its lead-in or by ``subject``."""
    lead = cleaned(lead_in)
    if re.search(r"\b(?:to|with|of|for|had|has|was|were|are|is|held|saw|made|came|included?s?)$", lead):
        return [(lead + " ", None), (text, 0)]
    label, colon, rest = text.partition(": ")
    if colon and _BEGINS_WITH_NUMBER.match(rest) and lead:
        by = " with " if _BY.search(lead_in.rstrip(":")) else ", "
        return [(lead + by, None), (label, 0), (" was ", None), (rest, len(label) + 2)]
    year = _YEAR.search(lead)
    if subject:
        return [
            (f"{subject}: ", None),
            (text, 0),
            (f" in {year[0]}" if year and year[0] not in text + subject else "", None),
        ]
    return [(f"{lead}: " if lead else "", None), (text, 0)]


def subject_of(title: str) -> str:
    """Return what a caption speaks of: "the ministry in 2014" for "Events of the ministry in 2014"."""
    return _EVENTS.sub("", cleaned(title))
