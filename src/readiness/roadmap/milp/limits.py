"""What a plan may take of each quarter, as rows."""

from __future__ import annotations

from fractions import Fraction

from readiness.roadmap.milp.linear import Linear, added, constant
from readiness.roadmap.milp.starts import Starts

__all__ = ["limit"]


def limit(starts: Starts) -> None:
    """Keep spend and effort within the plan's limits."""
    _money(starts)
    for team, days in starts.problem.plan.capacity_days_a_quarter.items():
        for t in range(starts.last):
            _at_most(starts, [_days(starts, id_, team, t) for id_ in starts.windows], days)


def _money(starts: Starts) -> None:
    plan = starts.problem.plan
    spends = [[_spend(starts, id_, t) for id_ in starts.windows] for t in range(starts.last)]
    if plan.budget_a_quarter is not None:
        for t, spend in enumerate(spends):
            before = [one for quarter in spends[:t] for one in quarter] if plan.carry_over else []
            _at_most(starts, [*before, *spend], plan.budget_a_quarter * (t + 1 if plan.carry_over else 1))
    if plan.budget is not None:
        _at_most(starts, [one for spend in spends for one in spend], plan.budget)


def _at_most(starts: Starts, parts: list[Linear], most: Fraction) -> None:
    """Keep a sum within a limit. Numbers are taken as shares of the limit, so that rows are alike in size."""
    unit = float(most) or 1.0
    starts.model.at_most(added(*parts).times(1 / unit), constant(float(most) / unit))


def _running(starts: Starts, id_: str, quarter: int) -> Linear:
    """Return 1 where an action runs in a quarter."""
    return added(starts.started(id_, quarter), starts.done(id_, quarter).times(-1.0))


def _spend(starts: Starts, id_: str, quarter: int) -> Linear:
    demand = starts.demand[id_]
    running = _running(starts, id_, quarter).times(float(demand.money))
    return added(running, starts.done(id_, quarter).times(float(demand.running)))


def _days(starts: Starts, id_: str, team: str, quarter: int) -> Linear:
    demand = starts.demand[id_]
    days = demand.days_of_all if team == "*" else demand.days.get(team, Fraction(0))
    return _running(starts, id_, quarter).times(float(days))
