"""What the reports on drafts share: what a result comes down to, where it stands, and how it is put in words.

A report is a module with a function from `LintRun` to text. Text that comes from a draft is passed through `clean` by
each of them before anything else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

import msgspec

from kzfacts.finding import Verdict
from kzfacts.reports import wording
from kzfacts.reports.characters import placed, printable

if TYPE_CHECKING:
    from kzfacts.documents.model import Document, Region
    from kzfacts.factbase import Fact
    from kzfacts.linting.results import CheckedFile, LintRun, Problem, Result

Kind = Literal["supported", "contradicted", "absent", "unchecked", "suppressed"]
"""What a result counts as: its verdict, unless there was nothing to check or it is not to count."""

KINDS: tuple[Kind, ...] = ("contradicted", "supported", "absent", "unchecked", "suppressed")
KIND_NAMES: dict[Kind, str] = {"unchecked": "not checkable"}

# Characters that XML 1.0 forbids and HTML calls an error, beside those that `printable` replaces.
_NONCHARACTERS = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17)) + "]"
)


class Shown(msgspec.Struct, frozen=True):
    """A result together with the draft that it is from."""

    file: CheckedFile
    result: Result


def clean(text: str) -> str:
    """Return ``text`` in one line with every character that controls something replaced by a visible one.

    One character stands for one, so that offsets hold.
    """
    text = printable(text)
    return text if text.isascii() else _NONCHARACTERS.sub("\ufffd", text)


def kind(result: Result) -> Kind:
    """Return what the result counts as."""
    if result.suppression is not None:
        return "suppressed"
    return result.finding.verdict.value if result.checkable else "unchecked"


def counts(results: Iterable[Result]) -> Counter[Kind]:
    """Return how many results there are of each kind."""
    return Counter(map(kind, results))


def counted(found: Mapping[Kind, int]) -> str:
    """Return counts in words: "1 contradicted, 2 supported, 0 absent"; kinds beside the verdicts if there are any."""
    return ", ".join(
        f"{found[name]} {KIND_NAMES.get(name, name)}"
        for name in KINDS
        if found[name] or name not in ("unchecked", "suppressed")
    )


def shown(run: LintRun, *, with_suppressed: bool = False) -> Iterator[Shown]:
    """Yield the results that ``run.reported`` asks for in reading order, without those with nothing to check."""
    for file in run.files:
        for result in listed(run, file, with_suppressed=with_suppressed):
            yield Shown(file, result)


def listed(run: LintRun, file: CheckedFile, *, with_suppressed: bool = False) -> Iterator[Result]:
    """Yield those of one file."""
    for result in file.results:
        wanted = result.checkable and result.finding.verdict in run.reported
        if wanted and (with_suppressed or result.suppression is None):
            yield result


def has_lines(document: Document) -> bool:
    """Say whether the draft has lines; in a .docx a place is a paragraph and a character."""
    return document.format != "docx"


def focus(result: Result) -> tuple[int, int]:
    """Return the stretch of the sentence to look at: the first in conflict, or all of it (offsets from 0)."""
    text = result.sentence.text
    suggestion = result.finding.suggestion
    if suggestion is not None and 0 <= suggestion.start < suggestion.end <= len(text):
        return suggestion.start, suggestion.end
    spans = wording.conflicts(result.finding) if result.finding.verdict is Verdict.CONTRADICTED else []
    return next(((start, end) for start, end in spans if start < end <= len(text)), (0, len(text)))


def place(result: Result) -> Region:
    """Return where to look: the place of the words in conflict, else that of the sentence.

    The words are more to the point than the sentence: in hard-wrapped text they stand on the line that needs a
    change, and a code review shows a result only if all of its lines are part of the change.
    """
    start, end = focus(result)
    return result.sentence.region_of(start, end) if start < end else result.sentence.region


def replaceable(document: Document, result: Result) -> Region | None:
    """Return the region that the suggestion may replace as it stands, None where there is no such.

    The words must be in the source exactly as they are read, on one line: no markup, entity or line end in between.
    """
    suggestion = result.finding.suggestion
    if suggestion is None or not suggestion.start < suggestion.end <= len(result.sentence.places):
        return None
    region = result.sentence.region_of(suggestion.start, suggestion.end)
    words = result.sentence.text[suggestion.start : suggestion.end]
    if region.line != region.end_line:
        return None
    return region if line_of(document, region.line)[region.column - 1 : region.end_column - 1] == words else None


def line_of(document: Document, number: int) -> str:
    """Return a line of the source, counted from 1, without its end; empty where there is none."""
    lines = document.source.split("\n", number)
    return lines[number - 1].removesuffix("\r") if 0 < number <= len(lines) else ""


def path_of(document_or_problem: Document | Problem) -> str:
    """Return the path with forward slashes and without characters that control something.

    A path that begins like a workflow command of GitHub's has ``./`` before it.
    """
    return placed(clean(PurePath(document_or_problem.path).as_posix()))


def uri_of(path: str) -> str:
    """Return the path as a URI reference: relative where the path is, percent-encoded byte by byte."""
    pure = PurePath(path)
    encoded = quote(pure.as_posix().encode("utf-8", "surrogatepass"), safe="/")
    return f"file://{encoded}" if pure.is_absolute() else encoded


def fact_place(run: LintRun, fact_id: str) -> tuple[str, int] | None:
    """Return the path and line of the fact's YAML, None where they are not known or not below the working folder."""
    path, _, line = run.fact_base.places.get(fact_id, "").rpartition(":")
    pure = PurePath(path)
    if pure.is_absolute() or ".." in pure.parts or not line.isdecimal():
        return None
    return (path, int(line)) if path and int(line) > 0 else None


def sentence_case(text: str) -> str:
    """Return a message as a sentence: a capital letter at its beginning, a full stop at its end.

    What begins with the name of something, such as "kzfacts-off", keeps its spelling.
    """
    text = clean(text).strip()
    first = text.partition(" ")[0].rstrip(",;:")
    if first.isalpha():
        text = text[:1].upper() + text[1:]
    return text + ("" if text.endswith((".", "!", "?", "…")) else ".")


def asides(document: Document, result: Result) -> Iterator[str]:
    """Yield what is to be said of the sentence apart from its text: its paragraph, its speaker, how it was read."""
    if not has_lines(document):
        yield f"paragraph {result.sentence.region.line}"
    if result.statement.speaker:
        yield f"words of {clean(result.statement.speaker)}"
    if result.statement.text != result.sentence.text:
        yield f"read as “{clean(result.statement.text)}”"


def recorded(run: LintRun, fact: Fact) -> str:
    """Return a fact with its date, certainty and id: "... [2014, reported; official-visits-2014]"."""
    return clean(f"{fact.claim} [{wording.standing(fact, run.fact_base)}; {fact.id}]")


def sources(run: LintRun, fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield each citation of a fact in words, with the address of its source, which may be empty."""
    for citation in fact.citations:
        source = run.fact_base.source_of(citation)
        yield clean(wording.cited(citation, source)), clean(wording.address(source))


def paragraph(run: LintRun, shown: Shown) -> str:
    """Return a result in one line of prose: the reason, the sentence, the record and its sources."""
    result = shown.result
    finding = result.finding
    notes = "; ".join(asides(shown.file.document, result))
    parts = [
        sentence_case(finding.message),
        _quoted(result.sentence.text, notes),
    ]
    if finding.fact is not None:
        parts.append(f"Record: {recorded(run, finding.fact)}")
        parts += [f"Source: {source}" + (f" <{link}>" if link else "") for source, link in sources(run, finding.fact)]
    return " ".join(parts)


def _quoted(text: str, notes: str) -> str:
    quotation = f"Draft: “{clean(text)}”"
    if notes:
        return f"{quotation} ({notes})."
    return quotation if text.endswith((".", "!", "?", "…")) else f"{quotation}."
