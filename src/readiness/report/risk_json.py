"""How sure cost and dates of a roadmap are, as values that JSON has.

What is drawn is rounded: money and days to two decimals, shares to four. The same bits of chance are drawn with every
version of NumPy, and rounding hides what processors may make differently of the last digits.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from readiness.report.exact import DECIMALS, exactly
from readiness.roadmap.risk.result import Chances, CostDriver, FinishDriver, Percentiles, QuarterRisk, Risk

__all__ = ["risk_json"]

_AMOUNTS = 2
"""Decimals of amounts, days and weeks."""


def risk_json(risk: Risk | None) -> dict[str, Any] | None:
    """Return the analysis as plain values, which `risk_schemas` describes; None for none."""
    if risk is None:
        return None
    return {
        "draws": risk.draws,
        "seed": risk.seed,
        "correlation": exactly(risk.given.correlation),
        "uncertain-actions": risk.uncertain,
        "likely-cost": exactly(risk.likely_cost),
        "planned-finish": risk.planned_finish.isoformat(),
        "cost": _amounts(risk.given.cost),
        "effort-days": _amounts(risk.effort_days),
        "finish": _days(risk.given.finish),
        "without-correlation": {"cost": _amounts(risk.alone.cost), "finish": _days(risk.alone.finish)},
        "chances": _chances(risk.chances),
        "quarters": [_quarter(one) for one in risk.quarters],
        "cost-drivers": [_cost_driver(one) for one in risk.cost_drivers],
        "finish-drivers": [_finish_driver(one) for one in risk.finish_drivers],
    }


def _amounts(of: Percentiles[float]) -> dict[str, float]:
    return {"p10": _amount(of.p10), "p50": _amount(of.p50), "p80": _amount(of.p80), "p90": _amount(of.p90)}


def _days(of: Percentiles[date]) -> dict[str, str]:
    days = {"p10": of.p10, "p50": of.p50, "p80": of.p80, "p90": of.p90}
    return {name: day.isoformat() for name, day in days.items()}


def _chances(chances: Chances) -> dict[str, Any]:
    return {
        "likely-cost": _share(chances.cost),
        "planned-finish": _share(chances.on_time),
        "end-of-plan": _share(chances.in_plan),
        "budget-a-quarter": _share(chances.each_quarter),
        "budget": _share(chances.budget),
        "people": _share(chances.people),
        "deadlines": {action: _share(share) for action, share in chances.deadlines.items()},
        "teams": {team: _share(share) for team, share in chances.teams.items()},
    }


def _quarter(one: QuarterRisk) -> dict[str, Any]:
    return {"label": one.label, "spend": _amounts(one.spend), "within-budget": _share(one.within)}


def _cost_driver(one: CostDriver) -> dict[str, Any]:
    return {"action": one.action, "low": _amount(one.low), "high": _amount(one.high), "share": _share(one.share)}


def _finish_driver(one: FinishDriver) -> dict[str, Any]:
    weeks = {"low-weeks": _amount(one.low), "high-weeks": _amount(one.high)}
    return {"action": one.action, **weeks, "decides": _share(one.decides)}


def _amount(value: float) -> float:
    return round(value, _AMOUNTS)


def _share(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)
