"""All links together: what is no conflict after all, what is one, and what the fact must have whatever the rest.

Each step sees what those before it left, so the order is part of the meaning.
"""

from __future__ import annotations

from kzfacts.factbase.model import Fact
from kzfacts.language.reading import Reading
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.matching.aspects import role, scope, slots, substitution, transfer
from kzfacts.matching.compilation import LASTING_KINDS
from kzfacts.matching.demands import (
    demand_capitals,
    demand_circumstance,
    demand_class,
    demand_deed,
    demand_object,
    demand_pairs,
    demand_predicate,
    demand_saying,
    demand_subject,
    demand_topic,
)
from kzfacts.matching.fact_reading import FactReading
from kzfacts.matching.link import Link
from kzfacts.matching.proof import Policy
from kzfacts.matching.settling.dates import (
    settle_dates,
    settle_none_before,
    settle_other_terms,
    settle_periods,
    settle_plans,
    settle_states,
)
from kzfacts.matching.settling.denials import (
    settle_asides,
    settle_cancelled,
    settle_crossed,
    settle_exceptions,
    settle_first_time,
    settle_pioneers,
    settle_relatives,
    settle_scope,
    settle_silence,
    settle_superlatives,
)
from kzfacts.matching.settling.names import (
    settle_comparison,
    settle_ends,
    settle_left_out,
    settle_seats,
    settle_venues,
    settle_wordings,
)
from kzfacts.matching.settling.numbers import (
    settle_complements,
    settle_decades,
    settle_firsts,
    settle_narrower,
    settle_ordinals,
    settle_parts,
    settle_predecessors,
    settle_rows_of_years,
    settle_series,
    settle_sums,
)


def settle(
    links: list[Link], statement: Reading, reading: FactReading, fact: Fact, vocabulary: Vocabulary, policy: Policy
) -> None:
    """Let links that are no conflict after all be none, and others be one."""
    if not policy.same_matter and fact.kind is not None and fact.kind not in LASTING_KINDS:
        settle_states(links, statement)
    role.mirror(links, statement, reading, vocabulary)
    settle_dates(links, statement)
    settle_plans(links)
    settle_firsts(links)
    settle_predecessors(links, statement)
    if not policy.same_matter:
        settle_sums(links, statement)
    settle_complements(links, statement, reading)
    settle_ordinals(links, statement, reading)
    settle_venues(links, statement, reading, vocabulary)
    settle_left_out(links, statement, reading)
    settle_decades(links)
    settle_asides(links, statement)
    settle_superlatives(links, statement, reading)
    settle_seats(links, statement, reading, fact, vocabulary.compiled.seats)
    if not policy.same_matter:
        settle_parts(links, statement)
        settle_series(links)
    settle_periods(links, statement, reading)
    settle_narrower(links, statement, reading)
    settle_first_time(links, statement, reading)
    settle_pioneers(links, statement, reading)
    settle_exceptions(links, statement, reading)
    settle_silence(links, statement, fact)
    settle_relatives(links, statement, reading)
    transfer.settle_leaving(statement, links, reading, vocabulary)
    if fact.kind == "office":
        settle_other_terms(links, reading, vocabulary)
    if role.comparison_holds(statement, reading, vocabulary):
        settle_comparison(links)
    if policy.same_matter:
        slots.replace_names(links, statement, reading)
    else:
        substitution.substitute(statement, links, reading, vocabulary)
    settle_scope(links, reading)
    settle_crossed(links)
    settle_ends(links)
    settle_wordings(links, statement, reading)
    settle_rows_of_years(links, reading)
    settle_none_before(links, statement, reading)
    settle_cancelled(links, reading, fact)
    scope.focus(statement, links, reading, vocabulary)


def demand(links: list[Link], statement: Reading, reading: FactReading, fact: Fact) -> None:
    """Make hard what the fact must have whatever the rest."""
    demand_subject(links)
    demand_predicate(statement, links)
    demand_topic(links)
    demand_object(links)
    demand_circumstance(links)
    demand_saying(links, statement)
    demand_class(links, statement)
    demand_capitals(links, statement)
    demand_pairs(links, reading)
    if fact.kind == "status":
        demand_deed(links, reading)
