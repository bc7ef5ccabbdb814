"""Several facts on one matter: which answer counts, and when one takes the contradiction of another back."""

from __future__ import annotations

import pytest

from kzfacts.factbase import Fact
from kzfacts.finding import Relation, Verdict
from kzfacts.language.reading import Reading, Unit
from kzfacts.matching.choosing import choose
from kzfacts.matching.explanation import Answer
from kzfacts.matching.link import Link
from kzfacts.matching.proof import SURE, Judgement
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, check, fact

THIRTY = fact("Norland published 30 water documents in Ostria in 2014.", id="thirty")
FORTY = fact("Norland published water documents in Ostria, 40 of them on lakes, in 2014.", id="forty")
FIFTH = fact("Norland opened an embassy in Marenza on 5 May 2014.", id="fifth", when="2014-05-05", kind="event")
SEVENTH = fact(
    "Norland opened an embassy and a library in Marenza on 7 May 2014.", id="seventh", when="2014-05-07", kind="event"
)
RENTED = fact("Norland rented the old harbour to Ostria in 2014.", id="rented")


@pytest.mark.parametrize(
    ("statement", "facts", "verdict", "decides"),
    [
        # the fact with another number or date tells of another event
        ("Norland published 40 water documents in Ostria in 2014.", (THIRTY,), CONTRADICTED, "thirty"),
        ("Norland published 40 water documents in Ostria in 2014.", (THIRTY, FORTY), SUPPORTED, "forty"),
        ("Norland published 50 water documents in Ostria in 2014.", (THIRTY, FORTY), CONTRADICTED, "thirty"),
        ("Norland opened an embassy in Marenza on 7 May 2014.", (FIFTH,), CONTRADICTED, "fifth"),
        ("Norland opened an embassy in Marenza on 7 May 2014.", (FIFTH, SEVENTH), SUPPORTED, "seventh"),
        ("Norland opened an embassy in Marenza on 9 May 2014.", (FIFTH, SEVENTH), CONTRADICTED, "fifth"),
    ],
)
def test_a_sure_support_goes_before_a_conflict_of_values(
    statement: str, facts: tuple[Fact, ...], verdict: Verdict, decides: str
) -> None:
    for order in (facts, facts[::-1]):
        finding = check(statement, *order)
        assert finding.verdict is verdict
        assert finding.fact is not None
        assert finding.fact.id == decides


ALL_THIRTY = fact("All 30 members of the Northern League voted for the water budget in 2014.", id="all")
THE_FORTY = fact("The 40 members of the Northern League voted for the water budget in 2014.", id="forty")
THE_FIFTY = fact("The 50 members of the Northern League voted for the water budget in 2014.", id="fifty")
OTHER_BUDGET = fact("The 40 members of the Northern League voted for the school budget in 2014.", id="school")
BY_LUND = fact("Erik Lund opened all embassies of Norland in Marenza in June 2014.", id="lund", when="2014-06")
BY_ORSK = fact("Pavel Orsk opened the embassy of Norland in Marenza in June 2014.", id="orsk", when="2014-06")
BY_HOLM = fact("Astrid Holm opened the embassy of Norland in Marenza in June 2014.", id="holm", when="2014-06")
OPENED = "Norland opened a large new embassy with a garden, a library, a school and a lake in Marenza"
ON_FIFTH = fact(f"{OPENED} on 5 May 2014.", id="fifth", when="2014-05-05", kind="event")
IN_MAY = fact(f"{OPENED}.", id="may", when="2014-05", kind="status")
IN_JUNE = fact(f"{OPENED}.", id="june", when="2014-06", kind="status")
AN_EVENT = fact(f"{OPENED}.", id="event", when="2014-05", kind="event")

ALL_FORTY = "All 40 members of the Northern League voted for the water budget in 2014."
ALL_BY_ORSK = "Pavel Orsk opened all embassies of Norland in Marenza in June 2014."
ON_SEVENTH = f"{OPENED} on 7 May 2014."


@pytest.mark.parametrize(
    ("statement", "first", "other", "verdict"),
    [
        (ALL_FORTY, ALL_THIRTY, None, CONTRADICTED),
        (ALL_FORTY, ALL_THIRTY, THE_FORTY, ABSENT),
        (ALL_FORTY, ALL_THIRTY, THE_FIFTY, CONTRADICTED),
        (ALL_FORTY, ALL_THIRTY, OTHER_BUDGET, CONTRADICTED),
        (ALL_BY_ORSK, BY_LUND, None, CONTRADICTED),
        (ALL_BY_ORSK, BY_LUND, BY_ORSK, ABSENT),
        (ALL_BY_ORSK, BY_LUND, BY_HOLM, CONTRADICTED),
        # what lasts holds through a time with that date in it
        (ON_SEVENTH, ON_FIFTH, IN_MAY, ABSENT),
        (ON_SEVENTH, ON_FIFTH, IN_JUNE, CONTRADICTED),
        (ON_SEVENTH, ON_FIFTH, AN_EVENT, CONTRADICTED),
    ],
)
def test_another_fact_with_the_very_value_takes_the_contradiction_back(
    statement: str, first: Fact, other: Fact | None, verdict: Verdict
) -> None:
    if other is not None:
        assert check(statement, other).verdict is not SUPPORTED
    finding = check(statement, first, *([other] if other is not None else []))
    assert finding.verdict is verdict
    taken_back = [step.note for step in finding.proof if step.note.startswith("another fact has it so")]
    assert taken_back == ([f"another fact has it so ({other.id})"] if verdict is ABSENT and other is not None else [])


def answer(verdict: Verdict, score: float, *, nearness: float = 1.0, wrong: bool = False, aspect: str = "") -> Answer:
    """An answer of its own fact; ``aspect`` is that of its one conflict."""
    unit = Unit("word", "x", 0, 1, 0, ())
    links = [Link(aspect, Relation.ALTERNATION, unit)] if aspect else []
    judgement = Judgement(verdict, score, links, wrong=wrong, nearness=nearness)
    return Answer(Reading("x", [unit], frozenset(), frozenset()), RENTED, judgement)


UNSURE = answer(SUPPORTED, SURE - 0.001)
SURELY = answer(SUPPORTED, SURE, nearness=0.9)
MISTAKE = answer(CONTRADICTED, SURE, nearness=0.8, wrong=True)
HALF_A_MISTAKE = answer(CONTRADICTED, SURE - 0.1, wrong=True)
OTHER_DATE = answer(CONTRADICTED, 1.0, aspect="date")
OPPOSITE = answer(CONTRADICTED, 1.0, aspect="word")
NOT_TO_THE_POINT = answer(ABSENT, 1.0)


@pytest.mark.parametrize(
    ("answers", "chosen"),
    [
        ((UNSURE, MISTAKE), MISTAKE),
        ((UNSURE, HALF_A_MISTAKE), UNSURE),
        ((SURELY, MISTAKE), SURELY),
        ((OTHER_DATE, SURELY), SURELY),
        ((OPPOSITE, SURELY), OPPOSITE),
        ((NOT_TO_THE_POINT, UNSURE), UNSURE),
        ((), None),
    ],
)
def test_the_answer_that_counts(answers: tuple[Answer, ...], chosen: Answer | None) -> None:
    assert choose(answers) is chosen
    assert choose(answers[::-1]) is chosen


def test_a_value_is_in_doubt_where_another_fact_bears_most_of_it_out() -> None:
    chosen = choose((OTHER_DATE, UNSURE))
    assert chosen is not None
    assert chosen.judgement.verdict is ABSENT
    assert chosen.judgement.links[-1].note == f"another fact has it so ({RENTED.id})"
