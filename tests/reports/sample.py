"""A small fact base, and an engine over it that answers from a table: what reports and commands work on."""

from __future__ import annotations

import datetime

from kzfacts.errors import KzfactsError
from kzfacts.factbase import Citation, Entity, Fact, FactBase, Source
from kzfacts.finding import Finding, Related, Relation, Span, Step, Suggestion, Verdict
from kzfacts.matching.withholding import withheld

SOURCE = Source(
    id="edm-12-18",
    title="A Year of Diplomacy",
    publisher="Eurasia Daily Monitor",
    published="2015-01-30",
    url="https://example.org/edm-12-18",
    author="A. Writer",
)
VISITS = Fact(
    id="official-visits-2014",
    claim="President Nazarbayev made eight official visits abroad in 2014.",
    when="2014",
    citations=(Citation("edm-12-18", "paragraph 1", "MFA.kz, 26 December 2014"),),
    kind="quantity",
    topic="foreign-policy-2014",
    participants={"agent": "nursultan-nazarbayev"},
    paraphrases=("Kazakhstan's president went on eight official foreign trips in 2014.",),
)
UNION = Fact(
    id="union-view-2014",
    claim="The union limits nobody's sovereignty.",
    when="2014-12-26",
    citations=(Citation("edm-12-18", "paragraph 2"), Citation("bare")),
    kind="statement",
    certainty="stated",
    attributed_to="erlan-idrissov",
    topic="eaeu",
)
FACT_BASE = FactBase.of(
    facts=(VISITS, UNION),
    sources=(SOURCE, Source(id="bare", title="Notes", publisher="Archive", published="2014-12")),
    entities=(
        Entity(id="nursultan-nazarbayev", name="Nursultan Nazarbayev", kind="person"),
        Entity(id="erlan-idrissov", name="Erlan Idrissov", kind="person"),
    ),
    places={"official-visits-2014": "facts/foreign-policy-2014.yaml:18", "union-view-2014": "facts/eaeu.yaml:3"},
)


def contradicted(statement: str = "Nazarbayev made ten visits in 2014.") -> Finding:
    """A finding in which the word ``ten`` of the statement is at odds with the fact."""
    start = statement.index("ten")
    return Finding(
        statement=statement,
        verdict=Verdict.CONTRADICTED,
        score=0.9349,
        message="says ten visits; the record has eight",
        fact=VISITS,
        proof=(
            Step("name", Relation.EQUIVALENCE, Span("Nazarbayev", 0, 10), "President Nazarbayev"),
            Step("number", Relation.ALTERNATION, Span("ten", start, start + 3), "eight", "10 is not 8"),
            Step("word", Relation.REVERSE_ENTAILMENT, None, "official"),
        ),
        suggestion=Suggestion(start, start + 3, "eight"),
    )


def supported(statement: str = "Nazarbayev made eight visits in 2014.") -> Finding:
    """A finding that rests on a fact."""
    return Finding(statement, Verdict.SUPPORTED, 1.0, "on record", fact=VISITS)


def absent(statement: str = "Nobody knows.") -> Finding:
    """A finding with nothing but near facts."""
    related = (Related(UNION, 0.614), Related(VISITS, 0.5))
    return Finding(statement, Verdict.ABSENT, 0.0, "nothing on record", related=related)


class TableChecker:
    """Answers by a word of the statement; ``boom`` and ``odd`` raise what a checker should and may raise."""

    def __init__(self, fact_base: FactBase, min_score: float = 0.0) -> None:
        self.fact_base = fact_base
        self.min_score = min_score

    def check(self, statement: str, as_of: datetime.date | None = None) -> Finding:
        if "boom" in statement:
            raise RuntimeError("out of\norder")
        if "odd" in statement:
            raise KzfactsError("cannot be read")
        if "as of" in statement:
            return Finding(statement, Verdict.ABSENT, 0.0, f"as of {as_of}")
        if "ten" in statement:
            finding = contradicted(statement)
            return finding if finding.score >= self.min_score else withheld(finding, self.min_score, ())
        return supported(statement) if "eight" in statement else absent(statement)

    def search(self, text: str, limit: int = 10) -> list[Related]:
        return [Related(fact, 0.8) for fact in self.fact_base.facts if text.lower() in fact.claim.lower()][:limit]


def judge(statement: str, fact_text: str, as_of: datetime.date | None = None) -> Finding:
    """Support what is the same word for word, and know nothing else."""
    verdict = Verdict.SUPPORTED if statement == fact_text else Verdict.ABSENT
    return Finding(statement, verdict, 1.0, f"compared as of {as_of}")
