"""The JSON Schema of a roadmap within a result."""

from __future__ import annotations

from readiness.report.money_schema import money_schemas
from readiness.report.risk_schema import risk_schemas
from readiness.report.schema_parts import (
    DAY,
    ESTIMATE,
    MAYBE,
    NUMBER,
    TEXT,
    TEXT_OR_NULL,
    WHOLE,
    YES_NO,
    Schema,
    closed,
    list_of,
    map_of,
    one_of,
    or_null,
)
from readiness.report.solution_json import solution_schema
from readiness.roadmap.calendar import Key
from readiness.roadmap.loss import Ground
from readiness.roadmap.plan import Way
from readiness.roadmap.solution import Reason

__all__ = ["roadmap_schemas"]


def roadmap_schemas() -> dict[str, Schema]:
    """Return the schema of a roadmap and of what it is made of, by name."""
    return {
        "roadmap": _roadmap(),
        "quarter": _quarter(),
        "planned-action": _action(),
        "left-out": _left_out(),
        "conflict": _conflict(),
        "solution": solution_schema(),
        **money_schemas(),
        **risk_schemas(),
    }


def _roadmap() -> Schema:
    said = {
        "target": (TEXT, "The id of the target profile that it aims at."),
        "starts": (DAY, "The first day of the first quarter."),
        "currency": (TEXT, "The ISO 4217 code of all amounts."),
        "day-rate": (NUMBER, "What a person-day is worth when effort and money are compared."),
        "start-score": (MAYBE, "The overall score before the first quarter."),
        "target-score": (MAYBE, "The overall score at which every target is met."),
        "quarters": (list_of({"$ref": "#/$defs/quarter"}), "The quarters of the plan."),
        "actions": (list_of({"$ref": "#/$defs/planned-action"}), "The chosen actions, the earliest first."),
        "left-out": (list_of({"$ref": "#/$defs/left-out"}), "The actions that were not chosen."),
        "totals": (_totals(), "What the whole plan takes and gives."),
        "money": ({"$ref": "#/$defs/money"}, "What it costs and saves, at present value."),
        "critical-chain": (list_of(TEXT), "The ids of the actions that, each waiting for the last, take longest."),
        "unmet": (list_of(TEXT), "The ids of questions that stay below target when the plan ends."),
        "open-gates": (list_of(_open_gate()), "The gates that still hold at the end."),
        "solution": ({"$ref": "#/$defs/solution"}, "How the plan was made, and what is proved of it."),
        "compared": (list_of(_reached()), "What other ways to plan reach within the same limits, and this one."),
        "risk": (
            or_null({"$ref": "#/$defs/risk"}),
            "How sure cost and dates are; null when nothing is planned, or when nobody asked.",
        ),
    }
    return closed(said, "A plan within the limits of the assessment.")


def _totals() -> Schema:
    return closed(
        {
            "cost": (ESTIMATE, "External spend, one-off."),
            "effort-days": (ESTIMATE, "Person-days of all teams."),
            "running-cost-a-year": (ESTIMATE, "External spend a year, once everything is finished."),
            "benefit-a-year": (ESTIMATE, "Cashable benefit a year, once everything is finished."),
        }
    )


def _open_gate() -> Schema:
    return closed(
        {
            "node": (TEXT, "The id of the area or framework that carries the gate."),
            "because": (TEXT, "The reason that the framework gives."),
        }
    )


def _reached() -> Schema:
    return closed(
        {
            "way": (
                {"enum": [str(way) for way in Way]},
                "How the plan was made; `ceiling` is no plan, but what none exceeds with as many gates, as soon.",
            ),
            "gates-cleared": (WHOLE, "The gates that hold now and no longer at the end."),
            "rise": (
                NUMBER,
                "How much better the overall score is at the end, in levels, up to the targets.",
            ),
            "mean-rise": (MAYBE, "How much better it is in the mean of all quarter ends; none for the ceiling."),
            "cost": (MAYBE, "Likely one-off external spend; none for the ceiling."),
            "spend": (MAYBE, "Likely external spend within the plan, running costs included; none for the ceiling."),
        }
    )


def _quarter() -> Schema:
    said = {
        "label": (TEXT, "Such as Q1 2027."),
        "starts": (DAY, "The first day."),
        "ends": (DAY, "The last day."),
        "cost": (ESTIMATE, "External spend: running actions, and the running cost of finished ones."),
        "effort-days": (ESTIMATE, "Person-days of all teams."),
        "effort-by-role": (map_of(NUMBER), "For a role: its likely person-days."),
        "score": (MAYBE, "The overall score when the quarter ends."),
        "low": (MAYBE, "The lower end of that score."),
        "high": (MAYBE, "The upper end of that score."),
        "scores": (map_of(MAYBE), "For a top area: its score when the quarter ends."),
    }
    return closed(said, "One quarter of the plan.")


def _action() -> Schema:
    lift = closed({"from": (NUMBER, "The score before."), "to": (NUMBER, "The score after.")})
    said = {
        "number": (TEXT, "A1, A2 … in the order in which actions start."),
        "id": (TEXT, "The id in the framework."),
        "title": (TEXT, "What to do."),
        "area": (TEXT, "The id of the top area of the first question it lifts."),
        "owner": (TEXT, "The role that answers for it."),
        "start-quarter": (WHOLE, "The quarter in which it starts, counted from 0."),
        "quarters": (WHOLE, "How many quarters it runs."),
        "gain": (NUMBER, "How much better the overall score gets, in levels, when it is finished."),
        "after": (list_of(TEXT), "The ids of the chosen actions that it waits for."),
        "lifts": (map_of(lift), "For a question: its score before and after."),
        "cost": (ESTIMATE, "External spend, one-off."),
        "effort-days": (ESTIMATE, "Person-days of all teams."),
        "effort-by-role": (map_of(ESTIMATE), "For a role whose team works on it, the owner's first: person-days."),
        "money": ({"$ref": "#/$defs/value"}, "What it costs and saves within the appraisal period."),
        "why": (_why(), "What is lost without it."),
        "settled": (or_null(_settled()), "What the plan of the assessment settles about it; null for nothing."),
    }
    return closed(said, "One chosen action, placed in time.")


def _settled() -> Schema:
    return closed(
        {
            "must": (YES_NO, "Whether the plan has to have it."),
            "starts": (or_null(DAY), "A day of the quarter in which it has to start."),
            "not-before": (or_null(DAY), "It starts in the quarter of this day or later."),
            "deadline": (or_null(DAY), "The day by which it has to be finished."),
            "under-way": (MAYBE, "How much of it is done, in per cent; amounts and times are those of the rest."),
            "because": (TEXT_OR_NULL, "The reason that is given."),
        }
    )


def _why() -> Schema:
    said = {
        "reason": ({"enum": [ground.value.replace(" ", "-") for ground in Ground]}, "Why it is in the plan."),
        "detail": (TEXT, "The same in a sentence."),
        "falls-with-it": (list_of(TEXT), "The ids of the chosen actions that cannot be done without it."),
        "end": (NUMBER, "How much worse the score is at the end without all of these, in levels up to the targets."),
        "gates": (WHOLE, "How many more of the gates that hold now hold at the end without them."),
    }
    return closed(said, "What this plan loses without the action when nothing takes its place.")


def _left_out() -> Schema:
    said = {
        "id": (TEXT, "The id in the framework."),
        "title": (TEXT, "What it would do."),
        "reason": ({"enum": [reason.value.replace(" ", "-") for reason in Reason]}, "Why it was not chosen."),
        "detail": (TEXT, "The same in a sentence, with the numbers or the other action."),
        "unshown": (list_of(TEXT), "For a finished action: the ids of questions whose answers do not show its levels."),
    }
    return closed(said, "An action that is not in the plan.")


def _conflict() -> Schema:
    said = {
        "limits": (list_of(_relief()), "The limits in conflict: all but any one of them can be met."),
        "actions": (list_of(TEXT), "The ids of the actions that the plan has to have for them; empty: any would do."),
        "proved": (YES_NO, "Whether it is certain; otherwise the search ended before every way was tried."),
    }
    return closed(said, "Limits of the plan that cannot be met together.")


def _relief() -> Schema:
    value: Schema = {"anyOf": [NUMBER, DAY, {"type": "null"}]}
    said = {
        "limit": (one_of(Key), "Its key in the plan of the assessment."),
        "of": (TEXT_OR_NULL, "The team whose days are limited, or the id of the action; null for the whole plan."),
        "now": (value, "What it says; null for what only holds or does not."),
        "enough": (value, "The smallest change found that frees the others; null when only dropping it does."),
        "frees-all": (YES_NO, "Whether there is a plan then; otherwise other limits are in conflict as well."),
    }
    return closed(said)
