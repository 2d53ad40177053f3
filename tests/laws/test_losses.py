"""What a plan is said to lose without an action is what scoring the rest of it again shows."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from readiness.errors import NoRoadmap
from readiness.roadmap.breaches import breaches
from readiness.roadmap.dropping import Finished
from readiness.roadmap.greedy import ranked
from readiness.roadmap.problem import Problem
from readiness.roadmap.worth import worth
from tests.laws import plans
from tests.laws.strategies import slow_law


def a_problem(drawn: plans.Problem) -> Problem:
    case = drawn.case
    levels = case.scorecard.target_levels
    return Problem(case.scorer, case.readings, levels, drawn.plan, drawn.plan.starts or date(2027, 1, 1))


@slow_law
@given(plans.problems())
def test_a_loss_is_the_difference_to_the_rest_and_the_rest_keeps_every_limit(drawn: plans.Problem) -> None:
    problem = a_problem(drawn)
    try:
        choices = ranked(problem).choices
    except NoRoadmap:
        return
    whole = worth(problem, choices)
    for loss in Finished(problem, choices).losses().values():
        rest = [choice for choice in choices if choice.action not in {loss.action, *loss.also}]
        left = worth(problem, rest)
        assert loss.end == whole.end - left.end
        assert loss.gates == whole.gates - left.gates
        assert breaches(problem, rest) == () or not problem.required.isdisjoint((loss.action, *loss.also))
