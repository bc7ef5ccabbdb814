"""Labelled data sets: JSONL rows of a claim and the verdict it ought to get."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import msgspec

from kzfacts.cli.options import read_day
from kzfacts.errors import Problem
from kzfacts.finding import Verdict

_BYTE = re.compile(r"\(byte (\d+)\)")
_day = lru_cache(maxsize=1024)(read_day)


@dataclass(frozen=True)
class Row:
    """One labelled claim; with ``evidence`` it is judged against that text, else against the fact base."""

    place: str  # path:line
    claim: str
    verdict: Verdict
    id: str = ""
    category: str = ""
    as_of: datetime.date | None = None
    evidence: str | None = None


class _Mistake(Exception):
    """A row that cannot be used; ``key`` names the value that is at fault."""

    def __init__(self, message: str, key: str = "", column: int = 1) -> None:
        super().__init__(message)
        self.key = key
        self.column = column


def read_rows(path: str, lines: Iterable[bytes]) -> Iterator[Row | Problem]:
    """Yield each row of a data set, and for a row that cannot be used the problem; empty lines are skipped."""
    for number, line in enumerate(lines, start=1):
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        line = line.rstrip(b"\r\n")
        if not line.strip():
            continue
        try:
            yield _row(f"{path}:{number}", _decoded(line))
        except _Mistake as mistake:
            column = _column(line, mistake.key) if mistake.key else mistake.column
            yield Problem(path, number, column, str(mistake))


def _decoded(line: bytes) -> dict[str, Any]:
    try:
        row = msgspec.json.decode(line)
    except msgspec.DecodeError as error:
        byte = _BYTE.search(str(error))
        before = line[: int(byte[1])] if byte else line
        reason = _BYTE.sub("", str(error)).removeprefix("JSON is malformed: ").strip()
        raise _Mistake(f"not JSON: {reason}", column=len(before.decode(errors="replace")) + 1) from None
    except UnicodeDecodeError:
        text = line.decode(errors="replace")
        raise _Mistake("not UTF-8 text", column=text.find("\ufffd") + 1) from None
    if not isinstance(row, dict):
        raise _Mistake('a row is an object such as {"claim": "...", "verdict": "supported"}')
    return row


def _row(place: str, row: dict[str, Any]) -> Row:
    claim = _text(row, "claim")
    if not claim or not claim.strip():
        raise _Mistake("the claim is empty" if "claim" in row else "the key 'claim' is missing", "claim")
    verdict = _text(row, "verdict")
    if verdict is None:
        raise _Mistake("the key 'verdict' is missing")
    if verdict not in {*Verdict}:
        raise _Mistake(f"{verdict!r} is no verdict; give supported, contradicted or absent", "verdict")
    as_of = _text(row, "as_of")
    try:
        day = _day(as_of) if as_of else None
    except ValueError as error:
        raise _Mistake(f"as_of: {error}", "as_of") from None
    return Row(
        place=place,
        claim=claim,
        verdict=Verdict(verdict),
        id=str(row.get("id") or ""),
        category=_text(row, "category") or "",
        as_of=day,
        evidence=_text(row, "evidence"),
    )


def _text(row: dict[str, Any], key: str) -> str | None:
    """Return the text under ``key``, None where it is missing or null."""
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value
    raise _Mistake(f"{key} is not text but {json.dumps(value)[:40]}", key)


def _column(line: bytes, key: str) -> int:
    """Return the column of the value under ``key``; where it is not found, that of the row."""
    found = re.search(rf'"{key}"\s*:\s*', line.decode(errors="replace"))
    return found.end() + 1 if found else 1
