"""The JSON Schema of `progress/1`."""

from __future__ import annotations

from readiness.report.result_schema import result_schema
from readiness.report.roadmap_schema import roadmap_schemas
from readiness.report.schema_parts import (
    DAY,
    MAYBE,
    TEXT,
    TEXT_OR_NULL,
    WHOLE,
    YES_NO,
    Described,
    Schema,
    closed,
    list_of,
    one_of,
    or_null,
)
from readiness.roadmap.progress import Drop, Standing
from readiness.roadmap.solution import Reason

__all__ = ["progress_schema"]

_TOOL: Described = {"name": (TEXT, "Its name."), "version": (TEXT, "Its version.")}
_FRAMEWORK: Described = {
    "id": (TEXT, "Its id."),
    "version": (TEXT, "The version that the later assessment is scored with."),
    "planned-with": (TEXT, "The version that the plan was made with."),
}
_FIGURES: Described = {
    "score": (MAYBE, "The overall score."),
    "low": (MAYBE, "The lower end of the range in which it lies."),
    "high": (MAYBE, "The upper end."),
}
_DAYS: Described = {"starts": (DAY, "The first day."), "ends": (DAY, "The last day.")}
_PLACE: Described = {"number": (TEXT, "A1, A2 … in its plan."), "id": (TEXT, "The id in the framework of today.")}


def progress_schema() -> Schema:
    """Return the JSON Schema of progress against a plan; `readiness schema progress` prints it."""
    shared = result_schema()["$defs"]
    names = ("number", "estimate", *roadmap_schemas())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Progress",
        "description": "An earlier plan beside a later assessment. Keys are stable within progress/1.",
        **closed(_progress()),
        "$defs": {name: shared[name] for name in names},
    }


def _progress() -> Described:
    return {
        "readiness": ({"const": "progress/1"}, "The format of this file."),
        "tool": (closed(_TOOL), "The program that made it."),
        "framework": (closed(_FRAMEWORK), "The framework that was answered."),
        "organisation": (TEXT, "Whose plan it is."),
        "planned-on": (DAY, "The day of the assessment that the plan was made of."),
        "assessed-on": (DAY, "The day of the later assessment."),
        "notes": (list_of(TEXT), "What to know when reading it."),
        "maturity": (_maturity(), "The scores that were projected, and those that are reached."),
        "counts": (_counts(), "How many actions of the plan are in each state."),
        "actions": (list_of(_action()), "The actions of the plan, in its order."),
        "added": (list_of(closed(_PLACE | _DAYS)), "Actions of the new plan that the earlier one did not have."),
        "roadmap": (or_null({"$ref": "#/$defs/roadmap"}), "What is left, planned again; null where nothing can be."),
    }


def _maturity() -> Schema:
    area = closed(
        {
            "id": (TEXT, "The id of a top area."),
            "title": (TEXT, "Its title."),
            "projected": (MAYBE, "The score that the plan had for it."),
            "reached": (MAYBE, "Its score today."),
        }
    )
    said: Described = {
        "quarter": (TEXT_OR_NULL, "The last quarter of the plan that had ended; null: before the first end."),
        "projected": (closed(_FIGURES), "What the plan had for its end, or for its own start."),
        "reached": (closed(_FIGURES), "What the later assessment comes to."),
        "areas": (list_of(area), "The top areas of both; none before the first quarter has ended."),
    }
    return closed(said)


def _counts() -> Schema:
    states: Described = {_key(one): (WHOLE, f"Actions that are {one}.") for one in Standing}
    return closed({**states, "late": (WHOLE, "Actions that should have ended, or begun, and have not.")})


def _action() -> Schema:
    now: Described = {
        **_PLACE,
        **_DAYS,
        "months-later": (WHOLE, "By how many months its end has moved; below 0: it ends sooner."),
    }
    said: Described = {
        "number": (TEXT, "A1, A2 … in the plan."),
        "id": (TEXT, "The id in the framework of then."),
        "title": (TEXT, "What was to be done."),
        "owner": (TEXT, "The role that was to answer for it."),
        "planned": (closed(_DAYS), "The quarters in which it was to run."),
        "state": ({"enum": [_key(one) for one in Standing]}, "What became of it."),
        "late": (YES_NO, "Whether it should have ended, or begun, and has not."),
        "share-done": (MAYBE, "How much is done, from 0 to 1; null unless the plan says that it is under way."),
        "finished": (or_null(DAY), "The day on which it was finished; null where the plan does not say."),
        "brings": (list_of(TEXT), "The questions that it lifts and that apply."),
        "short": (list_of(TEXT), "Those of them that do not show its level."),
        "dropped": (one_of(Drop, nullable=True), "Why it is not pursued any more; null when it is."),
        "because": (TEXT_OR_NULL, "The reason that the plan of the later assessment gives."),
        "now": (or_null(closed(now)), "Its place in the new plan; null when it has none."),
        "left-out": (one_of(Reason, nullable=True), "Why it has none; null where it has one or needs none."),
    }
    return closed(said, "One action of the earlier plan.")


def _key(standing: Standing) -> str:
    return standing.value.replace(" ", "-")
