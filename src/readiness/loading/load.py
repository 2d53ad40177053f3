"""Reads framework and assessment files: text, then model, then checks; all findings at once."""

from __future__ import annotations

from typing import Any

from readiness.checks.assessment import check_assessment
from readiness.checks.finding import Finding
from readiness.loading.decode import decode, is_valid
from readiness.loading.document import Document, Locator
from readiness.loading.library import Library, says_errors
from readiness.loading.one_file import (
    FORMATS,
    bounded,
    finished,
    load_framework,
    load_one,
    model_of,
    read_source,
    wrong_format,
)
from readiness.loading.places import Mark, Node
from readiness.model.answers import Answer
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework

__all__ = [
    "FORMATS",
    "Document",
    "Library",
    "Locator",
    "load_assessment",
    "load_framework",
    "model_of",
    "read_source",
    "wrong_format",
]


def load_assessment(
    path: str, library: Library, content: bytes | None = None
) -> tuple[Document[Assessment], Framework | None]:
    """Return an assessment with all findings, and its composed framework when both can be used."""
    document: Document[Assessment] = load_one(path, content, "assessment/1", lambda _: ())
    assessment: Assessment | None = document.model or _without_broken_answers(document.value)
    if assessment is None:
        return document, None
    found = library.load(assessment.framework.id)
    framework = found.model if found else None
    findings = check_assessment(assessment, framework) if framework else [_no_framework(assessment, library, found)]
    return finished(document, *document.locator.diagnose_all(bounded(findings))), framework


def _without_broken_answers(value: Any) -> Assessment | None:
    """Return what can be read of an assessment with errors in its answers, so that the others are checked too."""
    if not isinstance(value, dict) or not isinstance(value.get("answers"), dict):
        return None
    answers = {id_: one if is_valid(one, Answer) else {} for id_, one in value["answers"].items()}
    model, _ = decode(value | {"answers": answers}, Assessment, Node(Mark(1, 1, 2)))
    return model


def _no_framework(assessment: Assessment, library: Library, found: Document[Framework] | None) -> Finding:
    name = assessment.framework.id
    if found is None:
        message = f"there is no framework {name!r}"
        return Finding("RA102", ("framework", "id"), message, help=library.suggest(name))
    message = f"{name} {says_errors(found)}"
    return Finding("RA102", ("framework", "id"), message, help=f"readiness validate {found.file}")
