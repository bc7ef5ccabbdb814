"""Every mistake that a curator can make, with its place and its message."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kzfacts.errors import FactBaseError, UsageError
from kzfacts.factbase import FactBase

Write = Callable[[str, str], Path]

# What messages have in common, to keep the tables short.
COMMON = {
    "WRITE": "write one such as 2014-12-26, 2014-12, 2014 or 2017/2018",
    "YEAR-FIRST": "write the year first, as 2014-12-26 or 2014-12",
    "DIGITS": "write month and day with two digits, as 2014-05-07",
    "LEAVE": "leave an end that has not come out, or write 2014/..",
    "ONE-ENTITY": "it can belong to one entity",
    "KINDS": "agreement, city, country, event, organisation, people, person, project, publisher, region",
}

pytestmark = pytest.mark.usefixtures("shipped")


def problems(folder: Path) -> list[str]:
    """The problems of a base, without the folder in front."""
    with pytest.raises(FactBaseError) as raised:
        FactBase.load([folder])
    return [str(problem).removeprefix(f"{folder}/") for problem in raised.value.problems]


def spell_out(expected: str, **places: object) -> str:
    """Put the common parts and the places into an expected message."""
    for word, text in (COMMON | places).items():
        expected = expected.replace(word, str(text))
    return expected


def fact(**changes: str) -> str:
    """A sound fact, one key a line in a fixed order, with some values changed and others added."""
    values = {"id": "a", "claim": "A claim.", "when": "2014", "citations": "[{source: edm-12-18}]"} | changes
    return "- " + "\n  ".join(f"{key}: {value}" for key, value in values.items() if value != "-") + "\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (fact(paraphrase="[x]"), "5:3: unknown key 'paraphrase' in a fact (did you mean 'paraphrases'?)"),
        (fact(zzz="x"), "5:3: unknown key 'zzz' in a fact"),
        (fact(when="-"), "1:3: a fact needs the key 'when'"),
        (fact(citations="[{locator: p. 1}]"), "4:15: a citation needs the key 'source'"),
        (fact(citations="[{source: edm-12-18, page: 3}]"), "4:35: unknown key 'page' in a citation"),
        (fact(citations="edm-12-18"), "4:14: 'citations' must be a list, not text"),
        (fact(citations="[edm-12-18]"), "4:15: an item of 'citations' must be a mapping, not text"),
        (fact(paraphrases=""), "5:15: 'paraphrases' must be a list, not nothing"),
        (fact(claim="[a, b]"), "2:10: 'claim' must be text, not a list"),
        (fact(participants="[a]"), "5:17: 'participants' must be a mapping, not a list"),
        (fact(participants="{agent: {a: b}}"), "5:25: 'agent' of 'participants' must be text or a list, not a mapping"),
        (
            fact(certainty="reportd"),
            "5:14: 'certainty' is 'reportd'; it must be one of disputed, planned, reported, speculated, stated "
            "(did you mean 'reported'?)",
        ),
        (
            fact(kind="xyz"),
            "5:9: 'kind' is 'xyz'; it must be one of agreement, event, membership, office, omission, opinion, "
            "quantity, statement, status, visit",
        ),
        ("- just text\n", "1:3: a fact must be a mapping that begins with 'id:', not text"),
        ("facts:\n  - x\n", "1:1: the file must be a list, each fact beginning with '- id:'"),
        (fact(id="Visits 2014"), "1:7: the id 'Visits 2014' must be small letters and digits joined by hyphens"),
        (fact(id="''"), "1:7: the id is empty"),
        (fact(claim="''"), "2:10: the claim is empty"),
        (fact(claim="x" * 501), "2:10: the claim has 501 characters, more than 500; a fact is one sentence, split it"),
        (fact(paraphrases="[ok, '']"), "5:21: the paraphrase is empty"),
        (
            fact(paraphrases=f"[{'x' * 501}]"),
            "5:17: the paraphrase has 501 characters, more than 500; a fact is one sentence, split it",
        ),
        (fact(when="26 December 2014"), "3:9: '26 December 2014' is not an EDTF date; YEAR-FIRST"),
        (fact(when="2014-02-30"), "3:9: '2014-02-30' is no day of the calendar"),
        (fact(when=""), "3:8: the date is empty; write one such as 2014-12-26, 2014-12 or 2014"),
        (fact(citations="[]"), "4:14: a fact needs at least one citation"),
        (fact(citations="[{source: emd-12-18}]"), "4:24: unknown source 'emd-12-18' (did you mean 'edm-12-18'?)"),
        (fact(participants="{agent: kazakstan}"), "5:25: unknown entity 'kazakstan' (did you mean 'kazakhstan'?)"),
        (fact(participants="{with: [kazakhstan, nowhere]}"), "5:37: unknown entity 'nowhere'"),
        (fact(attributed_to="erlan-idrisov"), "5:18: unknown entity 'erlan-idrisov' (did you mean 'erlan-idrissov'?)"),
        (fact() + fact(), "5:7: the fact id 'a' is taken, first in PLACE:1"),
        (
            fact(citations="[{source: {title: T, publishr: P, published: 2015}}]"),
            "4:24: a source needs the key 'publisher'|4:35: unknown key 'publishr' in a source "
            "(did you mean 'publisher'?)",
        ),
        (
            fact(citations="[{source: {title: T, publisher: P, published: soon}}]"),
            "4:60: 'soon' is not an EDTF date; WRITE",
        ),
    ],
)
def test_problems_of_a_topic_file(write: Write, text: str, expected: str) -> None:
    path = write("mine/topic.yaml", text)
    wanted = [f"topic.yaml:{spell_out(line, PLACE=path)}" for line in expected.split("|")]
    assert problems(path.parent) == wanted


OTHER = fact(id="b", certainty="disputed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # versions and more exact tellings
        (
            fact(certainty="disputed", disputes="[bb]") + OTHER,
            "6:14: unknown fact 'bb'|11:14: a disputed fact needs the other version, as a fact named in 'disputes'",
        ),
        (
            fact(refines="[late-vist]") + fact(id="late-visit"),
            "5:13: unknown fact 'late-vist' (did you mean 'late-visit'?)",
        ),
        (fact(refines="[b, a]") + fact(id="b"), "5:16: the fact 'a' refers to itself"),
        (fact(certainty="disputed", disputes="[a]"), "6:14: the fact 'a' refers to itself"),
        (
            fact(certainty="disputed"),
            "5:14: a disputed fact needs the other version, as a fact named in 'disputes'",
        ),
        (
            fact(disputes="[b]") + OTHER,
            "1:3: sources disagree on this fact; its certainty must be 'disputed'",
        ),
        (
            fact(certainty="disputed", disputes="[b]") + fact(id="b"),
            "7:3: sources disagree on this fact; its certainty must be 'disputed'",
        ),
        # the fact's own tests
        (fact(examples="{supported: [x, '']}"), "5:29: the example is empty"),
        (
            fact(examples="{absent: [A claim.]}"),
            "5:23: the example is a wording of the fact, so it tests nothing",
        ),
        (
            fact(paraphrases="[So it is.]", examples="{supported: [{statement: So it is.}]}"),
            "6:26: the example is a wording of the fact, so it tests nothing",
        ),
        (
            fact(misstatements="[Not so.]", examples="{contradicted: [Not so.]}"),
            "6:29: the example is a wording of the fact, so it tests nothing",
        ),
        (
            fact(examples="{absent: [{statement: It was so last year., as_of: soon}]}"),
            "5:64: 'soon' is not an EDTF date; WRITE",
        ),
        # a wording that is right and wrong
        (
            fact(misstatements="[A claim.]"),
            "5:19: the misstatement is also a wording of the fact; it can be but one of the two",
        ),
        (fact(misstatements="['']"), "5:19: the misstatement is empty"),
    ],
)
def test_problems_of_versions_examples_and_misstatements(write: Write, text: str, expected: str) -> None:
    path = write("mine/topic.yaml", text)
    assert problems(path.parent) == [f"topic.yaml:{spell_out(line)}" for line in expected.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        fact(certainty="disputed", disputes="[b]") + OTHER,
        fact(certainty="disputed", disputes="[b]") + fact(id="b", certainty="disputed", disputes="[a]"),
        fact(certainty="planned", disputes="[b]") + fact(id="b", certainty="stated"),
        fact(refines="[shipped-fact]"),
        fact(examples="{supported: [So it is.], absent: [{statement: It was so last year., as_of: 2015-03-01}]}"),
    ],
)
def test_sound_versions_and_examples(write: Write, shipped: Path, text: str) -> None:
    path = write("mine/topic.yaml", text)
    assert FactBase.load([path, shipped / "topic.yaml"]).fact("a").claim == "A claim."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- {id: a, title: T, publisher: P, published: Monday}", "1:46: 'Monday' is not an EDTF date; WRITE"),
        ("- {id: a, title: '', publisher: P, published: 2015}", "1:18: the title of the source is empty"),
        ("- {id: a, title: T, publisher: '', published: 2015}", "1:32: the publisher of the source is empty"),
        (
            "- {id: a, title: T, publisher: P, published: 2015, url: 'javascript:x'}",
            "1:57: 'javascript:x' is not a web address; it must begin with https:// or http://",
        ),
        (
            "- {id: edm-12-18, title: T, publisher: P, published: 2015}",
            "1:8: the source 'edm-12-18' differs from the one in SHIPPED:1; choose another id",
        ),
        (
            "- &a {id: a, title: T, publisher: P, published: 2015}\n- *a",
            "1:11: the source id 'a' is taken, first in PLACE:1",
        ),
    ],
)
def test_problems_of_sources(write: Write, shipped: Path, text: str, expected: str) -> None:
    path = write("mine/sources.yaml", text)
    wanted = spell_out(expected, SHIPPED=shipped / "sources.yaml", PLACE=path)
    assert problems(path.parent) == [f"sources.yaml:{wanted}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- {id: a, name: A, kind: persn}",
            "1:26: 'kind' is 'persn'; it must be one of KINDS (did you mean 'person'?)",
        ),
        ("- {id: a, name: '', kind: person}", "1:17: the name of the entity is empty"),
        ("- {id: a, name: A, kind: person, aliases: [B, '']}", "1:47: the alias is empty"),
        (
            "- {id: a, name: A, kind: person, aliases: [IDRISSOV]}",
            "1:44: 'IDRISSOV' is a name of 'erlan-idrissov' already (SHIPPED:2); ONE-ENTITY",
        ),
        (
            "- {id: a, name: Erlan Idrissov, kind: person}",
            "1:17: 'Erlan Idrissov' is a name of 'erlan-idrissov' already (SHIPPED:2); ONE-ENTITY",
        ),
        (
            "- {id: a, name: A, kind: city, capital_of: kazakhstn}",
            "1:44: unknown entity 'kazakhstn' (did you mean 'kazakhstan'?)",
        ),
        ("- {id: a, name: A, kind: city, part_of: [kazakhstan, b]}", "1:54: unknown entity 'b'"),
        ("- {id: a, name: A, kind: person, offices: [{title: X, of: b}]}", "1:59: unknown entity 'b'"),
        ("- {id: a, name: A, kind: person, offices: [{of: kazakhstan}]}", "1:44: an office needs the key 'title'"),
        (
            "- {id: a, name: A, kind: person, offices: [{title: X, start: 2014}]}",
            "1:55: unknown key 'start' in an office",
        ),
        (
            "- {id: a, name: A, kind: person, offices: [{title: X, to: present}]}",
            "1:59: 'present' is not an EDTF date; LEAVE",
        ),
        (
            "- {id: a, name: A, kind: person, offices: [{title: X, from: 2014-5}]}",
            "1:61: '2014-5' is not an EDTF date; DIGITS",
        ),
        (
            "- {id: a, name: A, kind: person, offices: [{title: X, from: 2014-05, to: 2014-04}]}",
            "1:74: the office ends (2014-04) before it starts (2014-05)",
        ),
    ],
)
def test_problems_of_entities(write: Write, shipped: Path, text: str, expected: str) -> None:
    path = write("mine/entities.yaml", text)
    assert problems(path.parent) == [f"entities.yaml:{spell_out(expected, SHIPPED=shipped / 'entities.yaml')}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- {id: a, words: [x], implies: [b]}", "1:33: unknown concept 'b'"),
        (
            "- {id: a, words: [x], opposite: [visit, hostin]}",
            "1:41: unknown concept 'hostin' (did you mean 'hosting'?)",
        ),
        ("- {id: a, words: [x], negates: visitt}", "1:32: unknown concept 'visitt' (did you mean 'visit'?)"),
        ("- {id: a, words: [x], converse: b}", "1:33: unknown concept 'b'"),
        ("- {id: a, words: [x], implies: [a]}", "1:33: the concept 'a' refers to itself"),
        ("- {id: a, words: [x, null]}", "1:22: the word is empty; put words such as null in quotes"),
        ("- {id: a, words: x}", "1:18: 'words' must be a list, not text"),
        ("- {id: a, words: [x], symmetric: yes}", "1:34: 'symmetric' must be true or false, not 'yes'"),
        ("- {id: a}", "1:3: a concept needs the key 'words'"),
    ],
)
def test_problems_of_the_lexicon(write: Write, text: str, expected: str) -> None:
    path = write("mine/lexicon.yaml", text)
    assert problems(path.parent) == [f"lexicon.yaml:{expected}"]


def test_all_problems_of_all_files_come_at_once(write: Write) -> None:
    write("mine/entities.yaml", "- {id: a, name: A}\n")
    write("mine/b.yml", fact(when="soon", claim="''") + "- x\n")
    write("mine/deep/c.yaml", "- [\n")
    folder = write(
        "mine/d.yaml", fact(attributed_to="a", participants="{agent: a}", citations="[{source: gone}]")
    ).parent
    assert [problem.split(": ")[0] for problem in problems(folder)] == [
        "b.yml:2:10", "b.yml:3:9", "b.yml:5:3", "d.yaml:1:7", "d.yaml:4:24", "deep/c.yaml:2:1", "entities.yaml:1:3",
    ]  # fmt: skip


def test_a_file_that_cannot_be_parsed_causes_no_further_problems(write: Write) -> None:
    write("mine/entities.yaml", "- {id: new, name: New\n")
    folder = write("mine/topic.yaml", fact(participants="{agent: new}")).parent
    assert [problem.split(": ")[0] for problem in problems(folder)] == ["entities.yaml:2:1"]


def test_attribution_in_free_words_is_no_reference(write: Write) -> None:
    path = write("topic.yaml", fact(attributed_to="local experts"))
    assert FactBase.load([path]).fact("a").attributed_to == "local experts"


def test_demonyms_may_be_shared(write: Write) -> None:
    path = write("entities.yaml", "- {id: kazakh-people, name: Kazakh nation, kind: people, demonyms: [Kazakh]}\n")
    assert set(FactBase.load([path]).entities) == {"erlan-idrissov", "kazakh-people", "kazakhstan"}


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        ([""], "a path to facts is empty; name a YAML file or a folder"),
        (["missing"], "missing: no such file or directory"),
        (["empty"], "empty: no YAML file (.yaml or .yml) in this folder"),
        (["notes.txt"], "notes.txt: not a YAML file (.yaml or .yml)"),
        (["nul\0"], "nul\0: not a usable path"),
        (
            ["missing", "empty"],
            "missing: no such file or directory\nempty: no YAML file (.yaml or .yml) in this folder",
        ),
    ],
)
def test_paths_without_facts(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], message: str
) -> None:
    write("empty/.hidden.yaml", fact())
    write("notes.txt", "x")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as raised:
        FactBase.load(paths)
    assert str(raised.value) == message


def test_file_that_cannot_be_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("mine/topic.yaml", fact())
    read_bytes = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return read_bytes(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert problems(path.parent) == ["topic.yaml:1:1: cannot be read: Permission denied"]


def test_folder_that_cannot_be_listed(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write("mine/deep/topic.yaml", fact()).parent
    scandir = os.scandir

    def refuse(path: str | Path) -> Iterator[os.DirEntry[str]]:
        if Path(path) == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(UsageError, match=r"mine/deep: permission denied$"):
        FactBase.load([folder.parent])


def test_link_to_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "link.yaml").symlink_to("nowhere.yaml")
    assert problems(folder) == ["link.yaml:1:1: cannot be read: No such file or directory"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipes_are_not_waited_for(write: Write) -> None:
    folder = write("mine/topic.yaml", fact()).parent
    os.mkfifo(folder / "pipe.yaml")
    assert [each.id for each in FactBase.load([folder]).facts] == ["a"]
    with pytest.raises(UsageError, match=r"pipe\.yaml: neither a file nor a folder"):
        FactBase.load([folder / "pipe.yaml"])


def test_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "mine" / "picture.yaml"
    path.parent.mkdir()
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    assert problems(path.parent) == ["picture.yaml:1:1: not UTF-8 text (byte 0x89); save the file as UTF-8"]
