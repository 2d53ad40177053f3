"""The best plan that the limits allow, and how far that is proved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from readiness.roadmap.adding import refusals
from readiness.roadmap.breaches import breaches
from readiness.roadmap.greedy import ranked
from readiness.roadmap.milp.plan_model import PlanModel
from readiness.roadmap.milp.search import Found, maximised
from readiness.roadmap.polish import polished
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice, Method, Solution
from readiness.roadmap.worth import worth

__all__ = ["GAP", "best"]

GAP = Fraction(1, 100)
"""The search stops when no plan can be worth more than the best by more than this share."""
WORK = 200_000
"""The search stops after so many nodes of its tree, times the size of the model, so that a large one ends in time."""
NEAR = Fraction(1, 10**6)
"""By how much a number of the solver may be off."""


def best(problem: Problem, known: Sequence[Choice] = ()) -> Solution:
    """Return the best plan that was found, never worth less than that of the ranking, and how far it is proved.

    Args:
        problem: What is to be planned.
        known: A plan for a problem that is much the same; the search sets out from it where it fits and is worth more.
    """
    plan = _first(problem, known)
    if not problem.candidates:
        return plan
    model = PlanModel(problem)
    start = None if breaches(problem, plan.choices) else model.starts.values(plan.choices)
    gap = GAP * max(plan.worth.beside, NEAR)
    found = maximised(model.model, start, gap=float(gap), nodes=max(1, WORK // (model.size + 1)))
    return plan if found.infeasible else _proved(problem, model, found, plan)


def _first(problem: Problem, known: Sequence[Choice]) -> Solution:
    plan = ranked(problem)
    if not known or breaches(problem, known):
        return plan
    own = worth(problem, known)
    if own.value <= plan.worth.value:
        return plan
    return replace(plan, choices=tuple(known), worth=own, refused=refusals(problem, known))


def _proved(problem: Problem, model: PlanModel, found: Found, plan: Solution) -> Solution:
    """Return the better of two plans, with what the search has proved about both.

    A plan of the solver is kept only if it holds in exact arithmetic. A model that makes less of it than the scoring
    engine does would prove nothing; one that makes more of it is no more than a bound, and says so.
    """
    choices, own, inexact = plan.choices, plan.worth, model.inexact
    bound: Fraction | None = Fraction(found.bound) + NEAR
    raw = None if found.values is None else model.starts.choices(found.values)
    if raw is not None and not breaches(problem, raw):
        difference = Fraction(found.value) - worth(problem, raw).value
        bound = None if difference < -NEAR else bound
        inexact = inexact or ((problem.scorer.root.id,) if difference > NEAR else ())
        tidy = polished(problem, raw)
        if (value := worth(problem, tidy)).value >= own.value:
            choices, own = tidy, value
    bound = None if bound is None or bound < own.value - NEAR else max(bound, own.value)
    solution = Solution(
        choices, refusals(problem, choices), own, Method.BEST_FOUND, bound, nodes=found.nodes, inexact=inexact
    )
    proved = solution.gap is not None and solution.gap <= GAP
    return replace(solution, method=Method.OPTIMAL) if proved else solution
