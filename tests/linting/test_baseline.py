from __future__ import annotations

from pathlib import Path

import pytest

from kzfacts.errors import UsageError
from kzfacts.linting.baseline import Entry, apply, normalised, read_baseline, write_baseline
from kzfacts.linting.results import CheckedFile
from linting import stand_ins

TEN, NONE = "The ten visits were many.", "Nobody knows."
ID = "official-visits-2014"


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def checked(path: str, *lines: str) -> CheckedFile:
    return stand_ins.linter().check(stand_ins.read_document(path, "\n".join(lines).encode()))


def held(files: list[CheckedFile]) -> list[tuple[str, int]]:
    return [
        (file.document.path, result.sentence.region.line)
        for file in files
        for result in file.results
        if result.suppression is not None
    ]


def test_a_baseline_is_keyed_by_sentence_and_fact() -> None:
    write_baseline([checked("a.md", TEN, NONE)], "base.json", absent=False)
    assert read_baseline("base.json") == (Entry("a.md", ID, TEN),)
    write_baseline([checked("a.md", TEN, NONE, TEN)], "base.json", absent=True)
    assert read_baseline("base.json") == (Entry("a.md", "", NONE), Entry("a.md", ID, TEN, 2))


def test_it_survives_edits_around_and_a_new_name() -> None:
    entries = (Entry("a.md", ID, TEN),)
    files, problems = apply([checked("b.md", NONE, "", f"{NONE} {TEN}")], entries, "base.json")
    assert (held(list(files)), problems) == ([("b.md", 3)], ())


def test_it_holds_as_many_as_were_found() -> None:
    files, _ = apply([checked("a.md", TEN, TEN), checked("b.md", TEN)], (Entry("a.md", ID, TEN),), "base.json")
    assert held(list(files)) == [("a.md", 1)]


def test_the_own_file_comes_before_another() -> None:
    entries = (Entry("b.md", ID, TEN),)
    files, _ = apply([checked("a.md", TEN), checked("b.md", TEN)], entries, "base.json")
    assert held(list(files)) == [("b.md", 1)]


def test_what_is_not_found_any_more_is_told_of() -> None:
    entries = (Entry("a.md", ID, TEN), Entry("other.md", ID, TEN), Entry("gone.md", ID, "x"))
    Path("other.md").touch()
    _, problems = apply([checked("a.md", NONE)], entries, "base.json")
    assert [problem.message for problem in problems] == [
        f"a.md: {TEN!r} is not found any more; --write-baseline forgets it",
        "gone.md: 'x' is not found any more; --write-baseline forgets it",
    ]
    assert apply([checked("a.md", NONE)], entries, "base.json", complete=False)[1] == ()


def test_paths_are_those_from_the_folder_of_the_baseline() -> None:
    Path("sub").mkdir()
    write_baseline([checked("a.md", TEN)], "sub/base.json", absent=False)
    [entry] = read_baseline("sub/base.json")
    assert entry.path == "../a.md"


def test_entries_of_other_files_stay() -> None:
    Path("other.md").touch()
    kept = (Entry("a.md", ID, "old"), Entry("other.md", ID, "x"), Entry("gone.md", ID, "y"))
    write_baseline([checked("a.md", TEN)], "base.json", absent=False, kept=kept)
    assert read_baseline("base.json") == (Entry("a.md", ID, TEN), Entry("other.md", ID, "x"))


@pytest.mark.parametrize("content", ["", "[]", '{"version": 1}', '{"version": 9, "entries": []}', "\udcff"])
def test_what_is_no_baseline(content: str) -> None:
    Path("base.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError, match=r"^base\.json:1:1: "):
        read_baseline("base.json")


def test_sentences_are_compared_whatever_their_quotation_marks() -> None:
    assert normalised("“It’s\u00a0so”,\n he said") == normalised('"It\'s so", he said')
