"""The stretches of a plan, what each takes, and the load of each team."""

from __future__ import annotations

from fractions import Fraction

from readiness.model.assessment import Plan
from readiness.roadmap.horizons import ALL_TEAMS, Stretch, horizons, loads, starts_at_once
from readiness.roadmap.plan import Roadmap
from tests.builders import Plain, an_action
from tests.laws.strategies import frozen
from tests.unit.roadmap.planning import questions, roadmap

LOW = {"q1": 1, "q2": 1}
STEPS = [
    an_action("free", {"q1": 2}),
    an_action("dear", {"q1": 3}, cost={"low": 50, "likely": 100, "high": 200}, needs=["free"]),
    an_action("running", {"q2": 3}, running_cost_a_year={"likely": 40}, effort_of_others={"ciso": {"likely": 4}}),
]
"""One after the other, and one that costs nothing but to run."""


def of_length(quarters: int) -> Roadmap:
    return roadmap(questions("q1", "q2"), LOW, STEPS, limits={"quarters": quarters})


def limits(**keys: object) -> Plan:
    plain: Plain = {key.replace("_", "-"): one for key, one in keys.items()}
    return Plan.model_validate(frozen(plain))


def test_a_plan_of_six_quarters_has_three_stretches() -> None:
    now, year, after = horizons(of_length(6))
    assert [one.stretch for one in (now, year, after)] == [Stretch.NOW, Stretch.FIRST_YEAR, Stretch.AFTER]
    assert [len(one.quarters) for one in (now, year, after)] == [1, 3, 2]
    assert [[one.action.id for one in part.starting] for part in (now, year, after)] == [
        ["running", "free"],
        ["dear"],
        [],
    ]


def test_stretches_without_quarters_are_left_out() -> None:
    assert [one.stretch for one in horizons(of_length(2))] == [Stretch.NOW, Stretch.FIRST_YEAR]
    assert [len(one.quarters) for one in horizons(of_length(4))] == [1, 3]


def test_every_quarter_is_in_one_stretch_and_what_they_take_adds_up() -> None:
    plan = of_length(6)
    parts = horizons(plan)
    assert tuple(quarter for part in parts for quarter in part.quarters) == plan.quarters
    assert [part.cost[1] for part in parts] == [0, 130, 20]
    assert [part.cost[2] for part in parts] == [0, 230, 20]
    assert sum(part.effort_days[1] for part in parts) == plan.totals.effort_days[1] == 34
    assert [part.score for part in parts][-1] == plan.quarters[-1].score


def test_what_costs_to_run_cannot_start_without_new_money() -> None:
    assert [one.action.id for one in starts_at_once(of_length(6).actions)] == ["free"]


def test_a_team_that_gives_most_comes_first_and_all_together_last() -> None:
    lead, ciso, everyone = loads(of_length(3), limits(capacity_days_a_quarter={"lead": 20, "*": 100}))
    assert lead.role == "lead"
    assert list(lead.days) == [20, 10, 0]
    assert lead.capacity == 20
    assert ciso.role == "ciso"
    assert list(ciso.days) == [4, 0, 0]
    assert ciso.capacity is None
    assert everyone.role == ALL_TEAMS
    assert list(everyone.days) == [24, 10, 0]
    assert everyone.capacity == 100
    assert [one.over for one in (lead, ciso, everyone)] == [(), (), ()]
    assert (lead.busiest, lead.total) == (0, Fraction(30))


def test_a_quarter_that_asks_for_more_than_a_team_can_give_is_named() -> None:
    lead, ciso, everyone = loads(of_length(3), limits(capacity_days_a_quarter={"lead": 9, "ciso": 4, "*": 23}))
    assert [one.over for one in (lead, ciso, everyone)] == [(0, 1), (), (0,)]


def test_where_nothing_has_to_be_done_nobody_is_loaded() -> None:
    plan = roadmap(questions("q1", "q2"), {"q1": 5, "q2": 5}, STEPS)
    assert loads(plan, limits(capacity_days_a_quarter={"*": 10})) == ()
    assert [one.starting for one in horizons(plan)] == [(), ()]
