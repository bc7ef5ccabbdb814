"""Facts on the same thing: disputed versions and more exact tellings."""

from __future__ import annotations

from msgspec.structs import replace

from matching.sample import ABSENT, CONTRADICTED, SUPPORTED, check, fact

SIXTY = replace(
    fact("Norland sent 60 soldiers to Westmark in 2009.", id="sixty", when="2009", kind="quantity"),
    certainty="disputed",
    disputes=("ninety",),
)
NINETY = replace(
    fact("Norland sent 90 soldiers to Westmark in 2009.", id="ninety", when="2009", kind="quantity"),
    certainty="disputed",
)
SIGNED = fact("Norland signed the Haldor Charter in October 2008.", id="signed", when="2008-10", kind="agreement")
CONCLUDED = replace(
    fact("Norland initialled the Haldor Charter on 9 October 2008.", id="exact", when="2008-10-09", kind="agreement"),
    refines=("signed",),
)


def test_a_statement_that_one_version_bears_out_is_supported_and_names_the_other() -> None:
    for number, own, other in (("60", "sixty", "90"), ("90", "ninety", "60")):
        finding = check(f"Norland sent {number} soldiers to Westmark in 2009.", SIXTY, NINETY)
        assert finding.verdict is SUPPORTED
        assert finding.fact is not None
        assert finding.fact.id == own
        assert [(beside.bearing, beside.value) for beside in finding.beside] == [("disputes", other)]
        assert f"“{other}” (Haldor Courier" in finding.message


def test_what_no_version_bears_out_is_contradicted_by_both() -> None:
    finding = check("Norland sent 75 soldiers to Westmark in 2009.", SIXTY, NINETY)
    assert finding.verdict is CONTRADICTED
    assert {beside.value for beside in finding.beside} | {step.fact for step in finding.proof} >= {"60", "90"}


def test_a_version_that_leaves_it_open_takes_the_contradiction_back() -> None:
    silent = replace(fact("Norland sent soldiers to Westmark in 2009.", id="ninety", when="2009"), certainty="disputed")
    assert check("Norland sent 75 soldiers to Westmark in 2009.", SIXTY, silent).verdict is ABSENT


def test_a_more_exact_telling_is_shown_beside_the_fact_and_never_against_it() -> None:
    plain = check("Norland signed the Haldor Charter in October 2008.", SIGNED, CONCLUDED)
    assert plain.verdict is SUPPORTED
    assert [(beside.bearing, beside.fact.id) for beside in plain.beside] == [("refines", "exact")]
    exact = check("Norland initialled the Haldor Charter on 9 October 2008.", SIGNED, CONCLUDED)
    assert exact.verdict is SUPPORTED
    assert [(beside.bearing, beside.fact.id) for beside in exact.beside] == [("is less exact", "signed")]
