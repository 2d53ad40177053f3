"""In which share of the draws a roadmap keeps to its limits."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from readiness.model.assessment import Plan
from readiness.roadmap.plan import Roadmap
from readiness.roadmap.quarters import WEEKS_A_QUARTER
from readiness.roadmap.risk.chance import Flags, Floats
from readiness.roadmap.risk.days import weeks_until
from readiness.roadmap.risk.result import Chances
from readiness.roadmap.risk.simulation import Simulated

__all__ = ["chances_of", "within_each_quarter"]

_NOISE = 1e-9
"""What is larger than a limit by no more than this part of it is as large."""


def chances_of(run: Simulated, roadmap: Roadmap, plan: Plan) -> Chances:
    """Return the share of draws that keeps to each limit, and to the plan itself."""
    teams = {
        team: np.all(_keeps(run.booked.days[team], limit), axis=0)
        for team, limit in plan.capacity_days_a_quarter.items()
    }
    money = _keeping(run.booked.money, plan)
    planned, last = max(one.end for one in roadmap.actions), len(roadmap.quarters)
    return Chances(
        cost=_share(_keeps(run.cost, roadmap.totals.cost[1])),
        on_time=_share(_keeps(run.times.finish, planned * WEEKS_A_QUARTER)),
        in_plan=_share(_keeps(run.times.finish, last * WEEKS_A_QUARTER)),
        each_quarter=None if money is None else _share(np.all(money, axis=0)),
        budget=None if plan.budget is None else _share(_keeps(np.sum(run.booked.money, axis=0), plan.budget)),
        people=_share(np.all(list(teams.values()), axis=0)) if teams else None,
        teams={team: _share(kept) for team, kept in teams.items()},
        deadlines={
            one.action.id: _share(_keeps(end, weeks_until(roadmap.starts, decision.deadline)))
            for one, end in zip(roadmap.actions, run.times.ends, strict=True)
            if (decision := plan.actions.get(one.action.id)) and decision.deadline
        },
    )


def within_each_quarter(money: Floats, plan: Plan) -> Sequence[float | None]:
    """Return for each quarter the share of draws that keeps to its budget; None without one.

    Args:
        money: Spend by quarter and draw; the last row lies beyond the plan.
        plan: Its limits.
    """
    kept = _keeping(money, plan)
    return [None] * (len(money) - 1) if kept is None else [_share(one) for one in kept]


def _keeping(money: Floats, plan: Plan) -> Flags | None:
    """Return for each quarter the draws that keep to its budget, with what may be carried over to it."""
    limit, spend = plan.budget_a_quarter, money[:-1]
    if limit is None:
        return None
    if not plan.carry_over:
        return _keeps(spend, limit)
    granted = float(limit) * np.arange(1.0, len(spend) + 1)
    return _keeps(np.cumsum(spend, axis=0), granted[:, None])


def _keeps(values: Floats, limit: Fraction | float | Floats) -> Flags:
    """Return where values are no larger than a limit, but for the noise of the arithmetic."""
    most = limit if isinstance(limit, np.ndarray) else float(limit)
    return values <= most * (1 + _NOISE)


def _share(of: Flags) -> float:
    return float(np.mean(of))
