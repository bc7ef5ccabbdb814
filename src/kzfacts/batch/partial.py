"""Where rows go: standard output, or a partial file that an interrupted run can go on with.

Rows for ``FILE`` are written to ``FILE.part``; ``FILE.part.state`` says what of it counts. A state is written after the
rows it speaks of and takes the place of the one before in one step, so that however the run ends, some state and the
rows it speaks of are there. Whoever goes on cuts off what came after them, which is then written anew, the same.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

from kzfacts.batch.tally import Tally
from kzfacts.errors import UsageError

_INTERVAL = 0.2  # seconds between two states
_TO_DISK = 5.0  # seconds between two waits for the disk, against a failure of power
_BUFFER = 1 << 16  # characters
_PIECE = 1 << 20  # bytes


class Setting(msgspec.Struct, frozen=True):
    """What must be the same for a run that goes on; ``inputs`` are paths with digests, empty where there is none."""

    version: str
    inputs: tuple[tuple[str, str], ...]
    facts: str
    as_of: str
    options: dict[str, str]


class State(msgspec.Struct, frozen=True):
    """How far a run is: ``size`` bytes of the partial file count; their digest (BLAKE2b), and counts of their rows."""

    setting: Setting
    size: int
    digest: str
    tally: Tally


_CHANGED = {
    "version": "this is another version of kzfacts than it was begun with",
    "facts": "the fact base has changed since it was begun",
    "inputs": "the input has changed since it was begun",
    "as_of": "--as-of is not what it was begun with",
    "options": "the options are not those it was begun with",
}


class Sink:
    """Takes the text of rows; ``tally`` has the counts of those there already, ``fresh`` says that there is nothing."""

    def __init__(self, stream: BinaryIO, encoding: str = "utf-8", *, live: bool = False) -> None:
        """Take the stream to write to; ``live`` says that somebody watches every row."""
        self.tally = Tally()
        self.fresh = True
        self._stream = stream
        self._encoding = encoding
        self._pending: list[str] = []
        self._length = 0
        self._live = live
        self._last = time.monotonic()

    def write(self, text: str) -> None:
        """Take some text; call `row_done` when the row it belongs to is counted."""
        self._pending.append(text)
        self._length += len(text)

    def row_done(self) -> None:
        """Pass the rows on where there are many or some have waited."""
        if self._live or self._length >= _BUFFER or time.monotonic() - self._last >= _INTERVAL:
            self.flush()

    def flush(self) -> None:
        """Pass everything on."""
        data = "".join(self._pending).encode(self._encoding, "backslashreplace")
        self._pending.clear()
        self._length = 0
        self._put(data)
        self._stream.flush()
        self._last = time.monotonic()

    def _put(self, data: bytes) -> None:
        self._stream.write(data)


class PartialFile(Sink):
    """A sink that writes ``FILE.part`` and says in ``FILE.part.state`` how far it is."""

    def __init__(self, path: Path, stream: BinaryIO, setting: Setting, state: State | None) -> None:
        """Take the opened partial file, positioned where ``state`` ends."""
        super().__init__(stream)
        self._path = path
        self._setting = setting
        self._digest = _digest(stream, state.size) if state else hashlib.blake2b()
        self._size = state.size if state else 0
        self._on_disk = time.monotonic()
        self._noted = 0.0
        if state is not None:
            self.tally = state.tally
            self.fresh = not state.size  # a run may end before its header is there

    def _put(self, data: bytes) -> None:
        super()._put(data)
        self._digest.update(data)
        self._size += len(data)

    def flush(self) -> None:
        """Write everything, then how far that is."""
        super().flush()
        now = time.monotonic()
        if now - self._noted >= _INTERVAL:
            if now - self._on_disk >= _TO_DISK:
                os.fsync(self._stream.fileno())
                self._on_disk = now
            self.note()
            self._noted = now

    def note(self) -> None:
        """Write how far the partial file is."""
        state = State(self._setting, self._size, self.digest, self.tally)
        target = state_path(self._path)
        temporary = target.with_name(target.name + ".new")
        temporary.write_bytes(msgspec.json.encode(state))
        os.replace(temporary, target)

    def end(self) -> None:
        """Write everything that is left, and wait until it is on the disk."""
        super().flush()
        os.fsync(self._stream.fileno())

    @property
    def digest(self) -> str:
        """The digest of what is there, in hexadecimal digits."""
        return self._digest.hexdigest()


def part_path(target: Path) -> Path:
    """Return where the rows for ``target`` are until it is whole."""
    return target.with_name(target.name + ".part")


def state_path(part: Path) -> Path:
    """Return where it says how far a partial file is."""
    return part.with_name(part.name + ".state")


@contextmanager
def partial_file(target: Path, setting: Setting, *, resume: bool | None) -> Iterator[PartialFile]:
    """Open the partial file of ``target``, which gets that name at the end; on any failure it stays, to be resumed.

    ``resume`` goes on with one that is there, False begins anew, None asks the user to choose. Raises UsageError where
    it cannot go on, or where another run is at it.
    """
    part = part_path(target)
    state = _resumed(part, setting) if resume else None
    if resume is None and part.exists():
        raise UsageError(f"{part}: left by a run that did not end; --resume goes on with it, --no-resume begins anew")
    with _opened(part) as stream:
        _lock(stream, part)
        sink = PartialFile(part, stream, setting, state)
        if state is not None and sink.digest != state.digest:
            raise UsageError(f"{part}: cannot go on: it is not as it was left; --no-resume begins anew")
        stream.truncate(state.size if state else 0)
        sink.note()
        yield sink
        sink.end()
    with suppress(OSError):
        os.chmod(part, stat.S_IMODE(target.stat().st_mode))
    os.replace(part, target)
    with suppress(OSError):
        state_path(part).unlink()


def _resumed(part: Path, setting: Setting) -> State | None:
    """Return how far the run that is to go on was, None where there is nothing of it."""
    if not part.exists():
        return None
    try:
        state = msgspec.json.decode(state_path(part).read_bytes(), type=State)
    except (OSError, msgspec.DecodeError):
        raise UsageError(f"{part}: cannot go on: {state_path(part)} cannot be read; --no-resume begins anew") from None
    for field, changed in _CHANGED.items():
        if getattr(state.setting, field) != getattr(setting, field):
            raise UsageError(f"{part}: cannot go on: {changed}; --no-resume begins anew")
    if not all(digest for _, digest in setting.inputs):
        raise UsageError(f"{part}: cannot go on: only files can be read again; --no-resume begins anew")
    if part.stat().st_size < state.size:
        raise UsageError(f"{part}: cannot go on: it is not as it was left; --no-resume begins anew")
    return state


def _opened(part: Path) -> BinaryIO:
    try:
        descriptor = os.open(part, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise UsageError(f"--output: {part} cannot be written: {error.strerror}") from None
    return os.fdopen(descriptor, "r+b")


def _lock(stream: BinaryIO, part: Path) -> None:
    """Keep other runs off, where the system can."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UsageError(f"{part}: another run is writing it; wait for it, or name another file") from None
    except OSError:
        return  # a file system without locks


def _digest(stream: BinaryIO, size: int) -> hashlib.blake2b:
    """Return the digest of the first ``size`` bytes, after which the stream then stands."""
    digest = hashlib.blake2b()
    stream.seek(0)
    while size and (piece := stream.read(min(size, _PIECE))):
        digest.update(piece)
        size -= len(piece)
    return digest
