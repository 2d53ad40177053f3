"""What more money buys: the best plan for each of several budgets, from nothing to as much as helps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate

from readiness.errors import NoRoadmap
from readiness.model.assessment import Plan
from readiness.roadmap.adding import refusals
from readiness.roadmap.best import graded
from readiness.roadmap.calendar import Key, Limit
from readiness.roadmap.curve import budgets, knee
from readiness.roadmap.easing import MONEY, amount_of, lifted, resources
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice, Method, Solution
from readiness.roadmap.solve import Planner, solve
from readiness.roadmap.spend import spend

__all__ = ["Frontier", "Point", "find_frontier"]


@dataclass(frozen=True, slots=True)
class Point:
    """The best plan for one budget."""

    amount: Fraction
    """The budget: money in each quarter, or in all."""
    solution: Solution | None
    """None: the budget does not pay for what the plan has to have."""
    ceiling: Fraction | None
    """A value that no plan for this budget can exceed; None when nothing is proved."""
    spend: Fraction
    """What the plan spends outside in all its quarters, likely values."""
    score: Fraction | None
    """The overall score when the plan ends."""
    closed: Fraction
    """How much it adds of what the overall score would gain if every target were met; from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Frontier:
    """The best plans for budgets from nothing to as much as helps."""

    limit: Limit
    """Which budget differs: that of each quarter, or that in all."""
    points: tuple[Point, ...]
    """By budget. No plan is worth less than one for less money."""
    yours: int | None
    """Which point has the budget of the assessment's own plan; None where it has none, or more than helps."""
    knee: int | None
    """After which point more money buys clearly less; None where it rises evenly or in leaps."""


def find_frontier(
    problem: Problem,
    planner: Planner | None = None,
    *,
    plan: Sequence[Choice] = (),
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Frontier:
    """Return the frontier of a problem.

    A plan for one budget is a plan for every larger one too, so the better of both is kept; and what no plan for a
    larger budget exceeds, none for a smaller one does.

    Args:
        problem: What is to be planned.
        planner: How plans are made; the best way that is installed when left out.
        plan: The plan that is known for the problem as it is, so that no point with its budget is worth less.
        progress: Told after each plan how many of how many there are.

    Raises:
        NoRoadmap: not even without a limit on money is there a plan.
    """
    limit = MONEY[problem.plan.budget_a_quarter is None]
    own = amount_of(problem.plan, limit) if limit in resources(problem) else None
    free = problem.under(lifted(problem.plan, MONEY))
    richest = solve(free, planner, known=plan)
    amounts = budgets(_needed(problem, richest.choices, limit), own)
    progress(1, len(amounts))
    best: list[Solution | None] = []
    for amount in amounts[:-1]:
        before = best[-1].choices if best and best[-1] else ()
        known = plan if amount == own else before
        changed = problem.under(_with_budget(problem.plan, limit, amount))
        best.append(_better(changed, best, _solved(changed, planner, known)))
        progress(len(best) + 1, len(amounts))
    best.append(_better(free, best, richest))
    points = [_point(problem, amount, one) for amount, one in zip(amounts, best, strict=True)]
    yours = amounts.index(own) if own in amounts else None
    return Frontier(limit, _under_ceilings(points), yours, knee([(one.amount, one.closed) for one in points]))


def _solved(problem: Problem, planner: Planner | None, known: Sequence[Choice]) -> Solution | None:
    try:
        return solve(problem, planner, known=known)
    except NoRoadmap:
        return None


def _with_budget(plan: Plan, limit: Limit, amount: Fraction) -> Plan:
    """Return a plan with another budget. A budget in all beside that of each quarter grows and shrinks with it."""
    if limit.key is Key.BUDGET:
        return plan.changed(budget=amount)
    own, total = plan.budget_a_quarter, plan.budget
    return plan.changed(budget_a_quarter=amount, budget=total * amount / own if total and own else total)


def _better(problem: Problem, before: Sequence[Solution | None], now: Solution | None) -> Solution | None:
    """Return the plan that is worth more, that for less money or that for more, with what is proved for more.

    Args:
        problem: The one with more money.
        before: The plans for less.
        now: The plan for more; None where none was found.
    """
    last = before[-1] if before else None
    if last is None or (now is not None and now.worth.value >= last.worth.value):
        return now
    proof = now or replace(last, bound=None, inexact=())  # what is proved for less money does not hold for more
    kept = replace(proof, choices=last.choices, worth=last.worth, refused=refusals(problem, last.choices))
    return kept if kept.method is Method.RANKED else graded(kept)


def _under_ceilings(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points, none with a higher ceiling than one with more money."""
    found: list[Point] = []
    for point in reversed(points):
        known = [one.ceiling for one in (point, *found[-1:]) if one.ceiling is not None]
        found.append(replace(point, ceiling=min(known, default=None)))
    return tuple(reversed(found))


def _point(problem: Problem, amount: Fraction, solution: Solution | None) -> Point:
    choices = solution.choices if solution else ()
    whole = _gain_of_targets(problem)
    return Point(
        amount=amount,
        solution=solution,
        ceiling=solution.bound if solution else None,
        spend=sum(spend(problem, choices), Fraction(0)),
        score=_score(problem, choices),
        closed=(solution.worth.end if solution else Fraction(0)) / whole if whole > 0 else Fraction(1),
    )


def _gain_of_targets(problem: Problem) -> Fraction:
    """Return how much better the overall ratio is once every target is met."""
    scale, readings = problem.scorer.scale, problem.readings
    met = {id_: readings[id_].lifted(scale.ratio_of(level)) for id_, level in problem.levels.items()}
    return problem.gain(problem.now, problem.now.after(met))


def _score(problem: Problem, choices: Iterable[Choice]) -> Fraction | None:
    """Return the overall score when a plan ends, with all that its actions bring."""
    stage = problem.now
    for id_, _ in choices:
        stage = stage.after(problem.lifted(problem.actions[id_], stage.readings))
    return None if stage.overall is None else problem.scorer.scale.score_of(stage.overall)


def _needed(problem: Problem, choices: Iterable[Choice], limit: Limit) -> Fraction:
    """Return the smallest budget that pays for a plan."""
    spent = spend(problem, choices)
    if limit.key is Key.BUDGET:
        return sum(spent, Fraction(0))
    if problem.plan.carry_over:
        return max(used / count for count, used in enumerate(accumulate(spent), 1))
    return max(spent)
