from __future__ import annotations

from pathlib import Path

import pytest

from kzfacts.batch.inputs import Inputs, Source, output_format, source_of
from kzfacts.batch.rows import Wishes
from kzfacts.cli.options import read_day
from kzfacts.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.csv", "claim\none\n"), ("b.csv", "claim\ntwo\n"), ("empty.csv", ""), ("c.csv", "x,y\n")):
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("output", "path", "expected"),
    [(None, "a.csv", "csv"), ("o.jsonl", "a.csv", "jsonl"), ("o.out", "a.txt", "csv"), ("o.TSV", "a.csv", "tsv")],
)
def test_the_format_of_the_output(output: str | None, path: str, expected: str) -> None:
    assert output_format(output, Source(path, path.rpartition(".")[2])) == expected


@pytest.mark.usefixtures("folder")
def test_files_that_cannot_be_told() -> None:
    with pytest.raises(UsageError, match="the format of standard input is not known"):
        source_of("-", None)
    with pytest.raises(UsageError, match=r"none\.csv: no such file"):
        source_of("none.csv", None)
    assert source_of("a.csv", "txt").format == "txt"


def inputs(*names: str, fixed: bool = True, allow_empty: bool = False) -> Inputs:
    sources = tuple(source_of(name, None) for name in names)
    return Inputs(sources, Wishes(read_day, fixed=fixed, column="1"), allow_empty=allow_empty)


@pytest.mark.usefixtures("folder")
def test_one_file_after_the_other() -> None:
    read = inputs("a.csv", "empty.csv", "b.csv", allow_empty=True)
    assert [(row.path, row.statement) for row in read.rows()] == [("a.csv", "one"), ("b.csv", "two")]
    assert read.size == read.position == 20
    read.close()


@pytest.mark.usefixtures("folder")
def test_what_is_wrong_with_a_later_file_is_told_first() -> None:
    with pytest.raises(UsageError, match="its columns are not those of"):
        inputs("a.csv", "c.csv")
    with pytest.raises(UsageError, match="the file is empty"):
        inputs("a.csv", "empty.csv")
    inputs("a.csv", "c.csv", fixed=False).close()


@pytest.mark.usefixtures("folder")
def test_a_digest_tells_content_apart() -> None:
    first = source_of("a.csv", None)
    assert first.digest().startswith("sha256:")
    assert first.digest() != source_of("b.csv", None).digest()
    assert Source("-", "txt").digest() == ""
