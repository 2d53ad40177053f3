"""The JSON Schema of how sure cost and dates of a roadmap are."""

from __future__ import annotations

from readiness.report.schema_parts import (
    DAY,
    NUMBER,
    TEXT,
    WHOLE,
    Described,
    Schema,
    closed,
    list_of,
    map_of,
)

__all__ = ["risk_schemas"]

_REAL: Schema = {"type": "number"}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_SHARE_OR_NULL: Schema = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
_AMOUNTS: Schema = {"$ref": "#/$defs/percentiles"}
_DAYS: Schema = {"$ref": "#/$defs/day-percentiles"}
_PERCENTS = (10, 50, 80, 90)


def risk_schemas() -> dict[str, Schema]:
    """Return the schema of an analysis of risk and of what it is made of, by name."""
    return {"risk": _risk(), "percentiles": _percentiles(_REAL), "day-percentiles": _percentiles(DAY)}


def _risk() -> Schema:
    alone: Described = {"cost": (_AMOUNTS, "One-off external spend."), "finish": (_DAYS, "The end of the last action.")}
    said: Described = {
        "draws": (WHOLE, "How many times everything was drawn."),
        "seed": (WHOLE, "What chance was begun with."),
        "correlation": (NUMBER, "How far estimates of actions of one top area miss together."),
        "uncertain-actions": (WHOLE, "How many chosen actions have an estimate with a range."),
        "likely-cost": (NUMBER, "What the likely one-off costs add up to."),
        "planned-finish": (DAY, "The last day of the quarter in which the plan finishes its last action."),
        "cost": (_AMOUNTS, "One-off external spend."),
        "effort-days": (_AMOUNTS, "Person-days of all teams."),
        "finish": (_DAYS, "The end of the last action."),
        "without-correlation": (closed(alone), "The same if every estimate missed by itself."),
        "chances": (_chances(), "Parts of all draws; null where there is no such limit."),
        "quarters": (list_of(_quarter()), "The quarters of the plan."),
        "cost-drivers": (list_of(_cost_driver()), "The actions whose cost has a range, the widest first."),
        "finish-drivers": (list_of(_finish_driver()), "The actions on which the finish hangs, the widest first."),
    }
    return closed(said, "How sure the cost and the dates of a roadmap are, by drawing its estimates.")


def _percentiles(of: Schema) -> Schema:
    return closed({f"p{share}": (of, f"{share} of 100 draws do not go beyond it.") for share in _PERCENTS})


def _chances() -> Schema:
    return closed(
        {
            "likely-cost": (_SHARE, "One-off cost is no more than the likely values add up to."),
            "planned-finish": (_SHARE, "The last action ends by the planned finish."),
            "end-of-plan": (_SHARE, "It ends by the end of the last quarter of the plan."),
            "budget-a-quarter": (_SHARE_OR_NULL, "Every quarter keeps to its budget."),
            "budget": (_SHARE_OR_NULL, "All spend keeps to the budget, with what slips beyond the last quarter."),
            "people": (_SHARE_OR_NULL, "Every limit on people holds in every quarter."),
            "deadlines": (map_of(_SHARE), "For each planned action with a deadline, by id: it ends by then."),
            "teams": (map_of(_SHARE), "The same for each of these limits: by role, and * for all teams together."),
        }
    )


def _quarter() -> Schema:
    return closed(
        {
            "label": (TEXT, "Such as Q1 2027."),
            "spend": (_AMOUNTS, "External spend: running actions, and the running cost of finished ones."),
            "within-budget": (_SHARE_OR_NULL, "The part of all draws that keeps to the budget of the quarter."),
        }
    )


def _cost_driver() -> Schema:
    return closed(
        {
            "action": (TEXT, "The id of the action."),
            "low": (_REAL, "What the expected cost of the plan changes by when this action costs its low estimate."),
            "high": (_REAL, "The same at its high estimate."),
            "share": (_REAL, "Its part of the variance of the cost; all parts add up to 1."),
        }
    )


def _finish_driver() -> Schema:
    return closed(
        {
            "action": (TEXT, "The id of the action."),
            "low-weeks": (_REAL, "How many weeks later the plan is expected to end when it takes its low estimate."),
            "high-weeks": (_REAL, "The same at its high estimate."),
            "decides": (_SHARE, "The part of all draws in which the finish hangs on it."),
        }
    )
