"""Laws of the best plan: whatever actions and limits somebody writes, the solver finds what trying everything finds."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from hypothesis import assume, given

from readiness.roadmap.best import GAP, best
from readiness.roadmap.breaches import breaches
from readiness.roadmap.greedy import ranked
from readiness.roadmap.milp.plan_model import PlanModel
from readiness.roadmap.problem import Problem, first_quarter_after
from readiness.roadmap.solution import Choice
from readiness.roadmap.worth import worth
from tests.laws.plans import PLANNED, problems
from tests.laws.plans import Problem as Written
from tests.laws.strategies import TODAY, slow_law

MOST = 3000
"""As many plans are tried."""


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


@slow_law
@given(problems(PLANNED))
def test_no_plan_within_the_limits_is_worth_more_than_the_bound(written: Written) -> None:
    problem = the(written)
    solution = best(problem)
    if solution.bound is None:
        return
    most = max(worth(problem, choices).value for choices in every_plan(problem))
    assert most <= solution.bound


@slow_law
@given(problems(PLANNED))
def test_a_plan_of_the_solver_keeps_the_limits_and_is_worth_no_less_than_the_ranking(written: Written) -> None:
    problem = the(written)
    solution = best(problem)
    assert breaches(problem, solution.choices) == ()
    assert solution.worth == worth(problem, solution.choices)
    assert solution.worth.value >= ranked(problem).worth.value
    assert solution.gap is None or 0 <= solution.gap <= 1


@slow_law
@given(problems(PLANNED))
def test_where_the_model_is_exact_it_makes_of_every_plan_what_the_scoring_engine_makes(written: Written) -> None:
    problem = the(written)
    model = PlanModel(problem)
    for choices in list(every_plan(problem))[::37]:
        if set(dict(choices)) <= model.starts.windows.keys():
            value, exact = model.value(choices), worth(problem, choices).value
            assert value is not None
            assert value >= exact - Fraction(1, 10**6)
            assert model.inexact or value <= exact + Fraction(1, 10**6), (choices, float(value), float(exact))


@slow_law
@given(problems(PLANNED))
def test_where_the_model_is_exact_the_plan_is_the_best_of_all(written: Written) -> None:
    problem = the(written)
    solution = best(problem)
    assume(not solution.inexact and solution.bound is not None)
    most = max(worth(problem, choices).beside for choices in every_plan(problem))
    assert solution.gap is not None
    assert solution.gap <= GAP or solution.worth.beside == most
