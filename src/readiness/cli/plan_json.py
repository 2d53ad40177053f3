"""A plan as values that JSON has: the roadmap as a result has it, with horizons and the load of each team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.report.exact import exactly
from readiness.report.json_result import roadmap_values
from readiness.roadmap.horizons import ALL_TEAMS, horizons, loads, starts_at_once

if TYPE_CHECKING:
    from readiness.roadmap.horizons import Horizon, Load
    from readiness.roadmap.plan import Roadmap
    from readiness.roadmap.ranges import Range3
    from readiness.workflows import Assessed

__all__ = ["plan_json"]

_SIDES = ("low", "likely", "high")


def plan_json(planned: Assessed) -> dict[str, object]:
    """Return everything that the text says, and the whole roadmap."""
    framework, roadmap = planned.framework, planned.roadmap
    assert roadmap is not None
    return {
        "framework": {"id": framework.id, "version": framework.version},
        "organisation": planned.assessment.organisation.name,
        "roadmap": roadmap_values(roadmap, framework),
        "horizons": [_horizon(one) for one in horizons(roadmap)],
        "at-once-without-new-money": [one.action.id for one in starts_at_once(roadmap.actions)],
        "loads": [_load(one, roadmap) for one in loads(roadmap, planned.assessment.plan)],
    }


def _horizon(one: Horizon) -> dict[str, object]:
    return {
        "name": str(one.stretch),
        "starts": one.quarters[0].starts.isoformat(),
        "ends": one.quarters[-1].ends.isoformat(),
        "actions": [planned.action.id for planned in one.starting],
        "cost": _estimate(one.cost),
        "effort-days": _estimate(one.effort_days),
        "score": exactly(one.score),
    }


def _load(one: Load, roadmap: Roadmap) -> dict[str, object]:
    return {
        "role": None if one.role == ALL_TEAMS else one.role,
        "days": [exactly(days) for days in one.days],
        "capacity": exactly(one.capacity),
        "over-booked": [roadmap.quarters[t].label for t in one.over],
    }


def _estimate(values: Range3) -> dict[str, object]:
    return {side: exactly(value) for side, value in zip(_SIDES, values, strict=True)}
