"""Does clean text stay clean? False verdicts over prose that the record does not speak of, and over the record itself.

    python benchmarks/clean.py [--only prose|facts] [--errors] [--explain] [FILE.txt ...]

The prose is one sentence a line, ``#`` begins a comment; without files, that of tests/data/clean. No sentence of it is
contradicted by a fact of the shipped base or follows from one, so every verdict but "absent" is false.

The facts of the base do not contradict each other. Each wording of each, the claim and the paraphrases, is checked
twice: against the whole base, which must support it, and against the base without the fact itself and those that
dispute or refine it, which must not contradict it. That the others support it is no mistake: one thing may be told
twice. ``--errors`` lists every false verdict with its sentence, fact and reason; a wording's place is its fact's id
with its number, 0 for the claim.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kzfacts import FactBase, Finding, Verdict
from kzfacts.curation.audit.apart import ApartChecker

PROSE = Path(__file__).parents[1] / "tests/data/clean"


class Wrong(NamedTuple):
    """One false verdict: what was wrong, where the sentence stands (``path:line`` or the id of a fact), the finding."""

    what: str
    place: str
    finding: Finding


class Outcome(NamedTuple):
    """How many sentences were checked, and which verdicts were false, sorted."""

    checked: int
    wrong: list[Wrong]


def sentences(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each sentence of a file with its ``path:line``."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield f"{path.name}:{number}", line.strip()


def check_prose(checker: ApartChecker, paths: Iterable[Path]) -> Outcome:
    """Check sentences of which the record is silent: any verdict but "absent" is false."""
    checked, wrong = 0, []
    for place, sentence in (pair for path in paths for pair in sentences(path)):
        checked += 1
        finding = checker.check(sentence)
        if finding.verdict is not Verdict.ABSENT:
            wrong.append(Wrong(f"falsely {finding.verdict}", place, finding))
    return Outcome(checked, sorted(wrong, key=lambda one: (one.what, _fact_id(one.finding), one.place)))


def check_facts(checker: ApartChecker) -> Outcome:
    """Check every wording with the whole base, which must support it, and without its fact: none may contradict it."""
    facts = checker.fact_base.facts
    linked: dict[str, set[str]] = {fact.id: {fact.id} for fact in facts}
    for fact in facts:
        for other in (*fact.disputes, *fact.refines):
            linked[fact.id].add(other)
            linked[other].add(fact.id)
    checked, wrong = 0, []
    for fact in facts:
        for number, wording in enumerate((fact.claim, *fact.paraphrases)):
            checked += 1
            place = f"{fact.id}#{number}"
            finding = checker.check(wording)
            if finding.verdict is not Verdict.SUPPORTED:
                wrong.append(Wrong(f"{finding.verdict} by the whole base", place, finding))
            finding = checker.check_without(wording, linked[fact.id])
            if finding.verdict is Verdict.CONTRADICTED and _fact_id(finding) not in linked[fact.id]:
                wrong.append(Wrong("contradicted by another fact, without its own", place, finding))
    return Outcome(checked, sorted(wrong, key=lambda one: (one.what, one.place)))


def _fact_id(finding: Finding) -> str:
    return finding.fact.id if finding.fact is not None else ""


def show(title: str, run: Callable[[], Outcome], errors: bool, explain: bool) -> None:
    """Run a check and print its counts, per 1,000 sentences too, and, if asked, every false verdict."""
    began = time.perf_counter()
    checked, wrong = run()
    print(f"\n== {title}: {checked} sentences, {time.perf_counter() - began:.0f} s")
    counts = {what: sum(one.what == what for one in wrong) for what in sorted({one.what for one in wrong})}
    for what, count in counts.items():
        print(f"{what}: {count}, {1000 * count / checked:.1f} per 1,000")
    if not wrong:
        print("no false verdict")
    for one in wrong if errors else ():
        print(f"\n{one.what}  {one.place}  score {one.finding.score:.2f}\n  said    {one.finding.statement}")
        if one.finding.fact is not None:
            print(f"  record  {one.finding.fact.claim} [{one.finding.fact.when}; {one.finding.fact.id}]")
        print(f"  reason  {one.finding.message}")
        for step in one.finding.proof if explain else ():
            said = step.statement.text if step.statement is not None else ""
            print(f"    {step.aspect:<9} {said!r:<32} {step.relation:<19} {step.fact!r:<32} {step.note}".rstrip())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=("prose", "facts"), help="leave out the other half")
    parser.add_argument("--errors", action="store_true", help="list every false verdict")
    parser.add_argument("--explain", action="store_true", help="list them with their proofs")
    parser.add_argument("files", nargs="*", type=Path, help="prose to check instead of that of tests/data/clean")
    asked = parser.parse_args()
    errors = asked.errors or asked.explain
    checker = ApartChecker(FactBase.load())
    if asked.only != "facts":
        paths = asked.files or sorted(PROSE.glob("*.txt"))
        show("prose", lambda: check_prose(checker, paths), errors, asked.explain)
    if asked.only != "prose":
        show("facts", lambda: check_facts(checker), errors, asked.explain)


if __name__ == "__main__":
    main()
