"""One door to all solvers."""

from __future__ import annotations

from collections.abc import Sequence

from readiness.errors import MissingLibrary
from readiness.roadmap.best import best
from readiness.roadmap.greedy import ranked
from readiness.roadmap.milp.search import is_installed
from readiness.roadmap.planners import Planner
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice, Solution

__all__ = ["Planner", "solve"]


def solve(
    problem: Problem, planner: Planner | None = None, *, known: Sequence[Choice] = (), briefly: bool = False
) -> Solution:
    """Return the choices that a planner makes for a problem; of the best planner that is installed when left out.

    Args:
        problem: What is to be planned.
        planner: How.
        known: A plan for a problem that is much the same, from which a search can set out.
        briefly: Whether a large problem is searched near that plan only; what is proved is then proved less closely.

    Raises:
        MissingLibrary: the best plan is asked for, and the solver is not installed.
    """
    if planner is Planner.BEST and not is_installed():
        raise MissingLibrary(
            "the best plan is found with the solver HiGHS, which is not installed",
            hint="pip install 'readiness[solver]'; or choose --planner ranked",
        )
    if planner is Planner.RANKED or not is_installed():
        return ranked(problem)
    return best(problem, known, briefly=briefly)
