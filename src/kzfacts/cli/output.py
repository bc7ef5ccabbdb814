"""Where results go: standard output or a file, and what can be shown there."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO

from kzfacts.errors import UsageError
from kzfacts.replacing import replacing


@dataclass(frozen=True)
class Output:
    """A stream for results, with what a renderer must know of it.

    ``width`` is that of the terminal in cells, None where lines may be of any length; ``hyperlinks`` says
    whether OSC 8 links are understood; ``live`` that someone may be waiting for each result.
    """

    stream: BinaryIO
    encoding: str = "utf-8"
    colour: bool = False
    width: int | None = None
    hyperlinks: bool = False
    live: bool = False

    def write(self, piece: str | bytes) -> None:
        """Write one piece; characters the encoding lacks are written as escapes."""
        if not piece:
            return
        data = piece.encode(self.encoding, "backslashreplace") if isinstance(piece, str) else piece
        self.stream.write(data)
        if self.live:
            self.stream.flush()


@contextmanager
def open_output(
    path: str | None, *, no_color: bool = False, option: str = "--output", read: Iterable[str] = ()
) -> Iterator[Output]:
    """Open ``path``, which ``option`` names, or standard output for None and ``-``.

    A file appears under its name only when everything is written; on any failure what was there stays. Nothing is
    written over what the command reads: files and folders of ``read``, and the shipped facts.
    """
    keep_apart(path, read, option)
    if path is None or path == "-":
        yield (output := _standard_output(no_color))
        output.stream.flush()
    elif os.path.isdir(path):
        raise UsageError(f"{option}: {path} is a folder; name a file")
    else:
        with ExitStack() as stack:
            try:
                stream = stack.enter_context(_device(path) or replacing(Path(path).resolve()))
            except OSError as error:
                raise UsageError(f"{option}: {path} cannot be written: {error.strerror}; name another file") from None
            yield Output(stream)


def keep_apart(path: str | None, read: Iterable[str], option: str = "--output") -> None:
    """Refuse to write at ``path``, which ``option`` names, over a file that is read or in a folder of facts.

    Raises UsageError.
    """
    if path is None or path == "-" or not os.path.isfile(path):
        return
    others = [other for other in read if os.path.exists(other)]
    if any(os.path.samefile(path, other) for other in others) or _is_fact_file(path, others):
        raise UsageError(f"{option}: {path} is read; name another file")


def _is_fact_file(path: str, folders: Iterable[str]) -> bool:
    """Say whether a YAML file lies in one of the folders of facts that are read, or in the shipped one."""
    if not path.endswith((".yaml", ".yml")):
        return False
    from kzfacts.factbase.loading import shipped_folder

    place = Path(path).resolve()
    return any(place.is_relative_to(Path(folder).resolve()) for folder in (*folders, str(shipped_folder())))


def _device(path: str) -> BinaryIO | None:
    """Open what is there and no file, such as /dev/null; None where there is nothing of the kind."""
    return open(path, "wb") if os.path.exists(path) and not os.path.isfile(path) else None


def _standard_output(no_color: bool) -> Output:
    if sys.stdout is None:
        raise UsageError("standard output is closed; give --output PATH")
    terminal = is_terminal(sys.stdout)
    colour = wants_colour(terminal, no_color=no_color)
    return Output(
        stream=sys.stdout.buffer,
        encoding=sys.stdout.encoding or "utf-8",
        colour=colour,
        width=shutil.get_terminal_size().columns if terminal else None,
        hyperlinks=terminal and colour and _knows_hyperlinks(),
        live=True,
    )


def is_terminal(stream: IO[Any] | None) -> bool:
    """Say whether ``stream`` is a terminal; a closed or missing one is none."""
    return stream is not None and not stream.closed and stream.isatty()


def wants_colour(terminal: bool, *, no_color: bool = False) -> bool:
    """Decide on colour: ``--no-color``, NO_COLOR, FORCE_COLOR, TERM=dumb, then the terminal, in this order.

    As https://no-color.org and https://force-color.org ask, a variable that is empty counts as unset.
    """
    if no_color or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


def _knows_hyperlinks() -> bool:
    """Say whether the terminal is one known to understand OSC 8; others get the address in full."""
    environment = os.environ
    if environment.get("TERM_PROGRAM") in ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"):
        return True
    if environment.get("TERM") in ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "foot-extra"):
        return True
    vte = environment.get("VTE_VERSION", "")
    return bool(environment.get("WT_SESSION") or environment.get("KONSOLE_VERSION")) or (
        vte.isdecimal() and int(vte) >= 5000
    )
