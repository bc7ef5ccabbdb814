from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from curation.sample import BASE, RAILWAY, VISIT
from kzfacts.curation.fact_tests import Case, examples_of
from kzfacts.curation.links import links_to
from kzfacts.curation.places import base_around, facts_in, place_of
from kzfacts.errors import UsageError
from kzfacts.factbase import FactBase
from kzfacts.factbase.loading import shipped_folder
from kzfacts.finding import Verdict

FILE = """\
# Iran

- id: visit
  claim: Rouhani came in 2014.
  when: "2014"
  citations: [{source: {title: A report, publisher: The Paper}}]
  examples:
    absent:
      - Rouhani came by train.

      - statement: Rouhani came last year.
        as_of: "2015-01-30"
- id: other
  claim: Rouhani left in 2014.
  when: "2014"
  citations: [{source: {title: A report, publisher: The Paper}}]
"""


def test_the_examples_of_a_fact() -> None:
    assert list(examples_of(VISIT)) == [
        Case("visit", Verdict.SUPPORTED, 0, "Rouhani came in autumn 2014."),
        Case("visit", Verdict.SUPPORTED, 1, "Rouhani came last year.", date(2015, 1, 31)),
        Case("visit", Verdict.ABSENT, 0, "Rouhani came by train."),
    ]
    assert list(examples_of(RAILWAY)) == []


def test_the_line_of_an_example(tmp_path: Path) -> None:
    path = tmp_path / "iran.yaml"
    path.write_text(FILE)
    base = FactBase.load(path)
    cases = list(examples_of(base.fact("visit")))
    assert [place_of(case, base) for case in cases] == [f"{path}:9", f"{path}:11"]
    assert facts_in(base, [str(tmp_path)]) == list(base.facts)
    assert [fact.id for fact in facts_in(base, [str(path)])] == ["other", "visit"]
    with pytest.raises(UsageError, match="no fact of the fact base stands there"):
        facts_in(base, [str(shipped_folder())])


def test_without_its_file_an_example_stands_where_its_fact_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # away from the shipped facts/iran.yaml
    case = next(examples_of(VISIT))
    assert place_of(case, BASE) == "facts/iran.yaml:3"
    assert place_of(Case("nowhere", Verdict.ABSENT, 0, "x"), BASE) == ""


def test_the_base_around_some_files(tmp_path: Path) -> None:
    shipped = shipped_folder()
    assert base_around([]) == ()
    assert base_around([str(shipped / "foreign-policy-2014.yaml"), str(shipped)]) == ()
    path = tmp_path / "iran.yaml"
    path.write_text(FILE)
    folder, own = base_around([str(path)])
    assert (Path(folder).resolve(), own) == (shipped.resolve(), str(path))
    with pytest.raises(UsageError, match=r"^nowhere\.yaml: no such file or folder$"):
        base_around(["nowhere.yaml"])


def test_links_are_known_from_both_ends() -> None:
    links = links_to(BASE)
    assert links["no-visit"] == {"disputes": ("visit",), "refines": ()}
    assert links["visit"] == {"disputes": (), "refines": ("visit-day",)}
    assert "railway" not in links
