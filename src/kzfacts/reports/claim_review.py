"""Facts as ClaimReview, the schema.org markup for fact checks, in JSON-LD (https://schema.org/ClaimReview).

Each fact becomes a review of its own claim. The rating says how firmly the sources tell the claim, not that they
are right; `RATINGS` is the scale. Nothing is made up: what a source does not have is left out, and a fact none of
whose sources has an address is identified by ``urn:kzfacts:ID``.
"""

from __future__ import annotations

import re
from typing import Any

from kzfacts.factbase import Citation, Fact, FactBase
from kzfacts.factbase.model import Certainty
from kzfacts.reports import wording

BEST, WORST = 5, 1
RATINGS: dict[Certainty, tuple[int, str]] = {
    "reported": (5, "Reported as a fact"),
    "stated": (4, "Stated"),
    "planned": (3, "Planned"),
    "disputed": (3, "Disputed: sources disagree"),
    "speculated": (2, "Speculated"),
}
"""What each certainty becomes: a number from 5, told as a fact, down to 1, and its words."""

_ISO_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")


def review(fact: Fact, fact_base: FactBase) -> dict[str, Any]:
    """Return one fact as a ClaimReview."""
    appearances = [_appearance(citation, fact_base) for citation in fact.citations]
    claim: dict[str, Any] = {"@type": "Claim", "appearance": appearances}
    speaker = _speaker(fact, fact_base)
    if speaker:
        claim["author"] = speaker
    if fact.kind == "statement" and _ISO_DATE.fullmatch(fact.when):
        claim["datePublished"] = fact.when  # of words, the date is the day they were said
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": f"urn:kzfacts:{fact.id}",
        "url": next((work["url"] for work in appearances if "url" in work), f"urn:kzfacts:{fact.id}"),
        "claimReviewed": fact.claim,
        "author": {"@type": "Organization", "name": "kzfacts"},
        "itemReviewed": claim,
        "reviewRating": _rating(fact, fact_base),
    }


def _rating(fact: Fact, fact_base: FactBase) -> dict[str, Any]:
    value, words = RATINGS[fact.certainty]
    if fact.attributed_to:
        entity = fact_base.entities.get(fact.attributed_to)
        words += f" by {entity.name if entity else fact.attributed_to}" if fact.certainty != "disputed" else ""
    return {
        "@type": "Rating",
        "ratingValue": value,
        "bestRating": BEST,
        "worstRating": WORST,
        "alternateName": words,
    }


def _speaker(fact: Fact, fact_base: FactBase) -> dict[str, str] | None:
    """Return who says it, where that is a person or body on record."""
    entity = fact_base.entities.get(fact.attributed_to)
    if entity is None or entity.kind not in ("person", "organisation", "country", "publisher"):
        return None
    return {"@type": "Person" if entity.kind == "person" else "Organization", "name": entity.name}


def _appearance(citation: Citation, fact_base: FactBase) -> dict[str, Any]:
    """Return a cited document as a CreativeWork, with what is on record about it."""
    source = fact_base.source_of(citation)
    work: dict[str, Any] = {
        "@type": "CreativeWork",
        "name": source.title,
        "publisher": {"@type": "Organization", "name": source.publisher},
    }
    if _ISO_DATE.fullmatch(source.published):
        work["datePublished"] = source.published
    if link := wording.address(source):
        work["url"] = link
    if source.author:
        work["author"] = source.author
    if citation.locator:
        work["pagination"] = citation.locator
    return work
