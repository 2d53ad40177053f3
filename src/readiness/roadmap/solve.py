"""One door to all solvers."""

from __future__ import annotations

from enum import StrEnum

from readiness.roadmap.greedy import ranked
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Solution

__all__ = ["Planner", "solve"]


class Planner(StrEnum):
    """How actions are chosen."""

    BEST = "best"
    """The best plan that the limits allow, proved by a solver for mixed-integer problems."""
    RANKED = "ranked"
    """By gain per cost, without a proof."""


def solve(problem: Problem, planner: Planner | None = None) -> Solution:  # noqa: ARG001  until the solver lands
    """Return the choices that a planner makes for a problem; of the best planner that is installed when left out."""
    return ranked(problem)
