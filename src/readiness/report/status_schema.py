"""The JSON Schema of `status/1`."""

from __future__ import annotations

from readiness.report.result_schema import result_schema
from readiness.report.schema_parts import DAY, NUMBER, TEXT, WHOLE, Described, Schema, closed, list_of

__all__ = ["status_schema"]

_FRAMEWORK: Described = {"id": (TEXT, "Its id."), "version": (TEXT, "The version that is answered.")}
_SHARE: Described = {
    "asked": (WHOLE, "How many questions are asked."),
    "answered": (WHOLE, "How many have an answer; that a question does not apply is one."),
    "share-answered": (NUMBER, "The part that is answered, from 0 to 1; 1 when nothing is asked."),
    "unanswered": (list_of(TEXT), "The ids of the questions that nobody has answered."),
    "unknown": (list_of(TEXT), "The ids of the questions where somebody was asked and did not know."),
    "without-evidence": (list_of(TEXT), "The ids of the answers that need evidence and have none in date."),
}
_ROLE: Described = {
    "id": (TEXT, "The id of the role."),
    "title": (TEXT, "What it is called."),
    **_SHARE,
}
_VOTES: Described = {
    "respondent": (TEXT, "The id of the respondent."),
    "role": (TEXT, "The role of the respondent."),
    "questions": (list_of(TEXT), "The ids of the questions on which others have voted and this person has not."),
}


def status_schema() -> Schema:
    """Return the JSON Schema of who owes what; `readiness schema status` prints it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Status",
        "description": "How much of an assessment is answered, and who owes what. Keys are stable within status/1.",
        **closed(_status()),
        "$defs": {"number": result_schema()["$defs"]["number"]},
    }


def _status() -> Described:
    return {
        "readiness": ({"const": "status/1"}, "The format of this file."),
        "framework": (closed(_FRAMEWORK), "The framework that is answered."),
        "organisation": (TEXT, "Whose assessment it is."),
        "as-of": (DAY, "The day on which evidence has to be in date."),
        **_SHARE,
        "roles": (
            list_of(closed(_ROLE)),
            "The same for each role that is asked something. A question for several roles stands with each of them.",
        ),
        "no-role": (closed(_SHARE), "The same for questions that name no role."),
        "votes": (list_of(closed(_VOTES)), "Who owes votes."),
    }
