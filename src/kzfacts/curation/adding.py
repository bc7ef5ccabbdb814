"""Adding a fact to a file: validated together with the whole base, compared with it, and written in one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kzfacts.curation.insertion import insert
from kzfacts.curation.on_record import OnRecord
from kzfacts.curation.yaml_text import Value, write_record
from kzfacts.errors import FactBaseError, Problem, UsageError
from kzfacts.factbase import Fact, FactBase, Source
from kzfacts.factbase.compiling import compile_files
from kzfacts.factbase.loading import FactFile, LoadedFile, read_files
from kzfacts.finding import Finding, Related, Verdict
from kzfacts.replacing import replacing

if TYPE_CHECKING:
    from kzfacts.checker import Checker
    from kzfacts.factbase.validate import Contents

NEW = "new fact"
"""What stands for the path in problems of the fact to add; lines and columns are those of its own YAML."""
NEAR = 0.6
"""The score from which a fact is near enough to be shown."""
_SHOWN = 5
_PACKAGED = Path(__file__).resolve().parents[1] / "_facts"


@dataclass(frozen=True)
class Addition:
    """A fact that may be added: its YAML, the file it goes to, and the base as it is without the fact."""

    fact: Fact
    text: str
    file: LoadedFile  # as it is now; without data where it does not exist yet
    data: bytes  # as it will be
    line: int
    before: FactBase

    @property
    def place(self) -> str:
        """Where the fact will stand, as ``path:line``."""
        return f"{self.file.file.shown}:{self.line}"


@dataclass(frozen=True)
class Concerns:
    """What the record says to a new fact: that it is known, that it cannot be, and what is near."""

    known: Finding | None
    against: tuple[Finding, ...]
    near: tuple[Related, ...]


def prepare(draft: Mapping[str, Value], on_record: OnRecord, path: str | None) -> Addition:
    """Make ready to add ``draft``, the keys and values of a fact, to the file ``path``.

    Without a path the file is the one that has most facts of the same topic. Nothing is written. Raises
    FactBaseError with every mistake that the base would have, UsageError where there is no place for the fact.
    """
    fact_id, topic = _text(draft, "id"), _text(draft, "topic")
    if fact_id in on_record.places:
        raise UsageError(f"the fact id {fact_id!r} is taken ({on_record.places[fact_id]}); choose another")
    target = _find_target(on_record, topic, path)
    text = write_record(draft)
    inserted = insert(target.data, target.file.shown, text, topic)
    others = [file for file in on_record.files if file.file.path.resolve() != target.file.path.resolve()]
    try:
        contents = compile_files([*others, replace(target, data=inserted.data)])
    except FactBaseError as error:
        length = text.count("\n")
        raise FactBaseError(_relative(error.problems, target.file.shown, inserted.line, length)) from None
    fact, before = _separate(contents, fact_id)
    if not _says_the_same(fact, draft, contents):
        raise UsageError(f"{target.file.shown}: the fact would not read as it was given; add it by hand")
    return Addition(fact, text, target, inserted.data, inserted.line, before)


def _text(draft: Mapping[str, Value], key: str) -> str:
    value = draft.get(key, "")
    return value if isinstance(value, str) else ""


def _find_target(on_record: OnRecord, topic: str, path: str | None) -> LoadedFile:
    """Return the file to change: the one named, the one with most facts of the topic, or the only one."""
    if path is not None:
        named = Path(path).resolve()
        known = next((file for file in on_record.files if file.file.path.resolve() == named), None)
        if known is not None and known.file.role != "facts":
            raise UsageError(f"--file: {path} holds {known.file.role}, not facts")
        return known or _outside(Path(path))
    facts = [file for file in on_record.files if file.file.role == "facts"]
    outlines = on_record.outlines
    counted = [sum(bool(topic) and heading.topic == topic for heading in outlines[file.file.shown]) for file in facts]
    if len(facts) != 1 and not any(counted):
        needed = (
            f"no fact has the topic {topic!r} yet; name its file with --file" if topic else "give --topic or --file"
        )
        raise UsageError(f"the file for the fact is not clear: {needed}")
    target = facts[counted.index(max(counted))]
    if target.file.path.resolve().is_relative_to(_PACKAGED):
        raise UsageError(f"{target.file.shown} is part of the installed package; name a file of your own with --file")
    return target


def _outside(path: Path) -> LoadedFile:
    """Return a file that is no part of the base, which may not even exist yet."""
    if path.suffix.lower() not in (".yaml", ".yml") or path.stem in ("sources", "entities", "lexicon"):
        raise UsageError(f"--file: {path} is no file for facts; name one such as eu.yaml")
    file = FactFile(path, str(path), "facts", given=True)
    if path.exists():
        if not path.is_file():
            raise UsageError(f"--file: {path} is not a file")
        return read_files([file])[0]
    if not path.resolve().parent.is_dir():
        raise UsageError(f"--file: there is no folder {path.resolve().parent}")
    return LoadedFile(file, b"")


def _relative(problems: Iterable[Problem], path: str, start: int, length: int) -> list[Problem]:
    """Tell the problems of the new fact by the lines of its own YAML."""
    return [
        replace(problem, path=NEW, line=problem.line - start + 1)
        if problem.path == path and start <= problem.line < start + length
        else problem
        for problem in problems
    ]


def _separate(contents: Contents, fact_id: str) -> tuple[Fact, FactBase]:
    """Return the new fact, and a base of all else."""
    new = next(entry.record for entry in contents.facts if entry.record.id == fact_id)
    others = [entry.record for entry in contents.facts if entry.record.id != fact_id]
    cited = {citation.source for fact in others for citation in fact.citations}
    brought = {citation.source for citation in new.citations if citation.source.startswith("inline-")} - cited
    before = FactBase.of(
        others,
        (entry.record for entry in contents.sources if entry.record.id not in brought),
        (entry.record for entry in contents.entities),
        (entry.record for entry in contents.concepts),
        places={entry.record.id: entry.where for entry in contents.facts if entry.record.id != fact_id},
    )
    return new, before


def _says_the_same(fact: Fact, draft: Mapping[str, Value], contents: Contents) -> bool:
    """Tell whether what was read back is what was to be written, to the letter."""
    sources = {entry.record.id: entry.record for entry in contents.sources}
    read = msgspec.json.decode(msgspec.json.encode(fact))  # lists, as in the draft
    citations = draft.get("citations", [])
    assert isinstance(citations, list)
    if any(read.get(key) != value for key, value in draft.items() if key not in ("citations", "certainty", "examples")):
        return False
    if draft.get("certainty", "reported") != fact.certainty or len(citations) != len(fact.citations):
        return False
    for wanted, citation in zip(citations, fact.citations, strict=True):
        assert isinstance(wanted, dict)
        source = wanted["source"]
        same = source == citation.source if isinstance(source, str) else _is(sources.get(citation.source), source)
        if not same or _text(wanted, "locator") != citation.locator or _text(wanted, "reports") != citation.reports:
            return False
    return True


def _is(source: Source | None, wanted: Value) -> bool:
    assert isinstance(wanted, dict)
    return source is not None and all(getattr(source, key) == value for key, value in wanted.items())


def weigh(addition: Addition, checker: Checker) -> Concerns:
    """Hold the new fact against the base as it is; what the fact says to dispute is no concern."""
    fact = addition.fact
    findings = [checker.check(text) for text in (fact.claim, *fact.paraphrases)]
    against = [
        finding
        for finding in findings
        if finding.verdict is Verdict.CONTRADICTED and (finding.fact is None or finding.fact.id not in fact.disputes)
    ]
    known = findings[0] if findings[0].verdict is Verdict.SUPPORTED else None
    told = {finding.fact.id for finding in findings if finding.fact}
    near = [one for one in checker.search(fact.claim, _SHOWN) if one.score >= NEAR and one.fact.id not in told]
    return Concerns(known, tuple(against), tuple(near))


def write(addition: Addition) -> None:
    """Write the file with the new fact, whole or not at all.

    Raises UsageError when the file has changed since it was read, or cannot be written.
    """
    shown, path = addition.file.file.shown, addition.file.file.path.resolve()
    try:
        if (path.read_bytes() if path.exists() else b"") != addition.file.data:
            raise UsageError(f"{shown} has changed in the meantime; nothing was added, run the command again")
        with replacing(path) as stream:
            stream.write(addition.data)
    except OSError as error:
        raise UsageError(f"{shown} cannot be written: {error.strerror}") from None
