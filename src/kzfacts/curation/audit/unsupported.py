"""Claims that the base does not bear out, though the fact itself is in it.

Such a claim makes more than one assertion, tells a plan as a deed, or has another date than ``when``; or it is beyond
the engine. With ``thorough``, the paraphrases are checked, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfacts.curation.audit.records import Fault, Records, fault
from kzfacts.factbase import Fact
from kzfacts.finding import Verdict

KIND = "unsupported"
KINDS = (KIND,)


def check(records: Records) -> Iterator[Fault]:
    """Find the wordings that the whole base does not support."""
    for entry in records.facts.values():
        for what, text, steps in _wordings(entry.record, records.thorough):
            finding = records.checker.check(text)
            if finding.verdict is not Verdict.SUPPORTED:
                by = f" by {finding.fact.id}" if finding.fact is not None else ""
                message = f"the base does not support {what} of {entry.record.id}: {finding.verdict}{by}"
                yield fault(entry, KIND, f"{message}: {finding.message}", *steps)


def _wordings(fact: Fact, thorough: bool) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """Yield what to check: what it is, the text, and the way to it in the record."""
    yield "the claim", fact.claim, ("claim",)
    if thorough:
        for number, text in enumerate(fact.paraphrases):
            yield f"the paraphrase {text!r}", text, ("paraphrases", number)
