from __future__ import annotations

from pathlib import Path

import pytest

from curation.audit.sample import LEXICON, Change, faults, write
from kzfacts.cli.facts import audit as command
from kzfacts.curation.audit import CHECKS, KINDS, Records, audit
from kzfacts.curation.audit.aliases import fold
from kzfacts.curation.audit.sources import address
from kzfacts.errors import FactBaseError, UsageError
from kzfacts.factbase import loading


@pytest.fixture(autouse=True)
def _own_language(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Small words and no names in the place of the shipped ones, so that a base is compiled in no time."""
    shipped = tmp_path_factory.mktemp("shipped")
    (shipped / "lexicon.yaml").write_text(LEXICON)
    monkeypatch.setattr(loading, "shipped_folder", lambda: shipped)
    monkeypatch.setenv("KZFACTS_CACHE_DIR", "off")


def fact(text: str) -> Change:
    return ("facts.yaml", "", text)


def entity(text: str) -> Change:
    return ("entities.yaml", "", text)


def event(name: str, claim: str, when: str, more: str = "", source: str = "report") -> Change:
    return fact(f"- id: {name}\n  claim: {claim}\n  when: '{when}'\n{more}  citations: [{{source: {source}}}]\n")


TEN = event("visits-ten", "Bolat Omar made ten official visits in 2014.", "2014", "  kind: quantity\n")
PLANNED = event("visits-plan", "Bolat Omar was to make ten official visits in 2014.", "2014", "  certainty: planned\n")
OTHER_YEAR = event("visits-ten", "Bolat Omar made ten official visits in 2013.", "2013", "  kind: quantity\n")
REFINED = event(
    "visits-ten", "Bolat Omar made ten official visits in 2014.", "2014", "  kind: quantity\n  refines: [visits]\n"
)


def test_nothing_is_wrong(tmp_path: Path) -> None:
    assert faults(write(tmp_path)) == []


@pytest.mark.parametrize("change", [PLANNED, OTHER_YEAR, REFINED])
def test_what_does_not_contradict(tmp_path: Path, change: Change) -> None:
    assert faults(write(tmp_path, change), "contradicted") == []


def test_a_contradiction_is_told_once(tmp_path: Path) -> None:
    assert faults(write(tmp_path, TEN), "contradicted") == [
        "facts.yaml:13:10: contradicted: visits and visits-ten (facts.yaml:17) cannot both be true: "
        "says “eight official visits”; the record has “ten” (The Paper, January 2015)"
    ]


def test_one_wording_of_several_is_no_contradiction(tmp_path: Path) -> None:
    paraphrases = "  paraphrases: [Bolat Omar travelled abroad in 2014., Omar was abroad.]\n"
    change = event("visits-ten", "Bolat Omar made ten official visits in 2014.", "2014", paraphrases)
    assert faults(write(tmp_path, change), "contradicted") == []


def test_a_plan_told_as_a_deed(tmp_path: Path) -> None:
    change = event("school", "Anna Serik opened a school in Almaty in 2014.", "2014", "  certainty: planned\n")
    assert faults(write(tmp_path, change), "unsupported") == [
        "facts.yaml:18:10: unsupported: the base does not support the claim of school: absent: "
        "the record does not go so far: the record speaks of a plan or promise"
    ]


def test_paraphrases_are_checked_when_thorough(tmp_path: Path) -> None:
    more = "  certainty: planned\n  paraphrases: [Serik opened a school in Almaty in 2014.]\n"
    folder = write(tmp_path, event("school", "Anna Serik planned to open a school in Almaty in 2014.", "2014", more))
    assert faults(folder, "unsupported") == []
    assert faults(folder, "unsupported", thorough=True)[0].startswith(
        "facts.yaml:21:17: unsupported: the base does not support the paraphrase "
        "'Serik opened a school in Almaty in 2014.' of school: absent: "
    )


def test_duplicates(tmp_path: Path) -> None:
    twin = event("visits-again", "In 2014 Bolat Omar made eight formal trips.", "2014", "  kind: quantity\n")
    assert faults(write(tmp_path, twin), "duplicate") == [
        "facts.yaml:13:10: duplicate: visits says the same as visits-again (facts.yaml:17): "
        "In 2014 Bolat Omar made eight formal trips."
    ]


@pytest.mark.parametrize(
    "change",
    [
        event("visits-again", "Bolat Omar made eight official visits in 2014.", "2014", "  refines: [visits]\n"),
        event("visits-abroad", "Bolat Omar made eight official visits to Almaty in 2014.", "2014"),
        event("visits-2013", "Bolat Omar made eight official visits in 2013.", "2013"),
    ],
)
def test_no_duplicates(tmp_path: Path, change: Change) -> None:
    assert faults(write(tmp_path, change), "duplicate") == []


@pytest.mark.parametrize(
    ("when", "more", "source", "wrong"),
    [
        ("2015-02-01", "", "report", True),
        ("2015-01-31", "", "report", False),
        ("2015", "", "report", False),
        ("2016/..", "  kind: status\n", "report", True),
        ("2016", "  kind: statement\n  certainty: stated\n", "report", True),
        ("2016", "  kind: event\n  certainty: stated\n", "report", False),
        ("2016", "  certainty: planned\n", "report", False),
        ("2016", "", "page", False),
    ],
)
def test_what_comes_after_its_sources(tmp_path: Path, when: str, more: str, source: str, wrong: bool) -> None:
    found = faults(write(tmp_path, event("late", "Astana grew.", when, more, source)), "after-sources")
    told = f"facts.yaml:19:9: after-sources: late is dated {when}, after its source was published (2015-01)"
    assert found == ([told] if wrong else [])


@pytest.mark.parametrize(
    ("claim", "when", "wrong"),
    [
        ("Anna Serik was prime minister of Kazakhstan in 2011.", "2011", False),
        ("Anna Serik was premier of Kazakhstan in 2009.", "2009", True),
        ("Anna Serik was prime minister of Kazakhstan from 2010 to 2012.", "2010/2012", False),
        ("Anna Serik was prime minister of Kazakhstan from 2010 to 2013.", "2010/2013-12", True),
        ("Anna Serik has been prime minister of Kazakhstan since 2010.", "2010/..", True),
        ("Anna Serik was president of Kazakhstan in 2009.", "2009", False),  # no such office on record to compare
    ],
)
def test_offices_that_differ(tmp_path: Path, claim: str, when: str, wrong: bool) -> None:
    more = "  kind: office\n  participants: {holder: anna-serik, of: kazakhstan}\n"
    found = faults(write(tmp_path, event("office", claim, when, more)), "office-differs")
    told = (
        f"facts.yaml:19:9: office-differs: office is dated {when}, outside what anna-serik has in offices "
        "(Prime Minister, 2010-01-01 to 2012-05-31)"
    )
    assert found == ([told] if wrong else [])


def test_an_office_that_two_hold(tmp_path: Path) -> None:
    early = ("entities.yaml", "2012-06-01", "2012-04-01")
    assert faults(write(tmp_path, early), "office-shared") == [
        "entities.yaml:25:7: office-shared: bolat-omar and anna-serik are both Premier of kazakhstan: "
        "2012-04-01 to 2014-12-31, and 2010-01-01 to 2012-05-31 (entities.yaml:14)"
    ]
    assert faults(write(tmp_path, ("entities.yaml", "2012-06-01", "2012-05-15")), "office-shared") == []
    deputies = [(file, old, old.replace("P", "Deputy P")) for file, old in (
        ("entities.yaml", "title: Prime Minister"), ("entities.yaml", "title: Premier"),
    )]  # fmt: skip
    assert faults(write(tmp_path, early, *deputies), "office-shared") == []


def test_sources(tmp_path: Path) -> None:
    more = "- {id: again, title: A report, publisher: P, url: 'http://www.example.org/report/'}\n"
    assert faults(write(tmp_path, ("sources.yaml", "", more)), "uncited", "same-source") == [
        "sources.yaml:3:8: uncited: no fact cites the source again",
        "sources.yaml:3:51: same-source: again has the address of report (sources.yaml:1)",
    ]
    assert address("https://www.example.org/a/") == address("http://example.org/a") != address("http://example.org/b")


def test_names_that_nothing_uses(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        entity("- {id: lone-plan, name: Lone Plan, kind: project}\n"),
        entity("- {id: known-plan, name: Known Plan, kind: project, aliases: [Plan K]}\n"),
        entity("- {id: astana-club, name: Astana Club, kind: event}\n"),
        entity("- {id: town, name: Town, kind: city}\n"),
        event("horse", "Peter Horse came to Astana in 2014.", "2014"),
        entity("- {id: peter-horse, name: Peter Horse, kind: person}\n"),
    )
    told = "entities.yaml:26:8: unused: no fact names the project lone-plan, and no record refers to it"
    assert faults(folder, "unused") == [told]
    assert [line.partition(", and")[0].rpartition(" ")[2] for line in faults(folder, "unused", thorough=True)] == [
        "lone-plan", "known-plan", "astana-club",
    ]  # fmt: skip


def test_names_that_are_read_alike(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        entity("- {id: the-astana, name: The Ástana, kind: publisher}\n"),
        entity("- {id: osce-plus, name: OSCE+, kind: organisation}\n"),
    )
    assert faults(folder, "alias-alike") == [
        "entities.yaml:26:26: alias-alike: 'The Ástana' is read as 'Astana', a name of astana (entities.yaml:5)"
    ]
    assert fold("Nur-Sultan's") == fold("the Nur Sultans")


def test_a_surname_that_more_often_means_another(tmp_path: Path) -> None:
    cousin = entity("- {id: berik-serik, name: Berik Serik, kind: person}\n")
    assert faults(write(tmp_path, cousin), "surname-shared") == []
    visits = [event(f"trip-{n}", f"Berik Serik came to Astana in {n}.", str(n)) for n in (2012, 2013)]
    assert faults(write(tmp_path, cousin, *visits), "surname-shared") == [
        "entities.yaml:17:13: surname-shared: 'Serik' means anna-serik alone, but more facts are on berik-serik"
    ]


def test_only_what_stands_in_the_paths(tmp_path: Path) -> None:
    folder = write(tmp_path, ("sources.yaml", "", "- {id: idle, title: Idle, publisher: P}\n"), TEN)
    facts, sources = str(folder / "facts.yaml"), str(folder / "sources.yaml")
    assert [line.split()[1] for line in faults(folder)] == ["contradicted:", "uncited:"]
    assert [line.split()[1] for line in faults(folder, paths=[facts])] == ["contradicted:"]
    assert faults(folder, "uncited", paths=[facts]) == []
    with pytest.raises(UsageError, match="nowhere: no record of the fact base stands there"):
        faults(folder, paths=["nowhere"])
    assert [line.split()[1] for line in faults(folder, paths=[sources])] == ["uncited:"]


def test_a_base_with_mistakes_is_not_audited(tmp_path: Path) -> None:
    with pytest.raises(FactBaseError, match="unknown source"):
        faults(write(tmp_path, event("x", "X.", "2014", source="none")))


def test_the_kinds() -> None:
    assert len(set(KINDS)) == len(KINDS) == sum(len(check.KINDS) for check in CHECKS)
    assert command.KINDS == KINDS


def test_the_order_is_that_of_the_places(tmp_path: Path) -> None:
    folder = write(tmp_path, TEN, ("sources.yaml", "", "- {id: idle, title: Idle, publisher: P}\n"))
    found = audit(Records.load([str(folder)]))
    assert found == sorted(found)
    assert [fault.kind for fault in found] == ["contradicted", "uncited"]
