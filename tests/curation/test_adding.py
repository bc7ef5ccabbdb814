from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kzfacts.checker import Checker
from kzfacts.curation.adding import Addition, prepare, weigh, write
from kzfacts.curation.drafts import draft
from kzfacts.curation.on_record import OnRecord
from kzfacts.errors import FactBaseError, UsageError
from kzfacts.factbase import FactBase

KEYS = (
    "id claim when kind certainty attributed_to topic note source source_title source_publisher source_published "
    "source_url locator reports"
).split()
LISTS = "participants paraphrases misstatements disputes refines".split()
FIRST = """\
# Summits

- id: summit
  claim: Kazakhstan hosted the OSCE summit in Astana in December 2010.
  when: "2010-12"
  topic: summits
  citations:
    - {source: osce}

# Fairs
- id: fair
  claim: Astana hosted the world fair in 2017.
  when: "2017"
  topic: fairs
  citations:
    - {source: osce}
"""
SOURCES = """\
- {id: osce, title: A declaration, publisher: OSCE, url: "https://example.org/osce"}
"""
OTHER = """\
- id: chair
  claim: Kazakhstan held the OSCE chair in 2010.
  when: "2010"
  topic: chairs
  citations:
    - {source: osce}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KZFACTS_CACHE_DIR", "off")
    for name, text in {"first.yaml": FIRST, "sources.yaml": SOURCES, "other.yaml": OTHER}.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def fields(**given: Any) -> dict[str, Any]:
    usual = {"id": "new", "claim": "The OSCE met in Almaty in 2011.", "when": "2011", "source": "osce"}
    return dict.fromkeys(KEYS) | dict.fromkeys(LISTS, ()) | usual | given


def ready(folder: Path, path: str | None = None, **given: Any) -> Addition:
    on_record = OnRecord.at([str(folder)])
    return prepare(draft(fields(**given), on_record).content, on_record, path)


def test_the_fact_stands_at_the_end_of_its_topic(folder: Path) -> None:
    addition = ready(folder, topic="summits", paraphrases=("  No:  #one ",))
    assert addition.place == f"{folder}/first.yaml:10"
    assert (folder / "first.yaml").read_text() == FIRST  # not written yet
    write(addition)
    assert (folder / "first.yaml").read_text() == FIRST.replace("\n# Fairs", "\n" + addition.text + "\n# Fairs")
    base = FactBase.load(folder)
    assert base.fact("new").paraphrases == ("No: #one",)
    assert base.places["new"] == addition.place
    assert sorted(path.name for path in folder.iterdir()) == ["first.yaml", "other.yaml", "sources.yaml"]


def test_the_base_before_is_without_the_fact(folder: Path) -> None:
    new = fields(source=None, source_title="New", source_publisher="Paper")
    addition = ready(folder, str(folder / "first.yaml"), **new)
    assert addition.before.digest == FactBase.load(folder).digest
    assert addition.fact.citations[0].source.startswith("inline-")


def test_a_new_file(folder: Path) -> None:
    path = folder / "sub.yaml"
    write(ready(folder, str(path)))
    assert path.read_text().startswith("- id: new\n")
    assert FactBase.load(folder).fact("new").when == "2011"


def test_where_a_fact_goes(folder: Path) -> None:
    assert ready(folder, topic="chairs").file.file.path.name == "other.yaml"
    for given, message in (
        ({}, "give --topic or --file"),
        ({"topic": "chess"}, "no fact has the topic 'chess' yet"),
        ({"path": str(folder / "sources.yaml")}, "holds sources, not facts"),
        ({"path": "facts.txt"}, "facts.txt is no file for facts"),
        ({"path": str(folder / "no" / "a.yaml")}, "there is no folder"),
        ({"topic": "chairs", "id": "summit"}, "first.yaml:3"),
    ):
        with pytest.raises(UsageError) as caught:
            ready(folder, **given)
        assert message in str(caught.value)
    only = OnRecord.at([str(folder / "other.yaml"), str(folder / "sources.yaml")])
    assert prepare(draft(fields(), only).content, only, None).file.file.path.name == "other.yaml"


def test_mistakes_are_told_by_the_lines_of_the_fact(folder: Path) -> None:
    with pytest.raises(FactBaseError) as caught:
        ready(folder, topic="fairs", when="2011x", source="oscee", refines=("sumit",))
    assert [str(problem).partition(" (did")[0] for problem in caught.value.problems] == [
        "new fact:3:9: '2011x' is not an EDTF date; write one such as 2014-12-26, 2014-12, 2014 or 2017/2018",
        "new fact:6:13: unknown fact 'sumit'",
        "new fact:8:15: unknown source 'oscee'",
    ]


def test_mistakes_of_other_facts_keep_their_place(folder: Path) -> None:
    (folder / "other.yaml").write_text(OTHER.replace('"2010"', "then"))
    with pytest.raises(FactBaseError, match=r"/other.yaml:3:9: 'then'"):
        ready(folder, topic="fairs")


def test_a_file_that_changed_in_the_meantime_is_left_alone(folder: Path) -> None:
    addition = ready(folder, topic="fairs")
    (folder / "first.yaml").write_text(FIRST + "# more\n")
    with pytest.raises(UsageError, match="has changed in the meantime"):
        write(addition)
    assert (folder / "first.yaml").read_text() == FIRST + "# more\n"


def test_what_the_record_has_on_it(folder: Path) -> None:
    def concerns(**given: Any) -> tuple[str | None, list[str], list[str]]:
        addition = ready(folder, topic="summits", **given)
        found = weigh(addition, Checker(addition.before))
        return (
            found.known.fact.id if found.known and found.known.fact else None,
            [finding.fact.id for finding in found.against if finding.fact],
            [related.fact.id for related in found.near],
        )

    june = "Kazakhstan hosted the OSCE summit in Astana in June 2010."
    assert concerns(claim="Kazakhstan hosted the OSCE summit in Astana in December 2010.")[:2] == ("summit", [])
    assert concerns(claim=june, when="2010-06")[:2] == (None, ["summit"])
    assert concerns(paraphrases=(june,))[1] == ["summit"]
    assert concerns(claim="The OSCE summit in Astana was in winter.", when="2010")[2][:1] == ["summit"]
    assert concerns(claim="A poem about horses was printed.") == (None, [], [])


def test_who_disputes_a_fact_is_not_told_of_it(folder: Path) -> None:
    (folder / "first.yaml").write_text(FIRST.replace("  topic: summits\n", "  topic: summits\n  certainty: disputed\n"))
    june = "Kazakhstan hosted the OSCE summit in Astana in June 2010."
    addition = ready(folder, topic="summits", claim=june, when="2010-06", certainty="disputed", disputes=("summit",))
    assert weigh(addition, Checker(addition.before)).against == ()
    write(addition)
    assert FactBase.load(folder).fact("new").disputes == ("summit",)
