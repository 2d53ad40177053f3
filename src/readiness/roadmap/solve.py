"""One door to all solvers."""

from __future__ import annotations

from readiness.roadmap.greedy import ranked
from readiness.roadmap.planners import Planner
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Solution

__all__ = ["Planner", "solve"]


def solve(problem: Problem, planner: Planner | None = None) -> Solution:  # noqa: ARG001  until the solver lands
    """Return the choices that a planner makes for a problem; of the best planner that is installed when left out."""
    return ranked(problem)
