"""The invented problems on which planning is measured: what their page says they hold, and the same each time."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.problems import problem_of
from readiness.roadmap.problem import Problem
from readiness.scoring.holds import holds

SIZES = (30, 100)


@cache
def problem(actions: int) -> Problem:
    return problem_of(actions, seed=1)


@pytest.mark.parametrize("size", SIZES)
def test_every_action_closes_a_gap(size: int) -> None:
    assert len(problem(size).candidates) == size


def test_sixty_questions_stand_in_ten_dimensions_of_which_two_are_as_good_as_their_weakest() -> None:
    framework = problem(30).scorer.framework
    assert len(framework.question) == 60
    assert [area.scoring.rollup for area in framework.areas] == ["mean"] * 8 + ["min"] * 2


def test_gates_hold_today_and_actions_open_them() -> None:
    branches = problem(100).scorer.branch.values()
    assert len([1 for branch in branches for gate, _ in branch.gates if holds(gate.when, problem(100).now)]) > 5


@pytest.mark.parametrize("size", SIZES)
def test_some_actions_wait_for_others_and_some_are_rivals(size: int) -> None:
    assert any(action.needs for action in problem(size).actions.values())
    assert any(problem(size).rivals.values())


def test_actions_take_one_to_four_quarters() -> None:
    assert {problem(100).demand[action.id].quarters for action in problem(100).actions.values()} == {1, 2, 3, 4}


def test_there_is_money_for_two_fifths_and_there_are_people_for_half_of_it() -> None:
    plan, actions = problem(100).plan, problem(100).actions.values()
    assert plan.budget_a_quarter is not None
    assert float(plan.budget_a_quarter * plan.quarters / sum(one.cost.likely for one in actions)) == pytest.approx(
        0.4, rel=0.01
    )
    for role, days in plan.capacity_days_a_quarter.items():
        asked = sum(one.effort_by_role[role].likely for one in actions if role in one.effort_by_role)
        assert float(days * plan.quarters / asked) == pytest.approx(0.5, rel=0.02)


def test_the_same_size_and_seed_give_the_same_problem_and_others_another() -> None:
    again, other = problem_of(30, seed=1), problem_of(30, seed=2)
    assert (again.scorer.framework, again.plan) == (problem(30).scorer.framework, problem(30).plan)
    assert other.scorer.framework != again.scorer.framework
