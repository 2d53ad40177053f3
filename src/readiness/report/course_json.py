"""How a score got from one assessment to another, for programs: in a result and in a comparison."""

from __future__ import annotations

from typing import Any

from readiness.comparison.course import Cause, Course
from readiness.report.exact import exactly
from readiness.report.schema_parts import MAYBE, NUMBER, TEXT, Described, Schema, closed, list_of, one_of

__all__ = ["COURSE", "course_json"]

_ALONE: Described = {
    "id": (TEXT, "The id of a question or of a fact."),
    "change": (MAYBE, "What this change does when it is the only one of its step; null without a score."),
}
_STEP: Described = {
    "because-of": (list_of(one_of(Cause)), "The cause; several where nothing can be said of each by itself."),
    "change": (NUMBER, "What it does to the score; all steps add up to the whole change."),
    "each-alone": (list_of(closed(_ALONE)), "What each change of the step does alone."),
    "together": (NUMBER, "What they do only together."),
}
COURSE: Schema = closed(
    {
        "before": (MAYBE, "The score before; null without one."),
        "after": (MAYBE, "The score after; null without one."),
        "change": (MAYBE, "The score after less the score before; null without one of them."),
        "steps": (list_of(closed(_STEP)), "Why it moved, in the order in which the causes are taken."),
    }
)
"""What `course_json` returns."""


def course_json(course: Course) -> dict[str, Any]:
    """Return a course as plain values."""
    return {
        "before": exactly(course.before),
        "after": exactly(course.after),
        "change": exactly(course.change),
        "steps": [
            {
                "because-of": [str(cause) for cause in step.causes],
                "change": exactly(step.change),
                "each-alone": [{"id": one.id, "change": exactly(one.alone)} for one in step.singles],
                "together": exactly(step.together),
            }
            for step in course.steps
        ],
    }
