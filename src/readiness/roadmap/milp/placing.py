"""Finds quarters for the actions that a plan has to have, whatever they are worth."""

from __future__ import annotations

from typing import NamedTuple

from readiness.model.decisions import Decision
from readiness.roadmap.breaches import breaches
from readiness.roadmap.milp.limits import limit
from readiness.roadmap.milp.linear import Model
from readiness.roadmap.milp.search import maximised
from readiness.roadmap.milp.starts import Starts
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice

__all__ = ["Placed", "placed"]

_NODES = 500
"""When the search ends; the first way that is found will do."""


class Placed(NamedTuple):
    """What the solver found."""

    choices: tuple[Choice, ...] | None
    is_proved: bool
    """Whether there is no way, when none was found."""


def placed(problem: Problem) -> Placed:
    """Return a start for each required action and for what it needs; proved where there is none."""
    alone = _alone(problem)
    model = Model()
    starts = Starts(alone, model)
    if not alone.required <= starts.windows.keys():
        return Placed(None, is_proved=True)
    limit(starts)
    found = maximised(model, gap=1.0, nodes=_NODES)
    choices = None if found.values is None else tuple(starts.choices(found.values))
    if choices is None or breaches(alone, choices):
        return Placed(None, is_proved=found.infeasible)
    return Placed(choices, is_proved=True)


def _alone(problem: Problem) -> Problem:
    """Return the problem without the actions that nothing required can need."""
    kept, new = set[str](), set(problem.required)
    while new:
        kept |= new
        needs = {need for id_ in new for need in problem.needs(problem.actions[id_])}
        new = set[str]().union(*(problem.stand_ins[need] for need in needs)) - kept
    others = {id_: Decision(never=True) for id_ in problem.actions if id_ not in kept}
    return problem.under(problem.plan.changed(actions={**problem.plan.actions, **others}))
