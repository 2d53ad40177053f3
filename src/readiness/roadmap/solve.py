"""One door to all solvers."""

from __future__ import annotations

from readiness.errors import MissingLibrary
from readiness.roadmap.best import best
from readiness.roadmap.greedy import ranked
from readiness.roadmap.milp.search import is_installed
from readiness.roadmap.planners import Planner
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Solution

__all__ = ["Planner", "solve"]


def solve(problem: Problem, planner: Planner | None = None) -> Solution:
    """Return the choices that a planner makes for a problem; by rank when left out.

    Raises:
        MissingLibrary: the best plan is asked for, and the solver is not installed.
    """
    if planner is Planner.BEST and not is_installed():
        raise MissingLibrary(
            "the best plan is found with the solver HiGHS, which is not installed",
            hint="pip install 'readiness[solver]'; or choose --planner ranked",
        )
    return best(problem) if planner is Planner.BEST else ranked(problem)
