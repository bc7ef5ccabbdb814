"""Verdicts that are too unsure to report: ``--min-score`` trades recall for precision."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kzfacts.finding import Finding, Related, Verdict

MOST_RELATED = 3
"""How many near facts the finding names, the one that it rested on among them."""


def withheld(finding: Finding, min_score: float, found: Sequence[Related]) -> Finding:
    """Return a supported or contradicted finding as an absent one, whose message says that it is below ``min_score``.

    The fact that it rested on comes first among the related, then those that were ``found``, best first; its retrieval
    score is 0 where it was found in another way. The proof stays. The score is what the verdict lacked to certainty.
    """
    fact = finding.fact
    assert fact is not None
    own = next((one for one in found if one.fact.id == fact.id), Related(fact, 0.0))
    others = [one for one in found if one.fact.id != fact.id]
    return replace(
        finding,
        verdict=Verdict.ABSENT,
        score=round(1.0 - finding.score, 4),
        message=f"score {finding.score:.2f} is below {min_score:g}: not reported as {finding.verdict} by {fact.id}",
        fact=None,
        suggestion=None,
        related=(own, *others[: MOST_RELATED - 1]),
        beside=(),
    )
