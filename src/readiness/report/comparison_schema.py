"""The JSON Schema of what `readiness compare --output-format json` prints."""

from __future__ import annotations

from readiness.comparison.moves import Move
from readiness.model.direction import Direction
from readiness.report.course_json import COURSE
from readiness.report.schema_parts import (
    DAY,
    EVIDENCED,
    MAYBE,
    NUMBER,
    NUMBERS,
    STANDING,
    TEXT,
    TEXT_OR_NULL,
    YES_NO,
    Described,
    Schema,
    closed,
    list_of,
    one_of,
    or_null,
)
from readiness.scoring.result import State
from readiness.versions.change import Effect, Kind

__all__ = ["comparison_schema"]


def comparison_schema() -> Schema:
    """Return the JSON Schema of two assessments side by side; `readiness schema compare` prints it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Comparison",
        "description": "Two assessments, what moved and why. Keys are stable within compare/1.",
        **closed(_COMPARISON),
        "$defs": {**NUMBERS, "side": closed(_SIDE), "node": closed(_NODE), "course": COURSE},
    }


_ANYTHING: Schema = {}
_NODES: Schema = list_of({"$ref": "#/$defs/node"})
_IDS: Schema = list_of(TEXT)
_SIDE: Described = {
    "organisation": (TEXT, "Whose assessment it is."),
    "version": (TEXT, "The version of the framework that was answered."),
    "scored-with": (TEXT, "The version that it is scored with here."),
    "assessed-on": (DAY, "The day for which the answers hold."),
    "as-of": (DAY, "The day on which evidence had to be in date."),
    "target": (TEXT_OR_NULL, "The id of the target profile; null for none."),
}
_FIGURES: Described = {
    "id": (TEXT, "The id on this side."),
    **STANDING,
    **EVIDENCED,
}
_NODE: Described = {
    "id": (TEXT, "The id of the node."),
    "title": (TEXT, "Its title."),
    "higher-is": (one_of(Direction), "What a higher score means."),
    "before": (or_null(closed(_FIGURES)), "Its figures on the old side; null when it is new."),
    "after": (or_null(closed(_FIGURES)), "Its figures on the new side; null when it is gone."),
    "score": ({"$ref": "#/$defs/course"}, "How its score got from one to the other."),
    "evidenced": ({"$ref": "#/$defs/course"}, "How the score that evidence carries did."),
}
_ANSWER: Described = {
    "id": (TEXT, "The id of the question on this side."),
    "state": (one_of(State), "What is known about the answer."),
    "answer": (TEXT_OR_NULL, "The answer in words; null for none."),
    "score": (MAYBE, "The score of the question."),
    "needs-evidence": (YES_NO, "Whether it claims a level that needs evidence, and none is in date."),
}
_QUESTION: Described = {
    "id": (TEXT, "The id of the question."),
    "title": (TEXT, "Its topic."),
    "move": (one_of(Move), "What became of the answer."),
    "before": (closed(_ANSWER), "The old answer."),
    "after": (closed(_ANSWER), "The new one."),
}
_FACT: Described = {
    "id": (TEXT, "The id of the fact."),
    "before": ({"type": ["string", "boolean", "null"]}, "The old value; a number as text; null when it was not given."),
    "after": ({"type": ["string", "boolean", "null"]}, "The new one."),
}
_TARGET_LEVEL: Described = {
    "id": (TEXT, "The id of the question."),
    "before": ({"type": ["integer", "null"]}, "The old target level; null for none."),
    "after": ({"type": ["integer", "null"]}, "The new one."),
}
_FACTORS: Described = {"effort": (NUMBER, "Of days of work."), "money": (NUMBER, "Of amounts.")}
_SIZE: Described = {
    "before": (closed(_FACTORS), "On the old side."),
    "after": (closed(_FACTORS), "On the new side."),
}
_RULE: Described = {
    "kind": ({"enum": ["cap", "adjustment"]}, "What the rule does."),
    "node": (TEXT, "The id of the node that it changes."),
    "because": (TEXT, "The reason that the framework gives."),
    "cap": ({"type": ["integer", "null"]}, "The level of a cap; null for an adjustment."),
    "applied-before": (YES_NO, "Whether it applied on the old side."),
    "applies-now": (YES_NO, "Whether it applies on the new side."),
}
_CHANGE: Described = {
    "effect": (one_of(Effect), "What the change does to old answers."),
    "kind": (one_of(Kind), "What happened."),
    "what": (TEXT, "What changed: a question, an item, an area …"),
    "id": (TEXT, "Its id in the new version; of what is gone, the old one."),
    "title": (TEXT, "What people call it; may be empty."),
    "place": (_IDS, "The ids of what holds it, outermost first."),
    "field": (TEXT, "The key that differs; empty when the whole thing does."),
    "before": (_ANYTHING, "The old value, as the file has it; null for none."),
    "after": (_ANYTHING, "The new value."),
    "sentence": (TEXT, "The same in words."),
}
_LEFT: Described = {
    "path": (TEXT, "Where in the old file it stands."),
    "why": (TEXT, "Why it has no place in the new version."),
}
_COMPARISON: Described = {
    "framework": (TEXT, "The id of the framework."),
    "old": ({"$ref": "#/$defs/side"}, "The earlier assessment."),
    "new": ({"$ref": "#/$defs/side"}, "The later one."),
    "warnings": (list_of(TEXT), "What makes the comparison doubtful."),
    "notes": (list_of(TEXT), "What else to know about it."),
    "nothing-moved": (YES_NO, "Whether there is nothing to tell."),
    "overall": ({"$ref": "#/$defs/node"}, "The whole."),
    "dimensions": (_NODES, "Its parts."),
    "measures": (_NODES, "What is scored beside it."),
    "questions": (list_of(closed(_QUESTION)), "Answers that moved."),
    "facts": (list_of(closed(_FACT)), "Facts that changed."),
    "target-levels": (list_of(closed(_TARGET_LEVEL)), "Target levels that changed."),
    "estimates-multiplied-by": (closed(_SIZE), "How estimates are fitted to the organisation's size."),
    "rules": (list_of(closed(_RULE)), "Caps and adjustments that apply on either side."),
    "targets-met": (_IDS, "The ids of nodes that meet their target now and did not before."),
    "targets-lost": (_IDS, "The ids of nodes that met it and do not any more."),
    "framework-changes": (list_of(closed(_CHANGE)), "What changed between the two versions of the framework."),
    "questions-removed": (_IDS, "Questions that the new version no longer has."),
    "questions-added": (_IDS, "Questions that only the new version has."),
    "not-carried-over": (list_of(closed(_LEFT)), "What of the old answers has no place in the new version."),
}
