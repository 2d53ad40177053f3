"""The JSON Schema of what `readiness what-if --output-format json` prints."""

from __future__ import annotations

from readiness.model.direction import Direction
from readiness.report.schema_parts import (
    MAYBE,
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
    one_of,
)
from readiness.scoring.result import State

__all__ = ["what_if_schema"]

_KIND: Schema = {"enum": ["framework", "area", "question"]}
_HELD: Schema = closed({"now": (YES_NO, "With the answers as they are."), "then": (YES_NO, "With the other answers.")})


def what_if_schema() -> Schema:
    """Return the JSON Schema of what other answers would change; `readiness schema what-if` prints it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What if",
        "description": "What other answers would change. Keys are stable within what-if/1.",
        **closed(
            {
                "framework": (closed(_FRAMEWORK), "The framework that is answered."),
                "target": (TEXT_OR_NULL, "The id of the target profile; null for none."),
                "answers": (
                    list_of(closed(_ANSWER)),
                    "The answers that are supposed, now and then.",
                ),
                "together": (closed(_TOGETHER), "What all of them change at once."),
                "alone": (list_of(closed(_ALONE)), "What each of them changes by itself."),
                "interplay": (MAYBE, "What the change of all has over the sum of the changes of each; null: no score."),
            }
        ),
        "$defs": NUMBERS,
    }


_FRAMEWORK: Described = {"id": (TEXT, "Its id."), "version": (TEXT, "Its version.")}
_SAID: Schema = closed(
    {
        "state": (one_of(State), "What is known about the answer."),
        "answer": (TEXT_OR_NULL, "It in words, or null."),
    }
)
_ANSWER: Described = {
    "question": (TEXT, "The id of the question."),
    "title": (TEXT, "Its topic."),
    "now": (_SAID, "The answer as it is."),
    "then": (_SAID, "The answer that is supposed."),
    "is-scored": (YES_NO, "Whether the answer counts: the question is scored, and would be asked."),
    "counts-as": (TEXT_OR_NULL, "What the framework puts in place of an answer that is missing; null where none is."),
}
_FIGURES: Described = {
    **STANDING,
    "target-met": ({"type": ["boolean", "null"]}, "Whether the target is met; null without one."),
    "state": (one_of(State), "For a question: what is known about its answer."),
}
_EFFECT: Described = {
    "id": (TEXT, "The id of the node."),
    "title": (TEXT, "Its title."),
    "kind": (_KIND, "What it is."),
    "depth": (WHOLE, "How deep it stands in the tree; 0 for the framework."),
    "higher-is": (one_of(Direction), "What a higher score means."),
    "measure": (TEXT_OR_NULL, "The measure that the node is or stands in; null for what counts in the headline."),
    "change": (MAYBE, "The score then less the score now; null where there is none."),
    "now": (closed(_FIGURES, optional=("state",)), "Its figures as they are."),
    "then": (closed(_FIGURES, optional=("state",)), "Its figures as they would be."),
}
_CAP: Described = {
    "node": (TEXT, "The id of the node that is capped."),
    "cap": (WHOLE, "The level than which it cannot score better."),
    "because": (TEXT, "The reason that the framework gives."),
    "questions": (list_of(TEXT), "The ids of the questions that decide it."),
    "holds": (_HELD, "Whether the cap holds."),
    "certain": (_HELD, "Whether no missing answer can change that."),
}
_ADJUSTMENT: Described = {
    "node": (TEXT, "The id of the node that is adjusted."),
    "because": (TEXT, "The reason that the framework gives."),
    "holds": (_HELD, "Whether the adjustment applies."),
}
_TOGETHER: Described = {
    "change": (MAYBE, "By how much the overall score moves; null where there is none."),
    "effects": (list_of(closed(_EFFECT)), "Every node that moves."),
    "caps": (list_of(closed(_CAP)), "Caps that come to hold, no longer hold, or become certain."),
    "adjustments": (list_of(closed(_ADJUSTMENT)), "Adjustments that come to apply, or no longer do."),
    "newly-asked": (list_of(TEXT), "The ids of questions that would be asked."),
    "newly-hidden": (list_of(TEXT), "The ids of questions that would not be asked any more."),
}
_SCORE: Described = {
    "id": (TEXT, "The id of the node."),
    "now": (MAYBE, "Its score as it is."),
    "then": (MAYBE, "Its score with this answer alone."),
}
_ALONE: Described = {
    "question": (TEXT, "The id of the question."),
    "is-asked": (YES_NO, "Whether it is asked when nothing else changes."),
    "change": (MAYBE, "By how much the overall score moves; null where there is none."),
    "scores": (list_of(closed(_SCORE)), "What is above the question, up to the top."),
}
