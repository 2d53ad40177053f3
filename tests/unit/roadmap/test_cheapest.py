"""The plan that meets the target for the least money."""

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.roadmap.breaches import breaches
from readiness.roadmap.cheapest import Cheapest, find_cheapest
from readiness.roadmap.problem import Problem
from tests.builders import Plain, an_action
from tests.unit.roadmap.planning import questions
from tests.unit.roadmap.problems import a_problem

pytest.importorskip("highspy")

LEVEL_3 = Fraction(1, 2)
ACTIONS = [
    an_action("tool", {"q1": 3}, cost={"likely": 900}),
    an_action("course", {"q1": 3}, cost={"likely": 300}, needs=["list"], instead_of=["tool"]),
    an_action("list", {"q1": 2}, cost={"likely": 50}),
    an_action("rent", {"q2": 3}, running_cost_a_year={"likely": 400}),
    an_action("beyond", {"q1": 5, "q2": 5}, cost={"likely": 10}, duration_weeks={"likely": 200}),
]


def problem(**limits: object) -> Problem:
    plain: Plain = {key.replace("_", "-"): value for key, value in limits.items()}
    return a_problem(questions("q1", "q2"), {"q1": 1, "q2": 1}, ACTIONS, limits={"quarters": 4} | plain)


def ids(found: Cheapest) -> set[str]:
    return {choice.action for choice in found.choices or ()}


def test_the_way_with_the_least_spend_is_taken_whatever_the_budget() -> None:
    made = problem(budget=0)
    found = find_cheapest(made, LEVEL_3)
    assert ids(found) == {"list", "course", "rent"}
    assert found.choices is not None
    assert breaches(problem(), found.choices) == ()


def test_running_costs_are_kept_low_by_starting_late() -> None:
    found = find_cheapest(problem(), LEVEL_3)
    assert found.spend == 350
    assert ("rent", 3) in (found.choices or ())  # finished with the plan: no quarter is paid for


def test_no_plan_spends_less_than_is_proved() -> None:
    found = find_cheapest(problem(), LEVEL_3)
    assert 0 <= found.spend - found.least <= 2


def test_what_people_and_time_do_not_allow_is_proved_to_be_impossible() -> None:
    assert find_cheapest(problem(quarters=1), LEVEL_3).choices is not None  # the tool and the rent
    assert find_cheapest(problem(capacity_days_a_quarter={"lead": 5}), LEVEL_3) == Cheapest(None, is_impossible=True)
    late = problem(actions={"beyond": {"must": True}})
    assert find_cheapest(late, LEVEL_3) == Cheapest(None, is_impossible=True)


def test_a_target_that_is_met_already_costs_nothing() -> None:
    found = find_cheapest(problem(), Fraction(0))
    assert found.choices == ()
    assert found.spend == found.least == 0


def test_levels_beyond_the_target_of_a_question_do_not_make_up_for_another() -> None:
    assert find_cheapest(problem(quarters=40), Fraction(3, 4)).is_impossible


def test_a_target_that_is_met_costs_nothing_even_where_nothing_can_be_planned() -> None:
    idle = a_problem(questions("q1"), {"q1": 3}, [], limits={})
    assert find_cheapest(idle, LEVEL_3) == Cheapest((), is_impossible=False)
    assert find_cheapest(idle, Fraction(1)) == Cheapest(None, is_impossible=True)
