"""The JSON Schema of what `readiness explain --output-format json` prints."""

from __future__ import annotations

from readiness.report.schema_parts import (
    EVIDENCED,
    MAYBE,
    NUMBER,
    NUMBERS,
    STANDING,
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
from readiness.scoring.result import EvidenceState, State
from readiness.scoring.rollup import ROLLUPS

__all__ = ["explanation_schema"]

_OF_A_QUESTION = ("state", "answer", "formula", "evidence", "needs-evidence", "gain", "raises", "decides")
_OF_PARTS = ("rollup", "words", "formula", "score-before-caps", "parts", "left-out", "caps", "adjustments")


def explanation_schema() -> Schema:
    """Return the JSON Schema of where a score comes from; `readiness schema explain` prints it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Explanation",
        "description": "Where a score comes from. Keys are stable within explain/1.",
        **closed({**_NODE, **_QUESTION, **_AREA}, optional=sorted({*_OF_A_QUESTION, *_OF_PARTS})),
        "if": {"properties": {"kind": {"const": "question"}}},
        "then": {"required": list(_OF_A_QUESTION)},
        "else": {"required": list(_OF_PARTS)},
        "$defs": NUMBERS,
    }


_WITHOUT_ANSWER: Described = {
    "id": (TEXT, "The id of the question."),
    "state": (TEXT, "Why there is no answer."),
    "reason": (TEXT_OR_NULL, "The reason that was given; null for none."),
    "policy": (TEXT, "What the framework puts in its place."),
    "set-by": (TEXT_OR_NULL, "The id of what sets that policy; null for the rule that holds by itself."),
    "counts-as": (MAYBE, "The score that stands in for the answer; null when the question is left out."),
    "words": (TEXT, "The same in words."),
}
_CUT: Described = {
    "id": (TEXT, "The id of the question."),
    "claimed": (NUMBER, "The score that its answer claims."),
    "counts": (NUMBER, "The score that its evidence carries."),
}
_SHARE: Described = {
    "share": (MAYBE, "How much of the parent's score hangs on it."),
    "adds": (MAYBE, "What it adds to the parent's score."),
    "costs": (MAYBE, "What it costs the parent that it is not full; adds + costs = share."),
}
_PLACE: Described = {
    "parent": (TEXT, "The id of what holds the node."),
    "weight": (NUMBER, "How much the node counts beside its siblings."),
    **_SHARE,
}
_NODE: Described = {
    "id": (TEXT, "The id of the node."),
    "title": (TEXT, "Its title."),
    "kind": ({"enum": ["framework", "area", "question"]}, "What it is."),
    "measure": (TEXT_OR_NULL, "The measure that it is or stands in; null for what counts in the headline."),
    "figure": ({"enum": ["score", "low", "high", "evidenced", "target"]}, "Which of its numbers is explained."),
    **STANDING,
    **EVIDENCED,
    "score": (MAYBE, "The number that is explained; null when there is none."),
    "weight": (NUMBER, "How much it counts beside its siblings."),
    "share-of-whole": (NUMBER, "The part of the overall ratio that hangs on it."),
    "facts": (map_of(TEXT), "The lines at the head of the text, by name."),
    "without-answer": (list_of(closed(_WITHOUT_ANSWER)), "What stands in for each answer that is missing."),
    "cut-for-evidence": (list_of(closed(_CUT)), "Answers that count less because evidence is missing."),
    "in-parent": (or_null(closed(_PLACE)), "What it does to what holds it; null for the framework and for a measure."),
}
_RAISE: Described = {
    "id": (TEXT, "The id of the node."),
    "from": (MAYBE, "Its score now."),
    "to": (MAYBE, "Its score when the gap is closed."),
}
_QUESTION: Described = {
    "state": (one_of(State), "What is known about the answer."),
    "answer": (TEXT_OR_NULL, "The answer in words; null for none."),
    "formula": (TEXT_OR_NULL, "The sum with its numbers filled in; null when there is nothing to work out."),
    "evidence": (one_of(EvidenceState, nullable=True), "How the answer is backed; null without one."),
    "needs-evidence": (YES_NO, "Whether it claims a level that needs evidence, and none is in date."),
    "gain": (MAYBE, "How much better the overall score gets when its gap alone is closed; null without a gap."),
    "raises": (list_of(closed(_RAISE)), "Every node that closing the gap moves, parts before wholes."),
    "decides": (list_of(TEXT), "What hangs on the answer by conditions."),
}
_PART: Described = {
    "id": (TEXT, "The id of the part."),
    "title": (TEXT, "Its title."),
    "score": (MAYBE, "Its score."),
    "weight": (NUMBER, "How much it counts beside its siblings."),
    **_SHARE,
}
_LEFT_OUT: Described = {"id": (TEXT, "The id of the part."), "why": (TEXT, "Why it does not count.")}
_CHANGE: Described = {
    "rule": (TEXT, "What the rule does, in words."),
    "because": (TEXT, "The reason that the framework gives."),
    "questions": (list_of(TEXT), "The ids of the questions that decide it."),
    "holds": (YES_NO, "Whether it applies."),
    "certain": (YES_NO, "Whether no missing answer can change that."),
    "from": (MAYBE, "The score before it."),
    "to": (MAYBE, "The score after it."),
    "words": (TEXT, "The same in words."),
}
_CAP: Described = {**_CHANGE, "cap": (WHOLE, "The level than which the node cannot score better.")}
_AREA: Described = {
    "rollup": ({"enum": [*ROLLUPS]}, "How the parts are combined."),
    "words": (list_of(TEXT), "How the parts are combined, in words."),
    "formula": (TEXT_OR_NULL, "The sum with its numbers filled in; null when there is nothing to work out."),
    "score-before-caps": (MAYBE, "The score before caps and adjustments."),
    "parts": (list_of(closed(_PART)), "The parts that count."),
    "left-out": (list_of(closed(_LEFT_OUT)), "The parts that do not."),
    "caps": (list_of(closed(_CAP)), "Caps, in the order in which they apply."),
    "adjustments": (list_of(closed(_CHANGE)), "Adjustments, in the order in which they apply."),
}
