"""Discounting, net present value, benefit-cost ratio and payback, worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from readiness.roadmap.money import Appraisal, Stream, Terms, appraise, discount_factor
from readiness.roadmap.ranges import NOTHING, Range3
from tests.builders import Plain, an_action
from tests.unit.roadmap.planning import questions, roadmap


def points(low: int, likely: int, high: int) -> Range3:
    """Return three points."""
    return Fraction(low), Fraction(likely), Fraction(high)


def terms(rate: Fraction | int = 10, years: int = 3, day_rate: int = 100) -> Terms:
    """Return terms that are easy to reckon with."""
    return Terms(Fraction(rate), years, Fraction(day_rate), None)


def a_stream(**keys: object) -> Stream:
    """Return half a year of work for 800 and 4 days, then 40 a year for 1,000 a year."""
    amounts = {
        "one_off": points(400, 800, 1600),
        "effort": points(2, 4, 8),
        "running": points(40, 40, 40),
        "benefit": points(500, 1000, 1500),
    }
    stream: dict[str, object] = {"start": 3, "end": 5} | amounts | keys
    return Stream(**stream)  # type: ignore[arg-type]


def test_factors_are_those_that_the_treasury_prints() -> None:
    rate = Fraction(35, 10)
    printed = ["1.0000", "0.9662", "0.9335", "0.9019", "0.8714", "0.8420"]
    assert [discount_factor(rate, year) for year in range(6)] == [Fraction(Decimal(one)) for one in printed]
    assert discount_factor(rate, 10) == Fraction(7089, 10_000)
    assert discount_factor(rate, 29) == Fraction(3687, 10_000)


def test_each_year_carries_its_share() -> None:
    first, second, third = appraise({"x": a_stream()}, terms()).years
    assert (first.factor, second.factor, third.factor) == (1, Fraction(9091, 10_000), Fraction(8264, 10_000))
    assert (first.one_off, first.effort, first.running, first.benefit) == (
        points(200, 400, 800),
        points(100, 200, 400),
        NOTHING,
        NOTHING,
    )
    assert (second.one_off, second.effort) == (first.one_off, first.effort)
    assert (second.running, second.benefit) == (points(30, 30, 30), points(375, 750, 1125))
    assert (third.one_off, third.running, third.benefit) == (NOTHING, points(40, 40, 40), points(500, 1000, 1500))


def test_present_value_is_the_discounted_sum_of_the_years() -> None:
    value = appraise({"x": a_stream()}, terms()).value
    one, two = Fraction(9091, 10_000), Fraction(8264, 10_000)
    assert value.spend[1] == 400 + one * 430 + two * 40
    assert value.effort[1] == 200 + one * 200
    assert value.benefit[1] == one * 750 + two * 1000


def test_low_takes_low_benefits_and_high_costs() -> None:
    value = appraise({"x": a_stream(start=0, end=4)}, terms(0, 2)).value
    assert (value.spend, value.effort, value.benefit) == (
        points(440, 840, 1640),
        points(200, 400, 800),
        points(500, 1000, 1500),
    )
    assert value.cash.net == points(500 - 1640, 160, 1500 - 440)
    assert value.economic.net == points(500 - 2440, -240, 1500 - 640)
    assert value.cash.ratio == (Fraction(500, 1640), Fraction(1000, 840), Fraction(1500, 440))


def test_without_a_cost_there_is_no_ratio() -> None:
    free = a_stream(one_off=points(0, 0, 10), effort=NOTHING, running=NOTHING, start=0, end=4)
    assert appraise({"x": free}, terms(0, 2)).value.cash.ratio == (50, None, None)


def test_benefits_begin_in_the_quarter_after_the_end() -> None:
    stream = a_stream(start=0, end=3, one_off=NOTHING, running=NOTHING)
    (year,) = appraise({"x": stream}, terms(0, 1)).years
    assert year.benefit[1] == 250


def test_what_ends_after_the_period_saves_nothing_in_it() -> None:
    (year,) = appraise({"x": a_stream(start=2, end=6)}, terms(0, 1)).years
    assert (year.one_off[1], year.running, year.benefit) == (400, NOTHING, NOTHING)


def payback(**keys: object) -> tuple[int | None, int | None]:
    """Return when a stream has paid back its spend, and its staff time as well."""
    found = appraise({"x": a_stream(**keys)}, terms(years=4))
    return found.cash_payback, found.economic_payback


def test_payback_is_the_quarter_that_makes_good_all_spend() -> None:
    # 800 by the end of quarter 4, then 240 more in every quarter: -560, -320, -80, 160
    assert payback() == (8, 9)
    assert payback(benefit=points(0, 840, 0)) == (8, 10)  # 800 after four quarters of 200, 1,200 after six


def test_what_never_pays_back_has_no_payback() -> None:
    assert payback(benefit=points(0, 41, 5000)) == (None, None)
    assert payback(benefit=NOTHING, one_off=NOTHING, running=NOTHING, effort=NOTHING) == (None, None)
    assert payback(benefit=points(0, 500, 0)) == (11, 15)  # 115 a quarter: 805 after seven, 1,265 after eleven
    assert payback(benefit=points(0, 340, 0)) == (15, None)  # 75 a quarter: 825 after eleven, the last
    assert payback(start=14, end=16) == (None, None)


def test_what_costs_nothing_outside_is_paid_back_from_the_start() -> None:
    assert payback(one_off=NOTHING, running=NOTHING) == (0, 6)


def test_a_later_cost_undoes_an_early_payback() -> None:
    early = a_stream(start=0, end=1, one_off=NOTHING, running=NOTHING, effort=NOTHING)
    late = a_stream(start=6, end=8, one_off=points(0, 2400, 0), effort=NOTHING, running=NOTHING, benefit=NOTHING)
    # 250 a quarter from quarter 1 on: 1,250 before 1,200 are spent in quarter 6, and again in quarter 7
    found = appraise({"a": early, "b": late}, terms(years=3))
    assert found.cash_payback == 10  # 250 * 10 = 2,500, after 2,250 in quarter 9


# --- the money of a roadmap ----------------------------------------------------------------------------------------


def money(limits: Plain, **keys: object) -> Appraisal:
    """Return the money of a plan of one action that costs 1,000 in the first quarter and saves 400 a year."""
    action = an_action("x", {"a": 3}, cost={"likely": 1000}, benefit_a_year={"likely": 400}, **keys)
    return roadmap(questions("a"), {"a": 1}, [action], limits=limits).money


def test_a_plan_is_appraised_over_five_years_at_the_rate_of_the_treasury() -> None:
    found = money({"quarters": 2})
    assert found.terms == Terms(Fraction(7, 2), 5, Fraction(400), None)
    assert len(found.years) == 5
    assert found.value.cash.net[1] == -1000 + 300 + 400 * Fraction(9662 + 9335 + 9019 + 8714, 10_000)
    assert found.actions["x"] == found.value


@pytest.mark.parametrize(
    ("limits", "years"),
    [
        ({"quarters": 20}, 5),
        ({"quarters": 21}, 6),
        ({"quarters": 2, "appraisal-years": 1}, 1),
        ({"quarters": 9, "appraisal-years": 2}, 3),
        ({"quarters": 8, "appraisal-years": 30}, 30),
    ],
)
def test_the_period_is_as_asked_and_never_ends_before_the_plan(limits: Plain, years: int) -> None:
    assert money(limits).terms.years == years


def test_a_plan_sets_its_own_rate_and_price_year() -> None:
    found = money({"discount-rate": 0, "price-year": 2026, "day-rate": 50})
    assert found.terms == Terms(Fraction(0), 5, Fraction(50), 2026)
    assert found.value.economic.net[1] == -1000 - 500 + 300 + 4 * 400


def test_a_plan_with_nothing_to_do_is_worth_nothing() -> None:
    found = roadmap(questions("a"), {"a": 3}, [an_action("x", {"a": 3})]).money
    assert (found.value.cash.net, found.value.cash.ratio, found.cash_payback) == (NOTHING, (None, None, None), None)
