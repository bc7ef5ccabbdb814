"""Opens a .docx file: a zip of XML parts, read with limits, for a draft may come from anybody."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from kzfacts.documents.errors import DocumentError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LARGEST_PART = 200 * 1024 * 1024
_LARGE_PART = 20 * 1024 * 1024
_LARGEST_RATIO = 100
"""How many times a large part may unpack to its packed size; Word's XML comes to 10 to 50."""
_OLD_WORD = b"\xd0\xcf\x11\xe0"


class Package:
    """The parts of a .docx file. Raises DocumentError for what is none, or is broken, encrypted or a bomb."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        if data.startswith(_OLD_WORD):
            raise self._error("an old or encrypted Word file; save it as .docx without a password")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
            raise self._error(f"no .docx file ({error}); save it again in Word") from None
        self._names = set(self._zip.namelist())

    def part(self, name: str, *, required: bool = False) -> Element | None:
        """Return the root of an XML part, None where the file has none of that name."""
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import ParseError, fromstring

        if name not in self._names:
            if required:
                raise self._error(f"no .docx file (it has no {name}); save it again in Word")
            return None
        content = self._content(name)
        try:
            root: Element = fromstring(content)
        except ParseError as error:
            raise self._error(f"broken XML in {name} ({error}); save it again in Word") from None
        except (DefusedXmlException, LookupError, ValueError) as error:
            what = "entities" if isinstance(error, DefusedXmlException) else str(error)
            raise self._error(f"unsafe XML in {name} ({what}); Word writes no such file") from None
        return root

    def _content(self, name: str) -> bytes:
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise self._error("an encrypted file; save it without a password")
        is_bomb = info.file_size > _LARGE_PART and info.file_size > info.compress_size * _LARGEST_RATIO
        if is_bomb or info.file_size > _LARGEST_PART:
            raise self._error(f"{name} unpacks to {info.file_size:,} bytes, which no draft needs; it is not read")
        try:
            with self._zip.open(name) as file:
                content = file.read(_LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
            raise self._error(f"broken zip at {name} ({error}); save it again in Word") from None
        if len(content) > _LARGEST_PART:
            raise self._error(f"{name} is too large; it is not read")
        return content

    def _error(self, message: str) -> DocumentError:
        return DocumentError(self.path, 1, 1, message)
