"""A compiled base: one entry a fact and one a misstatement, kept in the cache, equal to a fresh one."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kzfacts.checker import Checker
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching import compilation
from kzfacts.matching.compilation import compile_base, decode_readings, gather_fact
from matching.sample import CONTRADICTED, base, fact

BASE = base(
    fact("Holm made 16 official visits in 2014.", "Holm went on 16 official trips.", id="visits"),
    fact("Sudria left the league.", id="leaving", misstatements=["Sudria stayed in.", "Sudria never left the league."]),
)


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the cache of the tests apart from the user's."""
    monkeypatch.setenv("KZFACTS_CACHE_DIR", str(tmp_path))
    return tmp_path


def test_entries_are_facts_and_misstatements() -> None:
    compiled = compile_base(BASE)
    ids = [BASE.facts[position].id for position in compiled.facts]
    assert list(zip(ids, compiled.wrong, strict=True)) == [
        ("leaving", False),
        ("leaving", True),
        ("leaving", True),
        ("visits", False),
    ]
    texts = [[reading.text for reading in decode_readings(compiled, entry)] for entry in range(4)]
    assert texts[3] == ["Holm made 16 official visits in 2014.", "Holm went on 16 official trips."]
    assert texts[1] == ["Sudria stayed in."]


def test_a_cached_base_gives_the_same_findings(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    statement = "Holm made ten official visits in 2014."
    fresh = Checker(BASE).check(statement)
    assert fresh.verdict is CONTRADICTED
    assert any(cache_folder.iterdir())
    monkeypatch.setattr(compilation, "_compile", None)  # calling it would fail
    assert Checker(BASE).check(statement) == fresh


def test_another_base_is_compiled_anew() -> None:
    other = base(fact("Holm made 17 official visits in 2014.", id="visits"))
    before, after = (Checker(each).check("Holm made 16 official visits in 2014.").verdict for each in (BASE, other))
    assert before is not after


def test_postings_lead_from_keys_to_entries() -> None:
    compiled = compile_base(BASE)
    entries = {key: msgspec.msgpack.decode(rows) for key, rows in zip(compiled.keys, compiled.postings, strict=True)}
    assert entries["e:sudria"] == [0, 1, 2]
    assert entries["e:holm"] == [3]
    assert entries["c:leaving"] == [0, 2]
    assert not any(key.startswith("p:") for key in entries)


def test_a_misstatement_has_none_of_its_facts_limits() -> None:
    planned = fact("Sudria left the league.", certainty="planned")
    vocabulary = Vocabulary(compile_base(BASE).vocabulary)
    readings = decode_readings(compile_base(BASE), 0)
    assert gather_fact(planned, readings, False, vocabulary).marks == {"commit"}
    assert gather_fact(planned, readings, True, vocabulary).marks == frozenset()
