from __future__ import annotations

import io

import pytest

from kzfacts.batch.encodings import SAMPLE, detect, named, open_text, shown, unfit
from kzfacts.errors import UsageError

TEXT = "Müller – “ten” visits\r\n"


@pytest.mark.parametrize(
    ("written", "found", "noted"),
    [
        ("ascii", "utf-8", False),
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8-sig", False),
        ("utf-16", "utf-16", False),
        ("cp1252", "cp1252", True),
    ],
)
def test_what_is_found_out(written: str, found: str, noted: bool) -> None:
    text = TEXT if written != "ascii" else "ten visits\r\n"
    encoding = detect(text.encode(written), whole=True, path="a.csv")
    assert encoding.name == found
    assert bool(encoding.note) == noted
    assert text.encode(written).decode(encoding.name) == text


def test_utf_16_of_the_other_order() -> None:
    data = b"\xfe\xff" + TEXT.encode("utf-16-be")
    assert open_text(io.BytesIO(data), "a.csv", None, "").stream.read() == TEXT


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("Айнур Серикова".encode("cp1251"), "name the encoding with --encoding"),
        (TEXT.encode("utf-16-le"), "--encoding utf-16-le"),
        (b"PK\x03\x04rest", "an archive such as .xlsx"),
    ],
)
def test_what_is_not_guessed(data: bytes, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        detect(data, whole=True, path="a.csv")


def test_a_character_cut_by_the_end_of_the_sample_is_no_fault() -> None:
    data = b"a" * (SAMPLE - 1) + "é".encode()
    assert detect(data[:SAMPLE], whole=False, path="a.csv").name == "utf-8"
    assert open_text(io.BytesIO(data), "a.csv", None, "").stream.read().endswith("aé")


def test_bytes_that_do_not_fit_are_found_again() -> None:
    text = open_text(io.BytesIO("éé".encode() + b"a\xe9"), "a.csv", None, "").stream.read()
    wrong = unfit(text)
    assert wrong is not None
    assert (wrong.offset, wrong.byte) == (3, 0xE9)
    assert shown(text) == "ééa\\xe9"
    assert unfit("é") is None


@pytest.mark.parametrize("name", ["nonsense", "hex", "a\0b"])
def test_names_that_are_none(name: str) -> None:
    with pytest.raises(UsageError, match="--encoding"):
        named(name)
