"""How well drafts with labels are judged sentence by sentence, each read in its context.

    python benchmarks/drafts.py [--errors] [--all] [FOLDER ...]

Takes every ``NAME.gold.jsonl`` of the folders (tests/data/drafts where none is given) with the draft beside it. A
sentence agrees where the verdict is the label's; one that is nothing to check counts as absent.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from kzfacts.checker import Checker
from kzfacts.documents import read_document
from kzfacts.documents.model import Document
from kzfacts.factbase import FactBase
from kzfacts.finding import Finding
from kzfacts.linting.context import held_back, read_in_context
from kzfacts.linting.results import Statement

DRAFTS = Path(__file__).parents[1] / "tests/data/drafts"
Label = dict[str, object]


def find_drafts(folders: list[Path]) -> list[tuple[Path, Path]]:
    """Return each draft with its labels, in the order of their names."""
    pairs = []
    for gold in sorted(path for folder in folders for path in folder.glob("*.gold.jsonl")):
        stem = gold.name.removesuffix(".gold.jsonl")
        pairs += [(path, gold) for path in sorted(gold.parent.glob(stem + ".*")) if path != gold]
    return pairs


def judge(document: Document, checker: Checker) -> list[tuple[Statement, Finding | None]]:
    """Return the statements of a draft with their findings, None for what is nothing to check."""
    judged: list[tuple[Statement, Finding | None]] = []
    for statement in read_in_context(document, checker.vocabulary, document.dated):
        finding = None
        if statement.unchecked is None:
            finding = held_back(statement, checker.check(statement.text, document.dated))
        judged.append((statement, finding))
    return judged


def match(labels: list[Label], judged: list[tuple[Statement, Finding | None]]) -> list[int | None]:
    """Return for each label the position of its sentence, None where the reader cut the text otherwise."""
    places: list[int | None] = []
    position = 0
    for label in labels:
        found = next((i for i in range(position, len(judged)) if judged[i][0].sentence.text == label["sentence"]), None)
        places.append(found)
        position = position if found is None else found + 1
    return places


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[DRAFTS])
    parser.add_argument("--errors", action="store_true", help="print each disagreement")
    parser.add_argument("--all", action="store_true", help="print every sentence as it was judged")
    options = parser.parse_args()
    checker = Checker(FactBase.load())
    total: Counter[str] = Counter()
    for draft, gold in find_drafts(options.folders):
        counts = measure(draft, gold, checker, options.errors, options.all)
        total += counts
        print(f"{draft.name:28}{summary(counts)}")
    print(f"{'all':28}{summary(total)}")


def measure(draft: Path, gold: Path, checker: Checker, errors: bool, everything: bool) -> Counter[str]:
    """Return the counts of one draft; print its disagreements where wanted."""
    labels: list[Label] = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    document = read_document(str(draft), draft.read_bytes())
    judged = judge(document, checker)
    counts: Counter[str] = Counter(labels=len(labels))
    places = match(labels, judged)
    for label, place in zip(labels, places, strict=True):
        if place is None:
            counts["missing"] += 1
            print(f"  not found: {label['sentence']}")
            continue
        statement, finding = judged[place]
        got = finding.verdict.value if finding is not None else "absent"
        counts["agree"] += got == label["verdict"]
        counts["unchecked"] += finding is None
        counts["wrongly unchecked"] += finding is None and label["verdict"] != "absent"
        counts[got] += 1
        counts["right " + got] += got == label["verdict"]
        line = label["line"]
        counts["wrong line"] += line is not None and statement.sentence.region.line != line
        if everything or (errors and got != label["verdict"]):
            show(label, got, statement, finding)
    counts["unlabelled"] = len(judged) - sum(place is not None for place in places)
    for position, (statement, finding) in enumerate(judged):
        if position not in places and finding is not None and finding.verdict.value != "absent":
            counts["unlabelled judged"] += 1
            print(f"  without a label, {finding.verdict.value}: {statement.text}")
    return counts


def show(label: Label, got: str, statement: Statement, finding: Finding | None) -> None:
    """Print one sentence with what was made of it."""
    fact = finding.fact.id if finding is not None and finding.fact is not None else "-"
    why = finding.message if finding is not None else f"nothing to check: {statement.unchecked}"
    print(f"  {label['verdict']} -> {got} [{fact}; label {label.get('fact', '-')}] {why}")
    print(f"      {statement.sentence.text}")
    if statement.text != statement.sentence.text:
        print(f"    = {statement.text}")
    if statement.unclear:
        print(f"    ? {', '.join(statement.unclear)}")


def summary(counts: Counter[str]) -> str:
    """Return the figures of a count on one line."""
    parts = [f"agreement {counts['agree']}/{counts['labels']} = {counts['agree'] / max(counts['labels'], 1):.3f}"]
    for verdict in ("contradicted", "supported"):
        parts.append(f"{verdict} {counts['right ' + verdict]}/{counts[verdict]} right")
    parts += [
        f"{counts[name]} {name}"
        for name in ("wrong line", "missing", "unlabelled", "wrongly unchecked")
        if counts[name]
    ]
    return ", ".join(parts)


if __name__ == "__main__":
    main()
