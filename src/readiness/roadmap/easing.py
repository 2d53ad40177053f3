"""Limits on money, people and time, with a little more of one, or without some."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from readiness.model.assessment import Plan
from readiness.roadmap.calendar import Key, Limit
from readiness.roadmap.problem import Problem
from readiness.roadmap.relaxing import MOST_QUARTERS, eased, limits_of, value_of, without

__all__ = ["MONEY", "TIME", "amount_of", "lifted", "resources", "with_more"]

MONEY = (Limit(Key.BUDGET_A_QUARTER), Limit(Key.BUDGET))
TIME = Limit(Key.QUARTERS)
_A_YEAR = Fraction(4)


def resources(problem: Problem) -> tuple[Limit, ...]:
    """Return the limits of a plan that are amounts: money, then people, then time, which is always limited."""
    return tuple(limit for limit in limits_of(problem) if limit in {*MONEY, TIME} or limit.key is Key.CAPACITY)


def amount_of(plan: Plan, limit: Limit) -> Fraction:
    """Return where a limit lies: money, person-days in a quarter, or quarters."""
    amount = value_of(plan, limit)
    assert isinstance(amount, int | Fraction)
    return Fraction(amount)


def with_more(plan: Plan, limit: Limit, more: Fraction) -> Plan:
    """Return a plan in which a limit lies higher by an amount; a plan has at most 40 quarters."""
    amount = amount_of(plan, limit) + more
    return eased(plan, limit, min(MOST_QUARTERS, int(amount)) if limit == TIME else amount)


def lifted(plan: Plan, limits: Iterable[Limit]) -> Plan:
    """Return a plan without some of its limits; that on time is put off by a year."""
    limits = tuple(limits)
    if TIME in limits:
        plan = with_more(plan, TIME, _A_YEAR)
    return without(plan, [limit for limit in limits if limit != TIME])
