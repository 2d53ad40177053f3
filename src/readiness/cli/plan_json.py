"""A plan as values that JSON has: the roadmap as a result has it, with horizons and the load of each team."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.model.base import Model
from readiness.report.conflict import conflict_values
from readiness.report.exact import exactly
from readiness.report.left_out import left_out_words
from readiness.report.risk_json import risk_json
from readiness.report.roadmap_json import roadmap_values
from readiness.roadmap.differences import changed_limits, differences, ends_of, figures
from readiness.roadmap.horizons import ALL_TEAMS, horizons, loads, starts_at_once
from readiness.roadmap.plan import LeftOut, PlannedAction

if TYPE_CHECKING:
    from readiness.model.assessment import Plan
    from readiness.roadmap.conflict import Conflict
    from readiness.roadmap.differences import Difference, Figures
    from readiness.roadmap.horizons import Horizon, Load
    from readiness.roadmap.plan import Roadmap
    from readiness.roadmap.ranges import Range3
    from readiness.roadmap.risk.result import Risk
    from readiness.workflows import Assessed, Variant

__all__ = ["no_plan_json", "plan_json", "side_by_side_json"]

_SIDES = ("low", "likely", "high")


def plan_json(planned: Assessed, risk: Risk | None = None) -> dict[str, object]:
    """Return everything that the text says, and the whole roadmap, with its risk if that was asked for."""
    assert planned.roadmap is not None
    return {**_head(planned), **_changed(planned), **_plan(planned, planned.roadmap, risk), "conflict": None}


def no_plan_json(planned: Assessed, conflict: Conflict) -> dict[str, object]:
    """Return what is known where the limits allow no plan: which of them cannot be met together."""
    return {**_head(planned), **_changed(planned), "roadmap": None, "conflict": conflict_values(conflict)}


def _changed(planned: Assessed) -> dict[str, object]:
    return {"scenario": planned.scenario or None, "limits": _limits(planned.file_plan, planned)}


def _head(planned: Assessed) -> dict[str, object]:
    framework = planned.framework
    return {
        "framework": {"id": framework.id, "version": framework.version},
        "organisation": planned.assessment.organisation.name,
    }


def _plan(planned: Assessed, roadmap: Roadmap, risk: Risk | None = None) -> dict[str, object]:
    return {
        "roadmap": roadmap_values(roadmap, planned.framework, risk_json(risk)),
        "horizons": [_horizon(one) for one in horizons(roadmap)],
        "at-once-without-new-money": [one.action.id for one in starts_at_once(roadmap.actions)],
        "loads": [_load(one, roadmap) for one in loads(roadmap, planned.assessment.plan)],
    }


def side_by_side_json(variants: Sequence[Variant]) -> dict[str, object]:
    """Return several plans for one assessment, what is different in their limits, and in what they do when."""
    first = variants[0].assessed
    plans = [one.roadmap for one in variants]
    days, found = tuple(ends_of(plans)), differences(plans)
    return {
        **_head(first),
        "plans": [_variant(one, first, days) for one in variants],
        "differences": [_difference(one, variants) for one in found],
    }


def _variant(one: Variant, first: Assessed, days: Sequence[date]) -> dict[str, object]:
    roadmap = one.roadmap
    return {
        "title": one.title,
        "because": one.because or None,
        "limits": _limits(first.assessment.plan, one.assessed),
        "no-roadmap": str(one.assessed.no_roadmap) if one.assessed.no_roadmap else None,
        **({} if roadmap is None else {"figures": _figures(figures(roadmap, days)), **_plan(one.assessed, roadmap)}),
    }


def _limits(before: Plan | None, planned: Assessed) -> list[dict[str, object]]:
    """Return what is different from another plan; nothing where there is none."""
    return [
        {"key": limit.key, "of": limit.of or None, "before": _plain(limit.before), "after": _plain(limit.after)}
        for limit in (changed_limits(before, planned.assessment.plan) if before else ())
    ]


def _figures(found: Figures) -> dict[str, object]:
    return {
        "score": exactly(found.score),
        "mean-score": exactly(found.mean),
        "gates-cleared": found.gates,
        "unmet": found.unmet,
        "actions": found.actions,
        "cost": exactly(found.cost),
        "spend": exactly(found.spend),
        "effort-days": exactly(found.effort_days),
        "net-present-value": exactly(found.net_value),
        "method": str(found.method).replace(" ", "-"),
    }


def _difference(one: Difference, variants: Sequence[Variant]) -> dict[str, object]:
    return {
        "id": one.action.id,
        "title": one.action.title,
        "plans": [_place(place, variant.assessed) for place, variant in zip(one.places, variants, strict=True)],
    }


def _place(place: PlannedAction | LeftOut | None, planned: Assessed) -> dict[str, object] | None:
    if place is None or planned.roadmap is None:
        return None
    if isinstance(place, LeftOut):
        return {
            "left-out": place.reason.value.replace(" ", "-"),
            "detail": left_out_words(place, planned.framework, planned.roadmap.currency),
        }
    quarters = planned.roadmap.quarters
    return {"starts": quarters[place.start].starts.isoformat(), "ends": quarters[place.end - 1].ends.isoformat()}


def _plain(value: object) -> object:
    """Return the value of a limit as JSON has it."""
    if isinstance(value, Model):
        return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return exactly(value) if isinstance(value, Fraction) else value.isoformat() if isinstance(value, date) else value


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
