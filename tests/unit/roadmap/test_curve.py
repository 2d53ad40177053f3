"""At which budgets a frontier looks, and where its curve bends."""

from __future__ import annotations

from fractions import Fraction

from readiness.roadmap.curve import budgets, knee


def curve(*points: tuple[int, int]) -> list[tuple[Fraction, Fraction]]:
    return [(Fraction(x), Fraction(y)) for x, y in points]


def test_ten_budgets_run_from_nothing_to_enough_closer_together_below() -> None:
    amounts = [int(one) for one in budgets(Fraction(81_000))]
    assert amounts == [0, 1000, 4000, 9000, 16_000, 25_000, 36_000, 49_000, 64_000, 81_000]


def test_budgets_have_two_digits_but_for_the_last() -> None:
    assert [int(one) for one in budgets(Fraction(12_345))][-2:] == [9800, 12_345]


def test_the_plans_own_budget_takes_the_place_of_the_nearest() -> None:
    amounts = budgets(Fraction(81_000), Fraction(15_500))
    assert len(amounts) == 10
    assert Fraction(15_500) in amounts
    assert Fraction(16_000) not in amounts


def test_an_own_budget_beyond_the_ends_is_not_looked_at() -> None:
    assert budgets(Fraction(81), Fraction(100)) == budgets(Fraction(81))
    assert budgets(Fraction(81), Fraction(0)) == budgets(Fraction(81))


def test_where_nothing_costs_money_there_is_one_budget() -> None:
    assert budgets(Fraction(0), Fraction(500)) == (Fraction(0),)


def test_small_amounts_give_fewer_budgets_and_none_twice() -> None:
    assert [int(one) for one in budgets(Fraction(3))] == [0, 1, 2, 3]


def test_the_knee_lies_furthest_above_the_line_between_the_ends() -> None:
    assert knee(curve((0, 0), (1, 5), (2, 8), (10, 10))) == 2  # 8/10 - 2/10, above 5/10 - 1/10


def test_a_straight_line_and_one_that_bends_upwards_have_no_knee() -> None:
    assert knee(curve((0, 0), (1, 1), (2, 2))) is None
    assert knee(curve((0, 0), (1, 1), (2, 9))) is None


def test_a_flat_curve_and_a_single_point_have_no_knee() -> None:
    assert knee(curve((0, 3), (5, 3))) is None
    assert knee(curve((0, 3))) is None


def test_a_leap_that_is_still_to_come_leaves_no_knee() -> None:
    assert knee(curve((0, 0), (3, 32), (21, 32), (26, 100))) is None  # two thirds of the gain come last
    assert knee(curve((0, 0), (10, 60), (90, 60), (91, 100))) is None  # 40 for 1, after 60 for 10


def test_half_of_the_gain_at_once_and_slower_gains_after_it_make_a_knee() -> None:
    assert knee(curve((0, 0), (1, 50), (9, 50), (10, 75), (11, 100))) == 1
