"""What other ways to plan would reach within the same limits, and what none can exceed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from fractions import Fraction

from readiness.errors import NoRoadmap
from readiness.roadmap.greedy import ranked
from readiness.roadmap.plan import Reached, Way
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Method, Solution
from readiness.roadmap.spend import spend
from readiness.roadmap.spreadsheet import by_spreadsheet

__all__ = ["beside"]


def beside(problem: Problem, solution: Solution) -> tuple[Reached, ...]:
    """Return what a spreadsheet reaches, what ranked bundles do, what a solution does, and the ceiling if it is proved.

    The ceiling takes all that is not proved for maturity at the end. A solution that was ranked stands once.
    """
    if solution.method is Method.RANKED:
        return *_others(problem, {Way.SPREADSHEET: by_spreadsheet}), _reached(problem, Way.RANKED, solution)
    others = _others(problem, {Way.SPREADSHEET: by_spreadsheet, Way.RANKED: ranked})
    found = [*others, _reached(problem, Way.BEST, solution)]
    if solution.bound is not None:
        more = max(solution.bound - solution.worth.value, Fraction(0))
        rise = (solution.worth.end + more) * problem.scorer.scale.span
        found.append(Reached(Way.CEILING, solution.worth.gates, rise, None, None, None))
    return tuple(found)


def _others(problem: Problem, ways: Mapping[Way, Callable[[Problem], Solution]]) -> Iterator[Reached]:
    """Yield what each way reaches; one that finds no place for what the plan has to have is left out."""
    for way, solver in ways.items():
        with suppress(NoRoadmap):
            yield _reached(problem, way, solver(problem))


def _reached(problem: Problem, way: Way, solution: Solution) -> Reached:
    span, worth = problem.scorer.scale.span, solution.worth
    cost = sum((problem.actions[choice.action].cost.likely for choice in solution.choices), Fraction(0))
    return Reached(
        way, worth.gates, worth.end * span, worth.mean * span, cost, sum(spend(problem, solution.choices), Fraction(0))
    )
