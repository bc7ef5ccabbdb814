from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kzfacts.errors import KzfactsError
from kzfacts.linting import corrections
from kzfacts.linting.corrections import Correction, correct
from kzfacts.linting.results import CheckedFile, Suppression
from linting import stand_ins

TEN = "The ten visits were many."


def checked(text: str, path: str = "a.md") -> CheckedFile:
    return stand_ins.linter().check(stand_ins.read_document(path, text.encode()))


def corrected(text: str) -> str | None:
    correction = correct(checked(text), text.encode())
    return None if correction is None else correction.data.decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEN, "The eight visits were many."),
        (f"“Yes”, é 🙂. {TEN} {TEN}\r\nNobody.\r\n{TEN}\r\n", None),
        (f"\ufeff{TEN}\n", "\ufeffThe eight visits were many.\n"),
    ],
)
def test_the_words_in_conflict_are_replaced(text: str, expected: str | None) -> None:
    assert corrected(text) == (expected or text.replace("ten", "eight"))


@pytest.mark.parametrize("text", ["“The ten visits. The ten visits.”", '"All," he said. "The ten visits."', "Nobody."])
def test_quotations_are_left_alone(text: str) -> None:
    assert corrected(text) is None


def test_what_is_suppressed_is_left_alone() -> None:
    file = checked(TEN)
    results = tuple(msgspec.structs.replace(r, suppression=Suppression("external", "x")) for r in file.results)
    assert correct(msgspec.structs.replace(file, results=results), TEN.encode()) is None


def test_other_bytes_than_those_that_were_read_are_left_alone() -> None:
    assert correct(checked(TEN), b"The ten visits were few.") is None


def test_other_encodings_stay() -> None:
    file = checked(f"Café. {TEN}")
    for encoding, mark in (("cp1252", b""), ("utf-16-le", b"\xff\xfe"), ("utf-8", b"\xef\xbb\xbf")):
        correction = correct(file, mark + f"Café. {TEN}".encode(encoding))
        assert correction is not None
        assert correction.data == mark + "Café. The eight visits were many.".encode(encoding)


def test_a_patch() -> None:
    text = f"One.\nTwo.\n{TEN}\nMore."
    correction = correct(checked(text, "sub/a.md"), text.encode())
    assert correction is not None
    assert corrections.patch([correction]) == (
        "--- a/sub/a.md\n+++ b/sub/a.md\n@@ -1,4 +1,4 @@\n One.\n Two.\n"
        "-The ten visits were many.\n+The eight visits were many.\n More.\n\\ No newline at end of file\n"
    )


def test_writing_keeps_links_and_refuses_what_has_changed(tmp_path: Path) -> None:
    target, link = tmp_path / "a.md", tmp_path / "link.md"
    link.symlink_to(target)
    target.write_bytes(b"before")
    corrections.write(Correction("link.md", "before", "after", 1, "utf-8"), str(link))
    assert (link.is_symlink(), target.read_bytes()) == (True, b"after")
    with pytest.raises(KzfactsError, match="has changed while it was checked"):
        corrections.write(Correction("link.md", "before", "after", 1, "utf-8"), str(link))
    assert target.read_bytes() == b"after"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "link.md"]
