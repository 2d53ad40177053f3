"""The part of the schema of `result/1` on what moved since the assessment before."""

from __future__ import annotations

from readiness.comparison.moves import Move
from readiness.report.course_json import COURSE
from readiness.report.schema_parts import (
    DAY,
    MAYBE,
    TEXT,
    TEXT_OR_NULL,
    YES_NO,
    Described,
    Schema,
    closed,
    list_of,
    one_of,
)

__all__ = ["since_schema"]


def since_schema() -> Schema:
    """Return the schema of what moved."""
    question: Described = {
        "id": (TEXT, "The id of the question, as the framework of today has it."),
        "move": (one_of(Move), "What became of its answer."),
        "before": (MAYBE, "Its score before; null without one."),
        "after": (MAYBE, "Its score now; null without one."),
    }
    return closed(
        {
            "file": (TEXT, "The answers of the assessment before, by their name among the files."),
            "organisation": (TEXT, "Whose assessment it was."),
            "assessed-on": (DAY, "The day for which those answers held."),
            "version": (TEXT, "The version of the framework that they answer."),
            "version-known": (YES_NO, "Whether that version was at hand; else they are scored with that of today."),
            "target": (TEXT_OR_NULL, "The target profile of today, by the id that it had; null when there was none."),
            "overall": (_node(), "What became of the overall score."),
            "dimensions": (list_of(_node()), "The same for the top areas that count, those that are gone last."),
            "measures": (list_of(_node()), "The same for the areas beside the headline."),
            "questions": (list_of(closed(question)), "The questions that both have and whose answer moved."),
            "targets-met": (list_of(TEXT), "The ids of what meets its target now and did not before."),
            "targets-lost": (list_of(TEXT), "The ids of what met its target before and does not now."),
            "questions-removed": (list_of(TEXT), "The ids of questions whose answers have no place any more."),
            "questions-added": (list_of(TEXT), "The ids of questions that no earlier answer can be about."),
        }
    )


def _node() -> Schema:
    return closed(
        {
            "id": (TEXT, "The id of the framework or area."),
            "score": (COURSE, "How its score went from before to now."),
            "evidenced": (COURSE, "The same for the score that evidence in date carries."),
        }
    )
