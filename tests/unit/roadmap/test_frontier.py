"""What more money buys."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from readiness.errors import NoRoadmap
from readiness.roadmap.calendar import Key
from readiness.roadmap.frontier import Frontier, find_frontier
from readiness.roadmap.planners import Planner
from readiness.roadmap.problem import Problem
from readiness.roadmap.solve import solve
from tests.builders import Plain, an_action
from tests.unit.roadmap.planning import questions
from tests.unit.roadmap.problems import a_problem

ACTIONS = [
    an_action("free", {"q1": 2}),
    an_action("cheap", {"q2": 3}, cost={"likely": 100}),
    an_action("dear", {"q3": 3}, cost={"likely": 800}),
]


def problem(limits: Plain) -> Problem:
    return a_problem(questions("q1", "q2", "q3"), {"q1": 1, "q2": 1, "q3": 1}, ACTIONS, limits=limits)


def frontier(**limits: object) -> Frontier:
    return find_frontier(problem({key.replace("_", "-"): value for key, value in limits.items()}))


def test_it_runs_from_no_money_to_what_every_useful_action_needs() -> None:
    found = frontier(budget=5000)
    first, last = found.points[0], found.points[-1]
    assert found.limit.key is Key.BUDGET
    assert first.amount == first.spend == 0
    assert first.closed == Fraction(1, 6)
    assert last.amount == last.spend == 900
    assert last.closed == Fraction(5, 6)  # q1 stays one level below its target
    assert last.score == Fraction(8, 3)
    assert found.yours is None


def test_the_budget_of_the_plan_is_a_point_with_the_plan_itself() -> None:
    found = frontier(budget=300)
    assert found.yours is not None
    point = found.points[found.yours]
    assert point.amount == 300
    assert point.solution is not None
    assert set(point.solution.choices) == set(solve(problem({"budget": 300})).choices)


def test_the_knee_is_where_the_cheap_action_is_paid_for() -> None:
    found = frontier(budget=100)
    assert found.knee is not None
    assert found.points[found.knee].amount == 100


def test_a_plan_that_limits_the_quarter_is_looked_at_by_quarter() -> None:
    found = frontier(budget_a_quarter=400, quarters=1)
    assert found.limit.key is Key.BUDGET_A_QUARTER
    assert found.points[-1].amount == 900
    assert found.points[-1].solution is not None


def test_a_budget_in_all_shrinks_and_grows_with_that_of_the_quarter() -> None:
    found = frontier(budget_a_quarter=400, budget=400, quarters=2)
    assert found.yours is not None
    assert all(point.spend <= point.amount for point in found.points)
    assert found.points[found.yours].spend == 100


def test_with_carry_over_less_a_quarter_is_enough() -> None:
    saved = frontier(budget_a_quarter=400, quarters=4, carry_over=True)
    assert saved.points[-1].spend == 900


def test_without_a_budget_the_money_in_all_differs() -> None:
    found = frontier()
    assert (found.limit.key, found.yours) == (Key.BUDGET, None)


def test_no_plan_is_worth_less_than_one_for_less_money_and_no_ceiling_is_higher() -> None:
    points = frontier(budget_a_quarter=100, quarters=3).points
    values = [point.solution.worth.value for point in points if point.solution]
    assert values == sorted(values)
    ceilings = [point.ceiling for point in points if point.ceiling is not None]
    assert ceilings == sorted(ceilings)


def test_what_the_plan_has_to_have_is_too_dear_for_small_budgets() -> None:
    found = frontier(budget=900, actions={"dear": {"must": True}})
    assert [point.solution is None for point in found.points] == [point.amount < 800 for point in found.points]


def test_where_no_money_helps_there_is_no_frontier() -> None:
    late = {"actions": {"dear": {"must": True, "deadline": "2027-01-31"}}}
    with pytest.raises(NoRoadmap):
        find_frontier(problem({"budget": 100} | late))


def test_where_nothing_is_left_to_do_all_gaps_are_closed() -> None:
    done = a_problem(questions("q1"), {"q1": 5}, [an_action("a", {"q1": 3})], limits={"budget": 10})
    point = find_frontier(done).points[0]
    assert point.amount == 0
    assert point.closed == 1


def test_every_step_is_told() -> None:
    told: list[tuple[int, int]] = []
    found = find_frontier(problem({"budget": 300}), Planner.RANKED, progress=lambda done, of: told.append((done, of)))
    assert told == [(step, len(found.points)) for step in range(1, len(found.points) + 1)]
    assert all(one.amount < other.amount for one, other in pairwise(found.points))
