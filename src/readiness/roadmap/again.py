"""Solving again with one thing changed: the one way to find out what a decision or a limit costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from readiness.errors import NoRoadmap
from readiness.model.assessment import Plan
from readiness.model.decisions import Decision
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Solution
from readiness.roadmap.solve import Planner, solve

__all__ = ["Again", "Alternative", "Change"]


@dataclass(frozen=True, slots=True)
class Change:
    """How much more another plan is worth than the one it is compared with; less where a number is negative."""

    gates: int
    end: Fraction
    """Overall ratio when the plan ends; levels beyond the targets do not count."""
    mean: Fraction
    """Overall ratio in the mean of all quarter ends."""
    price: Fraction
    """External spend and effort of all actions, in money."""
    value: Fraction
    """All of these, weighted, as solvers weigh them."""
    least: Fraction | None
    """What the value changes by at least, between the best plans of both problems; None when nothing is proved."""
    most: Fraction | None

    @property
    def is_proved(self) -> bool:
        """Whether one of the two best plans is surely worth more; else the difference may be what a search left open."""
        return self.least is not None and self.most is not None and (self.least > 0 or self.most < 0)


@dataclass(frozen=True, slots=True)
class Alternative:
    """The best plan that was found for a problem in which one thing is different."""

    solution: Solution
    change: Change
    joins: tuple[str, ...]
    """Ids of the actions that it has and the plan has not."""
    leaves: tuple[str, ...]
    """Ids of the actions that the plan has and it has not."""


class Again:
    """Solves a problem again with one thing changed, and compares."""

    def __init__(self, problem: Problem, solution: Solution, planner: Planner | None = None) -> None:
        """Take a problem with its solution, and the planner that made it."""
        self.problem = problem
        self.solution = solution
        self._planner = planner

    def without(self, id_: str) -> Alternative | None:
        """Return the best plan without an action; None when the limits allow no such plan."""
        return self._settled(id_, Decision(never=True))

    def having(self, id_: str) -> Alternative | None:
        """Return the best plan that has an action; None when the limits allow no such plan."""
        decision = self.problem.plan.actions.get(id_, Decision()).changed(must=True)
        return self._settled(id_, decision)

    def wider(self, plan: Plan) -> Alternative | None:
        """Return the best plan within limits that allow everything that those of the problem allow."""
        return self._compared(plan)

    def _settled(self, id_: str, decision: Decision) -> Alternative | None:
        plan = self.problem.plan
        return self._compared(plan.changed(actions={**plan.actions, id_: decision}))

    def _compared(self, plan: Plan) -> Alternative | None:
        try:
            other = solve(replace(self.problem, plan=plan), self._planner)
        except NoRoadmap:
            return None
        ids, theirs = ([choice.action for choice in one.choices] for one in (self.solution, other))
        return Alternative(
            solution=other,
            change=_change(self.solution, other, narrower=narrower),
            joins=_beside(theirs, ids),
            leaves=_beside(ids, theirs),
        )


def _beside(ids: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ not in others)


def _change(one: Solution, other: Solution, *, narrower: bool) -> Change:
    """Return how much more the second of two plans is worth.

    Args:
        one: The plan that is asked about.
        other: The plan for the changed problem.
        narrower: Whether the changed problem allows less, else more: the best of less is worth no more.
    """
    least = most = None
    if one.bound is not None and other.bound is not None:
        least, most = other.worth.value - one.bound, other.bound - one.worth.value
        least, most = (least, min(most, Fraction(0))) if narrower else (max(least, Fraction(0)), most)
    return Change(
        gates=other.worth.gates - one.worth.gates,
        end=other.worth.end - one.worth.end,
        mean=other.worth.mean - one.worth.mean,
        price=other.worth.price - one.worth.price,
        value=other.worth.value - one.worth.value,
        least=least,
        most=most,
    )
