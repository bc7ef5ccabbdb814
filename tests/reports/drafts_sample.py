"""A lint run over three small drafts with everything in it that a report can show."""

from __future__ import annotations

import datetime

from kzfacts.documents.model import Block, BlockKind, Document, Region, Sentence
from kzfacts.finding import Finding, Relation, Span, Step, Verdict
from kzfacts.linting.results import CheckedFile, LintRun, Problem, Reason, Result, Statement, Suppression
from reports.sample import FACT_BASE, UNION, absent, contradicted, supported

SOURCE = """\
---
date: 2015-01-05
---
# A year of visits

Nazarbayev made *ten* visits in 2014. He
made eight visits in 2014. Nobody knows.

- Émigrés 😀 say Nazarbayev made ten visits in 2014.
- Was it wise?
"""
AS_OF = datetime.date(2015, 1, 5)


def sentence(text: str, block: Block, line: int = 1, column: int = 1) -> Sentence:
    """A sentence of a block that stands on one line of the source without markup."""
    places = tuple((line, column + offset) for offset in range(len(text)))
    return Sentence(text, Region(line, column, line, column + len(text)), places, block, block.text.index(text))


def block(
    text: str,
    number: int,
    kind: BlockKind = "paragraph",
    header: tuple[str, ...] = (),
    group: int | None = None,
    depth: int = 0,
) -> Block:
    return Block(kind, text, number, header=header, group=group, depth=depth)


def result(
    finding: Finding,
    of: Sentence,
    *,
    speaker: str = "",
    read_as: str = "",
    unchecked: Reason | None = None,
    suppression: Suppression | None = None,
) -> Result:
    text = read_as or of.text
    statement = Statement(of, text, tuple(range(len(text))), speaker, unchecked)
    return Result(statement, finding, suppression)


def article() -> CheckedFile:
    """A Markdown draft in which the words in conflict stand in markup, and a sentence goes over two lines."""
    title = block("A year of visits", 0, "heading", depth=1)
    body = block("Nazarbayev made ten visits in 2014. He made eight visits in 2014. Nobody knows.", 1)
    item = block("Émigrés 😀 say Nazarbayev made ten visits in 2014.", 2, "item", group=1, depth=1)
    last = block("Was it wise?", 3, "item", group=1, depth=1)
    first = "Nazarbayev made ten visits in 2014."
    columns = [*range(1, 17), 18, 19, 20, *range(22, 38)]
    marked = Sentence(first, Region(6, 1, 6, 38), tuple((6, column) for column in columns), body, 0)
    second = "He made eight visits in 2014."
    places = ((6, 39), (6, 40), (6, 41), *((7, column) for column in range(1, 27)))
    wrapped = Sentence(second, Region(6, 39, 7, 27), places, body, 36)
    return CheckedFile(
        Document(
            "drafts/a year.md",
            "markdown",
            (sentence(title.text, title, 4, 3), marked, wrapped),
            (title, body, item, last),
            dated=AS_OF,
            source=SOURCE,
        ),
        (
            result(absent(title.text), sentence(title.text, title, 4, 3), unchecked="fragment"),
            result(contradicted(), marked),
            result(supported(second), wrapped, read_as="Nursultan Nazarbayev made eight visits in 2014."),
            result(absent("Nobody knows."), sentence("Nobody knows.", body, 7, 28)),
            result(contradicted(item.text), sentence(item.text, item, 9, 3), speaker="Émigrés"),
            result(absent(last.text), sentence(last.text, last, 10, 3), unchecked="question"),
        ),
        AS_OF,
    )


def memo() -> CheckedFile:
    """A .docx, which has paragraphs in the place of lines, and one thing suppressed."""
    first, second = block("Nazarbayev made ten visits in 2014.", 0), block("Ten or ten, it was ten.", 1)
    suppression = Suppression("inSource", "as the ministry counts", Region(1, 1, 1, 30))
    two = Finding(
        second.text,
        Verdict.CONTRADICTED,
        0.8,
        "says ten; the record has eight",
        fact=UNION,
        proof=(
            Step("number", Relation.ALTERNATION, Span("ten", 7, 10), "eight"),
            Step("number", Relation.ALTERNATION, Span("ten", 19, 22), "eight"),
        ),
    )
    return CheckedFile(
        Document("memo.docx", "docx", (), (first, second)),
        (
            result(contradicted(), sentence(first.text, first, 1), suppression=suppression),
            result(two, sentence(second.text, second, 2)),
        ),
    )


def run() -> LintRun:
    """Two drafts with results, one without any, two problems."""
    empty = CheckedFile(Document("notes.txt", "text", (), (), source="\n"), ())
    return LintRun(
        FACT_BASE,
        (article(), memo(), empty),
        (
            Problem("drafts/a year.md", 12, 1, "nothing here to ignore: remove the comment", "warning"),
            Problem("scan.md", 1, 1, "not a text: save it as UTF-8"),
            Problem("there is none.md", 0, 0, "no such file or folder"),
        ),
    )


def hostile(text: str, path: str = "a.md") -> LintRun:
    """A run in which everything that a draft can bring is the text given."""
    whole = f"{text} ten {text}"
    one = block(whole, 0)
    of = sentence(whole, one)
    start = whole.index(" ten ") + 1
    finding = Finding(
        whole,
        Verdict.CONTRADICTED,
        0.9,
        f"says {text}; the record has eight",
        fact=UNION,
        proof=(Step("number", Relation.ALTERNATION, Span("ten", start, start + 3), "eight", text),),
    )
    row = block(f"{text} ", 1, "row", header=(text,))
    results = (
        result(finding, of, speaker=text, read_as=f"{text}!"),
        result(finding, of, suppression=Suppression("inSource", text)),
        result(absent(row.text), sentence(row.text, row, 2)),
    )
    document = Document(path, "markdown", (of,), (one, row), source=whole)
    return LintRun(
        FACT_BASE,
        (CheckedFile(document, results),),
        (Problem(path, 1, 1, text), Problem(path, 1, 1, text, "warning")),
        (Verdict.CONTRADICTED, Verdict.ABSENT),
    )
