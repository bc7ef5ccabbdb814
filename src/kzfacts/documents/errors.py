"""The error that a draft gives when it cannot be read."""

from __future__ import annotations

from kzfacts.errors import KzfactsError


class DocumentError(KzfactsError):
    """A draft that cannot be read; its text is ``path:line:column: what is wrong, what to do``."""

    def __init__(self, path: str, line: int, column: int, message: str) -> None:
        self.path = path
        self.line = line
        self.column = column
        self.message = message
        super().__init__(f"{path}:{line}:{column}: {message}")
