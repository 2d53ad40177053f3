"""Why no plan keeps within its limits: a set of them that cannot be met together, and what would free it.

Found by deletion: one limit after the other is dropped for good where the rest cannot be met without it either. What
remains is in conflict, and none of it can be left out (Chinneck, Feasibility and Infeasibility in Optimization, 2008,
chapter 6).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.errors import NoRoadmap
from readiness.model.assessment import Plan
from readiness.roadmap.calendar import Calendar, Key, Limit
from readiness.roadmap.feasible import Tries, place_together
from readiness.roadmap.problem import Problem
from readiness.roadmap.relaxing import MOST_QUARTERS, Value, eased, limits_of, value_of, ways_to_ease, without

__all__ = ["Conflict", "Infeasible", "Relief", "find_conflict"]

_ALL_TRIES, _MOST_TRIES, _LEAST_TRIES = 20_000, 1_500, 200
"""Starts that are tried before the search for a conflict grows impatient; then in one plan at most and at least."""
_IN_AMOUNTS = {Key.BUDGET_A_QUARTER, Key.BUDGET, Key.CAPACITY}


@dataclass(frozen=True, slots=True)
class Relief:
    """A limit in conflict, and what would free the rest from it."""

    limit: Limit
    now: Value | None
    """What it says; None for what only holds or does not."""
    enough: Value | None
    """The smallest change that was found to free the conflict; None when only dropping the limit does."""
    frees_all: bool
    """Whether there is a plan then; otherwise other limits are in conflict as well."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Limits that cannot be met together, though all but any one of them can."""

    reliefs: tuple[Relief, ...]
    """The limits in conflict. Empty when no limit is to blame."""
    actions: tuple[str, ...]
    """What the plan would have to have for them, with what that needs; empty when any action would do."""
    closing: int
    """How many actions would close a gap."""
    is_proved: bool
    """Whether it is certain; otherwise the search ended before every way was tried."""
    currency: str
    titles: Mapping[str, str]
    """For each action that is named: its title."""
    roles: Mapping[str, str]
    """For each team that is named: its role."""


class Infeasible(NoRoadmap):
    """The limits of a plan cannot be met together."""

    def __init__(self, conflict: Conflict, place: str = "in the plan of the assessment") -> None:
        """Keep the conflict; whoever shows the error words it.

        Args:
            conflict: What cannot be met together.
            place: Where the limits stand.
        """
        if conflict.actions:
            message = "what is settled for the plan does not fit within its limits"
        else:
            message = f"none of the {conflict.closing} actions that would close a gap fits within the limits"
        super().__init__(message, hint=_hint(conflict.reliefs, place))
        self.conflict = conflict


def _hint(reliefs: Sequence[Relief], place: str) -> str:
    if not reliefs:
        return "give the plan more quarters, money or people"
    what = "this limit" if len(reliefs) == 1 else "any one of these"
    if any(one.frees_all for one in reliefs):
        return f"change {what} {place}"
    return f"change {what} {place} as a first step; then run again to see what else is in conflict"


def find_conflict(problem: Problem) -> Conflict:
    """Return which limits of a problem without a plan are in conflict.

    Where nothing is required, the conflict is what keeps out every action that would close a gap.
    """
    search = _Search(problem)
    limits = search.smallest()
    is_proved = search.is_proved
    plan = without(problem.plan, search.limits - limits)
    actions = tuple(id_ for id_ in problem.actions if id_ in problem.under(plan).required)
    named = {*actions, *(limit.of for limit in limits)}
    return Conflict(
        tuple(search.relief(limit, limits) for limit in limits_of(problem) if limit in limits),
        actions if problem.required else (),
        len(problem.closing),
        is_proved,
        problem.currency,
        {id_: action.title for id_, action in problem.actions.items() if id_ in named},
        {limit.of: problem.scorer.framework.role_name(limit.of) for limit in limits if limit.key is Key.CAPACITY},
    )


class _Search:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.limits = frozenset(limits_of(problem))
        self.is_proved = True
        self.left = _ALL_TRIES
        self.known: dict[frozenset[Limit], bool] = {}

    def smallest(self) -> frozenset[Limit]:
        """Return limits in conflict of which none can be left out; none at all where limits are not to blame.

        A longer plan also pays running costs for longer, and work that is under way costs less than the whole: so it
        takes more than one round to be sure.
        """
        left, before = self.limits, None
        if not self.can_keep(frozenset()):
            return frozenset()
        while left != before:
            before = left
            for limit in limits_of(self.problem):
                if limit in left and not self.can_keep(left - {limit}):
                    left -= {limit}
        return left

    def can_keep(self, limits: frozenset[Limit]) -> bool:
        """Tell whether there is a plan that keeps some limits."""
        if limits not in self.known:
            self.known[limits] = self.can_be(without(self.problem.plan, self.limits - limits), limits)
        return self.known[limits]

    def can_be(self, plan: Plan, limits: frozenset[Limit]) -> bool:
        """Tell whether a plan that says nothing but some limits can be met."""
        return any(map(self.is_possible, self.lengths(plan, limits)))

    def lengths(self, plan: Plan, limits: frozenset[Limit]) -> list[Plan]:
        """Return a plan in the lengths to look at; where all spend is limited, a longer one may be the worse one."""
        if Limit(Key.QUARTERS) in limits or plan.budget is None:
            return [plan]
        return [plan.changed(quarters=t) for t in range(self.problem.plan.quarters, MOST_QUARTERS + 1)]

    def is_possible(self, plan: Plan) -> bool:
        """Tell whether a plan can have all that it has to, or where nothing is settled, anything that helps."""
        problem = self.problem.under(plan)
        if self.problem.required:
            return self.is_found(problem, problem.required, Calendar(problem))
        calendar = Calendar(problem)
        return any(
            self.is_found(problem, frozenset({id_}), calendar)
            for id_ in problem.actions
            if id_ in problem.closing and id_ not in problem.excluded
        )

    def is_found(self, problem: Problem, wanted: frozenset[str], calendar: Calendar) -> bool:
        """Tell whether some actions can be placed, as far as patience goes."""
        tries = Tries(most := max(_LEAST_TRIES, min(_MOST_TRIES, self.left)))
        found = place_together(problem, wanted, calendar, tries)
        self.left -= most - tries.left
        self.is_proved &= found.is_proved
        return found.choices is not None

    def relief(self, limit: Limit, conflict: frozenset[Limit]) -> Relief:
        """Return what would free a conflict, and if it can be so, the whole plan."""
        frees_all = self.can_keep(self.limits - {limit})
        kept = self.limits if frees_all else conflict
        plan = without(self.problem.plan, self.limits - kept)
        now = value_of(plan, limit)

        def is_enough(value: Value) -> bool:
            return self.can_be(eased(plan, limit, value), kept)

        if limit.key in _IN_AMOUNTS:
            assert isinstance(now, Fraction)
            return Relief(limit, now, _least(now, is_enough), frees_all)
        enough = next(filter(is_enough, ways_to_ease(self.problem, limit)), None)
        return Relief(limit, now, enough, frees_all)


def _least(now: Fraction, is_enough: Callable[[Value], bool]) -> Fraction:
    """Return the smallest whole amount that is enough, by bisection; there is one."""
    low = math.floor(now)
    high = max(1, 2 * low)
    while not is_enough(Fraction(high)):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(Fraction(middle)) else (middle, high)
    return Fraction(high)
