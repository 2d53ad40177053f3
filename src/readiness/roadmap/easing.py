"""The limits of a plan by name, each of which can be eased or lifted."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from readiness.model.assessment import Plan

__all__ = ["EVERYBODY", "Limit", "LimitKind", "amount_of", "eased", "lifted", "limits_of"]

EVERYBODY = "*"
"""The team of all teams together."""
_MORE_QUARTERS = 4
_MOST_QUARTERS = 40


class LimitKind(StrEnum):
    """What a limit is about."""

    QUARTER = "budget a quarter"
    TOTAL = "budget"
    PEOPLE = "people"
    TIME = "time"


class Limit(NamedTuple):
    """One limit of a plan."""

    kind: LimitKind
    team: str = ""
    """For people: the role whose team it is, or all teams together."""


def limits_of(plan: Plan) -> tuple[Limit, ...]:
    """Return what a plan limits: money, then people, then time, which is always limited."""
    found = [Limit(LimitKind.QUARTER)] if plan.budget_a_quarter is not None else []
    found += [Limit(LimitKind.TOTAL)] if plan.budget is not None else []
    found += [Limit(LimitKind.PEOPLE, team) for team in plan.capacity_days_a_quarter]
    return (*found, Limit(LimitKind.TIME))


def amount_of(plan: Plan, limit: Limit) -> Fraction:
    """Return where a limit lies: money, person-days a quarter, or quarters."""
    match limit.kind:
        case LimitKind.QUARTER:
            return plan.budget_a_quarter or Fraction(0)
        case LimitKind.TOTAL:
            return plan.budget or Fraction(0)
        case LimitKind.PEOPLE:
            return plan.capacity_days_a_quarter[limit.team]
        case LimitKind.TIME:
            return Fraction(plan.quarters)


def eased(plan: Plan, limit: Limit, more: Fraction) -> Plan:
    """Return a plan in which a limit lies higher by an amount."""
    amount, teams = amount_of(plan, limit) + more, plan.capacity_days_a_quarter
    match limit.kind:
        case LimitKind.QUARTER:
            return plan.changed(budget_a_quarter=amount)
        case LimitKind.TOTAL:
            return plan.changed(budget=amount)
        case LimitKind.PEOPLE:
            return plan.changed(capacity_days_a_quarter={**teams, limit.team: amount})
        case LimitKind.TIME:
            return plan.changed(quarters=min(_MOST_QUARTERS, int(amount)))


def lifted(plan: Plan, limits: Iterable[Limit]) -> Plan:
    """Return a plan without some of its limits; a limit on time is put off by a year."""
    for limit in limits:
        match limit.kind:
            case LimitKind.QUARTER:
                plan = plan.changed(budget_a_quarter=None)
            case LimitKind.TOTAL:
                plan = plan.changed(budget=None)
            case LimitKind.PEOPLE:
                teams = {team: days for team, days in plan.capacity_days_a_quarter.items() if team != limit.team}
                plan = plan.changed(capacity_days_a_quarter=teams)
            case LimitKind.TIME:
                plan = eased(plan, limit, Fraction(_MORE_QUARTERS))
    return plan
