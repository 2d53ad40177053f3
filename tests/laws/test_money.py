"""Laws of money: sums without discounting, less with more of it, and a plan is the sum of its actions."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from readiness.errors import NoRoadmap
from readiness.roadmap.money import Appraisal, Stream, Terms, Value, appraise, discount_factor
from readiness.roadmap.ranges import Range3, summed
from tests.laws.plans import Problem, problems
from tests.laws.strategies import slow_law

AMOUNTS = st.integers(0, 50_000).map(Fraction)
RATES = st.sampled_from(("0", "1.5", "3.5", "3.55", "12", "100")).map(Fraction)


def ranges() -> st.SearchStrategy[Range3]:
    """Draw three points that rise."""
    return st.tuples(AMOUNTS, AMOUNTS, AMOUNTS).map(lambda points: tuple(sorted(points)))  # type: ignore[arg-type, return-value]


@st.composite
def streams(draw: st.DrawFn) -> dict[str, Stream]:
    """Draw some actions; some end after the period."""
    found = {}
    for name in "abc"[: draw(st.integers(0, 3))]:
        start = draw(st.integers(0, 14))
        amounts = [draw(ranges()) for _ in range(4)]
        found[name] = Stream(start, start + draw(st.integers(1, 6)), *amounts)
    return found


@st.composite
def appraised(draw: st.DrawFn) -> tuple[dict[str, Stream], Terms]:
    """Draw actions and the terms on which they are compared."""
    terms = Terms(draw(RATES), draw(st.integers(4, 8)), draw(st.integers(1, 600).map(Fraction)), 2026)
    return draw(streams()), terms


def quarterly(found: dict[str, Stream], quarter: int) -> tuple[Fraction, Fraction, Fraction]:
    """Return the likely spend, days and savings of a quarter, one action after the other."""
    spend = days = saved = Fraction(0)
    for one in found.values():
        if one.start <= quarter < one.end:
            spend += one.one_off[1] / (one.end - one.start)
            days += one.effort[1] / (one.end - one.start)
        if quarter >= one.end:
            spend += one.running[1] / 4
            saved += one.benefit[1] / 4
    return spend, days, saved


@given(appraised())
def test_present_value_is_the_sum_of_discounted_quarters(case: tuple[dict[str, Stream], Terms]) -> None:
    found, terms = case
    value = appraise(found, terms).value
    sums = [Fraction(0)] * 3
    for quarter in range(4 * terms.years):
        factor = discount_factor(terms.discount_rate, quarter // 4)
        sums = [total + factor * one for total, one in zip(sums, quarterly(found, quarter), strict=True)]
    assert [value.spend[1], value.effort[1], value.benefit[1]] == [sums[0], sums[1] * terms.day_rate, sums[2]]


@given(appraised())
def test_without_discounting_present_value_is_the_sum_of_the_years(case: tuple[dict[str, Stream], Terms]) -> None:
    found, terms = case
    plain = appraise(found, replace(terms, discount_rate=Fraction(0)))
    assert plain.value.spend == summed(one for year in plain.years for one in (year.one_off, year.running))
    assert plain.value.effort == summed(year.effort for year in plain.years)
    assert plain.value.benefit == summed(year.benefit for year in plain.years)


@given(appraised(), RATES)
def test_a_higher_rate_makes_no_amount_larger(case: tuple[dict[str, Stream], Terms], rate: Fraction) -> None:
    found, terms = case
    low, high = sorted((terms.discount_rate, rate))
    less, more = (appraise(found, replace(terms, discount_rate=one)).value for one in (high, low))
    for name in ("spend", "effort", "benefit"):
        assert all(a <= b for a, b in zip(getattr(less, name), getattr(more, name), strict=True))


@given(appraised())
def test_a_plan_is_the_sum_of_its_actions(case: tuple[dict[str, Stream], Terms]) -> None:
    found = appraise(*case)
    assert found.value == Value.total(found.actions.values())
    for side in range(3):
        net = sum((one.economic.net[side] for one in found.actions.values()), Fraction(0))
        assert found.value.economic.net[side] == net


@given(appraised())
def test_low_likely_and_high_keep_their_order(case: tuple[dict[str, Stream], Terms]) -> None:
    found = appraise(*case)
    for one in (found.value.cash, found.value.economic):
        low, likely, high = one.net
        assert low <= likely <= high
        if one.costs[1]:
            assert one.ratio[1] == one.benefits[1] / one.costs[1]
            assert (one.ratio[1] >= 1) == (likely >= 0)


@given(appraised(), st.sampled_from((Fraction(1, 2), Fraction(115, 100))))
def test_another_currency_scales_every_amount(case: tuple[dict[str, Stream], Terms], rate: Fraction) -> None:
    found, terms = case

    def times(points: Range3, factor: Fraction = rate) -> Range3:
        low, likely, high = points
        return low * factor, likely * factor, high * factor

    abroad = {
        name: replace(one, one_off=times(one.one_off), running=times(one.running), benefit=times(one.benefit))
        for name, one in found.items()
    }
    here, there = appraise(found, terms), appraise(abroad, replace(terms, day_rate=terms.day_rate * rate))
    assert there.value == Value(times(here.value.spend), times(here.value.effort), times(here.value.benefit))
    assert (there.cash_payback, there.economic_payback) == (here.cash_payback, here.economic_payback)


@given(appraised())
def test_payback_is_the_first_quarter_after_which_nothing_is_owed(case: tuple[dict[str, Stream], Terms]) -> None:
    found, terms = case
    balances, balance = [], Fraction(0)
    for quarter in range(4 * terms.years):
        spend, days, saved = quarterly(found, quarter)
        balance += saved - spend - days * terms.day_rate
        balances.append(balance)
    payback = appraise(found, terms).economic_payback
    if payback is None:
        assert balances[-1] < 0 or not any(quarterly(found, quarter)[2] for quarter in range(4 * terms.years))
    else:
        assert all(one >= 0 for one in balances[payback:])
        assert payback == 0 or balances[payback - 1] < 0


def money_of(problem: Problem) -> tuple[Appraisal | None, list[Range3]]:
    """Return the money of a problem's roadmap, and what its quarters cost."""
    try:
        found = problem.solved()
    except NoRoadmap:
        return None, []
    return found.money, [one.cost for one in found.quarters]


@slow_law
@given(problems())
def test_the_years_of_a_plan_cost_what_its_quarters_cost(problem: Problem) -> None:
    money, costs = money_of(problem)
    if money is None:
        return
    for year in money.years[: len(costs) // 4]:
        cost = summed(costs[4 * year.index : 4 * year.index + 4])
        assert summed((year.one_off, year.running)) == cost
