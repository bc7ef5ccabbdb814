"""What came before what: the same two things, told in the same order or in the opposite one."""

from __future__ import annotations

import pytest

from kzfacts.factbase import Fact
from kzfacts.finding import Verdict
from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, check, fact

ORDER = fact("Astrid Holm visited Ostria before the congress opened in Marenza.", when="2014-05", kind="event")
AFTER = fact("The congress in Marenza opened after Astrid Holm had visited Ostria.", when="2014-05", kind="event")


@pytest.mark.parametrize("record", [ORDER, AFTER])
@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Astrid Holm visited Ostria before the congress opened in Marenza.", SUPPORTED),
        ("The congress opened in Marenza after Astrid Holm visited Ostria.", SUPPORTED),
        ("The congress opened in Marenza before Astrid Holm visited Ostria.", CONTRADICTED),
        ("Astrid Holm visited Ostria after the congress opened in Marenza.", CONTRADICTED),
        ("Astrid Holm visited Ostria before the harvest.", ABSENT),
    ],
)
def test_order_of_two_things(statement: str, record: Fact, verdict: Verdict) -> None:
    assert check(statement, record).verdict is verdict
