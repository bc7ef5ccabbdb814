"""One HTML page to read: each draft with its sentences marked, the fact and its citation beside them.

The page stands alone: no script, no address but those of sources, to be followed by hand; its policy allows its own
style and nothing else. Marks differ by sign and line, not by colour alone; every note is reached and left by links.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from kzfacts.finding import Verdict
from kzfacts.reports import wording
from kzfacts.reports.drafts import KIND_NAMES, KINDS, Kind, asides, clean, counted, counts, has_lines, kind, path_of
from kzfacts.reports.drafts_text import problem_line, summary
from kzfacts.reports.html_style import STYLE
from kzfacts.reports.quantities import quantity

if TYPE_CHECKING:
    from kzfacts.documents.model import Block
    from kzfacts.factbase import Citation, Fact
    from kzfacts.linting.results import CheckedFile, LintRun, Result

_SIGNS: dict[Kind, str] = {
    "contradicted": wording.SYMBOLS[Verdict.CONTRADICTED],
    "supported": wording.SYMBOLS[Verdict.SUPPORTED],
    "absent": wording.SYMBOLS[Verdict.ABSENT],
    "unchecked": "–",
    "suppressed": "○",
}
_MEANINGS: dict[Kind, str] = {
    "contradicted": "the record says otherwise",
    "supported": "on record",
    "absent": "not on record",
    "unchecked": "an opinion, a question, a prediction or no sentence",
    "suppressed": "not to count, with the reason given",
}
_LOUD: tuple[Kind, ...] = ("contradicted", "supported", "absent", "suppressed")


def render(run: LintRun) -> str:
    """Return the page."""
    style_hash = b64encode(sha256(STYLE.encode()).digest()).decode()
    notes = _Notes(run)
    body = "".join(notes.file(file, number) for number, file in enumerate(run.files, 1))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        f"style-src 'sha256-{style_hash}'; base-uri 'none'; form-action 'none'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>kzfacts: {_text(counted(_all(run)))}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"{_header(run, notes.first)}<main>\n{body}</main>\n{_footer(run)}</body>\n</html>\n"
    )


def _all(run: LintRun) -> Mapping[Kind, int]:
    return counts(result for file in run.files for result in file.results)


def _header(run: LintRun, first: str) -> str:
    found = _all(run)
    legend = "".join(
        f'<li class="{name}"><span class="sign" aria-hidden="true">{_SIGNS[name]}</span> '
        f"<b>{found[name]}</b> {KIND_NAMES.get(name, name)}: {_MEANINGS[name]}</li>\n"
        for name in KINDS
    )
    problems = "".join(f"<li>{_text(problem_line(problem))}</li>\n" for problem in run.problems)
    skip = f'<a class="skip" href="#{first}">To the first contradiction</a>\n' if first else ""
    return (
        f'{skip}<header>\n<h1>Facts in drafts</h1>\n<p>{_text(summary(run))}</p>\n<ul class="legend">\n{legend}</ul>\n'
        + (f'<h2>Problems</h2>\n<ul class="problems">\n{problems}</ul>\n' if problems else "")
        + _contents(run)
        + "</header>\n"
    )


def _contents(run: LintRun) -> str:
    if len(run.files) < 2:
        return ""
    rows = "".join(
        f'<li><a href="#f{number}">{_text(path_of(file.document))}</a>: {_text(counted(counts(file.results)))}</li>\n'
        for number, file in enumerate(run.files, 1)
    )
    return f'<nav aria-label="Drafts">\n<ul class="files">\n{rows}</ul>\n</nav>\n'


def _footer(run: LintRun) -> str:
    facts = quantity(len(run.fact_base.facts), "fact")
    return f"<footer><p>{facts} on record, {_text(run.fact_base.digest)}</p></footer>\n"


class _Notes:
    """Writes drafts with their notes, and numbers these through the whole page."""

    def __init__(self, run: LintRun) -> None:
        self._run = run
        self._number = 0
        every = [result for file in run.files for result in file.results if kind(result) in _LOUD]
        against = [number for number, result in enumerate(every, 1) if kind(result) == "contradicted"]
        self._next = dict(pairwise(against))
        self.first = f"n{against[0]}" if against else ""

    def file(self, file: CheckedFile, number: int) -> str:
        """Return one draft as a section."""
        by_block = {
            block: list(results)
            for block, results in groupby(file.results, key=lambda result: result.sentence.block.number)
        }
        blocks = {block.number: block for block in file.document.blocks}
        blocks |= {result.sentence.block.number: result.sentence.block for result in file.results}
        body = "".join(self._block(file, blocks[key], by_block.get(key, [])) for key in sorted(blocks))
        as_of = f", read as of {file.as_of.isoformat()}" if file.as_of else ""
        return (
            f'<section class="draft" id="f{number}" aria-labelledby="t{number}">\n'
            f'<h2 id="t{number}">{_text(path_of(file.document))}</h2>\n'
            f"<p>{_text(counted(counts(file.results)))}{as_of}</p>\n{body}</section>\n"
        )

    def _block(self, file: CheckedFile, block: Block, results: list[Result]) -> str:
        text, at, notes = "", 0, []
        for result in sorted(results, key=lambda result: result.sentence.start):
            start = max(at, result.sentence.start)
            number = 0
            if kind(result) in _LOUD:
                self._number += 1
                number = self._number
                notes.append(self._note(file, result, number))
            text += _text(block.text[at:start]) + _sentence(result, number)
            at = max(at, result.sentence.start + len(result.sentence.text))
        text += _text(block.text[at:])
        aside = f'<div class="notes">\n{"".join(notes)}</div>\n' if notes else ""
        return f'<div class="block">\n{_tagged(block, text)}\n{aside}</div>\n'

    def _note(self, file: CheckedFile, result: Result, number: int) -> str:
        finding, name = result.finding, kind(result)
        onward = self._next.get(number)
        parts = [
            f'<p class="verdict"><a href="#s{number}" aria-label="{name}, back to sentence {number}">'
            f"{_SIGNS[name]} {number}</a> <b>{name}</b> "
            f'<span class="place">{_text(_place(file, result))}</span></p>',
            f"<p>{_text(finding.message)}</p>",
            *(f'<p class="aside">{_text(aside)}</p>' for aside in asides(file.document, result)),
        ]
        if result.suppression is not None:
            parts.append(f"<p>{finding.verdict.value}, suppressed: {_text(result.suppression.justification)}</p>")
        if finding.suggestion is not None:
            parts.append(f'<p>record: <ins class="record">{_text(finding.suggestion.replacement)}</ins></p>')
        if finding.fact is not None:
            parts.append(self._fact(finding.fact))
        elif finding.related:
            parts.append(f"<p>nearest: {_text(finding.related[0].fact.claim)}</p>")
        if onward is not None:
            parts.append(f'<p class="onward"><a href="#n{onward}">Next contradiction</a></p>')
        lines = "\n".join(parts)
        return f'<aside class="note {name}" id="n{number}" aria-label="Note {number}: {name}">\n{lines}\n</aside>\n'

    def _fact(self, fact: Fact) -> str:
        standing = _text(f"{wording.standing(fact, self._run.fact_base)}; {fact.id}")
        sources = "".join(f"<li>{self._citation(citation)}</li>" for citation in fact.citations)
        return f'<p>{_text(fact.claim)} <span class="standing">[{standing}]</span></p>\n<ul>{sources}</ul>'

    def _citation(self, citation: Citation) -> str:
        source = self._run.fact_base.source_of(citation)
        text, link = _text(wording.cited(citation, source)), wording.address(source)
        return f'<a href="{_text(link)}" rel="noreferrer noopener">{text}</a>' if link else text


def _place(file: CheckedFile, result: Result) -> str:
    region = result.sentence.region
    return f"{'line' if has_lines(file.document) else 'paragraph'} {region.line}, column {region.column}"


def _sentence(result: Result, number: int) -> str:
    """Return a sentence in its mark; ``number`` is that of its note, 0 where it has none."""
    name = kind(result)
    if not number:
        why = _text(result.statement.unchecked or "")
        return f'<span class="unchecked" title="not checkable: {why}">{_text(result.sentence.text)}</span>'
    words = "".join(_words(result))
    return (
        f'<mark class="{name}" id="s{number}">{words}</mark><sup>'
        f'<a class="ref {name}" href="#n{number}" aria-label="{name}, note {number}">{_SIGNS[name]}{number}</a></sup>'
    )


def _words(result: Result) -> Iterator[str]:
    text, at = result.sentence.text, 0
    spans = wording.conflicts(result.finding) if result.finding.verdict is Verdict.CONTRADICTED else []
    for start, end in spans:
        yield f'{_text(text[at:start])}<strong class="conflict">{_text(text[start:end])}</strong>'
        at = end
    yield _text(text[at:])


def _tagged(block: Block, text: str) -> str:
    if block.kind == "heading":
        level = min(6, max(3, block.depth + 2))
        return f'<h{level} class="text">{text}</h{level}>'
    if block.kind == "quote":
        return f'<blockquote class="text">{text}</blockquote>'
    if block.kind == "row" and block.header:
        text = f'<span class="columns">{_text(" | ".join(block.header))}</span>{text}'
    return f'<p class="text {block.kind}">{text}</p>'


def _text(text: str) -> str:
    return escape(clean(text))
