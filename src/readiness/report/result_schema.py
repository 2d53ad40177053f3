"""The JSON Schema of `result/1`."""

from __future__ import annotations

from readiness.model.direction import Direction
from readiness.report.agreement_schema import agreement_schema
from readiness.report.money_schema import estimates_schema
from readiness.report.roadmap_schema import roadmap_schemas
from readiness.report.robustness_schema import robustness_schema
from readiness.report.schema_parts import (
    DAY,
    MAYBE,
    NUMBER,
    NUMBERS,
    TEXT,
    TEXT_OR_NULL,
    WHOLE,
    YES_NO,
    Described,
    Schema,
    closed,
    list_of,
    map_of,
    one_of,
    or_null,
)
from readiness.report.since_schema import since_schema
from readiness.roadmap.planners import Planner
from readiness.scoring.result import EvidenceState, State

__all__ = ["result_schema"]

PLAN: Schema = {"type": "object"}
"""The `plan` of an assessment, as the schema of assessments has it."""


def result_schema() -> Schema:
    """Return the JSON Schema of a result; `readiness schema result` prints it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Result",
        "description": "A scored assessment with its gaps and roadmap. Keys are stable within result/1.",
        **closed(
            {
                "readiness": ({"const": "result/1"}, "The format of this file."),
                "tool": (_tool(), "The program that made it."),
                "framework": (_framework(), "The framework that was answered."),
                "tailoring": (list_of(_tailoring()), "How the framework was made of others; left out when it was not."),
                "organisation": (_organisation(), "Whose assessment it is."),
                "assessed-on": (DAY, "The day for which the answers hold."),
                "as-of": (DAY, "The day on which evidence had to be in date."),
                "target": (or_null(_target()), "The target profile; null when the framework has none."),
                "language": (TEXT_OR_NULL, "The language into which the texts are translated; null for none."),
                "planner": (or_null(one_of(Planner)), "How the roadmap is made; null when there is none."),
                "plan": (or_null(PLAN), "The limits that were planned with in place of those in the file."),
                "higher-is": (one_of(Direction), "What a higher overall score means: better, or worse."),
                "scale": (list_of(_level()), "The levels, from the lowest to the highest."),
                "score": ({"$ref": "#/$defs/node"}, "The framework's node, with the whole tree below it."),
                "gaps": (list_of({"$ref": "#/$defs/gap"}), "The gap worth most first."),
                "estimates": (estimates_schema(), "How the framework's estimates were fitted to the organisation."),
                "roadmap": (or_null({"$ref": "#/$defs/roadmap"}), "The plan; null when there is nothing to plan."),
                "conflict": (
                    or_null({"$ref": "#/$defs/conflict"}),
                    "Why there is no roadmap: limits that cannot be met together; null when there is one.",
                ),
                "crosswalk": (list_of(_crosswalk()), "The public instruments that the questions refer to."),
                "robustness": (robustness_schema(), "How firm the overall result is."),
                "respondents": (agreement_schema(), "How far several people agree; left out when nobody gave a vote."),
                "since": (since_schema(), "What moved since the assessment before; left out when none was named."),
                "files": (map_of(TEXT), "For every file that was read: its SHA-256 in hexadecimal."),
                "inputs": (
                    map_of(TEXT),
                    "For every file that was read: its text; left out in a PDF report, which carries the files.",
                ),
            },
            optional=("tailoring", "respondents", "since", "inputs"),
        ),
        "$defs": {
            **NUMBERS,
            "estimate": _estimate(),
            "node": _node(),
            "contribution": _contribution(),
            "adjustment": _adjustment(),
            "gate": _gate(),
            "gap": _gap(),
            **roadmap_schemas(),
        },
    }


def _tool() -> Schema:
    return closed({"name": (TEXT, "Its name."), "version": (TEXT, "Its version.")})


def _framework() -> Schema:
    return closed(
        {
            "id": (TEXT, "Its id."),
            "version": (TEXT, "The version of its content."),
            "title": (TEXT, "Its name in reports."),
        }
    )


def _tailoring() -> Schema:
    thing: Described = {
        "kind": (TEXT, "What it is: framework, area, question, action, target, fact, role, source or recommendation."),
        "id": (TEXT, "Its id."),
        "title": (TEXT, "Its title or topic."),
    }
    changed: Described = {
        "keys": (list_of(TEXT), "What leads to the value within the thing."),
        "from": ({}, "The value in the base or its default; null when there was none."),
        "to": ({}, "The value now; null when it was removed."),
    }
    because: Described = {"because": (TEXT_OR_NULL, "The id of what it went with; null when the author named it.")}
    return closed(
        {
            "framework": (TEXT, "The id of the tailored framework."),
            "version": (TEXT, "Its version."),
            "base": (_framework(), "The framework that it extends."),
            "kept": (list_of(closed(thing)), "The questions that stay; left out when the file names none to keep."),
            "changed": (list_of(closed(thing | changed)), "The values that are different."),
            "dropped": (list_of(closed(thing | because)), "What was removed, beside what is not kept."),
            "added": (list_of(closed(thing)), "What is new."),
        },
        optional=("kept",),
    )


def _crosswalk() -> Schema:
    question: Described = {
        "id": (TEXT, "The id of the question."),
        "state": (one_of(State), "What is known about its answer."),
        "level": ({"type": ["integer", "null"]}, "The level that it has reached; null without a score."),
        "target": (MAYBE, "The score that the target profile asks for; null without one."),
    }
    outcome: Described = {
        "id": (TEXT, "The identifier in the instrument."),
        "title": (TEXT_OR_NULL, "Its short title; null where none is known."),
        "questions": (list_of(closed(question)), "The questions that speak to it."),
    }
    return closed(
        {
            "instrument": (TEXT, "The id of the instrument."),
            "title": (TEXT, "Its name."),
            "whole": (YES_NO, "Whether all of its items are known; otherwise only those that the framework names."),
            "outcomes": (list_of(closed(outcome)), "What questions speak to: an outcome, or a group of them."),
            "without-question": (list_of(TEXT), "The outcomes to which no question speaks."),
        }
    )


def _organisation() -> Schema:
    return closed(
        {
            "name": (TEXT, "The full name."),
            "sector": (TEXT_OR_NULL, "Such as local-government."),
            "staff": (or_null(WHOLE), "People employed; null when it is not given."),
        }
    )


def _target() -> Schema:
    return closed(
        {
            "id": (TEXT, "The id of the profile."),
            "title": (TEXT, "Its name in reports."),
            "switches": (list_of(_switch()), "The switches of the profile, in order."),
        }
    )


def _switch() -> Schema:
    said = {
        "because": (TEXT, "The reason that the framework gives."),
        "holds": (or_null(YES_NO), "Whether its levels hold here; null when a fact decides that is not given."),
        "missing": (list_of(TEXT), "The facts that it looks at and that are not given."),
        "default": (or_null(WHOLE), "The level for every question that is not named; null when it stays."),
        "areas": (map_of(WHOLE), "For an area: its level."),
        "questions": (map_of(WHOLE), "For a question: its level."),
    }
    return closed(said, "Levels that hold instead of the profile's own where a condition on facts holds.")


def _level() -> Schema:
    return closed({"level": (WHOLE, "The number that stands for the step."), "name": (TEXT, "Its name.")})


def _estimate() -> Schema:
    said = {
        "low": (NUMBER, "The optimistic value."),
        "likely": (NUMBER, "The most likely value."),
        "high": (NUMBER, "The pessimistic value."),
    }
    return closed(said, "A three-point estimate.")


def _node() -> Schema:
    said = {
        "id": (TEXT, "The id of the framework, area or question."),
        "title": (TEXT, "The title of a framework or area, the topic of a question."),
        "kind": ({"enum": ["framework", "area", "question"]}, "What the node is."),
        "measure": (TEXT_OR_NULL, "The nearest measure beside the headline that it is or stands in; null for none."),
        "weight": (NUMBER, "How much it counts beside its siblings."),
        "higher-is": (one_of(Direction), "What a higher score of this node means: better, or worse."),
        "rollup": (TEXT_OR_NULL, "How the children are combined; null for a question."),
        "score": (MAYBE, "The ratio on the scale; null when the node has no score, and never 0 for that."),
        "level": ({"type": ["integer", "null"]}, "The step of the scale that the score has reached."),
        "band": (TEXT_OR_NULL, "The framework's name for the range that the score lies in."),
        "ratio": (MAYBE, "From 0 to 1, after gates and adjustments; deductions can lead below 0."),
        "raw-ratio": (MAYBE, "Points / maximum, before gates and adjustments."),
        "points": (MAYBE, "What the answers are worth."),
        "maximum": (MAYBE, "What the best answers would be worth."),
        "low": (MAYBE, "The lowest score that the missing answers can lead to; where higher is worse, the best one."),
        "high": (
            MAYBE,
            "The highest score that the missing answers can lead to; where higher is worse, the worst one.",
        ),
        "evidenced": (
            MAYBE,
            "The score if answers without the evidence they need counted one level worse than the one that needs it.",
        ),
        "target": (MAYBE, "The score if every question stood exactly at its target level."),
        "gap": (MAYBE, "How far the score is from its target, 0 when the target is met."),
        "share-of-whole": (NUMBER, "The part of the overall ratio that hangs on this node."),
        "coverage": (_coverage(), "How much of what applies has been answered."),
        "state": (one_of(State, nullable=True), "For a question: what is known about its answer."),
        "evidence": (one_of(EvidenceState, nullable=True), "For an answered question: how well it is backed."),
        "needs-evidence": (YES_NO, "Whether the answer claims a level that needs evidence and has none in date."),
        "contributions": (list_of({"$ref": "#/$defs/contribution"}), "What each child adds and costs; they add up."),
        "gates": (list_of({"$ref": "#/$defs/gate"}), "The caps on this node, in the order in which they apply."),
        "adjustments": (list_of({"$ref": "#/$defs/adjustment"}), "The changes after the caps, in order."),
        "children": (list_of({"$ref": "#/$defs/node"}), "The nodes below, in the order of the framework."),
    }
    return closed(said, "One node of the scored tree: the framework, an area or a question.")


def _coverage() -> Schema:
    return closed(
        {
            "answered": (WHOLE, "How many questions are answered."),
            "applicable": (WHOLE, "How many questions apply."),
            "weight": (NUMBER, "The share of the node's weight that is answered, from 0 to 1."),
        }
    )


def _contribution() -> Schema:
    said = {
        "child": (TEXT, "The id of the child."),
        "share": (NUMBER, "The part of the parent's ratio that hangs on the child; all shares add up to 1."),
        "adds": (NUMBER, "What the child adds to the parent's ratio before gates and adjustments."),
        "costs": (NUMBER, "What is missing because the child is not full: share minus adds."),
    }
    return closed(said, "What one child adds to its parent.")


def _gate() -> Schema:
    said = {
        "questions": (list_of(TEXT), "The ids of the questions that its condition names."),
        "cap": (WHOLE, "The level than which the node cannot score better."),
        "because": (TEXT, "The reason that the framework gives."),
        "holds": (YES_NO, "Whether its condition holds now."),
        "certain": (YES_NO, "Whether no missing answer could change that."),
        "loss": (NUMBER, "What it takes from the node's ratio; below 0 where higher is worse, as it then adds."),
    }
    return closed(said, "A cap on the score of a node.")


def _adjustment() -> Schema:
    said = {
        "questions": (list_of(TEXT), "The ids of the questions that its condition names."),
        "because": (TEXT, "The reason that the framework gives."),
        "holds": (YES_NO, "Whether it applies now."),
        "certain": (YES_NO, "Whether no missing answer could change that."),
        "change": (NUMBER, "What it adds to the node's ratio; below zero it takes that away."),
    }
    return closed(said, "A change of the score of a node after its caps.")


def _gap() -> Schema:
    said = {
        "question": (TEXT, "The id of the question."),
        "state": (one_of(State), "What is known about its answer."),
        "score": (MAYBE, "Where it stands; null when its answer is missing and left out of the score."),
        "target": (WHOLE, "The level that the target profile asks for."),
        "size": (NUMBER, "From the score to the target, in levels."),
        "gain": (NUMBER, "How much better the overall score gets, in levels, if this gap alone is closed."),
        "gates": (WHOLE, "How many gates that hold now name this question."),
    }
    return closed(said, "One question that misses its target.")
