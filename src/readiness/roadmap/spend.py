"""What a plan is likely to spend outside, quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice

__all__ = ["spend"]


def spend(problem: Problem, choices: Iterable[Choice]) -> list[Fraction]:
    """Return the likely external spend of each quarter: shares of one-off costs, then what runs on."""
    spent = [Fraction(0)] * problem.plan.quarters
    for id_, start in choices:
        demand = problem.demand[id_]
        for quarter in range(start, len(spent)):
            spent[quarter] += demand.money if quarter < start + demand.quarters else demand.running
    return spent
