from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

import kzfacts.factbase.base as base_module
from kzfacts.errors import KzfactsError
from kzfacts.factbase import Citation, Concept, Entity, Fact, FactBase, Office, Source, loading
from kzfacts.factbase.loading import LoadedFile, shipped_folder

Write = Callable[[str, str], Path]

FACT = """\
- id: own-fact
  claim: Astana is a city.
  when: 2014-12
  participants: {agent: erlan-idrissov, others: [kazakhstan]}
  citations: [{source: edm-12-18, locator: paragraph 3}]
"""


def test_shipped_base(shipped: Path) -> None:
    base = FactBase.load()
    assert [fact.id for fact in base.facts] == ["shipped-fact"]
    assert set(base.sources) == {"edm-12-18"}
    assert set(base.entities) == {"kazakhstan", "erlan-idrissov"}
    assert base.concepts["hosting"] == Concept(id="hosting", words=("host",), converse="visit")
    assert base.places == {"shipped-fact": f"{shipped / 'topic.yaml'}:1"}
    assert FactBase.load([]) == base


def test_fact_with_all_its_parts(write: Write, shipped: Path) -> None:
    base = FactBase.load([write("topic.yaml", FACT)])
    assert tuple(base.facts) == (
        Fact(
            id="own-fact",
            claim="Astana is a city.",
            when="2014-12",
            citations=(Citation(source="edm-12-18", locator="paragraph 3"),),
            participants={"agent": "erlan-idrissov", "others": ("kazakhstan",)},
        ),
    )
    assert base.source_of(base.facts[0].citations[0]).title == "A title"


def test_texts_lose_line_breaks_and_outer_space(write: Write, shipped: Path) -> None:
    path = write(
        "t.yaml", "- id: a\n  claim: >\n    One\n    two.\n  when: ' 2014 '\n  citations: [{source: edm-12-18}]\n"
    )
    fact = FactBase.load(path).fact("a")
    assert (fact.claim, fact.when) == ("One two.", "2014")


def test_own_topics_replace_the_shipped_ones_only(write: Write, shipped: Path) -> None:
    base = FactBase.load([write("mine/topic.yaml", FACT)])
    assert [fact.id for fact in base.facts] == ["own-fact"]
    assert "hosting" in base.concepts


def test_folder_is_read_with_all_below_and_adds_to_the_language(write: Write, shipped: Path) -> None:
    write("mine/a/topic.yml", FACT.replace("edm-12-18", "own-source"))
    write("mine/a/b/other.yaml", FACT.replace("own-fact", "other-fact"))
    write("mine/.git/hidden.yaml", "- [\n")
    write("mine/.hidden.yaml", "- [\n")
    write("mine/readme.md", "not a fact")
    write("mine/empty.yaml", "# nothing yet\n")
    write("mine/a/sources.yaml", "- {id: own-source, title: T, publisher: P, published: 2020}\n")
    write(
        "mine/entities.yaml",
        "- {id: kazakhstan, name: KZ, kind: country}\n- {id: astana, name: Astana, kind: city}\n",
    )
    folder = write(
        "mine/lexicon.yaml", "- {id: hosting, words: [receive], implies: [new]}\n- {id: new, words: [new]}\n"
    ).parent
    base = FactBase.load([folder])
    assert [fact.id for fact in base.facts] == ["other-fact", "own-fact"]
    assert set(base.sources) == {"edm-12-18", "own-source"}
    assert set(base.entities) == {"kazakhstan", "erlan-idrissov", "astana"}
    assert base.entities["kazakhstan"] == Entity("kazakhstan", "KZ", "country")
    assert base.concepts["hosting"].words == ("receive",)
    assert base.places["own-fact"] == f"{folder}/a/topic.yml:1"


def test_the_shipped_folder_may_be_named(shipped: Path) -> None:
    assert FactBase.load([shipped]) == FactBase.load()


def test_a_file_named_twice_is_read_once(write: Write, shipped: Path) -> None:
    path = write("mine/topic.yaml", FACT)
    assert FactBase.load([path, path.parent, str(path)]) == FactBase.load([path])


def test_copies_of_a_source_agree(write: Write, shipped: Path) -> None:
    path = write("mine/sources.yaml", (shipped / "sources.yaml").read_text())
    assert FactBase.load([path]).sources == FactBase.shipped_language().sources


def test_shipped_language_has_no_facts(shipped: Path) -> None:
    base = FactBase.shipped_language()
    assert len(base.facts) == 0
    assert set(base.sources) == {"edm-12-18"}
    assert set(base.concepts) == {"visit", "hosting"}


def test_source_in_a_citation_gets_an_id_by_its_content(write: Write, shipped: Path) -> None:
    inline = "{title: T, publisher: P, published: 2015-01, url: 'https://example.org/'}"
    first = write("a.yaml", FACT.replace("edm-12-18", inline))
    second = write("b.yaml", FACT.replace("own-fact", "b").replace("edm-12-18", inline))
    third = write("c.yaml", FACT.replace("own-fact", "c").replace("edm-12-18", inline.replace("T", "U")))
    base = FactBase.load([first, second, third])
    sources = {fact.id: base.source_of(fact.citations[0]) for fact in base.facts}
    assert sources["own-fact"] is sources["b"]
    assert sources["b"].id.startswith("inline-")
    assert sources["b"].id != sources["c"].id
    assert sources["b"] == Source(sources["b"].id, "T", "P", "2015-01", "https://example.org/")


def test_digest_depends_on_content_alone(write: Write, shipped: Path) -> None:
    one = write("one/topic.yaml", FACT + FACT.replace("own-fact", "a"))
    other = write("other/z.yaml", FACT + "# a comment\n").parent
    write("other/a.yaml", FACT.replace("own-fact", "a").replace("when: 2014-12", 'when: "2014-12"'))
    changed = write("changed/topic.yaml", FACT.replace("2014-12", "2014-11") + FACT.replace("own-fact", "a"))
    base, same, different = FactBase.load([one]), FactBase.load([other]), FactBase.load([changed])
    assert base.digest == same.digest
    assert list(base.facts) == list(same.facts)
    assert (base == same, hash(base) == hash(same), base == different) == (True, True, False)
    assert base.digest.startswith("sha256:")
    assert len(base.digest) == len("sha256:") + 64


def test_base_of_records_at_hand() -> None:
    fact = Fact(id="b", claim="B.", when="2014", citations=())
    person = Entity("x", "X", "person", offices=(Office(title="President", start="2014"),))
    base = FactBase.of([fact, msgspec.structs.replace(fact, id="a")], entities=[person])
    assert [each.id for each in base.facts] == ["a", "b"]
    assert base.entities == {"x": person}
    assert base != FactBase.of([fact])
    with pytest.raises(KzfactsError, match="the fact id 'b' stands twice"):
        FactBase.of([fact, fact])


def test_facts_are_immutable() -> None:
    base = FactBase.of()
    with pytest.raises(AttributeError):
        base.digest = ""  # type: ignore[misc]


def test_unknown_fact_and_source_are_told() -> None:
    facts = [Fact(id=name, claim="A.", when="2014", citations=()) for name in ("official-visits-2014", "border-2013")]
    base = FactBase.of(facts)
    assert base.fact("border-2013") is base.facts[0]
    with pytest.raises(
        KzfactsError, match=r"^no fact has the id 'official-visit'; the nearest are official-visits-2014$"
    ):
        base.fact("official-visit")
    with pytest.raises(KzfactsError, match=r"^no fact has the id 'zzz'$"):
        base.fact("zzz")
    with pytest.raises(KzfactsError, match="the source 'gone' is not on record"):
        base.source_of(Citation("gone"))


def test_unchanged_base_is_not_compiled_again(write: Write, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("topic.yaml", FACT)
    cold = FactBase.load([path])
    compiled: list[object] = []
    build = base_module._compile

    def watch(files: list[LoadedFile]) -> FactBase:
        compiled.append(files)
        return build(files)

    monkeypatch.setattr(base_module, "_compile", watch)
    warm = FactBase.load([path])
    assert (warm, list(warm.facts), warm.places, warm.sources) == (cold, list(cold.facts), cold.places, cold.sources)
    assert compiled == []
    path.write_text(path.read_text().replace("Astana", "Almaty"))
    assert FactBase.load([path]).facts[0].claim == "Almaty is a city."
    assert len(compiled) == 1


WARM_LOAD = """
import sys
from pathlib import Path
from kzfacts.factbase import FactBase, loading
loading.shipped_folder = lambda: Path(sys.argv[1])
FactBase.load()
print("yaml" in sys.modules, "rapidfuzz" in sys.modules, "kzfacts.factbase.schema" in sys.modules)
"""


def test_warm_load_imports_no_yaml(shipped: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(base_module.__file__).parents[2])}
    command = [sys.executable, "-c", WARM_LOAD, str(shipped)]
    runs = [subprocess.run(command, env=environment, capture_output=True, text=True, check=True) for _ in range(2)]
    assert [run.stdout for run in runs] == ["True False True\n", "False False False\n"]


def test_shipped_folder_of_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "site-packages" / "kzfacts" / "factbase" / "loading.py"
    monkeypatch.setattr(loading, "__file__", str(module))
    with pytest.raises(KzfactsError, match="the shipped fact base is missing"):
        shipped_folder()
    facts = module.parents[1] / "_facts"
    facts.mkdir(parents=True)
    assert shipped_folder() == facts


def test_shipped_folder_is_that_of_the_checkout() -> None:
    assert shipped_folder() == Path(base_module.__file__).parents[3] / "facts"
