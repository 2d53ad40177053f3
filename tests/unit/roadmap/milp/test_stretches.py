"""A plan is made better by choosing a stretch of its quarters anew."""

from __future__ import annotations

from readiness.roadmap.breaches import breaches
from readiness.roadmap.milp.plan_model import PlanModel
from readiness.roadmap.milp.stretches import improved
from readiness.roadmap.solution import Choice
from readiness.roadmap.worth import worth
from tests.builders import an_action
from tests.unit.roadmap.planning import questions
from tests.unit.roadmap.problems import a_problem

# two cheap ones fill the only quarter in which there is money for the dear one, which lifts more
OFFERED = [an_action("dear", {"a": 3, "b": 3}, cost={"likely": 90}), an_action("cheap", {"a": 2}, cost={"likely": 40})]
LIMITS = {"quarters": 3, "budget": 100, "day-rate": 1}
PROBLEM = a_problem(questions("a", "b"), {"a": 1, "b": 1}, OFFERED, limits=LIMITS)


def test_a_plan_that_leaves_out_the_best_is_made_better_within_the_limits() -> None:
    found = improved(PlanModel(PROBLEM), (Choice("cheap", 1),), gap=0.0, parts=2)
    assert found == (Choice("dear", 0),)
    assert breaches(PROBLEM, found) == ()
    assert worth(PROBLEM, found).value > worth(PROBLEM, (Choice("cheap", 1),)).value


def test_a_plan_that_the_model_does_not_have_comes_back_as_it_is() -> None:
    outside = (Choice("cheap", 3),)
    assert improved(PlanModel(PROBLEM), outside, gap=0.0, parts=2) == outside
