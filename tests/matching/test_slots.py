"""Names of a statement against other names in the same place of one text."""

import pytest

from kzfacts import judge

BRIDGE = "In 1931 the bridge was designed by Marta Quintrell and the toll keeper Ottokar Vasari moved into its tower."


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("The bridge was designed by Marta Quintrell.", "supported"),
        ("The bridge was designed by Rupert Oldcastle.", "contradicted"),
        ("The toll keeper Rupert Oldcastle moved into its tower.", "contradicted"),
        ("The bridge was designed by Marta Quintrel.", "absent"),  # perhaps the same one, spelt otherwise
        ("The bridge, designed in 1931, was painted by Rupert Oldcastle.", "absent"),  # another place
    ],
)
def test_another_name_in_the_same_place_is_a_conflict(statement: str, verdict: str) -> None:
    assert judge(statement, BRIDGE).verdict == verdict
