"""What there is to assess with: frameworks, and the schemas of the documents."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from readiness.diagnostics import InvalidDocument
from readiness.errors import UnknownName
from readiness.loading.files import YAML_SUFFIXES
from readiness.loading.load import Library

if TYPE_CHECKING:
    from readiness.model.base import Model
    from readiness.model.framework import Framework

__all__ = ["DRAFTS", "SCHEMAS", "find_framework", "framework_with_library", "list_frameworks", "schema", "schema_file"]

SCHEMAS = (
    "framework",
    "assessment",
    "instrument",
    "translation",
    "scenario",
    "theme",
    "result",
    "progress",
    "evidence",
    "status",
    "collected",
    "explain",
    "compare",
    "what-if",
)
"""The formats that have a JSON Schema."""
DRAFTS = ("2020-12", "07")
"""The versions of JSON Schema in which they are published; the first is the one without a mark in the file's name."""


def find_framework(name: str) -> tuple[Framework, str]:
    """Return a framework, by id or by file, and the file it came from.

    Raises:
        UnknownName: there is no such framework.
        InvalidDocument: it has errors.
    """
    framework, file, _ = framework_with_library(name)
    return framework, file


def framework_with_library(name: str) -> tuple[Framework, str, Library]:
    """Return what `find_framework` does, and where what belongs to the framework is looked for."""
    is_file = name.endswith(YAML_SUFFIXES) or os.sep in name
    library = Library.beside(name if is_file else "./")
    document = library.check(name) if is_file else library.load(name)
    if document is None:
        raise UnknownName("framework", name, known=library.ids())
    if document.model is None:
        raise InvalidDocument(f"{document.file} has errors", diagnostics=document.diagnostics, text=document.text)
    return document.model, document.file, library


def list_frameworks() -> list[tuple[Framework, str]]:
    """Return the frameworks of this folder and the bundled ones, by id, with their files; broken ones are left out."""
    library = Library.beside("./")
    documents = [document for id_ in library.ids() if (document := library.load(id_))]
    return [(document.model, document.file) for document in documents if document.model is not None]


def schema(name: str, *, draft: str = DRAFTS[0]) -> dict[str, Any]:
    """Return the JSON Schema of a document format, in one of `DRAFTS`.

    Raises:
        UnknownName: there is no such format or draft.
    """
    if name not in SCHEMAS:
        raise UnknownName("schema", name, known=SCHEMAS)
    if draft not in DRAFTS:
        raise UnknownName("draft", draft, known=DRAFTS)
    made = {"$id": f"urn:readiness:{name}-1:{draft}"} | _schema(name)
    if draft == "07":
        from readiness.loading.draft_07 import as_draft_07

        return as_draft_07(made)
    return made


def _schema(name: str) -> dict[str, Any]:
    from readiness.loading.schemas import document_schema, framework_schema
    from readiness.model.assessment import Assessment
    from readiness.model.instrument import Instrument
    from readiness.model.scenario import Scenario
    from readiness.model.theme import Theme
    from readiness.model.translation import Translation

    models: dict[str, type[Model]] = {
        "assessment": Assessment,
        "instrument": Instrument,
        "scenario": Scenario,
        "theme": Theme,
        "translation": Translation,
    }
    if name in models:
        return document_schema(models[name])
    return framework_schema() if name == "framework" else _schema_of_output(name)


def _schema_of_output(name: str) -> dict[str, Any]:
    """Return the JSON Schema of something that this tool writes."""
    from readiness.report.comparison_schema import comparison_schema
    from readiness.report.dossier.schema import evidence_schema
    from readiness.report.explanation.schema import explanation_schema
    from readiness.report.progress_schema import progress_schema
    from readiness.report.result_schema import result_schema
    from readiness.report.status_schema import status_schema
    from readiness.report.what_if_schema import what_if_schema
    from readiness.workflows.collected_schema import collected_schema

    outputs = {
        "result": result_schema,
        "progress": progress_schema,
        "evidence": evidence_schema,
        "status": status_schema,
        "collected": collected_schema,
        "explain": explanation_schema,
        "compare": comparison_schema,
        "what-if": what_if_schema,
    }
    return outputs[name]()


def schema_file(name: str, *, draft: str = DRAFTS[0]) -> str:
    """Return the file name under which the schema of a format is published."""
    return f"{name}-1.schema.json" if draft == DRAFTS[0] else f"{name}-1.draft-{draft}.schema.json"
