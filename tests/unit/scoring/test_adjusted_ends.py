"""Adjustments of a range whose maximum lies between two, worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from readiness.model.adjust import Adjustment
from readiness.model.scale import MATURITY_5
from readiness.scoring.adjust import adjusted_ends

Ends = tuple[Fraction, Fraction]
QUARTER, HALF, MOST = Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)


def ends(rule: dict[str, Any], before: Ends, maxima: tuple[int, int]) -> Ends:
    """Return the ends after a rule on points."""
    found = Adjustment.model_validate({"because": "Reason."} | rule)
    return adjusted_ends(found, before, (Fraction(maxima[0]), Fraction(maxima[1])), MATURITY_5)


def test_points_that_are_added_weigh_least_where_the_maximum_is_largest() -> None:
    assert ends({"add": Fraction(1)}, (Fraction(0), HALF), (4, 8)) == (Fraction(1, 8), MOST)
    assert ends({"add": Fraction(-1)}, (HALF, MOST), (4, 8)) == (QUARTER, Fraction(5, 8))


@pytest.mark.parametrize(
    ("mode", "low", "high"),
    [
        ("half-up", Fraction(3, 8), Fraction(5, 8)),
        ("half-even", Fraction(3, 8), Fraction(5, 8)),
        ("half-down", Fraction(3, 8), Fraction(5, 8)),
        ("up", HALF, MOST),
        ("down", QUARTER, HALF),
    ],
)
def test_rounding_moves_an_end_by_all_that_it_can(mode: str, low: Fraction, high: Fraction) -> None:
    assert ends({"round": {"mode": mode}}, (HALF, HALF), (4, 8)) == (low, high)


def test_rounding_to_twos_moves_an_end_twice_as_far() -> None:
    assert ends({"round": {"to": 2, "mode": "up"}}, (QUARTER, QUARTER), (4, 8)) == (QUARTER, MOST)


def test_rounding_is_exact_where_there_is_one_maximum() -> None:
    assert ends({"round": {"mode": "up"}}, (Fraction(1, 8), Fraction(5, 8)), (4, 4)) == (QUARTER, MOST)


@pytest.mark.parametrize("rule", [{"add": Fraction(1)}, {"round": {"mode": "up"}}])
def test_where_there_may_be_no_points_what_is_added_or_rounded_may_lead_anywhere(rule: dict[str, Any]) -> None:
    assert ends(rule, (QUARTER, HALF), (0, 4)) == (0, 1)
    assert ends(rule, (-QUARTER, HALF), (0, 4)) == (-QUARTER, 1)


def test_where_there_may_be_no_points_what_is_multiplied_may_stay() -> None:
    assert ends({"multiply": Fraction(3, 2)}, (QUARTER, HALF), (0, 4)) == (QUARTER, MOST)
    assert ends({"multiply": HALF}, (QUARTER, HALF), (0, 4)) == (Fraction(1, 8), HALF)


def test_a_rule_on_ratios_or_scores_does_not_look_at_the_maximum() -> None:
    before, expected = (QUARTER, HALF), (HALF, MOST)
    for maxima in ((4, 8), (0, 8)):
        assert ends({"of": "ratio", "add": QUARTER}, before, maxima) == expected
        assert ends({"of": "score", "add": Fraction(1)}, before, maxima) == expected
