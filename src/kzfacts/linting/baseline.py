"""A baseline: what was found before and does not count, in a JSON file to keep beside the drafts.

An entry is a sentence and the fact against it (none where the record was silent), not a line: it survives edits
around it. It is first looked for in the file it was found in, then in any other, so that it survives a new name; but
it stands for as many sentences as were found then, and not for further copies.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path, PurePath

import msgspec

from kzfacts.errors import KzfactsError, UsageError
from kzfacts.linting.directives import ABSENT
from kzfacts.linting.results import CheckedFile, Problem, Result, Suppression
from kzfacts.linting.suppression import target_of
from kzfacts.replacing import replacing

VERSION = 1
Key = tuple[str, str, str]
"""Path, fact and normalised sentence of a result or an entry."""
At = tuple[int, int]
"""The numbers of a file and of a result in it."""
_PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\u00ad": ""})


class Entry(msgspec.Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """What was found: ``path`` from the baseline's own folder, ``fact`` empty where the record was silent."""

    path: str
    fact: str
    sentence: str
    count: int = 1


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    version: int
    entries: tuple[Entry, ...]


def normalised(sentence: str) -> str:
    """Return a sentence as it is compared: composed letters, straight quotation marks, single spaces."""
    return " ".join(unicodedata.normalize("NFC", sentence).translate(_PLAIN).split())


def read_baseline(path: str, named_by: str = "--baseline") -> tuple[Entry, ...]:
    """Return the entries of a baseline file; raises UsageError for a file that is none.

    ``named_by`` is what names the file, for messages.
    """
    try:
        baseline = msgspec.json.decode(Path(path).read_bytes(), type=Baseline)
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        hint = f"--write-baseline {path} makes one" if missing else "name a file that --write-baseline has made"
        raise UsageError(f"{named_by}: {path} cannot be read: {error.strerror}; {hint}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}:1:1: no baseline: {error}; --write-baseline makes one") from None
    if baseline.version != VERSION:
        raise UsageError(f"{path}:1:1: a baseline of version {baseline.version}; this kzfacts reads version {VERSION}")
    return baseline.entries


def apply(
    files: Sequence[CheckedFile], entries: Iterable[Entry], path: str, *, complete: bool = True
) -> tuple[tuple[CheckedFile, ...], tuple[Problem, ...]]:
    """Return the files with what the baseline at ``path`` names suppressed, and a warning for each stale entry.

    An entry is stale where its file was looked at, or is gone, and the sentence is not found any more; not where only
    some sentences were looked at (``complete`` is False).
    """
    left = Counter[Key]()
    for entry in entries:
        left[entry.path, entry.fact, entry.sentence] += entry.count
    keys = {
        (number, position): key
        for number, file in enumerate(files)
        for position, result in enumerate(file.results)
        if (key := _key(result, file, path)) is not None
    }
    taken = _take(keys, left, lambda key: [key])
    elsewhere: dict[tuple[str, str], list[Key]] = {}
    for entry_key in sorted(left):
        elsewhere.setdefault(entry_key[1:], []).append(entry_key)
    remaining = {at: key for at, key in keys.items() if at not in taken}
    taken |= _take(remaining, left, lambda key: elsewhere.get(key[1:], []))
    suppression = Suppression("external", f"in the baseline {path}")
    marked = tuple(
        _marked(file, {position for at, position in taken if at == number}, suppression)
        for number, file in enumerate(files)
    )
    return marked, tuple(_stale(left, files, path)) if complete else ()


def _take(keys: Mapping[At, Key], left: Counter[Key], entries_for: Callable[[Key], Iterable[Key]]) -> set[At]:
    """Return the results for which an entry is left, each of which is used up once."""
    taken = set()
    for at, key in keys.items():
        entry = next((each for each in entries_for(key) if left[each] > 0), None)
        if entry is not None:
            left[entry] -= 1
            taken.add(at)
    return taken


def _marked(file: CheckedFile, positions: set[int], suppression: Suppression) -> CheckedFile:
    if not positions:
        return file
    results = tuple(
        msgspec.structs.replace(result, suppression=suppression) if position in positions else result
        for position, result in enumerate(file.results)
    )
    return msgspec.structs.replace(file, results=results)


def _key(result: Result, file: CheckedFile, baseline: str) -> Key | None:
    """Return the path, fact and sentence of a result; None for one that no baseline need hold."""
    target = target_of(result)
    if target is None or result.suppression is not None:
        return None
    fact = "" if target == ABSENT else target
    return _from(baseline, file.document.path), fact, normalised(result.sentence.text)


def _from(baseline: str, path: str) -> str:
    """Return ``path`` from the folder of the baseline, with forward slashes."""
    return PurePath(os.path.relpath(path, os.path.dirname(baseline) or ".")).as_posix()


def _stale(left: Counter[Key], files: Sequence[CheckedFile], path: str) -> list[Problem]:
    checked = {_from(path, file.document.path) for file in files}
    folder = os.path.dirname(path) or "."
    return [
        Problem(
            path, 1, 1, f"{place}: {_cut(sentence)!r} is not found any more; --write-baseline forgets it", "warning"
        )
        for (place, _, sentence), count in sorted(left.items())
        if count > 0 and (place in checked or not os.path.exists(os.path.join(folder, place)))
    ]


def _cut(sentence: str, length: int = 60) -> str:
    return sentence if len(sentence) <= length else sentence[: length - 1] + "…"


def write_baseline(files: Sequence[CheckedFile], path: str, *, absent: bool, kept: Collection[Entry] = ()) -> int:
    """Write what is contradicted in ``files``, and with ``absent`` also what is absent; return how many sentences.

    Of the entries in ``kept`` those of other files that are still there stay. Raises KzfactsError where the file
    cannot be written.
    """
    counts = Counter(
        key
        for file in files
        for result in file.results
        if (key := _key(result, file, path)) is not None and (key[1] or absent)
    )
    checked = {_from(path, file.document.path) for file in files}
    folder = os.path.dirname(path) or "."
    others = [e for e in kept if e.path not in checked and os.path.exists(os.path.join(folder, e.path))]
    entries = sorted([*(Entry(*key, count) for key, count in counts.items()), *others])
    data = msgspec.json.format(msgspec.json.encode(Baseline(VERSION, tuple(entries))), indent=2) + b"\n"
    try:
        with replacing(Path(path).resolve()) as stream:
            stream.write(data)
    except OSError as error:
        raise KzfactsError(f"--write-baseline: {path} cannot be written: {error.strerror}") from None
    return counts.total()
