from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from kzfacts.factbase import loading

Write = Callable[[str, str], Path]

SHIPPED = {
    "sources.yaml": """\
        - id: edm-12-18
          title: A title
          publisher: A publisher
          published: 2015-01
        """,
    "entities.yaml": """\
        - {id: kazakhstan, name: Kazakhstan, kind: country, demonyms: [Kazakh]}
        - {id: erlan-idrissov, name: Erlan Idrissov, kind: person, aliases: [Idrissov]}
        """,
    "lexicon.yaml": """\
        - {id: visit, words: [visit, trip]}
        - {id: hosting, words: [host], converse: visit}
        """,
    "topic.yaml": """\
        - id: shipped-fact
          claim: Kazakhstan is a state.
          when: 2014
          citations: [{source: edm-12-18}]
        """,
}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file below the test's folder, its text dedented; returns its path."""

    def write_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
        return path

    return write_file


@pytest.fixture
def shipped(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small fact base in place of the shipped one, and a cache of the test's own."""
    for name, text in SHIPPED.items():
        write(f"shipped/{name}", text)
    folder = write("shipped/topic.yaml", SHIPPED["topic.yaml"]).parent
    monkeypatch.setattr(loading, "shipped_folder", lambda: folder)
    return folder


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the cache of the tests apart from the user's."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("KZFACTS_CACHE_DIR", str(folder))
    return folder
