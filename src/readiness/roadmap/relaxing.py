"""The limits of a plan by name, and the plan without some of them or with one of them eased."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from readiness.model.assessment import Plan
from readiness.model.decisions import Decision
from readiness.roadmap.calendar import Key, Limit
from readiness.roadmap.problem import Problem
from readiness.roadmap.quarters import quarter_days, quarter_of, quarters_ended

__all__ = ["MOST_QUARTERS", "Value", "eased", "limits_of", "value_of", "ways_to_ease", "without"]

Value: TypeAlias = Fraction | int | date
"""What a limit says: an amount, a number of quarters, or a day."""

MOST_QUARTERS = 40
"""The longest plan that can be written."""
_AMOUNTS = {Key.BUDGET_A_QUARTER: "budget_a_quarter", Key.BUDGET: "budget"}
_DECISIONS = {
    Key.MUST: "must",
    Key.NEVER: "never",
    Key.STARTS: "starts",
    Key.NOT_BEFORE: "not_before",
    Key.DEADLINE: "deadline",
    Key.UNDER_WAY: "under_way",
}
_OPEN = Decision()


def limits_of(problem: Problem) -> tuple[Limit, ...]:
    """Return every limit that a plan sets."""
    plan = problem.plan
    return (
        *(Limit(key) for key, field in _AMOUNTS.items() if getattr(plan, field) is not None),
        *(Limit(Key.CAPACITY, team) for team in plan.capacity_days_a_quarter),
        Limit(Key.QUARTERS),
        *(
            Limit(key, id_)
            for id_, decision in plan.actions.items()
            if id_ in problem.actions
            for key, field in _DECISIONS.items()
            if getattr(decision, field) != getattr(_OPEN, field)
        ),
    )


def value_of(plan: Plan, limit: Limit) -> Value | None:
    """Return what a limit says; None for one that only holds or does not."""
    if limit.key in _AMOUNTS:
        amount: Fraction = getattr(plan, _AMOUNTS[limit.key])
        return amount
    if limit.key is Key.CAPACITY:
        return plan.capacity_days_a_quarter[limit.of]
    if limit.key is Key.QUARTERS:
        return plan.quarters
    settled = getattr(plan.actions[limit.of], _DECISIONS[limit.key])
    return settled if isinstance(settled, date) else None


def without(plan: Plan, limits: Collection[Limit]) -> Plan:
    """Return a plan that some limits do not hold."""
    for limit in limits:
        plan = eased(plan, limit, None)
    return plan


def eased(plan: Plan, limit: Limit, value: Value | None) -> Plan:
    """Return a plan in which a limit says something else; None for a plan without it, as long as plans can be."""
    if limit.key in _AMOUNTS:
        return plan.changed(**{_AMOUNTS[limit.key]: value})
    if limit.key is Key.CAPACITY:
        days = {team: days for team, days in plan.capacity_days_a_quarter.items() if team != limit.of}
        return plan.changed(capacity_days_a_quarter=days if value is None else days | {limit.of: value})
    if limit.key is Key.QUARTERS:
        return plan.changed(quarters=MOST_QUARTERS if value is None else value)
    field = _DECISIONS[limit.key]
    decision = plan.actions[limit.of].changed(**{field: getattr(_OPEN, field) if value is None else value})
    return plan.changed(actions={**plan.actions, limit.of: decision})


def ways_to_ease(problem: Problem, limit: Limit) -> Iterator[Value]:
    """Yield what a limit in time could say instead, the smallest change first."""
    plan, starts, last = problem.plan, problem.starts, problem.plan.quarters - 1
    if limit.key is Key.QUARTERS:
        yield from range(plan.quarters + 1, MOST_QUARTERS + 1)
        return
    day = value_of(plan, limit)
    if not isinstance(day, date):
        return
    if limit.key is Key.DEADLINE:
        yield from (quarter_days(starts, t)[1] for t in range(max(0, quarters_ended(starts, day)), last + 1))
    else:
        quarter = quarter_of(starts, day)
        others = [t for t in range(last + 1) if t < quarter or (t > quarter and limit.key is Key.STARTS)]
        yield from (quarter_days(starts, t)[0] for t in sorted(others, key=lambda t: (abs(t - quarter), t)))
