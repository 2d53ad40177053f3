"""What is said of another plan, beside what planning from scratch with the same decision comes to."""

from __future__ import annotations

from functools import cache

import pytest

from readiness import resources
from readiness.roadmap.again import Again, Alternative
from readiness.roadmap.best import QUICK
from readiness.roadmap.breaches import breaches
from readiness.roadmap.milp.plan_model import PlanModel
from readiness.roadmap.problem import Problem
from readiness.roadmap.quarters import first_quarter_after
from readiness.roadmap.solution import NEAR
from readiness.roadmap.solve import solve
from readiness.workflows import assess

QUARTERS = {"inspectorate": 4, "northmere": 3}
"""The first quarters of the quick scan's plan, a model small enough to be searched whole, and of the council's."""


@cache
def plan_of(example: str) -> Again:
    path = resources.examples_dir() / example / "assessment.yaml"
    found = assess(str(path))
    limits = found.fitting.plan.changed(quarters=QUARTERS[example])
    starts = limits.starts or first_quarter_after(found.assessment.assessed_on)
    problem = Problem(found.scorer, found.readings, found.scorecard.target_levels, limits, starts)
    return Again(problem, solve(problem))


def forced(problem: Problem, id_: str, **decision: bool) -> Problem:
    settled = {**problem.plan.actions, id_: problem.decision(id_).changed(**decision)}
    return problem.under(problem.plan.changed(actions=settled))


def assert_holds(again: Again, other: Alternative, alone: Problem) -> None:
    """Check that no plan found from scratch lies outside of what was said to be proved."""
    scratch, change = solve(alone), other.change
    assert breaches(alone, other.solution.choices) == ()
    assert change.least is not None
    assert change.most is not None
    assert change.least - NEAR <= scratch.worth.value - again.solution.worth.value <= change.most + NEAR
    assert scratch.bound is not None
    assert other.solution.worth.value <= scratch.bound + NEAR


def test_one_is_small_enough_to_be_searched_whole_and_the_other_is_not() -> None:
    sizes = {example: PlanModel(plan_of(example).problem).size for example in QUARTERS}
    assert sizes["inspectorate"] <= QUICK < sizes["northmere"]


@pytest.mark.parametrize("example", QUARTERS)
def test_a_plan_without_an_action_is_worth_what_is_said(example: str) -> None:
    again = plan_of(example)
    id_ = again.solution.choices[0].action
    other = again.without(id_)
    assert other is not None
    assert id_ not in {choice.action for choice in other.solution.choices}
    assert_holds(again, other, forced(again.problem, id_, never=True))


@pytest.mark.parametrize("example", QUARTERS)
def test_a_plan_with_an_action_that_was_left_out_is_worth_what_is_said(example: str) -> None:
    again = plan_of(example)
    for id_ in again.solution.refused:
        other = again.having(id_)
        if other is not None:
            assert id_ in {choice.action for choice in other.solution.choices}
            return assert_holds(again, other, forced(again.problem, id_, must=True))
    pytest.fail("no plan can have any of them")
