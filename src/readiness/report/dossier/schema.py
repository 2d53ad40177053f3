"""The JSON Schema of `evidence/1`."""

from __future__ import annotations

from readiness.report.dossier.found import Dates, FileState
from readiness.report.schema_parts import (
    DAY,
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

__all__ = ["evidence_schema"]

_TOOL: Described = {"name": (TEXT, "Its name."), "version": (TEXT, "Its version.")}
_FRAMEWORK: Described = {"id": (TEXT, "Its id."), "version": (TEXT, "The version that was answered.")}
_DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_PIECE: Described = {
    "number": (TEXT, "E1, E2 … in the order of the framework and of the file."),
    "question": (TEXT, "The id of the question."),
    "topic": (TEXT, "Its short name."),
    "title": (TEXT, "What the evidence is."),
    "ref": (TEXT_OR_NULL, "Where it lies, as the answers name it."),
    "dated": (or_null(DAY), "The day from which it is valid."),
    "last-day": (or_null(DAY), "The last day on which it holds; null: nothing sets one."),
    "sha256": (or_null(_DIGEST), "The digest in the answers."),
    "note": (TEXT_OR_NULL, "What to know about it."),
    "dates": (one_of(Dates), "Whether it holds on the day."),
    "file": (one_of(FileState), "What is known of the place that it names; nothing is fetched from the network."),
    "reason": (TEXT_OR_NULL, "Why a file is refused or cannot be read."),
    "in-order": (YES_NO, "Whether it holds on the day and nothing is wrong with its file."),
}
_NEEDED: Described = {
    "question": (TEXT, "The id of the question."),
    "topic": (TEXT, "Its short name."),
    "expected": (list_of(TEXT), "What an assessor would ask to see."),
}
_PACKED: Described = {
    "name": (TEXT, "Its name in the zip."),
    "size": (WHOLE, "In bytes."),
    "sha256": (_DIGEST, "Its digest."),
    "evidence": (list_of(TEXT), "The numbers of the evidence that it is."),
}


def evidence_schema() -> Schema:
    """Return the JSON Schema of a list of evidence; `readiness schema evidence` prints it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Evidence",
        "description": "The evidence of an assessment and its state. Keys are stable within evidence/1.",
        **closed(_evidence(), optional=("contents",)),
    }


def _evidence() -> Described:
    return {
        "readiness": ({"const": "evidence/1"}, "The format of this file."),
        "tool": (closed(_TOOL), "The program that made it."),
        "framework": (closed(_FRAMEWORK), "The framework that was answered."),
        "organisation": (TEXT, "Whose evidence it is."),
        "as-of": (DAY, "The day on which it has to hold."),
        "within-days": (WHOLE, "Evidence that ends within so many days is expiring."),
        "verified": (YES_NO, "Whether files were compared with their digests."),
        "in-order": (YES_NO, "Whether every piece is in order and no answer lacks what it needs."),
        "evidence": (list_of(closed(_PIECE)), "Every piece of evidence of questions that apply."),
        "needed": (list_of(closed(_NEEDED)), "Answers that need evidence and have none that holds."),
        "contents": (list_of(closed(_PACKED)), "The other files of the zip; only in its manifest."),
    }
