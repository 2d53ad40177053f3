"""The JSON Schema of `collected/1`."""

from __future__ import annotations

from readiness.editing.merging import ANSWERS, ORGANISATION, RESPONDENTS
from readiness.report.schema_parts import (
    TEXT,
    TEXT_OR_NULL,
    YES_NO,
    Described,
    Schema,
    closed,
    list_of,
    or_null,
)

__all__ = ["collected_schema"]

_LEFT_OUT = ("framework", "organisation", "into", "files", "taken", "conflicts")
"""What there is only when every file could be read."""
_FRAMEWORK: Described = {"id": (TEXT, "Its id."), "version": (TEXT, "The version that was answered.")}
_FILE: Described = {
    "file": (TEXT, "Its name."),
    "respondent": (TEXT_OR_NULL, "The id of the one person who answered all of it; null when it does not say."),
    "texts-differ": (YES_NO, "Whether the form shows other questions or options than the framework has now."),
}
_KEY: Described = {
    "section": ({"enum": [ANSWERS, RESPONDENTS, ORGANISATION]}, "Where in the assessment it stands."),
    "id": (TEXT, "The id of the question, of the respondent or of the fact."),
    "vote-of": (TEXT_OR_NULL, "Whose vote it is; null for what is no vote."),
    "is-evidence": (YES_NO, "Whether it is one piece of evidence, which stands beside the votes."),
}
_VALUES: Schema = {"type": "object"}
_PROPOSAL: Described = {
    **_KEY,
    "file": (TEXT, "The file that says so."),
    "place": (TEXT, "Where in it, such as Answers!D14; empty for the whole of it."),
    "before": (_VALUES, "What it was when the form was made, with the keys of an assessment file; empty for nothing."),
    "now": (_VALUES, "What it is to be, in the same way; empty for nothing."),
}
_CONFLICT: Described = {
    **_KEY,
    "found": (or_null(_VALUES), "What the assessment has; null where that is none of the sides."),
    "line": ({"type": ["integer", "null"]}, "The line of it in the assessment; null where there is none."),
    "proposals": (list_of(closed(_PROPOSAL)), "What the files have."),
}
_FAULT: Described = {
    "file": (TEXT, "The file."),
    "place": (TEXT, "Where in it, such as Answers!D14; empty for the whole of it."),
    "message": (TEXT, "What is wrong."),
    "help": (TEXT_OR_NULL, "What would work."),
}


def collected_schema() -> Schema:
    """Return the JSON Schema of what `readiness collect` tells; `readiness schema collected` prints it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Collected answers",
        "description": "What became of files that came back. Keys are stable within collected/1.",
        **closed(_collected(), optional=_LEFT_OUT),
    }


def _collected() -> Described:
    return {
        "readiness": ({"const": "collected/1"}, "The format of this file."),
        "framework": (closed(_FRAMEWORK), "The framework that was answered; left out when a file holds a mistake."),
        "organisation": (TEXT, "Whose assessment it is; left out when a file holds a mistake."),
        "into": (TEXT_OR_NULL, "The assessment that the answers are brought into; null for a new one."),
        "files": (list_of(closed(_FILE)), "The files that came back."),
        "taken": (list_of(closed(_PROPOSAL)), "What is taken over; empty when there are conflicts."),
        "conflicts": (list_of(closed(_CONFLICT)), "What was changed in two ways; nothing is written then."),
        "faults": (list_of(closed(_FAULT)), "Mistakes in the files; nothing is taken over when there are any."),
        "written": (TEXT_OR_NULL, "The file that was written; null when nothing was."),
    }
