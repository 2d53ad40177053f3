"""Questions about a plan that are answered by making it again: why, which limits, what for other budgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from readiness.errors import ReadinessError, UnknownName, UsageErrors

if TYPE_CHECKING:
    from readiness.roadmap.again import Again
    from readiness.roadmap.cheapest import Cheapest
    from readiness.roadmap.frontier import Frontier
    from readiness.roadmap.pressure import Pressure
    from readiness.roadmap.problem import Problem
    from readiness.roadmap.why import Inquiry, WhyChosen, WhyLeftOut
    from readiness.workflows.assessing import Assessed

__all__ = ["EVERY_ACTION", "Answered", "Asked", "Progress", "ask"]

EVERY_ACTION = "all"
"""Stands for every action of which the reason is not plain already."""
Progress: TypeAlias = Callable[[str, int, int], None]
"""Told what is being done, and how much of it: `("why", 3, 10)`."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What to find out about a plan."""

    why: Sequence[str] = ()
    """Ids of actions, or `all`."""
    limits: bool = False
    frontier: bool = False

    @property
    def is_any(self) -> bool:
        """Whether anything is asked."""
        return bool(self.why) or self.limits or self.frontier


@dataclass(frozen=True, slots=True)
class Answered:
    """What was found out."""

    why: tuple[WhyChosen | WhyLeftOut, ...]
    """In the order asked; for `all`, the chosen actions and then the others."""
    pressures: tuple[Pressure, ...] | None
    frontier: Frontier | None
    cheapest: Cheapest | None
    """With the frontier: the plan that meets the target for the least money; None without a solver to find it."""


def ask(planned: Assessed, asked: Asked, progress: Progress) -> Answered:
    """Return the answers to questions about a plan; each makes it again several times.

    Raises:
        UnknownName: there is no such action.
        UsageErrors: there are several that do not exist.
    """
    from readiness.roadmap.frontier import find_frontier
    from readiness.roadmap.pressure import find_pressures
    from readiness.roadmap.why import Inquiry

    again = _again(planned)
    inquiry, answers = Inquiry(again), []
    ids = _ids(planned, asked.why, inquiry)
    for done, id_ in enumerate(ids, 1):
        answers.append(inquiry.why(id_))
        progress("reasons", done, len(ids))
    pressures = frontier = cheapest = None
    if asked.limits:
        pressures = find_pressures(again, progress=partial(progress, "limits"))
    if asked.frontier:
        frontier = find_frontier(again.problem, planned.planner, progress=partial(progress, "budgets"))
        cheapest = _cheapest(again.problem, planned)
    return Answered(tuple(answers), pressures, frontier, cheapest)


def _cheapest(problem: Problem, planned: Assessed) -> Cheapest | None:
    from readiness.roadmap.cheapest import find_cheapest
    from readiness.roadmap.milp.search import is_installed
    from readiness.roadmap.planners import Planner

    target = planned.scorecard.root.target
    if target is None or planned.planner is Planner.RANKED or not is_installed():
        return None
    return find_cheapest(problem, planned.framework.scale.ratio_of(target))


def _again(planned: Assessed) -> Again:
    from readiness.roadmap.again import Again
    from readiness.roadmap.problem import Problem

    roadmap = planned.roadmap
    assert roadmap is not None
    levels = planned.scorecard.target_levels
    problem = Problem(planned.scorer, planned.readings, levels, planned.fitting.plan, roadmap.starts)
    return Again(problem, roadmap.solution, planned.planner)


def _ids(planned: Assessed, typed: Sequence[str], inquiry: Inquiry) -> tuple[str, ...]:
    """Return the actions that are asked about, each once."""
    known, roadmap = planned.framework.action, planned.roadmap
    assert roadmap is not None
    in_order = (*(one.action.id for one in roadmap.actions), *(one.action.id for one in roadmap.left_out))
    every = [id_ for id_ in in_order if not inquiry.is_certain(id_)]
    ids = [id_ for one in typed for id_ in (every if one == EVERY_ACTION and one not in known else (one,))]
    wrong: list[ReadinessError] = [UnknownName("action", id_, known=known) for id_ in ids if id_ not in known]
    if len(wrong) > 1:
        raise UsageErrors(f"{len(wrong)} actions do not exist", wrong)
    if wrong:
        raise wrong[0]
    return tuple(dict.fromkeys(ids))
