from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from curation.sample import BASE, NO_VISIT, RAILWAY, VISIT

from kzfacts.factbase import FactBase
from kzfacts.factbase.model import Certainty
from kzfacts.reports.claim_review import BEST, RATINGS, WORST, review
from reports.sample import FACT_BASE, UNION

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "schemas" / "claim-review.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("base", [BASE, FACT_BASE, FactBase.load()], ids=["sample", "reports", "shipped"])
def test_reviews_keep_to_the_schema(base: FactBase) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate([review(fact, base) for fact in base.facts])


def test_a_review() -> None:
    assert review(UNION, FACT_BASE) == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": "urn:kzfacts:union-view-2014",
        "url": "https://example.org/edm-12-18",
        "claimReviewed": "The union limits nobody's sovereignty.",
        "author": {"@type": "Organization", "name": "kzfacts"},
        "itemReviewed": {
            "@type": "Claim",
            "appearance": [
                {
                    "@type": "CreativeWork",
                    "name": "A Year of Diplomacy",
                    "publisher": {"@type": "Organization", "name": "Eurasia Daily Monitor"},
                    "datePublished": "2015-01-30",
                    "url": "https://example.org/edm-12-18",
                    "author": "A. Writer",
                    "pagination": "paragraph 2",
                },
                {
                    "@type": "CreativeWork",
                    "name": "Notes",
                    "publisher": {"@type": "Organization", "name": "Archive"},
                    "datePublished": "2014-12",
                },
            ],
            "author": {"@type": "Person", "name": "Erlan Idrissov"},
            "datePublished": "2014-12-26",
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 4,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": "Stated by Erlan Idrissov",
        },
    }


def test_the_address_is_that_of_a_source_or_a_name_of_our_own() -> None:
    assert review(VISIT, BASE)["url"] == "https://example.org/report"  # the first source has none
    assert review(NO_VISIT, BASE)["url"] == "urn:kzfacts:no-visit"


def test_nothing_is_made_up() -> None:
    work = review(NO_VISIT, BASE)["itemReviewed"]["appearance"][0]
    assert set(work) == {"@type", "name", "publisher"}
    assert "author" not in review(NO_VISIT, BASE)["itemReviewed"]  # the West is neither person nor body
    assert "datePublished" not in review(RAILWAY, BASE)["itemReviewed"]  # the date of an event is not that of words
    said_once = msgspec.structs.replace(RAILWAY, kind="statement", when="2013/2014")
    assert "datePublished" not in review(said_once, BASE)["itemReviewed"]


def test_every_certainty_has_a_rating() -> None:
    assert set(RATINGS) == set(get_args(Certainty))
    assert all(WORST <= value <= BEST for value, _ in RATINGS.values())
    values = {certainty: RATINGS[certainty][0] for certainty in get_args(Certainty)}
    assert values["reported"] > values["stated"] > values["planned"] > values["speculated"]
    assert review(NO_VISIT, BASE)["reviewRating"]["alternateName"] == "Disputed: sources disagree"
