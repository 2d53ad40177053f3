"""Solving again with one thing changed: the one way to find out what a decision or a limit costs.

A large problem is not searched from scratch: the other plan is looked for near the first, and what is said about it is
said with the bounds that are proved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from readiness.errors import NoRoadmap
from readiness.model.assessment import Plan
from readiness.model.decisions import Decision
from readiness.roadmap.breaches import breaches
from readiness.roadmap.dropping import Finished
from readiness.roadmap.greedy import ranked
from readiness.roadmap.polish import repaired
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice, Solution
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
    of: Fraction
    """What the plan that it is compared with is worth, beside the gates."""

    @property
    def is_proved(self) -> bool:
        """Whether one of both best plans is surely worth more; else the searches may have left the difference open."""
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
        self._finished = Finished(problem, solution.choices)

    def without(self, id_: str) -> Alternative | None:
        """Return the best plan found without an action; None when the limits allow no such plan."""
        fallen = {id_, *self._finished.dependants(id_)}
        rest = [choice for choice in self.solution.choices if choice.action not in fallen]
        return self._settled(id_, Decision(never=True), rest)

    def having(self, id_: str) -> Alternative | None:
        """Return the best plan found that has an action; None when the limits allow no such plan."""
        return self._settled(id_, self.problem.decision(id_).changed(must=True), self.solution.choices)

    def under(self, plan: Plan) -> Alternative:
        """Return the best plan found within limits that allow everything that those of the problem allow."""
        other = solve(self.problem.under(plan), self._planner, known=self.solution.choices, briefly=True)
        if plan.quarters == self.problem.plan.quarters and other.worth.value < self.solution.worth.value:
            other = replace(self.solution, bound=other.bound)
        return self._beside(other)

    def _settled(self, id_: str, decision: Decision, known: Sequence[Choice]) -> Alternative | None:
        plan = self.problem.plan
        changed = self.problem.under(plan.changed(actions={**plan.actions, id_: decision}))
        try:
            forced = _required(changed)
            near = repaired(changed, known, kept=forced)
            other = solve(changed, self._planner, known=near, briefly=True)
        except NoRoadmap:
            return None
        return None if breaches(changed, other.choices) else self._beside(self._bounded(other))

    def _bounded(self, other: Solution) -> Solution:
        """Return the solution of a problem that allows no more: what bounds the first bounds this one as well."""
        if other.bound is None or self.solution.bound is None:
            return other
        return replace(other, bound=min(other.bound, self.solution.bound))

    def _beside(self, other: Solution) -> Alternative:
        ids, theirs = ([choice.action for choice in one.choices] for one in (self.solution, other))
        return Alternative(other, change(self.solution, other), _only(theirs, ids), _only(ids, theirs))


def change(one: Solution, other: Solution) -> Change:
    """Return how much more the second of two plans is worth."""
    least = most = None
    if one.bound is not None and other.bound is not None:
        least, most = other.worth.value - one.bound, other.bound - one.worth.value
    return Change(
        gates=other.worth.gates - one.worth.gates,
        end=other.worth.end - one.worth.end,
        mean=other.worth.mean - one.worth.mean,
        price=other.worth.price - one.worth.price,
        value=other.worth.value - one.worth.value,
        least=least,
        most=most,
        of=one.worth.beside,
    )


def _required(problem: Problem) -> tuple[Choice, ...]:
    """Return when the actions could start that a plan has to have."""
    if not problem.required:
        return ()
    return tuple(choice for choice in ranked(problem).choices if choice.action in problem.required)


def _only(ids: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ not in others)
