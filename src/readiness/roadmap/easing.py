"""Limits on money, people and time, each of which can be eased or lifted."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from readiness.model.assessment import Plan
from readiness.roadmap.limits import Key, Limit

__all__ = ["MONEY", "TIME", "amount_of", "eased", "lifted", "limits_of"]

MONEY = (Limit(Key.BUDGET_A_QUARTER), Limit(Key.BUDGET))
TIME = Limit(Key.QUARTERS)
_MORE_QUARTERS = 4
_MOST_QUARTERS = 40


def limits_of(plan: Plan) -> tuple[Limit, ...]:
    """Return what a plan limits: money, then people, then time, which is always limited."""
    money = [limit for limit in MONEY if _money(plan, limit) is not None]
    return (*money, *(Limit(Key.CAPACITY, team) for team in plan.capacity_days_a_quarter), TIME)


def amount_of(plan: Plan, limit: Limit) -> Fraction:
    """Return where a limit lies: money, person-days in a quarter, or quarters."""
    if limit.key is Key.CAPACITY:
        return plan.capacity_days_a_quarter[limit.of]
    return Fraction(plan.quarters) if limit == TIME else (_money(plan, limit) or Fraction(0))


def eased(plan: Plan, limit: Limit, more: Fraction) -> Plan:
    """Return a plan in which a limit lies higher by an amount."""
    amount = amount_of(plan, limit) + more
    if limit.key is Key.CAPACITY:
        return plan.changed(capacity_days_a_quarter={**plan.capacity_days_a_quarter, limit.of: amount})
    if limit == TIME:
        return plan.changed(quarters=min(_MOST_QUARTERS, int(amount)))
    return _with_money(plan, limit, amount)


def lifted(plan: Plan, limits: Iterable[Limit]) -> Plan:
    """Return a plan without some of its limits; that on time is put off by a year."""
    for limit in limits:
        if limit.key is Key.CAPACITY:
            left = {team: days for team, days in plan.capacity_days_a_quarter.items() if team != limit.of}
            plan = plan.changed(capacity_days_a_quarter=left)
        elif limit == TIME:
            plan = eased(plan, limit, Fraction(_MORE_QUARTERS))
        else:
            plan = _with_money(plan, limit, None)
    return plan


def _money(plan: Plan, limit: Limit) -> Fraction | None:
    return plan.budget if limit.key is Key.BUDGET else plan.budget_a_quarter


def _with_money(plan: Plan, limit: Limit, amount: Fraction | None) -> Plan:
    return plan.changed(**{"budget" if limit.key is Key.BUDGET else "budget_a_quarter": amount})
