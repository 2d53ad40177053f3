"""The JSON Schema of `result/1`."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Any

from readiness.model.direction import Direction
from readiness.roadmap.plan import Reason
from readiness.scoring.result import EvidenceState, State

__all__ = ["result_schema"]

Schema = dict[str, Any]
Described = dict[str, tuple[Schema, str]]
"""For each key: what its value is, and what it says."""

_TEXT: Schema = {"type": "string"}
_TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
_WHOLE: Schema = {"type": "integer"}
_YES_NO: Schema = {"type": "boolean"}
_DAY: Schema = {"type": "string", "format": "date"}
_NUMBER: Schema = {"$ref": "#/$defs/number"}
_MAYBE: Schema = {"anyOf": [_NUMBER, {"type": "null"}]}
_ESTIMATE: Schema = {"$ref": "#/$defs/estimate"}


def result_schema() -> Schema:
    """Return the JSON Schema of a result; `readiness schema result` prints it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Result",
        "description": "A scored assessment with its gaps and roadmap. Keys are stable within result/1.",
        **_closed(
            {
                "readiness": ({"const": "result/1"}, "The format of this file."),
                "tool": (_tool(), "The program that made it."),
                "framework": (_framework(), "The framework that was answered."),
                "tailoring": (_list(_tailoring()), "How the framework was made of others; left out when it was not."),
                "organisation": (_organisation(), "Whose assessment it is."),
                "assessed-on": (_DAY, "The day for which the answers hold."),
                "as-of": (_DAY, "The day on which evidence had to be in date."),
                "target": (_or_null(_target()), "The target profile; null when the framework has none."),
                "higher-is": (_one_of(Direction), "What a higher overall score means: better, or worse."),
                "scale": (_list(_level()), "The levels, from the lowest to the highest."),
                "score": ({"$ref": "#/$defs/node"}, "The framework's node, with the whole tree below it."),
                "gaps": (_list({"$ref": "#/$defs/gap"}), "The gap worth most first."),
                "roadmap": (_or_null({"$ref": "#/$defs/roadmap"}), "The plan; null when there is nothing to plan."),
                "files": (_map(_TEXT), "For every file that was read: its SHA-256 in hexadecimal."),
            },
            optional=("tailoring",),
        ),
        "$defs": {
            "number": _number(),
            "estimate": _estimate(),
            "node": _node(),
            "contribution": _contribution(),
            "adjustment": _adjustment(),
            "gate": _gate(),
            "gap": _gap(),
            "roadmap": _roadmap(),
            "quarter": _quarter(),
            "planned-action": _action(),
            "left-out": _left_out(),
        },
    }


def _tool() -> Schema:
    return _closed({"name": (_TEXT, "Its name."), "version": (_TEXT, "Its version.")})


def _framework() -> Schema:
    return _closed(
        {
            "id": (_TEXT, "Its id."),
            "version": (_TEXT, "The version of its content."),
            "title": (_TEXT, "Its name in reports."),
        }
    )


def _tailoring() -> Schema:
    thing: Described = {
        "kind": (_TEXT, "What it is: framework, area, question, action, target, fact, role, source or recommendation."),
        "id": (_TEXT, "Its id."),
        "title": (_TEXT, "Its title or topic."),
    }
    changed: Described = {
        "keys": (_list(_TEXT), "What leads to the value within the thing."),
        "from": ({}, "The value in the base or its default; null when there was none."),
        "to": ({}, "The value now; null when it was removed."),
    }
    because: Described = {"because": (_TEXT_OR_NULL, "The id of what it went with; null when the author named it.")}
    return _closed(
        {
            "framework": (_TEXT, "The id of the tailored framework."),
            "version": (_TEXT, "Its version."),
            "base": (_framework(), "The framework that it extends."),
            "changed": (_list(_closed(thing | changed)), "The values that are different."),
            "dropped": (_list(_closed(thing | because)), "What was removed."),
            "added": (_list(_closed(thing)), "What is new."),
        }
    )


def _organisation() -> Schema:
    return _closed({"name": (_TEXT, "The full name."), "sector": (_TEXT_OR_NULL, "Such as local-government.")})


def _target() -> Schema:
    return _closed({"id": (_TEXT, "The id of the profile."), "title": (_TEXT, "Its name in reports.")})


def _level() -> Schema:
    return _closed({"level": (_WHOLE, "The number that stands for the step."), "name": (_TEXT, "Its name.")})


def _number() -> Schema:
    said = {
        "exact": ({"type": "string", "pattern": r"^-?[0-9]+(/[0-9]+)?$"}, "A whole number or a fraction such as 8/3."),
        "value": ({"type": "number"}, "The same, rounded to four decimals."),
    }
    return _closed(said, "An exact number, and the same rounded.")


def _estimate() -> Schema:
    said = {
        "low": (_NUMBER, "The optimistic value."),
        "likely": (_NUMBER, "The most likely value."),
        "high": (_NUMBER, "The pessimistic value."),
    }
    return _closed(said, "A three-point estimate.")


def _node() -> Schema:
    said = {
        "id": (_TEXT, "The id of the framework, area or question."),
        "title": (_TEXT, "The title of a framework or area, the topic of a question."),
        "kind": ({"enum": ["framework", "area", "question"]}, "What the node is."),
        "weight": (_NUMBER, "How much it counts beside its siblings."),
        "higher-is": (_one_of(Direction), "What a higher score of this node means: better, or worse."),
        "rollup": (_TEXT_OR_NULL, "How the children are combined; null for a question."),
        "score": (_MAYBE, "The ratio on the scale; null when the node has no score, and never 0 for that."),
        "level": ({"type": ["integer", "null"]}, "The step of the scale that the score has reached."),
        "band": (_TEXT_OR_NULL, "The framework's name for the range that the score lies in."),
        "ratio": (_MAYBE, "From 0 to 1, after gates and adjustments; deductions can lead below 0."),
        "raw-ratio": (_MAYBE, "Points / maximum, before gates and adjustments."),
        "points": (_MAYBE, "What the answers are worth."),
        "maximum": (_MAYBE, "What the best answers would be worth."),
        "low": (_MAYBE, "The lowest score that the missing answers can lead to; where higher is worse, the best one."),
        "high": (
            _MAYBE,
            "The highest score that the missing answers can lead to; where higher is worse, the worst one.",
        ),
        "evidenced": (
            _MAYBE,
            "The score if answers without the evidence they need counted one level worse than the one that needs it.",
        ),
        "target": (_MAYBE, "The score if every question stood exactly at its target level."),
        "gap": (_MAYBE, "How far the score is from its target, 0 when the target is met."),
        "share-of-whole": (_NUMBER, "The part of the overall ratio that hangs on this node."),
        "coverage": (_coverage(), "How much of what applies has been answered."),
        "state": (_one_of(State, nullable=True), "For a question: what is known about its answer."),
        "evidence": (_one_of(EvidenceState, nullable=True), "For an answered question: how well it is backed."),
        "needs-evidence": (_YES_NO, "Whether the answer claims a level that needs evidence and has none in date."),
        "contributions": (_list({"$ref": "#/$defs/contribution"}), "What each child adds and costs; they add up."),
        "gates": (_list({"$ref": "#/$defs/gate"}), "The caps on this node, in the order in which they apply."),
        "adjustments": (_list({"$ref": "#/$defs/adjustment"}), "The changes after the caps, in order."),
        "children": (_list({"$ref": "#/$defs/node"}), "The nodes below, in the order of the framework."),
    }
    return _closed(said, "One node of the scored tree: the framework, an area or a question.")


def _coverage() -> Schema:
    return _closed(
        {
            "answered": (_WHOLE, "How many questions are answered."),
            "applicable": (_WHOLE, "How many questions apply."),
            "weight": (_NUMBER, "The share of the node's weight that is answered, from 0 to 1."),
        }
    )


def _contribution() -> Schema:
    said = {
        "child": (_TEXT, "The id of the child."),
        "share": (_NUMBER, "The part of the parent's ratio that hangs on the child; all shares add up to 1."),
        "adds": (_NUMBER, "What the child adds to the parent's ratio before gates and adjustments."),
        "costs": (_NUMBER, "What is missing because the child is not full: share minus adds."),
    }
    return _closed(said, "What one child adds to its parent.")


def _gate() -> Schema:
    said = {
        "questions": (_list(_TEXT), "The ids of the questions that its condition names."),
        "cap": (_WHOLE, "The level than which the node cannot score better."),
        "because": (_TEXT, "The reason that the framework gives."),
        "holds": (_YES_NO, "Whether it caps the node now."),
        "certain": (_YES_NO, "Whether no missing answer could change that."),
        "loss": (_NUMBER, "What it takes from the node's ratio; below 0 where higher is worse, as it then adds."),
    }
    return _closed(said, "A cap on the score of a node.")


def _adjustment() -> Schema:
    said = {
        "questions": (_list(_TEXT), "The ids of the questions that its condition names."),
        "because": (_TEXT, "The reason that the framework gives."),
        "holds": (_YES_NO, "Whether it applies now."),
        "certain": (_YES_NO, "Whether no missing answer could change that."),
        "change": (_NUMBER, "What it adds to the node's ratio; below zero it takes that away."),
    }
    return _closed(said, "A change of the score of a node after its caps.")


def _gap() -> Schema:
    said = {
        "question": (_TEXT, "The id of the question."),
        "state": (_one_of(State), "What is known about its answer."),
        "score": (_MAYBE, "Where it stands; null when its answer is missing and left out of the score."),
        "target": (_WHOLE, "The level that the target profile asks for."),
        "size": (_NUMBER, "Target minus score, in levels."),
        "gain": (_NUMBER, "How much better the overall score gets, in levels, if this gap alone is closed."),
        "gates": (_WHOLE, "How many gates that hold now name this question."),
    }
    return _closed(said, "One question below its target.")


def _roadmap() -> Schema:
    said = {
        "target": (_TEXT, "The id of the target profile that it aims at."),
        "starts": (_DAY, "The first day of the first quarter."),
        "currency": (_TEXT, "The ISO 4217 code of all amounts."),
        "day-rate": (_NUMBER, "What a person-day is worth when effort and money are compared."),
        "start-score": (_MAYBE, "The overall score before the first quarter."),
        "target-score": (_MAYBE, "The overall score at which every target is met."),
        "quarters": (_list({"$ref": "#/$defs/quarter"}), "The quarters of the plan."),
        "actions": (_list({"$ref": "#/$defs/planned-action"}), "The chosen actions, the earliest first."),
        "left-out": (_list({"$ref": "#/$defs/left-out"}), "The actions that were not chosen."),
        "totals": (_totals(), "What the whole plan takes and gives."),
        "critical-chain": (_list(_TEXT), "The ids of the actions that, each waiting for the last, take longest."),
        "unmet": (_list(_TEXT), "The ids of questions that stay below target when the plan ends."),
        "open-gates": (_list(_open_gate()), "The gates that still hold at the end."),
    }
    return _closed(said, "A plan within the limits of the assessment.")


def _totals() -> Schema:
    return _closed(
        {
            "cost": (_ESTIMATE, "External spend, one-off."),
            "effort-days": (_ESTIMATE, "Person-days."),
            "running-cost-a-year": (_ESTIMATE, "External spend a year, once everything is finished."),
            "benefit-a-year": (_ESTIMATE, "Cashable benefit a year, once everything is finished."),
        }
    )


def _open_gate() -> Schema:
    return _closed(
        {
            "node": (_TEXT, "The id of the area or framework that carries the gate."),
            "because": (_TEXT, "The reason that the framework gives."),
        }
    )


def _quarter() -> Schema:
    said = {
        "label": (_TEXT, "Such as Q1 2027."),
        "starts": (_DAY, "The first day."),
        "ends": (_DAY, "The last day."),
        "cost": (_ESTIMATE, "External spend: running actions, and the running cost of finished ones."),
        "effort-days": (_ESTIMATE, "Person-days."),
        "effort-by-role": (_map(_NUMBER), "For a role: its likely person-days."),
        "score": (_MAYBE, "The overall score when the quarter ends."),
        "low": (_MAYBE, "The lower end of that score."),
        "high": (_MAYBE, "The upper end of that score."),
        "scores": (_map(_MAYBE), "For a top area: its score when the quarter ends."),
    }
    return _closed(said, "One quarter of the plan.")


def _action() -> Schema:
    lift = _closed({"from": (_NUMBER, "The score before."), "to": (_NUMBER, "The score after.")})
    said = {
        "number": (_TEXT, "A1, A2 … in the order in which actions start."),
        "id": (_TEXT, "The id in the framework."),
        "title": (_TEXT, "What to do."),
        "area": (_TEXT, "The id of the top area of the first question it lifts."),
        "owner": (_TEXT, "The role that answers for it."),
        "start-quarter": (_WHOLE, "The quarter in which it starts, counted from 0."),
        "quarters": (_WHOLE, "How many quarters it runs."),
        "gain": (_NUMBER, "How much better the overall score gets, in levels, when it is finished."),
        "after": (_list(_TEXT), "The ids of the chosen actions that it waits for."),
        "lifts": (_map(lift), "For a question: its score before and after."),
        "cost": (_ESTIMATE, "External spend, one-off."),
        "effort-days": (_ESTIMATE, "Person-days."),
    }
    return _closed(said, "One chosen action, placed in time.")


def _left_out() -> Schema:
    said = {
        "id": (_TEXT, "The id in the framework."),
        "title": (_TEXT, "What it would do."),
        "reason": ({"enum": [reason.value.replace(" ", "-") for reason in Reason]}, "Why it was not chosen."),
        "detail": (_TEXT, "The same in a sentence, with the numbers or the other action."),
    }
    return _closed(said, "An action that is not in the plan.")


def _closed(described: Described, description: str = "", *, optional: Collection[str] = ()) -> Schema:
    """Return an object with exactly these keys, but for those that may be left out."""
    properties = {key: {**schema, "description": words} for key, (schema, words) in described.items()}
    required = [key for key in properties if key not in optional]
    closed = {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
    return {"description": description} | closed if description else closed


def _one_of(values: type[StrEnum], *, nullable: bool = False) -> Schema:
    return {"enum": [*(one.value for one in values), *([None] if nullable else [])]}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _map(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


def _or_null(one: Schema) -> Schema:
    return {"anyOf": [one, {"type": "null"}]}
