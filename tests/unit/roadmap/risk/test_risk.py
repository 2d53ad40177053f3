"""How sure a roadmap is, worked out by hand where that can be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from readiness.roadmap.risk.analysis import find_risk
from readiness.roadmap.risk.result import Percentiles, Risk
from readiness.roadmap.schedule import plan_roadmap
from readiness.roadmap.solve import Planner
from tests.builders import Plain, a_framework, a_question, an_action, an_area, an_assessment, read_assessment
from tests.unit.scoring.sheet import TODAY, a_sheet

TWO_AREAS = [an_area("d1", [a_question("a"), a_question("b")]), an_area("d2", [a_question("c"), a_question("d")])]
WIDE = {"low": 100, "likely": 200, "high": 400}
SIX_MONTHS = {"likely": 26}


def a_risk(*actions: Plain, risk: Mapping[str, Any] | None = None, **limits: object) -> Risk:
    """Return the risk of a plan of four quarters from 2027 with these actions on the questions a, b, c and d."""
    found = maybe_risk(actions, risk or {}, limits)
    assert found is not None
    return found


def maybe_risk(actions: Sequence[Plain], risk: Mapping[str, Any], limits: Mapping[str, Any]) -> Risk | None:
    framework = a_framework(areas=TWO_AREAS, actions=list(actions), roles={"lead": "Lead", "ciso": "Security officer"})
    sheet = a_sheet(framework, dict.fromkeys("abcd", 1))
    keys = {name.replace("_", "-"): value for name, value in limits.items()}
    written = {"starts": "2027-01-01", "quarters": 4, "risk": dict(risk)} | keys
    plan = read_assessment(an_assessment(plan=written), framework)[1].plan
    roadmap = plan_roadmap(
        sheet.scorer, sheet.readings, sheet.scorecard, plan, assessed_on=TODAY, planner=Planner.RANKED
    )
    return find_risk(roadmap, plan)


def all_of(value: object) -> Percentiles[Any]:
    return Percentiles(value, value, value, value)


# --- where nothing is uncertain ---------------------------------------------------------------------------------------


def test_nothing_planned_has_no_risk() -> None:
    assert maybe_risk([], {}, {}) is None


def test_without_a_range_every_percentile_is_the_plan() -> None:
    first = an_action(
        "first", {"a": 3}, cost={"likely": 80}, duration_weeks=SIX_MONTHS, running_cost_a_year={"likely": 8}
    )
    second = an_action("second", {"b": 3}, cost={"likely": 30}, needs=["first"])
    risk = a_risk(first, second, budget_a_quarter=40, budget=114, capacity_days_a_quarter={"*": 10, "lead": 10})
    assert risk.uncertain == 0
    assert risk.given.cost == risk.alone.cost == all_of(110)
    assert risk.effort_days == all_of(20)
    assert [quarter.spend for quarter in risk.quarters] == [all_of(40), all_of(40), all_of(32), all_of(2)]
    # `second` starts with the third quarter, and 4 of its 13 weeks are 29 of 92 days: 1 July and 28 more.
    assert risk.given.finish == all_of(date(2027, 7, 29))
    assert risk.planned_finish == date(2027, 9, 30)
    chances = risk.chances
    assert (chances.cost, chances.on_time, chances.in_plan) == (1, 1, 1)
    assert (chances.each_quarter, chances.budget, chances.people) == (1, 1, 1)
    assert (risk.cost_drivers, risk.finish_drivers) == ((), ())


def test_a_limit_that_the_plan_does_not_have_has_no_chance() -> None:
    chances = a_risk(an_action("x", {"a": 3}, cost=WIDE)).chances
    assert (chances.each_quarter, chances.budget, chances.people, chances.teams) == (None, None, None, {})


# --- cost -------------------------------------------------------------------------------------------------------------


def test_one_action_costs_more_than_high_in_one_of_ten_draws() -> None:
    """Its tenth percentile is low and its ninetieth high, each to three standard errors: 3 × 0.3 % of the draws."""
    risk = a_risk(an_action("x", {"a": 3}, cost=WIDE), budget=400)
    assert risk.chances.budget == pytest.approx(0.9, abs=0.009)
    assert risk.given.cost.p10 == pytest.approx(100, abs=5)
    assert risk.given.cost.p90 == pytest.approx(400, abs=10)


def test_percentiles_rise() -> None:
    found = a_risk(an_action("x", {"a": 3}, cost=WIDE), an_action("y", {"b": 3}, cost=WIDE)).given.cost
    assert found.p10 < found.p50 < found.p80 < found.p90


def test_what_misses_all_alike_adds_up_percentile_by_percentile() -> None:
    one, other = an_action("x", {"a": 3}, cost=WIDE), an_action("y", {"b": 3}, cost={"low": 1, "likely": 2, "high": 9})
    alike = {"correlation": 1}
    both, first, second = (a_risk(*actions, risk=alike).given.cost for actions in ([one, other], [one], [other]))
    for share in ("p10", "p50", "p80", "p90"):
        assert getattr(both, share) == pytest.approx(getattr(first, share) + getattr(second, share))


def test_what_misses_together_is_less_sure_than_what_misses_alone() -> None:
    actions = [an_action(f"x{id_}", {id_: 3}, cost=WIDE) for id_ in "ab"]
    risk = a_risk(*actions, risk={"correlation": 0.8})
    assert risk.given.cost.p90 - risk.given.cost.p10 > risk.alone.cost.p90 - risk.alone.cost.p10
    assert (risk.given.correlation, risk.alone.correlation) == (Fraction(4, 5), Fraction(0))


def test_actions_of_two_top_areas_do_not_miss_together() -> None:
    apart = [an_action("x", {"a": 3}, cost=WIDE), an_action("y", {"c": 3}, cost=WIDE)]
    near = [an_action("x", {"a": 3}, cost=WIDE), an_action("y", {"b": 3}, cost=WIDE)]
    together = {"correlation": 1}
    assert a_risk(*apart, risk=together).given.cost.p90 < a_risk(*near, risk=together).given.cost.p90


def test_without_correlation_both_results_are_the_same() -> None:
    risk = a_risk(an_action("x", {"a": 3}, cost=WIDE), risk={"correlation": 0})
    assert risk.given == risk.alone


def test_an_action_more_leaves_the_draws_of_the_others_as_they_were() -> None:
    """The other one costs a sure 1,000: were anything else drawn, no percentile would be as much higher."""
    one, sure = an_action("x", {"a": 3}, cost=WIDE), an_action("w", {"b": 3}, cost={"likely": 1000})
    before, after = a_risk(one).given.cost, a_risk(one, sure).given.cost
    for share in ("p10", "p50", "p80", "p90"):
        assert getattr(after, share) == pytest.approx(getattr(before, share) + 1000)


def test_the_same_plan_gives_the_same_risk_and_another_seed_another() -> None:
    action = an_action("x", {"a": 3}, cost=WIDE)
    assert a_risk(action) == a_risk(action)
    assert a_risk(action).given.cost != a_risk(action, risk={"seed": 7}).given.cost


# --- budgets ----------------------------------------------------------------------------------------------------------


def test_spend_within_the_budget_of_each_quarter_and_with_what_is_carried_over() -> None:
    """Half of 100 to 400 each in two quarters: above 200 for one draw in ten, and with 200 saved before them for none.

    The action waits for another that is done in the first quarter and costs nothing.
    """
    first = an_action("first", {"a": 3}, effort_days={"likely": 1})
    late = an_action("late", {"b": 3}, cost=WIDE, duration_weeks=SIX_MONTHS, needs=["first"])
    strict = a_risk(first, late, budget_a_quarter=200)
    in_each = [quarter.within for quarter in strict.quarters]
    assert in_each == [1, pytest.approx(0.9, abs=0.009), in_each[1], 1]
    assert strict.chances.each_quarter == strict.quarters[1].within
    saved = a_risk(first, late, budget_a_quarter=200, carry_over=True)
    carried = [quarter.within for quarter in saved.quarters]
    assert carried[0] == carried[1] == 1
    assert carried[2] is not None
    assert carried[2] > 0.99


def test_running_cost_begins_when_an_action_ends() -> None:
    """12 a year is 3 a quarter; half of the draws end after the planned quarter, and pay less in the next."""
    weeks = {"low": 10, "likely": 13, "high": 16}
    action = an_action("x", {"a": 3}, duration_weeks=weeks, running_cost_a_year={"likely": 12})
    quarters = a_risk(action).quarters
    assert quarters[0].spend == all_of(0)
    assert quarters[1].spend.p10 < quarters[1].spend.p90 == pytest.approx(3)
    # One in ten takes more than 16 weeks: three of the thirteen are not paid.
    assert quarters[1].spend.p10 == pytest.approx(3 * 10 / 13, abs=0.02)
    assert quarters[2].spend == all_of(3)


def test_money_that_slips_beyond_the_plan_counts_against_the_whole_budget() -> None:
    late = an_action("x", {"a": 3}, cost={"likely": 100}, duration_weeks={"low": 50, "likely": 52, "high": 90})
    risk = a_risk(late, budget=100)
    assert risk.quarters[3].spend.p10 < 25
    assert risk.chances.budget == 1
    assert a_risk(late, budget=101).chances.budget == 1


# --- people -----------------------------------------------------------------------------------------------------------


def test_every_limit_on_people_is_looked_at_by_itself_and_with_all_others() -> None:
    days, others = {"low": 5, "likely": 6, "high": 10}, {"ciso": {"low": 1, "likely": 2, "high": 3}}
    action = an_action("x", {"a": 3}, effort_days=days, effort_of_others=others)
    chances = a_risk(action, capacity_days_a_quarter={"lead": 10, "ciso": 3, "*": 100}, risk={"correlation": 0}).chances
    assert chances.teams == {"lead": pytest.approx(0.9, abs=0.009), "ciso": pytest.approx(0.9, abs=0.009), "*": 1}
    assert chances.people == pytest.approx(0.81, abs=0.012)


# --- time -------------------------------------------------------------------------------------------------------------


def test_what_waits_starts_as_planned_or_when_the_last_before_it_has_ended() -> None:
    """One draw in ten of the first takes more than 20 weeks; the second then starts so much later."""
    first = an_action("first", {"a": 3}, duration_weeks={"low": 10, "likely": 12, "high": 20})
    second = an_action("second", {"b": 3}, duration_weeks={"likely": 13}, needs=["first"])
    risk = a_risk(first, second)
    assert risk.planned_finish == date(2027, 6, 30)
    assert risk.given.finish.p10 == date(2027, 6, 30)
    # 33 weeks are two quarters and 7 of 13 parts of the 92 days of the third: they end on its fiftieth day.
    assert abs(risk.given.finish.p90 - date(2027, 8, 19)) <= timedelta(days=2)
    # It is late when the first takes more than its quarter, and then hangs on it.
    [driver] = risk.finish_drivers
    assert risk.chances.on_time == pytest.approx(1 - driver.decides)
    assert risk.chances.in_plan == 1


def test_an_action_that_ends_early_pulls_nothing_forward() -> None:
    first = an_action("first", {"a": 3}, duration_weeks={"low": 1, "likely": 5, "high": 9})
    second = an_action("second", {"b": 3}, duration_weeks={"likely": 13}, needs=["first"])
    assert a_risk(first, second).given.finish.p10 == date(2027, 6, 30)


def test_what_never_ends_is_said_to_end_in_a_thousand_years() -> None:
    endless = an_action("x", {"a": 3}, duration_weeks={"low": 1, "likely": 2, "high": 9 * 10**14})
    assert a_risk(endless).given.finish.p90 == date(3026, 12, 31)


# --- drivers ----------------------------------------------------------------------------------------------------------


def test_the_widest_cost_comes_first_and_the_parts_of_the_variance_add_up() -> None:
    narrow = an_action("narrow", {"a": 3}, cost={"low": 190, "likely": 200, "high": 210})
    wide, sure = an_action("wide", {"c": 3}, cost=WIDE), an_action("sure", {"b": 3}, cost={"likely": 900})
    drivers = a_risk(narrow, wide, sure).cost_drivers
    assert [one.action for one in drivers] == ["wide", "narrow"]
    assert [one.high - one.low for one in drivers] == [pytest.approx(300), pytest.approx(20)]
    assert sum(one.share for one in drivers) == pytest.approx(1)
    # Independent, and as wide as 300 to 20 at nearly the same shape: variances are about as 225 to 1.
    assert drivers[0].share == pytest.approx(225 / 226, abs=0.01)


def test_an_action_drives_the_finish_by_itself_and_by_what_waits_for_it() -> None:
    """`slow` starts late unless `first` takes no more than 13 weeks; `aside` never ends last."""
    first = an_action("first", {"a": 3}, duration_weeks={"low": 10, "likely": 12, "high": 20})
    slow = an_action("slow", {"b": 3}, duration_weeks={"low": 12, "likely": 13, "high": 14}, needs=["first"])
    aside = an_action("aside", {"c": 3}, duration_weeks={"low": 1, "likely": 2, "high": 3})
    drivers = {one.action: one for one in a_risk(first, slow, aside, risk={"correlation": 0}).finish_drivers}
    assert list(drivers) == ["first", "slow"]
    assert drivers["slow"].decides == 1
    assert drivers["slow"].high - drivers["slow"].low == pytest.approx(2)
    # Held at 10 weeks `first` ends within its quarter; held at 20 weeks it holds up `slow` for 7.
    assert drivers["first"].high - drivers["first"].low == pytest.approx(7)
    assert drivers["first"].low < 0 < drivers["first"].high
    assert 0.4 < drivers["first"].decides < 0.8


def test_a_deadline_holds_as_often_as_its_action_ends_by_then() -> None:
    """The quarter ends after 13 weeks, and one draw in ten takes longer."""
    action = an_action("x", {"a": 3}, duration_weeks={"low": 5, "likely": 6, "high": 13})
    by = {"actions": {"x": {"deadline": "2027-03-31"}}}
    assert a_risk(action, **by).chances.deadlines == {"x": pytest.approx(0.9, abs=0.009)}
    assert a_risk(action).chances.deadlines == {}
