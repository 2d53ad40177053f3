"""Answers about a plan as values that JSON has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.report.exact import exactly
from readiness.report.left_out import left_out_words
from readiness.roadmap.why import WhyChosen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.roadmap.again import Alternative, Change
    from readiness.roadmap.calendar import Limit
    from readiness.roadmap.cheapest import Cheapest
    from readiness.roadmap.frontier import Frontier, Point
    from readiness.roadmap.pressure import Pressure
    from readiness.roadmap.why import WhyLeftOut
    from readiness.workflows import Answered, Assessed

__all__ = ["asked_json"]


def asked_json(found: Answered, planned: Assessed) -> dict[str, object]:
    """Return what was asked for, and nothing else."""
    values: dict[str, object] = {}
    if found.why:
        values["why"] = [_chosen(one) if isinstance(one, WhyChosen) else _left_out(one, planned) for one in found.why]
    if found.pressures is not None:
        values["limits"] = [_pressure(one) for one in found.pressures]
    if found.frontier is not None:
        values["frontier"] = _frontier(found.frontier)
        values["cheapest-to-target"] = _cheapest(found.cheapest)
    return values


def _chosen(one: WhyChosen) -> dict[str, object]:
    wait, loss = one.wait, one.loss
    return {
        "id": loss.action,
        "chosen": True,
        "reason": str(loss.ground).replace(" ", "-"),
        "without-it": {"falls-with-it": list(loss.also), "end": exactly(loss.end), "gates": loss.gates},
        "waits": {
            "after": list(wait.needs),
            "could-start": wait.ready,
            "starts": wait.start,
            "limits": [_limit(limit) for limit in wait.limits],
        },
        "best-plan-without-it": _alternative(one.other),
    }


def _left_out(one: WhyLeftOut, planned: Assessed) -> dict[str, object]:
    roadmap = planned.roadmap
    assert roadmap is not None
    excused = next(left for left in roadmap.left_out if left.action.id == one.action)
    return {
        "id": one.action,
        "chosen": False,
        "reason": str(one.refusal.reason).replace(" ", "-"),
        "detail": left_out_words(excused, planned.framework, roadmap.currency),
        "let-in-without": [[_limit(limit) for limit in limits] for limits in one.freed_by] if one.was_tried else None,
        "best-plan-with-it": _alternative(one.other),
    }


def _alternative(other: Alternative | None) -> dict[str, object] | None:
    if other is None:
        return None
    return {
        "has": list(other.joins),
        "leaves-out": list(other.leaves),
        "actions": _choices(other.solution.choices),
        "change": _change(other.change),
    }


def _choices(choices: Sequence[tuple[str, int]]) -> list[dict[str, object]]:
    return [{"id": id_, "start-quarter": start} for id_, start in choices]


def _change(change: Change) -> dict[str, object]:
    """Return a comparison; ratios of the scale from 0 to 1."""
    return {
        "gates": change.gates,
        "end": exactly(change.end),
        "mean": exactly(change.mean),
        "price": exactly(change.price),
        "value": exactly(change.value),
        "least": exactly(change.least),
        "most": exactly(change.most),
        "proved": change.is_proved,
    }


def _limit(limit: Limit) -> dict[str, str | None]:
    return {"key": str(limit.key), "of": limit.of or None}


def _pressure(one: Pressure) -> dict[str, object]:
    return {
        "limit": _limit(one.limit),
        "amount": exactly(one.amount),
        "used": [exactly(used) for used in one.used],
        "full": list(one.full),
        "more": exactly(one.more),
        "best-plan-with-more": _alternative(one.other),
    }


def _frontier(found: Frontier) -> dict[str, object]:
    return {
        "limit": _limit(found.limit),
        "points": [_point(point) for point in found.points],
        "yours": found.yours,
        "knee": found.knee,
    }


def _cheapest(found: Cheapest | None) -> dict[str, object] | None:
    if found is None:
        return None
    exists = found.choices is not None
    return {
        "impossible": found.is_impossible,
        "spend": exactly(found.spend) if exists else None,
        "least": exactly(found.least) if exists else None,
        "actions": None if found.choices is None else _choices(found.choices),
    }


def _point(point: Point) -> dict[str, object]:
    plan = point.solution
    return {
        "budget": exactly(point.amount),
        "spend": exactly(point.spend),
        "score": exactly(point.score) if plan else None,
        "closed": exactly(point.closed) if plan else None,
        "gates": plan.worth.gates if plan else None,
        "value": exactly(plan.worth.value) if plan else None,
        "ceiling": exactly(point.ceiling),
        "actions": _choices(plan.choices) if plan else None,
    }
