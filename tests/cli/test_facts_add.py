from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run
from kzfacts.factbase import FactBase, loading

FILE = """\
# Visits
- id: visits
  claim: Nazarbayev made eight visits in 2014.
  when: "2014"
  topic: visits
  citations:
    - source: paper
"""
SOURCES = "- {id: paper, title: A report, publisher: The Paper}\n"
ENTITIES = "- {id: iran, name: Iran, kind: country}\n"
OPTIONS = ("--id", "iran-visit", "--claim", "Iran: a guest came in 2014.", "--when", "2014", "--topic", "visits")
YAML = """\
- id: iran-visit
  claim: "Iran: a guest came in 2014."
  when: "2014"
  certainty: reported
  topic: visits
  citations:
    - source: paper
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {"visits.yaml": FILE, "sources.yaml": SOURCES, "entities.yaml": ENTITIES}.items():
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(loading, "shipped_folder", lambda: tmp_path)
    monkeypatch.setenv("KZFACTS_CACHE_DIR", "off")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kzfacts.cli.facts.add.is_terminal", lambda stream: True)


def unchanged(folder: Path) -> bool:
    return (folder / "visits.yaml").read_text() == FILE and len(list(folder.iterdir())) == 3


def test_options_are_enough(run: Run, folder: Path) -> None:
    result = run("facts", "add", *OPTIONS, "--source", "paper")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "visits.yaml:9: added iran-visit\n"
    assert (folder / "visits.yaml").read_text() == FILE + "\n" + YAML
    assert FactBase.load(folder).fact("iran-visit").claim == "Iran: a guest came in 2014."


def test_all_options(run: Run, folder: Path) -> None:
    more = (
        "--kind visit --certainty stated --attributed-to Iran --participant guest=Iran --refines visits "
        "--source-title Page --source-publisher Site --source-published 2015 --source-url https://example.org/ "
        "--locator p.1 --reports MFA --note Hm"
    ).split()
    texts = ("--paraphrase", "A guest: came.", "--paraphrase", "no", "--misstatement", "No guest came.")
    result = run("facts", "add", *OPTIONS, *more, *texts, "--file", "new.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    fact = FactBase.load(folder).fact("iran-visit")
    assert (fact.kind, fact.certainty, fact.attributed_to, fact.note) == ("visit", "stated", "iran", "Hm")
    assert (fact.paraphrases, fact.misstatements) == (("A guest: came.", "no"), ("No guest came.",))
    assert (fact.participants, fact.refines) == ({"guest": "iran"}, ("visits",))
    assert (fact.citations[0].locator, fact.citations[0].reports) == ("p.1", "MFA")
    source = FactBase.load(folder).source_of(fact.citations[0])
    assert (source.title, source.publisher, source.published, source.url) == (
        "Page", "Site", "2015", "https://example.org/",
    )  # fmt: skip


def test_dry_run_prints_and_writes_nothing(run: Run, folder: Path) -> None:
    result = run("facts", "add", *OPTIONS, "--source", "paper", "--dry-run")
    assert (result.exit_code, result.stdout) == (0, YAML)
    assert result.stderr == "kzfacts: the fact would be added at visits.yaml:9\n"
    assert unchanged(folder)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "missing: --id, --claim, --when, --source (or --source-title and --source-publisher)"),
        ([*OPTIONS], "missing: --source (or"),
        ([*OPTIONS, "--source-title", "Page"], "missing: --source-publisher; there is no terminal"),
        ([*OPTIONS, "--source", "paper", "--source-url", "https://example.org"], "give either --source, or"),
        ([*OPTIONS, "--source", "papr"], "new fact:7:15: unknown source 'papr' (did you mean 'paper'?)"),
        ([*OPTIONS, "--source", "paper", "--when", "in 2014"], "new fact:3:9: 'in 2014' is not an EDTF date"),
        ([*OPTIONS, "--source", "paper", "--id", "visits"], "the fact id 'visits' is taken (visits.yaml:2)"),
        ([*OPTIONS, "--source", "paper", "--id", "A B"], "must be small letters and digits"),
        ([*OPTIONS, "--source", "paper", "--participant", "guest=Irn"], "called 'Irn' (did you mean 'Iran'?)"),
        ([*OPTIONS, "--source", "paper", "--certainty", "disputed"], "needs the other version"),
        ([*OPTIONS, "--source", "paper", "--file", "sources.yaml"], "--file: sources.yaml holds sources, not facts"),
        ([*OPTIONS, "--source", "paper", "--facts", "nowhere"], "nowhere: no such file"),
    ],
)
def test_what_cannot_be_added(run: Run, folder: Path, options: list[str], message: str) -> None:
    result = run("facts", "add", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert unchanged(folder)


def test_a_broken_base_is_left_as_it_is(run: Run, folder: Path) -> None:
    (folder / "entities.yaml").write_text("- id: [\n")
    result = run("facts", "add", *OPTIONS, "--source", "paper")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("entities.yaml:2:1: not valid YAML")
    assert (folder / "visits.yaml").read_text() == FILE


def test_a_file_that_cannot_be_written(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("kzfacts.replacing.os.replace", refuse)
    result = run("facts", "add", *OPTIONS, "--source", "paper")
    assert (result.exit_code, result.stderr) == (2, "kzfacts: visits.yaml cannot be written: Permission denied\n")
    assert unchanged(folder)


def with_claim(claim: str) -> list[str]:
    return [*OPTIONS, "--claim", claim, "--source", "paper"]


def test_a_contradiction_needs_force(run: Run, folder: Path) -> None:
    for more in ([], ["--yes"]):
        result = run("facts", "add", *with_claim("He made ten visits."), *more)
        assert (result.exit_code, result.stdout) == (2, "")
        first, last = result.stderr.splitlines()
        assert first.startswith('contradicted: "He made ten visits.": says ten visits; the record has eight; official-')
        assert last.startswith("kzfacts: the record contradicts the fact, nothing was added; ")
        assert unchanged(folder)
    assert run("facts", "add", *with_claim("He made ten visits."), "--force").exit_code == 0
    assert not unchanged(folder)


def test_what_is_on_record_needs_yes(run: Run, folder: Path) -> None:
    result = run("facts", "add", *with_claim("He made eight visits."))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("on record already: official-visits-2014: President Nazarbayev made eight")
    assert unchanged(folder)
    assert run("facts", "add", *with_claim("He made eight visits."), "--yes").exit_code == 0


def test_near_facts_are_shown_and_hinder_nothing(run: Run, folder: Path) -> None:
    result = run("facts", "add", *with_claim("Nazarbayev"))
    assert result.exit_code == 0
    assert result.stderr == "near (0.80): visits (visits.yaml:2): Nazarbayev made eight visits in 2014.\n"


def answers(**changed: str) -> str:
    keys = ("claim", "id", "when", "kind", "certainty", "topic", "source", "locator", "paraphrase")
    usual = dict(zip(keys, ("Iran: a guest came in 2014.", "", "2014", "", "", "visits", "paper", "", ""), strict=True))
    return "\n".join((usual | changed).values()) + "\n"


@pytest.mark.usefixtures("terminal")
def test_a_terminal_is_asked(run: Run, folder: Path) -> None:
    result = run("facts", "add", stdin=answers(id="iran-visit", confirm="y"))
    assert result.exit_code == 0, result.stderr
    assert result.stdout == "visits.yaml:9: added iran-visit\n"
    assert (folder / "visits.yaml").read_text() == FILE + "\n" + YAML


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"id": "visits\nIran\niran-visit"}, ["'visits' is taken (visits.yaml:2)", "an id is small letters"]),
        ({"when": "May\n2014-05"}, ["'May' is not an EDTF date"]),
        ({"kind": "visits\nvisit"}, ["'visits' is none of them (did you mean 'visit'?)"]),
        ({"source": "papr\npaper"}, ["'papr' is none of them (did you mean 'paper'?)"]),
        ({"source": "\nPage\nSite\n\nexample.org\nhttps://example.org"}, ["an address begins with https://"]),
        ({"certainty": "stated\nIran"}, ["Said by"]),
        ({"paraphrase": "Another.\nYet another.\n"}, ["    - Another.\n    - Yet another.\n"]),
    ],
)
def test_a_question_is_asked_until_it_is_answered(
    run: Run, folder: Path, changed: dict[str, str], said: list[str]
) -> None:
    result = run("facts", "add", stdin=answers(**changed, confirm="y"))
    assert result.exit_code == 0, result.stderr
    for words in said:
        assert words in result.stderr
    assert not unchanged(folder)


@pytest.mark.usefixtures("terminal")
def test_what_options_give_is_not_asked(run: Run, folder: Path) -> None:
    result = run("facts", "add", *OPTIONS, "--source", "paper", "--yes", stdin="")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("stdin", "status"),
    [(answers(confirm="n"), 1), (answers(claim="He made ten visits.", confirm=""), 1), ("A claim.\n", 130)],
)
def test_whoever_declines_or_leaves_adds_nothing(run: Run, folder: Path, stdin: str, status: int) -> None:
    result = run("facts", "add", stdin=stdin)
    assert (result.exit_code, result.stdout) == (status, "")
    assert result.stderr.endswith("kzfacts: nothing was added\n")
    assert unchanged(folder)


@pytest.mark.usefixtures("terminal")
def test_what_was_typed_is_shown_when_it_cannot_be_added(run: Run, folder: Path) -> None:
    result = run("facts", "add", stdin=answers(topic="chess", confirm="y"))  # one file only: the topic may be new
    assert result.exit_code == 0
    (folder / "more.yaml").write_text("")
    result = run("facts", "add", stdin=answers(id="other", topic="boxing"))
    assert result.exit_code == 2
    assert "- id: other\n" in result.stderr
    assert "no fact has the topic 'boxing' yet; name its file with --file" in result.stderr
