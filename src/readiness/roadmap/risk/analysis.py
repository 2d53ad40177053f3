"""How sure cost and dates are: all parts of the analysis in one call."""

from __future__ import annotations

import math
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.model.actions import Action
from readiness.model.assessment import Plan
from readiness.roadmap.plan import Roadmap
from readiness.roadmap.quarters import quarter_days
from readiness.roadmap.risk.days import day_after
from readiness.roadmap.risk.result import Percentiles, QuarterRisk, Risk, Together

if TYPE_CHECKING:
    from readiness.roadmap.risk.chance import Floats

__all__ = ["find_risk"]

PERCENTS = (10, 50, 80, 90)
ALONE = Fraction(0)
"""The correlation of estimates each of which misses by itself."""


def find_risk(roadmap: Roadmap, plan: Plan) -> Risk | None:
    """Return how sure the cost and the dates of a roadmap are; None when nothing is planned.

    Args:
        roadmap: What is planned.
        plan: The limits that it was planned for, and how chance is drawn.
    """
    from readiness.roadmap.risk.chances import chances_of, within_each_quarter
    from readiness.roadmap.risk.drivers import cost_drivers, finish_drivers
    from readiness.roadmap.risk.simulation import simulated

    if not roadmap.actions:
        return None
    run, settings = simulated(roadmap, plan), plan.risk
    money = run.booked.money
    return Risk(
        draws=settings.draws,
        seed=settings.seed,
        uncertain=sum(_is_uncertain(one.action) for one in roadmap.actions),
        given=Together(settings.correlation, _percentiles(run.cost), _dates(roadmap.starts, run.times.finish)),
        alone=Together(ALONE, _percentiles(run.cost_alone), _dates(roadmap.starts, run.finish_alone)),
        effort_days=_percentiles(run.days),
        likely_cost=roadmap.totals.cost[1],
        planned_finish=quarter_days(roadmap.starts, max(one.end for one in roadmap.actions) - 1)[1],
        chances=chances_of(run, roadmap, plan),
        quarters=tuple(
            QuarterRisk(quarter.label, _percentiles(spend), share)
            for quarter, spend, share in zip(
                roadmap.quarters, money[:-1], within_each_quarter(money, plan), strict=True
            )
        ),
        cost_drivers=cost_drivers(roadmap.actions, run.costs, run.cost),
        finish_drivers=finish_drivers(roadmap.actions, run.network, run.durations, run.times),
    )


def _is_uncertain(action: Action) -> bool:
    """Tell whether anything that an action takes can be more or less than is likely."""
    running = action.running_cost_a_year
    estimates = [action.cost, action.duration_weeks, *action.effort_by_role.values(), *([running] if running else [])]
    return any(low < high for low, _, high in (one.points for one in estimates))


def _percentiles(values: Floats) -> Percentiles[float]:
    """Return for each percentile the least draw that so many of a hundred do not go beyond."""
    import numpy as np

    places = [math.ceil(len(values) * Fraction(percent, 100)) - 1 for percent in PERCENTS]
    ordered = np.partition(values, places)
    return Percentiles(*(float(ordered[place]) for place in places))


def _dates(starts: date, weeks: Floats) -> Percentiles[date]:
    """Return percentiles of weeks from the start of a plan as days."""
    found = _percentiles(weeks)
    return Percentiles(*(day_after(starts, one) for one in (found.p10, found.p50, found.p80, found.p90)))
