"""Why an action is not in a plan, whether or not the solver had it to choose from."""

from __future__ import annotations

from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Reason, Refusal, Solution

__all__ = ["refusal_of"]


def refusal_of(problem: Problem, solution: Solution, id_: str) -> Refusal:
    """Return why an action was not chosen, or why it was none to choose from."""
    return solution.refused.get(id_) or _unasked(problem, id_)


def _unasked(problem: Problem, id_: str) -> Refusal:
    if id_ in problem.finished:
        return Refusal(Reason.FINISHED)
    excluded = problem.excluded.get(id_)
    if excluded and (excluded.reason is Reason.NEVER or id_ in problem.closing):
        return excluded
    return Refusal(Reason.TARGET_MET)
