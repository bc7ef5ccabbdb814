from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from curation.sample import BASE
from reports import sample

from cli.conftest import Run
from kzfacts.cli import engine
from kzfacts.finding import Related

COMMANDS = (["list"], ["search"], ["export"])


@pytest.fixture(autouse=True)
def _base(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "open_fact_base", lambda paths=(): BASE)


def ids(run: Run, *arguments: str) -> list[str]:
    result = run("facts", *arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return [fact["id"] for fact in json.loads(result.stdout)["facts"]]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--entity", "rouhani"], {"visit", "visit-day"}),
        (["--entity", "hassan-rouhani", "--entity", "Kazakhstan"], {"visit"}),
        (["--topic", "railway"], {"railway"}),
        (["--year", "1985"], {"ties"}),
        (["--year", "2014-12", "--kind", "event"], {"railway"}),
        (["--certainty", "disputed"], {"visit", "no-visit"}),
        (["--kind", "office"], set()),
    ],
)
def test_the_same_options_choose_everywhere(run: Run, command: list[str], options: list[str], found: set[str]) -> None:
    assert set(ids(run, *command, *options)) == found


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--entity", "Rouhanni"], "called 'Rouhanni' (did you mean 'Rouhani'?)"),
        (["--topic", "iram"], "no fact has the topic 'iram'; the topics are: iran, railway"),
        (["--year", "12.2014"], "--year: '12.2014' is not an EDTF date"),
        (["--kind", "war"], "'war' is not one of"),
        (["--certainty", "sure"], "'sure' is not one of"),
    ],
)
def test_what_cannot_be_chosen(run: Run, command: list[str], options: list[str], message: str) -> None:
    result = run("facts", *command, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_search_without_words_goes_by_date(run: Run) -> None:
    assert ids(run, "search", "--year", "1900/2020") == ["ties", "no-visit", "visit", "visit-day", "railway"]
    result = run("facts", "search", "--year", "1900/2020", "-n", "2")
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["ties", "no-visit"]
    assert result.stderr == "kzfacts: 5 facts fit, the first 2 are shown; --limit 5 shows all\n"
    result = run("facts", "search")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "give some words, or an option such as --entity" in result.stderr


def test_search_with_words_goes_by_nearness_among_those_that_fit(run: Run) -> None:
    assert ids(run, "search", "2014") == ["no-visit", "railway", "visit", "visit-day"]
    assert ids(run, "search", "2014", "--topic", "railway") == ["railway"]
    assert ids(run, "search", "2014", "--entity", "rouhani", "-n", "1") == ["visit"]
    assert ids(run, "search", "opened", "--topic", "iran") == []


def test_search_knows_names_without_their_capitals(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Exact(sample.TableChecker):
        def search(self, text: str, limit: int = 10) -> list[Related]:
            return [Related(fact, 1.0) for fact in self.fact_base.facts if text in fact.claim][:limit]

    monkeypatch.setattr(engine, "open_checker", Exact)
    assert ids(run, "search", "iran") == ids(run, "search", "Iran") == ["no-visit", "ties"]


def test_search_reaches_what_lies_too_deep_for_a_search_of_all(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Shallow(sample.TableChecker):
        def search(self, text: str, limit: int = 10) -> list[Related]:
            return super().search(text, min(limit, 2))

    monkeypatch.setattr(engine, "open_checker", Shallow)
    assert ids(run, "search", "2014", "--entity", "rouhani") == ["visit", "visit-day"]


def test_export_as_csv(run: Run, tmp_path: Path) -> None:
    text = run("facts", "export", "--format", "csv", "--topic", "iran").stdout_bytes.decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == ["no-visit", "visit", "visit-day"]
    assert rows[0]["source_title"] == "'=A page"
    target = tmp_path / "facts.csv"
    assert run("facts", "export", "--format", "csv", "--topic", "iran", "-o", str(target)).stdout == ""
    assert target.read_bytes().decode() == text


def test_export_as_claim_review(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    reviews = json.loads(run("facts", "export", "--format", "claimreview").stdout)
    assert [review["@id"] for review in reviews] == [f"urn:kzfacts:{fact.id}" for fact in BASE.facts]
    nothing = run("facts", "export", "--format", "claimreview", "--kind", "office")
    assert json.loads(nothing.stdout) == []
    assert nothing.stderr == "kzfacts: no fact fits\n"


def test_a_review_may_stand_in_a_page(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import msgspec

    from kzfacts.factbase import FactBase

    facts = [msgspec.structs.replace(fact, claim="</script><b>") for fact in BASE.facts]
    base = FactBase.of(facts, BASE.sources.values(), BASE.entities.values())
    monkeypatch.setattr(engine, "open_fact_base", lambda paths=(): base)
    text = run("facts", "export", "--format", "claimreview").stdout
    assert "<" not in text
    assert json.loads(text)[0]["claimReviewed"] == "</script><b>"


def test_timeline(run: Run) -> None:
    text = run("facts", "timeline", "--entity", "Rouhani").stdout
    assert text.startswith("Hassan Rouhani [hassan-rouhani]\n\noffices\n")
    assert "[visit-day]" in text
    early = run("facts", "timeline", "--entity", "iran", "--from", "1990", "--to", "2013")
    assert "[ties]" in early.stdout
    assert "[railway]" not in early.stdout
    content = json.loads(run("facts", "timeline", "--entity", "iran", "--to", "2013", "--format", "json").stdout)
    assert [year["year"] for year in content["timeline"]["years"]] == [1980]


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        (["--entity", "Roohani"], 2, "did you mean 'Rouhani'?"),
        (["--entity", "iran", "--from", "2015", "--to", "2014"], 2, "--to is before --from"),
        (["--entity", "iran", "--from", "now"], 2, "--from: 'now' is not an EDTF date"),
        (["--entity", "iran", "--to", "1970"], 0, "kzfacts: no fact names Iran in this time"),
        (["--entity", "Congolese"], 2, "may be any of congo-brazzaville, congo-kinshasa"),
        ([], 2, "Missing option '--entity'"),
    ],
)
def test_timeline_of_nothing(run: Run, options: list[str], status: int, message: str) -> None:
    result = run("facts", "timeline", *options)
    assert result.exit_code == status
    assert message in result.stderr


@pytest.mark.parametrize("name", ["facts", "sources", "entities", "lexicon"])
def test_schema(run: Run, name: str) -> None:
    schema = json.loads(run("facts", "schema", name).stdout)
    assert schema["$id"] == f"urn:kzfacts:schema:{name}"
    assert run("facts", "schema").stdout == run("facts", "schema", "facts").stdout
