"""What more money buys: the best plan for each of several budgets, from nothing to as much as helps."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from readiness.errors import NoRoadmap
from readiness.model.assessment import Plan
from readiness.roadmap.easing import Limit, LimitKind, amount_of, lifted
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice, Solution
from readiness.roadmap.solve import Planner, solve

__all__ = ["POINTS", "Frontier", "Point", "find_frontier"]

POINTS = 10
_SHOWN_DIGITS = 2


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
    way: Fraction
    """How much of the way from the score now to that of the target it goes; levels beyond the targets do not count."""


@dataclass(frozen=True, slots=True)
class Frontier:
    """The best plans for budgets from nothing to as much as helps."""

    limit: Limit
    """Which budget differs: that of each quarter, or that in all."""
    points: tuple[Point, ...]
    """By budget. No plan is worth less than one for less money."""
    yours: int | None
    """Which point has the plan's own budget; None where it has none, or more than helps."""
    knee: int | None
    """The point after which more money buys clearly less; None where there is none."""


def find_frontier(
    problem: Problem, planner: Planner | None = None, *, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> Frontier:
    """Return the frontier of a problem.

    The plan for a budget is a plan for every larger one too, so the better of both is kept; and what no plan for a
    larger budget can exceed, none for a smaller one can.

    Args:
        problem: What is asked; whatever it says of the budget in question does not count.
        planner: How plans are made; the best way that is installed when left out.
        progress: Told after each plan how many of how many are made.
    """
    limit = _limit(problem.plan)
    richest = solve(replace(problem, plan=lifted(problem.plan, [Limit(LimitKind.QUARTER), Limit(LimitKind.TOTAL)])), planner)
    own = amount_of(problem.plan, limit) if _is_set(problem.plan, limit) else None
    enough = _needed(problem, richest.choices, limit)
    amounts = budgets(enough, own)
    progress(1, len(amounts))
    found: list[Solution | None] = []
    for amount in amounts[:-1]:
        found.append(_better(found[-1] if found else None, _solved(problem, limit, amount, planner)))
        progress(len(found) + 1, len(amounts))
    found.append(_better(found[-1] if found else None, richest))
    points = _with_ceilings([_point(problem, amount, one) for amount, one in zip(amounts, found, strict=True)])
    return Frontier(limit, points, _place(amounts, own), knee([(one.amount, one.way) for one in points]))


def budgets(enough: Fraction, own: Fraction | None = None) -> tuple[Fraction, ...]:
    """Return the budgets to look at: closer together where there is less money, for the first money buys most.

    They grow with the squares of 0, 1, 2 … and are rounded to two digits. The plan's own takes the place of the
    nearest between the ends.
    """
    last = POINTS - 1
    inner = {_rounded(enough * step * step / (last * last)) for step in range(1, last)} - {Fraction(0)}
    inner = {one for one in inner if one < enough}
    if own is not None and 0 < own < enough:
        inner.discard(min(inner, key=lambda one: (abs(one - own), one), default=own))
        inner.add(own)
    return tuple(sorted({Fraction(0), *inner, enough}))


def knee(curve: Sequence[tuple[Fraction, Fraction]]) -> int | None:
    """Return the place at which a curve lies highest above the line from its first to its last point.

    The rule of Satopää, Albrecht, Irwin and Raghavan (2011), "Finding a 'Kneedle' in a Haystack", 31st International
    Conference on Distributed Computing Systems Workshops, 166–171, doi:10.1109/ICDCSW.2011.20, for a curve of few
    points and without noise: both axes run from 0 to 1, and the largest difference counts.
    """
    (left, low), (right, high) = curve[0], curve[-1]
    if right == left or high <= low:
        return None
    above = [(y - low) / (high - low) - (x - left) / (right - left) for x, y in curve]
    most = max(above)
    return above.index(most) if most > 0 else None


def _limit(plan: Plan) -> Limit:
    """Return the budget that differs: that in all where the plan limits only this, or no money."""
    return Limit(LimitKind.TOTAL if plan.budget_a_quarter is None else LimitKind.QUARTER)


def _is_set(plan: Plan, limit: Limit) -> bool:
    return limit.kind is LimitKind.QUARTER or plan.budget is not None


def _with_budget(plan: Plan, limit: Limit, amount: Fraction) -> Plan:
    """Return a plan with another budget. A budget in all beside that of each quarter grows and shrinks with it."""
    if limit.kind is LimitKind.TOTAL:
        return plan.changed(budget=amount)
    own = plan.budget_a_quarter
    total = plan.budget * amount / own if plan.budget is not None and own else plan.budget
    return plan.changed(budget_a_quarter=amount, budget=total)


def _solved(problem: Problem, limit: Limit, amount: Fraction, planner: Planner | None) -> Solution | None:
    try:
        return solve(replace(problem, plan=_with_budget(problem.plan, limit, amount)), planner)
    except NoRoadmap:
        return None


def _better(before: Solution | None, now: Solution | None) -> Solution | None:
    """Return the plan that is worth more, with what is proved for the larger budget."""
    if before is None or now is None:
        return now or before
    return now if now.worth.value >= before.worth.value else replace(before, bound=now.bound, refused=now.refused)


def _with_ceilings(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points, none with a higher ceiling than one with more money."""
    found: list[Point] = []
    for point in reversed(points):
        known = [one for one in (point.ceiling, found[-1].ceiling if found else None) if one is not None]
        found.append(replace(point, ceiling=min(known, default=None)))
    return tuple(reversed(found))


def _point(problem: Problem, amount: Fraction, solution: Solution | None) -> Point:
    choices = solution.choices if solution else ()
    end = solution.worth.end if solution else Fraction(0)
    whole = target_gain(problem)
    return Point(
        amount=amount,
        solution=solution,
        ceiling=solution.bound if solution else None,
        spend=sum(spend_by_quarter(problem, choices), Fraction(0)),
        score=end_score(problem, choices),
        way=end / whole if whole > 0 else Fraction(1),
    )


def target_gain(problem: Problem) -> Fraction:
    """Return how much better the overall ratio is once every target is met."""
    scale, readings = problem.scorer.scale, problem.readings
    met = {id_: readings[id_].lifted(scale.ratio_of(level)) for id_, level in problem.levels.items()}
    return problem.gain(problem.now, problem.now.after(met))


def end_score(problem: Problem, choices: Iterable[Choice]) -> Fraction | None:
    """Return the overall score when a plan ends, all that its actions bring included."""
    stage = problem.now
    for id_, _ in sorted(choices, key=lambda one: one.start + problem.demand(problem.actions[one.action]).quarters):
        stage = stage.after(problem.lifted(problem.actions[id_], stage.readings))
    return None if stage.overall is None else problem.scorer.scale.score_of(stage.overall)


def spend_by_quarter(problem: Problem, choices: Iterable[Choice]) -> tuple[Fraction, ...]:
    """Return the likely external spend of each quarter."""
    spend = [Fraction(0)] * problem.plan.quarters
    for id_, start in choices:
        demand = problem.demand(problem.actions[id_])
        for quarter in range(start, len(spend)):
            spend[quarter] += demand.money if quarter < start + demand.quarters else demand.running
    return tuple(spend)


def _needed(problem: Problem, choices: Iterable[Choice], limit: Limit) -> Fraction:
    """Return the smallest budget that pays for a plan."""
    spend = spend_by_quarter(problem, choices)
    if limit.kind is LimitKind.TOTAL:
        return sum(spend, Fraction(0))
    return max(_running_means(spend) if problem.plan.carry_over else spend)


def _running_means(spend: Sequence[Fraction]) -> Iterator[Fraction]:
    """Yield what each quarter must have had, on average, to pay for all up to the end of one of them."""
    total = Fraction(0)
    for count, one in enumerate(spend, 1):
        total += one
        yield total / count


def _rounded(amount: Fraction) -> Fraction:
    """Return an amount in two significant digits."""
    digits = len(str(math.ceil(amount))) - _SHOWN_DIGITS
    unit = Fraction(10) ** max(0, digits)
    return Fraction(round(amount / unit)) * unit


def _place(amounts: Sequence[Fraction], own: Fraction | None) -> int | None:
    return amounts.index(own) if own in amounts else None
