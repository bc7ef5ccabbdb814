"""A small fact base with names, disputes and examples, for what curators use."""

from __future__ import annotations

from kzfacts.factbase import Citation, Entity, Fact, FactBase, Office, Source
from kzfacts.factbase.model import Example, Examples

ENTITIES = (
    Entity("kazakhstan", "Kazakhstan", "country", aliases=("Republic of Kazakhstan",), demonyms=("Kazakh",)),
    Entity("iran", "Iran", "country", demonyms=("Iranian",)),
    Entity("west", "West", "region", aliases=("the West",)),
    Entity("asia", "Asia", "region"),
    Entity("central-asia", "Central Asia", "region"),
    Entity("congo-brazzaville", "Republic of the Congo", "country", demonyms=("Congolese",)),
    Entity("congo-kinshasa", "DR Congo", "country", demonyms=("Congolese",)),
    Entity(
        "hassan-rouhani",
        "Hassan Rouhani",
        "person",
        aliases=("Rouhani",),
        offices=(
            Office("President", of="iran", start="2013-08-03", end="2021-08-03"),
            Office("Member of the Assembly", start="1999"),
        ),
    ),
)
SOURCES = (
    Source("dated", "A report", "The Paper", "2014-09-10", "https://example.org/report", "A. Writer"),
    Source("undated", "=A page", "The Site"),
)
RAILWAY = Fact(
    "railway",
    "The railway through Central Asia opened in December 2014.",
    "2014-12-03",
    (Citation("dated", "p. 2"),),
    kind="event",
    topic="railway",
    participants={"partner": ("iran", "kazakhstan")},
)
VISIT = Fact(
    "visit",
    "Hassan Rouhani visited Kazakhstan in September 2014.",
    "2014-09",
    (Citation("undated"), Citation("dated", "p. 1")),
    kind="visit",
    certainty="disputed",
    topic="iran",
    disputes=("no-visit",),
    examples=Examples(
        supported=("Rouhani came in autumn 2014.", Example("Rouhani came last year.", "2015-01")),
        absent=("Rouhani came by train.",),
    ),
)
NO_VISIT = Fact(
    "no-visit",
    "The Iranian president stayed away in 2014.",
    "2014",
    (Citation("undated"),),
    kind="visit",
    certainty="disputed",
    topic="iran",
    attributed_to="west",
)
VISIT_DAY = Fact(
    "visit-day",
    "Rouhani came on 9 September 2014.",
    "2014-09-09",
    (Citation("dated"),),
    kind="visit",
    topic="iran",
    refines=("visit",),
)
TIES = Fact("ties", "Iran and the West have had little to do with each other.", "1980/..", (Citation("dated"),))
BASE = FactBase.of(
    (RAILWAY, VISIT, NO_VISIT, VISIT_DAY, TIES),
    SOURCES,
    ENTITIES,
    places={"visit": "facts/iran.yaml:3", "railway": "facts/railway.yaml:1"},
)
