"""The ends of each roll-up over children that are given, worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest

from readiness.model.scoring import EmptyRung
from readiness.scoring.rollup import ROLLUPS, Bounded, Options

Ends = tuple[Fraction, Fraction]
ZERO, ONE = Fraction(0), Fraction(1)
QUARTER, HALF = Fraction(1, 4), Fraction(1, 2)


def ends(
    rollup: str, *children: Bounded, most: int | None = None, top_rung: int = 1, empty_rung: EmptyRung = "inherit"
) -> Ends:
    """Return the lowest and the highest ratio over these children."""
    options = Options(top_rung=top_rung, most=None if most is None else Fraction(most), empty_rung=empty_rung)
    return ROLLUPS[rollup](options).bounds(children)


def a_child(
    low: Fraction,
    high: Fraction,
    maxima: tuple[int, int] = (4, 4),
    *,
    certain: bool = True,
    weight: int = 1,
    rung: int = 1,
) -> Bounded:
    """Return a child between two ends."""
    return Bounded(Fraction(weight), low, high, Fraction(maxima[0]), Fraction(maxima[1]), certain, rung)


def test_where_none_is_certain_any_child_may_be_the_only_one() -> None:
    children = a_child(QUARTER, HALF, certain=False), a_child(HALF, ONE, certain=False)
    assert ends("max", *children) == (QUARTER, 1)
    assert ends("min", *children) == (QUARTER, 1)


def test_a_mean_of_rates_is_moved_by_every_child_that_moves_it_further() -> None:
    sure, others = a_child(ONE, ONE, weight=10), [a_child(HALF, HALF, certain=False)] * 5
    assert ends("hmean", sure, *others) == (Fraction(3, 4), 1)  # 15 / (10 + 5 x 2)
    sure, others = a_child(HALF, HALF, weight=10), [a_child(ONE, ONE, certain=False)] * 5
    assert ends("hmean", sure, *others) == (HALF, Fraction(3, 5))  # 15 / (10 x 2 + 5)


def test_what_moves_a_mean_of_rates_most_joins_first_whatever_its_weight() -> None:
    children = [
        a_child(HALF, HALF),
        a_child(ONE, ONE, weight=2, certain=False),
        a_child(ONE, ONE, certain=False),
        a_child(QUARTER, QUARTER, certain=False),
        a_child(QUARTER, QUARTER, weight=3, certain=False),
    ]
    # the low end is 5 / (2 + 4 + 12), the high one 4 / (2 + 1 + 2)
    assert ends("hmean", *children) == (Fraction(5, 18), Fraction(4, 5))
    light, heavy = a_child(ONE, ONE, certain=False), a_child(QUARTER, QUARTER, weight=2, certain=False)
    assert ends("hmean", a_child(HALF, HALF), light, heavy) == (Fraction(3, 10), Fraction(2, 3))


def test_a_ladder_of_children_that_are_known_has_one_end() -> None:
    children = a_child(ONE, ONE), a_child(ONE, ONE, rung=2)
    assert ends("ladder", *children, top_rung=2) == (1, 1)
    assert ends("ladder", *children, top_rung=3) == (1, 1)  # an empty rung goes with the one below
    assert ends("ladder", a_child(ONE, ONE), a_child(HALF, HALF, rung=2), top_rung=2) == (HALF, HALF)


def test_one_child_that_is_not_satisfied_holds_a_rung_and_one_that_may_not_count_may_not() -> None:
    met, unmet = a_child(ONE, ONE), a_child(ZERO, HALF)
    assert ends("ladder", met, unmet) == (0, 0)
    assert ends("ladder", met, unmet._replace(certain=False)) == (0, 1)
    assert ends("ladder", met, unmet._replace(high=ONE)) == (0, 1)


def test_a_ladder_ends_at_a_rung_that_may_turn_out_empty_though_one_above_it_counts() -> None:
    first, second = a_child(ONE, ONE, certain=False), a_child(ONE, ONE, rung=2, certain=False)
    assert ends("ladder", first, second, top_rung=2, empty_rung="fail") == (0, 1)
    assert ends("ladder", first, second, top_rung=2, empty_rung="inherit") == (0, 1)
    assert ends("ladder", first, second, top_rung=2, empty_rung="skip") == (HALF, 1)


@pytest.mark.parametrize("empty", get_args(EmptyRung))
def test_the_only_child_of_a_ladder_counts_wherever_the_ladder_does(empty: EmptyRung) -> None:
    assert ends("ladder", a_child(ONE, ONE, certain=False), empty_rung=empty) == (1, 1)
    assert ends("ladder", a_child(ZERO, HALF, certain=False), empty_rung=empty) == (0, 0)


@pytest.mark.parametrize(("ratio", "found"), [(HALF, (ZERO, HALF)), (-HALF, (-HALF, ZERO)), (ZERO, (ZERO, ZERO))])
def test_a_sum_that_may_be_left_without_points_may_come_to_nothing(ratio: Fraction, found: Ends) -> None:
    pointless = a_child(ratio, ratio, (0, 4))
    assert ends("sum", pointless) == found
    assert ends("sum", pointless, a_child(ratio, ratio, certain=False)) == found
    assert ends("sum", pointless, a_child(ratio, ratio)) == (ratio, ratio)
    assert ends("sum", a_child(ratio, ratio, certain=False)) == (ratio, ratio)


def test_over_a_maximum_that_stays_every_child_that_may_count_can_add_to_a_sum() -> None:
    children = a_child(HALF, ONE, certain=False), a_child(HALF, ONE, certain=False)
    assert ends("sum", *children, most=8) == (QUARTER, 1)  # 2 of 8 with one of them, 8 of 8 with both


def test_where_none_is_certain_a_sum_has_the_fewest_points_with_the_least_of_them_alone() -> None:
    children = [a_child(low, ONE, (most, most), certain=False) for low, most in ((HALF, 8), (QUARTER, 4))]
    assert ends("sum", *children, most=12) == (Fraction(1, 12), 1)
    assert ROLLUPS["sum"](Options()).maxima(children) == (4, 12)


def test_a_weak_child_is_best_for_a_sum_with_few_points_and_worst_with_many() -> None:
    weak, strong = a_child(QUARTER, HALF, (2, 4)), a_child(ONE, ONE)
    # (4 x 1/4 + 4) of 8 and (2 x 1/2 + 4) of 6
    assert ends("sum", weak, strong) == (Fraction(5, 8), Fraction(5, 6))


def test_any_child_of_a_stack_that_may_count_may_be_the_only_one() -> None:
    children = a_child(HALF, HALF, certain=False), a_child(ZERO, ZERO, certain=False)
    assert ends("stack", *children) == (0, HALF)
    assert ends("stack", *reversed(children)) == (0, HALF)


def test_a_stack_that_has_ended_does_not_begin_again() -> None:
    assert ends("stack", a_child(HALF, HALF), a_child(ONE, ONE), a_child(ONE, ONE)) == (Fraction(1, 6), Fraction(1, 6))


def test_points_below_zero_weigh_most_at_the_largest_maximum() -> None:
    assert ends("sum", a_child(-ONE, -HALF, (2, 4)), most=8) == (-HALF, Fraction(-1, 8))


def test_a_sum_over_a_maximum_of_nothing_is_nothing() -> None:
    assert ends("sum", a_child(ZERO, ONE, (0, 0)), most=0) == (0, 0)
