"""What git leaves out of a folder, by its own rules: .gitignore, .git/info/exclude and the user's global list."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable


def ignored_in(folder: str) -> frozenset[str]:
    """Return the real paths that git ignores in ``folder``; of a folder that is ignored whole, the folder alone.

    Nothing is ignored where there is no git or no repository, nor where ``folder`` itself is ignored: who names an
    ignored folder means it.
    """
    command = ["git", "-C", folder, "ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=environment)
    except OSError:
        return frozenset()
    if done.returncode != 0:
        return frozenset()
    return frozenset(_real(os.path.realpath(folder), done.stdout.split(b"\0")))


def _real(folder: str, names: Iterable[bytes]) -> Iterable[str]:
    paths = [os.path.normpath(os.path.join(folder, os.fsdecode(name))) for name in names if name]
    return () if folder in paths else paths
