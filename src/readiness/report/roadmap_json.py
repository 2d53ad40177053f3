"""A roadmap as data, as a result and `readiness plan` have it."""

from __future__ import annotations

from typing import Any

from readiness.model.framework import Framework
from readiness.report.exact import exactly
from readiness.report.left_out import left_out_words
from readiness.report.money_json import estimate_json, money_json, value_json
from readiness.report.settled import settled_values
from readiness.report.solution_json import solution_json
from readiness.report.why import loss_words
from readiness.roadmap.loss import Loss
from readiness.roadmap.plan import LeftOut, PlannedAction, Quarter, Reached, Roadmap

__all__ = ["roadmap_values"]


def roadmap_values(roadmap: Roadmap, framework: Framework, risk: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a roadmap as plain values, as a result has it."""
    totals = roadmap.totals
    return {
        "target": roadmap.target_id,
        "starts": roadmap.starts.isoformat(),
        "currency": roadmap.currency,
        "day-rate": exactly(roadmap.day_rate),
        "start-score": exactly(roadmap.start_score),
        "target-score": exactly(roadmap.target_score),
        "quarters": [_quarter(quarter) for quarter in roadmap.quarters],
        "actions": [_action(one, roadmap, framework) for one in roadmap.actions],
        "left-out": [_left_out(one, left_out_words(one, framework, roadmap.currency)) for one in roadmap.left_out],
        "totals": {
            "cost": estimate_json(totals.cost),
            "effort-days": estimate_json(totals.effort_days),
            "running-cost-a-year": estimate_json(totals.running_cost_a_year),
            "benefit-a-year": estimate_json(totals.benefit_a_year),
        },
        "money": money_json(roadmap),
        "critical-chain": list(roadmap.critical_chain),
        "unmet": list(roadmap.unmet),
        "open-gates": [{"node": node, "because": because} for node, because in roadmap.open_gates],
        "solution": solution_json(roadmap.solution),
        "compared": [_reached(one) for one in roadmap.compared],
        "risk": risk,
    }


def _reached(one: Reached) -> dict[str, Any]:
    return {
        "way": str(one.way),
        "gates-cleared": one.gates,
        "rise": exactly(one.rise),
        "mean-rise": exactly(one.mean_rise),
        "cost": exactly(one.cost),
        "spend": exactly(one.spend),
    }


def _quarter(quarter: Quarter) -> dict[str, Any]:
    return {
        "label": quarter.label,
        "starts": quarter.starts.isoformat(),
        "ends": quarter.ends.isoformat(),
        "cost": estimate_json(quarter.cost),
        "effort-days": estimate_json(quarter.effort_days),
        "effort-by-role": {role: exactly(days) for role, days in sorted(quarter.effort_by_role.items())},
        "score": exactly(quarter.score),
        "low": exactly(quarter.low),
        "high": exactly(quarter.high),
        "scores": {area: exactly(value) for area, value in quarter.scores.items()},
    }


def _action(one: PlannedAction, roadmap: Roadmap, framework: Framework) -> dict[str, Any]:
    action = one.action
    return {
        "number": one.number,
        "id": action.id,
        "title": action.title,
        "area": one.area,
        "owner": action.owner,
        "start-quarter": one.start,
        "quarters": one.quarters,
        "gain": exactly(one.gain),
        "after": list(one.after),
        "lifts": {id_: {"from": exactly(before), "to": exactly(then)} for id_, (before, then) in one.lifts.items()},
        "cost": estimate_json(action.cost.points),
        "effort-days": estimate_json(action.days_of_all),
        "effort-by-role": {role: estimate_json(days.points) for role, days in action.effort_by_role.items()},
        "money": value_json(roadmap.money.actions[action.id]),
        "why": _why(one.loss, roadmap, framework),
        "settled": settled_values(one.decision),
    }


def _why(loss: Loss, roadmap: Roadmap, framework: Framework) -> dict[str, Any]:
    number = {one.action.id: one.number for one in roadmap.actions}
    return {
        "reason": loss.ground.value.replace(" ", "-"),
        "detail": loss_words(loss, number.__getitem__, framework.scale.span),
        "falls-with-it": list(loss.also),
        "end": exactly(loss.end * framework.scale.span),
        "gates": loss.gates,
    }


def _left_out(one: LeftOut, detail: str) -> dict[str, Any]:
    return {
        "id": one.action.id,
        "title": one.action.title,
        "reason": one.reason.value.replace(" ", "-"),
        "detail": detail,
        "unshown": list(one.unshown),
    }
