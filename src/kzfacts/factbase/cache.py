"""Compiled data kept between runs: what is costly to build is built once for each key.

Files live in the user's cache folder, or in that of the environment variable KZFACTS_CACHE_DIR; an empty
value or "off" turns the cache off. A file begins with a checksum over its name and content, is replaced
in one step, and is no more than a copy: whatever cannot be read, is damaged or cannot be written is built
anew, in silence.
"""

from __future__ import annotations

import os
import re
import struct
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from hashlib import sha256  # which processors help with
from itertools import accumulate, pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from kzfacts.factbase.rows import Rows
from kzfacts.version import __version__

T = TypeVar("T")

FOLDER_VARIABLE = "KZFACTS_CACHE_DIR"
KEPT = 8
"""Files kept for each name; the least recently used go."""

_MAGIC = b"kzfacts cache 3\n"
_CHECKSUM_SIZE = 32
_SIZE = struct.Struct("<Q")
_PLAIN_KEY = re.compile("[0-9a-f]{16,64}")
_STALE_SECONDS = 3600  # after which a temporary file was left behind by a crash


def cached(name: str, key: str, type_: type[T], build: Callable[[], T]) -> T:
    """Return what was stored as ``name`` under ``key``, or build and store it.

    ``name`` is a short word for the kind of data, ``key`` anything that changes whenever the result would,
    such as `fingerprint`. What ``build`` raises is passed on, and nothing is stored.
    """
    folder = _folder()
    if folder is None:
        return build()
    path = folder / _file_name(name, key)
    payload = _read(path)
    if payload is not None:
        try:
            return _decode(payload, type_, build)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            pass  # written by other code, under a key that does not tell
    value = build()
    _write(path, *_encode(value))
    _prune(folder, name)
    return value


def _encode(value: object) -> tuple[bytes, list[memoryview]]:
    """Return a value in msgpack, and the areas of its `Rows`, which the msgpack has by their numbers."""
    areas: list[memoryview] = []

    def lay_aside(rows: object) -> object:
        if not isinstance(rows, Rows):
            raise NotImplementedError(f"cannot be stored: {type(rows)}")
        areas.append(rows.area)
        return [len(areas) - 1, rows.ends.tobytes(), rows.sums.tobytes()]

    return msgspec.msgpack.encode(value, enc_hook=lay_aside), areas


def _decode(payload: Payload, type_: type[T], build: Callable[[], T]) -> T:
    """Read a value back; a piece of its rows that turns out damaged has the value built anew."""
    found: list[Rows] = []

    def fetch(kind: type, stored: object) -> object:
        if kind is not Rows or not isinstance(stored, list):
            raise NotImplementedError(f"cannot be read: {kind}")
        number, ends, sums = stored
        found.append(Rows(payload.areas[number], ends, sums))
        return found[-1]

    value = msgspec.msgpack.decode(payload.head, type=type_, dec_hook=fetch)
    for field in getattr(value, "__struct_fields__", ()):
        rows = getattr(value, field)
        if isinstance(rows, Rows):
            rows.repair = partial(_anew, build, field)
    return value


def _anew(build: Callable[[], object], field: str) -> Rows:
    rows = getattr(build(), field)
    assert isinstance(rows, Rows)
    return rows


def fingerprint(paths: Iterable[str | Path]) -> str:
    """A key for what is made from the content of these files by this version of the code.

    Raises OSError when a file cannot be read.
    """
    return fingerprint_of(Path(path).read_bytes() for path in paths)


def fingerprint_of(parts: Iterable[bytes]) -> str:
    """A key for what is made from these pieces of data, in this order, by this version of the code."""
    digest = sha256(_code_state())
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _code_state() -> bytes:
    """The versions in play, and name, size and time of change of every module of the package."""
    package = Path(__file__).resolve().parents[1]
    state = [f"{__version__} {sys.version_info[:2]} {msgspec.__version__}"]
    for parent, folders, names in os.walk(package):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".py"):
                info = os.stat(os.path.join(parent, name))
                state.append(f"{parent}/{name} {info.st_size} {info.st_mtime_ns}")
    return "\n".join(state).encode()


def _folder() -> Path | None:
    """The cache folder, which need not exist; None when there is to be no cache."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen is not None:
        return None if chosen in ("", "off") else Path(chosen)
    try:
        from platformdirs import user_cache_dir

        return Path(user_cache_dir("kzfacts", appauthor=False))
    except (ImportError, OSError, RuntimeError):
        return None


def _file_name(name: str, key: str) -> str:
    """A name safe for any file system; keys that are not plain digits are digested."""
    if not _PLAIN_KEY.fullmatch(key):
        key = sha256(key.encode()).hexdigest()
    return f"{name}-{key}.msgpack"


class Payload(NamedTuple):
    """The content of a cache file: the checked head, and the areas of rows that check themselves."""

    head: memoryview
    areas: list[memoryview]


def _checksum(path: Path, head: bytes | memoryview) -> bytes:
    digest = sha256(path.name.encode() + b"\0")
    digest.update(head)
    return digest.digest()


def _read(path: Path) -> Payload | None:
    """The content of a cache file, None unless it is whole and belongs to that name; mapped, not copied.

    Magic, checksum of the rest of the head, number of areas, sizes of msgpack and areas, msgpack, areas.
    """
    try:
        with open(path, "rb") as file:
            data = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
        start = len(_MAGIC) + _CHECKSUM_SIZE
        (count,) = _SIZE.unpack_from(data, start)
        sizes = [size for (size,) in _SIZE.iter_unpack(data[start + _SIZE.size : start + _SIZE.size * (count + 2)])]
        ends = list(accumulate(sizes, initial=start + _SIZE.size * (count + 2)))
        if data[: len(_MAGIC)] != _MAGIC or len(sizes) != count + 1 or ends[-1] != len(data):
            return None
        if data[len(_MAGIC) : start] != _checksum(path, data[start : ends[1]]):
            return None
    except (OSError, ValueError, struct.error):
        return None
    with suppress(OSError):
        os.utime(path)  # the most recently used are kept
    head, *areas = (data[first:last] for first, last in pairwise(ends))
    return Payload(head, areas)


def _write(path: Path, head: bytes, areas: Sequence[memoryview]) -> None:
    """Put a file in place in one step, so that another process finds all of it or nothing."""
    sizes = b"".join(_SIZE.pack(size) for size in (len(areas), len(head), *map(len, areas)))
    temporary = path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(temporary, "xb") as file:
            file.writelines((_MAGIC, _checksum(path, sizes + head), sizes, head, *areas))
        os.replace(temporary, path)
    except (OSError, ValueError):
        _remove(temporary)


def _prune(folder: Path, name: str) -> None:
    """Remove the least recently used files of this name, and temporary ones that a crash left behind."""
    own = re.compile(re.escape(name) + r"-[0-9a-f]{16,64}\.msgpack(?P<left>\..*\.tmp)?")
    whole: list[tuple[float, Path]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                match = own.fullmatch(entry.name)
                if not match:
                    continue
                changed = entry.stat().st_mtime
                if not match["left"]:
                    whole.append((changed, Path(entry.path)))
                elif changed < time.time() - _STALE_SECONDS:
                    _remove(Path(entry.path))
    except (OSError, ValueError):
        return
    for _, path in sorted(whole, reverse=True)[KEPT:]:
        _remove(path)


def _remove(path: Path) -> None:
    with suppress(OSError, ValueError):
        path.unlink(missing_ok=True)
