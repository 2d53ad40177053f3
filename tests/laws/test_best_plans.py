"""Laws of the best plan: whatever actions and limits somebody writes, the solver finds what trying everything finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product
from random import Random

from hypothesis import assume, example, given, settings

from readiness.errors import NoRoadmap
from readiness.roadmap.best import GAP, best
from readiness.roadmap.breaches import breaches
from readiness.roadmap.frontier import find_frontier
from readiness.roadmap.greedy import ranked
from readiness.roadmap.milp.plan_model import PlanModel
from readiness.roadmap.planners import Planner
from readiness.roadmap.problem import Problem
from readiness.roadmap.quarters import first_quarter_after
from readiness.roadmap.solution import Choice, Method
from readiness.roadmap.worth import worth
from tests.laws.plans import PLANNED, a_problem, problems
from tests.laws.plans import Problem as Written
from tests.laws.strategies import TODAY, randoms, slow_law
from tests.laws.test_roadmaps import is_true

MOST = 1000
"""As many plans are tried."""
NEAR = Fraction(1, 10**6)
DEDUCTED = a_problem(Random(3327), replace(PLANNED, ladders=True))  # noqa: S311  not a secret
"""Deducts more than there is while a question without an answer blocks the score; higher is worse."""
few = settings(slow_law, max_examples=slow_law.max_examples // 3)
"""Each example takes a search."""


def the(written: Written) -> Problem:
    """Return a problem as solvers read it."""
    case, plan = written.case, written.plan
    starts = plan.starts or first_quarter_after(TODAY)
    return Problem(case.scorer, case.readings, case.scorecard.target_levels, plan, starts)


def every_plan(problem: Problem) -> Iterator[tuple[Choice, ...]]:
    """Yield every set of starts that keeps the limits."""
    windows = [[None, *problem.window(id_)] for id_ in problem.actions]
    count = 1
    for window in windows:
        count *= len(window)
    assume(count <= MOST)
    for starts in product(*windows):
        choices = tuple(Choice(id_, t) for id_, t in zip(problem.actions, starts, strict=True) if t is not None)
        if not breaches(problem, choices):
            yield choices


@few
@given(problems(PLANNED))
def test_no_plan_within_the_limits_is_worth_more_than_is_proved(written: Written) -> None:
    problem = the(written)
    solution = best(problem)
    assert breaches(problem, solution.choices) == ()
    assert solution.worth == worth(problem, solution.choices)
    assert solution.worth.value >= ranked(problem).worth.value
    if solution.bound is None:
        return
    most = max(worth(problem, choices).value for choices in every_plan(problem))
    assert most <= solution.bound
    if solution.method is Method.OPTIMAL:
        assert most - solution.worth.value <= GAP * (solution.worth.beside + most - solution.worth.value)


@few
@given(problems(PLANNED), randoms())
@example(DEDUCTED, Random(1))  # noqa: S311  not a secret
def test_the_model_makes_no_less_of_a_plan_than_the_scoring_engine_and_where_exact_the_same(
    written: Written, random: Random
) -> None:
    problem = the(written)
    model = PlanModel(problem)
    for _ in range(5):
        starts = ((id_, random.choice([None, *problem.window(id_)])) for id_ in model.starts.windows)
        choices = tuple(Choice(id_, t) for id_, t in starts if t is not None)
        if breaches(problem, choices):
            continue
        value, exact = model.value(choices), worth(problem, choices).value
        assert value is not None
        assert value >= exact - NEAR
        assert model.inexact or value <= exact + NEAR


@few
@given(problems(PLANNED))
def test_a_second_search_gives_the_same_plan(written: Written) -> None:
    assert best(the(written)) == best(the(written))


@few
@given(problems(PLANNED))
def test_the_reason_for_leaving_an_action_out_of_the_best_plan_is_true(written: Written) -> None:
    try:
        plan = written.solved(Planner.BEST)
    except NoRoadmap:
        assume(False)  # noqa: FBT003
        raise
    for one in plan.left_out:
        assert is_true(written, plan, one), one


@few
@given(problems(PLANNED))
@example(a_problem(Random(10), PLANNED))  # noqa: S311  a plan for less money is worth more than the ranking for more
def test_every_point_of_a_frontier_says_of_its_own_plan_what_is_left_out_and_proved(written: Written) -> None:
    problem = the(written)
    try:
        found = find_frontier(problem, Planner.RANKED)
    except NoRoadmap:
        assume(False)  # noqa: FBT003
        raise
    for solution in filter(None, (point.solution for point in found.points)):
        chosen = {choice.action for choice in solution.choices}
        assert chosen.isdisjoint(solution.refused)
        assert chosen | solution.refused.keys() >= set(problem.candidates)
        assert (solution.method, solution.bound) == (Method.RANKED, None)
